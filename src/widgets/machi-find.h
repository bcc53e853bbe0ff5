/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-citation-label.h"

G_BEGIN_DECLS

GArray *machi_find_ranges (const char *plain,
                           const char *folded_needle);

G_END_DECLS
