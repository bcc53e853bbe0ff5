/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "machi-map-style.h"

G_BEGIN_DECLS

#define MACHI_TYPE_DRAWN_SOURCE (machi_drawn_source_get_type ())

G_DECLARE_FINAL_TYPE (MachiDrawnSource, machi_drawn_source, MACHI, DRAWN_SOURCE, ShumateMapSource)

MachiDrawnSource *machi_drawn_source_new (const MachiMapStyle *style);

G_END_DECLS
