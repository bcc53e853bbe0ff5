/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog-fixture.h"

/* Returns: (transfer full): the built-in pack, read from its folder */
MachiCatalog *
catalog_fixture_load (void)
{
  g_autoptr (GFile) root = g_file_new_for_path (g_getenv ("MACHI_CATALOG_DIR"));
  g_autoptr (GError) error = NULL;
  MachiCatalog *catalog = machi_catalog_load (root, NULL, &error);

  g_assert_no_error (error);

  return catalog;
}

/* Returns: (transfer full): an entry that has its ID for a name */
MachiEntry *
catalog_fixture_new (MachiKind kind, const char *id)
{
  g_autoptr (MachiName) name = machi_name_new ();

  machi_name_add (name, "en", id);

  return machi_entry_new (kind, id, name);
}
