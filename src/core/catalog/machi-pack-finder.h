/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-pack.h"

G_BEGIN_DECLS

GPtrArray *machi_packs_find_in        (GFile     *folder);
GPtrArray *machi_packs_find_installed (void);
char      *machi_pack_dup_title       (MachiPack *self);

G_END_DECLS
