/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-citations.h"
#include "machi-table.h"

G_BEGIN_DECLS

#define MACHI_TYPE_TABLE_GRID (machi_table_grid_get_type ())

G_DECLARE_FINAL_TYPE (MachiTableGrid, machi_table_grid, MACHI, TABLE_GRID, GtkWidget)

GtkWidget *machi_table_grid_new        (MachiTable     *table,
                                        const char     *language,
                                        MachiCitations *citations);
void       machi_table_grid_add_labels (MachiTableGrid *self,
                                        GPtrArray      *labels);

G_END_DECLS
