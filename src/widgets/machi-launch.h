/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean machi_address_is_web (const char *address);
void     machi_launch_address (GtkWidget  *widget,
                               const char *address);

G_END_DECLS
