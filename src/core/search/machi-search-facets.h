/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry.h"
#include "machi-query.h"

G_BEGIN_DECLS

typedef struct _MachiSearchFacets MachiSearchFacets;
typedef struct _MachiSearchFilter MachiSearchFilter;

/**
 * MachiFacetCount:
 * @facet: by what
 * @value: which value, below machi_search_facets_get_n_values()
 * @count: how many results have it
 */
typedef struct
{
  MachiFacet facet;
  guint value;
  guint count;
} MachiFacetCount;

MachiSearchFacets *machi_search_facets_new          (void);
void               machi_search_facets_free         (MachiSearchFacets       *self);
void               machi_search_facets_add          (MachiSearchFacets       *self,
                                                     MachiEntry              *entry,
                                                     GPtrArray               *topics,
                                                     GPtrArray               *programmes,
                                                     GPtrArray               *places);
guint              machi_search_facets_get_n_values (const MachiSearchFacets *self,
                                                     MachiFacet               facet);
char              *machi_search_facets_dup_value    (const MachiSearchFacets *self,
                                                     MachiFacet               facet,
                                                     guint                    value);
char              *machi_search_facets_dup_label    (const MachiSearchFacets *self,
                                                     MachiFacet               facet,
                                                     guint                    value);
MachiKind          machi_search_facets_get_kind     (const MachiSearchFacets *self,
                                                     guint                    doc);

MachiSearchFilter *machi_search_filter_new          (const MachiSearchFacets *facets,
                                                     const MachiQuery        *query);
void               machi_search_filter_free         (MachiSearchFilter       *self);
gboolean           machi_search_filter_has          (const MachiSearchFilter *self,
                                                     MachiFacet               facet,
                                                     guint                    value);
gboolean           machi_search_filter_take         (MachiSearchFilter       *self,
                                                     guint                    doc);
GArray            *machi_search_filter_get_counts   (const MachiSearchFilter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiSearchFacets, machi_search_facets_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiSearchFilter, machi_search_filter_free)

G_END_DECLS
