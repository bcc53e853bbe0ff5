/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-plot-cursor.h"
#include "machi-plot-data.h"
#include "machi-plot-layout.h"
#include "machi-plot.h"

G_BEGIN_DECLS

/* MachiPlot is one class in four parts: machi-plot.c has what it is, machi-plot-paint.c what one sees of it,
 * machi-plot-input.c what one does with it, machi-plot-actions.c what its menu does. */
struct _MachiPlot
{
  GtkWidget parent_instance;

  GListModel *model;
  char *title;
  GStrv categories;
  int chart;
  int natural_height;
  gboolean show_title;

  MachiPlotData *data;
  MachiPlotLayout *layout;
  guint layout_serial;

  MachiPlotCursor cursor;

  GMenuModel *menu_model;
  GtkWidget *menu;
};

/* machi-plot-paint.c */
void             machi_plot_paint_class_init   (GtkWidgetClass *widget_class);
MachiPlotLayout *machi_plot_get_layout         (MachiPlot      *self);
void             machi_plot_drop_layout        (MachiPlot      *self);

/* machi-plot-input.c */
void             machi_plot_input_class_init   (GtkWidgetClass *widget_class);
void             machi_plot_remove_cursor      (MachiPlot      *self);

/* machi-plot-actions.c */
void             machi_plot_actions_class_init (GtkWidgetClass *widget_class);

G_END_DECLS
