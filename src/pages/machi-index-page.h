/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"

G_BEGIN_DECLS

#define MACHI_TYPE_INDEX_PAGE (machi_index_page_get_type ())

G_DECLARE_FINAL_TYPE (MachiIndexPage, machi_index_page, MACHI, INDEX_PAGE, AdwBin)

GtkWidget *machi_index_page_new  (void);
void       machi_index_page_show (MachiIndexPage *self,
                                  MachiCatalog   *catalog,
                                  MachiKind       kind);

G_END_DECLS
