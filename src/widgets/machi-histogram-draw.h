/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-histogram-bins.h"

G_BEGIN_DECLS

graphene_rect_t machi_histogram_get_area   (GtkWidget                *widget,
                                            const MachiHistogramBins *bins);
double          machi_histogram_get_left   (const MachiHistogramBins *bins,
                                            const graphene_rect_t    *area,
                                            guint                     bin);
guint           machi_histogram_get_bin_at (const MachiHistogramBins *bins,
                                            const graphene_rect_t    *area,
                                            double                    x);
void            machi_histogram_draw       (GtkWidget                *widget,
                                            const MachiHistogramBins *bins,
                                            guint                     from,
                                            guint                     to,
                                            GtkSnapshot              *snapshot);

G_END_DECLS
