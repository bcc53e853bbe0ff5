/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window as narrow as a telephone, in the language of the environment: nothing asks for more room. Scripts that write
 * no spaces have the longest words. */
#include "config.h"

#include "machi-start.h"
#include "machi-test.h"

#define WIDTH 360
#define HEIGHT 720

/* So many entries of each kind. */
#define SAMPLE 2

static MachiApplication *application;

/* Adwaita's warning that a window is too narrow ends no test: which widget it is that wants the room is said below. */
static gboolean
is_fatal (const char *domain G_GNUC_UNUSED,
          GLogLevelFlags level G_GNUC_UNUSED,
          const char *message,
          gpointer data G_GNUC_UNUSED)
{
  return strstr (message, "exceeds MachiWindow width") == NULL;
}

static void
log_adwaita (const char *domain G_GNUC_UNUSED,
             GLogLevelFlags level G_GNUC_UNUSED,
             const char *message,
             gpointer data G_GNUC_UNUSED)
{
  g_test_message ("%s", message);
}

static void
wait_frames (void)
{
  for (guint i = 0; i < 40; i++)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

/* Which widgets need the room, from the window down to the one that has it of itself. */
static void
print_widest (GtkWidget *widget, guint depth)
{
  const char *name = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

  g_test_message ("%*s%s %s: %d", (int) depth, "", G_OBJECT_TYPE_NAME (widget), name != NULL ? name : "",
                  get_least_width (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (get_least_width (child) > WIDTH - 60)
      print_widest (child, depth + 1);
}

static void
assert_narrow (const char *address)
{
  MachiWindow *window = machi_test_get_window (application);
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  int least;

  g_test_log_set_fatal_handler (is_fatal, NULL);
  machi_window_open (window, address);
  wait_frames ();
  least = get_least_width (content);
  if (least <= WIDTH)
    return;

  print_widest (content, 0);
  g_test_message ("%s needs %d", address, least);
  g_test_fail ();
}

static void
test_views (void)
{
  static const char *const addresses[] = {
    "machi:overview",
    "machi:map",
    "machi:timeline",
    "machi:timeline?country=VN&topic=waste&from=2014",
    "machi:projects",
    "machi:projects?country=VN&topic=waste&from=2014",
    "machi:projects?q=nothing-is-called-so",
    "machi:compare",
    "machi:compare?city=kitakyushu&city=hai-phong&city=surabaya",
    "machi:search",
    "machi:search?q=waste",
    "machi:search?q=nothing-is-called-so",
    "machi:problems",
    "machi:no-such-place",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    assert_narrow (addresses[i]);
}

static void
test_kinds (void)
{
  for (guint kind = 1; kind < MACHI_N_KINDS; kind++)
    {
      g_autofree char *address = g_strconcat ("machi:", machi_kind_get_list_key (kind), NULL);

      assert_narrow (address);
    }
}

static void
test_entries (void)
{
  MachiCatalog *catalog = machi_window_get_catalog (machi_test_get_window (application));

  for (guint kind = 1; kind < MACHI_N_KINDS; kind++)
    {
      GListModel *entries = machi_catalog_get_entries (catalog, kind);
      guint n = g_list_model_get_n_items (entries);

      for (guint i = n / SAMPLE / 2; i < n; i += MAX (n / SAMPLE, 1))
        {
          g_autoptr (MachiEntry) entry = g_list_model_get_item (entries, i);
          g_autofree char *address = machi_entry_dup_address (entry);

          assert_narrow (address);
        }
    }
}

int
main (int argc, char **argv)
{
  MachiWindow *window;
  int status;

  machi_start ();
  g_test_init (&argc, &argv, NULL);
  g_log_set_handler ("Adwaita", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, log_adwaita, NULL);
  application = machi_test_start ();
  window = machi_test_get_window (application);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  machi_test_wait_until (gtk_widget_get_width (GTK_WIDGET (window)) == WIDTH);
  g_test_add_func ("/narrow/views", test_views);
  g_test_add_func ("/narrow/kinds", test_kinds);
  g_test_add_func ("/narrow/entries", test_entries);
  status = g_test_run ();
  machi_test_stop (application);

  return status;
}
