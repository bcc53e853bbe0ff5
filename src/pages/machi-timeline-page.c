/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-timeline-page.h"

#include "machi-filter-bar.h"
#include "machi-histogram.h"
#include "machi-locale.h"
#include "machi-page.h"
#include "machi-swatch.h"
#include "machi-timeline.h"

#include <glib/gi18n.h>

/**
 * MachiTimelinePage:
 *
 * What happened when: a histogram by years, whose legend chooses kinds and whose range chooses years, over the list of
 * events below headings of their years.
 */
struct _MachiTimelinePage
{
  AdwBin parent_instance;

  MachiFilterBar *filter_bar;
  MachiHistogram *histogram;
  AdwWrapBox *legend;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkFilterListModel *of_all_years;
  GtkFilterListModel *shown;
  GtkSortListModel *sorted;
  GtkNoSelection *selection;
  GtkToggleButton *order_button;

  GtkToggleButton *kind_buttons[MACHI_N_EVENT_KINDS];
  MachiCatalog *catalog;
  MachiTimeline *timeline;
  MachiEntryFilter *filter;
  gboolean oldest_first;
  gboolean updating;
  gboolean showing;
};

static void page_iface_init (MachiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiTimelinePage,
                               machi_timeline_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MACHI_TYPE_PAGE, page_iface_init))

static GtkScrolledWindow *
get_scroller (MachiPage *page)
{
  return MACHI_TIMELINE_PAGE (page)->scroller;
}

static void
page_iface_init (MachiPageInterface *iface)
{
  iface->get_scroller = get_scroller;
}

static gboolean
match_event (gpointer item, gpointer data)
{
  return machi_entry_filter_matches (MACHI_TIMELINE_PAGE (data)->filter, item);
}

/* The histogram shows all years, so that one sees what a range leaves out. */
static gboolean
match_but_years (gpointer item, gpointer data)
{
  guint misses = machi_entry_filter_get_misses (MACHI_TIMELINE_PAGE (data)->filter, item);

  return (misses & ~(1u << MACHI_FACET_YEARS)) == 0;
}

static int
compare_years (gconstpointer a, gconstpointer b, gpointer data)
{
  MachiTimelinePage *self = data;
  int order = machi_event_get_year ((gpointer) a) - machi_event_get_year ((gpointer) b);

  return self->oldest_first ? order : -order;
}

static int
compare_events (gconstpointer a, gconstpointer b, gpointer data)
{
  MachiTimelinePage *self = data;
  int order = machi_event_compare ((gpointer) a, (gpointer) b);

  return self->oldest_first ? order : -order;
}

/* The list holds on to its first row, not to the heading above it: it is taken to its top when it has been laid out. */
static gboolean
scroll_to_top_cb (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer frames)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (MACHI_TIMELINE_PAGE (widget)->scroller), 0);

  return (*(guint *) frames)++ < 1 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
scroll_to_top (MachiTimelinePage *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_top_cb, g_new0 (guint, 1), g_free);
}

static void
order_toggled_cb (MachiTimelinePage *self)
{
  self->oldest_first = gtk_toggle_button_get_active (self->order_button);
  gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_INVERTED);
  gtk_sorter_changed (gtk_sort_list_model_get_section_sorter (self->sorted), GTK_SORTER_CHANGE_INVERTED);
  scroll_to_top (self);
}

static void
row_activated_cb (MachiTimelinePage *self, guint position)
{
  g_autoptr (MachiEvent) event = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *entry = event != NULL ? machi_entry_dup_address (machi_event_get_entry (event)) : NULL;
  g_autofree char *address = NULL;

  if (event == NULL)
    return;

  if (machi_event_get_kind (event) == MACHI_EVENT_MILESTONE)
    address = g_strconcat (entry, "#milestones", NULL);
  else if (machi_event_get_kind (event) == MACHI_EVENT_AGREEMENT)
    address = g_strconcat (entry, "#agreements", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", address != NULL ? address : entry);
}

static void
range_changed_cb (MachiTimelinePage *self)
{
  int from, to;

  machi_histogram_get_range (self->histogram, &from, &to);
  machi_entry_filter_set_years (self->filter, from, to);
}

static void
clear_clicked_cb (MachiTimelinePage *self)
{
  machi_entry_filter_clear (self->filter);
}

/* All kinds chosen is the same as none: nothing is left out. */
static void
kind_toggled_cb (MachiTimelinePage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kinds = NULL;

  if (self->updating)
    return;

  for (guint i = 0; i < MACHI_N_EVENT_KINDS; i++)
    if (gtk_toggle_button_get_active (self->kind_buttons[i]))
      g_strv_builder_add (builder, machi_event_kind_get_id (i));
  kinds = g_strv_builder_end (builder);
  if (g_strv_length (kinds) == MACHI_N_EVENT_KINDS)
    g_clear_pointer (&kinds, g_strfreev);
  machi_entry_filter_set_values (self->filter, MACHI_FACET_KIND, (const char *const *) kinds);
}

static void
update_legend (MachiTimelinePage *self)
{
  gboolean all = machi_entry_filter_get_values (self->filter, MACHI_FACET_KIND)[0] == NULL;

  self->updating = TRUE;
  for (guint i = 0; i < MACHI_N_EVENT_KINDS; i++)
    gtk_toggle_button_set_active (
        self->kind_buttons[i],
        all || machi_entry_filter_has_value (self->filter, MACHI_FACET_KIND, machi_event_kind_get_id (i)));
  self->updating = FALSE;
}

static void
update_stack (MachiTimelinePage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "list" : "empty");
}

