/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       machi_shortcuts_install      (GtkApplication *application);
void       machi_shortcuts_add_to_pages (GtkStack       *pages);
GtkWidget *machi_shortcuts_new_dialog   (void);

G_END_DECLS
