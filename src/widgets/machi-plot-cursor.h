/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-plot-data.h"

G_BEGIN_DECLS

/**
 * MachiPlotCursor:
 * @active: whether it is at a value
 * @series: of which series
 * @i: of which of the years or categories
 *
 * The value one is at.
 */
typedef struct
{
  gboolean active;
  guint series;
  guint i;
} MachiPlotCursor;

typedef enum
{
  MACHI_PLOT_STEP_PREVIOUS,
  MACHI_PLOT_STEP_NEXT,
  MACHI_PLOT_STEP_FIRST,
  MACHI_PLOT_STEP_LAST,
  MACHI_PLOT_STEP_UP,
  MACHI_PLOT_STEP_DOWN,
} MachiPlotStep;

gboolean machi_plot_cursor_step (MachiPlotCursor     *cursor,
                                 const MachiPlotData *data,
                                 MachiPlotStep        step,
                                 gboolean             horizontal);

G_END_DECLS
