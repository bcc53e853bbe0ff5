/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-cursor.h"

static gboolean
jump (const MachiPlotData *data, guint series, int direction, guint *i)
{
  *i = direction > 0 ? G_MAXUINT : machi_plot_data_get_n_xs (data);

  return machi_plot_data_step_point (data, series, direction, i);
}

/* At the first or last value of the first series that has one. */
static gboolean
begin (MachiPlotCursor *cursor, const MachiPlotData *data, int direction)
{
  for (cursor->series = 0; cursor->series < machi_plot_data_get_n_series (data); cursor->series++)
    if (jump (data, cursor->series, direction, &cursor->i))
      {
        cursor->active = TRUE;
        return TRUE;
      }

  return FALSE;
}

/* Down the legend; but stacked bars are seen from the bottom up. Where there is one series only, and its bars lie one
 * under the other, it is through them. */
static gboolean
step_across (MachiPlotCursor *cursor, const MachiPlotData *data, int direction, gboolean horizontal)
{
  if (machi_plot_data_get_n_series (data) == 1)
    return horizontal && machi_plot_data_step_point (data, cursor->series, direction, &cursor->i);
  if (data->chart == MACHI_CHART_STACKED_BAR && !horizontal)
    direction = -direction;

  return machi_plot_data_step_series (data, direction, &cursor->series, &cursor->i);
}

/**
 * machi_plot_cursor_step:
 * @cursor: a cursor
 * @data: what is plotted
 * @step: where to
 * @horizontal: whether bars lie
 *
 * Steps to another known value; the first step of all is to the first value, or to the last for a step back.
 *
 * Returns: whether there is one
 */
gboolean
machi_plot_cursor_step (MachiPlotCursor *cursor, const MachiPlotData *data, MachiPlotStep step, gboolean horizontal)
{
  if (!cursor->active)
    return begin (cursor, data, step == MACHI_PLOT_STEP_PREVIOUS || step == MACHI_PLOT_STEP_LAST ? -1 : 1);

  switch (step)
    {
    case MACHI_PLOT_STEP_PREVIOUS:
      return machi_plot_data_step_point (data, cursor->series, -1, &cursor->i);
    case MACHI_PLOT_STEP_NEXT:
      return machi_plot_data_step_point (data, cursor->series, 1, &cursor->i);
    case MACHI_PLOT_STEP_FIRST:
      return jump (data, cursor->series, 1, &cursor->i);
    case MACHI_PLOT_STEP_LAST:
      return jump (data, cursor->series, -1, &cursor->i);
    case MACHI_PLOT_STEP_UP:
      return step_across (cursor, data, -1, horizontal);
    case MACHI_PLOT_STEP_DOWN:
      return step_across (cursor, data, 1, horizontal);
    default:
      g_return_val_if_reached (FALSE);
    }
}
