/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "machi-tiles.h"

G_BEGIN_DECLS

#define MACHI_MAP_N_LINES 3

/**
 * MachiMapLine:
 * @source_layer: the layer of the tiles
 * @color: its colour
 * @width: its width in pixels
 * @broken: whether it is drawn broken
 *
 * How a kind of line is drawn.
 */
typedef struct
{
  const char *source_layer;
  GdkRGBA color;
  double width;
  gboolean broken;
} MachiMapLine;

/**
 * MachiMapStyle:
 * @json: the same for libshumate
 * @water: the colour of water
 * @land: the colour of land
 * @lines: coasts and borders, in the order in which they are drawn
 *
 * How the base map is drawn.
 */
typedef struct
{
  char *json;
  GdkRGBA water;
  GdkRGBA land;
  MachiMapLine lines[MACHI_MAP_N_LINES];
} MachiMapStyle;

MachiTiles          *machi_map_get_tiles     (void);
GArray              *machi_map_get_countries (void);
const MachiMapStyle *machi_map_get_style     (gboolean dark);

G_END_DECLS
