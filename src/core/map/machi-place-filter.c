/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-place-filter.h"

#include "machi-year-span.h"

/* What the filter of the views leaves of a map. Most cities have no topic, no programme and no year of their own: a
 * city is what is done there. So one is shown where its country is wanted, and it or one of its cooperations, projects
 * or reports has all else that is wanted. */

/* What is done in a city, and what is done in a cooperation. */
static const MachiRole works_of_city[] = { MACHI_ROLE_COOPERATION, MACHI_ROLE_PROJECT, MACHI_ROLE_REPORT };
static const MachiRole works_of_link[] = { MACHI_ROLE_PROJECT, MACHI_ROLE_REPORT };

typedef gboolean (*WorkFunc) (MachiEntryFilter *filter, MachiEntry *work, gpointer data);

static gboolean
role_is_in (MachiRole role, const MachiRole *roles, guint n_roles)
{
  for (guint i = 0; i < n_roles; i++)
    if (roles[i] == role)
      return TRUE;

  return FALSE;
}

/* Calls @func for the entry and its works, until it returns %TRUE. */
static gboolean
find_work (
    MachiEntryFilter *filter, MachiEntry *entry, const MachiRole *roles, guint n_roles, WorkFunc func, gpointer data)
{
  GListModel *relations = machi_entry_get_relations (entry);
  gboolean found = func (filter, entry, data);

  for (guint i = 0; !found && i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);
      MachiEntry *work = machi_relation_get_target (relation);

      if (work != NULL && role_is_in (machi_relation_get_role (relation), roles, n_roles))
        found = func (filter, work, data);
    }

  return found;
}

/* By what @work does not match, but for its country: years say nothing of a city, so they do not keep it. */
static guint
get_misses (MachiEntryFilter *filter, MachiEntry *work)
{
  guint misses = machi_entry_filter_get_misses (filter, work) & ~(1u << MACHI_FACET_COUNTRY);
  int from, to;

  machi_entry_filter_get_years (filter, &from, &to);
  if ((from != 0 || to != 0) && machi_facets_get (work)->timeless)
    misses |= 1u << MACHI_FACET_YEARS;

  return misses;
}

static gboolean
work_matches (MachiEntryFilter *filter, MachiEntry *work, gpointer data G_GNUC_UNUSED)
{
  return get_misses (filter, work) == 0;
}

static gboolean
has_country (MachiEntryFilter *filter, MachiEntry *city)
{
  return (machi_entry_filter_get_misses (filter, city) & (1u << MACHI_FACET_COUNTRY)) == 0;
}

/**
 * machi_place_filter_has_city:
 * @filter: what a reader wants to see
 * @city: a city
 *
 * Returns: whether the map shows @city: its country is wanted, and itself or one of its cooperations, projects or
 *   reports is of the kinds, topics, programmes and years that are wanted
 */
gboolean
machi_place_filter_has_city (MachiEntryFilter *filter, MachiEntry *city)
{
  g_return_val_if_fail (MACHI_IS_ENTRY_FILTER (filter), FALSE);
  g_return_val_if_fail (MACHI_IS_ENTRY (city), FALSE);

  return has_country (filter, city)
         && find_work (filter, city, works_of_city, G_N_ELEMENTS (works_of_city), work_matches, NULL);
}

/**
 * machi_place_filter_has_link:
 * @filter: what a reader wants to see
 * @link: (transfer none): what two cities do together
 *
 * Returns: whether the map joins the two, where both are shown: their cooperation or one of its projects or reports is
 *   of the kinds, topics, programmes and years that are wanted
 */
gboolean
machi_place_filter_has_link (MachiEntryFilter *filter, const MachiLink *link)
{
  g_return_val_if_fail (MACHI_IS_ENTRY_FILTER (filter), FALSE);
  g_return_val_if_fail (link->cooperation != NULL, FALSE);

  return find_work (filter, link->cooperation, works_of_link, G_N_ELEMENTS (works_of_link), work_matches, NULL);
}

/**
 * machi_place_filter_collect_links:
 * @filter: what a reader wants to see
 * @links: (transfer none) (element-type MachiLink): all that cities do together
 * @places: (transfer none) (element-type MachiEntry): the cities that the map shows
 *
 * Returns: (transfer container) (element-type MachiLink): the lines of the map
 */
GPtrArray *
machi_place_filter_collect_links (MachiEntryFilter *filter, GPtrArray *links, GPtrArray *places)
{
  GPtrArray *collected = g_ptr_array_new ();
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < places->len; i++)
    g_hash_table_add (shown, places->pdata[i]);
  for (guint i = 0; i < links->len; i++)
    {
      MachiLink *link = g_ptr_array_index (links, i);

      if (g_hash_table_contains (shown, link->first) && g_hash_table_contains (shown, link->second)
          && machi_place_filter_has_link (filter, link))
        g_ptr_array_add (collected, link);
    }

  return collected;
}

