/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-register-page.h"

#include "machi-filter-bar.h"
#include "machi-locale.h"
#include "machi-page.h"
#include "machi-register-columns.h"
#include "machi-register-export.h"
#include "machi-totals.h"

#include <glib/gi18n.h>

/* The plots follow what is typed after so many milliseconds without more. */
#define TOTALS_DELAY 150

/**
 * MachiRegisterPage:
 *
 * All projects in a table that is sorted and filtered, below totals of what it shows; in a narrow window a list
 * instead.
 */
struct _MachiRegisterPage
{
  AdwBin parent_instance;

  GtkLabel *count;
  MachiFilterBar *filter_bar;
  MachiTotals *totals;
  GtkStack *stack;
  GtkScrolledWindow *table_scroller;
  GtkColumnView *table;
  GtkScrolledWindow *list_scroller;
  GtkListView *list;
  GtkMenuButton *view_button;

  MachiCatalog *catalog;
  MachiRegister *projects;
  GtkNoSelection *selection;
  GSettings *settings;
  GSimpleActionGroup *actions;
  guint totals_id;
  gboolean found;
  gboolean narrow;
  gboolean showing;
};

static void page_iface_init (MachiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiRegisterPage,
                               machi_register_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MACHI_TYPE_PAGE, page_iface_init))

static GtkScrolledWindow *
get_scroller (MachiPage *page)
{
  MachiRegisterPage *self = MACHI_REGISTER_PAGE (page);

  return self->narrow ? self->list_scroller : self->table_scroller;
}

static void
page_iface_init (MachiPageInterface *iface)
{
  iface->get_scroller = get_scroller;
}

static MachiTally *
count_choices (MachiFacet facet, gpointer data)
{
  return machi_tally_copy (machi_register_get_choices (MACHI_REGISTER_PAGE (data)->projects, facet));
}

/* Only what is seen has the model: the other would make widgets for 200 rows too. */
static void
update_stack (MachiRegisterPage *self)
{
  gboolean empty = self->found && machi_register_get_n_shown (self->projects) == 0;
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  gtk_column_view_set_model (self->table, self->narrow ? NULL : model);
  gtk_list_view_set_model (self->list, self->narrow ? model : NULL);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : self->narrow ? "list" : "table");
}

static void
narrow_cb (MachiRegisterPage *self)
{
  self->narrow = TRUE;
  update_stack (self);
}

static void
wide_cb (MachiRegisterPage *self)
{
  self->narrow = FALSE;
  update_stack (self);
}

static void
update_count (MachiRegisterPage *self)
{
  guint n_projects = machi_register_get_n_projects (self->projects);
  guint n_shown = machi_register_get_n_shown (self->projects);
  g_autofree char *shown = machi_locale_format_number (n_shown);
  g_autofree char *all = machi_locale_format_number (n_projects);
  g_autofree char *text = NULL;

  if (n_shown == n_projects)
    text = g_strdup (all);
  else
    /* Translators: how many projects are shown of how many there are */
    text = g_strdup_printf (_ ("%s of %s"), shown, all);
  gtk_label_set_label (self->count, text);
}

static gboolean
totals_cb (gpointer data)
{
  MachiRegisterPage *self = data;

  self->totals_id = 0;
  machi_totals_update (self->totals, self->catalog, self->projects);

  return G_SOURCE_REMOVE;
}

static void
update_totals (MachiRegisterPage *self)
{
  g_clear_handle_id (&self->totals_id, g_source_remove);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->totals)))
    return;

  if (self->showing)
    machi_totals_show (self->totals, self->catalog, self->projects);
  else
    self->totals_id = g_timeout_add (TOTALS_DELAY, totals_cb, self);
}

static void
update_years (MachiRegisterPage *self)
{
  MachiTally *years = machi_register_get_choices (self->projects, MACHI_FACET_YEARS);
  int first = G_MAXINT, last = 0;

  for (guint i = 0; i < machi_tally_get_size (years); i++)
    {
      int year = (int) g_ascii_strtoll (machi_tally_get_nth (years, i, NULL), NULL, 10);

      first = MIN (first, year);
      last = MAX (last, year);
    }
  if (last > 0)
    machi_filter_bar_extend_years (self->filter_bar, first, last);
}

