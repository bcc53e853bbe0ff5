/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-map-source.h"

#include "machi-drawn-source.h"
#include "machi-geo.h"
#include "machi-tile-source.h"

/* Small tiles: libshumate keeps a hundred of them, and these are a quarter of its own size. */
static ShumateMapSource *
set_up (ShumateMapSource *source)
{
  shumate_map_source_set_tile_size (source, MACHI_GEO_TILE_SIZE);
  shumate_map_source_set_min_zoom_level (source, MACHI_MAP_MIN_ZOOM);
  shumate_map_source_set_max_zoom_level (source, MACHI_MAP_MAX_ZOOM);

  return source;
}

static ShumateMapSource *
get_renderer (gboolean dark)
{
  static ShumateVectorRenderer *renderers[2];
  g_autoptr (MachiTileSource) tiles = NULL;
  g_autoptr (GError) error = NULL;

  if (renderers[dark] != NULL)
    return SHUMATE_MAP_SOURCE (renderers[dark]);

  renderers[dark] = shumate_vector_renderer_new ("machi", machi_map_get_style (dark)->json, &error);
  if (renderers[dark] == NULL)
    {
      g_warning ("%s", error->message);
      return NULL;
    }
  tiles = machi_tile_source_new (machi_map_get_tiles ());
  shumate_vector_renderer_set_data_source (renderers[dark], "machi", SHUMATE_DATA_SOURCE (tiles));

  return set_up (SHUMATE_MAP_SOURCE (renderers[dark]));
}

static ShumateMapSource *
get_drawn (gboolean dark)
{
  static MachiDrawnSource *sources[2];

  if (sources[dark] == NULL)
    {
      sources[dark] = machi_drawn_source_new (machi_map_get_style (dark));
      set_up (SHUMATE_MAP_SOURCE (sources[dark]));
    }

  return SHUMATE_MAP_SOURCE (sources[dark]);
}

/**
 * machi_map_source_get:
 * @dark: whether for the dark style
 *
 * Gets what gives libshumate the base map: its own renderer over our tiles, or our own where that does not work, see
 * #MachiDrawnSource. There is one for all maps, which stays: libshumate 1.4 never gives back the last reference to it.
 *
 * Returns: (transfer none): the source
 */
ShumateMapSource *
machi_map_source_get (gboolean dark)
{
  ShumateMapSource *source = NULL;

  dark = dark ? TRUE : FALSE;
  if (g_get_num_processors () > 1)
    source = get_renderer (dark);

  return source != NULL ? source : get_drawn (dark);
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
