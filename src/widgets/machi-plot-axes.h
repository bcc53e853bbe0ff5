/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-plot-layout.h"

G_BEGIN_DECLS

/**
 * MachiPlotAxes:
 * @values: (element-type PangoLayout): the labels of the axis of values, whose scale is the layout's
 * @values_width: the width of the widest
 * @labels: (element-type PangoLayout): the names of the categories; years have none as yet
 * @labels_width: the width of the widest label of a year or category
 * @labels_height: the height of the highest
 * @stride: every how many categories there is room for a name
 *
 * The labels of both axes while a layout is made: how much room they take decides where the area is.
 */
typedef struct
{
  GPtrArray *values;
  double values_width;
  GPtrArray *labels;
  double labels_width;
  double labels_height;
  guint stride;
} MachiPlotAxes;

MachiPlotAxes *machi_plot_axes_new               (MachiPlotLayout       *layout);
void           machi_plot_axes_free              (MachiPlotAxes         *self);
void           machi_plot_axes_fit_values        (MachiPlotAxes         *self,
                                                  MachiPlotLayout       *layout,
                                                  guint                  max_steps);
gboolean       machi_plot_axes_fit_below         (MachiPlotAxes         *self,
                                                  MachiPlotLayout       *layout,
                                                  double                 width);
void           machi_plot_axes_fit_beside        (MachiPlotAxes         *self,
                                                  MachiPlotLayout       *layout,
                                                  double                 width);
void           machi_plot_axes_fit_rows          (MachiPlotAxes         *self,
                                                  MachiPlotLayout       *layout);
void           machi_plot_axes_place             (MachiPlotAxes         *self,
                                                  MachiPlotLayout       *layout);

double         machi_plot_layout_get_x_place     (const MachiPlotLayout *layout,
                                                  double                 x);
double         machi_plot_layout_get_value_place (const MachiPlotLayout *layout,
                                                  double                 value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiPlotAxes, machi_plot_axes_free)

G_END_DECLS
