/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GListModel *machi_check_pack (GFile       *root,
                              GListStore  *hints,
                              GError     **error);

G_END_DECLS
