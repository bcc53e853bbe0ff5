/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-fixture.h"

#include "machi-block-view.h"
#include "machi-citation-label.h"
#include "machi-find-bar.h"
#include "machi-find.h"
#include "machi-source-popover.h"
#include "machi-table-grid.h"
#include "machi-table-row.h"

#include <string.h>

static MachiBlockView *
find_view (GtkWidget *root, const char *id)
{
  if (MACHI_IS_BLOCK_VIEW (root)
      && g_str_equal (machi_block_get_id (machi_block_view_get_block (MACHI_BLOCK_VIEW (root))), id))
    return MACHI_BLOCK_VIEW (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      MachiBlockView *found = find_view (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static MachiCitationLabel *
get_text (ReportFixture *f, const char *id)
{
  MachiBlockView *view = find_view (GTK_WIDGET (f->page), id);
  g_autoptr (GPtrArray) labels = NULL;

  g_assert_nonnull (view);
  labels = machi_block_view_get_labels (view);

  return g_ptr_array_index (labels, 0);
}

static GtkWidget *
get_label (ReportFixture *f, const char *id)
{
  return GTK_WIDGET (machi_citation_label_get_label (get_text (f, id)));
}

static GtkAdjustment *
get_adjustment (ReportFixture *f)
{
  GtkWidget *scroller = machi_test_find (GTK_WIDGET (f->page), GTK_TYPE_VIEWPORT, NULL);

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (scroller));
}

static void
assert_heading (GtkWidget *label, int level, const char *text)
{
  gtk_test_accessible_assert_role (label, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LEVEL, level);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, text);
}

static void
test_roles (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *title = machi_test_find (GTK_WIDGET (f->page), GTK_TYPE_LABEL, "A title");
  GtkWidget *grid;

  assert_heading (title, 1, "A title");
  assert_heading (get_label (f, "first"), 2, "First part");
  assert_heading (get_label (f, "inner"), 3, "Inner");
  gtk_test_accessible_assert_role (get_label (f, "first.1"), GTK_ACCESSIBLE_ROLE_PARAGRAPH);
  gtk_test_accessible_assert_role (find_view (GTK_WIDGET (f->page), "first.4"), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (find_view (GTK_WIDGET (f->page), "first.5"), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (find_view (GTK_WIDGET (f->page), "first.6"), GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE);
  gtk_test_accessible_assert_role (find_view (GTK_WIDGET (f->page), "first.7"), GTK_ACCESSIBLE_ROLE_NOTE);

  grid = machi_test_find (GTK_WIDGET (find_view (GTK_WIDGET (f->page), "t")), MACHI_TYPE_TABLE_GRID, NULL);
  gtk_test_accessible_assert_role (grid, GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_test_accessible_assert_property (grid, GTK_ACCESSIBLE_PROPERTY_LABEL, "Title of t[1]");
  gtk_test_accessible_assert_role (gtk_widget_get_first_child (grid), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (machi_table_row_get_cell (MACHI_TABLE_ROW (gtk_widget_get_first_child (grid)), 1),
                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_role (machi_table_row_get_cell (MACHI_TABLE_ROW (gtk_widget_get_last_child (grid)), 1),
                                   GTK_ACCESSIBLE_ROLE_CELL);
}

static void
test_trust (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *unverified = get_label (f, "first.2");
  GtkWidget *inference = get_label (f, "first.3");

  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (unverified)), "not verified"));
  gtk_test_accessible_assert_property (unverified, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Not verified: no source was found for this");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (inference)), "our reading"));
  g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (get_label (f, "first.1"))), "verified"));
}

static gboolean
activate (MachiCitationLabel *label, const char *address)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (machi_citation_label_get_label (label), "activate-link", address, &handled);

  return handled;
}

static void
note_cb (MachiCitationLabel *label, const char *address, char **noted)
{
  g_set_str (noted, address);
  g_signal_stop_emission_by_name (label, "activate-address");
}

static void
test_links (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  MachiCitationLabel *text = get_text (f, "first.1");
  g_autofree char *noted = NULL;
  GtkWidget *label = GTK_WIDGET (machi_citation_label_get_label (text));

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "WATER from Kumamoto & around.[1, 2] See the web.");

  g_assert_true (activate (text, "machi:city/kumamoto#x"));
  g_assert_cmpstr (f->opened, ==, "machi:city/kumamoto#x");
  /* No other scheme is handed on to other programs. */
  g_assert_true (activate (text, "file:///etc/passwd"));
  g_assert_true (activate (text, "javascript:alert(1)"));
  g_assert_true (activate (text, "cite:99"));
  g_assert_true (activate (text, "cite:-1"));
  g_assert_null (machi_citation_label_get_popover (text));

  g_signal_connect (text, "activate-address", G_CALLBACK (note_cb), &noted);
  activate (text, "https://example.org/?a=1&b=2");
  g_assert_cmpstr (noted, ==, "https://example.org/?a=1&b=2");
  g_assert_cmpstr (f->opened, ==, "machi:city/kumamoto#x");
}