/* The address of the window follows the filter, but is no new visit. */
static void
tell_address (MachiTimelinePage *self)
{
  g_autofree char *query = machi_entry_filter_to_query (self->filter);
  g_autofree char *address = g_strconcat ("machi:timeline", query != NULL ? "?" : NULL, query, NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.readdress", "s", address);
}

static void
filter_changed_cb (MachiTimelinePage *self)
{
  int from, to;

  gtk_filter_changed (gtk_filter_list_model_get_filter (self->of_all_years), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
  machi_entry_filter_get_years (self->filter, &from, &to);
  machi_histogram_set_range (self->histogram, from, to);
  update_legend (self);
  update_stack (self);
  scroll_to_top (self);
  if (!self->showing)
    tell_address (self);
}

static char *
format_caption (GObject *object G_GNUC_UNUSED, MachiEvent *event)
{
  g_autofree char *detail = NULL;
  g_autofree char *text = NULL;

  if (event == NULL)
    return NULL;

  detail = machi_event_dup_detail (event);
  if (*detail == '\0')
    text = g_strdup (machi_event_kind_get_label (machi_event_get_kind (event)));
  else
    /* Translators: a kind of event, and what is said of it */
    text = g_strdup_printf (C_ ("timeline", "%s · %s"), machi_event_kind_get_label (machi_event_get_kind (event)),
                            detail);
  if (!machi_event_get_unverified (event))
    return g_steal_pointer (&text);

  /* Translators: behind a statement for which no source was found */
  return g_strdup_printf (_ ("%s (not verified)"), text);
}

static char *
format_spoken (GObject *object, MachiEvent *event)
{
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;

  if (event == NULL)
    return NULL;

  date = machi_locale_format_date (machi_event_get_date (event));
  title = machi_event_dup_title (event);
  caption = format_caption (object, event);

  /* Translators: how a screen reader says an event: when, what happened, more on it */
  return g_strdup_printf (C_ ("timeline", "%s: %s. %s"), date, title, caption);
}

static char *
format_year (GObject *object G_GNUC_UNUSED, MachiEvent *event)
{
  return event != NULL ? machi_locale_format_year (machi_event_get_year (event)) : NULL;
}

static char *
format_number (GObject *object G_GNUC_UNUSED, guint number)
{
  return machi_locale_format_number (number);
}

static void
machi_timeline_page_dispose (GObject *object)
{
  MachiTimelinePage *self = MACHI_TIMELINE_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_TIMELINE_PAGE);
  g_clear_object (&self->catalog);
  g_clear_object (&self->timeline);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (machi_timeline_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MachiTimelinePage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, MachiTimelinePage, histogram);
  gtk_widget_class_bind_template_child (widget_class, MachiTimelinePage, legend);
  gtk_widget_class_bind_template_child (widget_class, MachiTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, MachiTimelinePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MachiTimelinePage, list);
  gtk_widget_class_bind_template_child (widget_class, MachiTimelinePage, of_all_years);
  gtk_widget_class_bind_template_child (widget_class, MachiTimelinePage, shown);
  gtk_widget_class_bind_template_child (widget_class, MachiTimelinePage, sorted);
  gtk_widget_class_bind_template_child (widget_class, MachiTimelinePage, selection);
  gtk_widget_class_bind_template_child (widget_class, MachiTimelinePage, order_button);
}

static void
machi_timeline_page_class_init (MachiTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_timeline_page_dispose;

  g_type_ensure (MACHI_TYPE_EVENT);
  g_type_ensure (MACHI_TYPE_FILTER_BAR);
  g_type_ensure (MACHI_TYPE_HISTOGRAM);
  g_type_ensure (MACHI_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-timeline-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_caption);
  gtk_widget_class_bind_template_callback (widget_class, format_number);
  gtk_widget_class_bind_template_callback (widget_class, format_spoken);
  gtk_widget_class_bind_template_callback (widget_class, format_year);
}

static GtkToggleButton *
create_kind_button (MachiEventKind kind)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *label = machi_event_kind_get_plural (kind);

  gtk_box_append (GTK_BOX (box), machi_swatch_new (kind));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "machi-legend");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_TOGGLE_BUTTON (button);
}

