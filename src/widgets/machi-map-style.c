/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-map-style.h"

#include "machi-countries.h"

#include <json-glib/json-glib.h>

/* The built-in base map, see data/map/README.md: it is part of the program, so that a fault in it is the program's. */

#define FOLDER "/org/machi/Machi/map/"

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);

  return bytes;
}

/**
 * machi_map_get_tiles:
 *
 * Returns: (transfer none): the tiles of the base map
 */
MachiTiles *
machi_map_get_tiles (void)
{
  static gsize once = 0;
  static MachiTiles *tiles = NULL;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GBytes) bytes = load ("tiles.bin");
      g_autoptr (GError) error = NULL;

      tiles = machi_tiles_new (bytes, &error);
      if (tiles == NULL)
        g_error ("%s", error->message);
      g_once_init_leave (&once, 1);
    }

  return tiles;
}

/**
 * machi_map_get_countries:
 *
 * Returns: (transfer none) (element-type MachiCountryLabel): where names of countries stand, the roomiest first
 */
GArray *
machi_map_get_countries (void)
{
  static gsize once = 0;
  static GArray *labels = NULL;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GBytes) bytes = load ("countries.json");
      g_autoptr (GError) error = NULL;

      labels = machi_country_labels_new (bytes, &error);
      if (labels == NULL)
        g_error ("%s", error->message);
      g_once_init_leave (&once, 1);
    }

  return labels;
}

static void
read_color (JsonObject *paint, const char *member, GdkRGBA *color)
{
  if (!gdk_rgba_parse (color, json_object_get_string_member (paint, member)))
    g_error ("%s%s: not a colour", FOLDER, json_object_get_string_member (paint, member));
}

static void
read_layer (MachiMapStyle *style, JsonObject *layer, guint *n_lines)
{
  const char *type = json_object_get_string_member (layer, "type");
  JsonObject *paint = json_object_get_object_member (layer, "paint");

  if (g_str_equal (type, "background"))
    read_color (paint, "background-color", &style->water);
  else if (g_str_equal (type, "fill"))
    read_color (paint, "fill-color", &style->land);
  else if (*n_lines < MACHI_MAP_N_LINES)
    {
      MachiMapLine *line = &style->lines[(*n_lines)++];

      line->source_layer = g_intern_string (json_object_get_string_member (layer, "source-layer"));
      line->width = json_object_get_double_member (paint, "line-width");
      line->broken = json_object_has_member (paint, "line-dasharray");
      read_color (paint, "line-color", &line->color);
    }
}

static void
read_style (MachiMapStyle *style, const char *name)
{
  g_autoptr (GBytes) bytes = load (name);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonArray *layers;
  guint n_lines = 0;

  style->json = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!json_parser_load_from_data (parser, style->json, -1, &error))
    g_error ("%s%s: %s", FOLDER, name, error->message);

  layers = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "layers");
  for (guint i = 0; i < json_array_get_length (layers); i++)
    read_layer (style, json_array_get_object_element (layers, i), &n_lines);
}

/**
 * machi_map_get_style:
 * @dark: whether for the dark style
 *
 * Returns: (transfer none): how the base map is drawn
 */
const MachiMapStyle *
machi_map_get_style (gboolean dark)
{
  static gsize once = 0;
  static MachiMapStyle styles[2];

  if (g_once_init_enter (&once))
    {
      read_style (&styles[FALSE], "style-light.json");
      read_style (&styles[TRUE], "style-dark.json");
      g_once_init_leave (&once, 1);
    }

  return &styles[dark ? TRUE : FALSE];
}
