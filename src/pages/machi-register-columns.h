/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-register-column.h"

G_BEGIN_DECLS

void                machi_register_columns_add            (GtkColumnView       *table);
MachiRegisterColumn machi_register_columns_get_index      (GtkColumnViewColumn *column);
void                machi_register_columns_sort           (GtkColumnView       *table,
                                                           MachiRegisterColumn  column,
                                                           gboolean             descending);
guint               machi_register_columns_list_visible   (GtkColumnView       *table,
                                                           MachiRegisterColumn *columns);
GMenuModel         *machi_register_columns_create_menu    (void);
GSimpleActionGroup *machi_register_columns_create_actions (GtkColumnView       *table,
                                                           GSettings           *settings);
void                machi_register_columns_update_actions (GSimpleActionGroup  *actions,
                                                           MachiRegisterColumn  column,
                                                           gboolean             descending);

G_END_DECLS
