/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-catalog-private.h"

#include "machi-catalog-loader.h"
#include "machi-problem.h"

#include <malloc.h>

G_DEFINE_FINAL_TYPE (MachiCatalog, machi_catalog, G_TYPE_OBJECT)

static void
machi_catalog_dispose (GObject *object)
{
  MachiCatalog *self = MACHI_CATALOG (object);

  for (guint i = 0; i < MACHI_N_KINDS; i++)
    {
      g_clear_object (&self->entries[i]);
      g_clear_pointer (&self->by_id[i], g_hash_table_unref);
    }
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_object (&self->problems);
  g_clear_object (&self->all_problems);
  g_clear_object (&self->pack);

  G_OBJECT_CLASS (machi_catalog_parent_class)->dispose (object);
}

static void
machi_catalog_finalize (GObject *object)
{
  MachiCatalog *self = MACHI_CATALOG (object);

  g_clear_pointer (&self->title, machi_name_unref);
  g_free (self->id);
  g_free (self->version);

  G_OBJECT_CLASS (machi_catalog_parent_class)->finalize (object);
}

static void
machi_catalog_class_init (MachiCatalogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = machi_catalog_dispose;
  object_class->finalize = machi_catalog_finalize;
}

static void
machi_catalog_init (MachiCatalog *self)
{
  for (guint i = 0; i < MACHI_N_KINDS; i++)
    {
      self->entries[i] = machi_list_new (MACHI_TYPE_ENTRY);
      self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->problems = g_list_store_new (MACHI_TYPE_PROBLEM);
}

/**
 * machi_catalog_load:
 * @root: the folder of a pack
 * @cancellable: (nullable): a way to stop
 * @error: where to say why the folder cannot be read at all
 *
 * Reads the records of a pack and links them. What is unsound is left out and told by machi_catalog_get_problems().
 * Reports are not read. May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
MachiCatalog *
machi_catalog_load (GFile *root, GCancellable *cancellable, GError **error)
{
  g_autoptr (MachiCatalog) self = g_object_new (MACHI_TYPE_CATALOG, NULL);

  g_return_val_if_fail (G_IS_FILE (root), NULL);

  self->pack = machi_pack_new (root);
  if (!machi_catalog_loader_run (self, cancellable, error))
    return NULL;
  self->all_problems = machi_list_new_copy (G_LIST_MODEL (self->problems));

  return g_steal_pointer (&self);
}

static void
load_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  MachiCatalog *catalog = machi_catalog_load (data, cancellable, &error);

#ifdef __GLIBC__
  /* The parsed JSON was much larger than what is kept of it. */
  malloc_trim (0);
#endif

  if (catalog != NULL)
    g_task_return_pointer (task, catalog, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * machi_catalog_load_async:
 * @root: the folder of a pack
 * @cancellable: (nullable): a way to stop
 * @callback: whom to tell
 * @user_data: what to tell them with it
 *
 * Does as machi_catalog_load() in a thread of its own.
 */
void
machi_catalog_load_async (GFile *root, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (root));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, machi_catalog_load_async);
  g_task_set_task_data (task, g_object_ref (root), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/**
 * machi_catalog_load_finish:
 * @result: what the callback got
 * @error: where to say why the folder cannot be read at all
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
MachiCatalog *
machi_catalog_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * machi_catalog_get_id:
 * @self: a catalogue
 *
 * Returns: what tells its pack from others: the ID of its manifest, or where it has none its folder
 */
const char *
machi_catalog_get_id (MachiCatalog *self)
{
  g_return_val_if_fail (MACHI_IS_CATALOG (self), NULL);

  return self->id;
}

/**
 * machi_catalog_get_title:
 * @self: a catalogue
 *
 * Returns: (nullable): what its manifest calls it, in the reader's language or the nearest
 */
const char *
machi_catalog_get_title (MachiCatalog *self)
{
  g_return_val_if_fail (MACHI_IS_CATALOG (self), NULL);

  return self->title != NULL ? machi_name_get_best (self->title, NULL) : NULL;
}

/**
 * machi_catalog_get_version:
 * @self: a catalogue
 *
 * Returns: (nullable): its version, from its manifest
 */
const char *
machi_catalog_get_version (MachiCatalog *self)
{
  g_return_val_if_fail (MACHI_IS_CATALOG (self), NULL);

  return self->version;
}

/**
 * machi_catalog_get_entries:
 * @self: a catalogue
 * @kind: a kind
 *
 * Returns: (transfer none): a list of its #MachiEntry of that kind, in the order of the pack
 */
GListModel *
machi_catalog_get_entries (MachiCatalog *self, MachiKind kind)
{
  g_return_val_if_fail (MACHI_IS_CATALOG (self), NULL);
  g_return_val_if_fail (kind < MACHI_N_KINDS, NULL);

  return G_LIST_MODEL (self->entries[kind]);
}

/**
 * machi_catalog_load_file:
 * @self: a catalogue
 * @name: a file of its pack, such as machi_entry_get_file()
 * @cancellable: (nullable): a way to stop
 * @error: where to say why it cannot be read
 *
 * Reads a file as it is.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
machi_catalog_load_file (MachiCatalog *self, const char *name, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (MACHI_IS_CATALOG (self), NULL);

  return machi_pack_load (self->pack, name, cancellable, error);
}

/**
 * machi_catalog_get_problems:
 * @self: a catalogue
 *
 * Returns: (transfer none): a list of #MachiProblem: what was found wrong when its records were read
 */
GListModel *
machi_catalog_get_problems (MachiCatalog *self)
{
  g_return_val_if_fail (MACHI_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->all_problems);
}

/**
 * machi_catalog_get_n_sources:
 * @self: a catalogue
 *
 * Returns: how many sources its registry has
 */
guint
machi_catalog_get_n_sources (MachiCatalog *self)
{
  g_return_val_if_fail (MACHI_IS_CATALOG (self), 0);

  return g_hash_table_size (self->sources);
}

/**
 * machi_catalog_lookup:
 * @self: a catalogue
 * @kind: a kind
 * @id: an ID
 *
 * Returns: (transfer none) (nullable): that entry
 */
MachiEntry *
machi_catalog_lookup (MachiCatalog *self, MachiKind kind, const char *id)
{
  g_return_val_if_fail (MACHI_IS_CATALOG (self), NULL);
  g_return_val_if_fail (kind < MACHI_N_KINDS, NULL);

  return g_hash_table_lookup (self->by_id[kind], id);
}

/**
 * machi_catalog_lookup_source:
 * @self: a catalogue
 * @id: an ID
 *
 * Returns: (transfer none) (nullable): that source
 */
MachiSource *
machi_catalog_lookup_source (MachiCatalog *self, const char *id)
{
  g_return_val_if_fail (MACHI_IS_CATALOG (self), NULL);

  return g_hash_table_lookup (self->sources, id);
}
