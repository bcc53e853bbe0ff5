/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-compare-page.h"

#include "machi-compare-row.h"
#include "machi-entry-picker.h"
#include "machi-locale.h"
#include "machi-model-box.h"
#include "machi-page.h"
#include "machi-section-items.h"

#include <glib/gi18n.h>

/**
 * MachiComparePage:
 *
 * Two to four cities, or networks, side by side. In a narrow window what is known of each stands below each other.
 */
struct _MachiComparePage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkStack *stack;
  GtkWidget *head_row;
  GtkWidget *head_space;
  GtkBox *heads;
  AdwWrapBox *chips;
  GtkBox *sections;
  GtkExpander *sources_expander;
  GtkBox *sources_box;
  GtkToggleButton *differences_button;
  MachiEntryPicker *city_picker;
  MachiEntryPicker *network_picker;
  GtkLabel *hint;

  MachiCatalog *catalog;
  MachiComparison *comparison;
  MachiCitations *citations;
  GPtrArray *entries;
  GPtrArray *filters;
  gboolean narrow;
};

static void page_iface_init (MachiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiComparePage,
                               machi_compare_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MACHI_TYPE_PAGE, page_iface_init))

static GtkScrolledWindow *
get_scroller (MachiPage *page)
{
  return MACHI_COMPARE_PAGE (page)->scroller;
}

static void
page_iface_init (MachiPageInterface *iface)
{
  iface->get_scroller = get_scroller;
}

static gboolean
match_row (gpointer row, gpointer data)
{
  const char *section = g_object_get_data (data, "machi-section");
  MachiComparePage *self = g_object_get_data (data, "machi-page");

  return g_strcmp0 (machi_comparison_row_get_section (row), section) == 0
         && (!gtk_toggle_button_get_active (self->differences_button) || machi_comparison_row_get_differs (row));
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  MachiComparePage *self = data;
  GtkWidget *row = machi_compare_row_new (self->comparison, item, self->citations);

  machi_compare_row_set_narrow (MACHI_COMPARE_ROW (row), self->narrow);

  return row;
}

static gboolean
is_filled (GObject *object G_GNUC_UNUSED, guint n_items)
{
  return n_items > 0;
}

/* The section hides when "only what differs" leaves it nothing. */
static void
bind_visible (GtkWidget *section, GListModel *rows)
{
  GtkExpression *n_items = gtk_property_expression_new (GTK_TYPE_FILTER_LIST_MODEL,
                                                        gtk_object_expression_new (G_OBJECT (rows)), "n-items");
  GtkExpression *filled
      = gtk_cclosure_expression_new (G_TYPE_BOOLEAN, NULL, 1, &n_items, G_CALLBACK (is_filled), NULL, NULL);

  gtk_expression_bind (filled, section, "visible", NULL);
}

static GtkWidget *
create_section (MachiComparePage *self, const char *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkCustomFilter *filter = gtk_custom_filter_new (NULL, NULL, NULL);
  g_autoptr (GtkFilterListModel) filtered = NULL;

  g_object_set_data (G_OBJECT (filter), "machi-section", (gpointer) title);
  g_object_set_data (G_OBJECT (filter), "machi-page", self);
  gtk_custom_filter_set_filter_func (filter, match_row, filter, NULL);
  g_ptr_array_add (self->filters, g_object_ref (filter));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->comparison)), GTK_FILTER (filter));

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (heading, "title-4");
  gtk_widget_add_css_class (section, "machi-compare-section");
  gtk_widget_add_css_class (rows, "card");
  gtk_box_append (GTK_BOX (section), heading);
  gtk_box_append (GTK_BOX (section), rows);
  machi_model_box_bind (GTK_BOX (rows), G_LIST_MODEL (filtered), create_row, self);
  bind_visible (section, G_LIST_MODEL (filtered));

  return section;
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_sections (MachiComparePage *self)
{
  const char *last = NULL;

  clear_box (self->sections);
  g_ptr_array_set_size (self->filters, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->comparison)); i++)
    {
      g_autoptr (MachiComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (self->comparison), i);
      const char *section = machi_comparison_row_get_section (row);

      if (g_strcmp0 (section, last) != 0)
        gtk_box_append (self->sections, create_section (self, section));
      last = section;
    }
}

static void
remove_clicked_cb (MachiComparePage *self, GtkWidget *button)
{
  machi_compare_page_remove (self, g_object_get_data (G_OBJECT (button), "machi-entry"));
}

static GtkWidget *
create_remove_button (MachiComparePage *self, MachiEntry *entry)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: takes a city or a network out of a comparison */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), machi_entry_get_short_name (entry));

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "machi-entry", g_object_ref (entry), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* The name leads to the entry; the cross takes it out. */
static GtkWidget *
create_head (MachiComparePage *self, MachiEntry *entry)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *link = gtk_button_new ();
  GtkWidget *name = gtk_label_new (machi_entry_get_short_name (entry));
  g_autofree char *address = machi_entry_dup_address (entry);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 3);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_button_set_child (GTK_BUTTON (link), name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "s", address);
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "machi-compare-head");
  gtk_box_append (GTK_BOX (head), link);
  gtk_box_append (GTK_BOX (head), create_remove_button (self, entry));

  return head;
}

