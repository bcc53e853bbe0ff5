/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SIDEBAR_ITEM (machi_sidebar_item_get_type ())

G_DECLARE_FINAL_TYPE (MachiSidebarItem, machi_sidebar_item, MACHI, SIDEBAR_ITEM, GObject)

MachiSidebarItem *machi_sidebar_item_new_view    (const char       *view,
                                                  const char       *title,
                                                  const char       *icon_name);
MachiSidebarItem *machi_sidebar_item_new_entry   (MachiEntry       *entry,
                                                  guint             section,
                                                  const char       *section_title,
                                                  gboolean          listed);
const char       *machi_sidebar_item_get_address (MachiSidebarItem *self);
const char       *machi_sidebar_item_get_title   (MachiSidebarItem *self);
const char       *machi_sidebar_item_get_secondary (MachiSidebarItem *self);
char             *machi_sidebar_item_dup_label   (MachiSidebarItem *self);
const char       *machi_sidebar_item_get_icon_name (MachiSidebarItem *self);
const char       *machi_sidebar_item_get_section_title (MachiSidebarItem *self);
gboolean          machi_sidebar_item_matches     (MachiSidebarItem *self,
                                                  const char       *folded);

G_END_DECLS
