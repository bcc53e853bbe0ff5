/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-text.h"

G_BEGIN_DECLS

#define MACHI_TYPE_TABLE (machi_table_get_type ())

typedef struct _MachiTable MachiTable;

GType       machi_table_get_type          (void) G_GNUC_CONST;

MachiTable *machi_table_new               (guint             n_columns);
MachiTable *machi_table_ref               (MachiTable       *self);
void        machi_table_unref             (MachiTable       *self);
void        machi_table_add_cell          (MachiTable       *self,
                                           MachiText        *text);

guint       machi_table_get_n_columns     (const MachiTable *self);
guint       machi_table_get_n_rows        (const MachiTable *self);
MachiText  *machi_table_get_header        (const MachiTable *self,
                                           guint             column);
MachiText  *machi_table_get_cell          (const MachiTable *self,
                                           guint             row,
                                           guint             column);
gboolean    machi_table_column_is_numeric (const MachiTable *self,
                                           guint             column);
gboolean    machi_table_cell_get_number   (const MachiTable *self,
                                           guint             row,
                                           guint             column,
                                           double           *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiTable, machi_table_unref)

G_END_DECLS
