/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-provider.h"
#include "machi-start.h"

int
main (int argc, char *argv[])
{
  g_autoptr (MachiSearchProvider) provider = NULL;

  machi_start ();

  provider = machi_search_provider_new ();

  return g_application_run (G_APPLICATION (provider), argc, argv);
}