/**
 * machi_place_filter_collect_partners:
 * @filter: what a reader wants to see
 * @links: (transfer none) (element-type MachiLink): all that cities do together
 * @city: (nullable): a city
 *
 * Returns: (transfer full) (element-type MachiEntry): the cities with which it does any of what is wanted, each once,
 *   those whose places are known
 */
GPtrArray *
machi_place_filter_collect_partners (MachiEntryFilter *filter, GPtrArray *links, MachiEntry *city)
{
  GPtrArray *partners = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < links->len; i++)
    {
      MachiLink *link = g_ptr_array_index (links, i);
      MachiEntry *other = link->first == city ? link->second : link->first;

      if (machi_link_has (link, city) && machi_place_filter_has_link (filter, link)
          && !g_ptr_array_find (partners, other, NULL))
        g_ptr_array_add (partners, g_object_ref (other));
    }

  return partners;
}

typedef struct
{
  MachiFacet facet;
  GPtrArray *values;
} Gathering;

/* Values are interned: the same text is the same pointer. */
static void
gather (GPtrArray *gathered, const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    if (!g_ptr_array_find (gathered, values[i], NULL))
      g_ptr_array_add (gathered, (gpointer) values[i]);
}

static void
gather_spans (GPtrArray *gathered, MachiEntry *work)
{
  int from, to;

  if (!machi_facet_get_years (work, &from, &to))
    return;

  for (guint span = machi_year_span_find (from); span <= machi_year_span_find (to != 0 ? to : G_MAXINT); span++)
    {
      const char *const values[] = { machi_year_span_get_value (span), NULL };
      gather (gathered, values);
    }
}

static gboolean
gather_work (MachiEntryFilter *filter, MachiEntry *work, gpointer data)
{
  Gathering *gathering = data;

  if ((get_misses (filter, work) & ~(1u << gathering->facet)) != 0)
    return FALSE;

  if (gathering->facet == MACHI_FACET_YEARS)
    gather_spans (gathering->values, work);
  else
    gather (gathering->values, machi_facet_get_values (work, gathering->facet));

  return FALSE;
}

/**
 * machi_place_filter_tally:
 * @filter: what a reader wants to see
 * @city: a city
 * @facet: a facet
 * @tally: where to count
 *
 * Counts @city for each value of @facet under which the map would show it, all else that is wanted being as it is.
 * Years are counted by spans, as machi_year_span_get_value() has them.
 */
void
machi_place_filter_tally (MachiEntryFilter *filter, MachiEntry *city, MachiFacet facet, MachiTally *tally)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  Gathering gathering = { facet, values };

  g_return_if_fail (MACHI_IS_ENTRY_FILTER (filter));
  g_return_if_fail (MACHI_IS_ENTRY (city));

  if (facet == MACHI_FACET_COUNTRY)
    {
      if (find_work (filter, city, works_of_city, G_N_ELEMENTS (works_of_city), work_matches, NULL))
        gather (values, machi_facet_get_values (city, facet));
    }
  else if (has_country (filter, city))
    find_work (filter, city, works_of_city, G_N_ELEMENTS (works_of_city), gather_work, &gathering);

  for (guint i = 0; i < values->len; i++)
    machi_tally_add (tally, values->pdata[i]);
}

typedef struct
{
  int first;
  int last;
} Span;

static gboolean
extend_span (MachiEntryFilter *filter G_GNUC_UNUSED, MachiEntry *work, gpointer data)
{
  Span *span = data;
  int from, to;

  if (!machi_facet_get_years (work, &from, &to))
    return FALSE;

  if (from != 0 && (span->first == 0 || from < span->first))
    span->first = from;
  span->last = MAX (span->last, MAX (from, to));

  return FALSE;
}

/**
 * machi_place_filter_get_years:
 * @cities: a list of #MachiEntry
 * @first: (out): the first year of anything done there
 * @last: (out): the last
 *
 * Returns: whether any years are known: between them one can choose
 */
gboolean
machi_place_filter_get_years (GListModel *cities, int *first, int *last)
{
  Span span = { 0, 0 };

  for (guint i = 0; i < g_list_model_get_n_items (cities); i++)
    {
      g_autoptr (MachiEntry) city = g_list_model_get_item (cities, i);

      find_work (NULL, city, works_of_city, G_N_ELEMENTS (works_of_city), extend_span, &span);
    }
  *first = span.first;
  *last = span.last;

  return span.first != 0;
}
