/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-map-source.h"

#include "machi-drawn-source.h"
#include "machi-geo.h"
#include "machi-tile-source.h"

static ShumateMapSource *
create_renderer (const MachiMapStyle *style)
{
  g_autoptr (MachiTileSource) tiles = NULL;
  g_autoptr (GError) error = NULL;
  ShumateVectorRenderer *renderer;

  /* See MachiDrawnSource. */
  if (g_get_num_processors () < 2)
    return NULL;

  renderer = shumate_vector_renderer_new ("machi", style->json, &error);
  if (renderer == NULL)
    {
      g_warning ("%s", error->message);
      return NULL;
    }
  tiles = machi_tile_source_new (machi_map_get_tiles ());
  shumate_vector_renderer_set_data_source (renderer, "machi", SHUMATE_DATA_SOURCE (tiles));

  return SHUMATE_MAP_SOURCE (renderer);
}

/**
 * machi_map_source_new:
 * @dark: whether for the dark style
 *
 * Returns: (transfer full): what gives libshumate the base map: its own renderer over our tiles, or our own where that does not
 *   work
 */
ShumateMapSource *
machi_map_source_new (gboolean dark)
{
  const MachiMapStyle *style = machi_map_get_style (dark);
  ShumateMapSource *source = create_renderer (style);

  if (source == NULL)
    source = SHUMATE_MAP_SOURCE (machi_drawn_source_new (style));
  /* Small tiles: libshumate keeps a hundred of them, and these are a quarter of its own size. */
  shumate_map_source_set_tile_size (source, MACHI_GEO_TILE_SIZE);
  shumate_map_source_set_min_zoom_level (source, MACHI_MAP_MIN_ZOOM);
  shumate_map_source_set_max_zoom_level (source, MACHI_MAP_MAX_ZOOM);

  return source;
}

/**
 * machi_map_source_is_drawn:
 * @source: a source of the base map
 *
 * Returns: whether Machi draws it itself, because libshumate cannot here
 */
gboolean
machi_map_source_is_drawn (ShumateMapSource *source)
{
  return MACHI_IS_DRAWN_SOURCE (source);
}