/* The Tab key leads to every link of a text one after the other, past the texts without links, and around. */
static void
test_keyboard (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const links[] = { "machi:city/kumamoto#x", "cite:1", "https://example.org/?a=1&b=2" };
  GtkWidget *label = get_label (f, "first.1");
  GtkWidget *window = GTK_WIDGET (f->window);
  GtkWidget *first = NULL;
  guint n_steps = 0;

  while (gtk_window_get_focus (f->window) != label && n_steps++ < 20)
    gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_assert_true (gtk_window_get_focus (f->window) == label);
      g_assert_cmpstr (gtk_label_get_current_uri (GTK_LABEL (label)), ==, links[i]);
      g_assert_false (gtk_label_get_selection_bounds (GTK_LABEL (label), NULL, NULL));
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
    }
  /* The next text has no link, the one after it has. */
  g_assert_true (gtk_window_get_focus (f->window) == get_label (f, "first.3"));
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (f->window) == label);
  g_assert_cmpstr (gtk_label_get_current_uri (GTK_LABEL (label)), ==, links[2]);

  first = gtk_window_get_focus (f->window);
  for (n_steps = 0; n_steps < 100; n_steps++)
    {
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      if (gtk_window_get_focus (f->window) == first)
        break;
    }
  g_assert_cmpuint (n_steps, >, 8);
  g_assert_cmpuint (n_steps, <, 100);
}

static void
got_text_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_popover (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  MachiCitationLabel *text = get_text (f, "first.1");
  GtkWidget *popover, *copy;
  g_autofree char *copied = NULL;

  g_assert_true (activate (text, "cite:1"));
  popover = GTK_WIDGET (machi_citation_label_get_popover (text));
  g_assert_true (MACHI_IS_SOURCE_POPOVER (popover));
  machi_test_wait_until (gtk_widget_get_mapped (popover));
  g_assert_nonnull (machi_test_find (popover, GTK_TYPE_LABEL, "1. The source <one>"));
  g_assert_nonnull (machi_test_find (popover, GTK_TYPE_LABEL, "2. The source <two>"));
  g_assert_nonnull (machi_test_find (popover, GTK_TYPE_LABEL, "A & B, 2013"));
  g_assert_nonnull (machi_test_find (popover, GTK_TYPE_LABEL, "https://example.org/one?a=1&b=2"));
  g_assert_nonnull (machi_test_find (popover, GTK_TYPE_LABEL, "Seen on"));

  copy = machi_test_find (popover, GTK_TYPE_BUTTON, NULL);
  while (g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (copy)), "edit-copy-symbolic") != 0)
    copy = gtk_widget_get_next_sibling (copy);
  g_signal_emit_by_name (copy, "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (copy), NULL, got_text_cb, &copied);
  machi_test_wait_until (copied != NULL);
  g_assert_cmpstr (copied, ==, "https://example.org/one?a=1&b=2");

  /* It stands where the mark does, not at the middle of the paragraph. */
  {
    GdkRectangle area, mark;

    gtk_popover_get_pointing_to (GTK_POPOVER (popover), &area);
    machi_citation_label_get_range_area (text, &(MachiRange) { 29, 35 }, &mark);
    g_assert_true (gdk_rectangle_equal (&area, &mark));
    g_assert_cmpint (area.x, >, 50);
    g_assert_cmpint (area.width, <, 100);
  }

  /* The focus goes back to the mark. */
  gtk_popover_popdown (GTK_POPOVER (popover));
  machi_test_wait_until (!gtk_widget_get_mapped (popover));
  g_assert_true (gtk_window_get_focus (f->window) == get_label (f, "first.1"));
  g_assert_cmpstr (gtk_label_get_current_uri (GTK_LABEL (get_label (f, "first.1"))), ==, "cite:1");
}

static MachiFindBar *
get_find_bar (ReportFixture *f)
{
  MachiFindBar *bar = MACHI_FIND_BAR (machi_test_find (GTK_WIDGET (f->page), MACHI_TYPE_FIND_BAR, NULL));

  g_assert_nonnull (bar);

  return bar;
}

