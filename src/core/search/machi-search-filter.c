/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-facets-private.h"

#include "machi-fold.h"
#include "machi-locale.h"

#include <string.h>
#include <unicode/uloc.h>

#define WANTED 1
#define EXCLUDED 2

/**
 * MachiSearchFilter:
 *
 * What a query asks of the facets of a result, and how many results have which value. A value is counted as if its own facet
 * did not narrow, so that a reader sees what another choice would give. Lives as long as one search.
 */
struct _MachiSearchFilter
{
  const MachiSearchFacets *facets;
  GPtrArray *years;
  guint8 *marks[MACHI_N_FACETS];
  guint *counts[MACHI_N_FACETS];
  gboolean narrows[MACHI_N_FACETS];
};

/* How well a value goes by what was typed: 2 by its whole name, 1 by the beginning of it. */
static guint
compare_name (const char *name, const MachiQueryFacet *typed)
{
  g_autofree char *folded = name != NULL ? machi_fold_words (name) : NULL;

  if (folded == NULL || !g_str_has_prefix (folded, typed->folded))
    return 0;

  return strlen (folded) == strlen (typed->folded) ? 2 : 1;
}

static guint
compare_kind (MachiKind kind, const MachiQueryFacet *typed)
{
  guint best = compare_name (machi_kind_get_id (kind), typed);

  best = MAX (best, compare_name (machi_kind_get_label (kind), typed));

  return MAX (best, compare_name (machi_kind_get_plural (kind), typed));
}

static guint
compare_country (const char *code, const MachiQueryFacet *typed)
{
  g_autofree char *locale = g_strconcat ("und_", code, NULL);
  g_autofree char *english = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[128] = { 0 };
  guint best;

  if (g_ascii_strcasecmp (code, typed->folded) == 0)
    return 2;

  best = compare_name (machi_locale_get_country_name (code), typed);
  uloc_getDisplayCountry (locale, "en", buffer, G_N_ELEMENTS (buffer) - 1, &status);
  english = g_utf16_to_utf8 ((const gunichar2 *) buffer, -1, NULL, NULL, NULL);

  return MAX (best, compare_name (english, typed));
}

static guint
compare_entry (MachiEntry *entry, const MachiQueryFacet *typed)
{
  MachiName *names = machi_entry_get_names (entry);
  guint best = MAX (compare_name (machi_entry_get_id (entry), typed),
                    compare_name (machi_entry_get_short_name (entry), typed));

  for (guint i = 0; best < 2 && i < machi_name_get_size (names); i++)
    best = MAX (best, compare_name (machi_name_get_nth (names, i, NULL), typed));

  return best;
}

static guint
compare_value (const MachiSearchFacets *facets, guint value, const MachiQueryFacet *typed)
{
  switch (typed->facet)
    {
    case MACHI_FACET_KIND:
      return value == MACHI_KIND_NONE ? 0 : compare_kind (value, typed);
    case MACHI_FACET_COUNTRY:
      return compare_country (g_ptr_array_index (facets->values[0], value), typed);
    default:
      return compare_entry (g_ptr_array_index (facets->values[typed->facet - MACHI_FACET_COUNTRY], value), typed);
    }
}

/* Marks the values that were meant: those whose whole name was typed, else those that begin so. */
static void
mark_values (MachiSearchFilter *self, const MachiQueryFacet *typed)
{
  guint n_values = machi_search_facets_get_n_values (self->facets, typed->facet);
  g_autofree guint8 *fits = g_new0 (guint8, n_values + 1);
  guint best = 1;

  for (guint i = 0; i < n_values; i++)
    {
      fits[i] = (guint8) compare_value (self->facets, i, typed);
      best = MAX (best, fits[i]);
    }
  for (guint i = 0; i < n_values; i++)
    if (fits[i] == best)
      self->marks[typed->facet][i] |= typed->negated ? EXCLUDED : WANTED;
  if (!typed->negated)
    self->narrows[typed->facet] = TRUE;
}

/**
 * machi_search_filter_new:
 * @facets: the facets of the entries; must outlive the filter
 * @query: (nullable): a query; its facets are kept, so that it must outlive the filter too
 *
 * Returns: (transfer full): a filter that lets pass what @query asks for
 */
MachiSearchFilter *
machi_search_filter_new (const MachiSearchFacets *facets, const MachiQuery *query)
{
  MachiSearchFilter *self = g_new0 (MachiSearchFilter, 1);
  GPtrArray *typed = query != NULL ? machi_query_get_facets (query) : NULL;

  self->facets = facets;
  self->years = g_ptr_array_new ();
  for (guint i = 0; i < MACHI_N_FACETS; i++)
    {
      guint n_values = machi_search_facets_get_n_values (facets, i);

      self->marks[i] = g_new0 (guint8, n_values + 1);
      self->counts[i] = g_new0 (guint, n_values + 1);
    }
  for (guint i = 0; typed != NULL && i < typed->len; i++)
    {
      MachiQueryFacet *facet = g_ptr_array_index (typed, i);

      if (facet->facet != MACHI_FACET_YEAR)
        mark_values (self, facet);
      else
        {
          g_ptr_array_add (self->years, facet);
          self->narrows[MACHI_FACET_YEAR] |= !facet->negated;
        }
    }

  return self;
}

/**
 * machi_search_filter_free:
 * @self: (transfer full): a filter
 *
 * Frees it.
 */
