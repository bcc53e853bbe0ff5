/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-vector-tile.h"

#include <string.h>

/* Reads as much of Mapbox Vector Tiles (github.com/mapbox/vector-tile-spec) as our base map has: lines and
 * polygons of a layer, whatever their properties. */

#define DEFAULT_EXTENT 4096
#define MAX_EXTENT (1 << 20)

enum
{
  TILE_LAYER = 3,
  LAYER_NAME = 1,
  LAYER_FEATURE = 2,
  LAYER_EXTENT = 5,
  FEATURE_GEOMETRY = 4,
};

enum
{
  COMMAND_MOVE_TO = 1,
  COMMAND_LINE_TO = 2,
  COMMAND_CLOSE = 7,
};

typedef struct
{
  const guint8 *data;
  gsize size;
} Span;

typedef struct
{
  guint number;
  guint64 value;
  Span span;
} Field;

static gboolean
take_varint (Span *span, guint64 *value)
{
  *value = 0;
  for (guint shift = 0; shift < 64 && span->size > 0; shift += 7)
    {
      guint8 byte = *span->data++;

      span->size--;
      *value |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_bytes (Span *span, guint64 size, Span *part)
{
  if (size > span->size)
    return FALSE;

  *part = (Span) { span->data, (gsize) size };
  span->data += size;
  span->size -= (gsize) size;

  return TRUE;
}

/* Takes the next field off a message of protocol buffers. */
static gboolean
take_field (Span *span, Field *field)
{
  guint64 tag;

  field->value = 0;
  field->span = (Span) { NULL, 0 };
  if (!take_varint (span, &tag))
    return FALSE;

  field->number = (guint) (tag >> 3);
  switch (tag & 7)
    {
    case 0:
      return take_varint (span, &field->value);
    case 1:
      return take_bytes (span, 8, &field->span);
    case 2:
      return take_varint (span, &field->value) && take_bytes (span, field->value, &field->span);
    case 5:
      return take_bytes (span, 4, &field->span);
    default:
      return FALSE;
    }
}

static gint64
unzigzag (guint64 value)
{
  return (gint64) (value >> 1) ^ -(gint64) (value & 1);
}

static gboolean
trace_points (Span *span, guint64 command, double extent, gint64 at[2], const MachiTilePen *pen, gpointer data)
{
  for (guint64 i = 0; i < command >> 3; i++)
    {
      for (guint axis = 0; axis < 2; axis++)
        {
          guint64 step;

          if (!take_varint (span, &step))
            return FALSE;
          at[axis] += unzigzag (step);
          if (at[axis] > MAX_EXTENT * 16 || at[axis] < -MAX_EXTENT * 16)
            return FALSE;
        }
      if ((command & 7) == COMMAND_MOVE_TO)
        pen->move_to (at[0] / extent, at[1] / extent, data);
      else
        pen->line_to (at[0] / extent, at[1] / extent, data);
    }

  return TRUE;
}

static gboolean
trace_geometry (Span span, double extent, const MachiTilePen *pen, gpointer data)
{
  gint64 at[2] = { 0, 0 };

  while (span.size > 0)
    {
      guint64 command;

      if (!take_varint (&span, &command))
        return FALSE;

      switch (command & 7)
        {
        case COMMAND_MOVE_TO:
        case COMMAND_LINE_TO:
          if (!trace_points (&span, command, extent, at, pen, data))
            return FALSE;
          break;
        case COMMAND_CLOSE:
          pen->close (data);
          break;
        default:
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
trace_feature (Span span, double extent, const MachiTilePen *pen, gpointer data)
{
  Field field;

  while (span.size > 0)
    {
      if (!take_field (&span, &field))
        return FALSE;
      if (field.number == FEATURE_GEOMETRY && !trace_geometry (field.span, extent, pen, data))
        return FALSE;
    }

  return TRUE;
}

/* What a layer says of itself may stand behind its features: it is read before them. */
static gboolean
read_layer_head (Span span, const char *name, gboolean *matches, double *extent)
{
  Field field;

  *matches = FALSE;
  *extent = DEFAULT_EXTENT;
  while (span.size > 0)
    {
      if (!take_field (&span, &field))
        return FALSE;
      if (field.number == LAYER_NAME)
        *matches = field.span.size == strlen (name) && memcmp (field.span.data, name, field.span.size) == 0;
      if (field.number == LAYER_EXTENT)
        *extent = (double) field.value;
    }

  return *extent >= 1 && *extent <= MAX_EXTENT;
}

static gboolean
trace_layer (Span span, const char *name, const MachiTilePen *pen, gpointer data)
{
  gboolean matches;
  double extent;
  Field field;

  if (!read_layer_head (span, name, &matches, &extent))
    return FALSE;

  while (matches && span.size > 0)
    if (!take_field (&span, &field)
        || (field.number == LAYER_FEATURE && !trace_feature (field.span, extent, pen, data)))
      return FALSE;

  return TRUE;
}

/**
 * machi_vector_tile_trace:
 * @tile: a vector tile, not compressed
 * @layer: the name of a layer
 * @pen: what is to follow its lines
 * @data: for @pen
 *
 * Follows all lines of a layer, in a square from 0 to 1 (the tile) and a little beyond. A tile that has no such layer
 * has no lines.
 *
 * Returns: whether the tile is well formed; where it is not, @pen may have followed a part
 */
gboolean
machi_vector_tile_trace (GBytes *tile, const char *layer, const MachiTilePen *pen, gpointer data)
{
  Span span;
  Field field;

  g_return_val_if_fail (tile != NULL && layer != NULL && pen != NULL, FALSE);

  span.data = g_bytes_get_data (tile, &span.size);
  while (span.size > 0)
    if (!take_field (&span, &field) || (field.number == TILE_LAYER && !trace_layer (field.span, layer, pen, data)))
      return FALSE;

  return TRUE;
}
