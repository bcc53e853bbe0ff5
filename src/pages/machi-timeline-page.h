/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"
#include "machi-entry-filter.h"

G_BEGIN_DECLS

#define MACHI_TYPE_TIMELINE_PAGE (machi_timeline_page_get_type ())

G_DECLARE_FINAL_TYPE (MachiTimelinePage, machi_timeline_page, MACHI, TIMELINE_PAGE, AdwBin)

GtkWidget        *machi_timeline_page_new        (void);
void              machi_timeline_page_show       (MachiTimelinePage *self,
                                                  MachiCatalog      *catalog,
                                                  const char        *query);
MachiEntryFilter *machi_timeline_page_get_filter (MachiTimelinePage *self);
GListModel       *machi_timeline_page_get_events (MachiTimelinePage *self);

G_END_DECLS
