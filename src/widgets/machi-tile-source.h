/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "machi-tiles.h"

G_BEGIN_DECLS

#define MACHI_TYPE_TILE_SOURCE (machi_tile_source_get_type ())

G_DECLARE_FINAL_TYPE (MachiTileSource, machi_tile_source, MACHI, TILE_SOURCE, ShumateDataSource)

MachiTileSource *machi_tile_source_new (MachiTiles *tiles);

G_END_DECLS
