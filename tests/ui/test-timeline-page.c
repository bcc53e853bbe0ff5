/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-histogram-thumb.h"
#include "machi-histogram.h"
#include "machi-test.h"
#include "machi-timeline-page.h"
#include "machi-timeline.h"

static MachiApplication *application;
static char *announced;

/* In place of GTK's own, so that one can see what would be spoken (see test-plot.c). */
void
gtk_accessible_announce (GtkAccessible *self G_GNUC_UNUSED,
                         const char *message,
                         GtkAccessibleAnnouncementPriority priority G_GNUC_UNUSED)
{
  g_set_str (&announced, message);
}

static MachiTimelinePage *
open_timeline (const char *address)
{
  MachiWindow *window = machi_test_get_window (application);
  GtkWidget *page;

  machi_window_open (window, address);
  machi_test_settle ();
  page = machi_test_find (GTK_WIDGET (window), MACHI_TYPE_TIMELINE_PAGE, NULL);
  g_assert_nonnull (page);

  return MACHI_TIMELINE_PAGE (page);
}

static void
assert_address (const char *wanted)
{
  g_autofree char *address = machi_window_dup_address (machi_test_get_window (application));

  g_assert_cmpstr (address, ==, wanted);
}

static MachiTimeline *
create_timeline (void)
{
  static const MachiKind kinds[]
      = { MACHI_KIND_NETWORK, MACHI_KIND_COOPERATION, MACHI_KIND_PROJECT, MACHI_KIND_CITY, MACHI_KIND_PROGRAMME };
  MachiCatalog *catalog = machi_window_get_catalog (machi_test_get_window (application));
  GListModel *lists[G_N_ELEMENTS (kinds)];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    lists[i] = machi_catalog_get_entries (catalog, kinds[i]);

  return machi_timeline_new (lists, G_N_ELEMENTS (lists));
}

/* The page lists what the filter of its address leaves of all events, the newest first. */
static void
assert_events (MachiTimelinePage *page, const char *query)
{
  g_autoptr (MachiTimeline) timeline = create_timeline ();
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();
  GListModel *events = machi_timeline_page_get_events (page);
  guint n_wanted = 0;
  int last = 9999;

  machi_entry_filter_set_query (filter, query);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autoptr (MachiEvent) event = g_list_model_get_item (G_LIST_MODEL (timeline), i);
      n_wanted += machi_entry_filter_matches (filter, event);
    }
  g_assert_cmpuint (g_list_model_get_n_items (events), ==, n_wanted);
  for (guint i = 0; i < n_wanted; i++)
    {
      g_autoptr (MachiEvent) event = g_list_model_get_item (events, i);

      g_assert_true (machi_entry_filter_matches (filter, event));
      g_assert_cmpint (machi_event_get_year (event), <=, last);
      last = machi_event_get_year (event);
    }
}

static void
test_events (void)
{
  MachiTimelinePage *page = open_timeline ("machi:timeline");

  assert_events (page, NULL);
  open_timeline ("machi:timeline?country=VN&topic=waste&from=2010");
  assert_events (page, "country=VN&topic=waste&from=2010");
  assert_address ("machi:timeline?country=VN&topic=waste&from=2010");
  open_timeline ("machi:timeline?kind=founding&from=2000&to=2010");
  assert_events (page, "kind=founding&from=2000&to=2010");
}

static MachiHistogram *
find_histogram (MachiTimelinePage *page)
{
  return MACHI_HISTOGRAM (machi_test_find (GTK_WIDGET (page), MACHI_TYPE_HISTOGRAM, NULL));
}

