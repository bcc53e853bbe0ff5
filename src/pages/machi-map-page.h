/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"
#include "machi-entry-filter.h"

G_BEGIN_DECLS

#define MACHI_TYPE_MAP_PAGE (machi_map_page_get_type ())

G_DECLARE_FINAL_TYPE (MachiMapPage, machi_map_page, MACHI, MAP_PAGE, AdwBin)

GtkWidget        *machi_map_page_new           (void);
void              machi_map_page_show          (MachiMapPage *self,
                                                MachiCatalog *catalog,
                                                MachiAddress *address);
GListModel       *machi_map_page_get_cities    (MachiMapPage *self);
MachiEntry       *machi_map_page_get_chosen    (MachiMapPage *self);
GPtrArray        *machi_map_page_collect_links (MachiMapPage *self);
MachiEntryFilter *machi_map_page_get_filter    (MachiMapPage *self);

G_END_DECLS
