/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"
#include "machi-entry-filter.h"
#include "machi-search-results.h"
#include "machi-tally.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SEARCH (machi_search_get_type ())

G_DECLARE_FINAL_TYPE (MachiSearch, machi_search, MACHI, SEARCH, GObject)

MachiSearch      *machi_search_new            (MachiCatalog     *catalog,
                                               const char       *cache_path);
char             *machi_search_dup_cache_path (const char       *pack_id);

const char       *machi_search_get_text       (MachiSearch      *self);
void              machi_search_set_text       (MachiSearch      *self,
                                               const char       *text);
MachiEntryFilter *machi_search_get_filter     (MachiSearch      *self);
void              machi_search_set_filter     (MachiSearch      *self,
                                               MachiEntryFilter *filter);

GListModel       *machi_search_get_results    (MachiSearch      *self);
guint             machi_search_get_n_found    (MachiSearch      *self);
const char       *machi_search_get_suggestion (MachiSearch      *self);
MachiTally       *machi_search_dup_tally      (MachiSearch      *self,
                                               MachiFacet        facet);
gboolean          machi_search_get_busy       (MachiSearch      *self);
gboolean          machi_search_get_ready      (MachiSearch      *self);
gboolean          machi_search_get_indexing   (MachiSearch      *self);
double            machi_search_get_progress   (MachiSearch      *self);

G_END_DECLS
