/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* The index in the cache folder: whatever is wrong with it costs a rebuild or a slower search, never more. */

static const char *const texts[] = { "Compost from kitchen waste", "水道と環境", "กรุงเทพมหานคร", NULL };

typedef struct
{
  char *folder;
  char *path;
  MachiCatalog *catalog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = search_fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "cache", "search.db", NULL);
  fixture->catalog = search_fixture_make_catalog (fixture->folder, texts);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&fixture->catalog);
  g_free (fixture->path);
  search_fixture_remove_folder (fixture->folder);
}

static void
assert_origin (Fixture *fixture, MachiIndexOrigin expected)
{
  MachiIndexOrigin origin;
  g_autoptr (MachiSearchEngine) engine = search_fixture_make_engine (fixture->catalog, fixture->path, &origin);

  g_assert_cmpint (origin, ==, expected);
  g_assert_cmpuint (search_fixture_count (engine, "kitchen"), ==, 1);
  g_assert_cmpuint (search_fixture_count (engine, "環境"), ==, 1);
  g_assert_cmpuint (search_fixture_count (engine, "กรุงเทพ"), ==, 1);
}

/* There is nothing but the index in its folder. */
static void
assert_clean (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_cmpstr (g_dir_read_name (dir), ==, "search.db");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_kept (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_origin (fixture, MACHI_INDEX_BUILT);
  assert_clean (fixture);
  assert_origin (fixture, MACHI_INDEX_READ);
  assert_clean (fixture);
}

static void
test_other_pack (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const others[] = { "Kitchen compost", "環境", "กรุงเทพ", NULL };

  assert_origin (fixture, MACHI_INDEX_BUILT);
  g_object_unref (fixture->catalog);
  fixture->catalog = search_fixture_make_catalog (fixture->folder, others);
  assert_origin (fixture, MACHI_INDEX_BUILT);
  assert_origin (fixture, MACHI_INDEX_READ);
}

/* Of another program version: only its key differs. */
static void
test_other_version (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  sqlite3 *database = NULL;

  assert_origin (fixture, MACHI_INDEX_BUILT);
  sqlite3_open (fixture->path, &database);
  sqlite3_exec (database, "UPDATE meta SET value = 'index 0' WHERE key = 'key'", NULL, NULL, NULL);
  sqlite3_close (database);
  assert_origin (fixture, MACHI_INDEX_BUILT);
  assert_origin (fixture, MACHI_INDEX_READ);
}

static void
write_file (const char *path, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
test_damaged (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *bytes = NULL;
  gsize length;

  assert_origin (fixture, MACHI_INDEX_BUILT);
  g_file_get_contents (fixture->path, &bytes, &length, NULL);
  for (guint i = 0; i < 60; i++)
    {
      gsize place = (gsize) g_test_rand_int_range (100, (gint32) length);

      bytes[place] ^= 0x10;
      write_file (fixture->path, bytes, length);
      bytes[place] ^= 0x10;
      assert_origin (fixture, MACHI_INDEX_BUILT);
    }
}

/* What of the header SQLite does not use may change, the rest is noticed. */
static void
test_damaged_header (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *bytes = NULL;
  gsize length;

  assert_origin (fixture, MACHI_INDEX_BUILT);
  g_file_get_contents (fixture->path, &bytes, &length, NULL);
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (MachiSearchEngine) engine = NULL;

      bytes[i] ^= 0x55;
      write_file (fixture->path, bytes, length);
      bytes[i] ^= 0x55;
      engine = search_fixture_make_engine (fixture->catalog, fixture->path, NULL);
      g_assert_cmpuint (search_fixture_count (engine, "kitchen"), ==, 1);
    }
}

static void
test_cut_short (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *bytes = NULL;
  gsize length;

  assert_origin (fixture, MACHI_INDEX_BUILT);
  g_file_get_contents (fixture->path, &bytes, &length, NULL);
  for (guint i = 0; i < 8; i++)
    {
      write_file (fixture->path, bytes, length * i / 8);
      assert_origin (fixture, MACHI_INDEX_BUILT);
    }
  write_file (fixture->path, bytes, length - 1);
  assert_origin (fixture, MACHI_INDEX_BUILT);
}

static void
test_foreign (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  sqlite3 *database = NULL;

  g_mkdir_with_parents (folder, 0700);
  write_file (fixture->path, "This is not a database, whatever its name says.", 47);
  assert_origin (fixture, MACHI_INDEX_BUILT);

  g_unlink (fixture->path);
  sqlite3_open (fixture->path, &database);
  sqlite3_exec (database, "CREATE TABLE meta (key, value); INSERT INTO meta VALUES ('key', 'mine')", NULL, NULL, NULL);
  sqlite3_close (database);
  assert_origin (fixture, MACHI_INDEX_BUILT);
  assert_origin (fixture, MACHI_INDEX_READ);
}

static void
test_read_only (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  assert_origin (fixture, MACHI_INDEX_BUILT);
  g_chmod (fixture->path, 0400);
  g_chmod (folder, 0500);
  assert_origin (fixture, MACHI_INDEX_READ);

  g_chmod (folder, 0700);
  g_unlink (fixture->path);
  g_chmod (folder, 0500);
  /* Root writes anywhere. */
  assert_origin (fixture, g_access (folder, W_OK) == 0 ? MACHI_INDEX_BUILT : MACHI_INDEX_MEMORY);
  g_chmod (folder, 0700);
}

/* A file where the folder should be, a folder where the file should be, nothing at all. */
static void
test_no_place (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *below = g_build_filename (fixture->path, "a", NULL);

  write_file (folder, "x", 1);
  assert_origin (fixture, MACHI_INDEX_MEMORY);
  g_unlink (folder);
  g_mkdir_with_parents (below, 0700);
  assert_origin (fixture, MACHI_INDEX_MEMORY);
  assert_clean (fixture);
  g_clear_pointer (&fixture->path, g_free);
  assert_origin (fixture, MACHI_INDEX_MEMORY);
}

/* A folder that takes no file from anybody, root or not. */
static void
test_refused (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  if (!g_file_test ("/proc/self", G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("there is no /proc");
      return;
    }

  g_free (fixture->path);
  fixture->path = g_strdup ("/proc/self/search.db");
  assert_origin (fixture, MACHI_INDEX_MEMORY);
  g_free (fixture->path);
  fixture->path = g_strdup ("/proc/machi/search.db");
  assert_origin (fixture, MACHI_INDEX_MEMORY);
}

/* The file goes bad while it is open. */
static void
test_breaks (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (MachiCatalog) built_in = search_fixture_load_built_in ();
  g_autoptr (MachiSearchEngine) engine = search_fixture_make_engine (built_in, fixture->path, NULL);
  g_autofree char *noise = NULL;
  GStatBuf info;
  FILE *file;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  noise = g_strnfill ((gsize) info.st_size, '\xa5');
  file = g_fopen (fixture->path, "r+b");
  g_assert_cmpuint (fwrite (noise, (gsize) info.st_size, 1, file), ==, 1);
  fclose (file);

  for (guint i = 0; i < 26; i++)
    {
      char text[] = { (char) ('a' + i), (char) ('a' + (i * 7) % 26), '\0' };
      g_autoptr (MachiSearchAnswer) answer = search_fixture_find (engine, text);
    }
  g_assert_false (machi_search_engine_has_index (engine, NULL));
  g_assert_cmpuint (search_fixture_count (engine, "kitakyushu"), >, 0);
}

static void
test_cut_while_open (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (MachiCatalog) built_in = search_fixture_load_built_in ();
  g_autoptr (MachiSearchEngine) engine = search_fixture_make_engine (built_in, fixture->path, NULL);
  FILE *file = g_fopen (fixture->path, "wb");

  fclose (file);
  g_assert_cmpuint (search_fixture_count (engine, "kitakyushu"), >, 0);
  g_assert_cmpuint (search_fixture_count (engine, "landfill"), >, 0);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (MachiSearchCorpus) corpus = machi_search_corpus_new (fixture->catalog);
  g_autoptr (MachiSearchEngine) engine = machi_search_engine_new (corpus);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (machi_search_engine_open_index (engine, fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (search_fixture_count (engine, "thr"), ==, 1);
  g_assert_cmpuint (search_fixture_count (engine, "kitchen"), ==, 0);
}

/* What a program that was ended left behind goes, what another is building stays. */
static void
test_leftovers (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *old = g_strconcat (fixture->path, ".new-AAAAAA", NULL);
  g_autofree char *young = g_strconcat (fixture->path, ".new-BBBBBB", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GFile) file = g_file_new_for_path (old);

  g_mkdir_with_parents (folder, 0700);
  write_file (old, "x", 1);
  write_file (young, "x", 1);
  g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1000000, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  assert_origin (fixture, MACHI_INDEX_BUILT);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/search-index/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("kept", test_kept);
  add ("other-pack", test_other_pack);
  add ("other-version", test_other_version);
  add ("damaged", test_damaged);
  add ("damaged-header", test_damaged_header);
  add ("cut-short", test_cut_short);
  add ("foreign", test_foreign);
  add ("read-only", test_read_only);
  add ("no-place", test_no_place);
  add ("refused", test_refused);
  add ("breaks", test_breaks);
  add ("cut-while-open", test_cut_while_open);
  add ("cancelled", test_cancelled);
  add ("leftovers", test_leftovers);

  return g_test_run ();
}
