/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void machi_steady_cursor_hold (GtkWidget *widget);

G_END_DECLS
