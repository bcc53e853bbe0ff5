/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MACHI_TYPE_SWATCH (machi_swatch_get_type ())

G_DECLARE_FINAL_TYPE (MachiSwatch, machi_swatch, MACHI, SWATCH, GtkWidget)

GtkWidget *machi_swatch_new         (guint        colour);
void       machi_swatch_get_colours (GdkRGBA     *colours,
                                     guint        n_colours);

G_END_DECLS
