/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-entry-private.h"
#include "machi-translation.h"

/* The texts of an entry as a reader sees them: translated where they are. */

/**
 * machi_entry_get_display_name:
 * @self: an entry
 * @language: (out) (optional): the BCP 47 tag of the language it is in
 *
 * Returns: its name in the reader's language, or the nearest. A name that the pack has in English only may be
 * translated.
 */
const char *
machi_entry_get_display_name (MachiEntry *self, const char **language)
{
  const char *name;

  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  name = machi_name_get_best (self->name, language);

  return machi_name_get_size (self->name) == 1 ? machi_translation_get (self->context, name, language) : name;
}

/**
 * machi_entry_get_name:
 * @self: an entry
 *
 * Returns: its name in the reader's language, or the nearest
 */
const char *
machi_entry_get_name (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return machi_entry_get_display_name (self, NULL);
}

/**
 * machi_entry_get_display_summary:
 * @self: an entry
 * @language: (out) (optional): the BCP 47 tag of the language it is in
 *
 * Returns: (nullable): one sentence on it, in the reader's language where it is translated, else in English
 */
const char *
machi_entry_get_display_summary (MachiEntry *self, const char **language)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return machi_translation_get (self->context, self->texts[MACHI_TEXT_SUMMARY], language);
}

/*
 * _machi_entry_get_summary_language:
 * @self: an entry
 *
 * Returns: (nullable): the language of its display summary, %NULL where it has none
 */
const char *
_machi_entry_get_summary_language (MachiEntry *self)
{
  const char *language = NULL;

  return machi_entry_get_display_summary (self, &language) != NULL ? language : NULL;
}

/**
 * machi_entry_get_display_type:
 * @self: an entry
 * @language: (out) (optional): the BCP 47 tag of the language it is in
 *
 * Returns: (nullable): what it is within its kind, in the reader's language where that word is translated
 */
const char *
machi_entry_get_display_type (MachiEntry *self, const char **language)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return machi_translation_get (MACHI_CONTEXT_TYPE, self->texts[MACHI_TEXT_TYPE], language);
}

/**
 * machi_entry_get_display_region:
 * @self: an entry
 * @language: (out) (optional): the BCP 47 tag of the language it is in
 *
 * Returns: (nullable): the province or prefecture in which it is, in the reader's language where its name is translated
 */
const char *
machi_entry_get_display_region (MachiEntry *self, const char **language)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return machi_translation_get (MACHI_CONTEXT_REGION, self->texts[MACHI_TEXT_REGION], language);
}
