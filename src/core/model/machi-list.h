/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MACHI_TYPE_LIST (machi_list_get_type ())

G_DECLARE_FINAL_TYPE (MachiList, machi_list, MACHI, LIST, GObject)

MachiList *machi_list_new      (GType       item_type);
MachiList *machi_list_new_copy (GListModel *model);
void       machi_list_append   (MachiList  *self,
                                gpointer    item);

G_END_DECLS
