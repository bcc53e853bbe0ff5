/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-export.h"
#include "machi-plot-private.h"
#include "machi-test.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

static char *announced;

/* In place of GTK's own, so that one can see what would be spoken. GTK's calls a null pointer once a property of the
 * widget was checked with GTK_A11Y=test (seen in 4.18.6). */
void
gtk_accessible_announce (GtkAccessible *self G_GNUC_UNUSED,
                         const char *message,
                         GtkAccessibleAnnouncementPriority priority G_GNUC_UNUSED)
{
  g_set_str (&announced, message);
}

/* The example of the report on Yokohama, with a year of which the second series knows nothing. */
static const MachiPoint total[] = { { 2001, 1609155 }, { 2005, 1063271 }, { 2006, 1031928 }, { 2009, 929728 } };
static const MachiPoint business[] = { { 2001, 674394 }, { 2005, NAN }, { 2006, 379925 }, { 2009, 318428 } };

static void
append_series (
    GListStore *store, const char *title, const char *unit, MachiChart chart, const MachiPoint *points, guint n)
{
  g_autoptr (MachiSeries) series = machi_series_new (NULL, title, unit, chart);

  for (guint i = 0; i < n; i++)
    machi_series_add_point (series, points[i].x, points[i].y);
  g_list_store_append (store, series);
}

static GListStore *
create_waste (void)
{
  GListStore *store = g_list_store_new (MACHI_TYPE_SERIES);

  append_series (store, "Total", "t", MACHI_CHART_LINE, total, G_N_ELEMENTS (total));
  append_series (store, "Business", "t", MACHI_CHART_LINE, business, G_N_ELEMENTS (business));

  return store;
}

/* A plot in a window of that size, painted. */
static MachiPlot *
show_plot (GListStore *store, const char *title, int width, int height)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *plot = machi_plot_new ();

  machi_plot_set_title (MACHI_PLOT (plot), title);
  machi_plot_set_model (MACHI_PLOT (plot), G_LIST_MODEL (store));
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), plot);
  gtk_window_present (GTK_WINDOW (window));
  machi_test_wait_until (gtk_widget_get_width (plot) > 0);

  return MACHI_PLOT (plot);
}

static void
close_plot (MachiPlot *plot)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (plot))));
}

/* Activates what the widget's class binds to the key. */
static gboolean
press (MachiPlot *plot, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (plot));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autoptr (GtkShortcutTrigger) trigger = gtk_keyval_trigger_new (key, modifiers);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (plot),
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_not_reached ();
}

static GtkEventController *
find_controller (MachiPlot *plot, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (plot));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

/* GTK's own macro takes the percent signs of what it tells for formats. */
static void
assert_property (MachiPlot *plot, GtkAccessibleProperty property, const char *expected)
{
  g_autofree char *found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (plot), property, expected);

  if (found != NULL)
    g_error ("“%s” should be “%s”", found, expected);
}

/* The value one has stepped to is told in both ways. */
static void
assert_announced (MachiPlot *plot, const char *expected)
{
  assert_property (plot, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, expected);
  g_assert_cmpstr (announced, ==, expected);
}

static void
test_accessible (void)
{
  g_autoptr (GListStore) store = create_waste ();
  MachiPlot *plot = show_plot (store, "Waste of Yokohama", 400, 300);
  static const MachiPoint one[] = { { 2020, 5 } };

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_ROLE_IMG);
  assert_property (plot, GTK_ACCESSIBLE_PROPERTY_LABEL, "Waste of Yokohama");
  assert_property (
      plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Line chart. Total: 1,609,155 t in 2001, 929,728 t in 2009; lowest 929,728 t in 2009, highest 1,609,155 t in "
      "2001. Business: 674,394 t in 2001, 318,428 t in 2009; lowest 318,428 t in 2009, highest 674,394 t in 2001.");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (plot)));

  /* It follows its model. */
  g_list_store_remove_all (store);
  assert_property (plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "There are no values to show.");
  append_series (store, "Schools", NULL, MACHI_CHART_BAR, one, 1);
  assert_property (plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Bar chart. Schools: 5 (2020).");
  machi_plot_set_title (plot, NULL);
  assert_property (plot, GTK_ACCESSIBLE_PROPERTY_LABEL, "Schools");
  close_plot (plot);
}

static void
test_remarks (void)
{
  static const MachiPoint points[] = { { 2002, 79 }, { 2014, 77.2 }, { 2015, 79.5 } };
  g_autoptr (GListStore) store = g_list_store_new (MACHI_TYPE_SERIES);
  g_autoptr (MachiSeries) series = machi_series_new (NULL, "Rate", "%", MACHI_CHART_LINE);
  MachiPlot *plot = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    machi_series_add_point (series, points[i].x, points[i].y);
  machi_series_add_break (series, 2015);
  machi_series_add_break (series, 2020);
  machi_series_set_unverified (series, TRUE);
  g_list_store_append (store, series);
  plot = show_plot (store, "Rate", 400, 300);
  assert_property (
      plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Line chart. Rate (not verified): 79 % in 2002, 79.5 % in 2015; lowest 77.2 % in 2014, highest 79.5 % in 2015. "
      "The basis changes in 2015. The axis does not begin at 0.");
  g_assert_true (machi_plot_data_joins (plot->data, 0, 0, 1));
  g_assert_false (machi_plot_data_joins (plot->data, 0, 1, 2));
  g_assert_cmpuint (machi_plot_get_layout (plot)->breaks->len, ==, 1);
  close_plot (plot);
}

