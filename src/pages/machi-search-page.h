/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"
#include "machi-search.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SEARCH_PAGE (machi_search_page_get_type ())

G_DECLARE_FINAL_TYPE (MachiSearchPage, machi_search_page, MACHI, SEARCH_PAGE, AdwBin)

GtkWidget *machi_search_page_new  (void);
void       machi_search_page_show (MachiSearchPage *self,
                                   MachiCatalog    *catalog,
                                   MachiAddress    *address);
void       machi_search_page_forward_key (MachiSearchPage       *self,
                                          GtkEventControllerKey *controller);
MachiSearch *machi_search_page_get_search (MachiSearchPage *self);

G_END_DECLS
