/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-histogram-draw.h"

#include "machi-histogram-thumb.h"
#include "machi-plot-draw.h"
#include "machi-scale.h"

#include <adwaita.h>
#include <math.h>

/* How a histogram looks; where a year is in it. */

#define LABEL_GAP 4
#define FAINT 0.35f
#define YEAR_ROOM 44

static PangoLayout *
create_label (GtkWidget *widget, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.83));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static void
init_scale (const MachiHistogramBins *bins, MachiScale *scale)
{
  machi_scale_init_values (scale, 0, MAX (machi_histogram_bins_get_most (bins), 1), 3, TRUE);
}

/**
 * machi_histogram_get_area:
 * @widget: a histogram
 * @bins: its bins
 *
 * Returns: where the bars stand: below a little room, above the years, beside the numbers
 */
graphene_rect_t
machi_histogram_get_area (GtkWidget *widget, const MachiHistogramBins *bins)
{
  g_autoptr (PangoLayout) label = NULL;
  g_autofree char *text = NULL;
  MachiScale scale;
  int label_width, label_height, side, below;

  init_scale (bins, &scale);
  text = machi_scale_format_tick (&scale, scale.n_ticks - 1, TRUE);
  label = create_label (widget, text);
  pango_layout_get_pixel_size (label, &label_width, &label_height);
  side = MAX (label_width + 2 * LABEL_GAP, MACHI_HISTOGRAM_THUMB_WIDTH / 2 + 2);
  below = label_height + LABEL_GAP;

  return GRAPHENE_RECT_INIT (
      (float) side, (float) label_height / 2,
      (float) MAX (gtk_widget_get_width (widget) - side - MACHI_HISTOGRAM_THUMB_WIDTH / 2 - 2, 1),
      (float) MAX (gtk_widget_get_height (widget) - below - label_height / 2, 1));
}

/**
 * machi_histogram_get_left:
 * @bins: the bins of a histogram
 * @area: where its bars stand
 * @bin: a bin, or their number for the end of the last
 *
 * Returns: where the bin begins, in pixels
 */
double
machi_histogram_get_left (const MachiHistogramBins *bins, const graphene_rect_t *area, guint bin)
{
  return area->origin.x + (double) area->size.width * bin / machi_histogram_bins_get_size (bins);
}

/**
 * machi_histogram_get_bin_at:
 * @bins: the bins of a histogram
 * @area: where its bars stand
 * @x: a place, in pixels
 *
 * Returns: the bin there, or the nearest
 */
guint
machi_histogram_get_bin_at (const MachiHistogramBins *bins, const graphene_rect_t *area, double x)
{
  double place = (x - area->origin.x) / area->size.width * machi_histogram_bins_get_size (bins);

  return (guint) CLAMP (floor (place), 0, machi_histogram_bins_get_size (bins) - 1);
}

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (floorf (x), floorf (y)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_scale (GtkWidget *widget,
            GtkSnapshot *snapshot,
            const graphene_rect_t *area,
            const MachiPlotStyle *style,
            const MachiScale *scale)
{
  for (guint i = 0; i < scale->n_ticks; i++)
    {
      double value = machi_scale_get_tick (scale, i);
      float y = roundf (area->origin.y + area->size.height * (float) (1 - value / scale->high));
      g_autofree char *text = machi_scale_format_tick (scale, i, TRUE);
      g_autoptr (PangoLayout) label = create_label (widget, text);
      int width, height;

      pango_layout_get_pixel_size (label, &width, &height);
      gtk_snapshot_append_color (snapshot, i == 0 ? &style->axis : &style->grid,
                                 &GRAPHENE_RECT_INIT (area->origin.x, y, area->size.width, 1));
      draw_text (snapshot, label, area->origin.x - (float) width - LABEL_GAP, y - (float) height / 2, &style->dim);
    }
}

/* Decades, or every second or fifth of them, as there is room. */
static void
draw_years (GtkWidget *widget,
            const MachiHistogramBins *bins,
            GtkSnapshot *snapshot,
            const graphene_rect_t *area,
            const MachiPlotStyle *style)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  double bin_width = area->size.width / machi_histogram_bins_get_size (bins);
  int step = steps[G_N_ELEMENTS (steps) - 1];

  for (guint i = G_N_ELEMENTS (steps); i-- > 0 && steps[i] * bin_width >= YEAR_ROOM;)
    step = steps[i];

  for (guint bin = 0; bin < machi_histogram_bins_get_size (bins); bin++)
    {
      g_autoptr (PangoLayout) label = NULL;
      g_autofree char *text = NULL;
      int year = machi_histogram_bins_get_year (bins, bin);
      float x = (float) (machi_histogram_get_left (bins, area, bin) + bin_width / 2);
      int width;

      if (year % step != 0 || machi_histogram_bins_is_before (bins, bin))
        continue;
      /* Bare: an axis has no room for the word for year, and needs none. */
      text = g_strdup_printf ("%d", year);
      label = create_label (widget, text);
      pango_layout_get_pixel_size (label, &width, NULL);
      draw_text (snapshot, label, MIN (x - (float) width / 2, (float) (gtk_widget_get_width (widget) - width)),
                 area->origin.y + area->size.height + LABEL_GAP, &style->dim);
    }
}

