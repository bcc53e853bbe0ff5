/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-geo.h"
#include "machi-links.h"

#include <math.h>

static const MachiGeoPoint kitakyushu = { 33.8834, 130.8752 };
static const MachiGeoPoint surabaya = { -7.2575, 112.7521 };
static const MachiGeoPoint tokyo = { 35.6762, 139.6503 };
static const MachiGeoPoint london = { 51.5074, -0.1278 };
static const MachiGeoPoint suva = { -18.1416, 178.4419 };
static const MachiGeoPoint apia = { -13.8333, -171.7667 };
static const MachiGeoPoint osaka = { 34.6937, 135.5023 };
static const MachiGeoPoint santiago = { -33.4489, -70.6693 };

#define assert_near(a, b, tolerance) g_assert_cmpfloat_with_epsilon (a, b, tolerance)

/* The distances were reckoned on the WGS 84 ellipsoid by Vincenty's formulae, the middles by adding vectors. */
static const struct
{
  const MachiGeoPoint *a;
  const MachiGeoPoint *b;
  double distance;
  MachiGeoPoint middle;
} examples[] = {
  { &kitakyushu, &surabaya, 4938.7, { 13.4738, 121.0022 } },
  { &tokyo, &london, 9582.2, { 68.991, 89.636 } },
  { &suva, &apia, 1151.1, { -16.043, -176.6095 } },
  { &osaka, &santiago, 17613.6, { 2.7456, -145.7731 } },
};

static void
test_distance (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      double distance = machi_geo_distance (*examples[i].a, *examples[i].b);

      assert_near (distance, examples[i].distance, examples[i].distance * 0.005);
      assert_near (machi_geo_distance (*examples[i].b, *examples[i].a), distance, 1e-6);
    }
  assert_near (machi_geo_distance (tokyo, tokyo), 0, 1e-9);
  /* A degree of the equator, and half the way round. */
  assert_near (machi_geo_distance ((MachiGeoPoint) { 0, 0 }, (MachiGeoPoint) { 0, 1 }), 111.195, 0.01);
  assert_near (machi_geo_distance ((MachiGeoPoint) { 0, 0 }, (MachiGeoPoint) { 0, 180 }), 20015.1, 0.1);
}

static double
turn_back (double longitude)
{
  return longitude - 360 * round (longitude / 360);
}

static void
test_great_circle (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GArray) line = machi_geo_great_circle (*examples[i].a, *examples[i].b, 1);
      const MachiGeoPoint *points = (MachiGeoPoint *) line->data;
      double length = 0;

      for (guint j = 1; j < line->len; j++)
        {
          double step = machi_geo_distance (points[j - 1], points[j]);

          g_assert_cmpfloat (step, <, 111.3);
          g_assert_cmpfloat (fabs (points[j].longitude - points[j - 1].longitude), <, 180);
          length += step;
        }
      assert_near (length, machi_geo_distance (*examples[i].a, *examples[i].b), 1e-3);
      assert_near (points[0].latitude, examples[i].a->latitude, 1e-9);
      assert_near (turn_back (points[line->len - 1].longitude), examples[i].b->longitude, 1e-9);
    }
}

static void
test_middle (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      double angle = machi_geo_distance (*examples[i].a, *examples[i].b) / 111.195;
      g_autoptr (GArray) line = machi_geo_great_circle (*examples[i].a, *examples[i].b, angle / 2 + 0.01);

      g_assert_cmpuint (line->len, ==, 3);
      assert_near (g_array_index (line, MachiGeoPoint, 1).latitude, examples[i].middle.latitude, 0.01);
      assert_near (turn_back (g_array_index (line, MachiGeoPoint, 1).longitude), examples[i].middle.longitude, 0.01);
    }
}

static void
test_ends (void)
{
  g_autoptr (GArray) none = machi_geo_great_circle (tokyo, tokyo, 1);
  g_autoptr (GArray) opposite = machi_geo_great_circle ((MachiGeoPoint) { 0, 0 }, (MachiGeoPoint) { 0, 180 }, 1);

  g_assert_cmpuint (none->len, ==, 2);
  for (guint i = 0; i < opposite->len; i++)
    g_assert_true (isfinite (g_array_index (opposite, MachiGeoPoint, i).latitude));
}

