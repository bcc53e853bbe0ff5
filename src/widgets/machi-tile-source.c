/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-tile-source.h"

/**
 * MachiTileSource:
 *
 * Gives libshumate the tiles of our base map instead of a server's. They are in memory: a request is answered at once.
 */
struct _MachiTileSource
{
  ShumateDataSource parent_instance;

  MachiTiles *tiles;
};

G_DEFINE_FINAL_TYPE (MachiTileSource, machi_tile_source, SHUMATE_TYPE_DATA_SOURCE)

static ShumateDataSourceRequest *
start_request (ShumateDataSource *source, int x, int y, int zoom, GCancellable *cancellable G_GNUC_UNUSED)
{
  MachiTileSource *self = MACHI_TILE_SOURCE (source);
  ShumateDataSourceRequest *request = shumate_data_source_request_new (x, y, zoom);
  g_autoptr (GBytes) tile = machi_tiles_lookup (self->tiles, (guint) zoom, (guint) x, (guint) y);

  /* An empty tile is drawn too: the background, which is water. */
  if (tile == NULL)
    tile = g_bytes_new_static ("", 0);
  shumate_data_source_request_emit_data (request, tile, TRUE);

  return request;
}

static void
machi_tile_source_finalize (GObject *object)
{
  MachiTileSource *self = MACHI_TILE_SOURCE (object);

  machi_tiles_unref (self->tiles);

  G_OBJECT_CLASS (machi_tile_source_parent_class)->finalize (object);
}

static void
machi_tile_source_class_init (MachiTileSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = machi_tile_source_finalize;
  SHUMATE_DATA_SOURCE_CLASS (klass)->start_request = start_request;
}

static void
machi_tile_source_init (MachiTileSource *self G_GNUC_UNUSED)
{
}

/**
 * machi_tile_source_new:
 * @tiles: (transfer none): the base map
 *
 * Returns: (transfer full): a source of its tiles
 */
MachiTileSource *
machi_tile_source_new (MachiTiles *tiles)
{
  MachiTileSource *self
      = g_object_new (MACHI_TYPE_TILE_SOURCE, "max-zoom-level", machi_tiles_get_max_zoom (tiles), NULL);

  self->tiles = machi_tiles_ref (tiles);

  return self;
}
