/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-series.h"

G_BEGIN_DECLS

#define MACHI_TYPE_PLOT (machi_plot_get_type ())

/* As the first series is best drawn */
#define MACHI_PLOT_CHART_AUTOMATIC (-1)

G_DECLARE_FINAL_TYPE (MachiPlot, machi_plot, MACHI, PLOT, GtkWidget)

GtkWidget         *machi_plot_new                (void);

GListModel        *machi_plot_get_model          (MachiPlot         *self);
void               machi_plot_set_model          (MachiPlot         *self,
                                                  GListModel        *model);
const char        *machi_plot_get_title          (MachiPlot         *self);
void               machi_plot_set_title          (MachiPlot         *self,
                                                  const char        *title);
gboolean           machi_plot_get_show_title     (MachiPlot         *self);
void               machi_plot_set_show_title     (MachiPlot         *self,
                                                  gboolean           show_title);
int                machi_plot_get_chart          (MachiPlot         *self);
void               machi_plot_set_chart          (MachiPlot         *self,
                                                  int                chart);
const char *const *machi_plot_get_categories     (MachiPlot         *self);
void               machi_plot_set_categories     (MachiPlot         *self,
                                                  const char *const *categories);
int                machi_plot_get_natural_height (MachiPlot         *self);
void               machi_plot_set_natural_height (MachiPlot         *self,
                                                  int                natural_height);

char              *machi_plot_dup_table          (MachiPlot         *self);
char              *machi_plot_dup_summary        (MachiPlot         *self);
double             machi_plot_measure_height     (MachiPlot         *self,
                                                  double             width,
                                                  gboolean           print);
void               machi_plot_draw               (MachiPlot         *self,
                                                  cairo_t           *cr,
                                                  double             width,
                                                  double             height,
                                                  gboolean           print);

G_END_DECLS
