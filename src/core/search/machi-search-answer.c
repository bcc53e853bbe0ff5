/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-answer.h"

#include "machi-year-span.h"

G_DEFINE_BOXED_TYPE (MachiSearchAnswer, machi_search_answer, machi_search_answer_ref, machi_search_answer_unref)

/**
 * machi_search_answer_new:
 * @query: what was asked
 *
 * Returns: (transfer full): an answer without results, to be filled by who makes it
 */
MachiSearchAnswer *
machi_search_answer_new (MachiQuery *query)
{
  MachiSearchAnswer *self = g_new0 (MachiSearchAnswer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->query = machi_query_ref (query);
  self->hits = g_array_new (FALSE, FALSE, sizeof (MachiSearchHit));

  return self;
}

/**
 * machi_search_answer_ref:
 * @self: an answer
 *
 * Returns: (transfer full): @self
 */
MachiSearchAnswer *
machi_search_answer_ref (MachiSearchAnswer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * machi_search_answer_unref:
 * @self: (transfer full): an answer
 *
 * Gives up a reference.
 */
void
machi_search_answer_unref (MachiSearchAnswer *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  machi_query_unref (self->query);
  g_array_unref (self->hits);
  for (guint i = 0; i < MACHI_N_FACETS; i++)
    g_free (self->counts[i]);
  g_free (self->suggestion);
  g_free (self);
}

static void
add_times (MachiTally *tally, const char *value, guint n)
{
  while (n-- > 0)
    machi_tally_add (tally, value);
}

/**
 * machi_search_answer_dup_tally:
 * @self: an answer
 * @facets: the facets of what was searched
 * @facet: a facet
 *
 * Returns: (transfer full): how many results have which value, the most frequent first; years by spans in their order
 */
MachiTally *
machi_search_answer_dup_tally (const MachiSearchAnswer *self, const MachiSearchFacets *facets, MachiFacet facet)
{
  MachiTally *tally = machi_tally_new ();
  const guint *counts = self->counts[facet];

  if (counts == NULL)
    return tally;

  if (facet == MACHI_FACET_YEARS)
    {
      for (guint i = 0; i < MACHI_N_YEAR_SPANS; i++)
        add_times (tally, machi_year_span_get_value (i), counts[i]);
      return tally;
    }

  for (guint i = 0; i < machi_search_facets_get_n_values (facets, facet); i++)
    add_times (tally, machi_search_facets_get_value (facets, facet, i), counts[i]);
  machi_tally_sort (tally, MACHI_TALLY_BY_COUNT);

  return tally;
}
