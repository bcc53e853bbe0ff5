/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-translation.h"

#include <libintl.h>
#include <string.h>

/*
 * The prose of the built-in pack in the reader's language, from the domain machi-catalog: messages have as context the
 * address of their entry, so that the same English words may be translated in different ways, and reordering a pack
 * changes nothing.
 *
 * g_dpgettext2() is not used: it translates nothing as long as the interface itself is not translated, which would hide
 * the texts of a language that has texts only.
 */

#define SOURCE_LANGUAGE "en"
#define FIELD "\nLanguage: "

/**
 * machi_translation_bind:
 *
 * Tells gettext where the translations of the built-in pack are: once, at the start of a program.
 */
void
machi_translation_bind (void)
{
  const char *build_dir = g_getenv ("MACHI_LOCALEDIR");
  g_autofree char *dir
      = build_dir != NULL ? g_build_filename (build_dir, "catalog", "records", NULL) : g_strdup (LOCALEDIR);

  bindtextdomain (MACHI_CATALOG_DOMAIN, dir);
  bind_textdomain_codeset (MACHI_CATALOG_DOMAIN, "UTF-8");
}

/* The names of languages as gettext has them are POSIX locales ("zh_TW"); elsewhere Machi writes BCP 47 tags. */
static const char *
intern_tag (const char *locale)
{
  g_autofree char *tag = g_strndup (locale, strcspn (locale, ".@\n"));

  if (g_str_has_prefix (tag, "zh_TW") || g_str_has_prefix (tag, "zh_HK") || g_str_has_prefix (tag, "zh_MO"))
    return "zh-Hant";
  if (g_str_has_prefix (tag, "zh"))
    return "zh";

  return g_intern_string (g_strdelimit (tag, "_", '-'));
}

/**
 * machi_translation_get_language:
 *
 * Returns: the BCP 47 tag of the language into which the built-in pack is translated for this reader; `en` where it is
 * not. Where the reader names several languages it is the first of those that there are.
 */
const char *
machi_translation_get_language (void)
{
  static const char *language = NULL;

  if (g_once_init_enter_pointer (&language))
    {
      const char *header = dgettext (MACHI_CATALOG_DOMAIN, "");
      const char *field = strstr (header, FIELD);

      g_once_init_leave_pointer (&language, field != NULL ? intern_tag (field + strlen (FIELD)) : SOURCE_LANGUAGE);
    }

  return language;
}

/**
 * machi_translation_get:
 * @context: (nullable): the context of the message; %NULL where it is not of the built-in pack
 * @text: (nullable): a text in English
 * @language: (out) (optional): the BCP 47 tag of the language of what is returned
 *
 * Returns: (nullable): @text in the reader's language where it is translated, else @text itself. What is returned lives
 * as long as @text.
 */
const char *
machi_translation_get (const char *context, const char *text, const char **language)
{
  g_autofree char *key = NULL;
  const char *translation;
  gboolean found;

  if (language != NULL)
    *language = SOURCE_LANGUAGE;
  if (context == NULL || text == NULL || *text == '\0')
    return text;

  key = g_strconcat (context, "\004", text, NULL);
  translation = dgettext (MACHI_CATALOG_DOMAIN, key);
  found = translation != key;
  if (found && language != NULL)
    *language = machi_translation_get_language ();

  return found ? translation : text;
}
