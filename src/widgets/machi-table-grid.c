/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-table-grid.h"

#include "machi-table-row.h"
#include "machi-table-widths.h"

/* A column of words is not made narrower than this, unless all it holds is narrower: the table is scrolled instead. */
#define MIN_COLUMN 100

/**
 * MachiTableGrid:
 *
 * The rows of a table, one widget each, so that assistive technologies find rows and cells; and the widths of its
 * columns, which GtkGrid would know but has no rows.
 */
struct _MachiTableGrid
{
  GtkWidget parent_instance;

  GPtrArray *rows;
  guint n_columns;
};

G_DEFINE_FINAL_TYPE (MachiTableGrid, machi_table_grid, GTK_TYPE_WIDGET)

static void
measure_column (MachiTableGrid *self, guint column, GtkRequestedSize *size)
{
  size->minimum_size = size->natural_size = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      MachiCitationLabel *cell = machi_table_row_get_cell (g_ptr_array_index (self->rows, i), column);
      int minimum, natural;

      gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      size->minimum_size = MAX (size->minimum_size, MAX (minimum, MIN (natural, MIN_COLUMN)));
      size->natural_size = MAX (size->natural_size, natural);
    }
}

/* The sizes that columns ask for; what all ask for together is returned. */
static GtkRequestedSize
measure_columns (MachiTableGrid *self, GtkRequestedSize *sizes)
{
  GtkRequestedSize sum = { 0 };

  for (guint i = 0; i < self->n_columns; i++)
    {
      measure_column (self, i, &sizes[i]);
      sum.minimum_size += sizes[i].minimum_size;
      sum.natural_size += sizes[i].natural_size;
    }

  return sum;
}

static void
set_widths (MachiTableGrid *self, int width)
{
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, self->n_columns);
  g_autofree int *widths = g_new0 (int, self->n_columns);
  GtkRequestedSize sum = measure_columns (self, sizes);

  if (width < 0)
    width = sum.natural_size;
  machi_table_fit_widths (sizes, self->n_columns, MAX (width, sum.minimum_size));
  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = sizes[i].minimum_size;
  for (guint i = 0; i < self->rows->len; i++)
    machi_table_row_set_widths (g_ptr_array_index (self->rows, i), widths);
}

static GtkSizeRequestMode
machi_table_grid_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
machi_table_grid_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline G_GNUC_UNUSED,
                          int *natural_baseline G_GNUC_UNUSED)
{
  MachiTableGrid *self = MACHI_TABLE_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, self->n_columns);
      GtkRequestedSize sum = measure_columns (self, sizes);

      *minimum = sum.minimum_size;
      *natural = sum.natural_size;
      return;
    }

  set_widths (self, for_size);
  *minimum = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      int height;

      gtk_widget_measure (g_ptr_array_index (self->rows, i), GTK_ORIENTATION_VERTICAL, for_size, &height, NULL, NULL,
                          NULL);
      *minimum += height;
    }
  *natural = *minimum;
}

static void
machi_table_grid_size_allocate (GtkWidget *widget, int width, int height G_GNUC_UNUSED, int baseline G_GNUC_UNUSED)
{
  MachiTableGrid *self = MACHI_TABLE_GRID (widget);
  int y = 0;

  set_widths (self, width);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkAllocation allocation = { 0, y, width, 0 };

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &allocation.height, NULL, NULL, NULL);
      gtk_widget_size_allocate (row, &allocation, -1);
      y += allocation.height;
    }
}

static void
machi_table_grid_dispose (GObject *object)
{
  MachiTableGrid *self = MACHI_TABLE_GRID (object);

  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  G_OBJECT_CLASS (machi_table_grid_parent_class)->dispose (object);
}

static void
machi_table_grid_finalize (GObject *object)
{
  g_ptr_array_unref (MACHI_TABLE_GRID (object)->rows);

  G_OBJECT_CLASS (machi_table_grid_parent_class)->finalize (object);
}

static void
machi_table_grid_class_init (MachiTableGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_table_grid_dispose;
  object_class->finalize = machi_table_grid_finalize;
  widget_class->get_request_mode = machi_table_grid_get_request_mode;
  widget_class->measure = machi_table_grid_measure;
  widget_class->size_allocate = machi_table_grid_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
machi_table_grid_init (MachiTableGrid *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * machi_table_grid_new:
 * @table: a table
 * @language: (nullable): the BCP 47 tag of its language
 * @citations: the numbered sources that its marks name
 *
 * Returns: (transfer floating): its rows, the headings first
 */
GtkWidget *
machi_table_grid_new (MachiTable *table, const char *language, MachiCitations *citations)
{
  MachiTableGrid *self = g_object_new (MACHI_TYPE_TABLE_GRID, NULL);
  int n_rows = (int) machi_table_get_n_rows (table);

  self->n_columns = machi_table_get_n_columns (table);
  for (int i = MACHI_TABLE_HEADER; i < n_rows; i++)
    {
      GtkWidget *row = machi_table_row_new (table, i, language, citations);

      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_ptr_array_add (self->rows, row);
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, n_rows + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) self->n_columns, -1);

  return GTK_WIDGET (self);
}

/**
 * machi_table_grid_add_labels:
 * @self: a table
 * @labels: (element-type MachiCitationLabel): gets its cells in the order of reading
 *
 * Adds the cells to a list.
 */
void
machi_table_grid_add_labels (MachiTableGrid *self, GPtrArray *labels)
{
  g_return_if_fail (MACHI_IS_TABLE_GRID (self));

  for (guint i = 0; i < self->rows->len; i++)
    for (guint column = 0; column < self->n_columns; column++)
      g_ptr_array_add (labels, machi_table_row_get_cell (g_ptr_array_index (self->rows, i), column));
}
