/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry.h"
#include "machi-snippet.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SEARCH_RESULT (machi_search_result_get_type ())

G_DECLARE_FINAL_TYPE (MachiSearchResult, machi_search_result, MACHI, SEARCH_RESULT, GObject)

MachiEntry       *machi_search_result_get_entry         (MachiSearchResult *self);
MachiKind         machi_search_result_get_kind          (MachiSearchResult *self);
const char       *machi_search_result_get_title         (MachiSearchResult *self);
const char       *machi_search_result_get_block         (MachiSearchResult *self);
char             *machi_search_result_dup_address       (MachiSearchResult *self);
const char       *machi_search_result_get_snippet       (MachiSearchResult *self);
gboolean          machi_search_result_has_snippet       (MachiSearchResult *self);
const MachiRange *machi_search_result_get_matches       (MachiSearchResult *self,
                                                         guint             *n_matches);
const MachiRange *machi_search_result_get_title_matches (MachiSearchResult *self,
                                                         guint             *n_matches);

/* For the list of results. */
typedef void (*MachiSearchFetchFunc) (MachiSearchResult *result,
                                      gpointer           data);

MachiSearchResult *machi_search_result_new          (MachiSearchFetchFunc   fetch,
                                                     gpointer               data);
void               machi_search_result_set          (MachiSearchResult     *self,
                                                     MachiEntry            *entry,
                                                     guint                  doc,
                                                     MachiQuery            *query);
void               machi_search_result_set_snippet  (MachiSearchResult     *self,
                                                     guint                  serial,
                                                     MachiSnippet          *snippet);
void               machi_search_result_let_go       (MachiSearchResult     *self);
guint              machi_search_result_get_doc      (MachiSearchResult     *self);
MachiQuery        *machi_search_result_get_query    (MachiSearchResult     *self);
guint              machi_search_result_get_serial   (MachiSearchResult     *self);

G_END_DECLS
