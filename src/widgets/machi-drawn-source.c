/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-drawn-source.h"

#include "machi-map-painter.h"

/**
 * MachiDrawnSource:
 *
 * Draws the tiles of the base map itself. libshumate's vector renderer has one thread less than there are processors:
 * with one processor, none, and its map stays empty. This one is for such machines.
 */
struct _MachiDrawnSource
{
  ShumateMapSource parent_instance;

  const MachiMapStyle *style;
};

G_DEFINE_FINAL_TYPE (MachiDrawnSource, machi_drawn_source, SHUMATE_TYPE_MAP_SOURCE)

static GdkTexture *
create_texture (MachiDrawnSource *self, ShumateTile *tile)
{
  int size = (int) shumate_tile_get_size (tile);
  double scale = shumate_tile_get_scale_factor (tile);
  int pixels = (int) (size * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, pixels, pixels);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  cairo_scale (cr, scale, scale);
  machi_map_paint_tile (cr, self->style, (guint) shumate_tile_get_zoom_level (tile), (guint) shumate_tile_get_x (tile),
                        (guint) shumate_tile_get_y (tile), &(GdkRectangle) { 0, 0, size, size });
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) pixels,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (pixels, pixels, GDK_MEMORY_B8G8R8X8, bytes, stride);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  if (!g_cancellable_is_cancelled (cancellable))
    g_task_return_pointer (task, create_texture (source, data), g_object_unref);
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
fill_tile_async (ShumateMapSource *source,
                 ShumateTile *tile,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, fill_tile_async);
  g_task_set_task_data (task, g_object_ref (tile), g_object_unref);
  g_task_run_in_thread (task, draw_in_thread);
}

static gboolean
fill_tile_finish (ShumateMapSource *source G_GNUC_UNUSED, GAsyncResult *result, GError **error)
{
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), error);
  ShumateTile *tile = g_task_get_task_data (G_TASK (result));

  if (texture == NULL)
    return FALSE;

  shumate_tile_set_paintable (tile, GDK_PAINTABLE (texture));
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);

  return TRUE;
}

static void
machi_drawn_source_class_init (MachiDrawnSourceClass *klass)
{
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_async = fill_tile_async;
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_finish = fill_tile_finish;
}

static void
machi_drawn_source_init (MachiDrawnSource *self G_GNUC_UNUSED)
{
}

/**
 * machi_drawn_source_new:
 * @style: (transfer none): how to draw; it lives as long as the program
 *
 * Returns: (transfer full): a source of drawn tiles
 */
MachiDrawnSource *
machi_drawn_source_new (const MachiMapStyle *style)
{
  MachiDrawnSource *self = g_object_new (MACHI_TYPE_DRAWN_SOURCE, NULL);

  self->style = style;

  return self;
}
