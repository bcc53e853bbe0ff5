/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-links.h"

/* What the map shows of an entry: its cities, and which of them work together. */

/**
 * machi_link_free:
 * @self: (transfer full): a link
 *
 * Frees it.
 */
void
machi_link_free (MachiLink *self)
{
  g_clear_object (&self->first);
  g_clear_object (&self->second);
  g_clear_object (&self->cooperation);
  g_free (self);
}

/**
 * machi_link_has:
 * @self: a link
 * @city: (nullable): a city
 *
 * Returns: whether @city is one of its two ends
 */
gboolean
machi_link_has (const MachiLink *self, MachiEntry *city)
{
  return city != NULL && (self->first == city || self->second == city);
}

static gboolean
has_place (MachiEntry *entry)
{
  return machi_entry_get_coordinates (entry, NULL, NULL);
}

static void
append_unique (GPtrArray *array, MachiEntry *entry)
{
  if (!g_ptr_array_find (array, entry, NULL))
    g_ptr_array_add (array, g_object_ref (entry));
}

/**
 * machi_entry_collect_targets:
 * @entry: an entry
 * @role: a role
 *
 * Returns: (transfer full) (element-type MachiEntry): the entries that stand in that role to @entry, each once
 */
GPtrArray *
machi_entry_collect_targets (MachiEntry *entry, MachiRole role)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *relations = machi_entry_get_relations (entry);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);
      MachiEntry *target = machi_relation_get_target (relation);

      if (machi_relation_get_role (relation) == role && target != NULL)
        append_unique (targets, target);
    }

  return targets;
}

static void
append_links (GPtrArray *links, MachiEntry *cooperation)
{
  g_autoptr (GPtrArray) cities = machi_entry_collect_targets (cooperation, MACHI_ROLE_PAIR);
  guint n_projects = machi_entry_count_relations (cooperation, MACHI_ROLE_PROJECT);

  for (guint a = 0; a < cities->len; a++)
    for (guint b = a + 1; b < cities->len; b++)
      {
        MachiLink *link;

        if (!has_place (cities->pdata[a]) || !has_place (cities->pdata[b]))
          continue;
        link = g_new0 (MachiLink, 1);
        link->first = g_object_ref (cities->pdata[a]);
        link->second = g_object_ref (cities->pdata[b]);
        link->cooperation = g_object_ref (cooperation);
        link->n_projects = n_projects;
        g_ptr_array_add (links, link);
      }
}

/**
 * machi_links_new:
 * @cooperations: a list of #MachiEntry
 *
 * Returns: (transfer full) (element-type MachiLink): which cities work together, those whose places are known
 */
GPtrArray *
machi_links_new (GListModel *cooperations)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) machi_link_free);

  for (guint i = 0; i < g_list_model_get_n_items (cooperations); i++)
    {
      g_autoptr (MachiEntry) cooperation = g_list_model_get_item (cooperations, i);

      append_links (links, cooperation);
    }

  return links;
}

/**
 * machi_city_collect_partners:
 * @city: a city
 *
 * Returns: (transfer full) (element-type MachiEntry): the cities with which it has a cooperation, each once
 */
GPtrArray *
machi_city_collect_partners (MachiEntry *city)
{
  GPtrArray *partners = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) cooperations = machi_entry_collect_targets (city, MACHI_ROLE_COOPERATION);

  for (guint i = 0; i < cooperations->len; i++)
    {
      g_autoptr (GPtrArray) pair = machi_entry_collect_targets (cooperations->pdata[i], MACHI_ROLE_PAIR);

      for (guint j = 0; j < pair->len; j++)
        if (pair->pdata[j] != city)
          append_unique (partners, pair->pdata[j]);
    }

  return partners;
}

static void
append_places (GPtrArray *places, MachiEntry *entry, MachiRole role)
{
  g_autoptr (GPtrArray) targets = machi_entry_collect_targets (entry, role);

  for (guint i = 0; i < targets->len; i++)
    if (has_place (targets->pdata[i]))
      append_unique (places, targets->pdata[i]);
}

/**
 * machi_entry_collect_places:
 * @entry: an entry of any kind
 *
 * Returns: (transfer full) (element-type MachiEntry): the cities that show where it is, those whose places are known:
 *   a city itself, the members of a network, the pair of a cooperation, the cities of a project, report or organisation
 */
GPtrArray *
machi_entry_collect_places (MachiEntry *entry)
{
  static const MachiRole roles[] = { MACHI_ROLE_PAIR,         MACHI_ROLE_MEMBER, MACHI_ROLE_SUPPORTING_CITY,
                                     MACHI_ROLE_PARTNER_CITY, MACHI_ROLE_CITY,   MACHI_ROLE_SEAT };
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  switch (machi_entry_get_kind (entry))
    {
    case MACHI_KIND_CITY:
      if (has_place (entry))
        append_unique (places, entry);
      break;
    case MACHI_KIND_TOPIC:
      break;
    default:
      for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
        append_places (places, entry, roles[i]);
    }

  return places;
}

static void
append_pairs (GPtrArray *links, MachiEntry *project)
{
  g_autoptr (GPtrArray) supporting = machi_entry_collect_targets (project, MACHI_ROLE_SUPPORTING_CITY);
  g_autoptr (GPtrArray) partners = machi_entry_collect_targets (project, MACHI_ROLE_PARTNER_CITY);

  for (guint a = 0; a < supporting->len; a++)
    for (guint b = 0; b < partners->len; b++)
      {
        MachiLink *link;

        if (!has_place (supporting->pdata[a]) || !has_place (partners->pdata[b]))
          continue;
        link = g_new0 (MachiLink, 1);
        link->first = g_object_ref (supporting->pdata[a]);
        link->second = g_object_ref (partners->pdata[b]);
        link->n_projects = 1;
        g_ptr_array_add (links, link);
      }
}

/**
 * machi_entry_collect_links:
 * @entry: an entry of any kind
 *
 * Returns: (transfer full) (element-type MachiLink): which cities work together in it: those of a cooperation or
 *   project, and what a city has with its partners
 */
GPtrArray *
machi_entry_collect_links (MachiEntry *entry)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) machi_link_free);
  g_autoptr (GPtrArray) cooperations = NULL;

  switch (machi_entry_get_kind (entry))
    {
    case MACHI_KIND_COOPERATION:
      append_links (links, entry);
      break;
    case MACHI_KIND_PROJECT:
      append_pairs (links, entry);
      break;
    case MACHI_KIND_CITY:
    case MACHI_KIND_REPORT:
      cooperations = machi_entry_collect_targets (entry, MACHI_ROLE_COOPERATION);
      for (guint i = 0; i < cooperations->len; i++)
        append_links (links, cooperations->pdata[i]);
      break;
    default:
      break;
    }

  return links;
}

/**
 * machi_entry_get_point:
 * @entry: an entry whose place is known
 *
 * Returns: where it is
 */
MachiGeoPoint
machi_entry_get_point (MachiEntry *entry)
{
  MachiGeoPoint point = { 0, 0 };

  machi_entry_get_coordinates (entry, &point.latitude, &point.longitude);

  return point;
}
