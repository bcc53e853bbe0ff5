/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-table-row.h"

/**
 * MachiTableRow:
 *
 * A row of a table, whose cells are as wide as the table says.
 */
struct _MachiTableRow
{
  GtkWidget parent_instance;

  GPtrArray *cells;
  int *widths;
};

G_DEFINE_FINAL_TYPE (MachiTableRow, machi_table_row, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
machi_table_row_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
machi_table_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size G_GNUC_UNUSED,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  MachiTableRow *self = MACHI_TABLE_ROW (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      int height;

      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *minimum += self->widths[i];
      else
        {
          gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, self->widths[i], &height, NULL, NULL, NULL);
          *minimum = MAX (*minimum, height);
        }
    }
  *natural = *minimum;
}

static void
machi_table_row_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  MachiTableRow *self = MACHI_TABLE_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkAllocation allocation = { rtl ? width - x - self->widths[i] : x, 0, self->widths[i], height };

      gtk_widget_size_allocate (g_ptr_array_index (self->cells, i), &allocation, -1);
      x += self->widths[i];
    }
}

static void
machi_table_row_dispose (GObject *object)
{
  MachiTableRow *self = MACHI_TABLE_ROW (object);

  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->cells, i));
  g_ptr_array_set_size (self->cells, 0);

  G_OBJECT_CLASS (machi_table_row_parent_class)->dispose (object);
}

static void
machi_table_row_finalize (GObject *object)
{
  MachiTableRow *self = MACHI_TABLE_ROW (object);

  g_ptr_array_unref (self->cells);
  g_free (self->widths);

  G_OBJECT_CLASS (machi_table_row_parent_class)->finalize (object);
}

static void
machi_table_row_class_init (MachiTableRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_table_row_dispose;
  object_class->finalize = machi_table_row_finalize;
  widget_class->get_request_mode = machi_table_row_get_request_mode;
  widget_class->measure = machi_table_row_measure;
  widget_class->size_allocate = machi_table_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "tablerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
machi_table_row_init (MachiTableRow *self)
{
  self->cells = g_ptr_array_new ();
}

static GtkWidget *
new_cell (MachiTable *table, int row, guint column, const char *language, MachiCitations *citations)
{
  gboolean is_header = row == MACHI_TABLE_HEADER;
  MachiText *text
      = is_header ? machi_table_get_header (table, column) : machi_table_get_cell (table, (guint) row, column);
  GtkWidget *cell = g_object_new (MACHI_TYPE_CITATION_LABEL, "accessible-role",
                                  is_header ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL, NULL);
  GtkLabel *label = machi_citation_label_get_label (MACHI_CITATION_LABEL (cell));

  machi_citation_label_set_text (MACHI_CITATION_LABEL (cell), text, language, citations, FALSE, FALSE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD);
  gtk_label_set_yalign (label, 0);
  if (machi_table_column_is_numeric (table, column))
    {
      gtk_label_set_xalign (label, 1);
      gtk_label_set_justify (label, GTK_JUSTIFY_RIGHT);
      gtk_widget_add_css_class (cell, "numeric");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, machi_text_get_plain (text),
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) column + 1,
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, row + 2, -1);

  return cell;
}

/**
 * machi_table_row_new:
 * @table: a table
 * @row: a row of it from 0, or %MACHI_TABLE_HEADER
 * @language: (nullable): the BCP 47 tag of its language
 * @citations: the numbered sources that its marks name
 *
 * Returns: (transfer floating): that row
 */
GtkWidget *
machi_table_row_new (MachiTable *table, int row, const char *language, MachiCitations *citations)
{
  MachiTableRow *self = g_object_new (MACHI_TYPE_TABLE_ROW, NULL);
  guint n_columns = machi_table_get_n_columns (table);

  self->widths = g_new0 (int, n_columns);
  for (guint column = 0; column < n_columns; column++)
    {
      GtkWidget *cell = new_cell (table, row, column, language, citations);

      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
  if (row == MACHI_TABLE_HEADER)
    gtk_widget_add_css_class (GTK_WIDGET (self), "header");

  return GTK_WIDGET (self);
}

/**
 * machi_table_row_get_cell:
 * @self: a row
 * @column: a column, from 0
 *
 * Returns: (transfer none): its cell
 */
MachiCitationLabel *
machi_table_row_get_cell (MachiTableRow *self, guint column)
{
  g_return_val_if_fail (MACHI_IS_TABLE_ROW (self) && column < self->cells->len, NULL);

  return g_ptr_array_index (self->cells, column);
}

/**
 * machi_table_row_set_widths:
 * @self: a row
 * @widths: the width of each cell
 *
 * Sets how wide cells are; whoever measures or allocates the row does so before.
 */
void
machi_table_row_set_widths (MachiTableRow *self, const int *widths)
{
  g_return_if_fail (MACHI_IS_TABLE_ROW (self));

  for (guint i = 0; i < self->cells->len; i++)
    self->widths[i] = widths[i];
}
