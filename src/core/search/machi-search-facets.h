/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"
#include "machi-facets.h"

G_BEGIN_DECLS

typedef struct _MachiSearchFacets MachiSearchFacets;

/**
 * MachiDocYears:
 * @from: the first year
 * @to: the last year, %G_MAXINT where it goes on
 * @dated: whether the years are known
 * @timeless: whether it is a thing that years say nothing of
 *
 * When an entry was.
 */
typedef struct
{
  int from;
  int to;
  gboolean dated;
  gboolean timeless;
} MachiDocYears;

MachiSearchFacets   *machi_search_facets_new          (MachiCatalog            *catalog);
void                 machi_search_facets_free         (MachiSearchFacets       *self);
void                 machi_search_facets_add          (MachiSearchFacets       *self,
                                                       MachiEntry              *entry);
guint                machi_search_facets_get_n_values (const MachiSearchFacets *self,
                                                       MachiFacet               facet);
const char          *machi_search_facets_get_value    (const MachiSearchFacets *self,
                                                       MachiFacet               facet,
                                                       guint                    value);
MachiEntry          *machi_search_facets_get_entry    (const MachiSearchFacets *self,
                                                       MachiFacet               facet,
                                                       guint                    value);
const guint16       *machi_search_facets_get_items    (const MachiSearchFacets *self,
                                                       guint                    doc,
                                                       MachiFacet               facet,
                                                       guint                   *n_items);
const MachiDocYears *machi_search_facets_get_years    (const MachiSearchFacets *self,
                                                       guint                    doc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiSearchFacets, machi_search_facets_free)

G_END_DECLS
