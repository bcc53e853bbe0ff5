/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MachiMergeSort MachiMergeSort;

MachiMergeSort *machi_merge_sort_new      (GArray           *numbers,
                                           GCompareDataFunc  compare,
                                           gpointer          data);
void            machi_merge_sort_free     (MachiMergeSort   *self);
gboolean        machi_merge_sort_step     (MachiMergeSort   *self,
                                           guint             n_moves);
GArray         *machi_merge_sort_get      (MachiMergeSort   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiMergeSort, machi_merge_sort_free)

G_END_DECLS
