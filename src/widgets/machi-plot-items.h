/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-plot-layout.h"

G_BEGIN_DECLS

gboolean machi_plot_items_have_values    (MachiPlotLayout *layout,
                                          double           room);
double   machi_plot_items_measure_values (MachiPlotLayout *layout);
void     machi_plot_items_place          (MachiPlotLayout *layout);

G_END_DECLS
