/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-page.h"

#include "machi-filter-bar.h"
#include "machi-filter-chips.h"
#include "machi-locale.h"
#include "machi-page.h"
#include "machi-recent-searches.h"
#include "machi-search-row.h"
#include "machi-search.h"
#include "machi-steady-cursor.h"

#include <glib/gi18n.h>

/* A result that was activated opens by then, at the place that was found in it if that is known. */
#define MAX_WAIT_MSEC 250
/* Rows are made so many at a time, that no frame takes long; the least height of one tells how many can be seen. */
#define MORE_ROWS 3
#define MIN_ROW_HEIGHT 56

/**
 * MachiSearchPage:
 *
 * A search in everything: names at once, texts behind them, by kind, country, topic, programme and years.
 */
struct _MachiSearchPage
{
  AdwBin parent_instance;

  GtkSearchEntry *entry;
  MachiFilterBar *filter_bar;
  MachiFilterChips *chips;
  GtkLabel *count;
  GtkButton *suggestion_button;
  GtkProgressBar *progress;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkSliceListModel *slice;
  GtkAdjustment *adjustment;
  GtkNoSelection *selection;
  MachiRecentSearches *recent;

  MachiCatalog *catalog;
  MachiSearch *search;
  GSignalGroup *signals;
  gboolean showing;

  /* What was activated before one could know where exactly it leads. */
  gboolean enter_waits;
  MachiSearchResult *waiting;
  MachiEntry *waiting_entry;
  char *waiting_address;
  gulong waiting_handler;
  guint waiting_source;
  guint rows_source;
};

static void page_iface_init (MachiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiSearchPage,
                               machi_search_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MACHI_TYPE_PAGE, page_iface_init))

static GtkScrolledWindow *
get_scroller (MachiPage *page)
{
  return MACHI_SEARCH_PAGE (page)->scroller;
}

static void
page_iface_init (MachiPageInterface *iface)
{
  iface->get_scroller = get_scroller;
}

/* The page's own address follows what is typed: whoever comes back finds it again. */
static void
tell_address (MachiSearchPage *self)
{
  const char *text = machi_search_get_text (self->search);
  g_autofree char *filter = machi_entry_filter_to_query (machi_search_get_filter (self->search));
  g_autofree char *escaped = g_uri_escape_string (text, NULL, FALSE);
  g_autofree char *address = g_strconcat ("machi:search?q=", escaped, filter != NULL ? "&" : NULL, filter, NULL);

  if (!self->showing)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.readdress", "s", address);
}

static void
stop_waiting (MachiSearchPage *self)
{
  self->enter_waits = FALSE;
  g_clear_handle_id (&self->waiting_source, g_source_remove);
  if (self->waiting != NULL)
    g_clear_signal_handler (&self->waiting_handler, self->waiting);
  g_clear_object (&self->waiting);
  g_clear_object (&self->waiting_entry);
  g_clear_pointer (&self->waiting_address, g_free);
}

static void
open_address (MachiSearchPage *self, const char *address)
{
  machi_recent_searches_add (self->recent, machi_search_get_text (self->search));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", address);
}

static void
open_waiting (MachiSearchPage *self)
{
  g_autofree char *address = g_steal_pointer (&self->waiting_address);

  stop_waiting (self);
  open_address (self, address);
}

static gboolean
waited_cb (gpointer data)
{
  MachiSearchPage *self = data;

  self->waiting_source = 0;
  open_waiting (self);

  return G_SOURCE_REMOVE;
}

/* The snippet has come, or the row shows something else by now. */
static void
waiting_changed_cb (MachiSearchPage *self)
{
  gboolean same = machi_search_result_get_entry (self->waiting) == self->waiting_entry;

  if (same && !machi_search_result_has_snippet (self->waiting))
    return;

  if (same)
    {
      g_free (self->waiting_address);
      self->waiting_address = machi_search_result_dup_address (self->waiting);
    }
  open_waiting (self);
}

static void
wait_for_snippet (MachiSearchPage *self, MachiSearchResult *result)
{
  self->waiting = g_object_ref (result);
  self->waiting_entry = g_object_ref (machi_search_result_get_entry (result));
  self->waiting_address = machi_search_result_dup_address (result);
  self->waiting_source = g_timeout_add (MAX_WAIT_MSEC, waited_cb, self);
  self->waiting_handler
      = g_signal_connect_object (result, "notify::snippet", G_CALLBACK (waiting_changed_cb), self, G_CONNECT_SWAPPED);
  machi_search_result_get_snippet (result);
}

static guint
count_visible_rows (MachiSearchPage *self)
{
  return (guint) (gtk_adjustment_get_page_size (self->adjustment) / MIN_ROW_HEIGHT) + 2;
}

static gboolean add_rows (gpointer data);

