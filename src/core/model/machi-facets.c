/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-facets.h"

#include "machi-locale.h"
#include "machi-year-span.h"

/* What an entry is filtered by is gathered from its fields and relations once, and kept with it: an entry does not
 * change. */
static GQuark
get_quark (void)
{
  static gsize quark = 0;

  if (g_once_init_enter (&quark))
    g_once_init_leave (&quark, g_quark_from_static_string ("machi-facets"));

  return (GQuark) quark;
}

static void
facets_free (gpointer data)
{
  MachiFacets *facets = data;

  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    g_free ((gpointer) facets->values[i]);
  g_free (facets);
}

static void
add_value (GPtrArray *values, const char *value)
{
  const char *interned = value != NULL ? g_intern_string (value) : NULL;

  if (interned != NULL && !g_ptr_array_find (values, interned, NULL))
    g_ptr_array_add (values, (gpointer) interned);
}

static const char *const *
end_values (GPtrArray *values)
{
  g_ptr_array_add (values, NULL);

  return (const char *const *) g_ptr_array_free (values, FALSE);
}

static gboolean
role_has_country (MachiRole role)
{
  return role == MACHI_ROLE_PAIR || role == MACHI_ROLE_MEMBER || role == MACHI_ROLE_SUPPORTING_CITY
         || role == MACHI_ROLE_PARTNER_CITY || role == MACHI_ROLE_CITY || role == MACHI_ROLE_SEAT
         || role == MACHI_ROLE_SUBJECT;
}

/* An entry that names no countries, as most networks do, is in those of its cities. */
static const char *const *
collect_countries (MachiEntry *entry)
{
  GPtrArray *values = g_ptr_array_new ();
  const char *const *own = machi_entry_get_countries (entry);
  GListModel *relations = machi_entry_get_relations (entry);

  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    add_value (values, own[i]);
  if (values->len > 0)
    return end_values (values);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);

      if (role_has_country (machi_relation_get_role (relation)))
        add_value (values, machi_relation_get_country (relation));
    }

  return end_values (values);
}

static const char *const *
collect_topics (MachiEntry *entry)
{
  GPtrArray *values = g_ptr_array_new ();
  GListModel *topics = machi_entry_get_topics (entry);

  if (machi_entry_get_kind (entry) == MACHI_KIND_TOPIC)
    add_value (values, machi_entry_get_id (entry));
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (MachiEntry) topic = g_list_model_get_item (topics, i);
      add_value (values, machi_entry_get_id (topic));
    }

  return end_values (values);
}

static const char *const *
collect_programmes (MachiEntry *entry)
{
  GPtrArray *values = g_ptr_array_new ();
  GListModel *relations = machi_entry_get_relations (entry);

  if (machi_entry_get_kind (entry) == MACHI_KIND_PROGRAMME)
    add_value (values, machi_entry_get_id (entry));
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);
      MachiEntry *target = machi_relation_get_target (relation);

      if (machi_relation_get_role (relation) == MACHI_ROLE_PROGRAMME && target != NULL)
        add_value (values, machi_entry_get_id (target));
    }

  return end_values (values);
}

static const char *const *
collect_kind (MachiEntry *entry)
{
  GPtrArray *values = g_ptr_array_new ();

  add_value (values, machi_kind_get_id (machi_entry_get_kind (entry)));

  return end_values (values);
}

/* Networks and programmes have no period but the date on which they began. */
static int
get_first_year (MachiEntry *entry)
{
  GListModel *facts = machi_entry_get_facts (entry);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (MachiStatement) fact = g_list_model_get_item (facts, i);
      const char *property = machi_statement_get_topic (fact);

      if (g_strcmp0 (property, "founded") == 0 || g_strcmp0 (property, "since") == 0)
        return machi_date_get_year (machi_statement_get_date (fact));
    }

  return 0;
}

