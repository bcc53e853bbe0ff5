/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-draw.h"

#include <math.h>
#include <pango/pangocairo.h>

/* The hues of Okabe and Ito (2008), with lightness changed until each stands out 3:1 from a light background, or from a
 * dark one, and neighbours differ for people with protanopia, deuteranopia and tritanopia too. */
static const guint32 light_colours[MACHI_PLOT_N_COLOURS] = {
  0x0058a3, 0xe05600, 0x00956c, 0x8f2f6b, 0x574800, 0x3f93cf, 0x1f2a30,
};
static const guint32 dark_colours[MACHI_PLOT_N_COLOURS] = {
  0x4a90e8, 0xf2762e, 0x5fe0b0, 0xd07fb5, 0xf7d038, 0x9ad4ff, 0xe8e4da,
};

#define MARKER_RADIUS 3.6
#define LINE_WIDTH 2.0

static GdkRGBA
make_colour (guint32 rgb, float alpha)
{
  return (GdkRGBA) { ((rgb >> 16) & 0xff) / 255.f, ((rgb >> 8) & 0xff) / 255.f, (rgb & 0xff) / 255.f, alpha };
}

/**
 * machi_plot_style_init:
 * @style: (out): a style
 * @kind: what it is for: print has a white background
 * @high_contrast: whether faint lines and text must be strong
 *
 * Sets the colours.
 */
void
machi_plot_style_init (MachiPlotStyle *style, MachiPlotStyleKind kind, gboolean high_contrast)
{
  gboolean dark = kind == MACHI_PLOT_STYLE_DARK;
  guint32 ink = dark ? 0xffffff : kind == MACHI_PLOT_STYLE_PRINT ? 0x000000 : 0x000006;
  const guint32 *colours = dark ? dark_colours : light_colours;

  for (guint i = 0; i < MACHI_PLOT_N_COLOURS; i++)
    style->series[i] = make_colour (colours[i], 1);
  style->text = make_colour (ink, high_contrast || kind != MACHI_PLOT_STYLE_LIGHT ? 1 : 0.8f);
  style->dim = make_colour (ink, high_contrast ? 1 : dark ? 0.75f : 0.66f);
  style->grid = make_colour (ink, high_contrast ? 0.5f : dark ? 0.16f : 0.13f);
  style->axis = make_colour (ink, high_contrast ? 1 : dark ? 0.6f : 0.5f);
  style->hatch = dark ? make_colour (0x000000, 0.3f) : make_colour (0xffffff, 0.36f);
  style->background = make_colour (0xffffff, kind == MACHI_PLOT_STYLE_PRINT ? 1 : 0);
  style->bubble = dark ? make_colour (0x000000, 0.9f) : make_colour (0x1d1d20, 0.92f);
  style->bubble_text = make_colour (0xffffff, 1);
  style->snap = kind != MACHI_PLOT_STYLE_PRINT;
}

static void
set_colour (cairo_t *cr, const GdkRGBA *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static const GdkRGBA *
get_colour (const MachiPlotStyle *style, guint series)
{
  return &style->series[series % MACHI_PLOT_N_COLOURS];
}

static double
snap (const MachiPlotStyle *style, double place)
{
  return style->snap ? floor (place) + 0.5 : place;
}

static void
draw_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

static void
draw_grid (const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr)
{
  const cairo_rectangle_t *area = &layout->area;

  set_colour (cr, &style->grid);
  cairo_set_line_width (cr, style->snap ? 1 : layout->unit);
  for (guint i = 0; i < layout->grid->len; i++)
    {
      double place = snap (style, g_array_index (layout->grid, double, i));

      if (layout->horizontal)
        draw_line (cr, place, area->y, place, area->y + area->height);
      else
        draw_line (cr, area->x, place, area->x + area->width, place);
    }
}

/* A little saw at the foot of the axis, as for everything that is cut short. */
static void
draw_saw (const MachiPlotLayout *layout, cairo_t *cr)
{
  double u = layout->unit;
  double x = layout->options.rtl ? layout->area.x + layout->area.width : layout->area.x;
  double y = layout->area.y + layout->area.height;

  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, 0, -4 * u);
  cairo_rel_line_to (cr, 4 * u, -2 * u);
  cairo_rel_line_to (cr, -8 * u, -4 * u);
  cairo_rel_line_to (cr, 4 * u, -2 * u);
  cairo_rel_line_to (cr, 0, -4 * u);
  cairo_stroke (cr);
}

