/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-application.h"
#include "machi-start.h"

#include <errno.h>
#include <unistd.h>

/* In the same process, so that no second Machi finds the first one still there; in the environment as it was, without
 * what the old language left in it. */
static void
restart (MachiApplication *application, char *program, char **environment)
{
  g_autofree char *catalog = machi_application_dup_catalog_argument (application);
  char *arguments[] = { program, catalog, NULL };

  execve ("/proc/self/exe", arguments, environment);
  g_warning ("Machi cannot be started again: %s", g_strerror (errno));
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (MachiApplication) application = NULL;
  int status;

  machi_start ();

  application = machi_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  if (machi_application_get_restarts (application))
    restart (application, argv[0], environment);

  return status;
}
