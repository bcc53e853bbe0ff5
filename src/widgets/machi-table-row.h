/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-citation-label.h"
#include "machi-citations.h"
#include "machi-table.h"

G_BEGIN_DECLS

#define MACHI_TYPE_TABLE_ROW (machi_table_row_get_type ())
#define MACHI_TABLE_HEADER (-1)

G_DECLARE_FINAL_TYPE (MachiTableRow, machi_table_row, MACHI, TABLE_ROW, GtkWidget)

GtkWidget          *machi_table_row_new        (MachiTable     *table,
                                                int             row,
                                                const char     *language,
                                                MachiCitations *citations);
MachiCitationLabel *machi_table_row_get_cell   (MachiTableRow  *self,
                                                guint           column);
void                machi_table_row_set_widths (MachiTableRow  *self,
                                                const int      *widths);

G_END_DECLS