static void
find_text (ReportFixture *f, const char *text)
{
  GtkSearchEntry *entry = machi_find_bar_get_entry (get_find_bar (f));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  machi_test_settle ();
}

static gboolean
is_highlighted (ReportFixture *f, const char *id)
{
  PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (get_label (f, id)));
  GSList *all = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;
  gboolean found = FALSE;

  for (GSList *l = all; l != NULL; l = l->next)
    found |= ((PangoAttribute *) l->data)->klass->type == PANGO_ATTR_BACKGROUND;
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);

  return found;
}

static void
test_find (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  MachiFindBar *bar = get_find_bar (f);
  GtkAdjustment *adjustment = get_adjustment (f);

  gtk_widget_activate_action (GTK_WIDGET (f->page), "page.find", NULL);
  /* In the summary, a paragraph, the headings and a cell of two tables, and with an accent at the very end. */
  find_text (f, "wáter");
  g_assert_cmpuint (machi_find_bar_get_n_matches (bar), ==, 6);
  g_assert_cmpuint (machi_find_bar_get_current (bar), ==, 1);
  machi_test_wait_until (machi_test_find (GTK_WIDGET (bar), GTK_TYPE_LABEL, "1 of 6") != NULL);
  g_assert_true (is_highlighted (f, "first.1"));
  g_assert_false (is_highlighted (f, "first.2"));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (f->page), "page.find-previous", NULL);
  g_assert_cmpuint (machi_find_bar_get_current (bar), ==, 6);
  machi_test_wait_until (gtk_adjustment_get_value (adjustment) > 500);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "page.find-next", NULL);
  g_assert_cmpuint (machi_find_bar_get_current (bar), ==, 1);
  machi_test_wait_until (gtk_adjustment_get_value (adjustment) < 500);

  find_text (f, "nowhere");
  g_assert_cmpuint (machi_find_bar_get_n_matches (bar), ==, 0);
  g_assert_nonnull (machi_test_find (GTK_WIDGET (bar), GTK_TYPE_LABEL, "No matches"));
  g_assert_false (is_highlighted (f, "first.1"));

  find_text (f, "water");
  machi_find_bar_close (bar);
  g_assert_false (is_highlighted (f, "first.1"));
  g_assert_cmpuint (machi_find_bar_get_n_matches (bar), ==, 0);
}

/* A match in the figures of a plot opens them. */
static void
test_find_figures (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = GTK_WIDGET (find_view (GTK_WIDGET (f->page), "p"));
  GtkWidget *button = machi_test_find (view, GTK_TYPE_TOGGLE_BUTTON, NULL);

  gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "page.find", NULL);
  find_text (f, "4242");
  g_assert_cmpuint (machi_find_bar_get_n_matches (get_find_bar (f)), ==, 1);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
}

static void
assert_range (const char *plain, const char *needle, const char *found)
{
  g_autoptr (GArray) ranges = machi_find_ranges (plain, needle);
  g_autofree char *covered = NULL;
  MachiRange range;

  g_assert_cmpuint (ranges->len, ==, found != NULL ? 1 : 0);
  if (found == NULL)
    return;

  range = g_array_index (ranges, MachiRange, 0);
  covered = g_strndup (plain + range.start, range.end - range.start);
  g_assert_cmpstr (covered, ==, found);
}

static void
test_ranges (void)
{
  assert_range ("In Hải Phòng, Viet Nam", "hai phong", "Hải Phòng");
  assert_range ("Hải Phòng", "hai phong", "Hải Phòng");
  assert_range ("Ｋｉｔａｋｙｕｓｈｕ 北九州市", "kitakyushu", "Ｋｉｔａｋｙｕｓｈｕ");
  assert_range ("北九州市は", "九州", "九州");
  assert_range ("die Straße dort", "strasse", "Straße");
  assert_range ("nothing", "", NULL);
  assert_range ("", "a", NULL);
}

static void
test_scroll (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GtkAdjustment *adjustment = get_adjustment (f);
  double first;

  g_assert_false (machi_report_page_scroll_to (f->page, "nothing"));
  g_assert_true (machi_report_page_scroll_to (f->page, "second"));
  machi_test_wait_until (gtk_adjustment_get_value (adjustment) > 100);
  first = gtk_adjustment_get_value (adjustment);
  g_assert_true (machi_report_page_scroll_to (f->page, "sources"));
  machi_test_wait_until (gtk_adjustment_get_value (adjustment) > first);

  machi_report_page_set_position (f->page, 0.5);
  machi_test_wait_until (ABS (machi_report_page_get_position (f->page) - 0.5) < 0.01);
}

