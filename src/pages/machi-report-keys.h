/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkEventController *machi_report_new_shortcuts   (void);
GtkEventController *machi_report_new_scroll_keys (void);

G_END_DECLS
