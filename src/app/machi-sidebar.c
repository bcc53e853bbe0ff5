/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-sidebar.h"

#include "machi-fold.h"
#include "machi-locale.h"
#include "machi-pack-menu.h"
#include "machi-sidebar-item.h"
#include "machi-sidebar-row.h"

#include <glib/gi18n.h>
#include <string.h>

/* As many as are seen in a window of the usual height: each row made before the first frame delays it. */
#define N_FIRST_NETWORKS 6

/**
 * MachiSidebar:
 *
 * The list at the side of the window: views, networks, cities under their countries; and, when something is typed,
 * every entry that has a name with it.
 */
struct _MachiSidebar
{
  AdwBin parent_instance;

  GtkSearchEntry *filter_entry;
  GtkListView *list;
  GtkMenuButton *menu_button;
  GtkStack *stack;
  GtkSingleSelection *selection;
  GListStore *items;
  GtkCustomFilter *filter;
  GMenu *primary_menu;
  char *folded;

  char *selected;
  MachiCatalog *catalog;
  guint tick_id;
  guint n_frames;
};

enum
{
  SECTION_VIEWS,
  SECTION_REPORTS,
  SECTION_NETWORKS,
  SECTION_COUNTRIES,
  SECTION_OTHERS = SECTION_COUNTRIES + 1000,
};

G_DEFINE_FINAL_TYPE (MachiSidebar, machi_sidebar, ADW_TYPE_BIN)

static gboolean
filter_item (gpointer item, gpointer data)
{
  MachiSidebar *self = data;

  return machi_sidebar_item_matches (item, self->folded);
}

static void
update_placeholder (MachiSidebar *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "list" : "empty");
  if (*self->folded != '\0')
    {
      g_autofree char *message
          /* Translators: spoken by a screen reader when the filter of the sidebar changes */
          = machi_locale_format_count (ngettext ("%u entry", "%u entries", n_items), n_items);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
    }
}

static void add_rest (MachiSidebar *self);

static void
filter_changed_cb (MachiSidebar *self)
{
  g_autofree char *folded = machi_fold (gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)));

  if (g_strcmp0 (folded, self->folded) == 0)
    return;

  add_rest (self);
  g_set_str (&self->folded, folded);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_placeholder (self);
}

static void
open_position (MachiSidebar *self, guint position)
{
  g_autoptr (MachiSidebarItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", machi_sidebar_item_get_address (item));
}

static void
row_activated_cb (MachiSidebar *self, guint position)
{
  open_position (self, position);
}

static void
filter_activated_cb (MachiSidebar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter_entry));
  g_autofree char *escaped = g_uri_escape_string (text, NULL, FALSE);
  g_autofree char *address = g_strconcat ("machi:search?q=", escaped, NULL);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    open_position (self, 0);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", address);
}

static void
filter_stopped_cb (MachiSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static gboolean
filter_key_cb (MachiSidebar *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return GDK_EVENT_STOP;
}

/* Rows are made by hand: see MachiSidebarRow. */
static void
row_setup_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, g_object_new (MACHI_TYPE_SIDEBAR_ROW, NULL));
}

static void
row_bind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *list_item)
{
  MachiSidebarItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *label = machi_sidebar_item_dup_label (item);

  machi_sidebar_row_set_item (MACHI_SIDEBAR_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, label);
}

static gboolean
has_text (GObject *object G_GNUC_UNUSED, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
machi_sidebar_dispose (GObject *object)
{
  g_clear_object (&MACHI_SIDEBAR (object)->catalog);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_SIDEBAR);

  G_OBJECT_CLASS (machi_sidebar_parent_class)->dispose (object);
}

static void
machi_sidebar_finalize (GObject *object)
{
  MachiSidebar *self = MACHI_SIDEBAR (object);

  g_free (self->folded);
  g_free (self->selected);

  G_OBJECT_CLASS (machi_sidebar_parent_class)->finalize (object);
}

