/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MachiTilePen:
 * @move_to: begins a line
 * @line_to: goes on with it
 * @close: ends it where it began
 *
 * What follows the lines of a vector tile, such as a cairo path.
 */
typedef struct
{
  void (*move_to) (double x, double y, gpointer data);
  void (*line_to) (double x, double y, gpointer data);
  void (*close) (gpointer data);
} MachiTilePen;

gboolean machi_vector_tile_trace (GBytes             *tile,
                                  const char         *layer,
                                  const MachiTilePen *pen,
                                  gpointer            data);

G_END_DECLS