static void
updated_cb (MachiRegisterPage *self)
{
  guint n_shown = machi_register_get_n_shown (self->projects);

  self->found = TRUE;
  update_count (self);
  update_years (self);
  update_stack (self);
  update_totals (self);
  if (!self->showing)
    {
      g_autofree char *message = machi_locale_format_count (ngettext ("%u project", "%u projects", n_shown), n_shown);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
    }
}

static void
totals_toggled_cb (MachiRegisterPage *self)
{
  update_totals (self);
}

/* The address of the window follows the filter, but is no new visit. */
static void
tell_address (MachiRegisterPage *self)
{
  g_autofree char *query = machi_entry_filter_to_query (machi_register_get_filter (self->projects));
  const char *text = machi_register_get_text (self->projects);
  g_autoptr (GString) address = g_string_new ("machi:projects");

  if (self->showing)
    return;

  if (query != NULL)
    g_string_append_printf (address, "?%s", query);
  if (text != NULL && *text != '\0')
    {
      g_string_append (address, query != NULL ? "&q=" : "?q=");
      g_string_append_uri_escaped (address, text, NULL, FALSE);
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.readdress", "s", address->str);
}

static void
text_changed_cb (MachiRegisterPage *self)
{
  machi_register_set_text (self->projects, machi_filter_bar_get_text (self->filter_bar));
  tell_address (self);
}

static void
clear_clicked_cb (MachiRegisterPage *self)
{
  machi_filter_bar_set_text (self->filter_bar, NULL);
  machi_entry_filter_clear (machi_register_get_filter (self->projects));
}

static void
row_activated_cb (MachiRegisterPage *self, guint position)
{
  MachiEntry *project = machi_register_get_shown (self->projects, position);
  g_autofree char *address = project != NULL ? machi_entry_dup_address (project) : NULL;

  if (address != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", address);
}

/* A heading was clicked, or the menu has set the order. */
static void
sorter_changed_cb (MachiRegisterPage *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->table));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  if (column == NULL)
    return;

  machi_register_set_order (self->projects, machi_register_columns_get_index (column), descending);
  machi_register_columns_update_actions (self->actions, machi_register_columns_get_index (column), descending);
}

static void
save_csv_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *bom)
{
  g_autoptr (GBytes) bytes = machi_register_page_to_csv (MACHI_REGISTER_PAGE (widget), g_variant_get_boolean (bom));

  machi_register_export_save (widget, bytes);
}

static char *
format_line (
    GObject *object G_GNUC_UNUSED, const char *years, const char *supporting, const char *partner, const char *country)
{
  g_autoptr (GString) line = g_string_new (years);

  if (supporting != NULL && *supporting != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", supporting);
  if (partner != NULL && *partner != '\0')
    {
      /* Translators: between the city that helps and the city that is helped; left to right */
      const char *arrow = supporting != NULL && *supporting != '\0' ? C_ ("project", " → ") : " · ";
      g_string_append_printf (line, "%s%s", line->len > 0 ? arrow : "", partner);
    }
  if (country != NULL && *country != '\0' && g_strcmp0 (country, partner) != 0)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", country);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static gboolean
has_text (GObject *object G_GNUC_UNUSED, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
machi_register_page_dispose (GObject *object)
{
  MachiRegisterPage *self = MACHI_REGISTER_PAGE (object);

  g_clear_handle_id (&self->totals_id, g_source_remove);
  if (self->table != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->table), sorter_changed_cb, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_REGISTER_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->projects);
  g_clear_object (&self->catalog);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (machi_register_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MachiRegisterPage, count);
  gtk_widget_class_bind_template_child (widget_class, MachiRegisterPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, MachiRegisterPage, totals);
  gtk_widget_class_bind_template_child (widget_class, MachiRegisterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MachiRegisterPage, table_scroller);
  gtk_widget_class_bind_template_child (widget_class, MachiRegisterPage, table);
  gtk_widget_class_bind_template_child (widget_class, MachiRegisterPage, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, MachiRegisterPage, list);
  gtk_widget_class_bind_template_child (widget_class, MachiRegisterPage, view_button);
}

static void
machi_register_page_class_init (MachiRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_register_page_dispose;

  g_type_ensure (MACHI_TYPE_FILTER_BAR);
  g_type_ensure (MACHI_TYPE_REGISTER_ROW);
  g_type_ensure (MACHI_TYPE_TOTALS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-register-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, totals_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_line);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_install_action (widget_class, "page.save-csv", "b", save_csv_cb);
}

static void
init_table (MachiRegisterPage *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  machi_register_columns_add (self->table);
  self->settings = g_settings_new (APP_ID);
  self->actions = machi_register_columns_create_actions (self->table, self->settings);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "register", G_ACTION_GROUP (self->actions));
  menu = machi_register_columns_create_menu ();
  gtk_menu_button_set_menu_model (self->view_button, menu);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  machi_register_columns_sort (self->table, MACHI_REGISTER_YEAR, TRUE);
}

static void
machi_register_page_init (MachiRegisterPage *self)
{
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();

  self->projects = machi_register_new (filter);
  self->selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->projects)));
  gtk_widget_init_template (GTK_WIDGET (self));

  init_table (self);
  machi_filter_bar_set_filter (self->filter_bar, filter);
  machi_filter_bar_set_count (self->filter_bar, count_choices, self);
  g_signal_connect_object (self->projects, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed", G_CALLBACK (tell_address), self, G_CONNECT_SWAPPED);
  update_stack (self);
}

