/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-tiles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAGIC "MACHIMT1"
#define HEAD_SIZE 16
#define ENTRY_SIZE 12
#define MAX_ZOOM 12

/**
 * MachiTiles:
 *
 * The base map: one file with many vector tiles, of which a table says where they are; see data/map/README.md.
 * Nothing is copied out of it. Immutable, and so of use to several threads.
 */
struct _MachiTiles
{
  gatomicrefcount ref_count;
  GBytes *bytes;
  const guint8 *index;
  guint n_tiles;
  guint max_zoom;
};

G_DEFINE_BOXED_TYPE (MachiTiles, machi_tiles, machi_tiles_ref, machi_tiles_unref)
G_DEFINE_QUARK (machi - tiles - error - quark, machi_tiles_error)

static guint32
read_u32 (const guint8 *data)
{
  guint32 value;

  memcpy (&value, data, sizeof value);

  return GUINT32_FROM_LE (value);
}

static guint16
read_u16 (const guint8 *data)
{
  guint16 value;

  memcpy (&value, data, sizeof value);

  return GUINT16_FROM_LE (value);
}

/* Whether the table is in order and all that it tells of is within the file. */
static gboolean
check_index (const guint8 *index, guint n_tiles, gsize size)
{
  for (guint i = 0; i < n_tiles; i++)
    {
      const guint8 *entry = index + (gsize) i * ENTRY_SIZE;
      guint64 end = (guint64) read_u32 (entry + 4) + read_u32 (entry + 8);

      if (end > size || (i > 0 && read_u32 (entry - ENTRY_SIZE) >= read_u32 (entry)))
        return FALSE;
    }

  return TRUE;
}

/**
 * machi_tiles_new:
 * @bytes: (transfer none): a file of tiles
 * @error: where to put what is wrong with it
 *
 * Returns: (transfer full) (nullable): the tiles; they keep @bytes
 */
MachiTiles *
machi_tiles_new (GBytes *bytes, GError **error)
{
  MachiTiles *self;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint n_tiles = size >= HEAD_SIZE ? read_u32 (data + 8) : 0;
  guint max_zoom = size >= HEAD_SIZE ? read_u16 (data + 14) : 0;

  if (size < HEAD_SIZE || memcmp (data, MAGIC, 8) != 0 || n_tiles > (size - HEAD_SIZE) / ENTRY_SIZE
      || max_zoom > MAX_ZOOM || !check_index (data + HEAD_SIZE, n_tiles, size))
    {
      g_set_error_literal (error, MACHI_TILES_ERROR, MACHI_TILES_ERROR_MALFORMED,
                           _ ("The file of the base map is damaged"));
      return NULL;
    }

  self = g_new0 (MachiTiles, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->index = data + HEAD_SIZE;
  self->n_tiles = n_tiles;
  self->max_zoom = max_zoom;

  return self;
}

/**
 * machi_tiles_ref:
 * @self: tiles
 *
 * Returns: (transfer full): @self
 */
MachiTiles *
machi_tiles_ref (MachiTiles *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * machi_tiles_unref:
 * @self: (transfer full): tiles
 *
 * Gives up a reference.
 */
void
machi_tiles_unref (MachiTiles *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * machi_tiles_get_n_tiles:
 * @self: tiles
 *
 * Returns: how many there are
 */
guint
machi_tiles_get_n_tiles (const MachiTiles *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_tiles;
}

/**
 * machi_tiles_get_max_zoom:
 * @self: tiles
 *
 * Returns: the last zoom of which there are tiles; beyond it, these are enlarged
 */
guint
machi_tiles_get_max_zoom (const MachiTiles *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->max_zoom;
}

/**
 * machi_tiles_lookup:
 * @self: tiles
 * @zoom: the zoom, up to the last
 * @x: the column, from the west
 * @y: the row, from the north
 *
 * Returns: (transfer full) (nullable): a vector tile, not compressed; %NULL where there is only water
 */
GBytes *
machi_tiles_lookup (const MachiTiles *self, guint zoom, guint x, guint y)
{
  guint32 key;
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, NULL);

  if (zoom > self->max_zoom || x >> zoom != 0 || y >> zoom != 0)
    return NULL;

  key = zoom << 24 | x << 12 | y;
  high = self->n_tiles;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const guint8 *entry = self->index + (gsize) middle * ENTRY_SIZE;
      guint32 found = read_u32 (entry);

      if (found == key)
        return g_bytes_new_from_bytes (self->bytes, read_u32 (entry + 4), read_u32 (entry + 8));
      if (found < key)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}
