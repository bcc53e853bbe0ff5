/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-name-index.h"
#include "machi-query.h"
#include "machi-search-corpus.h"
#include "machi-vocabulary.h"

G_BEGIN_DECLS

typedef struct _MachiSearchIndex MachiSearchIndex;

/* Counted up when the index is laid out in another way than before. */
#define MACHI_SEARCH_INDEX_VERSION 1

/**
 * MachiIndexOrigin:
 * @MACHI_INDEX_READ: it was in the file
 * @MACHI_INDEX_BUILT: it was made and is in the file now
 * @MACHI_INDEX_MEMORY: it was made and could not be kept
 *
 * Where an index came from.
 */
typedef enum {
  MACHI_INDEX_READ,
  MACHI_INDEX_BUILT,
  MACHI_INDEX_MEMORY,
} MachiIndexOrigin;

/**
 * MachiIndexVisitor:
 * @wants: whether the entry, which has what was asked for, is to be ranked
 * @found: takes it with its score
 * @stop: (nullable): whether to stop; may be asked often
 * @data: what to give to them
 *
 * Takes what a search in the text finds.
 */
typedef struct
{
  gboolean (*wants) (guint doc, gpointer data);
  void (*found) (guint doc, float score, gpointer data);
  MachiSearchStopFunc stop;
  gpointer data;
} MachiIndexVisitor;

typedef void (*MachiSearchProgressFunc) (double   fraction,
                                         gpointer data);

MachiSearchIndex      *machi_search_index_open           (MachiSearchCorpus        *corpus,
                                                          const char               *path,
                                                          MachiSearchProgressFunc   progress,
                                                          gpointer                  progress_data,
                                                          GCancellable             *cancellable,
                                                          GError                  **error);
void                   machi_search_index_free           (MachiSearchIndex         *self);
MachiIndexOrigin       machi_search_index_get_origin     (const MachiSearchIndex   *self);
const MachiVocabulary *machi_search_index_get_vocabulary (const MachiSearchIndex   *self);
gboolean               machi_search_index_find           (MachiSearchIndex         *self,
                                                          const MachiQuery         *query,
                                                          const MachiIndexVisitor  *visitor,
                                                          GError                  **error);
gboolean               machi_search_index_find_excluded  (MachiSearchIndex         *self,
                                                          const MachiQuery         *query,
                                                          guint8                   *marks,
                                                          GError                  **error);
gboolean               machi_search_index_foreach_block  (MachiSearchIndex         *self,
                                                          guint                     doc,
                                                          MachiSearchTextFunc       func,
                                                          gpointer                  data,
                                                          GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiSearchIndex, machi_search_index_free)

G_END_DECLS