/* Not at once, for this may be in the midst of a layout. */
static void
want_rows (MachiSearchPage *self)
{
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double left = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_value (self->adjustment) - page;
  GListModel *results = gtk_slice_list_model_get_model (self->slice);
  guint n_rows = gtk_slice_list_model_get_size (self->slice);
  gboolean scrolled = gtk_adjustment_get_value (self->adjustment) > 0;

  if (self->rows_source == 0 && results != NULL && n_rows < g_list_model_get_n_items (results)
      && (n_rows < count_visible_rows (self) || (scrolled && left < page)))
    self->rows_source = g_idle_add (add_rows, self);
}

static gboolean
add_rows (gpointer data)
{
  MachiSearchPage *self = data;

  self->rows_source = 0;
  gtk_slice_list_model_set_size (self->slice, gtk_slice_list_model_get_size (self->slice) + MORE_ROWS);
  want_rows (self);

  return G_SOURCE_REMOVE;
}

/* Other results are shown from the first, in the rows that there are, but for those that only scrolling brought. */
static void
show_first_rows (MachiSearchPage *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->slice));

  gtk_adjustment_set_value (self->adjustment, 0);
  gtk_slice_list_model_set_size (self->slice, CLAMP (n_rows, MORE_ROWS, MAX (MORE_ROWS, count_visible_rows (self))));
}

static void
entry_changed_cb (MachiSearchPage *self)
{
  /* A text that is set is deleted and inserted, and looked at when both is done. */
  if (self->showing)
    return;

  stop_waiting (self);
  machi_steady_cursor_hold (GTK_WIDGET (self));
  machi_search_set_text (self->search, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  tell_address (self);
}

static void
open_position (MachiSearchPage *self, guint position)
{
  g_autoptr (MachiSearchResult) result = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *address = result != NULL ? machi_search_result_dup_address (result) : NULL;

  stop_waiting (self);
  if (address == NULL)
    return;

  if (machi_search_result_has_snippet (result))
    open_address (self, address);
  else
    wait_for_snippet (self, result);
}

/* Who types fast and presses Enter means what she typed, not what is still shown; and where texts cannot be searched
 * yet, something may still be found in them. */
static void
open_first (MachiSearchPage *self)
{
  gboolean none = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;

  self->enter_waits = machi_search_get_busy (self->search) || (none && !machi_search_get_ready (self->search));
  if (!self->enter_waits)
    open_position (self, 0);
}

static void
entry_activated_cb (MachiSearchPage *self)
{
  machi_recent_searches_add (self->recent, machi_search_get_text (self->search));
  open_first (self);
}

static void
row_activated_cb (MachiSearchPage *self, guint position)
{
  open_position (self, position);
}

static gboolean
entry_key_cb (MachiSearchPage *self, guint keyval)
{
  machi_steady_cursor_hold (GTK_WIDGET (self));
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return gtk_widget_get_mapped (GTK_WIDGET (self->recent))
         && gtk_widget_child_focus (GTK_WIDGET (self->recent), GTK_DIR_TAB_FORWARD);
}

static void
recent_chosen_cb (MachiSearchPage *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
recent_cleared_cb (MachiSearchPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
chips_emptied_cb (MachiSearchPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
suggestion_clicked_cb (MachiSearchPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), machi_search_get_suggestion (self->search));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
show_suggestion (MachiSearchPage *self)
{
  const char *suggestion = machi_search_get_suggestion (self->search);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_button), suggestion != NULL);
  if (suggestion == NULL)
    return;

  /* Translators: a search with one letter mended, whose results are shown */
  label = g_strdup_printf (_ ("Results for “%s”"), suggestion);
  gtk_button_set_label (self->suggestion_button, label);
}

static gboolean
is_empty (MachiSearchPage *self)
{
  return *machi_search_get_text (self->search) == '\0'
         && machi_entry_filter_is_empty (machi_search_get_filter (self->search));
}

static void
found_cb (MachiSearchPage *self)
{
  guint n_found = machi_search_get_n_found (self->search);
  g_autofree char *count = machi_locale_format_count (ngettext ("%u result", "%u results", n_found), n_found);
  gboolean empty = is_empty (self);

  show_suggestion (self);
  gtk_label_set_label (self->count, empty ? "" : count);
  gtk_stack_set_visible_child_name (self->stack, empty ? "help" : n_found > 0 ? "list" : "nothing");
  if (!empty && !machi_search_get_busy (self->search) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), count, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  want_rows (self);
  if (self->enter_waits)
    open_first (self);
}

static void
progress_cb (MachiSearchPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress), machi_search_get_indexing (self->search));
  gtk_progress_bar_set_fraction (self->progress, machi_search_get_progress (self->search));
}

static MachiTally *
count_facet (MachiFacet facet, gpointer data)
{
  return machi_search_dup_tally (MACHI_SEARCH_PAGE (data)->search, facet);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *list_item)
{
  GtkWidget *row = g_object_new (MACHI_TYPE_SEARCH_ROW, NULL);

  gtk_list_item_set_child (list_item, row);
  g_object_bind_property (row, "spoken", list_item, "accessible-label", G_BINDING_DEFAULT);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *list_item)
{
  machi_search_row_set_result (MACHI_SEARCH_ROW (gtk_list_item_get_child (list_item)),
                               gtk_list_item_get_item (list_item));
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *list_item)
{
  machi_search_row_set_result (MACHI_SEARCH_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static gboolean
machi_search_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MACHI_SEARCH_PAGE (widget)->entry));
}

