/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-pack-finder.h"

#include <glib/gstdio.h>

static void
add_pack (const char *name, const char *manifest)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "machi", "packs", name, NULL);
  g_autofree char *file = g_build_filename (folder, "manifest.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  if (manifest != NULL)
    g_file_set_contents (file, manifest, -1, &error);
  g_assert_no_error (error);
}

static char *
dup_title (GPtrArray *packs, guint index)
{
  g_assert_cmpuint (index, <, packs->len);

  return machi_pack_dup_title (packs->pdata[index]);
}

static void
test_installed (void)
{
  g_autoptr (GPtrArray) packs = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  add_pack ("a", "{\"format\": 1, \"id\": \"a\", \"name\": {\"en\": \"First\"}}");
  add_pack ("b", "{\"format\": 1, \"id\": \"b\", \"name\": {\"en\": \"Second\"}}");
  add_pack ("broken", "{\"format\": 1, ");
  add_pack ("no-pack", NULL);

  packs = machi_packs_find_installed ();
  first = dup_title (packs, 0);
  second = dup_title (packs, 1);
  third = dup_title (packs, 2);
  g_assert_cmpuint (packs->len, ==, 3);
  g_assert_cmpstr (first, ==, "First");
  g_assert_cmpstr (second, ==, "Second");
  g_assert_null (third);
}

static void
test_none (void)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at/all");
  g_autoptr (GPtrArray) packs = machi_packs_find_in (nowhere);

  g_assert_cmpuint (packs->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/pack-finder/installed", test_installed);
  g_test_add_func ("/pack-finder/none", test_none);

  return g_test_run ();
}
