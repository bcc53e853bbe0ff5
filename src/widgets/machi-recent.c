/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-recent.h"

/* As many are offered as are seen at a glance; some more are kept, for those of another pack are not offered. */
#define N_OFFERED 5
#define N_KEPT 20

/* What was read last: the addresses of entries and reports, the newest first, kept in the settings. */

/**
 * machi_recent_add:
 * @settings: the settings of the program
 * @address: (transfer none): what is read now
 *
 * Puts an entry or report first among what was read last. Views, such as the map, are not read.
 */
void
machi_recent_add (GSettings *settings, MachiAddress *address)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) old = g_settings_get_strv (settings, MACHI_RECENT_KEY);
  g_auto (GStrv) addresses = NULL;
  g_autoptr (MachiAddress) entry = NULL;
  g_autofree char *newest = NULL;

  if (machi_address_get_kind (address) == MACHI_KIND_NONE)
    return;

  entry = machi_address_new_entry (machi_address_get_kind (address), machi_address_get_id (address), NULL);
  newest = machi_address_to_string (entry);
  if (g_strcmp0 (old[0], newest) == 0)
    return;

  g_strv_builder_add (builder, newest);
  for (guint i = 0, n_kept = 1; old[i] != NULL && n_kept < N_KEPT; i++)
    if (!g_str_equal (old[i], newest))
      {
        g_strv_builder_add (builder, old[i]);
        n_kept++;
      }
  addresses = g_strv_builder_end (builder);
  g_settings_set_strv (settings, MACHI_RECENT_KEY, (const char *const *) addresses);
}

/**
 * machi_recent_clear:
 * @settings: the settings of the program
 *
 * Forgets what was read.
 */
void
machi_recent_clear (GSettings *settings)
{
  g_settings_reset (settings, MACHI_RECENT_KEY);
}

/**
 * machi_recent_collect:
 * @settings: the settings of the program
 * @catalog: (transfer none): a catalogue
 *
 * Returns: (transfer full) (element-type MachiEntry): what was read last, the newest first: a few, of those that
 *   @catalog has
 */
GPtrArray *
machi_recent_collect (GSettings *settings, MachiCatalog *catalog)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) addresses = g_settings_get_strv (settings, MACHI_RECENT_KEY);

  for (guint i = 0; addresses[i] != NULL && entries->len < N_OFFERED; i++)
    {
      g_autoptr (MachiAddress) address = machi_address_parse (addresses[i], NULL);
      MachiEntry *entry = NULL;

      if (address != NULL && machi_address_get_kind (address) != MACHI_KIND_NONE)
        entry = machi_catalog_lookup (catalog, machi_address_get_kind (address), machi_address_get_id (address));
      if (entry != NULL)
        g_ptr_array_add (entries, g_object_ref (entry));
    }

  return entries;
}
