/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"
#include "machi-entry-filter.h"

G_BEGIN_DECLS

#define MACHI_TYPE_FILTER_CHIPS (machi_filter_chips_get_type ())

G_DECLARE_FINAL_TYPE (MachiFilterChips, machi_filter_chips, MACHI, FILTER_CHIPS, AdwBin)

void machi_filter_chips_set_filter (MachiFilterChips *self,
                                    MachiEntryFilter *filter,
                                    MachiCatalog     *catalog);

G_END_DECLS
