/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-catalog-loader.h"

#include "machi-catalog-linker.h"
#include "machi-catalog-private.h"
#include "machi-entry-reader.h"
#include "machi-problem.h"

#include <glib/gi18n-lib.h>

#define FORMAT 1
#define MAX_ENTRIES 200000
#define BUILT_IN_ID "machi"

static const char *const manifest_members[]
    = { "format", "id", "name", "summary", "version", "date", "language", "publisher", "licence", "website", NULL };

static void
add_problem (MachiCatalog *catalog, MachiProblem *problem)
{
  g_list_store_append (catalog->problems, problem);
  g_object_unref (problem);
}

static void
read_manifest (MachiCatalog *catalog, const MachiCursor *root)
{
  double format = 0;

  machi_cursor_check_members (root, manifest_members, NULL);
  if (machi_cursor_get_number (root, "format", &format) ? format != FORMAT : !machi_cursor_has_member (root, "format"))
    machi_cursor_member_problem (root, "format", _ ("The pack must be of format %d"), FORMAT);
  g_set_str (&catalog->id, machi_cursor_get_string (root, "id"));
  catalog->title = machi_read_name (root, "name");
  g_set_str (&catalog->version, machi_cursor_get_string (root, "version"));
}

static void
add_source (MachiCatalog *catalog, const MachiCursor *cursor)
{
  g_autoptr (MachiSource) source = machi_read_source (cursor);
  const char *id = source != NULL ? machi_source_get_id (source) : NULL;

  if (source == NULL)
    return;

  if (g_hash_table_contains (catalog->sources, id))
    machi_cursor_problem (cursor, _ ("There is a source “%s” already"), id);
  else
    g_hash_table_insert (catalog->sources, (gpointer) id, g_steal_pointer (&source));
}

static void
add_entry (MachiCatalog *catalog, const MachiCursor *cursor, MachiKind kind, MachiEntryReader *reader)
{
  guint n_references = reader->references->len;
  g_autoptr (MachiEntry) entry = machi_read_entry (cursor, kind, reader);

  if (entry == NULL)
    return;

  if (g_hash_table_contains (catalog->by_id[kind], machi_entry_get_id (entry)))
    {
      machi_cursor_problem (cursor, _ ("There is an entry %s/%s already: give this one another ID"),
                            machi_kind_get_id (kind), machi_entry_get_id (entry));
      g_ptr_array_set_size (reader->references, (int) n_references);
      return;
    }

  machi_list_append (catalog->entries[kind], entry);
  g_hash_table_insert (catalog->by_id[kind], (gpointer) machi_entry_get_id (entry), entry);
}

static void
read_list (MachiCatalog *catalog, const MachiCursor *root, const char *kind_id, MachiEntryReader *reader)
{
  MachiKind kind = machi_kind_from_id (kind_id);
  gboolean sources = g_str_equal (kind_id, "source");
  const char *member = sources ? "sources" : machi_kind_get_list_key (kind);
  const char *const known[] = { "kind", "type", member, NULL };
  MachiCursor list;

  machi_cursor_check_members (root, known, NULL);
  if (!machi_cursor_get_list (root, member, &list))
    {
      if (!machi_cursor_has_member (root, member))
        machi_cursor_problem (root, _ ("“%s” is missing here"), member);
      return;
    }

  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor item = machi_cursor_get_element (&list, i);

      if (!machi_cursor_is_object (&item))
        machi_cursor_problem (&item, _ ("An entry must be an object in braces"));
      else if (i >= MAX_ENTRIES)
        {
          machi_cursor_problem (&item, _ ("There are more than %d entries: the rest is left out"), MAX_ENTRIES);
          break;
        }
      else if (sources)
        add_source (catalog, &item);
      else
        add_entry (catalog, &item, kind, reader);
    }
}

static void
read_file (MachiCatalog *catalog, MachiCursorFile *file, MachiEntryReader *reader)
{
  MachiCursor root = machi_cursor_root (file);
  const char *kind = machi_cursor_get_string (&root, "kind");

  if (g_strcmp0 (file->name, "manifest.json") == 0)
    {
      read_manifest (catalog, &root);
      /* Also a copy of the built-in pack that somebody works on: what was not changed stays translated. */
      reader->translated = g_strcmp0 (catalog->id, BUILT_IN_ID) == 0;
    }
  else if (g_strcmp0 (kind, "source") == 0 || machi_kind_from_id (kind) != MACHI_KIND_NONE)
    read_list (catalog, &root, kind, reader);
  else
    machi_cursor_member_problem (&root, "kind", _ ("“kind” must say what the file holds, such as network or city"));
}

static void
load_file (MachiCatalog *catalog, const char *name, MachiEntryReader *reader, GCancellable *cancellable)
{
  g_auto (MachiCursorFile) file = { 0 };

  if (machi_cursor_file_load (&file, catalog->pack, name, catalog->problems, cancellable))
    read_file (catalog, &file, reader);
}

/**
 * machi_catalog_loader_run:
 * @catalog: a catalogue that has its pack and nothing else yet
 * @cancellable: (nullable): a way to stop
 * @error: where to say why the pack cannot be read at all
 *
 * Reads all records of the pack, then links them.
 *
 * Returns: whether the folder could be read
 */
gboolean
machi_catalog_loader_run (MachiCatalog *catalog, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func ((GDestroyNotify) machi_reference_free);
  MachiEntryReader reader = { .sources = catalog->sources, .references = references };
  g_auto (GStrv) names = machi_pack_list (catalog->pack, cancellable, error);

  if (names == NULL)
    return FALSE;

  if (!g_strv_contains ((const char *const *) names, "manifest.json"))
    add_problem (catalog, machi_problem_new_printf ("manifest.json", 0,
                                                    _ ("The folder is not a pack: there is no manifest.json in it")));
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      load_file (catalog, names[i], &reader, cancellable);
    }

  if (catalog->id == NULL)
    catalog->id = g_file_get_uri (machi_pack_get_root (catalog->pack));
  machi_catalog_link (catalog, references);

  return TRUE;
}
