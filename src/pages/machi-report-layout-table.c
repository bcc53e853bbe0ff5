/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-layout-private.h"

#include "machi-table-widths.h"

#define CELL_SCALE 0.9
#define HEADER_ROW (-1)

/* A table that is being set: its columns, in Pango units. */
typedef struct
{
  MachiReportLayout *layout;
  MachiTable *table;
  MachiCitations *citations;
  const char *language;
  guint n_columns;
  GtkRequestedSize *sizes;
} Table;

static PangoLayout *
new_cell (Table *self, int row, guint column, int width)
{
  MachiText *text = row == HEADER_ROW ? machi_table_get_header (self->table, column)
                                      : machi_table_get_cell (self->table, (guint) row, column);
  PangoLayout *cell
      = machi_report_layout_new_block_text (self->layout, text, self->language, self->citations, NULL, -1, CELL_SCALE);

  if (row == HEADER_ROW)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_splice (attributes, pango_layout_get_attributes (cell), 0, 0);
      pango_layout_set_attributes (cell, attributes);
    }
  pango_layout_set_width (cell, width);
  if (machi_table_column_is_numeric (self->table, column))
    pango_layout_set_alignment (cell, PANGO_ALIGN_RIGHT);

  return cell;
}

/* As wide as the longest word at least, and as all on one line at best. */
static void
measure_cell (Table *self, int row, guint column)
{
  g_autoptr (PangoLayout) cell = new_cell (self, row, column, -1);
  int minimum, natural;

  pango_layout_get_size (cell, &natural, NULL);
  pango_layout_set_wrap (cell, PANGO_WRAP_WORD);
  pango_layout_set_width (cell, 0);
  pango_layout_get_size (cell, &minimum, NULL);
  self->sizes[column].minimum_size = MAX (self->sizes[column].minimum_size, minimum);
  self->sizes[column].natural_size = MAX (self->sizes[column].natural_size, natural);
}

/* Where the words are too long for the paper, they are broken. */
static void
fit_columns (Table *self, int available)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      for (int row = HEADER_ROW; row < (int) machi_table_get_n_rows (self->table); row++)
        measure_cell (self, row, column);
      /* Measures are rounded up, so that no line is broken for want of a fraction. */
      self->sizes[column].minimum_size += PANGO_SCALE;
      self->sizes[column].natural_size += PANGO_SCALE;
    }
  machi_table_fit_widths (self->sizes, self->n_columns, available);
}

static void
add_row (Table *self, int row, int header)
{
  MachiItem item = { .kind = MACHI_ITEM_ROW, .header = header, .keep = row == HEADER_ROW };
  double x = MACHI_PRINT_PADDING, height = 0;

  item.before = row == HEADER_ROW ? 4 : 0;
  item.cells = g_ptr_array_new_with_free_func (g_object_unref);
  item.columns = g_new0 (double, self->n_columns);
  for (guint column = 0; column < self->n_columns; column++)
    {
      PangoLayout *cell = new_cell (self, row, column, self->sizes[column].minimum_size);

      g_ptr_array_add (item.cells, cell);
      item.columns[column] = x;
      x += (double) self->sizes[column].minimum_size / PANGO_SCALE + 2 * MACHI_PRINT_PADDING;
      height = MAX (height, machi_layout_get_height (cell));
    }
  item.height = height + 2 * MACHI_PRINT_PADDING;
  g_array_append_val (self->layout->items, item);
}

/*
 * machi_report_layout_add_table:
 * @self: a layout
 * @block: a table
 * @citations: the numbered sources that its marks name
 *
 * Adds the rows of a table, the headings first.
 */
void
machi_report_layout_add_table (MachiReportLayout *self, MachiBlock *block, MachiCitations *citations)
{
  MachiTable *cells = machi_block_get_table (block);
  guint n_columns = machi_table_get_n_columns (cells);
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, n_columns);
  Table table = { self, cells, citations, machi_block_get_language (block), n_columns, sizes };
  int header;

  fit_columns (&table, (int) ((self->width - n_columns * 2 * MACHI_PRINT_PADDING) * PANGO_SCALE));
  add_row (&table, HEADER_ROW, -1);
  header = (int) self->items->len - 1;
  for (int row = 0; row < (int) machi_table_get_n_rows (cells); row++)
    add_row (&table, row, header);
}
