/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "machi-plot-layout.h"

G_BEGIN_DECLS

#define MACHI_PLOT_N_COLOURS 7

typedef enum
{
  MACHI_PLOT_STYLE_LIGHT,
  MACHI_PLOT_STYLE_DARK,
  MACHI_PLOT_STYLE_PRINT,
} MachiPlotStyleKind;

/**
 * MachiPlotStyle:
 * @series: the colours of series, each at least 3:1 against the background it is made for
 * @text: titles, legends and values
 * @dim: labels of axes
 * @grid: the lines at ticks
 * @axis: the line of zero, and what says that the basis changes
 * @hatch: the lines over bars
 * @background: below everything; transparent where there is a background already
 * @bubble: behind the value pointed at
 * @bubble_text: the value pointed at
 * @snap: whether lines are put on whole pixels
 *
 * The colours of a plot.
 */
typedef struct
{
  GdkRGBA series[MACHI_PLOT_N_COLOURS];
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA grid;
  GdkRGBA axis;
  GdkRGBA hatch;
  GdkRGBA background;
  GdkRGBA bubble;
  GdkRGBA bubble_text;
  gboolean snap;
} MachiPlotStyle;

void machi_plot_style_init  (MachiPlotStyle        *style,
                             MachiPlotStyleKind     kind,
                             gboolean               high_contrast);

void machi_plot_draw_layout (const MachiPlotLayout *layout,
                             const MachiPlotStyle  *style,
                             cairo_t               *cr);
void machi_plot_draw_item   (const MachiPlotLayout *layout,
                             const MachiPlotStyle  *style,
                             cairo_t               *cr,
                             const MachiPlotItem   *item,
                             PangoLayout           *bubble);

G_END_DECLS