/* Suva and Apia lie on either side of 180°; Osaka's way to Santiago leads across it too. */
static void
test_split (void)
{
  const MachiGeoPoint *pairs[][2] = { { &suva, &apia }, { &osaka, &santiago }, { &apia, &suva } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GArray) line = machi_geo_great_circle (*pairs[i][0], *pairs[i][1], 2);
      g_autoptr (GPtrArray) parts = machi_geo_split (line);
      GArray *first, *second;
      MachiGeoPoint end, begin;

      g_assert_cmpuint (parts->len, ==, 2);
      first = g_ptr_array_index (parts, 0);
      second = g_ptr_array_index (parts, 1);
      g_assert_cmpuint (first->len + second->len, ==, line->len + 2);
      end = g_array_index (first, MachiGeoPoint, first->len - 1);
      begin = g_array_index (second, MachiGeoPoint, 0);
      assert_near (fabs (end.longitude), 180, 1e-9);
      assert_near (end.longitude + begin.longitude, 0, 1e-9);
      assert_near (end.latitude, begin.latitude, 1e-9);
      for (guint j = 0; j < parts->len; j++)
        for (guint k = 0; k < ((GArray *) parts->pdata[j])->len; k++)
          g_assert_cmpfloat (fabs (g_array_index ((GArray *) parts->pdata[j], MachiGeoPoint, k).longitude), <=,
                             180 + 1e-9);
    }
}

static void
test_split_not (void)
{
  g_autoptr (GArray) line = machi_geo_great_circle (kitakyushu, surabaya, 2);
  g_autoptr (GPtrArray) parts = machi_geo_split (line);
  g_autoptr (GArray) edge = machi_geo_great_circle ((MachiGeoPoint) { 0, 170 }, (MachiGeoPoint) { 0, 180 }, 2);
  g_autoptr (GPtrArray) edge_parts = machi_geo_split (edge);

  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpuint (((GArray *) parts->pdata[0])->len, ==, line->len);
  g_assert_cmpuint (edge_parts->len, ==, 1);
}

static void
test_projection (void)
{
  const MachiGeoPoint points[] = { tokyo, london, surabaya, santiago, { 0, 0 }, { 85, 180 } };
  double x, y;

  machi_geo_project ((MachiGeoPoint) { 0, 0 }, &x, &y);
  assert_near (x, 0.5, 1e-12);
  assert_near (y, 0.5, 1e-12);
  machi_geo_project ((MachiGeoPoint) { 90, -180 }, &x, &y);
  assert_near (x, 0, 1e-12);
  assert_near (y, 0, 1e-9);
  /* Tile 909/403 of zoom 10 holds Tokyo's town hall. */
  machi_geo_project ((MachiGeoPoint) { 35.6896, 139.6917 }, &x, &y);
  g_assert_cmpint ((int) (x * 1024), ==, 909);
  g_assert_cmpint ((int) (y * 1024), ==, 403);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      MachiGeoPoint back;

      machi_geo_project (points[i], &x, &y);
      machi_geo_unproject (x, y, &back);
      assert_near (back.latitude, points[i].latitude, 1e-9);
      assert_near (back.longitude, points[i].longitude, 1e-9);
    }
}

static void
test_box (void)
{
  const MachiGeoPoint asia[] = { kitakyushu, surabaya, tokyo };
  const MachiGeoPoint pacific[] = { suva, apia };
  MachiGeoPoint centre;
  MachiGeoBox box;
  double zoom;

  g_assert_false (machi_geo_get_box (NULL, 0, 1, &box));
  g_assert_true (machi_geo_get_box (asia, G_N_ELEMENTS (asia), 1, &box));
  assert_near (box.south, surabaya.latitude, 1e-9);
  assert_near (box.north, tokyo.latitude, 1e-9);
  assert_near (box.west, surabaya.longitude, 1e-9);
  assert_near (box.east, tokyo.longitude, 1e-9);

  /* The short way, across the antimeridian. */
  g_assert_true (machi_geo_get_box (pacific, G_N_ELEMENTS (pacific), 1, &box));
  assert_near (box.west, suva.longitude, 1e-9);
  assert_near (box.east, 360 + apia.longitude, 1e-9);
  zoom = machi_geo_box_fit (&box, 256, 256, &centre);
  assert_near (centre.longitude, (suva.longitude + apia.longitude + 360) / 2 - 360, 1e-9);
  /* 256 pixels are the world at zoom 0. */
  assert_near (zoom, log2 (360 / (360 + apia.longitude - suva.longitude)), 1e-9);
}

