/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many pixels the world is wide at zoom 0. */
#define MACHI_GEO_TILE_SIZE 256

/**
 * MachiGeoPoint:
 * @latitude: degrees north
 * @longitude: degrees east
 *
 * A place on the Earth.
 */
typedef struct
{
  double latitude;
  double longitude;
} MachiGeoPoint;

/**
 * MachiGeoBox:
 * @south: the least latitude
 * @west: the western edge, from -180 to 180
 * @north: the greatest latitude
 * @east: the eastern edge; over 180 where the box goes beyond the antimeridian
 *
 * A part of the Earth between meridians and parallels.
 */
typedef struct
{
  double south;
  double west;
  double north;
  double east;
} MachiGeoBox;

double     machi_geo_distance     (MachiGeoPoint        a,
                                   MachiGeoPoint        b);
GArray    *machi_geo_great_circle (MachiGeoPoint        a,
                                   MachiGeoPoint        b,
                                   double               step);
GPtrArray *machi_geo_split        (const GArray        *line);

void       machi_geo_project      (MachiGeoPoint        point,
                                   double              *x,
                                   double              *y);
void       machi_geo_unproject    (double               x,
                                   double               y,
                                   MachiGeoPoint       *point);

gboolean   machi_geo_get_box      (const MachiGeoPoint *points,
                                   guint                n_points,
                                   double               share,
                                   MachiGeoBox         *box);
double     machi_geo_box_fit      (const MachiGeoBox   *box,
                                   double               width,
                                   double               height,
                                   MachiGeoPoint       *centre);

guint     *machi_geo_cluster      (const MachiGeoPoint *points,
                                   const double        *weights,
                                   guint                n_points,
                                   double               zoom,
                                   double               distance);

G_END_DECLS
