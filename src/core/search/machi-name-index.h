/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-query.h"
#include "machi-search-corpus.h"

G_BEGIN_DECLS

typedef struct _MachiNameIndex MachiNameIndex;

/**
 * MachiSearchTier:
 * @MACHI_TIER_TEXT: it is found in the text
 * @MACHI_TIER_INSIDE: it is found in the middle of the words of names
 * @MACHI_TIER_WORDS: it is found at the beginning of words of names
 * @MACHI_TIER_PREFIX: a name begins with it
 * @MACHI_TIER_EXACT: it is a name
 *
 * How near a result is to what was asked for, the nearest last: a nearer one always stands before a farther one.
 */
typedef enum {
  MACHI_TIER_TEXT,
  MACHI_TIER_INSIDE,
  MACHI_TIER_WORDS,
  MACHI_TIER_PREFIX,
  MACHI_TIER_EXACT,
} MachiSearchTier;

/**
 * MachiSearchHit:
 * @doc: the number of an entry
 * @tier: how near it is
 * @score: how good it is among those of its tier, the more the better
 */
typedef struct
{
  guint doc;
  MachiSearchTier tier;
  float score;
} MachiSearchHit;

typedef gboolean (*MachiSearchStopFunc) (gpointer data);

MachiNameIndex *machi_name_index_new      (const MachiSearchCorpus *corpus);
void            machi_name_index_free     (MachiNameIndex          *self);
gsize           machi_name_index_get_size (const MachiNameIndex    *self);
GArray         *machi_name_index_find     (const MachiNameIndex    *self,
                                           const MachiQuery        *query,
                                           MachiSearchStopFunc      stop,
                                           gpointer                 stop_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiNameIndex, machi_name_index_free)

G_END_DECLS