static void
draw_baseline (const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr)
{
  const cairo_rectangle_t *area = &layout->area;
  double place = snap (style, layout->baseline);

  cairo_save (cr);
  set_colour (cr, &style->axis);
  cairo_set_line_width (cr, style->snap ? 1 : layout->unit);
  if (layout->scale.broken)
    {
      double dash = 3 * layout->unit;

      draw_saw (layout, cr);
      cairo_set_dash (cr, &dash, 1, 0);
    }
  if (layout->horizontal)
    draw_line (cr, place, area->y, place, area->y + area->height);
  else
    draw_line (cr, area->x, place, area->x + area->width, place);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; layout->data->chart == MACHI_CHART_LINE && i < layout->ticks->len; i++)
    {
      double x = snap (style, g_array_index (layout->ticks, double, i));
      double y = area->y + area->height;

      draw_line (cr, x, y, x, y + 4 * layout->unit);
    }
  cairo_restore (cr);
}

static void
draw_breaks (const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr)
{
  double dash = 4 * layout->unit;

  cairo_save (cr);
  set_colour (cr, &style->axis);
  cairo_set_line_width (cr, style->snap ? 1 : layout->unit);
  cairo_set_dash (cr, &dash, 1, 0);
  for (guint i = 0; i < layout->breaks->len; i++)
    {
      double x = snap (style, g_array_index (layout->breaks, double, i));

      draw_line (cr, x, layout->top + layout->line_height + layout->unit, x, layout->area.y + layout->area.height);
    }
  cairo_restore (cr);
}

static void
add_polygon (cairo_t *cr, double x, double y, const double *corners, guint n, double size)
{
  cairo_move_to (cr, x + corners[0] * size, y + corners[1] * size);
  for (guint i = 1; i < n; i++)
    cairo_line_to (cr, x + corners[2 * i] * size, y + corners[2 * i + 1] * size);
  cairo_close_path (cr);
}

static void
add_marker (cairo_t *cr, guint series, double x, double y, double r)
{
  static const double square[] = { -0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9 };
  static const double up[] = { 0, -1.25, 1.2, 0.9, -1.2, 0.9 };
  static const double diamond[] = { 0, -1.35, 1.35, 0, 0, 1.35, -1.35, 0 };
  static const double down[] = { 0, 1.25, 1.2, -0.9, -1.2, -0.9 };
  static const double plus[] = { -0.42, -1.3, 0.42,  -1.3, 0.42,  -0.42, 1.3,  -0.42, 1.3,  0.42,  0.42,  0.42,
                                 0.42,  1.3,  -0.42, 1.3,  -0.42, 0.42,  -1.3, 0.42,  -1.3, -0.42, -0.42, -0.42 };
  static const double bar[] = { -1.4, -0.6, 1.4, -0.6, 1.4, 0.6, -1.4, 0.6 };

  switch (series % MACHI_PLOT_N_COLOURS)
    {
    case 1:
      add_polygon (cr, x, y, square, 4, r);
      break;
    case 2:
      add_polygon (cr, x, y, up, 3, r);
      break;
    case 3:
      add_polygon (cr, x, y, diamond, 4, r);
      break;
    case 4:
      add_polygon (cr, x, y, down, 3, r);
      break;
    case 5:
      add_polygon (cr, x, y, plus, 12, r);
      break;
    case 6:
      add_polygon (cr, x, y, bar, 4, r);
      break;
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
    }
}

/* Where there is no room for markers, lines are told apart by their dashes. */
static void
set_dash (const MachiPlotLayout *layout, cairo_t *cr, guint series)
{
  static const double dashes[][4] = {
    { 1, 0, 1, 0 }, { 7, 3, 7, 3 }, { 2, 2, 2, 2 }, { 8, 3, 2, 3 }, { 4, 2, 4, 2 }, { 11, 3, 11, 3 }, { 4, 2, 1, 2 },
  };
  double scaled[4];

  if (layout->has_markers || series % G_N_ELEMENTS (dashes) == 0)
    {
      cairo_set_dash (cr, NULL, 0, 0);
      return;
    }
  for (guint i = 0; i < 4; i++)
    scaled[i] = dashes[series % G_N_ELEMENTS (dashes)][i] * layout->unit;
  cairo_set_dash (cr, scaled, 4, 0);
}

static const MachiPlotItem *
get_neighbour (const MachiPlotLayout *layout, guint n, int direction)
{
  const MachiPlotItem *item = &g_array_index (layout->items, MachiPlotItem, n);
  const MachiPlotItem *other;

  if (n + (guint) direction >= layout->items->len)
    return NULL;
  other = &g_array_index (layout->items, MachiPlotItem, n + (guint) direction);
  if (other->series != item->series
      || !machi_plot_data_joins (layout->data, item->series, MIN (item->i, other->i), MAX (item->i, other->i)))
    return NULL;

  return other;
}

