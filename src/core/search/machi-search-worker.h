/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-search-engine.h"
#include "machi-search-result.h"

G_BEGIN_DECLS

typedef struct _MachiSearchWorker MachiSearchWorker;

typedef void (*MachiSearchAnswerFunc) (MachiSearchAnswer *answer,
                                       gboolean           last,
                                       gpointer           data);

MachiSearchWorker *machi_search_worker_new         (MachiSearchEngine     *engine,
                                                    MachiSearchAnswerFunc  answered,
                                                    gpointer               data);
void               machi_search_worker_close       (MachiSearchWorker     *self);
void               machi_search_worker_ask         (MachiSearchWorker     *self,
                                                    MachiQuery            *query);
void               machi_search_worker_ask_snippet (MachiSearchWorker     *self,
                                                    MachiSearchResult     *result);

G_END_DECLS
