/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-search-answer.h"
#include "machi-search-result.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SEARCH_RESULTS (machi_search_results_get_type ())

G_DECLARE_FINAL_TYPE (MachiSearchResults, machi_search_results, MACHI, SEARCH_RESULTS, GObject)

MachiSearchResults *machi_search_results_new    (MachiSearchFetchFunc  fetch,
                                                 gpointer              data);
void                machi_search_results_set    (MachiSearchResults   *self,
                                                 MachiSearchCorpus    *corpus,
                                                 MachiSearchAnswer    *answer);
void                machi_search_results_let_go (MachiSearchResults   *self);

G_END_DECLS
