/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-catalog.h"
#include "machi-problem.h"

static MachiCatalog *
load_built_in (void)
{
  g_autoptr (GFile) root = g_file_new_for_path (g_getenv ("MACHI_CATALOG_DIR"));
  g_autoptr (GError) error = NULL;
  MachiCatalog *catalog = machi_catalog_load (root, NULL, &error);

  g_assert_no_error (error);

  return catalog;
}

static void
test_sound (void)
{
  g_autoptr (MachiCatalog) catalog = load_built_in ();
  GListModel *problems = machi_catalog_get_problems (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (MachiProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *text = machi_problem_to_string (problem);

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/sound", test_sound);

  return g_test_run ();
}
