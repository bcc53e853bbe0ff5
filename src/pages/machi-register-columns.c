/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-register-columns.h"

#include "machi-locale.h"
#include "machi-register-row.h"

#include <glib/gi18n.h>

/* The columns of the register's table, and the menu that chooses and sorts them. */

#define KEY_HIDDEN "register-hidden-columns"

/* In pixels; what is left goes to those whose texts are long. */
#define HEADING_MARGINS 12
/* The arrow beside the heading of the column that is sorted by; it takes its room in every column. */
#define HEADING_ARROW 16
static const int widths[MACHI_N_REGISTER_COLUMNS] = { 76, 186, 92, 96, 90, 108, 78, 88 };

/* A cell is an inscription: its size does not depend on its text, so that another text costs no layout. */
static void
setup_cell_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GObject *item, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  GtkWidget *cell = gtk_inscription_new (NULL);
  GtkExpression *row = gtk_property_expression_new (GTK_TYPE_COLUMN_VIEW_CELL, NULL, "item");
  GtkExpression *text
      = gtk_property_expression_new (MACHI_TYPE_REGISTER_ROW, row, machi_register_column_get_id (column));

  gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), 2);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (column == MACHI_REGISTER_REDUCTION)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
  if (machi_register_column_is_number (column))
    gtk_widget_add_css_class (cell, "numeric");
  if (column == MACHI_REGISTER_TITLE)
    gtk_expression_bind (gtk_expression_ref (text), cell, "tooltip-text", item);
  gtk_expression_bind (text, cell, "text", item);
  gtk_column_view_cell_set_child (GTK_COLUMN_VIEW_CELL (item), cell);
}

static void
setup_row_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GObject *row)
{
  GtkExpression *item = gtk_property_expression_new (GTK_TYPE_COLUMN_VIEW_ROW, NULL, "item");

  gtk_expression_bind (gtk_property_expression_new (MACHI_TYPE_REGISTER_ROW, item, "title"), row, "accessible-label",
                       row);
}

/* Clicking a heading sets the order of the register, which sorts for itself; GTK asks for a sorter all the same. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  MachiEntry *first = machi_register_row_get_entry ((gpointer) a);
  MachiEntry *second = machi_register_row_get_entry ((gpointer) b);
  g_autofree char *first_text = NULL;
  g_autofree char *second_text = NULL;
  double first_number = 0, second_number = 0;

  if (machi_register_column_is_number (column))
    {
      machi_register_column_get_number (column, first, &first_number);
      machi_register_column_get_number (column, second, &second_number);
      return (first_number > second_number) - (first_number < second_number);
    }

  first_text = machi_register_column_dup_text (column, first);
  second_text = machi_register_column_dup_text (column, second);

  return machi_locale_collate (first_text, second_text);
}

/* A heading is neither wrapped nor cut with an ellipsis: a column is at least as wide as its heading, small and bold,
 * with its margins and arrow. Where that is longer in the reader's language the table is scrolled. */
static int
measure_heading (GtkWidget *table, const char *heading)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (table, heading);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + HEADING_MARGINS + HEADING_ARROW;
}

static GtkColumnViewColumn *
create_column (GtkWidget *table, MachiRegisterColumn index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *heading = machi_register_column_get_label (index);
  GtkColumnViewColumn *column = gtk_column_view_column_new (heading, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (index), NULL));

  /* The factory is owned by the column that is made here. */
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GUINT_TO_POINTER (index));
  gtk_column_view_column_set_id (column, machi_register_column_get_id (index));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, MAX (widths[index], measure_heading (table, heading)));
  gtk_column_view_column_set_expand (column, index == MACHI_REGISTER_TITLE || index == MACHI_REGISTER_TOPICS
                                                 || index == MACHI_REGISTER_PROGRAMME);

  return column;
}

/**
 * machi_register_columns_add:
 * @table: a table without columns
 *
 * Gives @table its columns.
 */
