/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-event.h"

G_BEGIN_DECLS

typedef struct _MachiHistogramBins MachiHistogramBins;

MachiHistogramBins *machi_histogram_bins_new       (int                       first,
                                                    int                       last,
                                                    gboolean                  before);
void                machi_histogram_bins_free      (MachiHistogramBins       *self);
void                machi_histogram_bins_count     (MachiHistogramBins       *self,
                                                    GListModel               *events);
guint               machi_histogram_bins_get_size  (const MachiHistogramBins *self);
guint               machi_histogram_bins_get_place (const MachiHistogramBins *self,
                                                    int                       year);
int                 machi_histogram_bins_get_year  (const MachiHistogramBins *self,
                                                    guint                     bin);
gboolean            machi_histogram_bins_is_before (const MachiHistogramBins *self,
                                                    guint                     bin);
guint               machi_histogram_bins_get       (const MachiHistogramBins *self,
                                                    guint                     bin,
                                                    MachiEventKind            kind);
guint               machi_histogram_bins_get_sum   (const MachiHistogramBins *self,
                                                    guint                     from,
                                                    guint                     to);
guint               machi_histogram_bins_get_most  (const MachiHistogramBins *self);
char               *machi_histogram_bins_dup_label (const MachiHistogramBins *self,
                                                    guint                     bin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiHistogramBins, machi_histogram_bins_free)

G_END_DECLS
