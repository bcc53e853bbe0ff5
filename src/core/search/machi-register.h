/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry-filter.h"
#include "machi-register-row.h"

G_BEGIN_DECLS

#define MACHI_TYPE_REGISTER (machi_register_get_type ())

G_DECLARE_FINAL_TYPE (MachiRegister, machi_register, MACHI, REGISTER, GObject)

MachiRegister     *machi_register_new            (MachiEntryFilter    *filter);
void               machi_register_set_projects   (MachiRegister       *self,
                                                  GListModel          *projects);
guint              machi_register_get_n_projects (MachiRegister       *self);
guint              machi_register_get_n_shown    (MachiRegister       *self);
MachiEntry        *machi_register_get_shown      (MachiRegister       *self,
                                                  guint                position);
MachiEntryFilter  *machi_register_get_filter     (MachiRegister       *self);
const char        *machi_register_get_text       (MachiRegister       *self);
void               machi_register_set_text       (MachiRegister       *self,
                                                  const char          *text);
void               machi_register_set_order      (MachiRegister       *self,
                                                  MachiRegisterColumn  column,
                                                  gboolean             descending);
gboolean           machi_register_get_pending    (MachiRegister       *self);
void               machi_register_finish         (MachiRegister       *self);
MachiTally        *machi_register_get_totals     (MachiRegister       *self,
                                                  MachiFacet           facet);
MachiTally        *machi_register_get_choices    (MachiRegister       *self,
                                                  MachiFacet           facet);

G_END_DECLS
