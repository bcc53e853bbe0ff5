/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-search-index.h"

#include <sqlite3.h>

G_BEGIN_DECLS

#define MACHI_RANK_NAME "machi_rank"
#define MACHI_RANK_MAX_PHRASES 128

/**
 * MachiRank:
 * @lengths: the length of each entry's text
 * @n_docs: how many entries there are
 * @average: the mean of @lengths
 * @visitor: who takes the results
 * @n_phrases: how many phrases the query has
 * @n_terms: how many terms
 * @terms: for each phrase to which term it belongs
 * @rarities: for each phrase how much it tells, the rarer the more
 *
 * What is needed to rank a result; of one search at a time.
 */
typedef struct
{
  const guint32 *lengths;
  guint n_docs;
  float average;
  const MachiIndexVisitor *visitor;
  guint n_phrases;
  guint n_terms;
  guint8 terms[MACHI_RANK_MAX_PHRASES];
  float rarities[MACHI_RANK_MAX_PHRASES];
} MachiRank;

char    *machi_search_match_new (const MachiQuery   *query,
                                 gboolean            excluded);
void     machi_rank_prepare  (MachiRank             *self,
                              const MachiQuery      *query,
                              const MachiVocabulary *vocabulary);
gboolean machi_rank_register (MachiRank             *self,
                              sqlite3               *database,
                              GError               **error);

G_END_DECLS
