/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-growth.h"

#include "machi-entry.h"
#include "machi-locale.h"

/* The earliest year that is given, where sources disagree; 0 where none is. */
static int
get_founding_year (MachiEntry *network)
{
  GListModel *facts = machi_entry_get_facts (network);
  int earliest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (MachiStatement) fact = g_list_model_get_item (facts, i);
      int year = g_strcmp0 (machi_statement_get_topic (fact), "founded") == 0
                     ? machi_date_get_year (machi_statement_get_date (fact))
                     : 0;

      if (year > 0 && (earliest == 0 || year < earliest))
        earliest = year;
    }

  return earliest;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
add_points (MachiSeries *series, const GArray *years)
{
  guint n_founded = 0;

  if (years->len == 0)
    return;

  for (int year = g_array_index (years, int, 0); year <= g_array_index (years, int, years->len - 1); year++)
    {
      while (n_founded < years->len && g_array_index (years, int, n_founded) == year)
        n_founded++;
      machi_series_add_point (series, year, n_founded);
    }
}

/**
 * machi_growth_new:
 * @networks: a list of #MachiEntry
 * @title: what the series is called
 * @n_undated: (out): how many of them are left out because no year is known
 *
 * Returns: (transfer full): how many of the networks had been founded by the end of each year, from the first to the
 *   last in which one was
 */
MachiSeries *
machi_growth_new (GListModel *networks, const char *title, guint *n_undated)
{
  MachiSeries *series = machi_series_new (NULL, title, NULL, MACHI_CHART_LINE);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < g_list_model_get_n_items (networks); i++)
    {
      g_autoptr (MachiEntry) network = g_list_model_get_item (networks, i);
      int year = get_founding_year (network);

      if (year > 0)
        g_array_append_val (years, year);
    }
  *n_undated = g_list_model_get_n_items (networks) - years->len;
  g_array_sort (years, compare_years);
  add_points (series, years);

  return series;
}