/* In a narrow window there are no columns below. */
static GtkWidget *
create_chip (MachiComparePage *self, MachiEntry *entry)
{
  GtkWidget *chip = create_head (self, entry);

  gtk_widget_add_css_class (chip, "machi-compare-chip");

  return chip;
}

static void
fill_heads (MachiComparePage *self)
{
  GtkWidget *chip;

  clear_box (self->heads);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);
  for (guint i = 0; i < self->entries->len; i++)
    {
      gtk_box_append (self->heads, create_head (self, self->entries->pdata[i]));
      adw_wrap_box_append (self->chips, create_chip (self, self->entries->pdata[i]));
    }
}

static MachiKind
get_kind (MachiComparePage *self)
{
  return self->entries->len > 0 ? machi_entry_get_kind (self->entries->pdata[0]) : MACHI_KIND_NONE;
}

static void
update_controls (MachiComparePage *self)
{
  MachiKind kind = get_kind (self);
  guint n_entries = self->entries->len;

  gtk_widget_set_visible (GTK_WIDGET (self->city_picker), kind != MACHI_KIND_NETWORK);
  gtk_widget_set_visible (GTK_WIDGET (self->network_picker), kind != MACHI_KIND_CITY);
  gtk_widget_set_sensitive (GTK_WIDGET (self->city_picker), n_entries < MACHI_COMPARISON_MAX);
  gtk_widget_set_sensitive (GTK_WIDGET (self->network_picker), n_entries < MACHI_COMPARISON_MAX);
  gtk_widget_set_visible (GTK_WIDGET (self->differences_button), n_entries >= MACHI_COMPARISON_MIN);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), n_entries == 1);
  gtk_label_set_label (self->hint, kind == MACHI_KIND_NETWORK ? _ ("Add another network to compare it with.")
                                                              : _ ("Add another city to compare it with."));
  gtk_stack_set_visible_child_name (self->stack, n_entries > 0 ? "comparison" : "empty");
}

static void
update_sources (MachiComparePage *self)
{
  guint n_sources = g_list_model_get_n_items (G_LIST_MODEL (self->citations));
  g_autofree char *label = machi_locale_format_count (ngettext ("%u source", "%u sources", n_sources), n_sources);

  gtk_expander_set_expanded (self->sources_expander, FALSE);
  gtk_expander_set_label (self->sources_expander, label);
  gtk_widget_set_visible (GTK_WIDGET (self->sources_expander), n_sources > 0);
}

static GtkWidget *
create_source (gpointer item, gpointer data G_GNUC_UNUSED)
{
  return machi_source_row_new (item);
}

/* There can be hundreds: they are made when one wants to see them. */
static void
sources_expanded_cb (MachiComparePage *self)
{
  gboolean expanded = gtk_expander_get_expanded (self->sources_expander);

  machi_model_box_bind (self->sources_box, expanded ? G_LIST_MODEL (self->citations) : NULL, create_source, NULL);
}

static void
compare (MachiComparePage *self)
{
  gtk_toggle_button_set_active (self->differences_button,
                                self->entries->len >= MACHI_COMPARISON_MIN
                                    && gtk_toggle_button_get_active (self->differences_button));
  machi_model_box_bind (self->sources_box, NULL, create_source, NULL);
  g_clear_object (&self->citations);
  g_clear_object (&self->comparison);
  self->citations = machi_citations_new ();
  self->comparison = machi_comparison_new ((MachiEntry *const *) self->entries->pdata, self->entries->len);
  fill_heads (self);
  fill_sections (self);
  update_controls (self);
  update_sources (self);
}

static void
differences_toggled_cb (MachiComparePage *self)
{
  for (guint i = 0; i < self->filters->len; i++)
    gtk_filter_changed (self->filters->pdata[i], GTK_FILTER_CHANGE_DIFFERENT);
}

static void
set_narrow (MachiComparePage *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_widget_set_visible (self->head_row, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), narrow);
  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    {
      GtkWidget *rows = gtk_widget_get_last_child (section);

      for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row = gtk_widget_get_next_sibling (row))
        machi_compare_row_set_narrow (MACHI_COMPARE_ROW (row), narrow);
    }
}

static void
narrow_cb (MachiComparePage *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (MachiComparePage *self)
{
  set_narrow (self, FALSE);
}

static void
picked_cb (MachiComparePage *self, MachiEntry *entry)
{
  machi_compare_page_add (self, entry);
}

static void
machi_compare_page_dispose (GObject *object)
{
  MachiComparePage *self = MACHI_COMPARE_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_COMPARE_PAGE);
  g_clear_object (&self->catalog);
  g_clear_object (&self->comparison);
  g_clear_object (&self->citations);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (machi_compare_page_parent_class)->dispose (object);
}

