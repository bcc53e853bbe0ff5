/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void machi_table_fit_widths (GtkRequestedSize *sizes,
                             guint             n_sizes,
                             int               width);

G_END_DECLS
