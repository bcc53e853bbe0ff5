/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "machi-geo.h"

G_BEGIN_DECLS

/**
 * MachiMapView:
 * @centre_x: what is in the middle, as machi_geo_project() says it
 * @centre_y: what is in the middle
 * @scale: how many pixels the world is wide
 * @width: how wide the widget is
 * @height: how high the widget is
 *
 * Where places are on a widget.
 */
typedef struct
{
  double centre_x;
  double centre_y;
  double scale;
  double width;
  double height;
} MachiMapView;

MachiMapView  machi_map_view_new         (MachiGeoPoint        centre,
                                          double               zoom,
                                          double               width,
                                          double               height);
MachiMapView  machi_map_view_of_layer    (ShumateLayer        *layer);
void          machi_map_view_place       (const MachiMapView  *self,
                                          double               world_x,
                                          double               world_y,
                                          double              *x,
                                          double              *y);
gboolean      machi_map_view_has         (const MachiMapView  *self,
                                          double               x,
                                          double               y,
                                          double               margin);

G_END_DECLS