static void
draw_bar (const MachiHistogramBins *bins,
          GtkSnapshot *snapshot,
          const graphene_rect_t *area,
          const MachiPlotStyle *style,
          double high,
          guint bin,
          gboolean shown)
{
  float left = roundf ((float) machi_histogram_get_left (bins, area, bin));
  float right = roundf ((float) machi_histogram_get_left (bins, area, bin + 1));
  float gap = right - left >= 4 ? 1 : 0;
  float bottom = area->origin.y + area->size.height;
  guint sum = 0;

  /* Those before the axis begins stand apart. */
  if (machi_histogram_bins_is_before (bins, bin))
    gap = MAX ((right - left) / 3, 1);
  for (guint kind = 0; kind < MACHI_N_EVENT_KINDS; kind++)
    {
      guint count = machi_histogram_bins_get (bins, bin, kind);
      float from = roundf (bottom - area->size.height * (float) (sum / high));
      float to = roundf (bottom - area->size.height * (float) ((sum + count) / high));
      GdkRGBA colour = style->series[kind];

      sum += count;
      if (count == 0)
        continue;
      colour.alpha = shown ? 1 : FAINT;
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (left, to, MAX (right - left - gap, 1), MAX (from - to, 1)));
    }
}

static void
draw_band (const MachiHistogramBins *bins,
           GtkSnapshot *snapshot,
           const graphene_rect_t *area,
           const MachiPlotStyle *style,
           guint from,
           guint to)
{
  float left = (float) machi_histogram_get_left (bins, area, from);
  float right = (float) machi_histogram_get_left (bins, area, to + 1);
  GdkRGBA colour = style->text;

  if (from == 0 && to == machi_histogram_bins_get_size (bins) - 1)
    return;

  colour.alpha = 0.07f;
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (left, area->origin.y, right - left, area->size.height));
}

/**
 * machi_histogram_draw:
 * @widget: a histogram
 * @bins: its bins
 * @from: the first bin of its range; bars outside are faint
 * @to: the last
 * @snapshot: where to draw
 *
 * Draws all but the ends of the range.
 */
void
machi_histogram_draw (GtkWidget *widget, const MachiHistogramBins *bins, guint from, guint to, GtkSnapshot *snapshot)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  graphene_rect_t area = machi_histogram_get_area (widget, bins);
  MachiPlotStyle style;
  MachiScale scale;

  machi_plot_style_init (&style, adw_style_manager_get_dark (manager) ? MACHI_PLOT_STYLE_DARK : MACHI_PLOT_STYLE_LIGHT,
                         adw_style_manager_get_high_contrast (manager));
  init_scale (bins, &scale);
  draw_band (bins, snapshot, &area, &style, from, to);
  draw_scale (widget, snapshot, &area, &style, &scale);
  for (guint bin = 0; bin < machi_histogram_bins_get_size (bins); bin++)
    draw_bar (bins, snapshot, &area, &style, scale.high, bin, bin >= from && bin <= to);
  draw_years (widget, bins, snapshot, &area, &style);
}
