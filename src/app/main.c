/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-application.h"
#include "machi-translation.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  g_autoptr (MachiApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MACHI_LOCALEDIR") != NULL ? g_getenv ("MACHI_LOCALEDIR") : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  machi_translation_bind ();

  application = machi_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
