/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-countries.h"
#include "machi-tiles.h"
#include "machi-vector-tile.h"

#include <math.h>
#include <string.h>

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "map", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static MachiTiles *
open_tiles (void)
{
  g_autoptr (GBytes) bytes = load ("tiles.bin");
  g_autoptr (GError) error = NULL;
  MachiTiles *tiles = machi_tiles_new (bytes, &error);

  g_assert_no_error (error);

  return tiles;
}

typedef struct
{
  guint n_lines;
  guint n_points;
  double x;
  double y;
  double first_x;
  double first_y;
  double area;
  double probe_x;
  double probe_y;
  int winding;
} Sum;

static void
add_edge (Sum *sum, double x, double y)
{
  sum->area += sum->x * y - x * sum->y;
  if ((sum->y <= sum->probe_y) != (y <= sum->probe_y)
      && sum->x + (sum->probe_y - sum->y) / (y - sum->y) * (x - sum->x) > sum->probe_x)
    sum->winding += y > sum->y ? 1 : -1;
  sum->x = x;
  sum->y = y;
}

static void
sum_move_to (double x, double y, gpointer data)
{
  Sum *sum = data;

  sum->x = sum->first_x = x;
  sum->y = sum->first_y = y;
  sum->n_lines++;
  sum->n_points++;
}

static void
sum_line_to (double x, double y, gpointer data)
{
  Sum *sum = data;

  g_assert_cmpfloat (fabs (x - 0.5), <, 0.52);
  g_assert_cmpfloat (fabs (y - 0.5), <, 0.52);
  add_edge (sum, x, y);
  sum->n_points++;
}

static void
count_line_to (double x G_GNUC_UNUSED, double y G_GNUC_UNUSED, gpointer data)
{
  ((Sum *) data)->n_points++;
}

static void
sum_close (gpointer data)
{
  Sum *sum = data;

  add_edge (sum, sum->first_x, sum->first_y);
}

static const MachiTilePen sum_pen = { sum_move_to, sum_line_to, sum_close };

/* Whether the tiles of @zoom have land at a place. */
static gboolean
is_land (const MachiTiles *tiles, guint zoom, double latitude, double longitude)
{
  g_autoptr (GBytes) tile = NULL;
  Sum sum = { 0 };
  double x, y;

  machi_geo_project ((MachiGeoPoint) { latitude, longitude }, &x, &y);
  x *= 1 << zoom;
  y *= 1 << zoom;
  tile = machi_tiles_lookup (tiles, zoom, (guint) x, (guint) y);
  if (tile == NULL)
    return FALSE;

  sum.probe_x = x - floor (x);
  sum.probe_y = y - floor (y);
  g_assert_true (machi_vector_tile_trace (tile, "land", &sum_pen, &sum));

  return sum.winding != 0;
}

static void
test_built_in (void)
{
  g_autoptr (MachiTiles) tiles = open_tiles ();
  guint n_found = 0;

  g_assert_cmpuint (machi_tiles_get_max_zoom (tiles), ==, 5);
  for (guint zoom = 0; zoom <= 5; zoom++)
    for (guint x = 0; x < 1u << zoom; x++)
      for (guint y = 0; y < 1u << zoom; y++)
        {
          g_autoptr (GBytes) tile = machi_tiles_lookup (tiles, zoom, x, y);
          Sum sum = { 0 };

          if (tile == NULL)
            continue;
          n_found++;
          g_assert_true (machi_vector_tile_trace (tile, "land", &sum_pen, &sum));
          g_assert_true (machi_vector_tile_trace (tile, "border", &sum_pen, &sum));
          g_assert_true (machi_vector_tile_trace (tile, "contested", &sum_pen, &sum));
          g_assert_cmpuint (sum.n_points, >, 1);
        }
  g_assert_cmpuint (n_found, ==, machi_tiles_get_n_tiles (tiles));
  g_assert_cmpuint (n_found, >, 900);
}

static void
test_nowhere (void)
{
  g_autoptr (MachiTiles) tiles = open_tiles ();

  g_assert_null (machi_tiles_lookup (tiles, 6, 0, 0));
  g_assert_null (machi_tiles_lookup (tiles, 5, 32, 0));
  g_assert_null (machi_tiles_lookup (tiles, 0, 0, 1));
  /* The middle of the South Pacific. */
  g_assert_null (machi_tiles_lookup (tiles, 5, 5, 20));
}

