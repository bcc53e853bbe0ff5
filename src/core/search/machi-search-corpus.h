/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"
#include "machi-search-facets.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SEARCH_CORPUS (machi_search_corpus_get_type ())

typedef struct _MachiSearchCorpus MachiSearchCorpus;

/**
 * MachiSearchTextFunc:
 * @block: (nullable): the ID of the place of the text within the page
 * @text: the text
 * @data: what was given
 *
 * Takes one text of an entry; returns %FALSE to stop.
 */
typedef gboolean (*MachiSearchTextFunc) (const char *block,
                                         const char *text,
                                         gpointer    data);

GType              machi_search_corpus_get_type   (void) G_GNUC_CONST;

MachiSearchCorpus *machi_search_corpus_new        (MachiCatalog             *catalog);
MachiSearchCorpus *machi_search_corpus_new_empty  (MachiCatalog             *catalog);
gboolean           machi_search_corpus_gather     (MachiSearchCorpus        *self,
                                                   gint64                    max_usec);
MachiSearchCorpus *machi_search_corpus_ref        (MachiSearchCorpus        *self);
void               machi_search_corpus_unref      (MachiSearchCorpus        *self);

guint              machi_search_corpus_get_size   (const MachiSearchCorpus  *self);
MachiEntry        *machi_search_corpus_get_entry  (const MachiSearchCorpus  *self,
                                                   guint                     doc);
const MachiSearchFacets *
                   machi_search_corpus_get_facets (const MachiSearchCorpus  *self);

void               machi_search_corpus_foreach_name  (const MachiSearchCorpus *self,
                                                      guint                    doc,
                                                      MachiSearchTextFunc      func,
                                                      gpointer                 data);
void               machi_search_corpus_foreach_text  (const MachiSearchCorpus *self,
                                                      guint                    doc,
                                                      MachiSearchTextFunc      func,
                                                      gpointer                 data);
void               machi_search_corpus_foreach_block (const MachiSearchCorpus *self,
                                                      guint                    doc,
                                                      MachiSearchTextFunc      func,
                                                      gpointer                 data);
void               machi_search_corpus_foreach_context (const MachiSearchCorpus *self,
                                                        guint                    doc,
                                                        MachiSearchTextFunc      func,
                                                        gpointer                 data);
char              *machi_search_corpus_dup_hash   (MachiSearchCorpus        *self,
                                                   GCancellable             *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiSearchCorpus, machi_search_corpus_unref)

G_END_DECLS
