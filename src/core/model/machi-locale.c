/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

static GMutex lock;

/* The language names of GLib are POSIX locales ("zh_TW.UTF-8"); names in packs bear BCP 47 tags ("zh-Hant"). */
static void
add_tags_of_locale (GPtrArray *tags, const char *locale)
{
  g_autofree char *language = g_strndup (locale, strcspn (locale, "_.@"));

  if (g_str_has_prefix (locale, "zh_TW") || g_str_has_prefix (locale, "zh_HK") || g_str_has_prefix (locale, "zh_MO"))
    g_ptr_array_add (tags, (gpointer) g_intern_static_string ("zh-Hant"));
  if (!g_str_equal (language, "C") && !g_str_equal (language, "POSIX"))
    g_ptr_array_add (tags, (gpointer) g_intern_string (language));
}

/**
 * machi_locale_get_languages:
 *
 * Returns: (transfer none): the BCP 47 tags of the reader's languages, the best first, `en` always among them
 */
const char *const *
machi_locale_get_languages (void)
{
  static GPtrArray *tags = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (tags == NULL)
    {
      const char *const *locales = g_get_language_names ();

      tags = g_ptr_array_new ();
      for (guint i = 0; locales[i] != NULL; i++)
        add_tags_of_locale (tags, locales[i]);
      g_ptr_array_add (tags, (gpointer) g_intern_static_string ("en"));
      g_ptr_array_add (tags, NULL);
    }

  return (const char *const *) tags->pdata;
}

static const char *
get_icu_locale (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  return locale == NULL || g_str_equal (locale, "C") || g_str_has_prefix (locale, "C.") ? "en" : locale;
}

static char *
from_uchars (const UChar *text)
{
  return g_utf16_to_utf8 ((const gunichar2 *) text, -1, NULL, NULL, NULL);
}

/* Display names are asked for row by row: each is made once and kept. */
static const char *
get_display_name (const char *key, gboolean country)
{
  static GHashTable *names = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autofree char *cache_key = g_strconcat (country ? "-" : "", key, NULL);
  char *name;

  if (names == NULL)
    names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  name = g_hash_table_lookup (names, cache_key);
  if (name == NULL)
    {
      UChar buffer[128] = { 0 };
      UErrorCode status = U_ZERO_ERROR;

      if (country)
        {
          g_autofree char *locale = g_strconcat ("und_", key, NULL);
          uloc_getDisplayCountry (locale, get_icu_locale (), buffer, G_N_ELEMENTS (buffer) - 1, &status);
        }
      else
        uloc_getDisplayName (key, get_icu_locale (), buffer, G_N_ELEMENTS (buffer) - 1, &status);
      name = U_SUCCESS (status) && buffer[0] != 0 ? from_uchars (buffer) : g_strdup (key);
      g_hash_table_insert (names, g_steal_pointer (&cache_key), name);
    }

  return name;
}

/**
 * machi_locale_country_exists:
 * @code: a text
 *
 * Returns: whether @code is a code of a country or area in ISO 3166-1 alpha-2, as ICU knows them
 */
gboolean
machi_locale_country_exists (const char *code)
{
  const char *const *codes = uloc_getISOCountries ();

  g_return_val_if_fail (code != NULL, FALSE);

  return g_strv_contains (codes, code);
}

/**
 * machi_locale_get_country_name:
 * @code: an ISO 3166-1 alpha-2 code
 *
 * Returns: (transfer none): the name of that country or area in the reader's language, from Unicode's CLDR
 */
const char *
machi_locale_get_country_name (const char *code)
{
  g_return_val_if_fail (code != NULL, "");

  return get_display_name (code, TRUE);
}

/**
 * machi_locale_get_language_name:
 * @tag: a BCP 47 tag
 *
 * Returns: (transfer none): the name of that language in the reader's language, from Unicode's CLDR
 */
const char *
machi_locale_get_language_name (const char *tag)
{
  g_return_val_if_fail (tag != NULL, "");

  return get_display_name (tag, FALSE);
}

/* To be called with the lock held. */
static UCollator *
ensure_collator (void)
{
  static UCollator *collator = NULL;
  UErrorCode status = U_ZERO_ERROR;

  if (collator == NULL)
    collator = ucol_open (get_icu_locale (), &status);

  return U_SUCCESS (status) ? collator : NULL;
}

/**
 * machi_locale_collate:
 * @a: a text in UTF-8
 * @b: another
 *
 * Returns: less than, equal to or more than 0, as @a stands before, with or after @b in the reader's language
 */
int
machi_locale_collate (const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  UCollator *collator = ensure_collator ();

  if (collator == NULL)
    return g_utf8_collate (a, b);

  return ucol_strcollUTF8 (collator, a, -1, b, -1, &status);
}

/**
 * machi_locale_dup_collation_key:
 * @text: a text in UTF-8
 *
 * Returns: (transfer full): bytes that strcmp() puts into the order of machi_locale_collate(), for what is compared many times
 */
char *
machi_locale_dup_collation_key (const char *text)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  UCollator *collator = ensure_collator ();
  g_autofree gunichar2 *wide = collator != NULL ? g_utf8_to_utf16 (text, -1, NULL, NULL, NULL) : NULL;
  uint8_t buffer[256];
  char *key;
  int size;

  if (wide == NULL)
    return g_utf8_collate_key (text, -1);

  size = ucol_getSortKey (collator, (const UChar *) wide, -1, buffer, sizeof buffer);
  if (size <= (int) sizeof buffer)
    return g_memdup2 (buffer, size);

  key = g_malloc (size);
  ucol_getSortKey (collator, (const UChar *) wide, -1, (uint8_t *) key, size);

  return key;
}

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
    format = unum_open (UNUM_DECIMAL, NULL, 0, get_icu_locale (), NULL, &status);
  if (U_SUCCESS (status))
    unum_formatDouble (format, value, buffer, G_N_ELEMENTS (buffer) - 1, NULL, &status);

  return U_SUCCESS (status) ? from_uchars (buffer) : g_strdup_printf ("%g", value);
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
 * machi_locale_format_date:
 * @date: (nullable): a date as precise as it is known
 *
 * Returns: (transfer full): the date for a reader, no more precise than @date; an empty string where there is none
 */
char *
machi_locale_format_date (const char *date)
{
  int year, month, day;
  g_autoptr (GDateTime) time = NULL;

  if (!machi_date_parse (date, &year, &month, &day))
    return g_strdup (date != NULL ? date : "");

  time = g_date_time_new_utc (year, MAX (month, 1), MAX (day, 1), 0, 0, 0);
  if (day > 0)
    /* Translators: a date with a known day, see strftime(3); xgettext:no-c-format */
    return g_date_time_format (time, C_ ("date", "%-e %B %Y"));
  if (month > 0)
    /* Translators: a date of which only month and year are known, see strftime(3); xgettext:no-c-format */
    return g_date_time_format (time, C_ ("date", "%B %Y"));

  return g_strdup_printf ("%d", year);
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
    return g_strdup_printf ("%d", from);
  if (to == 0)
    /* Translators: something that began in that year and goes on */
    return g_strdup_printf (_ ("since %d"), from);
  if (from == 0)
    /* Translators: something that ended in that year, its beginning is unknown */
    return g_strdup_printf (_ ("until %d"), to);

  /* Translators: a range of years */
  return g_strdup_printf (C_ ("years", "%d–%d"), from, to);
}
