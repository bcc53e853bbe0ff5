/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MachiModelBoxCreate:
 * @item: (transfer none): an item of the model
 * @data: what was given with the function
 *
 * Returns: (transfer floating): a widget for it
 */
typedef GtkWidget *(*MachiModelBoxCreate) (gpointer item, gpointer data);

void machi_model_box_bind (GtkBox              *box,
                           GListModel          *model,
                           MachiModelBoxCreate  create,
                           gpointer             data);

G_END_DECLS
