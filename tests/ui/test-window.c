/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-entry-page.h"
#include "machi-sidebar-item.h"
#include "machi-sidebar.h"
#include "machi-test.h"

static MachiApplication *application;

static void
assert_shows (const char *address)
{
  g_autofree char *shown = machi_window_dup_address (machi_test_get_window (application));

  g_assert_cmpstr (shown, ==, address);
}

static gboolean
shows (const char *address)
{
  g_autofree char *shown = machi_window_dup_address (machi_test_get_window (application));

  return g_strcmp0 (shown, address) == 0;
}

static void
open_entry (MachiWindow *window, MachiEntry *entry)
{
  g_autofree char *address = machi_entry_dup_address (entry);

  machi_window_open (window, address);
  assert_shows (address);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, machi_entry_get_short_name (entry));
}

/* Every entry opens from its address, and back leads to the one before. */
static void
test_every_entry (void)
{
  MachiWindow *window = machi_test_get_window (application);
  MachiCatalog *catalog = machi_window_get_catalog (window);

  for (guint kind = 1; kind < MACHI_N_KINDS; kind++)
    {
      GListModel *entries = machi_catalog_get_entries (catalog, kind);

      for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
        {
          g_autoptr (MachiEntry) entry = g_list_model_get_item (entries, i);
          g_autofree char *before = machi_window_dup_address (window);

          open_entry (window, entry);
          if (i % 20 != 0)
            continue;
          machi_test_settle ();
          gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
          assert_shows (before);
          gtk_widget_activate_action (GTK_WIDGET (window), "win.forward", NULL);
          machi_test_settle ();
        }
    }
}

static gboolean
activate_row (GtkListView *list, const char *address)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (list));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MachiSidebarItem) item = g_list_model_get_item (model, i);

      if (g_strcmp0 (machi_sidebar_item_get_address (item), address) == 0)
        {
          g_signal_emit_by_name (list, "activate", i);
          return TRUE;
        }
    }

  return FALSE;
}

/* Every entry is found in the sidebar by its name, and opens from there. */
static void
test_sidebar (void)
{
  MachiWindow *window = machi_test_get_window (application);
  GtkWidget *sidebar = machi_test_find (GTK_WIDGET (window), MACHI_TYPE_SIDEBAR, NULL);
  GtkWidget *filter = machi_test_find (sidebar, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *list = machi_test_find (sidebar, GTK_TYPE_LIST_VIEW, NULL);
  MachiCatalog *catalog = machi_window_get_catalog (window);

  for (guint kind = 1; kind < MACHI_N_KINDS; kind++)
    {
      GListModel *entries = machi_catalog_get_entries (catalog, kind);

      for (guint i = 0; i < g_list_model_get_n_items (entries); i += 5)
        {
          g_autoptr (MachiEntry) entry = g_list_model_get_item (entries, i);
          g_autofree char *address = machi_entry_dup_address (entry);

          gtk_editable_set_text (GTK_EDITABLE (filter), machi_entry_get_name (entry));
          g_signal_emit_by_name (filter, "search-changed");
          g_assert_true (activate_row (GTK_LIST_VIEW (list), address));
          assert_shows (address);
        }
    }
  gtk_editable_set_text (GTK_EDITABLE (filter), "");
  g_signal_emit_by_name (filter, "search-changed");
}

/* Until it has been painted the sidebar lists only what is seen at once; its entry's word of having become empty
 * changes nothing. */
static void
test_sidebar_at_first (void)
{
  MachiCatalog *catalog = machi_window_get_catalog (machi_test_get_window (application));
  g_autoptr (MachiSidebar) sidebar = g_object_ref_sink (g_object_new (MACHI_TYPE_SIDEBAR, NULL));
  GtkWidget *filter = machi_test_find_unshown (GTK_WIDGET (sidebar), GTK_TYPE_SEARCH_ENTRY);
  GtkListView *list = GTK_LIST_VIEW (machi_test_find_unshown (GTK_WIDGET (sidebar), GTK_TYPE_LIST_VIEW));
  guint n_cities = g_list_model_get_n_items (machi_catalog_get_entries (catalog, MACHI_KIND_CITY));

  machi_sidebar_set_catalog (sidebar, catalog);
  g_signal_emit_by_name (filter, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), <, n_cities);

  gtk_editable_set_text (GTK_EDITABLE (filter), "Kitakyushu");
  g_signal_emit_by_name (filter, "search-changed");
  gtk_editable_set_text (GTK_EDITABLE (filter), "");
  g_signal_emit_by_name (filter, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), >, n_cities);
}

