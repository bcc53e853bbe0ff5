/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-sidebar-item.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SIDEBAR_ROW (machi_sidebar_row_get_type ())

G_DECLARE_FINAL_TYPE (MachiSidebarRow, machi_sidebar_row, MACHI, SIDEBAR_ROW, GtkWidget)

void machi_sidebar_row_set_item (MachiSidebarRow  *self,
                                 MachiSidebarItem *item);

G_END_DECLS
