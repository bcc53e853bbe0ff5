/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-pack-finder.h"

#include "machi-entry-reader.h"
#include "machi-problem.h"

#include <string.h>

#define MAX_PACKS 100

static int
compare_packs (gconstpointer a, gconstpointer b)
{
  MachiPack *const *first = a;
  MachiPack *const *second = b;
  g_autofree char *first_uri = g_file_get_uri (machi_pack_get_root (*first));
  g_autofree char *second_uri = g_file_get_uri (machi_pack_get_root (*second));

  return strcmp (first_uri, second_uri);
}

/**
 * machi_packs_find_in:
 * @folder: a folder of folders
 *
 * Returns: (transfer full) (element-type MachiPack): those of its folders that have a manifest, by name; none where
 * @folder cannot be read
 */
GPtrArray *
machi_packs_find_in (GFile *folder)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children = NULL;
  GFile *child;

  g_return_val_if_fail (G_IS_FILE (folder), packs);

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  while (children != NULL && packs->len < MAX_PACKS && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL)
         && child != NULL)
    {
      g_autoptr (GFile) manifest = g_file_get_child (child, "manifest.json");

      if (g_file_query_exists (manifest, NULL))
        g_ptr_array_add (packs, machi_pack_new (child));
    }
  g_ptr_array_sort (packs, compare_packs);

  return packs;
}

static void
find_under (GPtrArray *packs, GHashTable *seen, const char *data_folder)
{
  g_autofree char *path = g_build_filename (data_folder, "machi", "packs", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  if (g_hash_table_add (seen, g_steal_pointer (&path)))
    g_ptr_array_extend_and_steal (packs, machi_packs_find_in (folder));
}

/**
 * machi_packs_find_installed:
 *
 * Finds the packs that are installed beside the built-in one: the user's own, those of Machi's own prefix (within a
 * Flatpak these are its extensions), and the system's.
 *
 * Returns: (transfer full) (element-type MachiPack): the packs
 */
GPtrArray *
machi_packs_find_installed (void)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const *system = g_get_system_data_dirs ();

  find_under (packs, seen, g_get_user_data_dir ());
  find_under (packs, seen, DATADIR);
  for (guint i = 0; system[i] != NULL; i++)
    find_under (packs, seen, system[i]);

  return packs;
}

/**
 * machi_pack_dup_title:
 * @self: a pack
 *
 * Returns: (transfer full) (nullable): what its manifest calls it, in the reader's language or the nearest; %NULL where
 * the manifest cannot be read
 */
char *
machi_pack_dup_title (MachiPack *self)
{
  g_autoptr (GListStore) problems = g_list_store_new (MACHI_TYPE_PROBLEM);
  g_auto (MachiCursorFile) file = { 0 };
  g_autoptr (MachiName) name = NULL;
  MachiCursor root;

  g_return_val_if_fail (MACHI_IS_PACK (self), NULL);

  if (!machi_cursor_file_load (&file, self, "manifest.json", problems, NULL))
    return NULL;

  root = machi_cursor_root (&file);
  name = machi_read_name (&root, "name");

  return name != NULL ? g_strdup (machi_name_get_best (name, NULL)) : NULL;
}
