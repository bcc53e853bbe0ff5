/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-merge-sort.h"

/**
 * MachiMergeSort:
 *
 * A stable sort of numbers that can be done a little at a time: runs of 1, 2, 4, … numbers are merged from one array
 * into another and back.
 */
struct _MachiMergeSort
{
  GArray *from;
  GArray *to;
  GCompareDataFunc compare;
  gpointer data;

  guint width;
  guint left;
  guint right;
  guint left_end;
  guint right_end;
  guint out;
};

/* Begins with the two runs that follow the last ones. */
static void
begin_runs (MachiMergeSort *self)
{
  guint length = self->from->len;

  self->left = self->out;
  self->left_end = self->right = MIN (self->left + self->width, length);
  self->right_end = MIN (self->right + self->width, length);
}

/**
 * machi_merge_sort_new:
 * @numbers: (transfer none) (element-type guint32): what to sort; it is not changed
 * @compare: compares two pointers to numbers
 * @data: for @compare
 *
 * Returns: (transfer full): a sort that has not begun
 */
MachiMergeSort *
machi_merge_sort_new (GArray *numbers, GCompareDataFunc compare, gpointer data)
{
  MachiMergeSort *self = g_new0 (MachiMergeSort, 1);

  self->from = g_array_copy (numbers);
  self->to = g_array_copy (numbers);
  self->compare = compare;
  self->data = data;
  self->width = 1;
  begin_runs (self);

  return self;
}

/**
 * machi_merge_sort_free:
 * @self: (transfer full): a sort
 *
 * Frees it.
 */
void
machi_merge_sort_free (MachiMergeSort *self)
{
  g_array_unref (self->from);
  g_array_unref (self->to);
  g_free (self);
}

static gboolean
take_left (MachiMergeSort *self, const guint32 *from)
{
  if (self->left == self->left_end)
    return FALSE;

  return self->right == self->right_end || self->compare (&from[self->left], &from[self->right], self->data) <= 0;
}

static void
end_pass (MachiMergeSort *self)
{
  GArray *merged = self->to;

  self->to = self->from;
  self->from = merged;
  self->width *= 2;
  self->out = 0;
  begin_runs (self);
}

/**
 * machi_merge_sort_step:
 * @self: a sort
 * @n_moves: how many numbers to move at most, each for about one comparison
 *
 * Goes on sorting.
 *
 * Returns: whether it is done
 */
gboolean
machi_merge_sort_step (MachiMergeSort *self, guint n_moves)
{
  g_return_val_if_fail (self != NULL, TRUE);

  while (self->width < self->from->len)
    {
      const guint32 *from = (const guint32 *) self->from->data;
      guint32 *to = (guint32 *) self->to->data;

      while (self->out < self->right_end)
        {
          if (n_moves-- == 0)
            return FALSE;
          to[self->out++] = take_left (self, from) ? from[self->left++] : from[self->right++];
        }
      if (self->out < self->from->len)
        begin_runs (self);
      else
        end_pass (self);
    }

  return TRUE;
}

/**
 * machi_merge_sort_get:
 * @self: a sort that is done
 *
 * Returns: (transfer full) (element-type guint32): the numbers in order
 */
GArray *
machi_merge_sort_get (MachiMergeSort *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_array_ref (self->from);
}