/* The bars count all years, whatever range is chosen. */
static void
test_histogram (void)
{
  MachiTimelinePage *page = open_timeline ("machi:timeline?kind=project&from=2014&to=2016");
  const MachiHistogramBins *bins = machi_histogram_get_bins (find_histogram (page));
  guint n_projects = g_list_model_get_n_items (
      machi_catalog_get_entries (machi_window_get_catalog (machi_test_get_window (application)), MACHI_KIND_PROJECT));
  guint last = machi_histogram_bins_get_size (bins) - 1;
  guint from = machi_histogram_bins_get_place (bins, 2014);

  g_assert_cmpuint (machi_histogram_bins_get_sum (bins, 0, last), ==, n_projects);
  g_assert_cmpuint (machi_histogram_bins_get_sum (bins, from, from + 2), ==,
                    g_list_model_get_n_items (machi_timeline_page_get_events (page)));
  g_assert_cmpuint (machi_histogram_bins_get (bins, from, MACHI_EVENT_PROJECT), >, 0);
  g_assert_cmpuint (machi_histogram_bins_get (bins, from, MACHI_EVENT_AGREEMENT), ==, 0);
  g_assert_true (machi_histogram_bins_is_before (bins, 0));
}

/* Keys move the ends of the range: the list, the address and what is spoken follow. */
static void
test_keyboard (void)
{
  MachiTimelinePage *page = open_timeline ("machi:timeline?from=2014&to=2016");
  MachiHistogram *histogram = find_histogram (page);
  GtkWidget *from_thumb = gtk_widget_get_first_child (GTK_WIDGET (histogram));
  GtkWidget *to_thumb = gtk_widget_get_next_sibling (from_thumb);
  int from, to;

  g_assert_true (gtk_widget_get_focusable (from_thumb));
  gtk_test_accessible_assert_role (from_thumb, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (from_thumb, GTK_ACCESSIBLE_PROPERTY_LABEL, "First year shown");
  gtk_test_accessible_assert_property (from_thumb, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "2014");
  gtk_test_accessible_assert_property (to_thumb, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 2016.0);

  g_signal_emit_by_name (from_thumb, "step", 1);
  machi_histogram_get_range (histogram, &from, &to);
  g_assert_cmpint (from, ==, 2015);
  g_assert_cmpint (to, ==, 2016);
  assert_address ("machi:timeline?from=2015&to=2016");
  assert_events (page, "from=2015&to=2016");
  g_assert_true (g_str_has_prefix (announced, "2015–2016 · "));
  gtk_test_accessible_assert_property (from_thumb, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "2015");

  /* An end does not pass the other, and at the very end it limits nothing. */
  g_signal_emit_by_name (from_thumb, "step", 10);
  assert_address ("machi:timeline?from=2016&to=2016");
  g_signal_emit_by_name (to_thumb, "step", 10000);
  assert_address ("machi:timeline?from=2016");
  g_signal_emit_by_name (to_thumb, "step", 0);
  assert_address ("machi:timeline");
  assert_events (page, NULL);
}

static void
test_legend (void)
{
  MachiTimelinePage *page = open_timeline ("machi:timeline");
  GtkWidget *legend = NULL;

  for (GtkWidget *widget = machi_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Milestones"); legend == NULL;
       widget = gtk_widget_get_parent (widget))
    legend = GTK_IS_TOGGLE_BUTTON (widget) ? widget : NULL;
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (legend)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (legend), FALSE);
  assert_address ("machi:timeline?kind=agreement,founding,project");
  assert_events (page, "kind=agreement,founding,project");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (legend), TRUE);
  assert_address ("machi:timeline");
}

static void
test_activate (void)
{
  MachiTimelinePage *page = open_timeline ("machi:timeline?kind=project");
  GtkWidget *list = machi_test_find (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL);
  g_autoptr (MachiEvent) event = g_list_model_get_item (machi_timeline_page_get_events (page), 3);
  g_autofree char *address = machi_entry_dup_address (machi_event_get_entry (event));

  g_signal_emit_by_name (list, "activate", 3);
  assert_address (address);
  gtk_widget_activate_action (GTK_WIDGET (machi_test_get_window (application)), "win.back", NULL);
  assert_address ("machi:timeline?kind=project");
  assert_events (page, "kind=project");
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = machi_test_start ();
  g_test_add_func ("/timeline-page/events", test_events);
  g_test_add_func ("/timeline-page/histogram", test_histogram);
  g_test_add_func ("/timeline-page/keyboard", test_keyboard);
  g_test_add_func ("/timeline-page/legend", test_legend);
  g_test_add_func ("/timeline-page/activate", test_activate);
  status = g_test_run ();
  machi_test_stop (application);
  g_free (announced);

  return status;
}
