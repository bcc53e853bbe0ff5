/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-draw.h"
#include "machi-plot-export.h"
#include "machi-plot-private.h"
#include "machi-plot-text.h"
#include "machi-plot.h"
#include "machi-test.h"

#include <adwaita.h>
#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

static char *announced;

/* In place of GTK's own, so that one can see what would be spoken. GTK's calls a null pointer once a property of the
 * widget was checked with GTK_A11Y=test (seen in 4.18.6). */
void
gtk_accessible_announce (GtkAccessible *self G_GNUC_UNUSED, const char *message,
                         GtkAccessibleAnnouncementPriority priority G_GNUC_UNUSED)
{
  g_set_str (&announced, message);
}

/* The example of the report on Yokohama, with a year of which the second series knows nothing. */
static const MachiPoint total[] = { { 2001, 1609155 }, { 2005, 1063271 }, { 2006, 1031928 }, { 2009, 929728 } };
static const MachiPoint business[] = { { 2001, 674394 }, { 2005, NAN }, { 2006, 379925 }, { 2009, 318428 } };

static void
append_series (GListStore *store, const char *title, const char *unit, MachiChart chart, const MachiPoint *points,
               guint n)
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

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
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
  assert_property (plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "There are no values to show.");
  append_series (store, "Schools", NULL, MACHI_CHART_BAR, one, 1);
  assert_property (plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Bar chart. Schools: 5 (2020).");
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
      "Line chart. Rate (unverified): 79 % in 2002, 79.5 % in 2015; lowest 77.2 % in 2014, highest 79.5 % in 2015. "
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
  g_assert_cmpstr (text, ==, "Year\tTotal (t)\tBusiness (t)\n"
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
  assert_property (plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Bar chart. Loss: lowest 17 % (JR), highest 67 % (Bus).");
  press (plot, GDK_KEY_End, 0);
  assert_announced (plot, "JR, Loss: 17 %");
  press (plot, GDK_KEY_Left, 0);
  assert_announced (plot, "Private\trail, Loss: 44 %");
  close_plot (plot);
}

static void
test_gaps (void)
{
  g_autoptr (GListStore) store = create_waste ();
  g_autoptr (MachiPlotData) data = machi_plot_data_new (G_LIST_MODEL (store), NULL, -1, NULL);
  static const MachiPoint few[] = { { 2001, 5 }, { 2009, 7 } };

  append_series (store, "Few", "t", MACHI_CHART_LINE, few, G_N_ELEMENTS (few));
  g_clear_pointer (&data, machi_plot_data_free);
  data = machi_plot_data_new (G_LIST_MODEL (store), NULL, -1, NULL);
  g_assert_true (machi_plot_data_joins (data, 0, 0, 1));
  /* A value that is not known is a gap; a year the series does not speak of is none. */
  g_assert_false (machi_plot_data_joins (data, 1, 0, 2));
  g_assert_true (machi_plot_data_joins (data, 2, 0, 3));
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
test_size (void)
{
  g_autoptr (GListStore) store = create_waste ();
  GtkWidget *plot = g_object_ref_sink (machi_plot_new ());
  int minimum, natural;

  machi_plot_set_model (MACHI_PLOT (plot), G_LIST_MODEL (store));
  gtk_widget_measure (plot, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 260);
  gtk_widget_measure (plot, GTK_ORIENTATION_VERTICAL, 400, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 200);
  g_assert_cmpint (natural, ==, 240);
  machi_plot_set_natural_height (MACHI_PLOT (plot), 360);
  gtk_widget_measure (plot, GTK_ORIENTATION_VERTICAL, 400, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 360);
  g_object_unref (plot);
}

static const char *const long_names[] = {
  "北九州市エコタウン事業", "川崎ゼロ・エミッション工業団地", "Thành phố Hồ Chí Minh và Osaka",
  "Nha Trang – thành phố các-bon thấp", "กรุงเทพมหานครและปริมณฑล", "Incomprehensibilities", "JR",
  "မြန်မာနိုင်ငံ ရန်ကုန်မြို့", "ဆေးရုံ", "القاهرة الكبرى", "Ulaanbaatar", "Đà Lạt", NULL,
};

/* A plot of what a pack could hold: any chart, few or many series and years, gaps, one sign or two. */
static GtkWidget *
create_random_plot (void)
{
  GtkWidget *plot = g_object_ref_sink (machi_plot_new ());
  g_autoptr (GListStore) store = g_list_store_new (MACHI_TYPE_SERIES);
  gboolean categories = g_test_rand_bit ();
  int n_series = g_test_rand_int_range (1, 9);
  int n = categories ? 12 : g_test_rand_int_range (1, 50);
  double size = pow (10, g_test_rand_int_range (-5, 15));
  double low = g_test_rand_double_range (-1, 1) * size;

  for (int s = 0; s < n_series; s++)
    {
      g_autofree char *title = g_strdup_printf ("%s %d", long_names[g_test_rand_int_range (0, 12)], s);
      g_autoptr (MachiSeries) series = machi_series_new (NULL, title, "thousand t", MACHI_CHART_LINE);
      double x = categories ? 0 : 1950;

      for (int i = 0; i < n; i++, x += categories ? 1 : g_test_rand_int_range (1, 4))
        machi_series_add_point (series, x, g_test_rand_int_range (0, 8) == 0
                                               ? NAN : low + g_test_rand_double_range (0, 1) * size);
      machi_series_add_break (series, x - 2);
      g_list_store_append (store, series);
    }
  if (categories)
    machi_plot_set_categories (MACHI_PLOT (plot), long_names);
  machi_plot_set_chart (MACHI_PLOT (plot), g_test_rand_int_range (0, 3));
  machi_plot_set_title (MACHI_PLOT (plot), long_names[g_test_rand_int_range (0, 12)]);
  machi_plot_set_show_title (MACHI_PLOT (plot), g_test_rand_bit ());
  machi_plot_set_model (MACHI_PLOT (plot), G_LIST_MODEL (store));

  return plot;
}

static void
get_box (const MachiPlotText *text, cairo_rectangle_t *box)
{
  PangoRectangle logical;

  pango_layout_get_extents (text->layout, NULL, &logical);
  box->x = text->x + (double) logical.x / PANGO_SCALE;
  box->y = text->y + (double) logical.y / PANGO_SCALE;
  box->width = (double) logical.width / PANGO_SCALE;
  box->height = (double) logical.height / PANGO_SCALE;
}

/* No text leaves the plot, and no two overlap; but values beside bars may stand on the lines of the grid. */
static void
assert_texts_apart (const MachiPlotLayout *layout)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const MachiPlotText *text = &g_array_index (layout->texts, MachiPlotText, i);
      cairo_rectangle_t box;

      get_box (text, &box);
      if (box.x < -0.6 || box.x + box.width > layout->width + 0.6 || box.y < -0.6
          || box.y + box.height > layout->height + 0.6)
        g_error ("“%s” (%g %g %g %g) leaves the plot of %g × %g", pango_layout_get_text (text->layout), box.x, box.y,
                 box.width, box.height, layout->width, layout->height);
      for (guint j = 0; j < i; j++)
        {
          const MachiPlotText *other_text = &g_array_index (layout->texts, MachiPlotText, j);
          cairo_rectangle_t other;

          get_box (other_text, &other);
          if (box.x + box.width > other.x + 1 && other.x + other.width > box.x + 1 && box.y + box.height > other.y + 1
              && other.y + other.height > box.y + 1)
            g_error ("“%s” (role %d) and “%s” (role %d) overlap in a plot of %g × %g", pango_layout_get_text (text->layout),
                     text->role, pango_layout_get_text (other_text->layout), other_text->role, layout->width,
                     layout->height);
        }
    }
}

/* The font around the plot, up to twice as large. */
static PangoContext *
create_random_context (GtkWidget *plot)
{
  PangoContext *context = gtk_widget_create_pango_context (plot);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_size (font, g_test_rand_int_range (8, 23) * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  return context;
}

static void
test_texts_apart (void)
{
  for (guint i = 0; i < 300; i++)
    {
      GtkWidget *plot = create_random_plot ();
      PangoContext *context = create_random_context (plot);
      MachiPlotLayoutOptions options = {
        .context = context,
        .width = g_test_rand_int_range (260, 900),
        .natural_height = 240,
        .with_title = machi_plot_get_show_title (MACHI_PLOT (plot)),
        .rtl = g_test_rand_bit (),
      };
      MachiPlotLayout *layout = machi_plot_layout_new (MACHI_PLOT (plot)->data, &options);

      assert_texts_apart (layout);
      options.height = layout->min_height;
      machi_plot_layout_free (layout);
      layout = machi_plot_layout_new (MACHI_PLOT (plot)->data, &options);
      assert_texts_apart (layout);
      machi_plot_layout_free (layout);
      g_object_unref (context);
      g_object_unref (plot);
    }
}

/* On the screen, on paper, too small, too large: nothing is drawn outside. */
static void
test_drawn_inside (void)
{
  for (guint i = 0; i < 200; i++)
    {
      GtkWidget *plot = create_random_plot ();
      gboolean print = g_test_rand_bit ();
      double width = g_test_rand_int_range (260, 900);
      double height = machi_plot_measure_height (MACHI_PLOT (plot), width, print);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, w, h;

      machi_plot_draw (MACHI_PLOT (plot), cr, width, height, print);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &w, &h);
      g_assert_cmpfloat (x, >=, -4);
      g_assert_cmpfloat (y, >=, -4);
      g_assert_cmpfloat (x + w, <=, width + 4);
      g_assert_cmpfloat (y + h, <=, height + 4);
      machi_plot_draw (MACHI_PLOT (plot), cr, 30, 20, print);
      machi_plot_draw (MACHI_PLOT (plot), cr, width, 2000, print);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      g_object_unref (plot);
    }
}

static double
get_luminance (const GdkRGBA *colour)
{
  float parts[] = { colour->red, colour->green, colour->blue };

  for (guint i = 0; i < 3; i++)
    parts[i] = parts[i] <= 0.04045f ? parts[i] / 12.92f : powf ((parts[i] + 0.055f) / 1.055f, 2.4f);

  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

static void
assert_contrast (const MachiPlotStyle *style, const char *background)
{
  GdkRGBA colour;

  g_assert_true (gdk_rgba_parse (&colour, background));
  for (guint i = 0; i < MACHI_PLOT_N_COLOURS; i++)
    {
      double a = get_luminance (&style->series[i]) + 0.05;
      double b = get_luminance (&colour) + 0.05;

      g_assert_cmpfloat (MAX (a, b) / MIN (a, b), >=, 3);
    }
}

/* Backgrounds of libadwaita: window, view and card. */
static void
test_contrast (void)
{
  MachiPlotStyle style;

  machi_plot_style_init (&style, MACHI_PLOT_STYLE_LIGHT, FALSE);
  assert_contrast (&style, "#ffffff");
  assert_contrast (&style, "#fafafb");
  machi_plot_style_init (&style, MACHI_PLOT_STYLE_PRINT, FALSE);
  assert_contrast (&style, "#ffffff");
  machi_plot_style_init (&style, MACHI_PLOT_STYLE_DARK, FALSE);
  assert_contrast (&style, "#1d1d20");
  assert_contrast (&style, "#222226");
  assert_contrast (&style, "#36363a");
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
  g_test_add_func ("/plot/categories", test_categories);
  g_test_add_func ("/plot/gaps", test_gaps);
  g_test_add_func ("/plot/nothing", test_nothing);
  g_test_add_func ("/plot/size", test_size);
  g_test_add_func ("/plot/texts-apart", test_texts_apart);
  g_test_add_func ("/plot/drawn-inside", test_drawn_inside);
  g_test_add_func ("/plot/contrast", test_contrast);
  g_test_add_func ("/plot/styles", test_styles);

  return g_test_run ();
}
