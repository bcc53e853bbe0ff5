/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "machi-series.h"

G_BEGIN_DECLS

/**
 * MachiPlotCell:
 * @value: the value, or NAN where it is not known
 * @present: whether the series has a point there; where it has one without a value, its line has a gap
 */
typedef struct
{
  double value;
  gboolean present;
} MachiPlotCell;

/**
 * MachiPlotData:
 * @chart: how it is drawn
 * @title: (nullable): what it shows
 * @unit: (nullable): the unit of the values
 * @categories: (nullable): what stands at 0, 1, 2, …; where there are none, xs are years
 * @series: (element-type MachiSeries): the series
 * @xs: (element-type double): the years or numbers of categories, in order, each once
 * @cells: (element-type MachiPlotCell): for each series, a cell for each of @xs
 *
 * What a plot shows: a snapshot of series as a table of years and values.
 */
typedef struct
{
  MachiChart chart;
  char *title;
  const char *unit;
  GStrv categories;
  GPtrArray *series;
  GArray *xs;
  GArray *cells;
} MachiPlotData;

MachiPlotData       *machi_plot_data_new          (GListModel          *model,
                                                   const char          *title,
                                                   int                  chart,
                                                   const char *const   *categories);
void                 machi_plot_data_free         (MachiPlotData       *self);

guint                machi_plot_data_get_n_series (const MachiPlotData *self);
guint                machi_plot_data_get_n_xs     (const MachiPlotData *self);
MachiSeries         *machi_plot_data_get_series   (const MachiPlotData *self,
                                                   guint                series);
double               machi_plot_data_get_x        (const MachiPlotData *self,
                                                   guint                i);
const MachiPlotCell *machi_plot_data_get_cell     (const MachiPlotData *self,
                                                   guint                series,
                                                   guint                i);
gboolean             machi_plot_data_has_value    (const MachiPlotData *self,
                                                   guint                series,
                                                   guint                i);
void                 machi_plot_data_get_range    (const MachiPlotData *self,
                                                   double              *low,
                                                   double              *high);
GArray              *machi_plot_data_get_breaks   (const MachiPlotData *self);
gboolean             machi_plot_data_joins        (const MachiPlotData *self,
                                                   guint                series,
                                                   guint                from,
                                                   guint                to);

gboolean             machi_plot_data_step_point   (const MachiPlotData *self,
                                                   guint                series,
                                                   int                  direction,
                                                   guint               *i);
gboolean             machi_plot_data_step_series  (const MachiPlotData *self,
                                                   int                  direction,
                                                   guint               *series,
                                                   guint               *i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiPlotData, machi_plot_data_free)

G_END_DECLS
