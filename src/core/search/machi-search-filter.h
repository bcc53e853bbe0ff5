/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-query.h"
#include "machi-search-facets.h"

G_BEGIN_DECLS

typedef struct _MachiSearchFilter MachiSearchFilter;

MachiSearchFilter *machi_search_filter_new       (const MachiSearchFacets *facets,
                                                  const MachiQuery        *query);
void               machi_search_filter_free      (MachiSearchFilter       *self);
gboolean           machi_search_filter_take      (MachiSearchFilter       *self,
                                                  guint                    doc);
guint             *machi_search_filter_dup_counts (const MachiSearchFilter *self,
                                                   MachiFacet               facet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiSearchFilter, machi_search_filter_free)

G_END_DECLS
