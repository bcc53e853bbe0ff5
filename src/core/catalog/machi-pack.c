/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-pack.h"

#include "machi-json-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FILES 1000

/**
 * MachiPack:
 *
 * A folder of records and reports: the built-in one in the program's resources, or any other, by the same code. It is
 * not trusted: names that lead out of it are refused.
 */
struct _MachiPack
{
  GObject parent_instance;

  GFile *root;
};

G_DEFINE_FINAL_TYPE (MachiPack, machi_pack, G_TYPE_OBJECT)

static void
machi_pack_dispose (GObject *object)
{
  MachiPack *self = MACHI_PACK (object);

  g_clear_object (&self->root);

  G_OBJECT_CLASS (machi_pack_parent_class)->dispose (object);
}

static void
machi_pack_class_init (MachiPackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = machi_pack_dispose;
}

static void
machi_pack_init (MachiPack *self G_GNUC_UNUSED)
{
}

/**
 * machi_pack_new:
 * @root: a folder
 *
 * Returns: (transfer full): the pack in that folder; nothing is read yet
 */
MachiPack *
machi_pack_new (GFile *root)
{
  MachiPack *self = g_object_new (MACHI_TYPE_PACK, NULL);

  self->root = g_object_ref (root);

  return self;
}

/**
 * machi_pack_get_root:
 * @self: a pack
 *
 * Returns: (transfer none): its folder
 */
GFile *
machi_pack_get_root (MachiPack *self)
{
  g_return_val_if_fail (MACHI_IS_PACK (self), NULL);

  return self->root;
}

/* Sources are cited by all others and topics by most: they come first. */
static int
get_rank (const char *name)
{
  if (g_str_has_prefix (name, "manifest"))
    return 0;
  if (g_str_has_prefix (name, "sources"))
    return 1;
  if (g_str_has_prefix (name, "topics"))
    return 2;

  return 3;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a;
  const char *second = *(const char *const *) b;
  int difference = get_rank (first) - get_rank (second);

  return difference != 0 ? difference : strcmp (first, second);
}

/**
 * machi_pack_list:
 * @self: a pack
 * @cancellable: (nullable): a way to stop
 * @error: where to say why the folder cannot be read
 *
 * Returns: (transfer full) (nullable): the names of its JSON files in the order in which to read them
 */
GStrv
machi_pack_list (MachiPack *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (MACHI_IS_PACK (self), NULL);

  children = g_file_enumerate_children (self->root, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, cancellable,
                                        error);
  if (children == NULL)
    return NULL;

  while (names->len <= MAX_FILES)
    {
      GFileInfo *info;

      if (!g_file_enumerator_iterate (children, &info, NULL, cancellable, error))
        return NULL;
      if (info == NULL)
        break;
      if (g_str_has_suffix (g_file_info_get_name (info), ".json"))
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }
  if (names->len > MAX_FILES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The folder has more than %d files"), MAX_FILES);
      return NULL;
    }

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * machi_pack_has_inside:
 * @name: the path of a file, with slashes
 *
 * Returns: whether a pack may have a file of that name: one that does not lead out of it
 */
gboolean
machi_pack_has_inside (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, "/\\", -1);

  return *name != '\0' && !g_path_is_absolute (name) && !g_strv_contains ((const char *const *) parts, "..");
}

/**
 * machi_pack_get_child:
 * @self: a pack
 * @name: the path of a file in it, with slashes
 *
 * Returns: (transfer full) (nullable): that file, or %NULL where @name leads out of the pack
 */
GFile *
machi_pack_get_child (MachiPack *self, const char *name)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (MACHI_IS_PACK (self), NULL);

  if (!machi_pack_has_inside (name))
    return NULL;

  file = g_file_resolve_relative_path (self->root, name);

  return g_file_has_prefix (file, self->root) ? g_steal_pointer (&file) : NULL;
}

static gboolean
check_size (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("This is not an ordinary file"));
      return FALSE;
    }
  if (g_file_info_get_size (info) > MACHI_JSON_MAX_SIZE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file is too large: at most %d MB are read"),
                   MACHI_JSON_MAX_SIZE / 1024 / 1024);
      return FALSE;
    }

  return TRUE;
}

/**
 * machi_pack_load:
 * @self: a pack
 * @name: the path of a file in it
 * @cancellable: (nullable): a way to stop
 * @error: where to say why it cannot be read
 *
 * Returns: (transfer full) (nullable): its content
 */
GBytes *
machi_pack_load (MachiPack *self, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (MACHI_IS_PACK (self), NULL);

  file = machi_pack_get_child (self, name);
  if (file == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, _ ("“%s” leads out of the pack"), name);
      return NULL;
    }
  if (!check_size (file, cancellable, error))
    return NULL;

  return g_file_load_bytes (file, cancellable, NULL, error);
}
