/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-catalog-linker.h"

#include "machi-catalog-private.h"

#include <glib/gi18n-lib.h>

/* A cooperation is one of two cities; of a pack that is not sound not every pair of thousands is made. */
#define MAX_PAIRED 100

/* What linking knows besides the catalogue: the file in which references were dangling last. */
typedef struct
{
  MachiCatalog *catalog;
  MachiCursorFile file;
  gboolean readable;
} Linker;

static void
tell_dangling (Linker *self, const MachiReference *reference)
{
  g_autofree char *message = NULL;

  if (self->file.name != reference->file)
    {
      machi_cursor_file_clear (&self->file);
      self->readable
          = machi_cursor_file_load (&self->file, self->catalog->pack, reference->file, self->catalog->problems, NULL);
    }

  message = g_strdup_printf (_ ("There is no entry %s/%s: add it or correct the ID"),
                             machi_kind_get_id (reference->target), reference->id);
  if (self->readable)
    machi_cursor_file_problem (&self->file, reference->pointer, message);
}

static void
relate (MachiEntry *entry, MachiRole role, MachiEntry *target, MachiStatement *statement)
{
  g_autoptr (MachiRelation) relation = machi_relation_new (role, target, statement);

  machi_entry_append (entry, MACHI_LIST_RELATIONS, relation);
}

static void
link_reference (Linker *self, const MachiReference *reference)
{
  MachiEntry *target = machi_catalog_lookup (self->catalog, reference->target, reference->id);
  MachiEntry *holder = reference->holder;

  if (target == NULL)
    {
      tell_dangling (self, reference);
      return;
    }

  if (reference->field->role == MACHI_ROLE_NONE)
    {
      machi_entry_append (holder, MACHI_LIST_TOPICS, target);
      relate (target, machi_kind_get_role (machi_entry_get_kind (holder)), holder, NULL);
      return;
    }

  /* Where both sides say that they are related, it is said once. */
  if (reference->field->role == reference->field->inverse
      && machi_entry_has_relation (holder, reference->field->role, target))
    return;

  relate (holder, reference->field->role, target, reference->statement);
  relate (target, reference->field->inverse, holder, reference->statement);
}

static char *
make_pair_key (MachiEntry *a, MachiEntry *b)
{
  const char *first = machi_entry_get_id (a);
  const char *second = machi_entry_get_id (b);

  return g_strcmp0 (first, second) < 0 ? g_strconcat (first, "\t", second, NULL)
                                       : g_strconcat (second, "\t", first, NULL);
}

static GPtrArray *
collect_targets (MachiEntry *entry, MachiRole role)
{
  GPtrArray *targets = g_ptr_array_new ();
  GListModel *relations = machi_entry_get_relations (entry);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);

      if (machi_relation_get_role (relation) == role && machi_relation_get_target (relation) != NULL)
        g_ptr_array_add (targets, machi_relation_get_target (relation));
    }

  return targets;
}

static GHashTable *
index_pairs (MachiCatalog *catalog)
{
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *cooperations = machi_catalog_get_entries (catalog, MACHI_KIND_COOPERATION);

  for (guint i = 0; i < g_list_model_get_n_items (cooperations); i++)
    {
      g_autoptr (MachiEntry) cooperation = g_list_model_get_item (cooperations, i);
      g_autoptr (GPtrArray) cities = collect_targets (cooperation, MACHI_ROLE_PAIR);

      g_ptr_array_set_size (cities, MIN ((int) cities->len, MAX_PAIRED));
      for (guint a = 0; a < cities->len; a++)
        for (guint b = a + 1; b < cities->len; b++)
          g_hash_table_insert (pairs, make_pair_key (cities->pdata[a], cities->pdata[b]), cooperation);
    }

  return pairs;
}

static void
link_project (MachiEntry *project, GHashTable *pairs)
{
  g_autoptr (GPtrArray) supporting = collect_targets (project, MACHI_ROLE_SUPPORTING_CITY);
  g_autoptr (GPtrArray) partners = collect_targets (project, MACHI_ROLE_PARTNER_CITY);

  for (guint a = 0; a < MIN (supporting->len, MAX_PAIRED); a++)
    for (guint b = 0; b < MIN (partners->len, MAX_PAIRED); b++)
      {
        g_autofree char *key = make_pair_key (supporting->pdata[a], partners->pdata[b]);
        MachiEntry *cooperation = g_hash_table_lookup (pairs, key);

        if (cooperation == NULL || machi_entry_has_relation (project, MACHI_ROLE_COOPERATION, cooperation))
          continue;
        relate (project, MACHI_ROLE_COOPERATION, cooperation, NULL);
        relate (cooperation, MACHI_ROLE_PROJECT, project, NULL);
      }
}

/**
 * machi_catalog_link:
 * @catalog: a catalogue of which all entries have been read
 * @references: (element-type MachiReference): what they say of each other
 *
 * Makes references into relations on both sides, tells those that lead nowhere, and gives each cooperation the projects
 * between its cities.
 */
void
machi_catalog_link (MachiCatalog *catalog, GPtrArray *references)
{
  g_autoptr (GHashTable) pairs = NULL;
  Linker linker = { .catalog = catalog };
  GListModel *projects = machi_catalog_get_entries (catalog, MACHI_KIND_PROJECT);

  for (guint i = 0; i < references->len; i++)
    link_reference (&linker, g_ptr_array_index (references, i));
  machi_cursor_file_clear (&linker.file);

  pairs = index_pairs (catalog);
  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (MachiEntry) project = g_list_model_get_item (projects, i);
      link_project (project, pairs);
    }
}
