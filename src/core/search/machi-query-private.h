/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-query.h"

G_BEGIN_DECLS

/**
 * MachiQuery:
 *
 * What a person searches for: terms that all must be found, and facets that narrow. Any text is one. Not changed once
 * it is in use, so that it may be read by any thread.
 */
struct _MachiQuery
{
  gatomicrefcount ref_count;

  char *text;
  char *title;
  GPtrArray *terms;
  GPtrArray *facets;
  guint n_typed_facets;
  guint n_tokens;
};

char       *_machi_query_dup_bounded (const char         *text);
MachiQuery *_machi_query_alloc    (const char            *text);
void        _machi_query_add_term (MachiQuery            *self,
                                   const char            *text,
                                   const MachiQueryTerm  *like);
void        _machi_query_finish   (MachiQuery            *self);
void        _machi_query_parse    (MachiQuery            *self);
gboolean    _machi_query_take_facet (MachiQuery          *self,
                                     MachiFacet           facet,
                                     char                *value,
                                     gboolean             negated);

G_END_DECLS
