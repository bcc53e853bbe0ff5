/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expected-lines.h"
#include "machi-catalog.h"
#include "machi-problem.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static MachiCatalog *
load (const char *folder)
{
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  MachiCatalog *catalog = machi_catalog_load (root, NULL, &error);

  g_assert_no_error (error);

  return catalog;
}

/* What a reader is told who opens every report too. */
static GListStore *
collect_problems (MachiCatalog *catalog)
{
  GListStore *problems = g_list_store_new (MACHI_TYPE_PROBLEM);
  GListModel *of_records = machi_catalog_get_problems (catalog);
  GListModel *reports = machi_catalog_get_entries (catalog, MACHI_KIND_REPORT);

  for (guint i = 0; i < g_list_model_get_n_items (of_records); i++)
    {
      g_autoptr (MachiProblem) problem = g_list_model_get_item (of_records, i);
      g_list_store_append (problems, problem);
    }
  for (guint i = 0; i < g_list_model_get_n_items (reports); i++)
    {
      guint n_before = g_list_model_get_n_items (G_LIST_MODEL (problems));
      g_autoptr (MachiEntry) report = g_list_model_get_item (reports, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (MachiReportDocument) document = machi_catalog_read_report_in (catalog, report, "en", problems, &error);

      g_assert_true ((document == NULL) == (error != NULL));
      if (document == NULL && n_before == g_list_model_get_n_items (G_LIST_MODEL (problems)))
        {
          g_autoptr (MachiProblem) problem = machi_problem_new (machi_entry_get_id (report), 0, error->message);
          g_list_store_append (problems, problem);
        }
    }

  return problems;
}

static void
assert_is_there (MachiCatalog *catalog, const char *text)
{
  g_autoptr (MachiAddress) address = machi_address_parse (text, NULL);
  MachiEntry *entry = machi_catalog_lookup (catalog, machi_address_get_kind (address), machi_address_get_id (address));
  g_autoptr (MachiReportDocument) document = NULL;

  g_test_message ("sound: %s", text);
  g_assert_nonnull (entry);
  if (machi_address_get_block (address) == NULL)
    return;

  document = machi_catalog_read_report_in (catalog, entry, "en", NULL, NULL);
  g_assert_nonnull (document);
  g_assert_nonnull (machi_report_document_find_block (document, machi_address_get_block (address), NULL));
}

static void
check_pack (const char *pack, const char *folder)
{
  g_autoptr (MachiCatalog) catalog = load (pack);
  g_autoptr (GListStore) problems = collect_problems (catalog);
  g_auto (GStrv) expected = read_lines (folder, "expected");
  g_auto (GStrv) sound = read_lines (folder, "sound");

  assert_lines (G_LIST_MODEL (problems), (const char *const *) expected);
  for (guint i = 0; sound[i] != NULL; i++)
    assert_is_there (catalog, sound[i]);
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
copy_file (const char *from, const char *to, const char *name)
{
  g_autofree char *path = g_build_filename (from, name, NULL);
  g_autofree char *text = NULL;

  if (g_file_get_contents (path, &text, NULL, NULL))
    write_file (to, name, text);
}

static char *
copy_pack (const char *folder)
{
  char *copy = g_dir_make_tmp ("machi-broken-XXXXXX", NULL);

  copy_file (folder, copy, "manifest.json");
  copy_file (folder, copy, "sources.json");
  copy_file (folder, copy, "cities.json");

  return copy;
}

static void
remove_pack (const char *pack)
{
  g_autoptr (GDir) dir = g_dir_open (pack, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (pack, name, NULL);
      g_remove (path);
    }
  g_rmdir (pack);
}

/* What no repository should hold. */
static void
check_nested_arrays (const char *folder)
{
  g_autofree char *pack = copy_pack (folder);
  g_autoptr (GString) text = g_string_new ("{\n  \"kind\": \"network\",\n  \"networks\":\n");

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "[\n");
  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "]\n");
  g_string_append (text, "}\n");
  write_file (pack, "networks.json", text->str);
  check_pack (pack, folder);
  remove_pack (pack);
}

