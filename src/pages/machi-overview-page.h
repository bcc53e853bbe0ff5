/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"

G_BEGIN_DECLS

#define MACHI_TYPE_OVERVIEW_PAGE (machi_overview_page_get_type ())

G_DECLARE_FINAL_TYPE (MachiOverviewPage, machi_overview_page, MACHI, OVERVIEW_PAGE, AdwBin)

GtkWidget *machi_overview_page_new         (void);
void       machi_overview_page_set_catalog (MachiOverviewPage *self,
                                            MachiCatalog      *catalog);

G_END_DECLS
