/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-catalog-linker.h"

#include "machi-catalog-private.h"
#include "machi-json-file.h"
#include "machi-problem.h"

#include <glib/gi18n-lib.h>

static void
tell_dangling (MachiCatalog *catalog, const MachiReference *reference)
{
  g_autoptr (GBytes) bytes = machi_pack_load (catalog->pack, reference->file, NULL, NULL);
  guint line = bytes != NULL ? machi_json_locate (bytes, reference->pointer) : 0;
  g_autoptr (MachiProblem) problem = NULL;

  problem = machi_problem_new_printf (reference->file, line, _ ("There is no entry %s/%s: add it or correct the ID"),
                                      machi_kind_get_id (reference->target), reference->id);
  g_list_store_append (catalog->problems, problem);
}

static void
relate (MachiEntry *entry, MachiRole role, MachiEntry *target, MachiStatement *statement)
{
  g_autoptr (MachiRelation) relation = machi_relation_new (role, target, statement);

  machi_entry_append (entry, MACHI_LIST_RELATIONS, relation);
}

static void
link_reference (MachiCatalog *catalog, const MachiReference *reference)
{
  MachiEntry *target = machi_catalog_lookup (catalog, reference->target, reference->id);
  MachiEntry *holder = reference->holder;

  if (target == NULL)
    {
      tell_dangling (catalog, reference);
      return;
    }

  if (reference->field->role == MACHI_ROLE_NONE)
    {
      machi_entry_append (holder, MACHI_LIST_TOPICS, target);
      relate (target, machi_kind_get_role (machi_entry_get_kind (holder)), holder, NULL);
      return;
    }

  /* Where both sides say that they are related, it is said once. */
  if (reference->field->role == reference->field->inverse &&
      machi_entry_has_relation (holder, reference->field->role, target))
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

  for (guint a = 0; a < supporting->len; a++)
    for (guint b = 0; b < partners->len; b++)
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
 * Makes references into relations on both sides, tells those that lead nowhere, and gives each cooperation the projects between
 * its cities.
 */
void
machi_catalog_link (MachiCatalog *catalog, GPtrArray *references)
{
  g_autoptr (GHashTable) pairs = NULL;
  GListModel *projects = machi_catalog_get_entries (catalog, MACHI_KIND_PROJECT);

  for (guint i = 0; i < references->len; i++)
    link_reference (catalog, g_ptr_array_index (references, i));

  pairs = index_pairs (catalog);
  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (MachiEntry) project = g_list_model_get_item (projects, i);
      link_project (project, pairs);
    }
}
