/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-search-facets.h"

G_BEGIN_DECLS

/* The facets of which an entry may have several values that the catalogue gives. */
#define MACHI_N_LISTED_FACETS 3

/**
 * MachiDocFacets:
 * @kind: what it is
 * @from: its first year, 0 where it has none
 * @to: its last year, %G_MAXINT where it goes on
 * @starts: where its countries, topics and programmes begin among all; those of the next begin where these end
 */
typedef struct
{
  MachiKind kind;
  int from;
  int to;
  guint starts[MACHI_N_LISTED_FACETS];
} MachiDocFacets;

/**
 * MachiSearchFacets:
 *
 * By what the entries of a catalogue can be narrowed, in a form that is quick to count. Not changed once it is in use.
 */
struct _MachiSearchFacets
{
  GArray *docs;
  GArray *items;
  GPtrArray *values[MACHI_N_LISTED_FACETS];
  GHashTable *numbers[MACHI_N_LISTED_FACETS];
};

const guint16 *_machi_search_facets_get_items   (const MachiSearchFacets *self,
                                                 guint                    doc,
                                                 guint                    list,
                                                 guint                   *n_items);
void           _machi_search_facets_get_years   (guint                    value,
                                                 int                     *from,
                                                 int                     *to);
gboolean       _machi_doc_facets_overlaps       (const MachiDocFacets    *self,
                                                 int                      from,
                                                 int                      to);

G_END_DECLS
