/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-countries.h"

#include <json-glib/json-glib.h>
#include <unicode/uregion.h>

static const char *
get_code (gint64 number)
{
  UErrorCode status = U_ZERO_ERROR;
  const URegion *region = uregion_getRegionFromNumericCode ((int) number, &status);

  return U_SUCCESS (status) ? g_intern_string (uregion_getRegionCode (region)) : NULL;
}

static void
append_label (JsonArray *array G_GNUC_UNUSED, guint i G_GNUC_UNUSED, JsonNode *node, gpointer data)
{
  JsonObject *object = json_node_get_object (node);
  JsonArray *coordinates = json_object_get_array_member (object, "coordinates");
  MachiCountryLabel label
      = { get_code (json_object_get_int_member (object, "number")),
          { json_array_get_double_element (coordinates, 1), json_array_get_double_element (coordinates, 0) },
          json_object_get_double_member (object, "room") };

  if (label.code != NULL)
    g_array_append_val (data, label);
}

/**
 * machi_country_labels_new:
 * @bytes: (transfer none): our own file of countries, see data/map/README.md
 * @error: where to put what is wrong with it
 *
 * Returns: (transfer full) (nullable) (element-type MachiCountryLabel): where names of countries stand, the roomiest
 *   first
 */
GArray *
machi_country_labels_new (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  JsonObject *root;
  GArray *labels;

  if (!json_parser_load_from_data (parser, data, (gssize) size, error))
    return NULL;

  labels = g_array_new (FALSE, FALSE, sizeof (MachiCountryLabel));
  root = json_node_get_object (json_parser_get_root (parser));
  json_array_foreach_element (json_object_get_array_member (root, "countries"), append_label, labels);

  return labels;
}
