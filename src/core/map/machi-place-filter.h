/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry-filter.h"
#include "machi-links.h"

G_BEGIN_DECLS

gboolean machi_place_filter_has_city (MachiEntryFilter *filter, MachiEntry *city);
gboolean machi_place_filter_has_link (MachiEntryFilter *filter, const MachiLink *link);
GPtrArray *machi_place_filter_collect_links (MachiEntryFilter *filter, GPtrArray *links, GPtrArray *places);
GPtrArray *machi_place_filter_collect_partners (MachiEntryFilter *filter, GPtrArray *links, MachiEntry *city);
void machi_place_filter_tally (MachiEntryFilter *filter, MachiEntry *city, MachiFacet facet, MachiTally *tally);
gboolean machi_place_filter_get_years (GListModel *cities, int *first, int *last);

G_END_DECLS