static void
test_land (void)
{
  static const struct
  {
    double latitude;
    double longitude;
    gboolean land;
  } places[] = {
    { 36.2, 138.0, TRUE },                          /* Honshu */
    { 33.7, 130.8, TRUE },                          /* Kyushu */
    { 38.0, 134.5, FALSE },                         /* the Sea of Japan */
    { -7.5, 112.0, TRUE },                          /* Java */
    { -5.0, 112.0, FALSE },                         /* the Java Sea */
    { 66.5, 179.0, TRUE },                          /* Chukotka, just west of 180° */
    { 67.5, 178.0, TRUE },                          /* Chukotka, on either side of 180° */
    { 67.0, -176.0, TRUE },  { 42.0, 51.0, FALSE }, /* the Caspian Sea, a hole in the land */
    { -80.0, 30.0, TRUE },                          /* Antarctica, round the pole */
    { -80.0, 179.9, FALSE },                        /* the Ross Sea */
    { -17.8, 178.0, TRUE },                         /* Viti Levu */
    { 0.0, -140.0, FALSE },                         /* the Pacific */
    { 20.0, 78.0, TRUE },                           /* India */
  };
  g_autoptr (MachiTiles) tiles = open_tiles ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint zoom = 4; zoom <= 5; zoom++)
      {
        g_test_message ("zoom %u: %g, %g", zoom, places[i].latitude, places[i].longitude);
        g_assert_cmpint (is_land (tiles, zoom, places[i].latitude, places[i].longitude), ==, places[i].land);
      }
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = load ("tiles.bin");
  gsize size;
  const char *data = g_bytes_get_data (whole, &size);
  const gsize sizes[] = { 0, 8, 15, 16, 100, 12000, size - 1 };
  g_autofree char *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) changed = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, sizes[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (machi_tiles_new (part, &error));
      g_assert_error (error, MACHI_TILES_ERROR, MACHI_TILES_ERROR_MALFORMED);
    }

  memset (copy + 8, 0xff, 4);
  changed = g_bytes_new_take (g_steal_pointer (&copy), size);
  g_assert_null (machi_tiles_new (changed, NULL));
}

/* Whatever a tile has in it, reading ends, and within the tile. */
static void
test_damaged_tile (void)
{
  g_autoptr (MachiTiles) tiles = open_tiles ();
  g_autoptr (GBytes) tile = machi_tiles_lookup (tiles, 1, 1, 0);
  static const MachiTilePen pen = { sum_move_to, count_line_to, sum_close };
  gsize size;
  const guint8 *data = g_bytes_get_data (tile, &size);

  for (guint i = 0; i < 2000; i++)
    {
      guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) damaged = NULL;
      Sum sum = { 0 };

      for (guint j = 0; j < 4; j++)
        copy[g_test_rand_int_range (0, i % 2 == 0 ? 40 : (int) size)] = (guint8) g_test_rand_int_range (0, 256);
      damaged = g_bytes_new_take (copy, i % 3 == 0 ? (gsize) g_test_rand_int_range (0, (int) size) : size);
      machi_vector_tile_trace (damaged, "land", &pen, &sum);
    }
}

static void
test_countries (void)
{
  g_autoptr (GBytes) bytes = load ("countries.json");
  g_autoptr (MachiTiles) tiles = open_tiles ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) labels = machi_country_labels_new (bytes, &error);
  gboolean has_japan = FALSE;

  g_assert_no_error (error);
  g_assert_cmpuint (labels->len, >, 200);
  for (guint i = 0; i < labels->len; i++)
    {
      const MachiCountryLabel *label = &g_array_index (labels, MachiCountryLabel, i);

      g_assert_cmpuint (strlen (label->code), ==, 2);
      g_assert_cmpfloat (label->room, >, 0);
      if (label->room > 3)
        g_assert_true (is_land (tiles, 5, label->point.latitude, label->point.longitude));
      has_japan |= g_str_equal (label->code, "JP");
    }
  g_assert_true (has_japan);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tiles/built-in", test_built_in);
  g_test_add_func ("/tiles/nowhere", test_nowhere);
  g_test_add_func ("/tiles/land", test_land);
  g_test_add_func ("/tiles/damaged", test_damaged);
  g_test_add_func ("/tiles/damaged-tile", test_damaged_tile);
  g_test_add_func ("/tiles/countries", test_countries);

  return g_test_run ();
}