void
machi_register_columns_add (GtkColumnView *table)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  /* The factory is owned by the table. */
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  gtk_column_view_set_row_factory (table, factory);
  for (guint i = 0; i < MACHI_N_REGISTER_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = create_column (GTK_WIDGET (table), i);
      gtk_column_view_append_column (table, column);
    }
}

/**
 * machi_register_columns_get_index:
 * @column: one of these columns
 *
 * Returns: which it is
 */
MachiRegisterColumn
machi_register_columns_get_index (GtkColumnViewColumn *column)
{
  for (guint i = 0; i < MACHI_N_REGISTER_COLUMNS; i++)
    if (g_strcmp0 (gtk_column_view_column_get_id (column), machi_register_column_get_id (i)) == 0)
      return i;

  g_return_val_if_reached (MACHI_REGISTER_TITLE);
}

static GtkColumnViewColumn *
find_column (GtkColumnView *table, MachiRegisterColumn index)
{
  GListModel *columns = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (machi_register_columns_get_index (column) == index)
        return column;
    }

  g_return_val_if_reached (NULL);
}

/**
 * machi_register_columns_sort:
 * @table: a table with these columns
 * @column: by what
 * @descending: whether the last or largest stands first
 *
 * Sorts as if a heading had been clicked.
 */
void
machi_register_columns_sort (GtkColumnView *table, MachiRegisterColumn column, gboolean descending)
{
  gtk_column_view_sort_by_column (table, find_column (table, column),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * machi_register_columns_list_visible:
 * @table: a table with these columns
 * @columns: (out caller-allocates): where to put them, with room for all
 *
 * Returns: how many columns are shown; @columns has them in the order in which they stand
 */
guint
machi_register_columns_list_visible (GtkColumnView *table, MachiRegisterColumn *columns)
{
  GListModel *all = gtk_column_view_get_columns (table);
  guint n_visible = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);

      if (gtk_column_view_column_get_visible (column))
        columns[n_visible++] = machi_register_columns_get_index (column);
    }

  return n_visible;
}

static GMenu *
create_columns_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < MACHI_N_REGISTER_COLUMNS; i++)
    {
      g_autofree char *action = g_strconcat ("register.show-", machi_register_column_get_id (i), NULL);

      if (i != MACHI_REGISTER_TITLE)
        g_menu_append (menu, machi_register_column_get_label (i), action);
    }

  return menu;
}

static GMenu *
create_order_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();
  g_autoptr (GMenu) directions = g_menu_new ();

  for (guint i = 0; i < MACHI_N_REGISTER_COLUMNS; i++)
    {
      g_autofree char *action = g_strdup_printf ("register.order::%s", machi_register_column_get_id (i));
      g_menu_append (columns, machi_register_column_get_label (i), action);
    }
  g_menu_append (directions, _ ("_Descending"), "register.descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (directions));

  return menu;
}

/**
 * machi_register_columns_create_menu:
 *
 * Returns: (transfer full): a menu that chooses columns and sorts by them
 */
GMenuModel *
machi_register_columns_create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) columns = create_columns_menu ();
  g_autoptr (GMenu) order = create_order_menu ();

  /* Translators: a submenu with the columns of a table, of which one can choose */
  g_menu_append_submenu (menu, _ ("_Columns"), G_MENU_MODEL (columns));
  /* Translators: a submenu with the columns of a table by which it can be sorted */
  g_menu_append_submenu (menu, _ ("_Sort By"), G_MENU_MODEL (order));

  return G_MENU_MODEL (menu);
}

static void
save_hidden_cb (GtkColumnView *table)
{
  GSettings *settings = g_object_get_data (G_OBJECT (table), "machi-settings");
  GListModel *columns = gtk_column_view_get_columns (table);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) hidden = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!gtk_column_view_column_get_visible (column))
        g_strv_builder_add (builder, gtk_column_view_column_get_id (column));
    }
  hidden = g_strv_builder_end (builder);
  g_settings_set_strv (settings, KEY_HIDDEN, (const char *const *) hidden);
}