static void
test_keys (void)
{
  g_autoptr (GListStore) store = create_waste ();
  MachiPlot *plot = show_plot (store, "Waste of Yokohama", 400, 300);

  press (plot, GDK_KEY_Right, 0);
  assert_announced (plot, "2001, Total: 1,609,155 t");
  press (plot, GDK_KEY_Right, 0);
  assert_announced (plot, "2005, Total: 1,063,271 t");
  press (plot, GDK_KEY_End, 0);
  assert_announced (plot, "2009, Total: 929,728 t");
  press (plot, GDK_KEY_KP_Right, 0);
  assert_announced (plot, "2009, Total: 929,728 t");
  press (plot, GDK_KEY_Down, 0);
  assert_announced (plot, "2009, Business: 318,428 t");
  press (plot, GDK_KEY_Home, 0);
  assert_announced (plot, "2001, Business: 674,394 t");

  /* What is not known is stepped over, and left for what is nearest. */
  press (plot, GDK_KEY_Right, 0);
  assert_announced (plot, "2006, Business: 379,925 t");
  press (plot, GDK_KEY_Left, 0);
  press (plot, GDK_KEY_Up, 0);
  press (plot, GDK_KEY_Right, 0);
  assert_announced (plot, "2005, Total: 1,063,271 t");
  press (plot, GDK_KEY_Down, 0);
  assert_announced (plot, "2006, Business: 379,925 t");

  g_assert_true (press (plot, GDK_KEY_Escape, 0));
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT));
  g_assert_false (press (plot, GDK_KEY_Escape, 0));
  press (plot, GDK_KEY_Left, 0);
  assert_announced (plot, "2009, Total: 929,728 t");
  close_plot (plot);
}

static void
test_one_series_scrolls (void)
{
  g_autoptr (GListStore) store = g_list_store_new (MACHI_TYPE_SERIES);
  MachiPlot *plot = NULL;

  append_series (store, "Total", "t", MACHI_CHART_LINE, total, G_N_ELEMENTS (total));
  plot = show_plot (store, "Total", 400, 300);
  g_assert_false (press (plot, GDK_KEY_Down, 0));
  g_assert_true (press (plot, GDK_KEY_Home, 0));
  assert_announced (plot, "2001: 1,609,155 t");
  close_plot (plot);
}

static void
test_pointer (void)
{
  g_autoptr (GListStore) store = create_waste ();
  MachiPlot *plot = show_plot (store, "Waste of Yokohama", 400, 300);
  GtkEventController *motion = find_controller (plot, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  const MachiPlotItem *item = machi_plot_layout_get_item (machi_plot_get_layout (plot), 1, 2);

  g_signal_emit_by_name (motion, "motion", item->x + 2, item->y - 3);
  assert_property (plot, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "2006, Business: 379,925 t");
  g_signal_emit_by_name (motion, "motion", 0.0, -20.0);
  g_assert_false (plot->cursor.active);
  g_signal_emit_by_name (motion, "motion", item->x, item->y);
  g_assert_true (plot->cursor.active);
  g_signal_emit_by_name (motion, "leave");
  g_assert_false (plot->cursor.active);

  press (plot, GDK_KEY_F10, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_get_visible (plot->menu));
  close_plot (plot);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (void)
{
  g_autoptr (GListStore) store = create_waste ();
  MachiPlot *plot = show_plot (store, "Waste of Yokohama", 400, 300);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (plot));
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (plot), "plot.copy-table", NULL));
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  machi_test_wait_until (text != NULL);
  g_assert_cmpstr (text, ==,
                   "Year\tTotal (t)\tBusiness (t)\n"
                   "2001\t1609155\t674394\n"
                   "2005\t1063271\t\n"
                   "2006\t1031928\t379925\n"
                   "2009\t929728\t318428\n");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (plot), "plot.copy-image", NULL));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  g_assert_cmpstr (announced, ==, "Image copied");
  close_plot (plot);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = machi_plot_save_finish (MACHI_PLOT (source), result, &error);

  g_assert_true (saved == (error == NULL));
  *(char **) data = g_strdup (saved ? "saved" : error->message);
}

static char *
save (MachiPlot *plot, const char *folder, const char *name, char **contents, gsize *length)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  char *outcome = NULL;

  machi_plot_save_async (plot, file, NULL, saved_cb, &outcome);
  machi_test_wait_until (outcome != NULL);
  if (contents != NULL)
    g_assert_true (g_file_load_contents (file, NULL, contents, length, NULL, NULL));
  g_file_delete (file, NULL, NULL);

  return outcome;
}

