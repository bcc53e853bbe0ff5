/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-start.h"

#include "machi-locale.h"
#include "machi-translation.h"

#include <gio/gio.h>
#include <libintl.h>
#include <locale.h>

/*
 * The language of the interface is the one chosen in the preferences, else that of the system. A choice becomes
 * LANGUAGE, the variable that gettext, GLib, Pango and GTK all read, so that one setting reaches the interface, the
 * catalogue's texts and names, and what ICU says of countries and order. It takes the whole language: numbers, dates
 * and sorting are those of the chosen language too, for they stand within its sentences. Of the locale the rest stays
 * as it is: paper, measures, money.
 */

static gboolean
is_plain (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX")
         || g_str_has_prefix (locale, "C.");
}

/* gettext does not look at LANGUAGE where the locale is "C" or "C.UTF-8": any other that is installed will do. */
static void
leave_plain_locale (const char *language)
{
  g_autofree char *own = machi_locale_dup_likely_locale (language);
  const char *const candidates[] = { own, "en_US.UTF-8", "en_GB.UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (setlocale (LC_MESSAGES, candidates[i]) != NULL)
      {
        /* GTK sets the locale once more, from the environment. */
        if (g_getenv ("LC_ALL") != NULL)
          g_setenv ("LANG", g_getenv ("LC_ALL"), TRUE);
        g_unsetenv ("LC_ALL");
        g_setenv ("LC_MESSAGES", candidates[i], TRUE);
        return;
      }

  g_warning ("No locale but “C” is installed: the interface stays in English");
}

/* Where no schema is found, as in a prefix that the environment does not name, what needs none shall still run. */
static char *
dup_chosen_language (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, APP_ID, TRUE) : NULL;
  g_autoptr (GSettings) settings = schema != NULL ? g_settings_new (APP_ID) : NULL;

  return settings != NULL ? g_settings_get_string (settings, MACHI_KEY_LANGUAGE) : g_strdup ("");
}

static void
choose_language (void)
{
  g_autofree char *language = dup_chosen_language ();

  if (*language == '\0')
    return;
  if (!g_strv_contains (machi_locale_get_interface_languages (), language))
    {
      g_warning ("The setting “%s” names the language “%s”, which Machi does not speak: it is ignored",
                 MACHI_KEY_LANGUAGE, language);
      return;
    }

  g_setenv ("LANGUAGE", language, TRUE);
  if (!g_str_equal (language, "en") && is_plain (setlocale (LC_MESSAGES, "")))
    leave_plain_locale (language);
}

/**
 * machi_start:
 *
 * Sets the language of a program: first of all in main(), before anything is translated and before there are threads.
 */
void
machi_start (void)
{
  const char *build_dir = g_getenv ("MACHI_LOCALEDIR");

  choose_language ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, build_dir != NULL ? build_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  machi_translation_bind ();
}
