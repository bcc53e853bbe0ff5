/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-axes.h"

#include "machi-plot-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_LINES 3

/* Names of categories stand in several lines only in columns at least that wide. */
#define LEAST_COLUMN 54

#define FEW_YEARS 12

/* How much of the width the labels of values may take before they are made brief. */
#define WIDEST_VALUES 0.33

static double
get_widest (GPtrArray *texts)
{
  double widest = 0;

  for (guint i = 0; i < texts->len; i++)
    widest = MAX (widest, machi_plot_text_get_width (texts->pdata[i]));

  return ceil (widest);
}

static double
get_highest (GPtrArray *texts)
{
  double highest = 0;

  for (guint i = 0; i < texts->len; i++)
    highest = MAX (highest, machi_plot_text_get_height (texts->pdata[i]));

  return ceil (highest);
}

static PangoLayout *
make_x_label (MachiPlotLayout *layout, guint i)
{
  g_autofree char *label = machi_plot_data_dup_x_label (layout->data, i);

  return machi_plot_layout_make_text (layout, label, MACHI_PLOT_TEXT_TICK);
}

/* Years are all as wide as the first and the last. */
static void
measure_years (MachiPlotAxes *self, MachiPlotLayout *layout)
{
  g_autoptr (PangoLayout) first = make_x_label (layout, 0);
  g_autoptr (PangoLayout) last = make_x_label (layout, machi_plot_data_get_n_xs (layout->data) - 1);

  self->labels_width = ceil (MAX (machi_plot_text_get_width (first), machi_plot_text_get_width (last)));
  self->labels_height = layout->line_height;
}

/**
 * machi_plot_axes_new:
 * @layout: a layout of data that has years or categories
 *
 * Returns: (transfer full): its labels, not fitted yet
 */
MachiPlotAxes *
machi_plot_axes_new (MachiPlotLayout *layout)
{
  MachiPlotAxes *self = g_new0 (MachiPlotAxes, 1);

  self->stride = 1;
  self->values = g_ptr_array_new_with_free_func (g_object_unref);
  self->labels = g_ptr_array_new_with_free_func (g_object_unref);
  if (layout->data->categories == NULL)
    measure_years (self, layout);
  else
    for (guint i = 0; i < machi_plot_data_get_n_xs (layout->data); i++)
      g_ptr_array_add (self->labels, make_x_label (layout, i));

  return self;
}

/**
 * machi_plot_axes_free:
 * @self: (transfer full): labels
 *
 * Frees those that were not placed.
 */
