/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-geo.h"
#include "machi-map-style.h"

G_BEGIN_DECLS

void machi_map_paint_tile (cairo_t             *cr,
                           const MachiMapStyle *style,
                           guint                zoom,
                           guint                x,
                           guint                y,
                           const GdkRectangle  *area);
void machi_map_paint      (cairo_t             *cr,
                           const MachiMapStyle *style,
                           MachiGeoPoint        centre,
                           double               zoom,
                           int                  width,
                           int                  height);

G_END_DECLS
