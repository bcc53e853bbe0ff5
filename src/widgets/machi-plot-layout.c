/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-layout.h"

#include "machi-plot-axes.h"
#include "machi-plot-items.h"
#include "machi-plot-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* The height the area needs at least, and where it can have what it wants; labels and values on bars beyond it aside.
 * That of lying bars is never less than that of standing ones: see machi_plot_measure(). */
#define LEAST_AREA 85
#define LEAST_LYING_AREA 100
#define GOOD_AREA 130

/* Small text is that much of the text around the plot. */
#define SMALL 0.85

/* The height of a line of small text of the usual size: what all measures below are relative to. */
#define USUAL_LINE_HEIGHT 16.0

static void
text_clear (MachiPlotText *text)
{
  g_object_unref (text->layout);
}

/**
 * machi_plot_layout_make_text:
 * @self: a layout
 * @text: a text
 * @role: what it is for
 *
 * Returns: (transfer full): the text in its font, in one line
 */
PangoLayout *
machi_plot_layout_make_text (MachiPlotLayout *self, const char *text, MachiPlotTextRole role)
{
  PangoLayout *layout = pango_layout_new (self->options.context);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (role == MACHI_PLOT_TEXT_TITLE)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  else
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  if (role == MACHI_PLOT_TEXT_TICK || role == MACHI_PLOT_TEXT_VALUE)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/**
 * machi_plot_layout_add_text:
 * @self: a layout
 * @text: (transfer full): a text
 * @role: what it is for
 * @x: the left end of its box, which is not always its origin
 * @y: the upper end of its box
 *
 * Adds a text to the drawing.
 */
void
machi_plot_layout_add_text (MachiPlotLayout *self, PangoLayout *text, MachiPlotTextRole role, double x, double y)
{
  MachiPlotText item = { .layout = text, .role = role };
  PangoRectangle box;

  pango_layout_get_extents (text, NULL, &box);
  item.x = x - (double) box.x / PANGO_SCALE;
  item.y = y - (double) box.y / PANGO_SCALE;
  g_array_append_val (self->texts, item);
}

static gboolean
is_rtl (PangoDirection direction)
{
  return direction == PANGO_DIRECTION_RTL || direction == PANGO_DIRECTION_WEAK_RTL;
}

/**
 * machi_plot_text_align:
 * @text: a text
 * @alignment: on which side its lines end or begin
 *
 * Aligns a text of several lines to that very side. Pango changes sides for text that runs against the direction of its
 * context.
 */
void
machi_plot_text_align (PangoLayout *text, PangoAlignment alignment)
{
  PangoDirection around = pango_context_get_base_dir (pango_layout_get_context (text));
  gboolean against = is_rtl (pango_layout_get_direction (text, 0)) != is_rtl (around);

  if (against && alignment != PANGO_ALIGN_CENTER)
    alignment = alignment == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  pango_layout_set_alignment (text, alignment);
}

/**
 * machi_plot_text_get_width:
 * @text: a text
 *
 * Returns: how wide it is
 */
double
machi_plot_text_get_width (PangoLayout *text)
{
  PangoRectangle box;

  pango_layout_get_extents (text, NULL, &box);

  return (double) box.width / PANGO_SCALE;
}

/**
 * machi_plot_text_get_height:
 * @text: a text
 *
 * Returns: how high it is
 */
double
machi_plot_text_get_height (PangoLayout *text)
{
  PangoRectangle box;

  pango_layout_get_extents (text, NULL, &box);

  return (double) box.height / PANGO_SCALE;
}

static void
init_measures (MachiPlotLayout *self)
{
  g_autoptr (PangoLayout) text = machi_plot_layout_make_text (self, "0", MACHI_PLOT_TEXT_TICK);

  self->line_height = machi_plot_text_get_height (text);
  self->unit = self->line_height / USUAL_LINE_HEIGHT;
}

/* The side on which lines of text begin. */
static double
mirror (MachiPlotLayout *self, double x, double width)
{
  return self->options.rtl ? self->width - x - width : x;
}

/* Texts above the area, one under the other: @top is where there is room, what is returned where there is then. */
static double
place_paragraph (MachiPlotLayout *self, const char *text, MachiPlotTextRole role, int max_lines, double top, double gap)
{
  PangoLayout *layout;

  if (text == NULL || *text == '\0')
    return top;

  layout = machi_plot_layout_make_text (self, text, role);
  pango_layout_set_width (layout, (int) (self->width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  machi_plot_text_align (layout, self->options.rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  machi_plot_layout_add_text (self, layout, role, mirror (self, 0, machi_plot_text_get_width (layout)), top);

  return top + machi_plot_text_get_height (layout) + gap * self->unit;
}

static PangoLayout *
make_legend_text (MachiPlotLayout *self, guint series, double room)
{
  g_autofree char *label = machi_plot_data_dup_series_label (self->data, series);
  PangoLayout *text = machi_plot_layout_make_text (self, label, MACHI_PLOT_TEXT_LEGEND);

  if (machi_plot_text_get_width (text) > room)
    pango_layout_set_width (text, (int) (room * PANGO_SCALE));
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);

  return text;
}

/* Samples and names one after the other, in as many rows as are needed; scripts differ in height. */
static double
place_legend (MachiPlotLayout *self, double top)
{
  double u = self->unit;
  double sample = (self->data->chart == MACHI_CHART_LINE ? 22 : 14) * u;
  double gap = 6 * u, x = 0, row = self->line_height;
  guint n = machi_plot_data_get_n_series (self->data);

  if (n < 2)
    return top;

  for (guint s = 0; s < n; s++)
    {
      PangoLayout *text = make_legend_text (self, s, MAX (self->width - sample - gap, sample));
      MachiPlotSwatch swatch = { .series = s };
      double width = machi_plot_text_get_width (text);
      double height = machi_plot_text_get_height (text);

      if (x > 0 && x + sample + gap + width > self->width)
        {
          x = 0;
          top += row + 4 * u;
          row = self->line_height;
        }
      row = MAX (row, height);
      swatch.box = (cairo_rectangle_t) { mirror (self, x, sample), top, sample, height };
      g_array_append_val (self->swatches, swatch);
      machi_plot_layout_add_text (self, text, MACHI_PLOT_TEXT_LEGEND, mirror (self, x + sample + gap, width), top);
      x += sample + gap + width + 16 * u;
    }

  return top + row + 8 * u;
}

static double
place_header (MachiPlotLayout *self)
{
  const char *title = self->options.with_title ? self->data->title : NULL;
  g_autofree char *axis = machi_plot_data_dup_axis_label (self->data, title != NULL);
  double top = place_paragraph (self, title, MACHI_PLOT_TEXT_TITLE, 4, 0, 8);

  top = place_legend (self, top);

  return place_paragraph (self, axis, MACHI_PLOT_TEXT_AXIS, 3, top, 2);
}

/* What is drawn above the area must not touch the header: half a label, and a remark on a break. */
static double
get_headroom (MachiPlotLayout *self)
{
  return self->breaks->len > 0 ? self->line_height + 4 * self->unit : self->line_height / 2 + 2 * self->unit;
}

/* How far the values on bars may stick out of an area of @height: above it, and below it. */
static void
get_overhang (MachiPlotLayout *self, double height, double *above, double *below)
{
  double part = height / (self->scale.high - self->scale.low);
  double low, high;

  machi_plot_data_get_range (self->data, &low, &high);
  *above = *below = 0;
  if (self->has_values && high >= 0)
    *above = MAX (self->line_height + self->unit - (self->scale.high - high) * part, 0);
  if (self->has_values && low < 0)
    *below = MAX (self->line_height + self->unit - (low - self->scale.low) * part, 0);
}

static void
set_height (MachiPlotLayout *self, double least, double comfortable)
{
  self->min_height = ceil (least);
  self->height = self->options.height > 0 ? self->options.height : ceil (MAX (least, comfortable));
}

/* How much room each year or category has, which is least between the years that are nearest to each other. */
static void
set_slot (MachiPlotLayout *self, double extent, double label_width)
{
  guint n = machi_plot_data_get_n_xs (self->data);
  double span = machi_plot_data_get_x (self->data, n - 1) - machi_plot_data_get_x (self->data, 0);
  double least = span;

  for (guint i = 1; i < n; i++)
    least = MIN (least, machi_plot_data_get_x (self->data, i) - machi_plot_data_get_x (self->data, i - 1));

  if (n == 1 || self->data->categories != NULL)
    {
      self->slot = extent / n;
      self->pad = self->slot / 2;
      return;
    }
  self->pad = label_width / 2 + 4 * self->unit;
  if (self->data->chart != MACHI_CHART_LINE)
    self->pad = MAX (self->pad, extent * least / (span + least) / 2);
  self->slot = (extent - 2 * self->pad) * least / span;
}

/* Bars stand, and lines go, from one side to the other. */
static void
fit_standing (MachiPlotLayout *self, MachiPlotAxes *axes)
{
  double u = self->unit;
  double guess = self->options.height > 0 ? self->options.height : self->options.natural_height;
  double top = self->top + get_headroom (self);
  double side, above, under;

  guess = MAX (guess - top - 2 * self->line_height, 60 * u);
  machi_plot_axes_fit_values (axes, self, (guint) CLAMP (guess / (28 * u), 2, 6));
  side = axes->values_width + 8 * u;
  self->area.x = self->options.rtl ? 2 * u : side;
  self->area.width = MAX (self->width - side - 2 * u, 20 * u);
  machi_plot_axes_fit_below (axes, self, self->area.width);
  set_slot (self, self->area.width, axes->labels_width);
  self->has_values = machi_plot_items_have_values (self, self->slot - 4 * u);

  get_overhang (self, guess - 2 * self->line_height, &above, &under);
  top += above;
  self->below = axes->labels_height + 3 * u;
  under += self->below + 5 * u;
  set_height (self, top - above + self->below + LEAST_AREA * u,
              MAX (self->options.natural_height, top - above + self->below + GOOD_AREA * u));
  self->area.y = top;
  self->area.height = MAX (self->height - top - under, 20 * u);
}

/* Bars lie, and the names of their categories stand beside them. */
static void
fit_lying (MachiPlotLayout *self, MachiPlotAxes *axes)
{
  double u = self->unit;
  guint n = machi_plot_data_get_n_xs (self->data);
  guint n_bars = self->data->chart == MACHI_CHART_BAR ? machi_plot_data_get_n_series (self->data) : 1;
  double top = self->top + 2 * u;
  double row, below, side, end, low, high;

  machi_plot_axes_fit_beside (axes, self, self->width * 0.48);
  machi_plot_data_get_range (self->data, &low, &high);
  self->has_values = low >= 0 && machi_plot_items_have_values (self, self->width * 0.3);
  row = MAX (axes->labels_height + 6 * u, (8 + 13 * n_bars) * u);
  side = axes->labels_width + 8 * u;
  end = (self->has_values ? machi_plot_items_measure_values (self) + 6 * u : 0) + 2 * u;
  end = MAX (end, axes->values_width / 2);
  self->below = self->line_height + 3 * u;
  below = self->below + 3 * u;
  set_height (self, top + below + MAX (n * row, LEAST_LYING_AREA * u), 0);

  self->area.x = self->options.rtl ? end : side;
  self->area.y = top;
  self->area.width = MAX (self->width - side - end, 20 * u);
  self->area.height = MAX (self->height - top - below, 20 * u);
  set_slot (self, self->area.height, 0);
  machi_plot_axes_fit_values (axes, self, (guint) CLAMP (self->area.width / (axes->values_width + 24 * u), 2, 6));
  machi_plot_axes_fit_rows (axes, self);
}

/* A marker is 7 units wide: two may touch here and there, but not all along the line. */
static gboolean
has_room_for_markers (MachiPlotLayout *self)
{
  guint n = machi_plot_data_get_n_xs (self->data);

  return n < 2 || (self->slot >= 6 * self->unit && (self->area.width - 2 * self->pad) / (n - 1) >= 16 * self->unit);
}

static void
place_plot (MachiPlotLayout *self)
{
  g_autoptr (MachiPlotAxes) axes = machi_plot_axes_new (self);

  machi_plot_axes_fit_values (axes, self, 5);
  self->horizontal = self->data->categories != NULL && self->data->chart != MACHI_CHART_LINE
                     && !machi_plot_axes_fit_below (axes, self, self->width - axes->values_width - 18 * self->unit);
  self->breaks = machi_plot_data_get_breaks (self->data);
  if (self->horizontal)
    fit_lying (self, axes);
  else
    fit_standing (self, axes);
  self->has_markers = has_room_for_markers (self);

  machi_plot_axes_place (axes, self);
  machi_plot_items_place (self);
}

/* Nothing to plot: it says so. */
static void
place_nothing (MachiPlotLayout *self)
{
  self->breaks = g_array_new (FALSE, FALSE, sizeof (double));
  set_height (self, self->top + 2 * self->line_height, 0);
  place_paragraph (self, _ ("There are no values to show."), MACHI_PLOT_TEXT_AXIS, 2, self->top, 0);
}

/**
 * machi_plot_layout_new:
 * @data: what is plotted; must outlive the layout
 * @options: how big, and in what font
 *
 * Returns: (transfer full): where everything is
 */
MachiPlotLayout *
machi_plot_layout_new (const MachiPlotData *data, const MachiPlotLayoutOptions *options)
{
  MachiPlotLayout *self = g_new0 (MachiPlotLayout, 1);
  double low, high;

  self->data = data;
  self->options = *options;
  self->width = options->width;
  self->grid = g_array_new (FALSE, FALSE, sizeof (double));
  self->ticks = g_array_new (FALSE, FALSE, sizeof (double));
  self->texts = g_array_new (FALSE, FALSE, sizeof (MachiPlotText));
  g_array_set_clear_func (self->texts, (GDestroyNotify) text_clear);
  self->swatches = g_array_new (FALSE, FALSE, sizeof (MachiPlotSwatch));
  self->items = g_array_new (FALSE, FALSE, sizeof (MachiPlotItem));

  init_measures (self);
  self->top = place_header (self);
  machi_plot_data_get_range (data, &low, &high);
  if (low <= high)
    place_plot (self);
  else
    place_nothing (self);
  self->options.context = NULL;

  return self;
}

/**
 * machi_plot_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees it.
 */
void
machi_plot_layout_free (MachiPlotLayout *self)
{
  g_array_unref (self->grid);
  g_array_unref (self->ticks);
  g_array_unref (self->breaks);
  g_array_unref (self->texts);
  g_array_unref (self->swatches);
  g_array_unref (self->items);
  g_free (self);
}

/**
 * machi_plot_layout_get_item:
 * @self: a layout
 * @series: which series
 * @i: which of the years or categories
 *
 * Returns: (transfer none) (nullable): the point or bar of that value, NULL where no value is known
 */
const MachiPlotItem *
machi_plot_layout_get_item (const MachiPlotLayout *self, guint series, guint i)
{
  for (guint n = 0; n < self->items->len; n++)
    {
      const MachiPlotItem *item = &g_array_index (self->items, MachiPlotItem, n);

      if (item->series == series && item->i == i)
        return item;
    }

  return NULL;
}

static double
get_distance (double at, double from, double extent)
{
  return MAX (MAX (from - at, at - from - extent), 0);
}

/* Along the axis of years or categories nearness counts more: one points at a year, then at one of its values. */
static double
rate (const MachiPlotLayout *self, const MachiPlotItem *item, double x, double y)
{
  gboolean point = self->data->chart == MACHI_CHART_LINE;
  double dx = point ? fabs (x - item->x) : get_distance (x, item->box.x, item->box.width);
  double dy = point ? fabs (y - item->y) : get_distance (y, item->box.y, item->box.height);

  return self->horizontal ? dx + 4 * dy : 4 * dx + dy;
}

/**
 * machi_plot_layout_pick:
 * @self: a layout
 * @x: where one points at
 * @y: where one points at
 *
 * Returns: (transfer none) (nullable): the point or bar that is meant, NULL outside of the area
 */
const MachiPlotItem *
machi_plot_layout_pick (const MachiPlotLayout *self, double x, double y)
{
  const MachiPlotItem *best = NULL;
  double margin = 12 * self->unit;
  double least = INFINITY;

  if (get_distance (x, self->area.x, self->area.width) > margin
      || get_distance (y, self->area.y, self->area.height) > margin)
    return NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      const MachiPlotItem *item = &g_array_index (self->items, MachiPlotItem, i);
      double rating = rate (self, item, x, y);

      if (rating < least)
        {
          least = rating;
          best = item;
        }
    }

  return best;
}