static void
test_folder (gconstpointer data)
{
  const char *folder = data;

  if (g_str_has_suffix (folder, "/nested-arrays"))
    check_nested_arrays (folder);
  else
    check_pack (folder, folder);
}

/* Nothing of it can be read: that is an error, not a list of problems. */
static void
assert_not_loaded (const char *path, int code)
{
  g_autoptr (GFile) root = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (machi_catalog_load (root, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_no_folder (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", "broken", "null", "terms.json", NULL);

  assert_not_loaded ("/nonexistent/pack", G_IO_ERROR_NOT_FOUND);
  assert_not_loaded (file, G_IO_ERROR_NOT_DIRECTORY);
}

static void
test_forbidden (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "broken", "nested-arrays", NULL);
  g_autofree char *pack = copy_pack (folder);
  g_autofree char *path = g_build_filename (pack, "sources.json", NULL);
  g_autoptr (MachiCatalog) catalog = NULL;
  g_autoptr (MachiProblem) problem = NULL;

  if (geteuid () == 0)
    g_test_skip ("root may read everything");
  else
    {
      g_assert_cmpint (g_chmod (path, 0), ==, 0);
      catalog = load (pack);
      problem = g_list_model_get_item (machi_catalog_get_problems (catalog), 0);
      g_assert_nonnull (problem);
      g_assert_cmpstr (machi_problem_get_file (problem), ==, "sources.json");
      g_assert_nonnull (machi_catalog_lookup (catalog, MACHI_KIND_CITY, "kyoto"));
    }
  remove_pack (pack);
}

/* A pipe would be waited for until somebody writes into it. */
static void
test_pipe (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "broken", "nested-arrays", NULL);
  g_autofree char *pack = copy_pack (folder);
  g_autofree char *json = g_build_filename (pack, "networks.json", NULL);
  g_autofree char *xml = g_build_filename (pack, "r.xml", NULL);
  g_autoptr (MachiCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (json, 0600), ==, 0);
  g_assert_cmpint (mkfifo (xml, 0600), ==, 0);
  write_file (
      pack, "reports.json",
      "{ \"kind\": \"report\", \"reports\": [{ \"id\": \"r\", \"name\": { \"en\": \"R\" }, \"file\": \"r.xml\" }] }");
  catalog = load (pack);
  g_assert_cmpuint (g_list_model_get_n_items (machi_catalog_get_problems (catalog)), ==, 1);
  g_assert_null (machi_catalog_read_report_in (catalog, machi_catalog_lookup (catalog, MACHI_KIND_REPORT, "r"), "en",
                                               NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  remove_pack (pack);
}

/* However much is wrong, it is told in the time in which it was read. */
static void
test_very_many (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "broken", "nested-arrays", NULL);
  g_autofree char *pack = copy_pack (folder);
  g_autoptr (GString) text = g_string_new ("{ \"kind\": \"network\", \"networks\": [\n");
  g_autoptr (MachiCatalog) catalog = NULL;
  gint64 start;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "{ \"id\": \"n%u\", \"nam\": 1, \"name\": { \"en\": 7 }, \"members\": [\"m%u\"] },\n",
                            i, i);
  g_string_append (
      text,
      "{ \"id\": \"last\", \"name\": { \"en\": \"Last\" }, \"members\": [\"kyoto\"], \"sources\": [\"a\"] }\n] }");
  write_file (pack, "networks.json", text->str);
  start = g_get_monotonic_time ();
  catalog = load (pack);
  g_test_message ("%.3f s", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
  g_assert_cmpuint (g_list_model_get_n_items (machi_catalog_get_problems (catalog)), ==, 1000);
  g_assert_nonnull (machi_catalog_lookup (catalog, MACHI_KIND_NETWORK, "last"));
  remove_pack (pack);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add_tests_of_folder ("broken", test_folder);
  g_test_add_func ("/broken-otherwise/no-folder", test_no_folder);
  g_test_add_func ("/broken-otherwise/forbidden", test_forbidden);
  g_test_add_func ("/broken-otherwise/pipe", test_pipe);
  g_test_add_func ("/broken-otherwise/very-many", test_very_many);

  return g_test_run ();
}
