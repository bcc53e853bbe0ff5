/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-table-view.h"

#include "machi-table-grid.h"

/**
 * MachiTableView:
 *
 * A table that fits the width it is given as far as its words allow, and is scrolled sideways beyond that.
 * GtkScrolledWindow alone does not ask for a height by its width: this does it in its stead.
 */
struct _MachiTableView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (MachiTableView, machi_table_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
machi_table_view_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
machi_table_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline G_GNUC_UNUSED,
                          int *natural_baseline G_GNUC_UNUSED)
{
  MachiTableView *self = MACHI_TABLE_VIEW (widget);
  int grid_minimum, grid_natural;

  gtk_widget_measure (self->grid, GTK_ORIENTATION_HORIZONTAL, -1, &grid_minimum, &grid_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->scroller, GTK_ORIENTATION_HORIZONTAL, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, grid_natural);
      return;
    }

  gtk_widget_measure (self->grid, GTK_ORIENTATION_VERTICAL, for_size < 0 ? grid_natural : MAX (for_size, grid_minimum),
                      minimum, natural, NULL, NULL);
}

/* What can be scrolled must be reachable by keyboard; what need not be is no stop on the way. */
static void
machi_table_view_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  MachiTableView *self = MACHI_TABLE_VIEW (widget);
  int minimum;

  gtk_widget_measure (self->grid, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_set_focusable (self->scroller, width < minimum);
  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
machi_table_view_dispose (GObject *object)
{
  MachiTableView *self = MACHI_TABLE_VIEW (object);

  self->grid = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (machi_table_view_parent_class)->dispose (object);
}

static void
machi_table_view_class_init (MachiTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_table_view_dispose;
  widget_class->get_request_mode = machi_table_view_get_request_mode;
  widget_class->measure = machi_table_view_measure;
  widget_class->size_allocate = machi_table_view_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
machi_table_view_init (MachiTableView *self G_GNUC_UNUSED)
{
}

static void
add_scroll_keys (MachiTableView *self)
{
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_add_shortcut (controller,
                                        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_Left, 0),
                                                                         gtk_signal_action_new ("scroll-child"), "(ib)",
                                                                         GTK_SCROLL_STEP_LEFT, TRUE));
  gtk_shortcut_controller_add_shortcut (controller,
                                        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_Right, 0),
                                                                         gtk_signal_action_new ("scroll-child"), "(ib)",
                                                                         GTK_SCROLL_STEP_RIGHT, TRUE));
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (controller));
}

/**
 * machi_table_view_new:
 * @table: a table
 * @title: (nullable): what it is called
 * @language: (nullable): the BCP 47 tag of its language
 * @citations: the numbered sources that its marks name
 *
 * Returns: (transfer floating): a widget that shows it
 */
GtkWidget *
machi_table_view_new (MachiTable *table, const char *title, const char *language, MachiCitations *citations)
{
  MachiTableView *self = g_object_new (MACHI_TYPE_TABLE_VIEW, NULL);

  self->grid = machi_table_grid_new (table, language, citations);
  if (title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  if (title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  add_scroll_keys (self);

  return GTK_WIDGET (self);
}

/**
 * machi_table_view_add_labels:
 * @self: a table
 * @labels: (element-type MachiCitationLabel): gets its cells in the order of reading
 *
 * Adds the cells to a list.
 */
void
machi_table_view_add_labels (MachiTableView *self, GPtrArray *labels)
{
  g_return_if_fail (MACHI_IS_TABLE_VIEW (self));

  machi_table_grid_add_labels (MACHI_TABLE_GRID (self->grid), labels);
}
