/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-entry-private.h"

/* How an entry is filled while a pack is read. */

/**
 * machi_entry_set_context:
 * @self: an entry
 * @context: (nullable): the context of the translations of its texts: an interned string; %NULL where there are none
 *
 * Makes its texts translatable; for those who read a pack.
 */
void
machi_entry_set_context (MachiEntry *self, const char *context)
{
  g_return_if_fail (MACHI_IS_ENTRY (self));

  self->context = context;
}

/**
 * machi_entry_get_context:
 * @self: an entry
 *
 * Returns: (nullable): the context of the translations of its texts, %NULL where there are none
 */
const char *
machi_entry_get_context (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return self->context;
}

/**
 * machi_entry_set_text:
 * @self: an entry
 * @text: which of its plain texts
 * @value: (nullable): the text
 *
 * Sets a text; for those who read a pack.
 */
void
machi_entry_set_text (MachiEntry *self, MachiEntryText text, const char *value)
{
  g_return_if_fail (MACHI_IS_ENTRY (self));

  g_set_str (&self->texts[text], value);
}

/**
 * machi_entry_set_coordinates:
 * @self: an entry
 * @latitude: degrees north
 * @longitude: degrees east
 *
 * Sets its place; for those who read a pack.
 */
void
machi_entry_set_coordinates (MachiEntry *self, double latitude, double longitude)
{
  g_return_if_fail (MACHI_IS_ENTRY (self));

  self->latitude = latitude;
  self->longitude = longitude;
  self->has_coordinates = TRUE;
}

/**
 * machi_entry_set_period:
 * @self: an entry
 * @from: the first year, or 0
 * @to: the last year, or 0
 *
 * Sets its years; for those who read a pack.
 */
void
machi_entry_set_period (MachiEntry *self, int from, int to)
{
  g_return_if_fail (MACHI_IS_ENTRY (self));

  self->from = from;
  self->to = to;
}

/**
 * machi_entry_take_countries:
 * @self: an entry
 * @countries: (transfer full) (nullable): ISO 3166-1 codes
 *
 * Sets its countries; for those who read a pack.
 */
void
machi_entry_take_countries (MachiEntry *self, GStrv countries)
{
  g_return_if_fail (MACHI_IS_ENTRY (self));

  g_strfreev (self->countries);
  self->countries = countries;
}

/**
 * machi_entry_take_aliases:
 * @self: an entry
 * @aliases: (transfer full) (nullable): further names
 *
 * Sets further names; for those who read a pack.
 */
void
machi_entry_take_aliases (MachiEntry *self, GStrv aliases)
{
  g_return_if_fail (MACHI_IS_ENTRY (self));

  g_strfreev (self->aliases);
  self->aliases = aliases;
}

/**
 * machi_entry_set_sources:
 * @self: an entry
 * @sources: (nullable) (element-type MachiSource): the sources of its plain fields
 *
 * Sets the sources; for those who read a pack.
 */
void
machi_entry_set_sources (MachiEntry *self, GPtrArray *sources)
{
  g_return_if_fail (MACHI_IS_ENTRY (self));

  g_clear_pointer (&self->sources, g_ptr_array_unref);
  self->sources = sources != NULL ? g_ptr_array_ref (sources) : NULL;
}

/**
 * machi_entry_take_unverified:
 * @self: an entry
 * @fields: (transfer full) (nullable): names of plain fields, `*` for all
 *
 * Says for which fields no source was found; for those who read a pack.
 */
void
machi_entry_take_unverified (MachiEntry *self, GStrv fields)
{
  g_return_if_fail (MACHI_IS_ENTRY (self));

  g_strfreev (self->unverified);
  self->unverified = fields;
}

/**
 * machi_entry_append:
 * @self: an entry
 * @list: to which of its lists
 * @item: (transfer none): an object of that list's type
 *
 * Adds to a list; for those who read a pack.
 */
void
machi_entry_append (MachiEntry *self, MachiEntryList list, gpointer item)
{
  g_return_if_fail (MACHI_IS_ENTRY (self));

  machi_list_append (_machi_entry_ensure_list (self, list), item);
}
