/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-catalog.h"
#include "machi-growth.h"

static MachiEntry *
new_network (const char *first_year, const char *second_year)
{
  g_autoptr (MachiName) name = machi_name_new ();
  const char *const dates[] = { first_year, second_year };
  MachiEntry *network;

  machi_name_add (name, "en", "Network");
  network = machi_entry_new (MACHI_KIND_NETWORK, "network", name);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (dates[i] != NULL)
      {
        MachiStatementFields fields = { .topic = "founded", .date = dates[i] };
        g_autoptr (MachiStatement) fact = machi_statement_new (&fields);

        machi_entry_append (network, MACHI_LIST_FACTS, fact);
      }

  return network;
}

static void
test_worked_example (void)
{
  static const double expected[][2] = { { 1988, 1 }, { 1989, 1 }, { 1990, 3 } };
  g_autoptr (GListStore) networks = g_list_store_new (MACHI_TYPE_ENTRY);
  const char *const dates[][2]
      = { { "1990-09", NULL }, { NULL, NULL }, { "1995", "1988" }, { "1990", NULL }, { "long ago", NULL } };
  g_autoptr (MachiSeries) series = NULL;
  const MachiPoint *points;
  guint n_points, n_undated;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (MachiEntry) network = new_network (dates[i][0], dates[i][1]);
      g_list_store_append (networks, network);
    }
  series = machi_growth_new (G_LIST_MODEL (networks), "Networks", &n_undated);
  points = machi_series_get_points (series, &n_points);
  g_assert_cmpuint (n_undated, ==, 2);
  g_assert_cmpuint (n_points, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_points; i++)
    {
      g_assert_cmpfloat (points[i].x, ==, expected[i][0]);
      g_assert_cmpfloat (points[i].y, ==, expected[i][1]);
    }
}

static void
test_none (void)
{
  g_autoptr (GListStore) networks = g_list_store_new (MACHI_TYPE_ENTRY);
  guint n_points, n_undated;
  g_autoptr (MachiSeries) series = machi_growth_new (G_LIST_MODEL (networks), "Networks", &n_undated);

  machi_series_get_points (series, &n_points);
  g_assert_cmpuint (n_points, ==, 0);
  g_assert_cmpuint (n_undated, ==, 0);
}

/* In the built-in catalogue nothing is lost, and no year has fewer than the one before. */
static void
test_built_in (void)
{
  g_autoptr (GFile) root = g_file_new_for_path (g_getenv ("MACHI_CATALOG_DIR"));
  g_autoptr (MachiCatalog) catalog = machi_catalog_load (root, NULL, NULL);
  GListModel *networks = machi_catalog_get_entries (catalog, MACHI_KIND_NETWORK);
  g_autoptr (MachiSeries) series = NULL;
  const MachiPoint *points;
  guint n_points, n_undated;

  series = machi_growth_new (networks, "Networks", &n_undated);
  points = machi_series_get_points (series, &n_points);
  g_assert_cmpuint (n_points, >, 10);
  for (guint i = 1; i < n_points; i++)
    {
      g_assert_cmpfloat (points[i].x, ==, points[i - 1].x + 1);
      g_assert_cmpfloat (points[i].y, >=, points[i - 1].y);
    }
  g_assert_cmpfloat (points[n_points - 1].y + n_undated, ==, g_list_model_get_n_items (networks));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/growth/worked-example", test_worked_example);
  g_test_add_func ("/growth/none", test_none);
  g_test_add_func ("/growth/built-in", test_built_in);

  return g_test_run ();
}
