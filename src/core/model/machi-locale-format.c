/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-locale-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/unum.h>

/*
 * Numbers and dates for a reader. They follow the language of the interface, not the categories of the locale
 * (LC_NUMERIC, LC_TIME): they stand within its sentences. Digits are 0 to 9 everywhere, as on the axes of plots and in
 * tables of sources.
 */

static GMutex lock;

/**
 * machi_locale_format_number:
 * @value: a number
 *
 * Returns: (transfer full): @value as the reader writes numbers, with up to three decimals
 */
char *
machi_locale_format_number (double value)
{
  static UNumberFormat *format = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[64] = { 0 };
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (format == NULL)
    {
      g_autofree char *name = g_strconcat (machi_locale_get_icu_name (), "@numbers=latn", NULL);
      format = unum_open (UNUM_DECIMAL, NULL, 0, name, NULL, &status);
    }
  if (U_SUCCESS (status))
    unum_formatDouble (format, value, buffer, G_N_ELEMENTS (buffer) - 1, NULL, &status);

  return U_SUCCESS (status) ? machi_locale_from_uchars (buffer, -1) : g_strdup_printf ("%g", value);
}

/**
 * machi_locale_format_count:
 * @format: a translated text that has `%u` once or not at all
 * @n: what stands for it
 *
 * Returns: (transfer full): the text with the number as the reader writes it: printf() does not group digits
 */
char *
machi_locale_format_count (const char *format, guint n)
{
  const char *place = strstr (format, "%u");
  g_autofree char *number = machi_locale_format_number (n);

  if (place == NULL)
    return g_strdup (format);

  return g_strdup_printf ("%.*s%s%s", (int) (place - format), format, number, place + strlen ("%u"));
}

/**
 * machi_locale_format_quantity:
 * @number: a number for a reader
 * @unit: (nullable): what it counts
 *
 * Returns: (transfer full): the number and its unit. The unit may say where its number stands by `{}`, as the Japanese
 *   「人口の{}%」.
 */
char *
machi_locale_format_quantity (const char *number, const char *unit)
{
  const char *place = unit != NULL ? strstr (unit, MACHI_UNIT_NUMBER) : NULL;

  g_return_val_if_fail (number != NULL, NULL);

  if (unit == NULL || *unit == '\0')
    return g_strdup (number);
  if (g_str_equal (unit, "%"))
    /* Translators: a number of percent */
    return g_strdup_printf (_ ("%s %%"), number);
  if (place != NULL)
    return g_strdup_printf ("%.*s%s%s", (int) (place - unit), unit, number, place + strlen (MACHI_UNIT_NUMBER));

  /* Translators: a number and its unit */
  return g_strdup_printf (C_ ("quantity", "%s %s"), number, unit);
}

/**
 * machi_date_parse:
 * @date: (nullable): `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @year: (out) (optional): the year
 * @month: (out) (optional): the month from 1, or 0 where it is not known
 * @day: (out) (optional): the day from 1, or 0 where it is not known
 *
 * Returns: whether @date is such a date
 */
gboolean
machi_date_parse (const char *date, int *year, int *month, int *day)
{
  int y, m = 0, d = 0;
  gsize length = date != NULL ? strlen (date) : 0;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (i == 4 || i == 7 ? date[i] != '-' : !g_ascii_isdigit (date[i]))
      return FALSE;

  y = (int) g_ascii_strtoll (date, NULL, 10);
  if (length >= 7)
    m = (int) g_ascii_strtoll (date + 5, NULL, 10);
  if (length == 10)
    d = (int) g_ascii_strtoll (date + 8, NULL, 10);
  if (y < 1 || (length >= 7 && (m < 1 || m > 12)) || (length == 10 && !g_date_valid_dmy (d, m, y)))
    return FALSE;

  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day != NULL)
    *day = d;

  return TRUE;
}

/**
 * machi_date_get_year:
 * @date: (nullable): a date
 *
 * Returns: its year, or 0 where @date is no date
 */
int
machi_date_get_year (const char *date)
{
  int year;

  return machi_date_parse (date, &year, NULL, NULL) ? year : 0;
}

/**
 * machi_locale_format_year:
 * @year: a year
 *
 * Returns: (transfer full): the year for a reader, where it stands alone or within a sentence; on an axis it stands
 * bare
 */
char *
machi_locale_format_year (int year)
{
  /* Translators: a year of the Gregorian calendar that stands alone in a row, a heading or in brackets. Add the word
     for year where your language writes it (Japanese and Chinese %d年, Korean %d년), keep the Gregorian year in Thai */
  return g_strdup_printf (C_ ("year", "%d"), year);
}

/* The names of months in the reader's language, which need not be that of the locale: of the locale only what is
 * installed can be had. */
