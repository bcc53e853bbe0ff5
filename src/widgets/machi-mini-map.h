/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"

G_BEGIN_DECLS

#define MACHI_TYPE_MINI_MAP (machi_mini_map_get_type ())

G_DECLARE_FINAL_TYPE (MachiMiniMap, machi_mini_map, MACHI, MINI_MAP, GtkButton)

GtkWidget *machi_mini_map_new       (void);
void       machi_mini_map_set_entry (MachiMiniMap *self,
                                     MachiEntry   *entry);
void       machi_mini_map_set_catalog (MachiMiniMap *self,
                                       MachiCatalog *catalog);

G_END_DECLS
