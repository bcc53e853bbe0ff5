/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-plot-data.h"

G_BEGIN_DECLS

gboolean machi_plot_data_names_series     (const MachiPlotData *self);
gboolean machi_plot_data_has_broken_axis  (const MachiPlotData *self);

char    *machi_plot_data_dup_x_label      (const MachiPlotData *self,
                                           guint                i);
char    *machi_plot_data_dup_series_label (const MachiPlotData *self,
                                           guint                series);
char    *machi_plot_data_dup_axis_label   (const MachiPlotData *self,
                                           gboolean             with_title);
char    *machi_plot_data_dup_value_text   (const MachiPlotData *self,
                                           guint                series,
                                           guint                i);
char    *machi_plot_data_dup_point_text   (const MachiPlotData *self,
                                           guint                series,
                                           guint                i);
char    *machi_plot_data_dup_table        (const MachiPlotData *self);
char    *machi_plot_data_dup_summary      (const MachiPlotData *self);

G_END_DECLS