static void
test_save (void)
{
  g_autoptr (GListStore) store = create_waste ();
  MachiPlot *plot = show_plot (store, "Waste of Yokohama", 400, 300);
  g_autofree char *folder = g_dir_make_tmp ("machi-XXXXXX", NULL);
  g_autofree char *svg = NULL;
  g_autofree char *png = NULL;
  g_autofree char *outcome = NULL;
  g_autofree char *other_outcome = NULL;
  g_autofree char *failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  gsize length;

  outcome = save (plot, folder, "plot.SVG", &svg, &length);
  g_assert_cmpstr (outcome, ==, "saved");
  g_assert_nonnull (g_strstr_len (svg, (gssize) length, "<svg"));

  other_outcome = save (plot, folder, "plot.png", &png, &length);
  g_assert_cmpstr (other_outcome, ==, "saved");
  bytes = g_bytes_new (png, length);
  texture = gdk_texture_new_from_bytes (bytes, NULL);
  g_assert_nonnull (texture);
  g_assert_cmpint (gdk_texture_get_width (texture), >=, 900);

  failure = save (plot, folder, "missing/plot.png", NULL, NULL);
  g_assert_cmpstr (failure, !=, "saved");
  g_rmdir (folder);
  close_plot (plot);
}

static GtkWindow *
find_other_window (GtkRoot *root)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_ROOT (window) != root && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

/* The dialog opens, and whoever thinks better of it is not told of an error. */
static void
test_save_dialog (void)
{
  g_autoptr (GListStore) store = create_waste ();
  MachiPlot *plot = show_plot (store, "Waste / Yokohama", 400, 300);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (plot));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (plot), "plot.save", NULL));
  machi_test_wait_until (find_other_window (root) != NULL);
  gtk_window_close (find_other_window (root));
  machi_test_wait_until (find_other_window (root) == NULL);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  close_plot (plot);
}

static void
test_categories (void)
{
  static const char *const modes[] = { "Bus", "Private\trail", "Tram", "JR", NULL };
  static const MachiPoint points[]
      = { { 0, 67 }, { 1, 44 }, { 2, NAN }, { 3, 17 }, { 4, 1000 }, { 1.5, 1000 }, { -1, 1000 } };
  g_autoptr (GListStore) store = g_list_store_new (MACHI_TYPE_SERIES);
  g_autofree char *table = NULL;
  MachiPlot *plot = NULL;

  append_series (store, "Loss", "%", MACHI_CHART_BAR, points, G_N_ELEMENTS (points));
  plot = show_plot (store, "Passengers lost", 400, 300);
  machi_plot_set_categories (plot, modes);
  table = machi_plot_dup_table (plot);
  g_assert_cmpstr (table, ==, "Category\tLoss (%)\nBus\t67\nPrivate rail\t44\nTram\t\nJR\t17\n");
  assert_property (plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Bar chart. Loss: lowest 17 % (JR), highest 67 % (Bus).");
  press (plot, GDK_KEY_End, 0);
  assert_announced (plot, "JR, Loss: 17 %");
  press (plot, GDK_KEY_Left, 0);
  assert_announced (plot, "Private\trail, Loss: 44 %");
  close_plot (plot);
}

static void
test_nothing (void)
{
  static const MachiPoint unknown[] = { { 2001, NAN }, { 2002, NAN } };
  g_autoptr (GListStore) store = g_list_store_new (MACHI_TYPE_SERIES);
  MachiPlot *plot = show_plot (store, "Nothing", 300, 200);
  g_autofree char *table = machi_plot_dup_table (plot);

  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (plot)));
  g_assert_cmpstr (table, ==, "Year\n");
  press (plot, GDK_KEY_Right, 0);
  g_assert_false (plot->cursor.active);
  machi_plot_set_model (plot, NULL);
  append_series (store, "Unknown", NULL, MACHI_CHART_STACKED_BAR, unknown, G_N_ELEMENTS (unknown));
  machi_plot_set_model (plot, G_LIST_MODEL (store));
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (plot)));
  close_plot (plot);
}

static void
test_styles (void)
{
  g_autoptr (GListStore) store = create_waste ();
  MachiPlot *plot = show_plot (store, "Waste of Yokohama", 400, 300);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  press (plot, GDK_KEY_Right, 0);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  gtk_widget_set_direction (GTK_WIDGET (plot), GTK_TEXT_DIR_RTL);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 18", NULL);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  close_plot (plot);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/plot/accessible", test_accessible);
  g_test_add_func ("/plot/remarks", test_remarks);
  g_test_add_func ("/plot/keys", test_keys);
  g_test_add_func ("/plot/one-series-scrolls", test_one_series_scrolls);
  g_test_add_func ("/plot/pointer", test_pointer);
  g_test_add_func ("/plot/copy", test_copy);
  g_test_add_func ("/plot/save", test_save);
  g_test_add_func ("/plot/save-dialog", test_save_dialog);
  g_test_add_func ("/plot/categories", test_categories);
  g_test_add_func ("/plot/nothing", test_nothing);
  g_test_add_func ("/plot/styles", test_styles);

  return g_test_run ();
}
