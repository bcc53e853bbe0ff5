/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-items.h"

#include "machi-plot-axes.h"

#include <math.h>

/* How much of its slot a group of bars fills, and how thick a bar may be. */
#define FILLED 0.74
#define THICKEST_STANDING 48
#define THICKEST_LYING 22

static double
get_thickness (MachiPlotLayout *layout, guint n_bars)
{
  double thickest = layout->horizontal ? THICKEST_LYING : THICKEST_STANDING;

  return MIN (FILLED * layout->slot / n_bars, thickest * layout->unit);
}

static PangoLayout *
make_value (MachiPlotLayout *layout, guint i)
{
  g_autofree char *label = machi_scale_format_value (machi_plot_data_get_cell (layout->data, 0, i)->value);

  return machi_plot_layout_make_text (layout, label, MACHI_PLOT_TEXT_VALUE);
}

/**
 * machi_plot_items_measure_values:
 * @layout: a layout of one series
 *
 * Returns: the width of the widest value
 */
double
machi_plot_items_measure_values (MachiPlotLayout *layout)
{
  double widest = 0;

  for (guint i = 0; i < machi_plot_data_get_n_xs (layout->data); i++)
    if (machi_plot_data_has_value (layout->data, 0, i))
      {
        g_autoptr (PangoLayout) text = make_value (layout, i);

        widest = MAX (widest, machi_plot_text_get_width (text));
      }

  return ceil (widest);
}

/**
 * machi_plot_items_have_values:
 * @layout: a layout
 * @room: how much room there is for one value
 *
 * Returns: whether values are written at the ends of bars: bars of one series, where all fit
 */
gboolean
machi_plot_items_have_values (MachiPlotLayout *layout, double room)
{
  if (layout->data->chart == MACHI_CHART_LINE || machi_plot_data_get_n_series (layout->data) != 1)
    return FALSE;
  /* Spares the measuring of what cannot fit. */
  if (room < layout->line_height / 2)
    return FALSE;

  return machi_plot_items_measure_values (layout) <= room;
}

static void
add_point (MachiPlotLayout *layout, guint series, guint i)
{
  MachiPlotItem item = { .series = series, .i = i };

  item.x = machi_plot_layout_get_x_place (layout, machi_plot_data_get_x (layout->data, i));
  item.y = machi_plot_layout_get_value_place (layout, machi_plot_data_get_cell (layout->data, series, i)->value);
  item.box = (cairo_rectangle_t) { item.x, item.y, 0, 0 };
  g_array_append_val (layout->items, item);
}

/* A bar of @thickness from @side on along the axis of years or categories, and from value @from to @to. */
static void
add_bar (MachiPlotLayout *layout, MachiPlotItem item, double side, double thickness, double from, double to)
{
  double start = machi_plot_layout_get_value_place (layout, from);
  double end = machi_plot_layout_get_value_place (layout, to);
  cairo_rectangle_t box = { side, MIN (start, end), thickness, fabs (end - start) };

  item.x = side + thickness / 2;
  item.y = end;
  if (layout->horizontal)
    {
      box = (cairo_rectangle_t) { box.y, box.x, box.height, box.width };
      item.y = item.x;
      item.x = end;
    }
  item.box = box;
  g_array_append_val (layout->items, item);
}

static void
place_bars (MachiPlotLayout *layout)
{
  guint n = machi_plot_data_get_n_series (layout->data);
  double thickness = get_thickness (layout, n);
  double gap = thickness > 6 * layout->unit && n > 1 ? layout->unit : 0;

  for (guint s = 0; s < n; s++)
    for (guint i = 0; i < machi_plot_data_get_n_xs (layout->data); i++)
      if (machi_plot_data_has_value (layout->data, s, i))
        {
          MachiPlotItem item = { .series = s, .i = i };
          double centre = machi_plot_layout_get_x_place (layout, machi_plot_data_get_x (layout->data, i));
          double side = centre + thickness * (s - n / 2.0);

          add_bar (layout, item, side, thickness - gap, 0, machi_plot_data_get_cell (layout->data, s, i)->value);
        }
}

static void
place_stacked_bars (MachiPlotLayout *layout)
{
  double thickness = get_thickness (layout, 1);
  guint n = machi_plot_data_get_n_xs (layout->data);
  g_autofree double *tops = g_new0 (double, 2 * n);

  for (guint s = 0; s < machi_plot_data_get_n_series (layout->data); s++)
    for (guint i = 0; i < n; i++)
      if (machi_plot_data_has_value (layout->data, s, i))
        {
          MachiPlotItem item = { .series = s, .i = i };
          double value = machi_plot_data_get_cell (layout->data, s, i)->value;
          double centre = machi_plot_layout_get_x_place (layout, machi_plot_data_get_x (layout->data, i));
          double *top = &tops[value < 0 ? n + i : i];

          add_bar (layout, item, centre - thickness / 2, thickness, *top, *top + value);
          *top += value;
        }
}

/* The value stands beyond the end of its bar. */
static void
place_value (MachiPlotLayout *layout, const MachiPlotItem *item)
{
  PangoLayout *text = make_value (layout, item->i);
  double width = machi_plot_text_get_width (text);
  double height = machi_plot_text_get_height (text);
  gboolean negative = machi_plot_data_get_cell (layout->data, item->series, item->i)->value < 0;
  double x = item->x - width / 2;
  double y = negative ? item->y + layout->unit : item->y - height - layout->unit;

  if (layout->horizontal)
    {
      x = negative != layout->options.rtl ? item->x - width - 5 * layout->unit : item->x + 5 * layout->unit;
      y = item->y - height / 2;
    }
  machi_plot_layout_add_text (layout, text, MACHI_PLOT_TEXT_VALUE, x, y);
}

/**
 * machi_plot_items_place:
 * @layout: a layout whose axes are placed
 *
 * Puts points and bars into the drawing.
 */
void
machi_plot_items_place (MachiPlotLayout *layout)
{
  if (layout->data->chart == MACHI_CHART_BAR)
    place_bars (layout);
  else if (layout->data->chart == MACHI_CHART_STACKED_BAR)
    place_stacked_bars (layout);
  else
    for (guint s = 0; s < machi_plot_data_get_n_series (layout->data); s++)
      for (guint i = 0; i < machi_plot_data_get_n_xs (layout->data); i++)
        if (machi_plot_data_has_value (layout->data, s, i))
          add_point (layout, s, i);

  for (guint i = 0; layout->has_values && i < layout->items->len; i++)
    place_value (layout, &g_array_index (layout->items, MachiPlotItem, i));
}