static void
test_contents (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *button, *list, *row;
  guint n_rows = 0;

  gtk_widget_activate_action (GTK_WIDGET (f->page), "page.contents", NULL);
  button = machi_test_find (GTK_WIDGET (f->page), GTK_TYPE_MENU_BUTTON, NULL);
  machi_test_wait_until (machi_test_find (button, GTK_TYPE_LIST_BOX, NULL) != NULL);
  list = machi_test_find (button, GTK_TYPE_LIST_BOX, NULL);
  for (row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows++;
  g_assert_cmpuint (n_rows, ==, 5);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 3));
  gtk_widget_activate (row);
  machi_test_wait_until (gtk_adjustment_get_value (get_adjustment (f)) > 500);
}

static void
test_zoom (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *label = get_label (f, "first.1");
  int height = gtk_widget_get_height (label);

  for (guint i = 0; i < 20; i++)
    gtk_widget_activate_action (GTK_WIDGET (f->page), "page.zoom-in", NULL);
  machi_test_wait_until (gtk_widget_get_height (label) > height * 2);
  for (guint i = 0; i < 20; i++)
    gtk_widget_activate_action (GTK_WIDGET (f->page), "page.zoom-out", NULL);
  machi_test_wait_until (gtk_widget_get_height (label) < height);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "page.zoom-reset", NULL);
  machi_test_wait_until (gtk_widget_get_height (label) == height);
}

/* Another report takes the place of the first, and nothing of that is left. */
static void
test_replace (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (MachiReportDocument) other
      = report_fixture_read_document (REPORT_HEAD "<para>Other</para></article>", f->sources);

  gtk_widget_activate_action (GTK_WIDGET (f->page), "page.find", NULL);
  find_text (f, "water");
  activate (get_text (f, "first.1"), "cite:1");
  machi_test_settle ();
  machi_report_page_set_report (f->page, f->entry, other);
  machi_test_settle ();
  g_assert_null (find_view (GTK_WIDGET (f->page), "first"));
  g_assert_nonnull (find_view (GTK_WIDGET (f->page), "r.1"));
  g_assert_false (machi_report_page_scroll_to (f->page, "sources"));
}

static void
test_statement (void)
{
  g_autoptr (MachiCitations) citations = machi_citations_new ();
  g_autoptr (MachiSource) source = machi_source_new (&(MachiSourceFields) { .id = "s", .title = "S" });
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  GtkWidget *label = g_object_ref_sink (machi_citation_label_new ());

  g_ptr_array_add (sources, source);
  machi_citation_label_set_statement_text (MACHI_CITATION_LABEL (label), "5 < 6 & <b>so</b>", "en", sources, citations,
                                           FALSE, FALSE);
  g_assert_cmpstr (gtk_label_get_text (machi_citation_label_get_label (MACHI_CITATION_LABEL (label))), ==,
                   "5 < 6 & <b>so</b>[1]");
  machi_citation_label_set_statement_text (MACHI_CITATION_LABEL (label), "Said", NULL, NULL, citations, TRUE, FALSE);
  g_assert_nonnull (
      strstr (gtk_label_get_text (machi_citation_label_get_label (MACHI_CITATION_LABEL (label))), "not verified"));
  machi_citation_label_set_source (MACHI_CITATION_LABEL (label), source);
  g_assert_cmpstr (gtk_label_get_text (machi_citation_label_get_label (MACHI_CITATION_LABEL (label))), ==, "S");
  g_assert_finalize_object (label);
}

int
main (int argc, char *argv[])
{
  report_fixture_init (&argc, &argv);

#define ADD(path, test)                                                                                                \
  g_test_add ("/report-page/" path, ReportFixture, NULL, report_fixture_set_up, test, report_fixture_tear_down)
  ADD ("roles", test_roles);
  ADD ("trust", test_trust);
  ADD ("links", test_links);
  ADD ("keyboard", test_keyboard);
  ADD ("popover", test_popover);
  ADD ("find", test_find);
  ADD ("find-figures", test_find_figures);
  ADD ("scroll", test_scroll);
  ADD ("contents", test_contents);
  ADD ("zoom", test_zoom);
  ADD ("replace", test_replace);
  g_test_add_func ("/report-page/ranges", test_ranges);
  g_test_add_func ("/report-page/statement", test_statement);

  return g_test_run ();
}
