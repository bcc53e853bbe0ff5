/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expected-lines.h"

#include "machi-problem.h"

#include <string.h>

/* Packs that are wrong each in one way, and the lines in which that must be told. A line may have “*” where a library
 * says it in words of its own. */

GStrv
read_lines (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_strchomp (text);

  return *text != '\0' ? g_strsplit (text, "\n", -1) : g_new0 (char *, 1);
}

void
assert_lines (GListModel *problems, const char *const *expected)
{
  guint n = g_list_model_get_n_items (problems);
  guint n_wrong = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MachiProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *line = machi_problem_to_string (problem);
      gboolean right = i < g_strv_length ((char **) expected) && g_pattern_match_simple (expected[i], line);

      g_test_message ("%s %s", right ? " " : "!", line);
      n_wrong += !right;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n, ==, g_strv_length ((char **) expected));
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* One test for each folder in tests/data/NAME. */
void
add_tests_of_folder (const char *name, void (*test) (gconstpointer folder))
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *child;

  g_assert_nonnull (dir);
  while ((child = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (child));
  g_ptr_array_sort (names, compare_strings);
  g_assert_cmpuint (names->len, >, 0);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test_path = g_strdup_printf ("/%s/%s", name, (char *) names->pdata[i]);

      g_test_add_data_func_full (test_path, g_build_filename (path, names->pdata[i], NULL), test, g_free);
    }
}
