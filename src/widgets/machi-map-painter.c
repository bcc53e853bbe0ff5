/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-map-painter.h"

#include "machi-vector-tile.h"

#include <math.h>

/* Draws the base map with cairo alone: small maps, and where libshumate cannot. */

#define BREAK_LENGTH 3

typedef struct
{
  cairo_t *cr;
  double left;
  double top;
  double width;
  double height;
} Frame;

static void
move_to (double x, double y, gpointer data)
{
  Frame *frame = data;

  cairo_move_to (frame->cr, frame->left + x * frame->width, frame->top + y * frame->height);
}

static void
line_to (double x, double y, gpointer data)
{
  Frame *frame = data;

  cairo_line_to (frame->cr, frame->left + x * frame->width, frame->top + y * frame->height);
}

static void
close_path (gpointer data)
{
  Frame *frame = data;

  cairo_close_path (frame->cr);
}

static void
trace (Frame *frame, GBytes *tile, const char *layer)
{
  static const MachiTilePen pen = { move_to, line_to, close_path };

  cairo_new_path (frame->cr);
  if (!machi_vector_tile_trace (tile, layer, &pen, frame))
    g_warning ("A tile of the base map is damaged");
}

static void
stroke (Frame *frame, const MachiMapLine *line)
{
  const double dashes[] = { BREAK_LENGTH * line->width, BREAK_LENGTH * line->width };

  cairo_set_dash (frame->cr, dashes, line->broken ? 2 : 0, 0);
  cairo_set_line_width (frame->cr, line->width);
  cairo_set_line_join (frame->cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (frame->cr, &line->color);
  cairo_stroke (frame->cr);
}

/**
 * machi_map_paint_tile:
 * @cr: where to draw
 * @style: how
 * @zoom: the zoom
 * @x: the column, from the west
 * @y: the row, from the north
 * @area: where on @cr the tile is
 *
 * Draws one tile of the world. Beyond the last zoom of the base map, it is a part of a tile enlarged.
 */
void
machi_map_paint_tile (cairo_t *cr, const MachiMapStyle *style, guint zoom, guint x, guint y, const GdkRectangle *area)
{
  MachiTiles *tiles = machi_map_get_tiles ();
  guint max_zoom = machi_tiles_get_max_zoom (tiles);
  guint shift = zoom > max_zoom ? zoom - max_zoom : 0;
  g_autoptr (GBytes) tile = machi_tiles_lookup (tiles, zoom - shift, x >> shift, y >> shift);
  guint mask = (1u << shift) - 1;
  Frame frame = { cr, area->x - (double) (x & mask) * area->width, area->y - (double) (y & mask) * area->height,
                  (double) area->width * (1u << shift), (double) area->height * (1u << shift) };

  cairo_save (cr);
  gdk_cairo_rectangle (cr, area);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &style->water);
  cairo_paint (cr);

  if (tile != NULL)
    {
      trace (&frame, tile, "land");
      gdk_cairo_set_source_rgba (cr, &style->land);
      cairo_fill (cr);
      for (guint i = 0; i < MACHI_MAP_N_LINES; i++)
        {
          trace (&frame, tile, style->lines[i].source_layer);
          stroke (&frame, &style->lines[i]);
        }
    }
  cairo_restore (cr);
}

/**
 * machi_map_paint:
 * @cr: where to draw
 * @style: how
 * @centre: what is in the middle
 * @zoom: the zoom; it need not be whole
 * @width: pixels
 * @height: pixels
 *
 * Draws a part of the world.
 */
void
machi_map_paint (cairo_t *cr, const MachiMapStyle *style, MachiGeoPoint centre, double zoom, int width, int height)
{
  guint level = (guint) CLAMP (round (zoom), 0, 20);
  int n_tiles = 1 << level;
  double size = MACHI_GEO_TILE_SIZE * exp2 (zoom - level);
  double left, top;

  machi_geo_project (centre, &left, &top);
  left = left * n_tiles * size - width / 2.0;
  top = top * n_tiles * size - height / 2.0;

  gdk_cairo_set_source_rgba (cr, &style->water);
  cairo_paint (cr);
  /* The edges of tiles are put on whole pixels: no seam is to be seen between them. */
  for (int y = MAX (0, (int) floor (top / size)); y < n_tiles && y * size < top + height; y++)
    for (int x = (int) floor (left / size); x * size < left + width; x++)
      {
        GdkRectangle area = { (int) round (x * size - left), (int) round (y * size - top), 0, 0 };

        area.width = (int) round ((x + 1) * size - left) - area.x;
        area.height = (int) round ((y + 1) * size - top) - area.y;
        machi_map_paint_tile (cr, style, level, (guint) (((x % n_tiles) + n_tiles) % n_tiles), (guint) y, &area);
      }
}
