/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-register-column.h"

G_BEGIN_DECLS

#define MACHI_TYPE_REGISTER_ROW (machi_register_row_get_type ())

G_DECLARE_FINAL_TYPE (MachiRegisterRow, machi_register_row, MACHI, REGISTER_ROW, GObject)

MachiRegisterRow *machi_register_row_new       (MachiEntry       *entry);
MachiEntry       *machi_register_row_get_entry (MachiRegisterRow *self);
void              machi_register_row_set_entry (MachiRegisterRow *self,
                                                MachiEntry       *entry);

G_END_DECLS
