/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-name-index.h"
#include "machi-search-filter.h"
#include "machi-tally.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SEARCH_ANSWER (machi_search_answer_get_type ())

/**
 * MachiSearchAnswer:
 * @query: what was asked, or what was understood by it
 * @suggestion: (nullable): what was searched for in place of it, where one letter was wrong
 * @hits: (element-type MachiSearchHit): the results, the best first
 * @counts: for each facet how many results have which value, for the years which of #machi_year_span_get()
 * @n_found: how many results there are; may be more than @hits has
 * @complete: whether the texts were searched too, and to the end
 *
 * What a search has found. Immutable once made.
 */
typedef struct
{
  gatomicrefcount ref_count;

  MachiQuery *query;
  char *suggestion;
  GArray *hits;
  guint *counts[MACHI_N_FACETS];
  guint n_found;
  gboolean complete;
} MachiSearchAnswer;

GType              machi_search_answer_get_type (void) G_GNUC_CONST;

MachiSearchAnswer *machi_search_answer_new      (MachiQuery        *query);
MachiSearchAnswer *machi_search_answer_ref      (MachiSearchAnswer *self);
void               machi_search_answer_unref    (MachiSearchAnswer *self);

MachiTally        *machi_search_answer_dup_tally (const MachiSearchAnswer *self,
                                                  const MachiSearchFacets *facets,
                                                  MachiFacet               facet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiSearchAnswer, machi_search_answer_unref)

G_END_DECLS
