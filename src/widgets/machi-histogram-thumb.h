/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MACHI_TYPE_HISTOGRAM_THUMB (machi_histogram_thumb_get_type ())

G_DECLARE_FINAL_TYPE (MachiHistogramThumb, machi_histogram_thumb, MACHI, HISTOGRAM_THUMB, GtkWidget)

/* How wide a thumb is to grasp, in pixels. */
#define MACHI_HISTOGRAM_THUMB_WIDTH 24

void machi_histogram_thumb_set_value (MachiHistogramThumb *self,
                                      double               low,
                                      double               high,
                                      double               value,
                                      const char          *text);

G_END_DECLS
