/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-map-view.h"

#include <math.h>

/**
 * machi_map_view_new:
 * @centre: what is in the middle
 * @zoom: the zoom
 * @width: pixels
 * @height: pixels
 *
 * Returns: where places are
 */
MachiMapView
machi_map_view_new (MachiGeoPoint centre, double zoom, double width, double height)
{
  MachiMapView view = { 0, 0, MACHI_GEO_TILE_SIZE * exp2 (zoom), width, height };

  machi_geo_project (centre, &view.centre_x, &view.centre_y);

  return view;
}

/**
 * machi_map_view_of_layer:
 * @layer: a layer
 *
 * Returns: where places are on @layer now
 */
MachiMapView
machi_map_view_of_layer (ShumateLayer *layer)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (layer);
  MachiGeoPoint centre = { shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                           shumate_location_get_longitude (SHUMATE_LOCATION (viewport)) };

  return machi_map_view_new (centre, shumate_viewport_get_zoom_level (viewport),
                             gtk_widget_get_width (GTK_WIDGET (layer)), gtk_widget_get_height (GTK_WIDGET (layer)));
}

/**
 * machi_map_view_place:
 * @self: a view
 * @world_x: a place, as machi_geo_project() says it
 * @world_y: a place
 * @x: (out): where it is on the widget
 * @y: (out): where it is on the widget
 *
 * Finds a place on the widget: the world has no edge in the east and west, so it is the nearest to the middle.
 */
void
machi_map_view_place (const MachiMapView *self, double world_x, double world_y, double *x, double *y)
{
  double dx = world_x - self->centre_x;

  dx -= round (dx);
  *x = self->width / 2 + dx * self->scale;
  *y = self->height / 2 + (world_y - self->centre_y) * self->scale;
}

/**
 * machi_map_view_has:
 * @self: a view
 * @x: where something is on the widget
 * @y: where something is on the widget
 * @margin: pixels
 *
 * Returns: whether that is within the widget, or no further out than @margin
 */
gboolean
machi_map_view_has (const MachiMapView *self, double x, double y, double margin)
{
  return x >= -margin && x <= self->width + margin && y >= -margin && y <= self->height + margin;
}
