/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-filter.h"

#include "machi-fold.h"
#include "machi-locale.h"
#include "machi-year-span.h"

#include <string.h>
#include <unicode/uloc.h>

#define WANTED 1
#define EXCLUDED 2

/**
 * MachiSearchFilter:
 *
 * What a query asks of the facets of a result, and how many results have which value. A value is counted as if its own
 * facet did not narrow, so that a reader sees what another choice would give. Lives as long as one search.
 */
struct _MachiSearchFilter
{
  const MachiSearchFacets *facets;
  GPtrArray *years;
  guint8 *marks[MACHI_N_LISTED_FACETS];
  guint *counts[MACHI_N_LISTED_FACETS];
  gboolean narrows[MACHI_N_FACETS];
  /* How many more than in the span before, and how many pass any years. */
  int spans[MACHI_N_YEAR_SPANS + 1];
  guint n_timeless;
};

/* How well a value goes by what was typed, spaces aside: 2 by its whole name, 1 by the beginning of it. */
static guint
compare_name (const char *name, const MachiQueryFacet *typed)
{
  g_autofree char *folded = name != NULL ? machi_fold_words (name) : NULL;
  const char *p = folded, *q = typed->folded;

  if (folded == NULL)
    return 0;

  while (*q != '\0')
    {
      p += strspn (p, " ");
      q += strspn (q, " ");
      if (*p != *q)
        return 0;
      p++;
      q++;
    }

  return *p == '\0' ? 2 : 1;
}

static guint
compare_kind (const char *id, const MachiQueryFacet *typed)
{
  MachiKind kind = machi_kind_from_id (id);
  guint best = compare_name (id, typed);

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
  const char *text = machi_search_facets_get_value (facets, typed->facet, value);
  MachiEntry *entry = machi_search_facets_get_entry (facets, typed->facet, value);

  if (typed->facet == MACHI_FACET_KIND)
    return compare_kind (text, typed);
  if (typed->facet == MACHI_FACET_COUNTRY)
    return compare_country (text, typed);

  return entry != NULL ? compare_entry (entry, typed) : compare_name (text, typed);
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
}

/**
 * machi_search_filter_new:
 * @facets: the facets of the entries; must outlive the filter
 * @query: a query; its facets are kept, so that it must outlive the filter too
 *
 * Returns: (transfer full): a filter that lets pass what @query asks for
 */
MachiSearchFilter *
machi_search_filter_new (const MachiSearchFacets *facets, const MachiQuery *query)
{
  MachiSearchFilter *self = g_new0 (MachiSearchFilter, 1);
  GPtrArray *typed = machi_query_get_facets (query);

  self->facets = facets;
  self->years = g_ptr_array_new ();
  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    {
      self->marks[i] = g_new0 (guint8, machi_search_facets_get_n_values (facets, i) + 1);
      self->counts[i] = g_new0 (guint, machi_search_facets_get_n_values (facets, i) + 1);
    }
  for (guint i = 0; i < typed->len; i++)
    {
      MachiQueryFacet *facet = g_ptr_array_index (typed, i);

      self->narrows[facet->facet] |= !facet->negated;
      if (facet->facet == MACHI_FACET_YEARS)
        g_ptr_array_add (self->years, facet);
      else
        mark_values (self, facet);
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
  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    {
      g_free (self->marks[i]);
      g_free (self->counts[i]);
    }
  g_ptr_array_unref (self->years);
  g_free (self);
}

static gboolean
passes_years (const MachiSearchFilter *self, const MachiDocYears *years)
{
  gboolean wanted = !self->narrows[MACHI_FACET_YEARS] || years->timeless;

  for (guint i = 0; i < self->years->len; i++)
    {
      const MachiQueryFacet *typed = g_ptr_array_index (self->years, i);
      gboolean meets = years->dated && years->to >= typed->from && (typed->to == 0 || years->from <= typed->to);

      if (typed->negated && meets && !years->timeless)
        return FALSE;
      wanted |= meets;
    }

  return wanted;
}

static gboolean
passes_list (const MachiSearchFilter *self, guint doc, MachiFacet facet)
{
  guint8 marks = self->narrows[facet] ? 0 : WANTED;
  guint n_items;
  const guint16 *items = machi_search_facets_get_items (self->facets, doc, facet, &n_items);

  for (guint i = 0; i < n_items; i++)
    marks |= self->marks[facet][items[i]];

  return marks == WANTED;
}

static void
count (MachiSearchFilter *self, guint doc, MachiFacet facet)
{
  guint n_items;
  const guint16 *items = machi_search_facets_get_items (self->facets, doc, facet, &n_items);

  for (guint i = 0; i < n_items; i++)
    self->counts[facet][items[i]]++;
}

static void
count_years (MachiSearchFilter *self, const MachiDocYears *years)
{
  self->n_timeless += years->timeless ? 1 : 0;
  if (years->timeless || !years->dated)
    return;

  self->spans[machi_year_span_find (years->from)]++;
  self->spans[machi_year_span_find (years->to) + 1]--;
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
  guint misses = 0;

  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    if (!passes_list (self, doc, i))
      misses |= 1u << i;
  if (self->years->len > 0 && !passes_years (self, machi_search_facets_get_years (self->facets, doc)))
    misses |= 1u << MACHI_FACET_YEARS;

  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    if ((misses & ~(1u << i)) == 0)
      count (self, doc, i);

  if ((misses & ~(1u << MACHI_FACET_YEARS)) == 0)
    count_years (self, machi_search_facets_get_years (self->facets, doc));

  return misses == 0;
}

static guint *
dup_year_counts (const MachiSearchFilter *self)
{
  guint *counts = g_new0 (guint, MACHI_N_YEAR_SPANS);
  int n = 0;

  for (guint i = 0; i < MACHI_N_YEAR_SPANS; i++)
    {
      n += self->spans[i];
      counts[i] = n > 0 ? (guint) n + self->n_timeless : 0;
    }

  return counts;
}

/**
 * machi_search_filter_dup_counts:
 * @self: a filter to which all results were given
 * @facet: a facet
 *
 * Returns: (transfer full): how many results have which value, in the order of machi_search_facets_get_value(); for the
 * years, how many each span would show, none where it would show only what passes any years
 */
guint *
machi_search_filter_dup_counts (const MachiSearchFilter *self, MachiFacet facet)
{
  if (facet == MACHI_FACET_YEARS)
    return dup_year_counts (self);

  return g_memdup2 (self->counts[facet], sizeof (guint) * (machi_search_facets_get_n_values (self->facets, facet) + 1));
}
