/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expected-lines.h"
#include "machi-catalog.h"
#include "machi-checker.h"
#include "machi-country-boxes.h"
#include "machi-locale.h"
#include "machi-problem.h"

#include <locale.h>

static void
check_folder (gconstpointer data)
{
  const char *folder = data;
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  g_autofree char *hints_path = g_build_filename (folder, "hints", NULL);
  g_autoptr (GListStore) hints = g_list_store_new (MACHI_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) faults = machi_check_pack (root, hints, &error);
  g_auto (GStrv) expected = read_lines (folder, "expected");

  g_assert_no_error (error);
  assert_lines (faults, (const char *const *) expected);
  if (g_file_test (hints_path, G_FILE_TEST_EXISTS))
    {
      g_auto (GStrv) expected_hints = read_lines (folder, "hints");
      assert_lines (G_LIST_MODEL (hints), (const char *const *) expected_hints);
    }
}

/* A pack that is broken besides is checked as far as it can be read, and each fault is told once and in order. */
static void
test_broken (gconstpointer data)
{
  g_autoptr (GFile) root = g_file_new_for_path (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) faults = machi_check_pack (root, NULL, &error);
  g_autofree char *last = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (MachiProblem) problem = g_list_model_get_item (faults, i);
      g_autofree char *key = g_strdup_printf ("%s\t%010u\t%s", machi_problem_get_file (problem),
                                              machi_problem_get_line (problem), machi_problem_get_message (problem));

      g_assert_cmpstr (last, <, key);
      g_set_str (&last, key);
    }
}

static void
test_no_folder (void)
{
  g_autoptr (GFile) root = g_file_new_for_path ("/nonexistent/pack");
  g_autoptr (GError) error = NULL;

  g_assert_null (machi_check_pack (root, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* The program's own copy is checked by the same code. */
static void
test_built_in (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (GFile) root = g_file_new_for_uri (MACHI_CATALOG_BUILT_IN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) faults = machi_check_pack (root, NULL, &error);

  g_assert_no_error (error);
  assert_lines (faults, none);
}

static void
test_boxes (void)
{
  /* One place in each, on an island or at a border. */
  static const struct
  {
    const char *code;
    double latitude, longitude;
    gboolean inside;
  } places[] = {
    { "JP", 24.34, 124.16, TRUE }, { "JP", 45.42, 141.67, TRUE },  { "JP", 37.57, 26.98, FALSE },
    { "VN", 20.84, 106.69, TRUE }, { "VN", 106.69, 20.84, FALSE }, { "FJ", -18.14, 178.44, TRUE },
    { "FJ", -17.0, -179.9, TRUE }, { "FJ", -17.0, 0, FALSE },      { "RU", 43.12, 131.89, TRUE },
    { "RU", 66.0, -170.0, TRUE },  { "RU", 48.85, 2.35, FALSE },   { "US", 21.31, -157.86, TRUE },
    { "US", 40.71, -74.0, TRUE },  { "US", 40.71, 74.0, FALSE },   { "SG", 1.29, 103.85, TRUE },
    { "GB", 51.51, -0.13, TRUE },  { "MY", 5.41, 100.33, TRUE },   { "ID", 1.05, 104.03, TRUE },
    { "AQ", 0, 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s %g %g", places[i].code, places[i].latitude, places[i].longitude);
      g_assert_true (machi_country_box_contains (places[i].code, places[i].latitude, places[i].longitude)
                     == places[i].inside);
    }
}

/* Every city of the built-in pack lies in its country, and there is a box for each such country. */
static void
test_cities (void)
{
  g_autoptr (GFile) root = g_file_new_for_uri (MACHI_CATALOG_BUILT_IN);
  g_autoptr (MachiCatalog) catalog = machi_catalog_load (root, NULL, NULL);
  GListModel *cities = machi_catalog_get_entries (catalog, MACHI_KIND_CITY);

  for (guint i = 0; i < g_list_model_get_n_items (cities); i++)
    {
      g_autoptr (MachiEntry) city = g_list_model_get_item (cities, i);
      const char *country = machi_entry_get_country (city);
      double latitude, longitude;

      g_assert_nonnull (country);
      g_assert_true (machi_locale_country_exists (country));
      g_assert_true (machi_country_box_exists (country));
      g_assert_true (machi_entry_get_coordinates (city, &latitude, &longitude));
      if (!machi_country_box_contains (country, latitude, longitude))
        g_error ("%s is not in %s", machi_entry_get_id (city), country);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add_tests_of_folder ("faulty", check_folder);
  add_tests_of_folder ("broken", test_broken);
  g_test_add_func ("/checker/no-folder", test_no_folder);
  g_test_add_func ("/checker/built-in", test_built_in);
  g_test_add_func ("/checker/boxes", test_boxes);
  g_test_add_func ("/checker/cities", test_cities);

  return g_test_run ();
}
