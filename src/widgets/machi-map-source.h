/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define MACHI_MAP_MIN_ZOOM 1
#define MACHI_MAP_MAX_ZOOM 10

ShumateMapSource *machi_map_source_get      (gboolean          dark);
gboolean          machi_map_source_is_drawn (ShumateMapSource *source);

G_END_DECLS
