/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"

G_BEGIN_DECLS

#define MACHI_RECENT_KEY "recently-read"

void       machi_recent_add     (GSettings    *settings,
                                 MachiAddress *address);
void       machi_recent_clear   (GSettings    *settings);
GPtrArray *machi_recent_collect (GSettings    *settings,
                                 MachiCatalog *catalog);

G_END_DECLS
