/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-checker.h"
#include "machi-problem.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

/* Checks packs: prints one line a fault, `file:line: what and how to mend it`. */

#define EXIT_USAGE 2

static char **paths;
static gboolean verbose;
static gboolean version;

static const GOptionEntry options[] = {
  { "verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, N_ ("Give hints too, such as sources that nothing cites"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, N_ ("PACK…") },
  { NULL },
};

static void
print_problem (const char *path, MachiProblem *problem, const char *label)
{
  g_autofree char *file = g_build_filename (path, machi_problem_get_file (problem), NULL);
  g_autofree char *name = g_filename_display_name (file);

  if (machi_problem_get_line (problem) > 0)
    g_print ("%s:%u: %s%s\n", name, machi_problem_get_line (problem), label, machi_problem_get_message (problem));
  else
    g_print ("%s: %s%s\n", name, label, machi_problem_get_message (problem));
}

static void
print_problems (const char *path, GListModel *problems, const char *label)
{
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (MachiProblem) problem = g_list_model_get_item (problems, i);
      print_problem (path, problem, label);
    }
}

static gboolean
check (const char *path)
{
  g_autoptr (GFile) root = g_file_new_for_commandline_arg (path);
  g_autoptr (GListStore) hints = verbose ? g_list_store_new (MACHI_TYPE_PROBLEM) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) faults = machi_check_pack (root, hints, &error);

  if (faults == NULL)
    {
      g_print ("%s: %s\n", path, error->message);
      return FALSE;
    }

  print_problems (path, faults, "");
  if (hints != NULL)
    print_problems (path, G_LIST_MODEL (hints), _ ("hint: "));

  return g_list_model_get_n_items (faults) == 0;
}

static int
check_all (void)
{
  gboolean sound = TRUE;

  for (guint i = 0; paths[i] != NULL; i++)
    sound &= check (paths[i]);

  return sound ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  int status = EXIT_USAGE;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  context = g_option_context_new (NULL);
  g_option_context_set_summary (context,
                                _ ("Checks packs of Machi’s catalogue: one line a fault, and nothing if all is well."));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_printerr ("%s\n", error->message);
  else if (version)
    {
      g_print ("machi-check %s\n", PACKAGE_VERSION);
      status = EXIT_SUCCESS;
    }
  else if (paths == NULL)
    g_printerr ("%s\n", _ ("Name the folder of a pack: machi-check data/catalog"));
  else
    status = check_all ();
  g_strfreev (paths);

  return status;
}
