/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-provider.h"
#include "machi-translation.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  g_autoptr (MachiSearchProvider) provider = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MACHI_LOCALEDIR") != NULL ? g_getenv ("MACHI_LOCALEDIR") : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  machi_translation_bind ();

  provider = machi_search_provider_new ();

  return g_application_run (G_APPLICATION (provider), argc, argv);
}
