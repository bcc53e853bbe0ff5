/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-history.h"
#include "machi-mini-map.h"
#include "machi-overview-page.h"
#include "machi-overview-pictures.h"
#include "machi-overview-recent.h"
#include "machi-plot.h"
#include "machi-test.h"

#include <glib/gstdio.h>

static MachiApplication *application;

static GtkWidget *
find (GType type)
{
  return machi_test_find (GTK_WIDGET (machi_test_get_window (application)), type, NULL);
}

static void
open (const char *address)
{
  machi_window_open (machi_test_get_window (application), address);
  machi_test_settle ();
}

/* What the first frames do not show is there after some more. */
static void
open_overview (void)
{
  open ("machi:overview");
  machi_test_wait_until (find (MACHI_TYPE_OVERVIEW_PICTURES) != NULL);
}

static void
test_map (void)
{
  MachiCatalog *catalog = machi_window_get_catalog (machi_test_get_window (application));
  guint n_cities = g_list_model_get_n_items (machi_catalog_get_entries (catalog, MACHI_KIND_CITY));
  guint n_cooperations = g_list_model_get_n_items (machi_catalog_get_entries (catalog, MACHI_KIND_COOPERATION));
  g_autofree char *label = g_strdup_printf ("Map: %u cities, %u cooperations", n_cities, n_cooperations);
  g_autofree char *address = NULL;
  GtkWidget *map;

  open_overview ();
  map = find (MACHI_TYPE_MINI_MAP);
  g_assert_nonnull (map);
  gtk_test_accessible_assert_role (map, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (map, GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  g_signal_emit_by_name (map, "clicked");
  machi_test_settle ();
  address = machi_window_dup_address (machi_test_get_window (application));
  g_assert_cmpstr (address, ==, "machi:map");
}

/* The last value of the plot, and what its caption says is missing, are all networks. */
static void
test_growth (void)
{
  MachiCatalog *catalog = machi_window_get_catalog (machi_test_get_window (application));
  guint n_networks = g_list_model_get_n_items (machi_catalog_get_entries (catalog, MACHI_KIND_NETWORK));
  g_autoptr (MachiSeries) series = NULL;
  const MachiPoint *points;
  guint n_points;
  MachiPlot *plot;

  open_overview ();
  plot = MACHI_PLOT (find (MACHI_TYPE_PLOT));
  g_assert_nonnull (plot);
  series = g_list_model_get_item (machi_plot_get_model (plot), 0);
  points = machi_series_get_points (series, &n_points);
  g_assert_cmpfloat (points[n_points - 1].y, ==, n_networks);
  g_assert_null (machi_test_find (find (MACHI_TYPE_OVERVIEW_PICTURES), GTK_TYPE_LABEL, "Without"));
}

/* A pack of which little is known: the plot says what it leaves out, and there is no plot of a single year. */
static void
test_undated (void)
{
  g_autofree char *folder = g_dir_make_tmp ("machi-overview-XXXXXX", NULL);
  g_autofree char *manifest = g_build_filename (folder, "manifest.json", NULL);
  g_autofree char *networks = g_build_filename (folder, "networks.json", NULL);
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  g_autoptr (MachiCatalog) catalog = NULL;
  g_autoptr (MachiOverviewPictures) pictures
      = MACHI_OVERVIEW_PICTURES (g_object_ref_sink (machi_overview_pictures_new ()));
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GError) error = NULL;

  g_file_set_contents (manifest, "{\"format\": 1, \"id\": \"small\", \"name\": {\"en\": \"Small\"}}", -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (
      networks,
      "{\"kind\": \"network\", \"networks\": [{\"id\": \"a\", \"name\": {\"en\": \"A\"}, \"facts\": [{\"property\": "
      "\"founded\", \"date\": \"1990\","
      " \"unverified\": true}]},"
      " {\"id\": \"b\", \"name\": {\"en\": \"B\"}, \"facts\": [{\"property\": \"founded\", \"date\": \"1992\","
      " \"unverified\": true}]},"
      " {\"id\": \"c\", \"name\": {\"en\": \"C\"}}]}",
      -1, &error);
  g_assert_no_error (error);
  catalog = machi_catalog_load (root, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (machi_catalog_get_entries (catalog, MACHI_KIND_NETWORK)), ==, 3);

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (pictures));
  machi_overview_pictures_show (pictures, catalog);
  gtk_window_present (GTK_WINDOW (window));
  machi_test_wait_until (machi_test_find (window, MACHI_TYPE_PLOT, NULL) != NULL);
  g_assert_nonnull (
      machi_test_find (window, GTK_TYPE_LABEL, "Without 1 network of which no year of founding is known."));
  /* No city, no map. */
  g_assert_null (machi_test_find (window, MACHI_TYPE_MINI_MAP, NULL));

  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (manifest);
  g_remove (networks);
  g_rmdir (folder);
}

static char *
dup_row_address (int index)
{
  GtkListBox *list = GTK_LIST_BOX (machi_test_find (find (MACHI_TYPE_OVERVIEW_RECENT), GTK_TYPE_LIST_BOX, NULL));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  return row != NULL ? g_strdup (g_object_get_data (G_OBJECT (row), "machi-address")) : NULL;
}

static void
assert_recent (const char *const *addresses)
{
  guint i;

  open_overview ();
  machi_test_wait_until (find (MACHI_TYPE_OVERVIEW_RECENT) != NULL);
  for (i = 0; addresses[i] != NULL; i++)
    {
      g_autofree char *address = dup_row_address ((int) i);
      g_assert_cmpstr (address, ==, addresses[i]);
    }
  g_assert_null (dup_row_address ((int) i));
}

/* Entries and reports, each once, the newest first; no views, nothing that is not there; cleared, nothing is shown. */
static void
test_recent (void)
{
  static const char *const read[] = { "machi:city/osaka",       "machi:network/iclei", "machi:map",
                                      "machi:city/kitakyushu",  "machi:city/nowhere",  "machi:city/surabaya",
                                      "machi:city/osaka#basis", "machi:programme/c2c" };
  static const char *const first[] = { "machi:city/osaka", NULL };
  static const char *const expected[] = { "machi:programme/c2c",   "machi:city/osaka",    "machi:city/surabaya",
                                          "machi:city/kitakyushu", "machi:network/iclei", NULL };
  MachiWindow *window = machi_test_get_window (application);
  g_autoptr (MachiHistory) history = NULL;
  GtkWidget *button;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.clear-history", NULL);
  open_overview ();
  g_assert_null (find (MACHI_TYPE_OVERVIEW_RECENT));
  open (read[0]);
  assert_recent (first);
  for (guint i = 1; i < G_N_ELEMENTS (read); i++)
    open (read[i]);
  assert_recent (expected);
  open ("machi:city/hai-phong");
  open_overview ();
  g_assert_null (dup_row_address (5));

  button = machi_test_find (find (MACHI_TYPE_OVERVIEW_RECENT), GTK_TYPE_BUTTON, "Clear History");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  machi_test_settle ();
  g_assert_null (find (MACHI_TYPE_OVERVIEW_RECENT));
  g_object_get (window, "history", &history, NULL);
  g_assert_false (machi_history_get_can_go (history, -1));
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = machi_test_start ();
  g_test_add_func ("/overview-page/map", test_map);
  g_test_add_func ("/overview-page/growth", test_growth);
  g_test_add_func ("/overview-page/undated", test_undated);
  g_test_add_func ("/overview-page/recent", test_recent);
  status = g_test_run ();
  machi_test_stop (application);

  return status;
}
