/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-histogram-bins.h"

G_BEGIN_DECLS

#define MACHI_TYPE_HISTOGRAM (machi_histogram_get_type ())

G_DECLARE_FINAL_TYPE (MachiHistogram, machi_histogram, MACHI, HISTOGRAM, GtkWidget)

GtkWidget                *machi_histogram_new       (void);
void                      machi_histogram_set_axis  (MachiHistogram *self,
                                                     int             first,
                                                     int             last,
                                                     gboolean        before);
GListModel               *machi_histogram_get_model (MachiHistogram *self);
void                      machi_histogram_set_model (MachiHistogram *self,
                                                     GListModel     *events);
void                      machi_histogram_get_range (MachiHistogram *self,
                                                     int            *from,
                                                     int            *to);
void                      machi_histogram_set_range (MachiHistogram *self,
                                                     int             from,
                                                     int             to);
const MachiHistogramBins *machi_histogram_get_bins  (MachiHistogram *self);

G_END_DECLS
