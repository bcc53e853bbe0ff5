/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry-filter.h"

G_BEGIN_DECLS

#define MACHI_TYPE_QUERY (machi_query_get_type ())

#define MACHI_QUERY_MAX_LENGTH 512
#define MACHI_QUERY_MAX_TERMS 16
#define MACHI_QUERY_MAX_TOKENS 64

typedef struct _MachiQuery MachiQuery;

/**
 * MachiQueryPhrase:
 * @tokens: (array zero-terminated=1): folded tokens that stand one behind the other
 * @n_tokens: how many, at least one
 * @prefix: whether the last of them may go on
 * @word: whether it is a single word of a script that writes spaces
 */
typedef struct
{
  GStrv tokens;
  guint n_tokens;
  gboolean prefix;
  gboolean word;
} MachiQueryPhrase;

/**
 * MachiQueryTerm:
 * @text: what was typed, without quotation marks
 * @folded: @text by machi_fold_words()
 * @phrases: (element-type MachiQueryPhrase): one of these must be found; at least one
 * @quoted: whether it stood in quotation marks
 * @negated: whether it must not be found instead
 * @prefix: whether it may go on, being the last
 * @start: where it begins in what was typed, in bytes
 * @end: where it ends there
 */
typedef struct
{
  char *text;
  char *folded;
  GPtrArray *phrases;
  gboolean quoted;
  gboolean negated;
  gboolean prefix;
  gsize start;
  gsize end;
} MachiQueryTerm;

/**
 * MachiQueryFacet:
 * @facet: by what
 * @value: the value as it was typed
 * @folded: @value by machi_fold_words()
 * @from: the first year, 0 where it is open; of %MACHI_FACET_YEARS only
 * @to: the last year, 0 where it is open
 * @negated: whether what has the value is left out instead
 */
typedef struct
{
  MachiFacet facet;
  char *value;
  char *folded;
  int from;
  int to;
  gboolean negated;
} MachiQueryFacet;

GType       machi_query_get_type    (void) G_GNUC_CONST;

MachiQuery *machi_query_new         (const char         *text);
MachiQuery *machi_query_ref         (MachiQuery         *self);
void        machi_query_unref       (MachiQuery         *self);

const char *machi_query_get_text    (const MachiQuery   *self);
const char *machi_query_get_title   (const MachiQuery   *self);
GPtrArray  *machi_query_get_terms   (const MachiQuery   *self);
GPtrArray  *machi_query_get_facets  (const MachiQuery   *self);
gboolean    machi_query_has_words   (const MachiQuery   *self);
gboolean    machi_query_is_empty    (const MachiQuery   *self);

gboolean    machi_query_add_facet   (MachiQuery         *self,
                                     const char         *text);
void        machi_query_add_filter  (MachiQuery         *self,
                                     MachiEntryFilter   *filter);
MachiQuery *machi_query_loosen      (const MachiQuery   *self);
MachiQuery *machi_query_widen       (const MachiQuery   *self,
                                     GPtrArray          *words);
MachiQuery *machi_query_correct     (const MachiQuery   *self,
                                     GPtrArray          *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiQuery, machi_query_unref)

G_END_DECLS