void
machi_plot_axes_free (MachiPlotAxes *self)
{
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

static void
make_values (MachiPlotAxes *self, MachiPlotLayout *layout, gboolean brief)
{
  g_ptr_array_set_size (self->values, 0);
  for (guint i = 0; i < layout->scale.n_ticks; i++)
    {
      g_autofree char *label = machi_scale_format_tick (&layout->scale, i, brief);

      g_ptr_array_add (self->values, machi_plot_layout_make_text (layout, label, MACHI_PLOT_TEXT_TICK));
    }
  self->values_width = get_widest (self->values);
}

/**
 * machi_plot_axes_fit_values:
 * @self: labels
 * @layout: their layout
 * @max_steps: for how many steps there is room
 *
 * Chooses the ticks of the axis of values.
 */
void
machi_plot_axes_fit_values (MachiPlotAxes *self, MachiPlotLayout *layout, guint max_steps)
{
  double low, high;

  machi_plot_data_get_range (layout->data, &low, &high);
  machi_scale_init_values (&layout->scale, low, high, max_steps, layout->data->chart != MACHI_CHART_LINE);
  make_values (self, layout, FALSE);
  if (self->values_width > WIDEST_VALUES * layout->width)
    make_values (self, layout, TRUE);
}

static void
set_box (PangoLayout *text, double width, int lines, PangoWrapMode wrap, PangoAlignment alignment)
{
  pango_layout_set_width (text, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (text, wrap);
  machi_plot_text_align (text, alignment);
  pango_layout_set_height (text, -lines);
  pango_layout_set_ellipsize (text, lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

/* Whether all names stand whole in columns of that width. */
static gboolean
wrap_labels (MachiPlotAxes *self, double width)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      set_box (self->labels->pdata[i], width, 0, PANGO_WRAP_WORD, PANGO_ALIGN_CENTER);
      if (machi_plot_text_get_width (self->labels->pdata[i]) > width + 0.5
          || pango_layout_get_line_count (self->labels->pdata[i]) > MAX_LINES)
        return FALSE;
    }

  return TRUE;
}

/**
 * machi_plot_axes_fit_below:
 * @self: labels
 * @layout: their layout
 * @width: how wide the area is
 *
 * Fits the labels of years or categories below the area; long names in several lines, else ellipsised.
 *
 * Returns: whether they can all be read whole
 */
gboolean
machi_plot_axes_fit_below (MachiPlotAxes *self, MachiPlotLayout *layout, double width)
{
  double u = layout->unit;
  double slot = width / MAX (self->labels->len, 1);
  double gap = 8 * u;
  gboolean fits = TRUE;

  if (layout->data->categories == NULL)
    return TRUE;

  self->stride = 1;
  for (guint i = 0; i < self->labels->len; i++)
    set_box (self->labels->pdata[i], -1, 0, PANGO_WRAP_WORD, PANGO_ALIGN_LEFT);
  self->labels_width = get_widest (self->labels);
  if (self->labels_width > slot - gap)
    fits = slot >= LEAST_COLUMN * u && wrap_labels (self, slot - gap);
  if (!fits)
    {
      double room = MAX (slot, MIN (self->labels_width + gap, MIN (90 * u, width))) - gap;

      self->stride = (guint) ceil ((room + gap) / slot - 0.01);
      for (guint i = 0; i < self->labels->len; i++)
        set_box (self->labels->pdata[i], room, 1, PANGO_WRAP_WORD_CHAR, PANGO_ALIGN_CENTER);
    }
  self->labels_height = get_highest (self->labels);

  return fits;
}

static void
box_beside (MachiPlotAxes *self, MachiPlotLayout *layout, double width, int lines)
{
  PangoAlignment alignment = layout->options.rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;

  for (guint i = 0; i < self->labels->len; i++)
    set_box (self->labels->pdata[i], width, lines, PANGO_WRAP_WORD_CHAR, alignment);
  self->labels_width = get_widest (self->labels);
  self->labels_height = get_highest (self->labels);
}

/**
 * machi_plot_axes_fit_beside:
 * @self: labels
 * @layout: their layout
 * @width: how wide the column of names may be
 *
 * Fits the names of categories beside the area.
 */
void
machi_plot_axes_fit_beside (MachiPlotAxes *self, MachiPlotLayout *layout, double width)
{
  box_beside (self, layout, width, MAX_LINES);
}

/**
 * machi_plot_axes_fit_rows:
 * @self: labels, fitted beside the area
 * @layout: their layout, whose slots are known
 *
 * Shortens the names of categories to the lines there are in a row.
 */
void
machi_plot_axes_fit_rows (MachiPlotAxes *self, MachiPlotLayout *layout)
{
  int lines = (int) (layout->slot / layout->line_height);

  if (lines < MAX_LINES)
    box_beside (self, layout, self->labels_width + 0.5, MAX (lines, 1));
}

/**
 * machi_plot_layout_get_x_place:
 * @layout: a layout
 * @x: a year, or the number of a category
 *
 * Returns: where that is: from the left, or from above where bars lie
 */
double
machi_plot_layout_get_x_place (const MachiPlotLayout *layout, double x)
{
  double first = machi_plot_data_get_x (layout->data, 0);
  double last = machi_plot_data_get_x (layout->data, machi_plot_data_get_n_xs (layout->data) - 1);
  double start = layout->horizontal ? layout->area.y : layout->area.x;
  double extent = layout->horizontal ? layout->area.height : layout->area.width;

  if (last <= first)
    return start + extent / 2;

  return start + layout->pad + (x - first) / (last - first) * (extent - 2 * layout->pad);
}

/**
 * machi_plot_layout_get_value_place:
 * @layout: a layout
 * @value: a value
 *
 * Returns: where that is: from above, or from the left where bars lie
 */
double
machi_plot_layout_get_value_place (const MachiPlotLayout *layout, double value)
{
  double part = (value - layout->scale.low) / (layout->scale.high - layout->scale.low);

  if (!layout->horizontal)
    return layout->area.y + layout->area.height * (1 - part);

  return layout->area.x + layout->area.width * (layout->options.rtl ? 1 - part : part);
}

/* Where a label, shortened if need be, stands around @centre, but not above or below the labels of values beside the
 * area. */
static double
clamp_beside (MachiPlotLayout *layout, double centre, PangoLayout *label)
{
  double margin = 5 * layout->unit;
  double left = layout->options.rtl ? 0 : layout->area.x - margin;
  double right = layout->options.rtl ? layout->area.x + layout->area.width + margin : layout->width;

  double width = machi_plot_text_get_width (label);

  if (width > right - left)
    {
      set_box (label, right - left, 1, PANGO_WRAP_CHAR, PANGO_ALIGN_CENTER);
      width = machi_plot_text_get_width (label);
    }

  return CLAMP (centre - width / 2, left, MAX (right - width, left));
}

/* Labels in a row below the area: one that would overlap the one before is left out. */
static void
place_below (MachiPlotLayout *layout, PangoLayout *label, double centre, double *end)
{
  double x = layout->horizontal ? centre - machi_plot_text_get_width (label) / 2 : clamp_beside (layout, centre, label);
  double width = machi_plot_text_get_width (label);
  double y = layout->height - layout->below;

  x = CLAMP (x, 0, MAX (layout->width - width, 0));
  if (x < *end)
    return;

  machi_plot_layout_add_text (layout, g_object_ref (label), MACHI_PLOT_TEXT_TICK, x, y);
  *end = x + width + 6 * layout->unit;
}

static void
place_values (MachiPlotAxes *self, MachiPlotLayout *layout)
{
  double gap = 6 * layout->unit;

  for (guint i = 0; i < self->values->len; i++)
    {
      PangoLayout *label = self->values->pdata[i];
      double place = machi_plot_layout_get_value_place (layout, machi_scale_get_tick (&layout->scale, i));
      double x = layout->area.x - gap - machi_plot_text_get_width (label);

      g_array_append_val (layout->grid, place);
      if (layout->options.rtl)
        x = layout->area.x + layout->area.width + gap;
      if (!layout->horizontal)
        machi_plot_layout_add_text (layout, g_object_ref (label), MACHI_PLOT_TEXT_TICK, x,
                                    place - machi_plot_text_get_height (label) / 2);
    }
  layout->baseline = machi_plot_layout_get_value_place (layout, CLAMP (0, layout->scale.low, layout->scale.high));
}

static void
place_values_below (MachiPlotAxes *self, MachiPlotLayout *layout)
{
  double end = -INFINITY;

  for (guint i = 0; i < self->values->len; i++)
    {
      guint tick = layout->options.rtl ? self->values->len - 1 - i : i;

      place_below (layout, self->values->pdata[tick], g_array_index (layout->grid, double, tick), &end);
    }
}

static void
place_categories_beside (MachiPlotAxes *self, MachiPlotLayout *layout)
{
  double gap = 6 * layout->unit;
  double end = -INFINITY;

  for (guint i = 0; i < self->labels->len; i++)
    {
      PangoLayout *label = self->labels->pdata[i];
      double height = machi_plot_text_get_height (label);
      double y = machi_plot_layout_get_x_place (layout, i) - height / 2;
      double x = layout->area.x - gap - machi_plot_text_get_width (label);

      if (y < end)
        continue;
      if (layout->options.rtl)
        x = layout->area.x + layout->area.width + gap;
      machi_plot_layout_add_text (layout, g_object_ref (label), MACHI_PLOT_TEXT_TICK, x, y);
      end = y + height;
    }
}

static void
place_year (MachiPlotLayout *layout, double year, double *end)
{
  double place = machi_plot_layout_get_x_place (layout, year);
  g_autofree char *text = g_strdup_printf ("%.10g", year);
  g_autoptr (PangoLayout) label = machi_plot_layout_make_text (layout, text, MACHI_PLOT_TEXT_TICK);

  g_array_append_val (layout->ticks, place);
  place_below (layout, label, place, end);
}

/* Few years at uneven distances: round years between them would have no values. */
static gboolean
is_sparse (MachiPlotLayout *layout, double first, double last)
{
  guint n = machi_plot_data_get_n_xs (layout->data);
  double least = last - first;

  for (guint i = 1; i < n; i++)
    least = MIN (least, machi_plot_data_get_x (layout->data, i) - machi_plot_data_get_x (layout->data, i - 1));

  return n <= FEW_YEARS && (n - 1) * least < last - first - 0.5;
}

/* The very years that have values: the first and the last, and those between as far as there is room. */
static void
place_all_years (MachiPlotLayout *layout, double room)
{
  guint n = machi_plot_data_get_n_xs (layout->data);
  double last = machi_plot_layout_get_x_place (layout, machi_plot_data_get_x (layout->data, n - 1));
  double end = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      double year = machi_plot_data_get_x (layout->data, i);
      double place = machi_plot_layout_get_x_place (layout, year);

      if (i == 0 || i == n - 1 || place + room <= last)
        place_year (layout, year, &end);
      else
        g_array_append_val (layout->ticks, place);
    }
}

/* Where they fit, or are few, the years that have values are labelled; else round years. */
static void
place_years (MachiPlotAxes *self, MachiPlotLayout *layout)
{
  guint n = machi_plot_data_get_n_xs (layout->data);
  double first = machi_plot_data_get_x (layout->data, 0);
  double last = machi_plot_data_get_x (layout->data, n - 1);
  double room = self->labels_width + 8 * layout->unit;
  double end = -INFINITY;
  MachiScale scale;

  if (n == 1 || layout->slot >= room || is_sparse (layout, first, last))
    {
      place_all_years (layout, room);
      return;
    }
  machi_scale_init_years (&scale, first, last, room / (layout->area.width - 2 * layout->pad) * (last - first));
  for (guint i = 0; i < scale.n_ticks; i++)
    place_year (layout, machi_scale_get_tick (&scale, i), &end);
}

/* A change of basis lies half a year before the year from which on it holds. Its label stands above its line; where
 * another one is too near, the line alone says it. */
static void
place_breaks (MachiPlotLayout *layout)
{
  double u = layout->unit;
  double year = machi_plot_layout_get_x_place (layout, machi_plot_data_get_x (layout->data, 0) + 1) - layout->area.x
                - layout->pad;
  double end = -INFINITY;

  for (guint i = 0; i < layout->breaks->len; i++)
    {
      double *place = &g_array_index (layout->breaks, double, i);
      g_autoptr (PangoLayout) label = machi_plot_layout_make_text (layout, _ ("basis changes"), MACHI_PLOT_TEXT_BREAK);
      double x, width;

      *place = machi_plot_layout_get_x_place (layout, *place) - year / 2;
      x = clamp_beside (layout, *place, label);
      width = machi_plot_text_get_width (label);
      if (x < end)
        continue;
      machi_plot_layout_add_text (layout, g_steal_pointer (&label), MACHI_PLOT_TEXT_BREAK, x, layout->top);
      end = x + width + 8 * u;
    }
}

/**
 * machi_plot_axes_place:
 * @self: fitted labels
 * @layout: their layout, whose area is known
 *
 * Puts ticks and labels into the drawing, and what says that the basis changes.
 */
void
machi_plot_axes_place (MachiPlotAxes *self, MachiPlotLayout *layout)
{
  double end = -INFINITY;

  place_values (self, layout);
  if (layout->horizontal)
    {
      place_values_below (self, layout);
      place_categories_beside (self, layout);
      return;
    }

  if (layout->data->categories == NULL)
    place_years (self, layout);
  for (guint i = 0; i < self->labels->len; i += self->stride)
    place_below (layout, self->labels->pdata[i], machi_plot_layout_get_x_place (layout, i), &end);
  place_breaks (layout);
}
