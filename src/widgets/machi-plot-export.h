/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-plot.h"

G_BEGIN_DECLS

GdkTexture *machi_plot_render_texture (MachiPlot           *self);
GBytes     *machi_plot_render_svg     (MachiPlot           *self);
void        machi_plot_save_async     (MachiPlot           *self,
                                       GFile               *file,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             data);
gboolean    machi_plot_save_finish    (MachiPlot           *self,
                                       GAsyncResult        *result,
                                       GError             **error);

G_END_DECLS
