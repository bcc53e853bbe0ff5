/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-draw.h"
#include "machi-plot-private.h"

#include <adwaita.h>
#include <locale.h>
#include <math.h>

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

static void
test_gaps (void)
{
  g_autoptr (GListStore) store = create_waste ();
  g_autoptr (MachiPlotData) data = NULL;
  static const MachiPoint few[] = { { 2001, 5 }, { 2009, 7 } };

  append_series (store, "Few", "t", MACHI_CHART_LINE, few, G_N_ELEMENTS (few));
  data = machi_plot_data_new (G_LIST_MODEL (store), NULL, -1, NULL);
  g_assert_true (machi_plot_data_joins (data, 0, 0, 1));
  /* A value that is not known is a gap; a year the series does not speak of is none. */
  g_assert_false (machi_plot_data_joins (data, 1, 0, 2));
  g_assert_true (machi_plot_data_joins (data, 2, 0, 3));
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
  g_assert_cmpint (minimum, ==, 240);
  g_assert_cmpint (natural, ==, 240);
  machi_plot_set_natural_height (MACHI_PLOT (plot), 360);
  gtk_widget_measure (plot, GTK_ORIENTATION_VERTICAL, 400, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 360);
  g_object_unref (plot);
}

static const char *const long_names[] = {
  "北九州市エコタウン事業",
  "川崎ゼロ・エミッション工業団地",
  "Thành phố Hồ Chí Minh và Osaka",
  "Nha Trang – thành phố các-bon thấp",
  "กรุงเทพมหานครและปริมณฑล",
  "Incomprehensibilities",
  "JR",
  "မြန်မာနိုင်ငံ ရန်ကုန်မြို့",
  "ဆေးရုံ",
  "القاهرة الكبرى",
  "Ulaanbaatar",
  "Đà Lạt",
  NULL,
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
        machi_series_add_point (series, x,
                                g_test_rand_int_range (0, 8) == 0 ? NAN : low + g_test_rand_double_range (0, 1) * size);
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
            g_error ("“%s” (role %d) and “%s” (role %d) overlap in a plot of %g × %g",
                     pango_layout_get_text (text->layout), text->role, pango_layout_get_text (other_text->layout),
                     other_text->role, layout->width, layout->height);
        }
    }
}

/* What GTK demands: at no width may a plot need less height than it claims to need for any. */
static void
test_least_height (void)
{
  for (guint i = 0; i < 100; i++)
    {
      GtkWidget *plot = create_random_plot ();
      int least, minimum, natural;

      gtk_widget_measure (plot, GTK_ORIENTATION_VERTICAL, -1, &least, &natural, NULL, NULL);
      g_assert_cmpint (least, <=, natural);
      for (int width = 200; width < 1500; width += 130)
        {
          gtk_widget_measure (plot, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
          g_assert_cmpint (least, <=, minimum);
        }
      g_object_unref (plot);
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
      g_assert_cmpfloat (layout->min_height, <=, layout->height);
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

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/plot-layout/gaps", test_gaps);
  g_test_add_func ("/plot-layout/size", test_size);
  g_test_add_func ("/plot-layout/least-height", test_least_height);
  g_test_add_func ("/plot-layout/texts-apart", test_texts_apart);
  g_test_add_func ("/plot-layout/drawn-inside", test_drawn_inside);
  g_test_add_func ("/plot-layout/contrast", test_contrast);

  return g_test_run ();
}