static guint
count_rows (GtkWidget *list)
{
  guint n_rows = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_child_visible (child) && gtk_widget_compute_bounds (child, list, &bounds)
          && bounds.origin.y > 0 && bounds.origin.y + bounds.size.height < gtk_widget_get_height (list))
        n_rows++;
    }

  return n_rows;
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  guint *n_frames = data;

  gtk_widget_queue_draw (widget);

  return ++*n_frames < 20 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* A window that opens with what stands far down in the sidebar shows it there, among its neighbours. */
static void
test_far_down (void)
{
  MachiWindow *window = machi_test_get_window (application);
  GtkWidget *sidebar = machi_test_find (GTK_WIDGET (window), MACHI_TYPE_SIDEBAR, NULL);
  GtkWidget *list = machi_test_find (sidebar, GTK_TYPE_LIST_VIEW, NULL);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  g_autoptr (MachiSidebarItem) item = NULL;
  guint n_frames = 0;

  machi_test_wait_until (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)) != GTK_INVALID_LIST_POSITION);
  item = g_object_ref (gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model)));
  g_assert_cmpstr (machi_sidebar_item_get_address (item), ==, "machi:city/kitakyushu");
  gtk_widget_add_tick_callback (list, count_frame_cb, &n_frames, NULL);
  machi_test_wait_until (n_frames == 20);
  g_assert_cmpuint (count_rows (list), >, 10);
}

/* A query in each language of the interface narrows the sidebar to what it names. */
static void
test_scripts (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "scripts.tsv", NULL);
  GtkWidget *window = GTK_WIDGET (machi_test_get_window (application));
  GtkWidget *sidebar = machi_test_find (window, MACHI_TYPE_SIDEBAR, NULL);
  GtkWidget *filter = machi_test_find (sidebar, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkListView *list = GTK_LIST_VIEW (machi_test_find (sidebar, GTK_TYPE_LIST_VIEW, NULL));
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_queries = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (lines[i][0] == '#' || g_strv_length (cells) < 2)
        continue;
      g_test_message ("%s", cells[0]);
      gtk_editable_set_text (GTK_EDITABLE (filter), cells[0]);
      g_signal_emit_by_name (filter, "search-changed");
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), <, 150);
      g_assert_true (activate_row (list, cells[1]));
      assert_shows (cells[1]);
      n_queries++;
    }
  g_assert_cmpuint (n_queries, >=, 17);
  gtk_editable_set_text (GTK_EDITABLE (filter), "");
  g_signal_emit_by_name (filter, "search-changed");
}

/* A link on a page opens what it names. */
static void
test_link (void)
{
  MachiWindow *window = machi_test_get_window (application);
  GtkWidget *page, *chip;

  machi_window_open (window, "machi:city/kitakyushu");
  machi_test_wait_until (machi_test_find (GTK_WIDGET (window), MACHI_TYPE_ENTRY_PAGE, NULL) != NULL);
  page = machi_test_find (GTK_WIDGET (window), MACHI_TYPE_ENTRY_PAGE, NULL);
  machi_test_wait_until (machi_test_find (page, GTK_TYPE_BUTTON, "Waste") != NULL);
  chip = machi_test_find (page, GTK_TYPE_BUTTON, "Waste");
  gtk_widget_activate (chip);
  machi_test_wait_until (shows ("machi:topic/waste"));
}

static void
test_unknown (void)
{
  MachiWindow *window = machi_test_get_window (application);

  machi_window_open (window, "machi:city/there-is-no-such-city");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "There Is No Such Entry");
  machi_window_open (window, "machi:overview");
  /* What is no address leaves everything as it was. */
  machi_window_open (window, "https://example.org/");
  assert_shows ("machi:overview");
}

static void
test_last_place (void)
{
  MachiWindow *window = machi_test_get_window (application);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *address = NULL;

  machi_window_open (window, "machi:network/iclei");
  gtk_window_close (GTK_WINDOW (window));
  machi_test_settle ();
  address = g_settings_get_string (settings, "last-address");
  g_assert_cmpstr (address, ==, "machi:network/iclei");

  g_application_activate (G_APPLICATION (application));
  machi_test_wait_until (machi_test_get_window (application) != NULL);
  machi_test_settle ();
  assert_shows ("machi:network/iclei");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GSettings) settings = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  settings = g_settings_new (APP_ID);
  g_test_add_func ("/window/far-down", test_far_down);
  g_test_add_func ("/window/every-entry", test_every_entry);
  g_test_add_func ("/window/sidebar", test_sidebar);
  g_test_add_func ("/window/sidebar-at-first", test_sidebar_at_first);
  g_test_add_func ("/window/scripts", test_scripts);
  g_test_add_func ("/window/link", test_link);
  g_test_add_func ("/window/unknown", test_unknown);
  g_test_add_func ("/window/last-place", test_last_place);

  g_settings_set_string (settings, "last-address", "machi:city/kitakyushu");
  application = machi_test_start ();
  status = g_test_run ();
  machi_test_stop (application);

  return status;
}
