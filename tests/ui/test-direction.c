/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views of a reader whose script runs from right to left. With MACHI_TEST_PICTURES=FOLDER it leaves pictures. */
#include "config.h"

#include "machi-city-list.h"
#include "machi-compare-page.h"
#include "machi-histogram-thumb.h"
#include "machi-histogram.h"
#include "machi-map.h"
#include "machi-mini-map.h"
#include "machi-place-marker.h"
#include "machi-plot.h"
#include "machi-register-page.h"
#include "machi-test.h"

static MachiApplication *application;

static GtkWidget *
find (GType type)
{
  return machi_test_find (GTK_WIDGET (machi_test_get_window (application)), type, NULL);
}

/* Where the middle of a widget is in the window. */
static double
get_middle (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (machi_test_get_window (application));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));

  return bounds.origin.x + bounds.size.width / 2;
}

static void
wait_frames (void)
{
  for (guint i = 0; i < 250; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static void
open (const char *address)
{
  machi_window_open (machi_test_get_window (application), address);
  wait_frames ();
}

static void
take_picture (const char *name)
{
  GtkWidget *window = GTK_WIDGET (machi_test_get_window (application));
  const char *folder = g_getenv ("MACHI_TEST_PICTURES");
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = NULL;

  if (folder == NULL)
    return;

  gtk_widget_queue_draw (window);
  wait_frames ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  file = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, file));
}

/* The list stands to the left of the map, but what is in the east stays to the right. */
static void
test_map (void)
{
  GtkWidget *east = NULL, *west = NULL;
  GtkWidget *layer;

  open ("machi:map?network=iclei&city=kitakyushu");
  take_picture ("map");
  g_assert_cmpfloat (get_middle (find (MACHI_TYPE_CITY_LIST)), <, get_middle (find (MACHI_TYPE_MAP)));

  open ("machi:map?country=JP,IN");
  layer = gtk_widget_get_parent (find (MACHI_TYPE_PLACE_MARKER));
  for (GtkWidget *child = gtk_widget_get_first_child (layer); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *country = machi_entry_get_country (machi_place_marker_get_city (MACHI_PLACE_MARKER (child)));

      if (gtk_widget_get_child_visible (child) && g_strcmp0 (country, "JP") == 0)
        east = child;
      else if (gtk_widget_get_child_visible (child) && g_strcmp0 (country, "IN") == 0)
        west = child;
    }
  g_assert_true (east != NULL && west != NULL);
  g_assert_cmpfloat (get_middle (west), <, get_middle (east));
}

/* Years run from left to right in any direction, and the ends of the range stand where the years are. */
static void
test_timeline (void)
{
  GtkWidget *from, *to;

  open ("machi:timeline?from=2010&to=2016");
  take_picture ("timeline");
  from = gtk_widget_get_first_child (find (MACHI_TYPE_HISTOGRAM));
  to = gtk_widget_get_next_sibling (from);
  g_assert_true (MACHI_IS_HISTOGRAM_THUMB (from) && MACHI_IS_HISTOGRAM_THUMB (to));
  g_assert_cmpfloat (get_middle (from), <, get_middle (to));
}

static void
test_register (void)
{
  open ("machi:projects");
  take_picture ("projects");
  g_assert_cmpfloat (get_middle (machi_test_find (find (MACHI_TYPE_REGISTER_PAGE), GTK_TYPE_LABEL, "Partner side")), <,
                     get_middle (machi_test_find (find (MACHI_TYPE_REGISTER_PAGE), GTK_TYPE_LABEL, "Supporting side")));
}

static void
test_compare (void)
{
  GtkWidget *first, *last;

  open ("machi:compare?city=kitakyushu&city=surabaya");
  take_picture ("compare");
  first = machi_test_find (find (MACHI_TYPE_COMPARE_PAGE), GTK_TYPE_LABEL, "Kitakyushu");
  last = machi_test_find (find (MACHI_TYPE_COMPARE_PAGE), GTK_TYPE_LABEL, "Surabaya");
  g_assert_true (first != NULL && last != NULL);
  g_assert_cmpfloat (get_middle (first), >, get_middle (last));
}

static void
test_overview (void)
{
  open ("machi:overview");
  take_picture ("overview");
  g_assert_cmpfloat (get_middle (find (MACHI_TYPE_PLOT)), <, get_middle (find (MACHI_TYPE_MINI_MAP)));
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  application = machi_test_start ();
  g_test_add_func ("/direction/map", test_map);
  g_test_add_func ("/direction/timeline", test_timeline);
  g_test_add_func ("/direction/register", test_register);
  g_test_add_func ("/direction/compare", test_compare);
  g_test_add_func ("/direction/overview", test_overview);
  status = g_test_run ();
  machi_test_stop (application);

  return status;
}