static void
add_column_action (GSimpleActionGroup *actions, GtkColumnView *table, MachiRegisterColumn index, gboolean hidden)
{
  GtkColumnViewColumn *column = find_column (table, index);
  g_autofree char *name = g_strconcat ("show-", machi_register_column_get_id (index), NULL);
  g_autoptr (GPropertyAction) action = g_property_action_new (name, column, "visible");

  gtk_column_view_column_set_visible (column, !hidden);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  g_signal_connect_object (column, "notify::visible", G_CALLBACK (save_hidden_cb), table, G_CONNECT_SWAPPED);
}

static MachiRegisterColumn
get_order (GActionGroup *actions, gboolean *descending)
{
  g_autoptr (GVariant) order = g_action_group_get_action_state (actions, "order");
  g_autoptr (GVariant) direction = g_action_group_get_action_state (actions, "descending");

  *descending = g_variant_get_boolean (direction);
  for (guint i = 0; i < MACHI_N_REGISTER_COLUMNS; i++)
    if (g_str_equal (g_variant_get_string (order, NULL), machi_register_column_get_id (i)))
      return i;

  return MACHI_REGISTER_YEAR;
}

static void
order_changed_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  GtkColumnView *table = data;
  GActionGroup *actions = g_object_get_data (G_OBJECT (action), "machi-actions");
  MachiRegisterColumn column;
  gboolean descending;

  g_simple_action_set_state (action, value);
  column = get_order (actions, &descending);
  machi_register_columns_sort (table, column, descending);
}

static void
add_order_action (
    GSimpleActionGroup *actions, GtkColumnView *table, const char *name, const GVariantType *parameter, GVariant *state)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, parameter, state);

  g_object_set_data (G_OBJECT (action), "machi-actions", actions);
  g_signal_connect_object (action, "change-state", G_CALLBACK (order_changed_cb), table, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
}

/**
 * machi_register_columns_create_actions:
 * @table: a table with these columns
 * @settings: (transfer none): where it is kept which are hidden
 *
 * Returns: (transfer full): the actions of the menu, for the prefix `register`
 */
GSimpleActionGroup *
machi_register_columns_create_actions (GtkColumnView *table, GSettings *settings)
{
  GSimpleActionGroup *actions = g_simple_action_group_new ();
  g_auto (GStrv) hidden = g_settings_get_strv (settings, KEY_HIDDEN);

  g_object_set_data_full (G_OBJECT (table), "machi-settings", g_object_ref (settings), g_object_unref);
  for (guint i = 0; i < MACHI_N_REGISTER_COLUMNS; i++)
    if (i != MACHI_REGISTER_TITLE)
      add_column_action (actions, table, i,
                         g_strv_contains ((const char *const *) hidden, machi_register_column_get_id (i)));
  add_order_action (actions, table, "order", G_VARIANT_TYPE_STRING,
                    g_variant_new_string (machi_register_column_get_id (MACHI_REGISTER_YEAR)));
  add_order_action (actions, table, "descending", NULL, g_variant_new_boolean (TRUE));

  return actions;
}

/**
 * machi_register_columns_update_actions:
 * @actions: actions of machi_register_columns_create_actions()
 * @column: by what the table is sorted
 * @descending: in which direction
 *
 * Lets the menu show how the table is sorted.
 */
void
machi_register_columns_update_actions (GSimpleActionGroup *actions, MachiRegisterColumn column, gboolean descending)
{
  GAction *order = g_action_map_lookup_action (G_ACTION_MAP (actions), "order");
  GAction *direction = g_action_map_lookup_action (G_ACTION_MAP (actions), "descending");

  g_simple_action_set_state (G_SIMPLE_ACTION (order), g_variant_new_string (machi_register_column_get_id (column)));
  g_simple_action_set_state (G_SIMPLE_ACTION (direction), g_variant_new_boolean (descending));
}
