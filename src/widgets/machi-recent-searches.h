/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MACHI_TYPE_RECENT_SEARCHES (machi_recent_searches_get_type ())

G_DECLARE_FINAL_TYPE (MachiRecentSearches, machi_recent_searches, MACHI, RECENT_SEARCHES, AdwBin)

void machi_recent_searches_add (MachiRecentSearches *self,
                                const char          *text);

G_END_DECLS
