/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-search-answer.h"
#include "machi-search-index.h"
#include "machi-snippet.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SEARCH_ENGINE (machi_search_engine_get_type ())

typedef struct _MachiSearchEngine MachiSearchEngine;

GType              machi_search_engine_get_type     (void) G_GNUC_CONST;

MachiSearchEngine *machi_search_engine_new          (MachiSearchCorpus        *corpus);
MachiSearchEngine *machi_search_engine_ref          (MachiSearchEngine        *self);
void               machi_search_engine_unref        (MachiSearchEngine        *self);

MachiSearchCorpus *machi_search_engine_get_corpus   (const MachiSearchEngine  *self);
gboolean           machi_search_engine_open_index   (MachiSearchEngine        *self,
                                                     const char               *path,
                                                     GCancellable             *cancellable,
                                                     GError                  **error);
double             machi_search_engine_get_progress (MachiSearchEngine        *self);
gboolean           machi_search_engine_has_index    (MachiSearchEngine        *self,
                                                     MachiIndexOrigin         *origin);
MachiSearchAnswer *machi_search_engine_find_names   (MachiSearchEngine        *self,
                                                     MachiQuery               *query,
                                                     MachiSearchStopFunc       stop,
                                                     gpointer                  stop_data);
MachiSearchAnswer *machi_search_engine_find         (MachiSearchEngine        *self,
                                                     MachiQuery               *query,
                                                     MachiSearchStopFunc       stop,
                                                     gpointer                  stop_data);
MachiSnippet      *machi_search_engine_dup_snippet  (MachiSearchEngine        *self,
                                                     const MachiQuery         *query,
                                                     guint                     doc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiSearchEngine, machi_search_engine_unref)

G_END_DECLS