static void
machi_timeline_page_init (MachiTimelinePage *self)
{
  g_autoptr (GtkFilter) filter = GTK_FILTER (gtk_custom_filter_new (match_event, self, NULL));
  g_autoptr (GtkFilter) but_years = GTK_FILTER (gtk_custom_filter_new (match_but_years, self, NULL));
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_events, self, NULL));
  g_autoptr (GtkSorter) section_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_years, self, NULL));

  self->filter = machi_entry_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_filter_list_model_set_filter (self->shown, filter);
  gtk_filter_list_model_set_filter (self->of_all_years, but_years);
  gtk_sort_list_model_set_sorter (self->sorted, sorter);
  gtk_sort_list_model_set_section_sorter (self->sorted, section_sorter);
  for (guint i = 0; i < MACHI_N_EVENT_KINDS; i++)
    {
      self->kind_buttons[i] = create_kind_button (i);
      g_signal_connect_object (self->kind_buttons[i], "toggled", G_CALLBACK (kind_toggled_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->legend, GTK_WIDGET (self->kind_buttons[i]));
    }
  machi_filter_bar_set_filter (self->filter_bar, self->filter);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * machi_timeline_page_new:
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
GtkWidget *
machi_timeline_page_new (void)
{
  return g_object_new (MACHI_TYPE_TIMELINE_PAGE, NULL);
}

static void
set_catalog (MachiTimelinePage *self, MachiCatalog *catalog)
{
  static const MachiKind kinds[]
      = { MACHI_KIND_NETWORK, MACHI_KIND_COOPERATION, MACHI_KIND_PROJECT, MACHI_KIND_CITY, MACHI_KIND_PROGRAMME };
  GListModel *lists[G_N_ELEMENTS (kinds)];
  int first, dense, last;

  if (!g_set_object (&self->catalog, catalog))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    lists[i] = machi_catalog_get_entries (catalog, kinds[i]);
  g_clear_object (&self->timeline);
  self->timeline = machi_timeline_new (lists, G_N_ELEMENTS (lists));
  if (machi_timeline_get_span (self->timeline, &first, &dense, &last))
    {
      machi_histogram_set_axis (self->histogram, dense, last, first < dense);
      machi_filter_bar_set_years (self->filter_bar, first, last);
    }
  machi_filter_bar_set_catalog (self->filter_bar, catalog);
  machi_filter_bar_set_model (self->filter_bar, G_LIST_MODEL (self->timeline));
  gtk_filter_list_model_set_model (self->of_all_years, G_LIST_MODEL (self->timeline));
  gtk_filter_list_model_set_model (self->shown, G_LIST_MODEL (self->timeline));
}

/**
 * machi_timeline_page_show:
 * @self: a page
 * @catalog: (transfer none): a catalogue
 * @query: (nullable): what to show, from the address
 *
 * Shows the events of @catalog that @query asks for.
 */
void
machi_timeline_page_show (MachiTimelinePage *self, MachiCatalog *catalog, const char *query)
{
  g_return_if_fail (MACHI_IS_TIMELINE_PAGE (self));
  g_return_if_fail (MACHI_IS_CATALOG (catalog));

  self->showing = TRUE;
  set_catalog (self, catalog);
  machi_entry_filter_set_query (self->filter, query);
  update_stack (self);
  scroll_to_top (self);
  self->showing = FALSE;
}

/**
 * machi_timeline_page_get_filter:
 * @self: a page
 *
 * Returns: (transfer none): what it shows
 */
MachiEntryFilter *
machi_timeline_page_get_filter (MachiTimelinePage *self)
{
  g_return_val_if_fail (MACHI_IS_TIMELINE_PAGE (self), NULL);

  return self->filter;
}

/**
 * machi_timeline_page_get_events:
 * @self: a page
 *
 * Returns: (transfer none): the #MachiEvent that it lists, in order
 */
GListModel *
machi_timeline_page_get_events (MachiTimelinePage *self)
{
  g_return_val_if_fail (MACHI_IS_TIMELINE_PAGE (self), NULL);

  return G_LIST_MODEL (self->selection);
}
