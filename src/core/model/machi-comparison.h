/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-comparison-row.h"

G_BEGIN_DECLS

#define MACHI_COMPARISON_MIN 2
#define MACHI_COMPARISON_MAX 4

#define MACHI_TYPE_COMPARISON (machi_comparison_get_type ())

G_DECLARE_FINAL_TYPE (MachiComparison, machi_comparison, MACHI, COMPARISON, GObject)

MachiComparison *machi_comparison_new           (MachiEntry *const *entries,
                                                 guint              n_entries);
guint            machi_comparison_get_n_entries (MachiComparison   *self);
MachiEntry      *machi_comparison_get_entry     (MachiComparison   *self,
                                                 guint              i);

G_END_DECLS
