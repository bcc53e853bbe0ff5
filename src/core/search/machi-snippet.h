/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-query.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SNIPPET (machi_snippet_get_type ())

typedef struct _MachiSnippet MachiSnippet;
typedef struct _MachiSnippetFinder MachiSnippetFinder;

/**
 * MachiRange:
 * @start: the first byte
 * @end: the byte behind the last
 *
 * A part of a text.
 */
typedef struct
{
  guint start;
  guint end;
} MachiRange;

GType               machi_snippet_get_type         (void) G_GNUC_CONST;

MachiSnippet       *machi_snippet_ref              (MachiSnippet        *self);
void                machi_snippet_unref            (MachiSnippet        *self);
const char         *machi_snippet_get_text         (const MachiSnippet  *self);
const char         *machi_snippet_get_block        (const MachiSnippet  *self);
const MachiRange   *machi_snippet_get_matches      (const MachiSnippet  *self,
                                                    guint               *n_matches);
const MachiRange   *machi_snippet_get_title_matches (const MachiSnippet *self,
                                                     guint              *n_matches);
gboolean            machi_snippet_is_in_title      (const MachiSnippet  *self);

MachiSnippetFinder *machi_snippet_finder_new       (const MachiQuery    *query,
                                                    const char          *title,
                                                    const char          *summary);
void                machi_snippet_finder_free      (MachiSnippetFinder  *self);
void                machi_snippet_finder_add_name  (MachiSnippetFinder  *self,
                                                    const char          *name);
gboolean            machi_snippet_finder_add_text  (MachiSnippetFinder  *self,
                                                    const char          *block,
                                                    const char          *text);
MachiSnippet       *machi_snippet_finder_end       (MachiSnippetFinder  *self);

GArray             *machi_query_find_matches       (const MachiQuery    *query,
                                                    const char          *text,
                                                    guint               *n_terms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiSnippet, machi_snippet_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiSnippetFinder, machi_snippet_finder_free)

G_END_DECLS
