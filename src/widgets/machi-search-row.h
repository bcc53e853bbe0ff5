/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-search-result.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SEARCH_ROW (machi_search_row_get_type ())

G_DECLARE_FINAL_TYPE (MachiSearchRow, machi_search_row, MACHI, SEARCH_ROW, AdwBin)

void machi_search_row_set_result (MachiSearchRow    *self,
                                  MachiSearchResult *result);

G_END_DECLS