static void
test_box_share (void)
{
  MachiGeoPoint points[20];
  MachiGeoBox box;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (MachiGeoPoint) { i, 100 + i };
  points[19] = santiago;

  g_assert_true (machi_geo_get_box (points, G_N_ELEMENTS (points), 0.9, &box));
  assert_near (box.south, 0, 1e-9);
  assert_near (box.north, 17, 1e-9);
  /* Santiago is a little nearer on the western side: it is left out there, and one on the eastern side. */
  assert_near (box.west, 100, 1e-9);
  assert_near (box.east, 117, 1e-9);
}

static double
get_pixels (MachiGeoPoint a, MachiGeoPoint b, double zoom)
{
  double ax, ay, bx, by, dx;

  machi_geo_project (a, &ax, &ay);
  machi_geo_project (b, &bx, &by);
  dx = ax - bx;
  dx -= round (dx);

  return hypot (dx, ay - by) * 256 * exp2 (zoom);
}

static void
test_cluster (void)
{
  /* Kitakyushu and Fukuoka are 60 km apart, Tokyo and Yokohama 28. */
  const MachiGeoPoint points[] = { kitakyushu, { 33.5902, 130.4017 }, tokyo, { 35.4437, 139.638 }, surabaya };
  const double weights[] = { 5, 9, 1, 3, 2 };
  g_autofree guint *far = machi_geo_cluster (points, weights, G_N_ELEMENTS (points), 3, 40);
  g_autofree guint *near = machi_geo_cluster (points, weights, G_N_ELEMENTS (points), 10, 40);
  const guint expected[] = { 1, 1, 3, 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_assert_cmpuint (far[i], ==, expected[i]);
      g_assert_cmpuint (near[i], ==, i);
    }
}

static void
test_cluster_antimeridian (void)
{
  const MachiGeoPoint points[] = { { 0, 179.9 }, { 0, -179.9 }, { 0, 0 } };
  g_autofree guint *owners = machi_geo_cluster (points, NULL, G_N_ELEMENTS (points), 4, 40);

  g_assert_cmpuint (owners[0], ==, 0);
  g_assert_cmpuint (owners[1], ==, 0);
  g_assert_cmpuint (owners[2], ==, 2);
}

/* Whatever the places: each is near the one that stands for it, and no two that stand for others are near each
 * other. */
static void
test_cluster_random (void)
{
  g_autofree MachiGeoPoint *points = g_new (MachiGeoPoint, 400);
  g_autofree double *weights = g_new (double, 400);

  for (guint i = 0; i < 400; i++)
    {
      points[i].latitude = g_test_rand_double_range (-80, 80);
      points[i].longitude = g_test_rand_double_range (-180, 180);
      weights[i] = g_test_rand_int_range (0, 5);
    }
  for (double zoom = 0; zoom < 8; zoom += 0.5)
    {
      g_autofree guint *owners = machi_geo_cluster (points, weights, 400, zoom, 30);

      for (guint i = 0; i < 400; i++)
        {
          g_assert_cmpuint (owners[owners[i]], ==, owners[i]);
          g_assert_cmpfloat (weights[owners[i]], >=, weights[i]);
          g_assert_cmpfloat (get_pixels (points[i], points[owners[i]], zoom), <, 30);
          for (guint j = 0; j < i; j++)
            if (owners[i] == i && owners[j] == j)
              g_assert_cmpfloat (get_pixels (points[i], points[j], zoom), >=, 30);
        }
    }
}

