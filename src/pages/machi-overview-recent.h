/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"

G_BEGIN_DECLS

#define MACHI_TYPE_OVERVIEW_RECENT (machi_overview_recent_get_type ())

G_DECLARE_FINAL_TYPE (MachiOverviewRecent, machi_overview_recent, MACHI, OVERVIEW_RECENT, AdwBin)

GtkWidget *machi_overview_recent_new  (void);
void       machi_overview_recent_show (MachiOverviewRecent *self,
                                       MachiCatalog        *catalog);

G_END_DECLS