static void
machi_compare_page_class_init (MachiComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_compare_page_dispose;

  g_type_ensure (MACHI_TYPE_ENTRY_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, heads);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, head_row);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, chips);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, head_space);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, sections);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, sources_expander);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, sources_box);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, differences_button);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, city_picker);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, network_picker);
  gtk_widget_class_bind_template_child (widget_class, MachiComparePage, hint);
  gtk_widget_class_bind_template_callback (widget_class, differences_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sources_expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
machi_compare_page_init (MachiComparePage *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->filters = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (self->head_space, MACHI_COMPARE_NAME_WIDTH, -1);
}

/**
 * machi_compare_page_new:
 *
 * Returns: (transfer floating): a page that compares nothing yet
 */
GtkWidget *
machi_compare_page_new (void)
{
  return g_object_new (MACHI_TYPE_COMPARE_PAGE, NULL);
}

/* Of one kind, each once, no more than fit side by side. */
static gboolean
take_entry (MachiComparePage *self, MachiEntry *entry)
{
  MachiKind kind = machi_entry_get_kind (entry);

  if (self->entries->len >= MACHI_COMPARISON_MAX || g_ptr_array_find (self->entries, entry, NULL)
      || (kind != MACHI_KIND_CITY && kind != MACHI_KIND_NETWORK) || (self->entries->len > 0 && kind != get_kind (self)))
    return FALSE;

  g_ptr_array_add (self->entries, g_object_ref (entry));

  return TRUE;
}

static void
read_query (MachiComparePage *self, const char *query)
{
  GUriParamsIter iter;
  char *key, *value;

  g_ptr_array_set_size (self->entries, 0);
  if (query == NULL)
    return;

  g_uri_params_iter_init (&iter, query, -1, "&", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &key, &value, NULL))
    {
      g_autofree char *own_key = key;
      g_autofree char *id = value;
      MachiKind kind = machi_kind_from_id (key);
      MachiEntry *entry = kind != MACHI_KIND_NONE ? machi_catalog_lookup (self->catalog, kind, id) : NULL;

      if (entry != NULL)
        take_entry (self, entry);
      else if (kind == MACHI_KIND_CITY || kind == MACHI_KIND_NETWORK)
        {
          g_autofree char *message = g_strdup_printf (_ ("This catalogue has no entry “%s” to compare"), id);
          gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
        }
    }
}

/**
 * machi_compare_page_show:
 * @self: a page
 * @catalog: (transfer none): a catalogue
 * @query: (nullable): what to compare, from the address: `city=kitakyushu&city=osaka`
 *
 * Compares entries of @catalog.
 */
void
machi_compare_page_show (MachiComparePage *self, MachiCatalog *catalog, const char *query)
{
  g_return_if_fail (MACHI_IS_COMPARE_PAGE (self));
  g_return_if_fail (MACHI_IS_CATALOG (catalog));

  if (g_set_object (&self->catalog, catalog))
    {
      machi_entry_picker_set_model (self->city_picker, machi_catalog_get_entries (catalog, MACHI_KIND_CITY));
      machi_entry_picker_set_model (self->network_picker, machi_catalog_get_entries (catalog, MACHI_KIND_NETWORK));
    }
  read_query (self, query);
  compare (self);
}

/**
 * machi_compare_page_get_comparison:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it shows
 */
MachiComparison *
machi_compare_page_get_comparison (MachiComparePage *self)
{
  g_return_val_if_fail (MACHI_IS_COMPARE_PAGE (self), NULL);

  return self->comparison;
}

/* The address of the window follows what is compared, but that is no new visit. */
static void
tell_address (MachiComparePage *self)
{
  g_autoptr (GString) address = g_string_new ("machi:compare");

  for (guint i = 0; i < self->entries->len; i++)
    g_string_append_printf (address, "%c%s=%s", i == 0 ? '?' : '&', machi_kind_get_id (get_kind (self)),
                            machi_entry_get_id (self->entries->pdata[i]));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.readdress", "s", address->str);
}

/**
 * machi_compare_page_add:
 * @self: a page
 * @entry: (transfer none): a city, or a network where networks are compared
 *
 * Compares with one more.
 */
void
machi_compare_page_add (MachiComparePage *self, MachiEntry *entry)
{
  g_return_if_fail (MACHI_IS_COMPARE_PAGE (self));

  if (!take_entry (self, entry))
    return;

  compare (self);
  tell_address (self);
}

/**
 * machi_compare_page_remove:
 * @self: a page
 * @entry: one that is compared
 *
 * Compares without it.
 */
void
machi_compare_page_remove (MachiComparePage *self, MachiEntry *entry)
{
  g_return_if_fail (MACHI_IS_COMPARE_PAGE (self));

  if (!g_ptr_array_remove (self->entries, entry))
    return;

  compare (self);
  tell_address (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
