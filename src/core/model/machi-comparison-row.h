/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry.h"

G_BEGIN_DECLS

#define MACHI_TYPE_COMPARISON_ROW (machi_comparison_row_get_type ())

G_DECLARE_FINAL_TYPE (MachiComparisonRow, machi_comparison_row, MACHI, COMPARISON_ROW, GObject)

/**
 * MachiComparisonValue:
 * @text: what is so, for a reader
 * @language: (nullable): the BCP 47 tag of the language of @text, %NULL for the reader's
 * @address: (nullable): the address of the entry that it names
 * @sources: (nullable) (element-type MachiSource): where it can be looked up
 * @unverified: whether no source was found for it
 * @inference: whether it is the editors' reading
 *
 * One of the things that stand in a cell.
 */
typedef struct
{
  char *text;
  const char *language;
  char *address;
  GPtrArray *sources;
  gboolean unverified;
  gboolean inference;
} MachiComparisonValue;

void                  machi_comparison_value_free  (MachiComparisonValue *self);

MachiComparisonRow   *machi_comparison_row_new     (const char           *section,
                                                    const char           *title,
                                                    guint                 n_cells);
const char           *machi_comparison_row_get_section (MachiComparisonRow *self);
const char           *machi_comparison_row_get_title   (MachiComparisonRow *self);
char                 *machi_comparison_row_dup_address (MachiComparisonRow *self);
void                  machi_comparison_row_set_target  (MachiComparisonRow *self,
                                                    MachiEntry           *target);
guint                 machi_comparison_row_get_n_cells (MachiComparisonRow *self);
GPtrArray            *machi_comparison_row_get_cell (MachiComparisonRow  *self,
                                                    guint                 cell);
MachiComparisonValue *machi_comparison_row_add     (MachiComparisonRow   *self,
                                                    guint                 cell,
                                                    const char           *text);
MachiComparisonValue *machi_comparison_row_add_entry (MachiComparisonRow *self,
                                                    guint                 cell,
                                                    MachiEntry           *entry);
MachiComparisonValue *machi_comparison_row_add_statement (MachiComparisonRow *self,
                                                    guint                 cell,
                                                    MachiStatement       *statement,
                                                    const char           *fallback);
gboolean              machi_comparison_row_is_empty (MachiComparisonRow  *self);
gboolean              machi_comparison_row_get_differs (MachiComparisonRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiComparisonValue, machi_comparison_value_free)

G_END_DECLS
