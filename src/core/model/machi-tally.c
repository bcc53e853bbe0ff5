/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-tally.h"

typedef struct
{
  const char *value;
  guint count;
} Line;

/**
 * MachiTally:
 *
 * How often each of some values was counted.
 */
struct _MachiTally
{
  GArray *lines;
  GHashTable *places;
};

/**
 * machi_tally_new:
 *
 * Returns: (transfer full): a tally that has counted nothing yet
 */
MachiTally *
machi_tally_new (void)
{
  MachiTally *self = g_new0 (MachiTally, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->places = g_hash_table_new (NULL, NULL);

  return self;
}

static void
set_place (MachiTally *self, const char *value, guint index)
{
  g_hash_table_insert (self->places, (gpointer) value, GUINT_TO_POINTER (index + 1));
}

/**
 * machi_tally_copy:
 * @self: a tally
 *
 * Returns: (transfer full): another that counts on from where @self is
 */
MachiTally *
machi_tally_copy (const MachiTally *self)
{
  MachiTally *copy = machi_tally_new ();

  g_return_val_if_fail (self != NULL, copy);

  g_array_append_vals (copy->lines, self->lines->data, self->lines->len);
  for (guint i = 0; i < copy->lines->len; i++)
    set_place (copy, g_array_index (copy->lines, Line, i).value, i);

  return copy;
}

/**
 * machi_tally_free:
 * @self: (transfer full): a tally
 *
 * Frees it.
 */
void
machi_tally_free (MachiTally *self)
{
  g_array_unref (self->lines);
  g_hash_table_unref (self->places);
  g_free (self);
}

/**
 * machi_tally_add:
 * @self: a tally
 * @value: an interned string
 *
 * Counts @value once more.
 */
void
machi_tally_add (MachiTally *self, const char *value)
{
  guint place;

  g_return_if_fail (self != NULL);

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, value));
  if (place > 0)
    {
      g_array_index (self->lines, Line, place - 1).count++;
      return;
    }

  g_array_append_vals (self->lines, &(Line) { value, 1 }, 1);
  set_place (self, value, self->lines->len - 1);
}

/**
 * machi_tally_clear:
 * @self: a tally
 *
 * Forgets what was counted.
 */
void
machi_tally_clear (MachiTally *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->lines, 0);
  g_hash_table_remove_all (self->places);
}

/**
 * machi_tally_get:
 * @self: a tally
 * @value: a text
 *
 * Returns: how often @value was counted
 */
guint
machi_tally_get (const MachiTally *self, const char *value)
{
  guint place;

  g_return_val_if_fail (self != NULL, 0);

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, g_intern_string (value)));

  return place > 0 ? g_array_index (self->lines, Line, place - 1).count : 0;
}

/**
 * machi_tally_get_size:
 * @self: a tally
 *
 * Returns: how many different values were counted
 */
guint
machi_tally_get_size (const MachiTally *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

/**
 * machi_tally_get_nth:
 * @self: a tally
 * @index: less than its size
 * @count: (out) (optional): how often it was counted
 *
 * Returns: (transfer none): the value there, an interned string
 */
const char *
machi_tally_get_nth (const MachiTally *self, guint index, guint *count)
{
  const Line *line;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->lines->len, NULL);

  line = &g_array_index (self->lines, Line, index);
  if (count != NULL)
    *count = line->count;

  return line->value;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Line *) a)->value, ((const Line *) b)->value);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;

  return first->count != second->count ? (first->count > second->count ? -1 : 1) : compare_values (a, b);
}

/**
 * machi_tally_sort:
 * @self: a tally
 * @order: by what
 *
 * Puts its lines in order.
 */
void
machi_tally_sort (MachiTally *self, MachiTallyOrder order)
{
  g_return_if_fail (self != NULL);

  g_array_sort (self->lines, order == MACHI_TALLY_BY_COUNT ? compare_counts : compare_values);
  for (guint i = 0; i < self->lines->len; i++)
    set_place (self, g_array_index (self->lines, Line, i).value, i);
}
