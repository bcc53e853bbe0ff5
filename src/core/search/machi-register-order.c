/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-register-order.h"

#include "machi-locale.h"
#include "machi-merge-sort.h"

#include <string.h>

/* How much one step does: well under a millisecond. */
#define KEYS_A_STEP 32
#define MOVES_A_STEP 4000

/* A project without a value stands last in either direction. */
typedef struct
{
  gboolean known;
  double number;
  char *text;
} Key;

/**
 * MachiRegisterOrder:
 *
 * The orders of the register's projects by each column, found a little at a time and kept. Where two projects are equal
 * their titles decide.
 */
struct _MachiRegisterOrder
{
  GPtrArray *projects;
  Key *keys[MACHI_N_REGISTER_COLUMNS];
  guint n_keys[MACHI_N_REGISTER_COLUMNS];
  GArray *orders[MACHI_N_REGISTER_COLUMNS][2];

  MachiMergeSort *sort;
  MachiRegisterColumn column;
  gboolean descending;
};

/**
 * machi_register_order_new:
 * @projects: (transfer none) (element-type MachiEntry): projects; not to be changed any more
 *
 * Returns: (transfer full): their orders, none found yet
 */
MachiRegisterOrder *
machi_register_order_new (GPtrArray *projects)
{
  MachiRegisterOrder *self = g_new0 (MachiRegisterOrder, 1);

  self->projects = g_ptr_array_ref (projects);

  return self;
}

/**
 * machi_register_order_free:
 * @self: (transfer full): orders
 *
 * Frees them.
 */
void
machi_register_order_free (MachiRegisterOrder *self)
{
  for (guint column = 0; column < MACHI_N_REGISTER_COLUMNS; column++)
    {
      for (guint i = 0; i < self->n_keys[column]; i++)
        g_free (self->keys[column][i].text);
      g_free (self->keys[column]);
      g_clear_pointer (&self->orders[column][FALSE], g_array_unref);
      g_clear_pointer (&self->orders[column][TRUE], g_array_unref);
    }
  g_clear_pointer (&self->sort, machi_merge_sort_free);
  g_ptr_array_unref (self->projects);
  g_free (self);
}

static void
init_key (Key *key, MachiRegisterColumn column, MachiEntry *project)
{
  g_autofree char *text = NULL;

  if (machi_register_column_is_number (column))
    {
      key->known = machi_register_column_get_number (column, project, &key->number);
      return;
    }

  text = machi_register_column_dup_text (column, project);
  key->known = *text != '\0';
  key->text = machi_locale_dup_collation_key (text);
}

static gboolean
make_keys (MachiRegisterOrder *self, MachiRegisterColumn column)
{
  guint end = MIN (self->n_keys[column] + KEYS_A_STEP, self->projects->len);

  if (self->keys[column] == NULL)
    self->keys[column] = g_new0 (Key, self->projects->len + 1);
  for (guint i = self->n_keys[column]; i < end; i++)
    init_key (&self->keys[column][i], column, g_ptr_array_index (self->projects, i));
  self->n_keys[column] = end;

  return end == self->projects->len;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  MachiRegisterOrder *self = data;
  const Key *first = &self->keys[self->column][*(const guint32 *) a];
  const Key *second = &self->keys[self->column][*(const guint32 *) b];
  int order;

  if (first->known != second->known)
    return first->known ? -1 : 1;

  order = first->text != NULL ? strcmp (first->text, second->text)
                              : (first->number > second->number) - (first->number < second->number);

  return self->descending ? -order : order;
}

static GArray *
count_up (guint n)
{
  GArray *numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  for (guint32 i = 0; i < n; i++)
    g_array_append_val (numbers, i);

  return numbers;
}

/* All orders begin with that of titles, which a stable sort keeps among equals. */
static void
begin_sort (MachiRegisterOrder *self, MachiRegisterColumn column, gboolean descending)
{
  GArray *titles = self->orders[MACHI_REGISTER_TITLE][FALSE];
  g_autoptr (GArray) numbers = titles != NULL ? g_array_ref (titles) : count_up (self->projects->len);

  g_clear_pointer (&self->sort, machi_merge_sort_free);
  self->sort = machi_merge_sort_new (numbers, compare_keys, self);
  self->column = column;
  self->descending = descending;
}

/**
 * machi_register_order_step:
 * @self: orders
 * @column: by what
 * @descending: whether the last or largest stands first
 *
 * Does a little of what is needed for an order.
 *
 * Returns: whether that order is found
 */
gboolean
machi_register_order_step (MachiRegisterOrder *self, MachiRegisterColumn column, gboolean descending)
{
  g_return_val_if_fail (self != NULL, TRUE);

  descending = descending != FALSE;
  if (self->orders[column][descending] != NULL)
    return TRUE;
  if (self->orders[MACHI_REGISTER_TITLE][FALSE] == NULL)
    {
      column = MACHI_REGISTER_TITLE;
      descending = FALSE;
    }
  if (!make_keys (self, column))
    return FALSE;

  if (self->sort == NULL || self->column != column || self->descending != descending)
    begin_sort (self, column, descending);
  if (machi_merge_sort_step (self->sort, MOVES_A_STEP))
    {
      self->orders[column][descending] = machi_merge_sort_get (self->sort);
      g_clear_pointer (&self->sort, machi_merge_sort_free);
    }

  return FALSE;
}

/**
 * machi_register_order_get:
 * @self: orders
 * @column: by what
 * @descending: whether the last or largest stands first
 *
 * Returns: (transfer none) (nullable) (element-type guint32): the places of the projects in that order; %NULL if it is
 * not found yet
 */
GArray *
machi_register_order_get (MachiRegisterOrder *self, MachiRegisterColumn column, gboolean descending)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->orders[column][descending != FALSE];
}