/**
 * machi_register_page_new:
 *
 * Returns: (transfer floating): a page without projects
 */
GtkWidget *
machi_register_page_new (void)
{
  return g_object_new (MACHI_TYPE_REGISTER_PAGE, NULL);
}

/**
 * machi_register_page_set_projects:
 * @self: a page
 * @projects: a list of #MachiEntry
 *
 * Lists other projects.
 */
void
machi_register_page_set_projects (MachiRegisterPage *self, GListModel *projects)
{
  g_return_if_fail (MACHI_IS_REGISTER_PAGE (self));

  machi_register_set_projects (self->projects, projects);
}

static char *
dup_text (const char *query)
{
  g_autoptr (GHashTable) parameters
      = query != NULL ? g_uri_parse_params (query, -1, "&", G_URI_PARAMS_WWW_FORM, NULL) : NULL;

  return parameters != NULL ? g_strdup (g_hash_table_lookup (parameters, "q")) : NULL;
}

/**
 * machi_register_page_show:
 * @self: a page
 * @catalog: (transfer none): a catalogue
 * @query: (nullable): what to show, from the address
 *
 * Shows the projects of @catalog that @query asks for.
 */
void
machi_register_page_show (MachiRegisterPage *self, MachiCatalog *catalog, const char *query)
{
  g_autofree char *text = dup_text (query);

  g_return_if_fail (MACHI_IS_REGISTER_PAGE (self));
  g_return_if_fail (MACHI_IS_CATALOG (catalog));

  self->showing = TRUE;
  machi_entry_filter_set_query (machi_register_get_filter (self->projects), query);
  machi_filter_bar_set_text (self->filter_bar, text);
  if (g_set_object (&self->catalog, catalog))
    {
      machi_filter_bar_set_catalog (self->filter_bar, catalog);
      machi_register_page_set_projects (self, machi_catalog_get_entries (catalog, MACHI_KIND_PROJECT));
    }
  self->showing = FALSE;
}

/**
 * machi_register_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none): what it shows
 */
MachiRegister *
machi_register_page_get_register (MachiRegisterPage *self)
{
  g_return_val_if_fail (MACHI_IS_REGISTER_PAGE (self), NULL);

  return self->projects;
}

/**
 * machi_register_page_get_table:
 * @self: a page
 *
 * Returns: (transfer none): its table
 */
GtkColumnView *
machi_register_page_get_table (MachiRegisterPage *self)
{
  g_return_val_if_fail (MACHI_IS_REGISTER_PAGE (self), NULL);

  return self->table;
}

/**
 * machi_register_page_to_csv:
 * @self: a page
 * @bom: whether it begins with a byte order mark
 *
 * Returns: (transfer full): the rows and columns that are shown, as a table
 */
GBytes *
machi_register_page_to_csv (MachiRegisterPage *self, gboolean bom)
{
  MachiRegisterColumn columns[MACHI_N_REGISTER_COLUMNS];
  guint n_columns;

  g_return_val_if_fail (MACHI_IS_REGISTER_PAGE (self), NULL);

  n_columns = machi_register_columns_list_visible (self->table, columns);

  return machi_register_write_csv (self->projects, columns, n_columns, bom);
}
