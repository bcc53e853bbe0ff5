/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-table.h"

#include <math.h>
#include <string.h>

/**
 * MachiTable:
 *
 * The cells of a table: one row of headings and the rows below it, all of one width. It is complete when it leaves the
 * reader and not changed after.
 */
struct _MachiTable
{
  gatomicrefcount ref_count;
  guint n_columns;
  GPtrArray *cells;
};

G_DEFINE_BOXED_TYPE (MachiTable, machi_table, machi_table_ref, machi_table_unref)

/**
 * machi_table_new:
 * @n_columns: how many columns it has, at least 1
 *
 * Returns: (transfer full): a table without cells
 */
MachiTable *
machi_table_new (guint n_columns)
{
  MachiTable *self;

  g_return_val_if_fail (n_columns > 0, NULL);

  self = g_new0 (MachiTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) machi_text_unref);

  return self;
}

/**
 * machi_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self
 */
MachiTable *
machi_table_ref (MachiTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * machi_table_unref:
 * @self: (transfer full): a table
 *
 * Gives up a reference.
 */
void
machi_table_unref (MachiTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * machi_table_add_cell:
 * @self: a table
 * @text: the text of its next cell, in the order of reading, the headings first
 *
 * Adds a cell; for those who read a pack.
 */
void
machi_table_add_cell (MachiTable *self, MachiText *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  g_ptr_array_add (self->cells, machi_text_ref (text));
}

/**
 * machi_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns it has
 */
guint
machi_table_get_n_columns (const MachiTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

/**
 * machi_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has below the headings
 */
guint
machi_table_get_n_rows (const MachiTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cells->len < self->n_columns ? 0 : self->cells->len / self->n_columns - 1;
}

/**
 * machi_table_get_header:
 * @self: a table
 * @column: a column, from 0
 *
 * Returns: (transfer none): its heading
 */
MachiText *
machi_table_get_header (const MachiTable *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns && column < self->cells->len, NULL);

  return g_ptr_array_index (self->cells, column);
}

/**
 * machi_table_get_cell:
 * @self: a table
 * @row: a row below the headings, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): the text of that cell
 */
MachiText *
machi_table_get_cell (const MachiTable *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, NULL);
  g_return_val_if_fail (row < machi_table_get_n_rows (self), NULL);

  return g_ptr_array_index (self->cells, (row + 1) * self->n_columns + column);
}

/* A number as packs write it: no thousands separators, a hyphen or a minus sign before it. */
static gboolean
parse_number (const char *text, double *number)
{
  gboolean negative = FALSE;
  const char *p = text;

  if (g_str_has_prefix (p, "−"))
    {
      negative = TRUE;
      p += strlen ("−");
    }
  else if (*p == '-')
    {
      negative = TRUE;
      p++;
    }

  if (!g_ascii_isdigit (*p) || strspn (p, "0123456789.") != strlen (p) || strchr (p, '.') != strrchr (p, '.'))
    return FALSE;

  *number = g_ascii_strtod (p, NULL) * (negative ? -1 : 1);

  return isfinite (*number);
}

/* What stands where a value is not known. */
static gboolean
is_unknown (const char *text)
{
  return *text == '\0' || g_str_equal (text, "–") || g_str_equal (text, "-") || g_str_equal (text, "—");
}

/**
 * machi_table_cell_get_number:
 * @self: a table
 * @row: a row below the headings, from 0
 * @column: a column, from 0
 * @number: (out): its value, NAN where a dash says that it is not known or where it is none
 *
 * Returns: whether the cell holds a number or such a dash
 */
gboolean
machi_table_cell_get_number (const MachiTable *self, guint row, guint column, double *number)
{
  MachiText *cell = machi_table_get_cell (self, row, column);
  g_autofree char *words = NULL;

  *number = NAN;
  g_return_val_if_fail (cell != NULL, FALSE);

  words = machi_text_dup_words (cell);

  return is_unknown (words) || parse_number (words, number);
}

/* As above, but numbers for a reader: with separators and a sign of percent. */
static gboolean
looks_numeric (const MachiText *cell, gboolean *has_digit)
{
  g_autofree char *words = machi_text_dup_words (cell);

  if (is_unknown (words))
    return TRUE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      *has_digit |= g_unichar_isdigit (c);
      if (!g_unichar_isdigit (c) && !g_unichar_isspace (c) && strchr (".,+-%", (int) c) == NULL && c != 0x2212)
        return FALSE;
    }

  return TRUE;
}

/**
 * machi_table_column_is_numeric:
 * @self: a table
 * @column: a column, from 0
 *
 * Returns: whether every cell below the heading is a number or a dash, so that they are set flush with their ends
 */
gboolean
machi_table_column_is_numeric (const MachiTable *self, guint column)
{
  gboolean has_digit = FALSE;

  for (guint row = 0; row < machi_table_get_n_rows (self); row++)
    if (!looks_numeric (machi_table_get_cell (self, row, column), &has_digit))
      return FALSE;

  return has_digit;
}
