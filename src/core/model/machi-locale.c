/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-locale-private.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>

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

/* What gettext asks for first is what ICU is asked for too, so that one window speaks one language: LANGUAGE counts
 * more than LANG, and what ICU does not know, or is no language ("C"), does not count. */
static const char *
find_icu_name (void)
{
  const char *const *locales = g_get_language_names ();

  for (guint i = 0; locales[i] != NULL; i++)
    if (!g_str_has_prefix (locales[i], "C.") && *uloc_getISO3Language (locales[i]) != '\0')
      {
        g_autofree char *name = g_strndup (locales[i], strcspn (locales[i], ".@"));
        return g_intern_string (name);
      }

  return "en";
}

/**
 * machi_locale_get_icu_name:
 *
 * Returns: (transfer none): the reader's language, and region if known, as ICU names it, such as `ja` or `zh_TW`
 */
const char *
machi_locale_get_icu_name (void)
{
  static const char *name = NULL;

  if (g_once_init_enter_pointer (&name))
    g_once_init_leave_pointer (&name, find_icu_name ());

  return name;
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
          uloc_getDisplayCountry (locale, machi_locale_get_icu_name (), buffer, G_N_ELEMENTS (buffer) - 1, &status);
        }
      else
        uloc_getDisplayName (key, machi_locale_get_icu_name (), buffer, G_N_ELEMENTS (buffer) - 1, &status);
      name = U_SUCCESS (status) && buffer[0] != 0 ? machi_locale_from_uchars (buffer, -1) : g_strdup (key);
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

/**
 * machi_locale_get_interface_languages:
 *
 * Returns: (transfer none): the languages of the interface, as gettext names them, English among them
 */
const char *const *
machi_locale_get_interface_languages (void)
{
  static char **languages = NULL;

  if (g_once_init_enter_pointer (&languages))
    g_once_init_leave_pointer (&languages, g_strsplit ("en " LINGUAS, " ", -1));

  return (const char *const *) languages;
}

/* Many languages write their names small within a sentence; in a list they begin as all its rows do. */
static char *
begin_large (const UChar *text)
{
  g_autofree char *name = machi_locale_from_uchars (text, -1);
  char first[8] = { 0 };

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (name)), first);

  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

/**
 * machi_locale_dup_own_name:
 * @language: a language, such as `ja` or `zh_TW`
 *
 * Returns: (transfer full): its name in itself, in its own script, as it stands in a list
 */
char *
machi_locale_dup_own_name (const char *language)
{
  UDisplayContext context = UDISPCTX_DIALECT_NAMES;
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[128] = { 0 };
  char full[ULOC_FULLNAME_CAPACITY] = { 0 }, name[ULOC_FULLNAME_CAPACITY] = { 0 };
  ULocaleDisplayNames *names;

  g_return_val_if_fail (language != NULL, NULL);

  /* Chinese is named by its script, not by a country. */
  if (g_str_has_prefix (language, "zh_"))
    uloc_addLikelySubtags (language, full, sizeof full - 1, &status);
  g_strlcpy (name, *full != '\0' ? full : language, sizeof name);
  if (g_strrstr (name, "_") - name > 2)
    *g_strrstr (name, "_") = '\0';

  names = uldn_openForContext (language, &context, 1, &status);
  if (U_SUCCESS (status))
    uldn_localeDisplayName (names, name, buffer, G_N_ELEMENTS (buffer) - 1, &status);
  if (names != NULL)
    uldn_close (names);

  return U_SUCCESS (status) && buffer[0] != 0 ? begin_large (buffer) : g_strdup (language);
}

/**
 * machi_locale_dup_likely_locale:
 * @language: a language, such as `ja` or `zh_TW`
 *
 * Returns: (transfer full): the locale of the country where most speak it, such as `ja_JP.UTF-8`
 */
char *
machi_locale_dup_likely_locale (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  char full[ULOC_FULLNAME_CAPACITY] = { 0 }, country[ULOC_COUNTRY_CAPACITY] = { 0 };

  g_return_val_if_fail (language != NULL, NULL);

  uloc_addLikelySubtags (language, full, sizeof full - 1, &status);
  uloc_getCountry (full, country, sizeof country - 1, &status);

  return g_strdup_printf ("%.*s_%s.UTF-8", (int) strcspn (language, "_"), language, country);
}

/* To be called with the lock held. */
static UCollator *
ensure_collator (void)
{
  static UCollator *collator = NULL;
  UErrorCode status = U_ZERO_ERROR;

  if (collator == NULL)
    collator = ucol_open (machi_locale_get_icu_name (), &status);

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
 * Returns: (transfer full): bytes that strcmp() puts into the order of machi_locale_collate(), for what is compared
 * many times
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
