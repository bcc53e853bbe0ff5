/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"
#include "machi-register.h"

G_BEGIN_DECLS

#define MACHI_TYPE_REGISTER_PAGE (machi_register_page_get_type ())

G_DECLARE_FINAL_TYPE (MachiRegisterPage, machi_register_page, MACHI, REGISTER_PAGE, AdwBin)

GtkWidget     *machi_register_page_new          (void);
void           machi_register_page_show         (MachiRegisterPage *self,
                                                 MachiCatalog      *catalog,
                                                 const char        *query);
void           machi_register_page_set_projects (MachiRegisterPage *self,
                                                 GListModel        *projects);
MachiRegister *machi_register_page_get_register (MachiRegisterPage *self);
GtkColumnView *machi_register_page_get_table    (MachiRegisterPage *self);
GBytes        *machi_register_page_to_csv       (MachiRegisterPage *self,
                                                 gboolean           bom);

G_END_DECLS