static MachiEntry *
new_city (const char *id, double latitude, double longitude)
{
  g_autoptr (MachiName) name = machi_name_new ();
  MachiEntry *city;

  machi_name_add (name, "en", id);
  city = machi_entry_new (MACHI_KIND_CITY, id, name);
  if (latitude != 0)
    machi_entry_set_coordinates (city, latitude, longitude);

  return city;
}

static void
relate (MachiEntry *a, MachiRole role, MachiEntry *b, MachiRole inverse)
{
  g_autoptr (MachiRelation) relation = machi_relation_new (role, b, NULL);
  g_autoptr (MachiRelation) back = machi_relation_new (inverse, a, NULL);

  machi_entry_append (a, MACHI_LIST_RELATIONS, relation);
  machi_entry_append (b, MACHI_LIST_RELATIONS, back);
}

static void
test_links (void)
{
  g_autoptr (GListStore) cooperations = g_list_store_new (MACHI_TYPE_ENTRY);
  g_autoptr (MachiName) name = machi_name_new ();
  g_autoptr (MachiEntry) a = new_city ("kitakyushu", 33.9, 130.9);
  g_autoptr (MachiEntry) b = new_city ("surabaya", -7.3, 112.8);
  g_autoptr (MachiEntry) nowhere = new_city ("nowhere", 0, 0);
  g_autoptr (MachiEntry) pair = NULL;
  g_autoptr (MachiEntry) other = NULL;
  g_autoptr (MachiEntry) project = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) partners = NULL;
  g_autoptr (GPtrArray) places = NULL;
  MachiLink *link;

  machi_name_add (name, "en", "A – B");
  pair = machi_entry_new (MACHI_KIND_COOPERATION, "a-b", name);
  other = machi_entry_new (MACHI_KIND_COOPERATION, "a-nowhere", name);
  project = machi_entry_new (MACHI_KIND_PROJECT, "compost", name);
  relate (pair, MACHI_ROLE_PAIR, a, MACHI_ROLE_COOPERATION);
  relate (pair, MACHI_ROLE_PAIR, b, MACHI_ROLE_COOPERATION);
  relate (pair, MACHI_ROLE_PROJECT, project, MACHI_ROLE_COOPERATION);
  relate (other, MACHI_ROLE_PAIR, a, MACHI_ROLE_COOPERATION);
  relate (other, MACHI_ROLE_PAIR, nowhere, MACHI_ROLE_COOPERATION);
  g_list_store_append (cooperations, pair);
  g_list_store_append (cooperations, other);

  links = machi_links_new (G_LIST_MODEL (cooperations));
  g_assert_cmpuint (links->len, ==, 1);
  link = g_ptr_array_index (links, 0);
  g_assert_true (machi_link_has (link, a) && machi_link_has (link, b));
  g_assert_false (machi_link_has (link, nowhere));
  g_assert_cmpuint (link->n_projects, ==, 1);

  partners = machi_city_collect_partners (a);
  g_assert_cmpuint (partners->len, ==, 2);
  g_assert_true (partners->pdata[0] == b && partners->pdata[1] == nowhere);
  places = machi_entry_collect_places (other);
  g_assert_cmpuint (places->len, ==, 1);
  g_assert_true (places->pdata[0] == a);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/distance", test_distance);
  g_test_add_func ("/geo/great-circle", test_great_circle);
  g_test_add_func ("/geo/great-circle/middle", test_middle);
  g_test_add_func ("/geo/great-circle/ends", test_ends);
  g_test_add_func ("/geo/split", test_split);
  g_test_add_func ("/geo/split/not", test_split_not);
  g_test_add_func ("/geo/projection", test_projection);
  g_test_add_func ("/geo/box", test_box);
  g_test_add_func ("/geo/box/share", test_box_share);
  g_test_add_func ("/geo/cluster", test_cluster);
  g_test_add_func ("/geo/cluster/antimeridian", test_cluster_antimeridian);
  g_test_add_func ("/geo/cluster/random", test_cluster_random);
  g_test_add_func ("/geo/links", test_links);

  return g_test_run ();
}
