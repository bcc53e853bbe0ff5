/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-register-column.h"

G_BEGIN_DECLS

typedef struct _MachiRegisterOrder MachiRegisterOrder;

MachiRegisterOrder *machi_register_order_new  (GPtrArray           *projects);
void                machi_register_order_free (MachiRegisterOrder  *self);
gboolean            machi_register_order_step (MachiRegisterOrder  *self,
                                               MachiRegisterColumn  column,
                                               gboolean             descending);
GArray             *machi_register_order_get  (MachiRegisterOrder  *self,
                                               MachiRegisterColumn  column,
                                               gboolean             descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiRegisterOrder, machi_register_order_free)

G_END_DECLS
