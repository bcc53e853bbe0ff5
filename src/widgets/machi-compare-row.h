/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-citations.h"
#include "machi-comparison.h"

G_BEGIN_DECLS

#define MACHI_TYPE_COMPARE_ROW (machi_compare_row_get_type ())

G_DECLARE_FINAL_TYPE (MachiCompareRow, machi_compare_row, MACHI, COMPARE_ROW, GtkBox)

/* How wide the names of rows are beside the cells, in pixels. */
#define MACHI_COMPARE_NAME_WIDTH 150

GtkWidget *machi_compare_row_new        (MachiComparison    *comparison,
                                         MachiComparisonRow *row,
                                         MachiCitations     *citations);
void       machi_compare_row_set_narrow (MachiCompareRow    *self,
                                         gboolean            narrow);

G_END_DECLS