static void
draw_lines (const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_line_width (cr, LINE_WIDTH * layout->unit);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint n = 0; n < layout->items->len; n++)
    {
      const MachiPlotItem *item = &g_array_index (layout->items, MachiPlotItem, n);

      if (get_neighbour (layout, n, -1) == NULL)
        cairo_move_to (cr, item->x, item->y);
      else
        cairo_line_to (cr, item->x, item->y);
      if (get_neighbour (layout, n, 1) == NULL)
        {
          set_colour (cr, get_colour (style, item->series));
          set_dash (layout, cr, item->series);
          cairo_stroke (cr);
        }
    }
  cairo_restore (cr);
}

/* A point that no line reaches has a marker even where there is little room: else it would not be seen. */
static void
draw_markers (const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr)
{
  for (guint n = 0; n < layout->items->len; n++)
    {
      const MachiPlotItem *item = &g_array_index (layout->items, MachiPlotItem, n);
      gboolean alone = get_neighbour (layout, n, -1) == NULL && get_neighbour (layout, n, 1) == NULL;

      if (!layout->has_markers && !alone)
        continue;
      add_marker (cr, item->series, item->x, item->y, MARKER_RADIUS * layout->unit);
      set_colour (cr, get_colour (style, item->series));
      cairo_fill (cr);
    }
}

/* Fine lines over the fill, so that bars of several series differ in more than their colours. */
static void
hatch (
    const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr, guint series, const cairo_rectangle_t *box)
{
  static const struct
  {
    double step, dx, dy;
  } patterns[MACHI_PLOT_N_COLOURS] = {
    { 0, 0, 0 }, { 6, 1, 1 }, { 6, 1, -1 }, { 5, 0, 1 }, { 10, 1, 1 }, { 10, 1, -1 }, { 9, 0, 1 },
  };
  guint pattern = series % MACHI_PLOT_N_COLOURS;
  double step = patterns[pattern].step * layout->unit;
  double length = box->height;

  if (step <= 0)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  set_colour (cr, &style->hatch);
  cairo_set_line_width (cr, layout->unit);
  for (double x = box->x - length + step / 2; x < box->x + box->width + length; x += step)
    draw_line (cr, x, patterns[pattern].dy > 0 ? box->y : box->y + length, x + patterns[pattern].dx * length,
               patterns[pattern].dy > 0 ? box->y + length : box->y);
  cairo_restore (cr);
}

static void
draw_bar (const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr, guint series, cairo_rectangle_t box)
{
  if (box.width <= 0 || box.height <= 0)
    return;

  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  set_colour (cr, get_colour (style, series));
  cairo_fill (cr);
  hatch (layout, style, cr, series, &box);
}

static void
draw_bars (const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr)
{
  double gap = layout->data->chart == MACHI_CHART_STACKED_BAR ? layout->unit : 0;

  for (guint n = 0; n < layout->items->len; n++)
    {
      const MachiPlotItem *item = &g_array_index (layout->items, MachiPlotItem, n);
      cairo_rectangle_t box = item->box;

      /* The gap is at the end farther from zero. */
      if (layout->horizontal && box.width > 3 * gap)
        {
          box.x += item->x > box.x ? 0 : gap;
          box.width -= gap;
        }
      else if (!layout->horizontal && box.height > 3 * gap)
        {
          box.y += item->y > box.y ? 0 : gap;
          box.height -= gap;
        }
      draw_bar (layout, style, cr, item->series, box);
    }
}

static void
draw_swatches (const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr)
{
  double u = layout->unit;

  for (guint i = 0; i < layout->swatches->len; i++)
    {
      const MachiPlotSwatch *swatch = &g_array_index (layout->swatches, MachiPlotSwatch, i);
      const cairo_rectangle_t *box = &swatch->box;
      double middle = box->y + box->height / 2;

      if (layout->data->chart != MACHI_CHART_LINE)
        {
          cairo_rectangle_t sample = { box->x, middle - 6 * u, box->width, 12 * u };

          draw_bar (layout, style, cr, swatch->series, sample);
          continue;
        }
      cairo_save (cr);
      set_colour (cr, get_colour (style, swatch->series));
      set_dash (layout, cr, swatch->series);
      cairo_set_line_width (cr, LINE_WIDTH * u);
      draw_line (cr, box->x, middle, box->x + box->width, middle);
      cairo_restore (cr);
      if (!layout->has_markers)
        continue;
      set_colour (cr, get_colour (style, swatch->series));
      add_marker (cr, swatch->series, box->x + box->width / 2, middle, MARKER_RADIUS * u);
      cairo_fill (cr);
    }
}

