/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SIDEBAR (machi_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (MachiSidebar, machi_sidebar, MACHI, SIDEBAR, AdwBin)

void machi_sidebar_set_catalog  (MachiSidebar *self,
                                 MachiCatalog *catalog);
void machi_sidebar_select       (MachiSidebar *self,
                                 const char   *address);
void machi_sidebar_grab_list    (MachiSidebar *self);
void machi_sidebar_grab_filter  (MachiSidebar *self);
void machi_sidebar_show_menu    (MachiSidebar *self);

G_END_DECLS
