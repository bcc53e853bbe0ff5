/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-name.h"

#include "machi-locale.h"

/**
 * MachiName:
 *
 * What a thing is called, in as many languages as are known, each in its own script. Names are data of the catalogue,
 * not translations of the program. Complete when it leaves the reader, not changed after.
 */
struct _MachiName
{
  gatomicrefcount ref_count;
  GArray *items;
};

typedef struct
{
  const char *language;
  char *text;
} NameItem;

G_DEFINE_BOXED_TYPE (MachiName, machi_name, machi_name_ref, machi_name_unref)

static void
name_item_clear (NameItem *item)
{
  g_free (item->text);
}

/**
 * machi_name_new:
 *
 * Returns: (transfer full): a name in no language yet
 */
MachiName *
machi_name_new (void)
{
  MachiName *self = g_new0 (MachiName, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->items = g_array_new (FALSE, FALSE, sizeof (NameItem));
  g_array_set_clear_func (self->items, (GDestroyNotify) name_item_clear);

  return self;
}

/**
 * machi_name_ref:
 * @self: a name
 *
 * Returns: (transfer full): @self
 */
MachiName *
machi_name_ref (MachiName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * machi_name_unref:
 * @self: (transfer full): a name
 *
 * Gives up a reference.
 */
void
machi_name_unref (MachiName *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->items);
  g_free (self);
}

/**
 * machi_name_add:
 * @self: a name
 * @language: a BCP 47 tag
 * @text: the name in that language
 *
 * Adds the name in one more language; for those who read a pack.
 */
void
machi_name_add (MachiName *self, const char *language, const char *text)
{
  NameItem item;

  g_return_if_fail (self != NULL);

  item.language = g_intern_string (language);
  item.text = g_strdup (text);
  g_array_append_val (self->items, item);
}

/**
 * machi_name_get_size:
 * @self: a name
 *
 * Returns: in how many languages it is known
 */
guint
machi_name_get_size (const MachiName *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * machi_name_get_nth:
 * @self: a name
 * @index: less than its size
 * @language: (out) (optional): its BCP 47 tag
 *
 * Returns: the name in that language
 */
const char *
machi_name_get_nth (const MachiName *self, guint index, const char **language)
{
  const NameItem *item;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  item = &g_array_index (self->items, NameItem, index);
  if (language != NULL)
    *language = item->language;

  return item->text;
}

/**
 * machi_name_get:
 * @self: a name
 * @language: a BCP 47 tag
 *
 * Returns: (nullable): the name in just that language
 */
const char *
machi_name_get (const MachiName *self, const char *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const NameItem *item = &g_array_index (self->items, NameItem, i);

      if (g_strcmp0 (item->language, language) == 0)
        return item->text;
    }

  return NULL;
}

/**
 * machi_name_get_best:
 * @self: a name
 * @language: (out) (optional): the BCP 47 tag of the language it is in
 *
 * Returns: the name in the first language of the reader in which it is known, in English else, in any else
 */
const char *
machi_name_get_best (const MachiName *self, const char **language)
{
  const char *const *preferred = machi_locale_get_languages ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; preferred[i] != NULL; i++)
    {
      const char *text = machi_name_get (self, preferred[i]);

      if (text == NULL)
        continue;
      if (language != NULL)
        *language = preferred[i];
      return text;
    }

  return self->items->len > 0 ? machi_name_get_nth (self, 0, language) : "";
}
