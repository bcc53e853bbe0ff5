/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void machi_pack_menu_add_to (GMenu *menu);

G_END_DECLS