static void
collect_years (MachiFacets *facets, MachiEntry *entry)
{
  MachiKind kind = machi_entry_get_kind (entry);

  machi_entry_get_period (entry, &facets->from, &facets->to);
  if (facets->from == 0 && facets->to == 0)
    facets->from = get_first_year (entry);
  facets->dated = facets->from != 0 || facets->to != 0;
  facets->timeless = kind == MACHI_KIND_CITY || kind == MACHI_KIND_ORGANISATION || kind == MACHI_KIND_TERM
                     || kind == MACHI_KIND_TOPIC;
}

/**
 * machi_facets_get:
 * @entry: an entry of which all is known
 *
 * Returns: (transfer none): what it is filtered and counted by
 */
const MachiFacets *
machi_facets_get (MachiEntry *entry)
{
  MachiFacets *facets;

  g_return_val_if_fail (MACHI_IS_ENTRY (entry), NULL);

  facets = g_object_get_qdata (G_OBJECT (entry), get_quark ());
  if (facets == NULL)
    {
      facets = g_new0 (MachiFacets, 1);
      facets->values[MACHI_FACET_KIND] = collect_kind (entry);
      facets->values[MACHI_FACET_COUNTRY] = collect_countries (entry);
      facets->values[MACHI_FACET_TOPIC] = collect_topics (entry);
      facets->values[MACHI_FACET_PROGRAMME] = collect_programmes (entry);
      collect_years (facets, entry);
      /* Another thread may have been as fast. */
      if (!g_object_replace_qdata (G_OBJECT (entry), get_quark (), NULL, facets, facets_free, NULL))
        {
          facets_free (facets);
          facets = g_object_get_qdata (G_OBJECT (entry), get_quark ());
        }
    }

  return facets;
}

static const char *const *
get_event_kind (MachiEvent *event)
{
  static const char *values[MACHI_N_EVENT_KINDS][2];
  MachiEventKind kind = machi_event_get_kind (event);

  values[kind][0] = machi_event_kind_get_id (kind);

  return values[kind];
}

/**
 * machi_facet_get_values:
 * @item: a #MachiEntry or a #MachiEvent, which has those of its entry but for its kind
 * @facet: a facet other than the years
 *
 * Returns: (transfer none): the values of @item: interned strings, %NULL-terminated
 */
const char *const *
machi_facet_get_values (gpointer item, MachiFacet facet)
{
  g_return_val_if_fail (facet < MACHI_N_LISTED_FACETS, NULL);

  if (!MACHI_IS_EVENT (item))
    return machi_facets_get (item)->values[facet];
  if (facet == MACHI_FACET_KIND)
    return get_event_kind (item);

  return machi_facets_get (machi_event_get_entry (item))->values[facet];
}

/**
 * machi_facet_get_years:
 * @item: a #MachiEntry or a #MachiEvent
 * @from: (out): the first year, 0 where it is not known
 * @to: (out): the last year, 0 where it goes on; of an event both are its own year
 *
 * Returns: whether anything is known of when it was
 */
gboolean
machi_facet_get_years (gpointer item, int *from, int *to)
{
  const MachiFacets *facets;

  if (MACHI_IS_EVENT (item))
    {
      *from = *to = machi_event_get_year (item);
      return TRUE;
    }

  facets = machi_facets_get (item);
  *from = facets->from;
  *to = facets->to;

  return facets->dated;
}

/**
 * machi_facet_get_key:
 * @facet: a facet other than the years
 *
 * Returns: the name of its parameter in the query of an address
 */
const char *
machi_facet_get_key (MachiFacet facet)
{
  static const char *const keys[MACHI_N_LISTED_FACETS] = { "kind", "country", "topic", "programme" };

  g_return_val_if_fail (facet < MACHI_N_LISTED_FACETS, "");

  return keys[facet];
}

/**
 * machi_facet_tally_years:
 * @item: a #MachiEntry or a #MachiEvent
 * @tally: where to count
 *
 * Counts the spans of years that have years of @item, by machi_year_span_get_value().
 */
void
machi_facet_tally_years (gpointer item, MachiTally *tally)
{
  int from, to;

  if (!machi_facet_get_years (item, &from, &to))
    return;

  for (guint span = machi_year_span_find (from); span <= machi_year_span_find (to != 0 ? to : G_MAXINT); span++)
    machi_tally_add (tally, machi_year_span_get_value (span));
}
