/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "machi-plot-data.h"
#include "machi-scale.h"

G_BEGIN_DECLS

typedef enum
{
  MACHI_PLOT_TEXT_TITLE,
  MACHI_PLOT_TEXT_LEGEND,
  MACHI_PLOT_TEXT_AXIS,
  MACHI_PLOT_TEXT_TICK,
  MACHI_PLOT_TEXT_BREAK,
  MACHI_PLOT_TEXT_VALUE,
} MachiPlotTextRole;

/**
 * MachiPlotText:
 * @layout: the text, laid out
 * @x: where its origin stands
 * @y: where its origin stands
 * @role: what it is for
 */
typedef struct
{
  PangoLayout *layout;
  double x;
  double y;
  MachiPlotTextRole role;
} MachiPlotText;

/**
 * MachiPlotSwatch:
 * @series: which series
 * @box: where the legend shows how that series is drawn
 */
typedef struct
{
  guint series;
  cairo_rectangle_t box;
} MachiPlotSwatch;

/**
 * MachiPlotItem:
 * @series: which series
 * @i: which of the years or categories
 * @x: where the value stands: the point, or the end of the bar
 * @y: where the value stands
 * @box: the bar; empty for a point
 */
typedef struct
{
  guint series;
  guint i;
  double x;
  double y;
  cairo_rectangle_t box;
} MachiPlotItem;

/**
 * MachiPlotLayoutOptions:
 * @context: gives font, resolution and language
 * @width: how wide the plot is
 * @height: how high, or 0 for the height that suits it
 * @natural_height: the height that suits it, unless it needs more
 * @with_title: whether the title is a part of the drawing
 * @rtl: whether the reader's language is written from right to left
 */
typedef struct
{
  PangoContext *context;
  double width;
  double height;
  double natural_height;
  gboolean with_title;
  gboolean rtl;
} MachiPlotLayoutOptions;

/**
 * MachiPlotLayout:
 * @data: (unowned): what is plotted
 * @options: what was asked for; its context is gone
 * @width: how wide it is
 * @height: how high it is
 * @min_height: the least height in which nothing overlaps
 * @unit: the measure of gaps and lines: about 1 px where text is of the usual size
 * @line_height: how high a line of small text is
 * @top: where the header ends
 * @below: how much of the height labels below the area take
 * @area: where points and bars are
 * @scale: the axis of values
 * @horizontal: whether bars lie, for the sake of long names of categories
 * @slot: how much room along the axis of years or categories each of them has
 * @pad: from the end of the area to the first and last of them
 * @has_markers: whether there is room for a marker at every point
 * @has_values: whether bars bear their values
 * @baseline: where the axis of years or categories stands on the axis of values
 * @grid: (element-type double): where the ticks of values are
 * @ticks: (element-type double): where the ticks of years are
 * @breaks: (element-type double): where the basis changes
 * @texts: (element-type MachiPlotText): all texts
 * @swatches: (element-type MachiPlotSwatch): the samples of the legend
 * @items: (element-type MachiPlotItem): the points and bars, by series and year
 *
 * Where everything is. Drawing and pointing know no other geometry than this.
 */
typedef struct
{
  const MachiPlotData *data;
  MachiPlotLayoutOptions options;
  double width;
  double height;
  double min_height;
  double unit;
  double line_height;
  double top;
  double below;
  cairo_rectangle_t area;
  MachiScale scale;
  gboolean horizontal;
  double slot;
  double pad;
  gboolean has_markers;
  gboolean has_values;
  double baseline;
  GArray *grid;
  GArray *ticks;
  GArray *breaks;
  GArray *texts;
  GArray *swatches;
  GArray *items;
} MachiPlotLayout;

MachiPlotLayout     *machi_plot_layout_new       (const MachiPlotData          *data,
                                                  const MachiPlotLayoutOptions *options);
void                 machi_plot_layout_free      (MachiPlotLayout              *self);
const MachiPlotItem *machi_plot_layout_get_item  (const MachiPlotLayout        *self,
                                                  guint                         series,
                                                  guint                         i);
const MachiPlotItem *machi_plot_layout_pick      (const MachiPlotLayout        *self,
                                                  double                        x,
                                                  double                        y);

/* For the parts of the layout only */
PangoLayout         *machi_plot_layout_make_text (MachiPlotLayout              *self,
                                                  const char                   *text,
                                                  MachiPlotTextRole             role);
void                 machi_plot_layout_add_text  (MachiPlotLayout              *self,
                                                  PangoLayout                  *text,
                                                  MachiPlotTextRole             role,
                                                  double                        x,
                                                  double                        y);
void                 machi_plot_text_align       (PangoLayout                  *text,
                                                  PangoAlignment                alignment);
double               machi_plot_text_get_width   (PangoLayout                  *text);
double               machi_plot_text_get_height  (PangoLayout                  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiPlotLayout, machi_plot_layout_free)

G_END_DECLS
