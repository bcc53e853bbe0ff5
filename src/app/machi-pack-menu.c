/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-pack-menu.h"

#include "machi-catalog.h"
#include "machi-pack-finder.h"

#include <glib/gi18n.h>

static void
append_pack (GMenu *menu, MachiPack *pack)
{
  g_autofree char *title = machi_pack_dup_title (pack);
  g_autofree char *uri = g_file_get_uri (machi_pack_get_root (pack));
  g_autoptr (GMenuItem) item = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *label = NULL;

  if (title == NULL)
    return;

  /* An underscore would be taken for a mnemonic. */
  parts = g_strsplit (title, "_", -1);
  label = g_strjoinv ("__", parts);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "app.open-pack", "s", uri);
  g_menu_append_item (menu, item);
}

/**
 * machi_pack_menu_add_to:
 * @menu: a menu
 *
 * Puts a submenu of the catalogues that can be opened at its top; nothing where there is only the built-in one.
 */
void
machi_pack_menu_add_to (GMenu *menu)
{
  g_autoptr (GPtrArray) packs = machi_packs_find_installed ();
  g_autoptr (GFile) root = g_file_new_for_uri (MACHI_CATALOG_BUILT_IN);
  g_autoptr (MachiPack) built_in = machi_pack_new (root);
  g_autoptr (GMenu) submenu = NULL;
  g_autoptr (GMenu) section = NULL;

  g_return_if_fail (G_IS_MENU (menu));

  if (packs->len == 0)
    return;

  submenu = g_menu_new ();
  append_pack (submenu, built_in);
  for (guint i = 0; i < packs->len; i++)
    append_pack (submenu, packs->pdata[i]);
  section = g_menu_new ();
  g_menu_append_submenu (section, _ ("_Open Catalogue"), G_MENU_MODEL (submenu));
  g_menu_prepend_section (menu, NULL, G_MENU_MODEL (section));
}
