/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-year-span.h"

#include <string.h>

/* Years are counted by fives, but for what is long ago and what is far ahead. */
#define FIRST_YEAR 1990
#define N_YEARS 5

/**
 * machi_year_span_find:
 * @year: a year
 *
 * Returns: the span that has it, from 0, less than %MACHI_N_YEAR_SPANS
 */
guint
machi_year_span_find (int year)
{
  if (year < FIRST_YEAR)
    return 0;

  return MIN ((guint) (year - FIRST_YEAR) / N_YEARS + 1, MACHI_N_YEAR_SPANS - 1);
}

/**
 * machi_year_span_get:
 * @span: a span
 * @from: (out): its first year, 0 where it has all before
 * @to: (out): its last year, 0 where it has all after
 *
 * Gets the years of a span.
 */
void
machi_year_span_get (guint span, int *from, int *to)
{
  *from = span == 0 ? 0 : FIRST_YEAR + ((int) span - 1) * N_YEARS;
  *to = span == MACHI_N_YEAR_SPANS - 1 ? 0 : FIRST_YEAR + (int) span * N_YEARS - 1;
}

/**
 * machi_year_span_get_value:
 * @span: a span
 *
 * Returns: the span as a search has it, such as `2010..2014` or `..1989`, an interned string
 */
const char *
machi_year_span_get_value (guint span)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *value = NULL;
  int from, to;

  machi_year_span_get (span, &from, &to);
  first = from != 0 ? g_strdup_printf ("%d", from) : g_strdup ("");
  last = to != 0 ? g_strdup_printf ("%d", to) : g_strdup ("");

  value = g_strconcat (first, "..", last, NULL);

  return g_intern_string (value);
}

/**
 * machi_year_span_parse:
 * @value: a text
 * @from: (out): the first year, 0 where it has all before
 * @to: (out): the last year, 0 where it has all after
 *
 * Returns: whether @value is a span
 */
gboolean
machi_year_span_parse (const char *value, int *from, int *to)
{
  const char *dots = strstr (value, "..");

  if (dots == NULL)
    return FALSE;

  *from = (int) g_ascii_strtoll (value, NULL, 10);
  *to = (int) g_ascii_strtoll (dots + strlen (".."), NULL, 10);

  return TRUE;
}
