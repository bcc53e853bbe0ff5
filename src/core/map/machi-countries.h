/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-geo.h"

G_BEGIN_DECLS

/**
 * MachiCountryLabel:
 * @code: its ISO 3166-1 alpha-2 code, an interned string
 * @point: the middle of its name
 * @room: how wide its name may be, in degrees of longitude
 *
 * Where the name of a country stands on the map.
 */
typedef struct
{
  const char *code;
  MachiGeoPoint point;
  double room;
} MachiCountryLabel;

GArray *machi_country_labels_new (GBytes  *bytes,
                                  GError **error);

G_END_DECLS