static char *
dup_month (int month, UDateFormatSymbolType type)
{
  static UDateFormat *format = NULL;
  g_autofree char *name = g_strconcat (machi_locale_get_icu_name (), "@calendar=gregorian;numbers=latn", NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[64] = { 0 };
  int length;

  if (format == NULL)
    format = udat_open (UDAT_NONE, UDAT_LONG, name, NULL, 0, NULL, 0, &status);
  if (U_FAILURE (status))
    return g_strdup_printf ("%d", month);
  length = udat_getSymbols (format, type, month - 1, buffer, G_N_ELEMENTS (buffer) - 1, &status);

  return U_SUCCESS (status) ? machi_locale_from_uchars (buffer, length) : g_strdup_printf ("%d", month);
}

/**
 * machi_locale_format_parts:
 * @pattern: a translated pattern: `%e` or `%-e` is the day, `%m` or `%-m` the month, `%B` its name, `%b` its short
 * name, `%OB` and `%Ob` these where no day stands with it, `%Y` the year
 * @year: a year
 * @month: a month, from 1
 * @day: a day, from 1
 *
 * Returns: (transfer full): the date
 */
char *
machi_locale_format_parts (const char *pattern, int year, int month, int day)
{
  GString *text = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++)
    {
      gboolean alone;
      g_autofree char *name = NULL;

      if (*p != '%' || p[1] == '\0')
        {
          g_string_append_c (text, *p);
          continue;
        }
      p++;
      alone = *p == 'O';
      p += (alone || *p == '-') && p[1] != '\0' ? 1 : 0;
      if (*p == 'B')
        name = dup_month (month, alone ? UDAT_STANDALONE_MONTHS : UDAT_MONTHS);
      else if (*p == 'b')
        name = dup_month (month, alone ? UDAT_STANDALONE_SHORT_MONTHS : UDAT_SHORT_MONTHS);
      else if (*p == 'Y' || *p == 'm' || *p == 'e' || *p == 'd')
        name = g_strdup_printf ("%d", *p == 'Y' ? year : *p == 'm' ? month : day);
      g_string_append (text, name != NULL ? name : "%");
    }

  return g_string_free_and_steal (text);
}

/**
 * machi_locale_format_date:
 * @date: (nullable): a date as precise as it is known
 *
 * Returns: (transfer full): the date for a reader, no more precise than @date; an empty string where there is none
 */
char *
machi_locale_format_date (const char *date)
{
  int year, month, day;

  if (!machi_date_parse (date, &year, &month, &day))
    return g_strdup (date != NULL ? date : "");

  if (day > 0)
    /* Translators: a date with a known day, see strftime(3); xgettext:no-c-format */
    return machi_locale_format_parts (C_ ("date", "%-e %B %Y"), year, month, day);
  if (month > 0)
    /* Translators: a date of which only month and year are known, see strftime(3); xgettext:no-c-format */
    return machi_locale_format_parts (C_ ("date", "%B %Y"), year, month, 1);

  return machi_locale_format_year (year);
}

/**
 * machi_locale_get_list_separator:
 *
 * Returns: what stands between the parts of a list in the reader's language
 */
const char *
machi_locale_get_list_separator (void)
{
  /* Translators: between the parts of a list */
  return C_ ("list", ", ");
}

/**
 * machi_locale_format_years:
 * @from: the first year, or 0 where it is not known
 * @to: the last year, or 0 where it goes on
 *
 * Returns: (transfer full): the range for a reader, an empty string where nothing is known
 */
char *
machi_locale_format_years (int from, int to)
{
  if (from == 0 && to == 0)
    return g_strdup ("");
  if (from == to)
    return machi_locale_format_year (from);
  if (to == 0)
    /* Translators: something that began in that year and goes on */
    return g_strdup_printf (_ ("since %d"), from);
  if (from == 0)
    /* Translators: something that ended in that year, its beginning is unknown */
    return g_strdup_printf (_ ("until %d"), to);

  /* Translators: a range of years */
  return g_strdup_printf (C_ ("years", "%d–%d"), from, to);
}

/**
 * machi_locale_format_year_filter:
 * @from: the first year, or 0 where there is no first
 * @to: the last year, or 0 where there is no last
 *
 * Returns: (transfer full) (nullable): what years are let through, %NULL where all are
 */
char *
machi_locale_format_year_filter (int from, int to)
{
  if (from == 0 && to == 0)
    return NULL;
  if (from != 0 && to == 0)
    /* Translators: on a button that filters by years: that year and later */
    return g_strdup_printf (C_ ("filter", "from %d"), from);
  if (from == 0)
    /* Translators: on a button that filters by years: that year and earlier */
    return g_strdup_printf (C_ ("filter", "to %d"), to);

  return machi_locale_format_years (from, to);
}