static void
draw_texts (const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const MachiPlotText *text = &g_array_index (layout->texts, MachiPlotText, i);
      gboolean dim = text->role == MACHI_PLOT_TEXT_AXIS || text->role == MACHI_PLOT_TEXT_TICK
                     || text->role == MACHI_PLOT_TEXT_BREAK;

      set_colour (cr, dim ? &style->dim : &style->text);
      cairo_move_to (cr, text->x, text->y);
      pango_cairo_show_layout (cr, text->layout);
    }
}

/**
 * machi_plot_draw_layout:
 * @layout: a layout
 * @style: its colours
 * @cr: where to draw it, from the origin on
 *
 * Draws a plot.
 */
void
machi_plot_draw_layout (const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr)
{
  cairo_save (cr);
  if (style->background.alpha > 0)
    {
      set_colour (cr, &style->background);
      cairo_rectangle (cr, 0, 0, layout->width, layout->height);
      cairo_fill (cr);
    }
  draw_swatches (layout, style, cr);
  draw_grid (layout, style, cr);
  if (layout->items->len > 0)
    {
      draw_breaks (layout, style, cr);
      if (layout->data->chart != MACHI_CHART_LINE)
        draw_bars (layout, style, cr);
      draw_baseline (layout, style, cr);
      if (layout->data->chart == MACHI_CHART_LINE)
        {
          draw_lines (layout, style, cr);
          draw_markers (layout, style, cr);
        }
    }
  draw_texts (layout, style, cr);
  cairo_restore (cr);
}

static void
add_rounded (cairo_t *cr, double x, double y, double width, double height, double r)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* Above the point if there is room, else below it, and never beyond the edges. */
static void
draw_bubble (const MachiPlotLayout *layout,
             const MachiPlotStyle *style,
             cairo_t *cr,
             const MachiPlotItem *item,
             PangoLayout *bubble)
{
  double u = layout->unit;
  double margin = 8 * u, distance = 10 * u;
  PangoRectangle box;
  double width, height, x, y;

  pango_layout_get_pixel_extents (bubble, NULL, &box);
  width = box.width + 2 * margin;
  height = box.height + 1.5 * margin;
  x = CLAMP (item->x - width / 2, 0, MAX (layout->width - width, 0));
  y = item->y - height - distance;
  if (y < 0)
    y = MIN (item->y + distance, layout->height - height);
  y = MAX (y, 0);

  add_rounded (cr, x, y, width, height, 6 * u);
  set_colour (cr, &style->bubble);
  cairo_fill (cr);
  set_colour (cr, &style->bubble_text);
  cairo_move_to (cr, x + margin - box.x, y + 0.75 * margin - box.y);
  pango_cairo_show_layout (cr, bubble);
}

static void
draw_ring (const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr, const MachiPlotItem *item)
{
  double u = layout->unit;

  cairo_set_line_width (cr, 2 * u);
  set_colour (cr, &style->text);
  if (layout->data->chart == MACHI_CHART_LINE)
    {
      add_marker (cr, item->series, item->x, item->y, MARKER_RADIUS * u);
      set_colour (cr, get_colour (style, item->series));
      cairo_fill (cr);
      cairo_new_sub_path (cr);
      cairo_arc (cr, item->x, item->y, (MARKER_RADIUS + 4) * u, 0, 2 * G_PI);
    }
  else
    cairo_rectangle (cr, item->box.x - u, item->box.y - u, item->box.width + 2 * u, item->box.height + 2 * u);
  set_colour (cr, &style->text);
  cairo_stroke (cr);
}

/**
 * machi_plot_draw_item:
 * @layout: a layout
 * @style: its colours
 * @cr: where it was drawn
 * @item: a point or bar of it
 * @bubble: what is to be said about it
 *
 * Draws over a plot which point one is at.
 */
void
machi_plot_draw_item (const MachiPlotLayout *layout,
                      const MachiPlotStyle *style,
                      cairo_t *cr,
                      const MachiPlotItem *item,
                      PangoLayout *bubble)
{
  cairo_save (cr);
  draw_ring (layout, style, cr, item);
  draw_bubble (layout, style, cr, item, bubble);
  cairo_restore (cr);
}