static void
machi_search_page_unmap (GtkWidget *widget)
{
  stop_waiting (MACHI_SEARCH_PAGE (widget));

  GTK_WIDGET_CLASS (machi_search_page_parent_class)->unmap (widget);
}

static void
machi_search_page_dispose (GObject *object)
{
  MachiSearchPage *self = MACHI_SEARCH_PAGE (object);

  stop_waiting (self);
  g_clear_handle_id (&self->rows_source, g_source_remove);
  g_clear_object (&self->signals);
  if (self->slice != NULL)
    gtk_slice_list_model_set_model (self->slice, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_SEARCH_PAGE);
  g_clear_object (&self->search);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (machi_search_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, count);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, suggestion_button);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, progress);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, list);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, slice);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, adjustment);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, want_rows);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, recent);
  gtk_widget_class_bind_template_callback (widget_class, recent_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, recent_cleared_cb);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchPage, chips);
  gtk_widget_class_bind_template_callback (widget_class, chips_emptied_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_clicked_cb);
}

static void
machi_search_page_class_init (MachiSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_search_page_dispose;
  widget_class->grab_focus = machi_search_page_grab_focus;
  widget_class->unmap = machi_search_page_unmap;

  g_type_ensure (MACHI_TYPE_FILTER_BAR);
  g_type_ensure (MACHI_TYPE_FILTER_CHIPS);
  g_type_ensure (MACHI_TYPE_RECENT_SEARCHES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-search-page.ui");
  bind_template (widget_class);
}

static void
machi_search_page_init (MachiSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  machi_filter_bar_set_count (self->filter_bar, count_facet, self);

  self->signals = g_signal_group_new (MACHI_TYPE_SEARCH);
  g_signal_group_connect_swapped (self->signals, "notify::text", G_CALLBACK (show_first_rows), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-found", G_CALLBACK (found_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::busy", G_CALLBACK (found_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::suggestion", G_CALLBACK (found_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::indexing", G_CALLBACK (progress_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::progress", G_CALLBACK (progress_cb), self);
}

/**
 * machi_search_page_new:
 *
 * Returns: (transfer floating): a page that searches nothing yet
 */
GtkWidget *
machi_search_page_new (void)
{
  return g_object_new (MACHI_TYPE_SEARCH_PAGE, NULL);
}

static void
use_catalog (MachiSearchPage *self, MachiCatalog *catalog)
{
  g_autofree char *path = machi_search_dup_cache_path (machi_catalog_get_id (catalog));
  g_autoptr (MachiEntryFilter) filter = NULL;

  if (!g_set_object (&self->catalog, catalog))
    return;

  filter = machi_entry_filter_new ();
  g_clear_object (&self->search);
  self->search = machi_search_new (catalog, path);
  machi_search_set_filter (self->search, filter);
  machi_filter_bar_set_catalog (self->filter_bar, catalog);
  machi_filter_bar_set_filter (self->filter_bar, filter);
  machi_filter_chips_set_filter (self->chips, filter, catalog);
  gtk_slice_list_model_set_model (self->slice, machi_search_get_results (self->search));
  g_signal_group_set_target (self->signals, self->search);
  g_signal_connect_object (filter, "changed", G_CALLBACK (tell_address), self, G_CONNECT_SWAPPED);
}

/**
 * machi_search_page_show:
 * @self: a page
 * @catalog: (transfer none): where to search
 * @address: `machi:search` with what to search for in its query
 *
 * Shows a search.
 */
void
machi_search_page_show (MachiSearchPage *self, MachiCatalog *catalog, MachiAddress *address)
{
  g_autofree char *text = machi_address_dup_query_value (address, "q");

  g_return_if_fail (MACHI_IS_SEARCH_PAGE (self));

  stop_waiting (self);
  self->showing = TRUE;
  use_catalog (self, catalog);
  machi_entry_filter_set_query (machi_search_get_filter (self->search), machi_address_get_query (address));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  machi_search_set_text (self->search, text);
  found_cb (self);
  self->showing = FALSE;
}

/**
 * machi_search_page_forward_key:
 * @self: a page that is shown
 * @controller: what has a key just now
 *
 * Gives the key to where one types.
 */
void
machi_search_page_forward_key (MachiSearchPage *self, GtkEventControllerKey *controller)
{
  g_return_if_fail (MACHI_IS_SEARCH_PAGE (self));

  gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}

/**
 * machi_search_page_get_search:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it searches with, once it has been shown
 */
MachiSearch *
machi_search_page_get_search (MachiSearchPage *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_PAGE (self), NULL);

  return self->search;
}
