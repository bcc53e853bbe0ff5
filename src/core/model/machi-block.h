/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-series.h"
#include "machi-table.h"
#include "machi-text.h"

G_BEGIN_DECLS

#define MACHI_TYPE_BLOCK (machi_block_get_type ())

G_DECLARE_FINAL_TYPE (MachiBlock, machi_block, MACHI, BLOCK, GObject)

typedef enum {
  MACHI_BLOCK_HEADING,
  MACHI_BLOCK_PARAGRAPH,
  MACHI_BLOCK_LIST_ITEM,
  MACHI_BLOCK_QUOTE,
  MACHI_BLOCK_NOTE,
  MACHI_BLOCK_TABLE,
  MACHI_BLOCK_PLOT,
} MachiBlockKind;

typedef enum {
  MACHI_LIST_NONE,
  MACHI_LIST_BULLET,
  MACHI_LIST_NUMBER,
} MachiListKind;

/**
 * MachiBlockFlags:
 * @MACHI_BLOCK_UNVERIFIED: no source was found for it
 * @MACHI_BLOCK_INFERENCE: it is the editors' reading of others
 * @MACHI_BLOCK_CONTINUES: a further paragraph of the list item, quotation or note before it
 * @MACHI_BLOCK_CONTINUED: the next block is such a paragraph
 */
typedef enum {
  MACHI_BLOCK_UNVERIFIED = 1 << 0,
  MACHI_BLOCK_INFERENCE = 1 << 1,
  MACHI_BLOCK_CONTINUES = 1 << 2,
  MACHI_BLOCK_CONTINUED = 1 << 3,
} MachiBlockFlags;

/**
 * MachiBlockFields:
 * @id: unique in the document
 * @kind: what it is
 * @flags: how far it is to be trusted, and what it belongs to
 * @level: of a heading from 1, of a list item how deep it stands, from 1; else 0
 * @list: the list that a list item stands in
 * @number: the number of an item of a numbered list, from 1
 * @language: the BCP 47 tag of its language
 * @text: its text; of a table or plot the title
 * @table: (nullable): the cells of a table or plot
 * @chart: how a plot is drawn
 * @series: (nullable): the #MachiSeries of a plot
 * @categories: (nullable): what stands for 0, 1, … of the series' x, where it is not years
 *
 * What a block is made of; nothing is taken.
 */
typedef struct
{
  const char *id;
  MachiBlockKind kind;
  MachiBlockFlags flags;
  guint level;
  MachiListKind list;
  guint number;
  const char *language;
  MachiText *text;
  MachiTable *table;
  MachiChart chart;
  GListModel *series;
  const char *const *categories;
} MachiBlockFields;

MachiBlock        *machi_block_new            (const MachiBlockFields *fields);
const char        *machi_block_get_id         (MachiBlock             *self);
MachiBlockKind     machi_block_get_kind       (MachiBlock             *self);
MachiBlockFlags    machi_block_get_flags      (MachiBlock             *self);
guint              machi_block_get_level      (MachiBlock             *self);
MachiListKind      machi_block_get_list       (MachiBlock             *self);
guint              machi_block_get_number     (MachiBlock             *self);
const char        *machi_block_get_language   (MachiBlock             *self);
MachiText         *machi_block_get_text       (MachiBlock             *self);
const char        *machi_block_get_plain      (MachiBlock             *self);
gboolean           machi_block_get_unverified (MachiBlock             *self);
gboolean           machi_block_get_inference  (MachiBlock             *self);
MachiTable        *machi_block_get_table      (MachiBlock             *self);
MachiChart         machi_block_get_chart      (MachiBlock             *self);
GListModel        *machi_block_get_series     (MachiBlock             *self);
const char *const *machi_block_get_categories (MachiBlock             *self);

G_END_DECLS