void
machi_search_filter_free (MachiSearchFilter *self)
{
  for (guint i = 0; i < MACHI_N_FACETS; i++)
    {
      g_free (self->marks[i]);
      g_free (self->counts[i]);
    }
  g_ptr_array_unref (self->years);
  g_free (self);
}

/**
 * machi_search_filter_has:
 * @self: a filter
 * @facet: by what
 * @value: which value
 *
 * Returns: whether just that value was asked for
 */
gboolean
machi_search_filter_has (const MachiSearchFilter *self, MachiFacet facet, guint value)
{
  int from, to;

  if (facet != MACHI_FACET_YEAR)
    return self->marks[facet][value] == WANTED;

  _machi_search_facets_get_years (value, &from, &to);
  for (guint i = 0; i < self->years->len; i++)
    {
      const MachiQueryFacet *typed = g_ptr_array_index (self->years, i);

      if (!typed->negated && typed->from == from && typed->to == to)
        return TRUE;
    }

  return FALSE;
}

static gboolean
passes_years (const MachiSearchFilter *self, const MachiDocFacets *doc)
{
  gboolean wanted = !self->narrows[MACHI_FACET_YEAR];

  for (guint i = 0; i < self->years->len; i++)
    {
      const MachiQueryFacet *typed = g_ptr_array_index (self->years, i);
      gboolean overlaps = _machi_doc_facets_overlaps (doc, typed->from, typed->to);

      if (typed->negated && overlaps)
        return FALSE;
      wanted |= overlaps;
    }

  return wanted;
}

static gboolean
passes_list (const MachiSearchFilter *self, MachiFacet facet, const guint16 *items, guint n_items)
{
  guint8 marks = self->narrows[facet] ? 0 : WANTED;

  for (guint i = 0; i < n_items; i++)
    marks |= self->marks[facet][items[i]];

  return marks == WANTED;
}

static guint
find_failing (const MachiSearchFilter *self, guint doc)
{
  const MachiDocFacets *facets = &g_array_index (self->facets->docs, MachiDocFacets, doc);
  guint16 kind = (guint16) facets->kind;
  guint failing = 0;

  if (!passes_list (self, MACHI_FACET_KIND, &kind, 1))
    failing |= 1 << MACHI_FACET_KIND;
  if (self->years->len > 0 && !passes_years (self, facets))
    failing |= 1 << MACHI_FACET_YEAR;
  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    {
      guint n_items;
      const guint16 *items = _machi_search_facets_get_items (self->facets, doc, i, &n_items);

      if (!passes_list (self, MACHI_FACET_COUNTRY + i, items, n_items))
        failing |= 1 << (MACHI_FACET_COUNTRY + i);
    }

  return failing;
}

static void
count (MachiSearchFilter *self, guint doc, MachiFacet facet)
{
  const MachiDocFacets *facets = &g_array_index (self->facets->docs, MachiDocFacets, doc);
  const guint16 *items;
  guint n_items;
  int from, to;

  switch (facet)
    {
    case MACHI_FACET_KIND:
      self->counts[facet][facets->kind]++;
      break;
    case MACHI_FACET_YEAR:
      for (guint i = 0; i < machi_search_facets_get_n_values (self->facets, facet); i++)
        {
          _machi_search_facets_get_years (i, &from, &to);
          if (_machi_doc_facets_overlaps (facets, from, to))
            self->counts[facet][i]++;
        }
      break;
    default:
      items = _machi_search_facets_get_items (self->facets, doc, facet - MACHI_FACET_COUNTRY, &n_items);
      for (guint i = 0; i < n_items; i++)
        self->counts[facet][items[i]]++;
    }
}

/**
 * machi_search_filter_take:
 * @self: a filter
 * @doc: the number of an entry that was found; each is to be given once
 *
 * Counts the entry, for all facets where it passes, for the one that it fails else.
 *
 * Returns: whether it passes
 */
gboolean
machi_search_filter_take (MachiSearchFilter *self, guint doc)
{
  guint failing = find_failing (self, doc);

  for (guint i = 0; i < MACHI_N_FACETS; i++)
    if (failing == 0 || failing == (guint) (1 << i))
      count (self, doc, i);

  return failing == 0;
}

/* Kinds and years in their own order, the others by how often they are met. */
static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const MachiFacetCount *first = a;
  const MachiFacetCount *second = b;

  if (first->facet != second->facet)
    return (int) first->facet - (int) second->facet;
  if (first->facet != MACHI_FACET_KIND && first->facet != MACHI_FACET_YEAR && first->count != second->count)
    return first->count < second->count ? 1 : -1;

  return (int) first->value - (int) second->value;
}

/**
 * machi_search_filter_get_counts:
 * @self: a filter to which all results were given
 *
 * Returns: (transfer full) (element-type MachiFacetCount): how many results have which value; values of none are left out
 */
GArray *
machi_search_filter_get_counts (const MachiSearchFilter *self)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (MachiFacetCount));

  for (guint facet = 0; facet < MACHI_N_FACETS; facet++)
    for (guint value = 0; value < machi_search_facets_get_n_values (self->facets, facet); value++)
      {
        MachiFacetCount item = { facet, value, self->counts[facet][value] };

        if (item.count > 0 || machi_search_filter_has (self, facet, value))
          g_array_append_val (counts, item);
      }
  g_array_sort (counts, compare_counts);

  return counts;
}
