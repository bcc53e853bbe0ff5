/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-citations.h"
#include "machi-table.h"

G_BEGIN_DECLS

#define MACHI_TYPE_TABLE_VIEW (machi_table_view_get_type ())

G_DECLARE_FINAL_TYPE (MachiTableView, machi_table_view, MACHI, TABLE_VIEW, GtkWidget)

GtkWidget *machi_table_view_new        (MachiTable     *table,
                                        const char     *title,
                                        const char     *language,
                                        MachiCitations *citations);
void       machi_table_view_add_labels (MachiTableView *self,
                                        GPtrArray      *labels);

G_END_DECLS
