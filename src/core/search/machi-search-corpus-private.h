/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-search-corpus.h"

G_BEGIN_DECLS

/**
 * MachiCorpusBlock:
 * @id: the place of its text in the page, an interned string
 * @item: a #MachiStatement, #MachiSeries or #MachiRelation
 */
typedef struct
{
  const char *id;
  GObject *item;
} MachiCorpusBlock;

/**
 * MachiCorpusDoc:
 * @entry: an entry
 * @first_block: where its texts begin among all
 * @first_related: where those by whose names it is found begin among all
 */
typedef struct
{
  MachiEntry *entry;
  guint first_block;
  guint first_related;
} MachiCorpusDoc;

/**
 * MachiSearchCorpus:
 *
 * What there is to be searched: the entries of a catalogue, numbered, with references to their texts. Not changed once
 * all is gathered.
 */
struct _MachiSearchCorpus
{
  gatomicrefcount ref_count;

  MachiCatalog *catalog;
  GArray *docs;
  GArray *blocks;
  GPtrArray *related;
  MachiSearchFacets *facets;
  guint next_kind;
  guint next_entry;
};

G_END_DECLS