static void
machi_sidebar_class_init (MachiSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_sidebar_dispose;
  object_class->finalize = machi_sidebar_finalize;

  g_type_ensure (MACHI_TYPE_SIDEBAR_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiSidebar, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, MachiSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, MachiSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, MachiSidebar, selection);
  gtk_widget_class_bind_template_child (widget_class, MachiSidebar, items);
  gtk_widget_class_bind_template_child (widget_class, MachiSidebar, filter);
  gtk_widget_class_bind_template_child (widget_class, MachiSidebar, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, MachiSidebar, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
}

static void
machi_sidebar_init (MachiSidebar *self)
{
  /* Its entry tells of a change when it is made, too: that is none. */
  self->folded = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  machi_pack_menu_add_to (self->primary_menu);

  gtk_custom_filter_set_filter_func (self->filter, filter_item, self, NULL);
  gtk_search_entry_set_key_capture_widget (self->filter_entry, GTK_WIDGET (self->list));
}

static void
add_views (GPtrArray *items)
{
  static const MachiKind kinds[]
      = { MACHI_KIND_REPORT,       MACHI_KIND_COOPERATION, MACHI_KIND_PROJECT, MACHI_KIND_PROGRAMME,
          MACHI_KIND_ORGANISATION, MACHI_KIND_DOCUMENT,    MACHI_KIND_TERM };

  g_ptr_array_add (items, machi_sidebar_item_new_view ("overview", _ ("Overview"), "machi-overview-symbolic"));
  g_ptr_array_add (items, machi_sidebar_item_new_view ("map", _ ("Map"), "machi-map-symbolic"));
  g_ptr_array_add (items, machi_sidebar_item_new_view ("timeline", _ ("Timeline"), "machi-timeline-symbolic"));
  g_ptr_array_add (items, machi_sidebar_item_new_view ("compare", _ ("Compare"), "machi-compare-symbolic"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (items,
                     machi_sidebar_item_new_view (machi_kind_get_list_key (kinds[i]), machi_kind_get_plural (kinds[i]),
                                                  machi_kind_get_icon_name (kinds[i])));
}

static void
add_entries (GPtrArray *items, GListModel *entries, MachiKind kind, guint section, gboolean listed)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (MachiEntry) entry = g_list_model_get_item (entries, i);
      g_ptr_array_add (items, machi_sidebar_item_new_entry (entry, section, machi_kind_get_plural (kind), listed));
    }
}

static void
add_networks (GPtrArray *items, MachiCatalog *catalog, guint first, guint n_most)
{
  GListModel *networks = machi_catalog_get_entries (catalog, MACHI_KIND_NETWORK);
  g_autoptr (GtkSliceListModel) slice = gtk_slice_list_model_new (g_object_ref (networks), first, n_most);

  add_entries (items, G_LIST_MODEL (slice), MACHI_KIND_NETWORK, SECTION_NETWORKS, TRUE);
}

static int
compare_cities (gconstpointer a, gconstpointer b)
{
  MachiEntry *first = *(MachiEntry **) a;
  MachiEntry *second = *(MachiEntry **) b;
  const char *first_country = machi_entry_get_country (first);
  const char *second_country = machi_entry_get_country (second);

  if (g_strcmp0 (first_country, second_country) == 0)
    return machi_locale_collate (machi_entry_get_name (first), machi_entry_get_name (second));
  if (first_country == NULL || second_country == NULL)
    return first_country == NULL ? 1 : -1;

  return machi_locale_collate (machi_locale_get_country_name (first_country),
                               machi_locale_get_country_name (second_country));
}

static void
add_cities (GPtrArray *items, MachiCatalog *catalog)
{
  GListModel *entries = machi_catalog_get_entries (catalog, MACHI_KIND_CITY);
  g_autoptr (GPtrArray) cities = g_ptr_array_new_with_free_func (g_object_unref);
  const char *country = NULL;
  guint section = SECTION_COUNTRIES;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    g_ptr_array_add (cities, g_list_model_get_item (entries, i));
  g_ptr_array_sort (cities, compare_cities);

  for (guint i = 0; i < cities->len; i++)
    {
      MachiEntry *city = g_ptr_array_index (cities, i);
      const char *own = machi_entry_get_country (city);

      if (g_strcmp0 (own, country) != 0)
        section++;
      country = own;
      g_ptr_array_add (items, machi_sidebar_item_new_entry (city, section,
                                                            own != NULL ? machi_locale_get_country_name (own)
                                                                        /* Translators: cities of no known country */
                                                                        : _ ("Elsewhere"),
                                                            TRUE));
    }
}

static void
append_items (MachiSidebar *self, GPtrArray *items)
{
  g_list_store_splice (self->items, g_list_model_get_n_items (G_LIST_MODEL (self->items)), 0, items->pdata, items->len);
}

/* What does not fit on the first screen. */
static void
add_rest (MachiSidebar *self)
{
  static const MachiKind others[]
      = { MACHI_KIND_COOPERATION, MACHI_KIND_PROJECT, MACHI_KIND_PROGRAMME, MACHI_KIND_ORGANISATION,
          MACHI_KIND_DOCUMENT,    MACHI_KIND_TERM,    MACHI_KIND_TOPIC };
  g_autoptr (MachiCatalog) catalog = g_steal_pointer (&self->catalog);
  g_autoptr (GPtrArray) items = NULL;

  if (catalog == NULL)
    return;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  add_networks (items, catalog, N_FIRST_NETWORKS, G_MAXUINT);
  add_cities (items, catalog);
  add_entries (items, machi_catalog_get_entries (catalog, MACHI_KIND_REPORT), MACHI_KIND_REPORT, SECTION_REPORTS,
               FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    add_entries (items, machi_catalog_get_entries (catalog, others[i]), others[i], SECTION_OTHERS + i, FALSE);
  append_items (self, items);
}

static gboolean
first_frames_cb (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  MachiSidebar *self = MACHI_SIDEBAR (widget);

  self->n_frames++;
  if (self->n_frames == 3)
    add_rest (self);
  /* A list that is asked to scroll to a row before it has given it a place shows neither that row nor others. */
  if (self->n_frames < 5)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  if (self->selected != NULL)
    machi_sidebar_select (self, self->selected);

  return G_SOURCE_REMOVE;
}

/**
 * machi_sidebar_set_catalog:
 * @self: a sidebar
 * @catalog: (transfer none): what to list
 *
 * Fills the sidebar: with what can be seen at once, and with all else when the window has been painted, or when it is
 * looked for.
 */
void
machi_sidebar_set_catalog (MachiSidebar *self, MachiCatalog *catalog)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (MACHI_IS_SIDEBAR (self));
  g_return_if_fail (MACHI_IS_CATALOG (catalog));

  g_list_store_remove_all (self->items);
  g_set_object (&self->catalog, catalog);
  self->n_frames = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frames_cb, NULL, NULL);

  add_views (items);
  add_networks (items, catalog, 0, N_FIRST_NETWORKS);
  append_items (self, items);
  update_placeholder (self);
}

