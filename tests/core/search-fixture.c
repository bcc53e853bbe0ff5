/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search-fixture.h"

#include <glib/gstdio.h>

MachiCatalog *
search_fixture_load_built_in (void)
{
  static MachiCatalog *catalog = NULL;
  g_autoptr (GFile) root = g_file_new_for_path (g_getenv ("MACHI_CATALOG_DIR"));
  g_autoptr (GError) error = NULL;

  if (catalog == NULL)
    catalog = machi_catalog_load (root, NULL, &error);
  g_assert_no_error (error);

  return g_object_ref (catalog);
}

/* An empty folder of its own, to be given to search_fixture_remove_folder(). */
char *
search_fixture_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("machi-search-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static void
remove_path (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_DIR) ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_path (child);
    }
  g_remove (path);
}

void
search_fixture_remove_folder (char *folder)
{
  g_chmod (folder, 0700);
  remove_path (folder);
  g_free (folder);
}

/* A catalogue of terms "One", "Two" and so on up to ten, whose only text is one of @texts each. */
MachiCatalog *
search_fixture_make_catalog (const char *folder, const char *const *texts)
{
  static const char *const names[] = { "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten" };
  g_autofree char *manifest = g_build_filename (folder, "manifest.json", NULL);
  g_autofree char *terms = g_build_filename (folder, "terms.json", NULL);
  g_autoptr (GString) json = g_string_new ("{ \"kind\": \"term\", \"terms\": [");
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  MachiCatalog *catalog;

  for (guint i = 0; i < G_N_ELEMENTS (names) && texts[i] != NULL; i++)
    {
      g_string_append_printf (
          json,
          "%s{ \"id\": \"n%u\", \"name\": { \"en\": \"%s\" }, \"statements\": [ { \"theme\": \"notes\","
          " \"text\": \"%s\", \"unverified\": true } ] }",
          i > 0 ? ", " : "", i, names[i], texts[i]);
    }
  g_string_append (json, "] }");
  g_file_set_contents (manifest, "{ \"format\": 1, \"id\": \"test\", \"name\": { \"en\": \"Test\" } }", -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (terms, json->str, -1, &error);
  g_assert_no_error (error);
  catalog = machi_catalog_load (root, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (machi_catalog_get_entries (catalog, MACHI_KIND_TERM)), ==,
                    g_strv_length ((GStrv) texts));

  return catalog;
}

/* An engine that searches texts; NULL for @path keeps no index. */
MachiSearchEngine *
search_fixture_make_engine (MachiCatalog *catalog, const char *path, MachiIndexOrigin *origin)
{
  g_autoptr (MachiSearchCorpus) corpus = machi_search_corpus_new (catalog);
  MachiSearchEngine *engine = machi_search_engine_new (corpus);
  g_autoptr (GError) error = NULL;

  g_assert_true (machi_search_engine_open_index (engine, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (machi_search_engine_has_index (engine, origin));

  return engine;
}

MachiSearchAnswer *
search_fixture_find (MachiSearchEngine *engine, const char *text)
{
  g_autoptr (MachiQuery) query = machi_query_new (text);

  return machi_search_engine_find (engine, query, NULL, NULL);
}

/* The addresses of the first results, without scheme. */
char *
search_fixture_describe (MachiSearchEngine *engine, MachiSearchAnswer *answer, guint max)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < MIN (answer->hits->len, max); i++)
    {
      const MachiSearchHit *hit = &g_array_index (answer->hits, MachiSearchHit, i);
      MachiEntry *entry = machi_search_corpus_get_entry (machi_search_engine_get_corpus (engine), hit->doc);

      g_string_append_printf (out, "%s%s/%s", i > 0 ? " " : "", machi_kind_get_id (machi_entry_get_kind (entry)),
                              machi_entry_get_id (entry));
    }

  return g_string_free_and_steal (out);
}

guint
search_fixture_count (MachiSearchEngine *engine, const char *text)
{
  g_autoptr (MachiSearchAnswer) answer = search_fixture_find (engine, text);

  return answer->n_found;
}