/**
 * machi_sidebar_select:
 * @self: a sidebar
 * @address: what is shown in the window
 *
 * Marks the row of that address, or none. A view has one row, whatever is asked of it.
 */
void
machi_sidebar_select (MachiSidebar *self, const char *address)
{
  g_autofree char *place = g_strndup (address, strcspn (address, "?#"));
  GListModel *model = G_LIST_MODEL (self->selection);
  guint found = GTK_INVALID_LIST_POSITION;

  if (address != self->selected)
    g_set_str (&self->selected, address);
  for (guint i = 0; i < g_list_model_get_n_items (model) && found == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (MachiSidebarItem) item = g_list_model_get_item (model, i);

      if (g_strcmp0 (machi_sidebar_item_get_address (item), place) == 0)
        found = i;
    }
  if (found == gtk_single_selection_get_selected (self->selection))
    return;

  gtk_single_selection_set_selected (self->selection, found);
  if (found != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    gtk_list_view_scroll_to (self->list, found, GTK_LIST_SCROLL_NONE, NULL);
}

/**
 * machi_sidebar_grab_list:
 * @self: a sidebar
 *
 * Puts the focus on the list.
 */
void
machi_sidebar_grab_list (MachiSidebar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/**
 * machi_sidebar_show_menu:
 * @self: a sidebar
 *
 * Opens the main menu.
 */
void
machi_sidebar_show_menu (MachiSidebar *self)
{
  gtk_menu_button_popup (self->menu_button);
}

/**
 * machi_sidebar_grab_filter:
 * @self: a sidebar
 *
 * Puts the cursor into the entry that filters it.
 */
void
machi_sidebar_grab_filter (MachiSidebar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->filter_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->filter_entry), 0, -1);
}
