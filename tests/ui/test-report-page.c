/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-block-view.h"
#include "machi-catalog.h"
#include "machi-citation-label.h"
#include "machi-find-bar.h"
#include "machi-find.h"
#include "machi-problem.h"
#include "machi-report-layout.h"
#include "machi-report-page.h"
#include "machi-report-print.h"
#include "machi-report-reader.h"
#include "machi-source-popover.h"
#include "machi-table-grid.h"
#include "machi-table-row.h"
#include "machi-test.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#define HEAD \
  "<article xmlns=\"http://docbook.org/ns/docbook\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"5.0\"" \
  " xml:lang=\"en\" xml:id=\"r\"><info><title>A title</title><abstract><para>The summary on water.</para></abstract></info>"
#define CITE(id) "<citation>" id "</citation>"
#define ROW(a, b) "<row><entry>" a "</entry><entry>" b "</entry></row>"
#define TABLE(id, role, rows) \
  "<table xml:id=\"" id "\"" role "><title>Title of " id CITE ("one") "</title><tgroup cols=\"2\"><thead>" \
  ROW ("Year", "Water (m³)") "</thead><tbody>" rows "</tbody></tgroup></table>"
#define FILL "<para>Long enough to fill a line or two, and to be broken where a page ends, with words and words again.</para>"
#define FILL_8 FILL FILL FILL FILL FILL FILL FILL FILL

static const char sample[] = HEAD
    "<section xml:id=\"first\"><title>First <emphasis>part</emphasis></title>"
    "<para>WATER from <link xlink:href=\"machi:city/kumamoto#x\">Kumamoto &amp; around</link>." CITE ("one") CITE ("two")
    " See <link xlink:href=\"https://example.org/?a=1&amp;b=2\">the web</link>.</para>"
    "<para role=\"unverified\">Said by nobody.</para><para role=\"inference\">Thought by us." CITE ("two") "</para>"
    "<itemizedlist><listitem><para>Bullet</para></listitem></itemizedlist>"
    "<orderedlist><listitem><para>Number</para></listitem></orderedlist>"
    "<blockquote><para>Quoted</para></blockquote><note><para>Noted</para></note>"
    "<section xml:id=\"inner\"><title>Inner</title><para>Plain</para></section></section>"
    "<section xml:id=\"second\"><title>Second</title>" TABLE ("t", "", ROW ("1999", "Water tower" CITE ("one")) ROW ("2000", "–"))
    TABLE ("p", " role=\"line-chart\"", ROW ("2001", "11") ROW ("2002", "4242.5"))
    FILL_8 FILL_8 FILL_8 FILL_8 "</section>"
    "<section xml:id=\"last\"><title>Last</title><para>The Wäter end.</para></section></article>";

typedef struct
{
  GtkWindow *window;
  MachiReportPage *page;
  MachiReportDocument *document;
  MachiEntry *entry;
  GSimpleActionGroup *actions;
  GHashTable *sources;
  char *opened;
} Fixture;

static MachiSource *
lookup (const char *id, gpointer data)
{
  GHashTable *sources = data;
  MachiSource *source = g_hash_table_lookup (sources, id);
  g_autofree char *title = g_strdup_printf ("The source <%s>", id);
  g_autofree char *url = g_strdup_printf ("https://example.org/%s?a=1&b=2", id);

  if (source == NULL)
    {
      source = machi_source_new (&(MachiSourceFields) { .id = id, .title = title, .publisher = "A & B", .url = url,
                                                        .published = "2013", .seen = "2026-11-23" });
      g_hash_table_insert (sources, g_strdup (id), source);
    }

  return source;
}

static MachiReportDocument *
read_document (const char *text, GHashTable *sources)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("machi-XXXXXX.xml", &stream, NULL);
  g_autoptr (GListStore) problems = g_list_store_new (MACHI_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  MachiReportDocument *document;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  document = machi_report_read (file, "r.xml", lookup, sources, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), ==, 0);
  g_file_delete (file, NULL, NULL);

  return document;
}

static void
open_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  Fixture *f = data;

  g_set_str (&f->opened, g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = { { "open", open_cb, "s", NULL, NULL, { 0 } } };

static MachiEntry *
new_entry (void)
{
  g_autoptr (MachiName) name = machi_name_new ();
  MachiEntry *entry;

  machi_name_add (name, "en", "A title");
  entry = machi_entry_new (MACHI_KIND_REPORT, "r", name);
  machi_entry_set_text (entry, MACHI_TEXT_TYPE, "case");
  machi_entry_set_period (entry, 2001, 2010);

  return entry;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  const char *text = data != NULL ? data : sample;

  f->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  f->document = read_document (text, f->sources);
  f->entry = new_entry ();
  f->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (f->actions), entries, G_N_ELEMENTS (entries), f);

  f->window = GTK_WINDOW (gtk_window_new ());
  f->page = MACHI_REPORT_PAGE (machi_report_page_new ());
  gtk_widget_insert_action_group (GTK_WIDGET (f->window), "win", G_ACTION_GROUP (f->actions));
  gtk_window_set_child (f->window, GTK_WIDGET (f->page));
  gtk_window_set_default_size (f->window, 800, 600);
  machi_report_page_set_report (f->page, f->entry, f->document);
  gtk_window_present (f->window);
  machi_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (f->page)) && gtk_widget_get_height (GTK_WIDGET (f->page)) > 0);
  machi_test_settle ();
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (f->window);
  machi_test_settle ();
  g_assert_finalize_object (f->entry);
  g_assert_finalize_object (f->document);
  g_clear_object (&f->actions);
  g_clear_pointer (&f->sources, g_hash_table_unref);
  g_clear_pointer (&f->opened, g_free);
}

static MachiBlockView *
find_view (GtkWidget *root, const char *id)
{
  if (MACHI_IS_BLOCK_VIEW (root) && g_str_equal (machi_block_get_id (machi_block_view_get_block (MACHI_BLOCK_VIEW (root))), id))
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
get_text (Fixture *f, const char *id)
{
  MachiBlockView *view = find_view (GTK_WIDGET (f->page), id);
  g_autoptr (GPtrArray) labels = NULL;

  g_assert_nonnull (view);
  labels = machi_block_view_get_labels (view);

  return g_ptr_array_index (labels, 0);
}

static GtkWidget *
get_label (Fixture *f, const char *id)
{
  return GTK_WIDGET (machi_citation_label_get_label (get_text (f, id)));
}

static GtkAdjustment *
get_adjustment (Fixture *f)
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
test_roles (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
test_trust (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
test_links (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
test_keyboard (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
test_popover (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
    machi_citation_label_get_range_area (text, &(MachiTextRange) { 29, 35 }, &mark);
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
get_find_bar (Fixture *f)
{
  MachiFindBar *bar = MACHI_FIND_BAR (machi_test_find (GTK_WIDGET (f->page), MACHI_TYPE_FIND_BAR, NULL));

  g_assert_nonnull (bar);

  return bar;
}

static void
find_text (Fixture *f, const char *text)
{
  GtkSearchEntry *entry = machi_find_bar_get_entry (get_find_bar (f));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  machi_test_settle ();
}

static gboolean
is_highlighted (Fixture *f, const char *id)
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
test_find (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
test_find_figures (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
  MachiTextRange range;

  g_assert_cmpuint (ranges->len, ==, found != NULL ? 1 : 0);
  if (found == NULL)
    return;

  range = g_array_index (ranges, MachiTextRange, 0);
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
test_scroll (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
test_contents (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
test_zoom (Fixture *f, gconstpointer data G_GNUC_UNUSED)
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
test_replace (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (MachiReportDocument) other = read_document (HEAD "<para>Other</para></article>", f->sources);

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

static PangoContext *
new_paper_context (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);

  pango_cairo_context_set_resolution (context, 72);

  return context;
}

static void
assert_before (MachiReportLayout *layout, const char *first, const char *second, double page_height)
{
  guint first_page, second_page;
  double first_y, second_y, first_height, second_height;

  g_assert_true (machi_report_layout_find_block (layout, first, &first_page, &first_y, &first_height));
  g_assert_true (machi_report_layout_find_block (layout, second, &second_page, &second_y, &second_height));
  g_assert_true (first_page < second_page || first_y + first_height <= second_y + 0.01);
  g_assert_cmpfloat (second_y + second_height, <=, page_height);
}

static void
test_layout (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const double sizes[][2] = { { 470, 700 }, { 300, 250 }, { 700, 400 } };
  PangoContext *context = new_paper_context ();
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (f->document));

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (MachiReportLayout) layout
          = machi_report_layout_new (f->entry, f->document, context, sizes[s][0], sizes[s][1]);
      guint page, next_page;
      double y, height;

      g_assert_cmpuint (machi_report_layout_get_n_pages (layout), >, 1);
      g_assert_false (machi_report_layout_find_block (layout, "nothing", &page, &y, &height));
      for (guint i = 0; i + 1 < n_items; i++)
        {
          g_autoptr (MachiBlock) block = g_list_model_get_item (G_LIST_MODEL (f->document), i);
          g_autoptr (MachiBlock) next = g_list_model_get_item (G_LIST_MODEL (f->document), i + 1);

          assert_before (layout, machi_block_get_id (block), machi_block_get_id (next), sizes[s][1]);
          machi_report_layout_find_block (layout, machi_block_get_id (block), &page, &y, &height);
          machi_report_layout_find_block (layout, machi_block_get_id (next), &next_page, &y, &height);
          /* A heading is never the last on a page. */
          if (machi_block_get_kind (block) == MACHI_BLOCK_HEADING)
            g_assert_cmpuint (page, ==, next_page);
        }
    }
  g_object_unref (context);
}

static void
test_export (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "machi-report.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (machi_report_print_export (f->entry, f->document, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpuint (length, >, 10000);
  g_unlink (path);

  g_assert_false (machi_report_print_export (f->entry, f->document, "/nonexistent/r.pdf", &error));
  g_assert_nonnull (error);
}

static void
test_statement (void)
{
  g_autoptr (MachiCitations) citations = machi_citations_new ();
  g_autoptr (MachiSource) source = machi_source_new (&(MachiSourceFields) { .id = "s", .title = "S" });
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  GtkWidget *label = g_object_ref_sink (machi_citation_label_new ());

  g_ptr_array_add (sources, source);
  machi_citation_label_set_statement_text (MACHI_CITATION_LABEL (label), "5 < 6 & <b>so</b>", "en", sources, citations, FALSE, FALSE);
  g_assert_cmpstr (gtk_label_get_text (machi_citation_label_get_label (MACHI_CITATION_LABEL (label))), ==,
                   "5 < 6 & <b>so</b>[1]");
  machi_citation_label_set_statement_text (MACHI_CITATION_LABEL (label), "Said", NULL, NULL, citations, TRUE, FALSE);
  g_assert_nonnull (strstr (gtk_label_get_text (machi_citation_label_get_label (MACHI_CITATION_LABEL (label))),
                            "not verified"));
  machi_citation_label_set_source (MACHI_CITATION_LABEL (label), source);
  g_assert_cmpstr (gtk_label_get_text (machi_citation_label_get_label (MACHI_CITATION_LABEL (label))), ==, "S");
  g_assert_finalize_object (label);
}

/* Every report of the built-in pack is shown and set on paper without a warning. */
static void
test_every_report (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) root = g_file_new_for_uri (MACHI_CATALOG_BUILT_IN);
  g_autoptr (GError) error = NULL;
  g_autoptr (MachiCatalog) catalog = machi_catalog_load (root, NULL, &error);
  GListModel *reports = machi_catalog_get_entries (catalog, MACHI_KIND_REPORT);
  PangoContext *context = new_paper_context ();

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (reports); i++)
    {
      g_autoptr (MachiEntry) report = g_list_model_get_item (reports, i);
      g_autoptr (MachiReportDocument) document = machi_catalog_read_report (catalog, report, NULL, &error);
      g_autoptr (MachiReportLayout) layout = NULL;

      g_assert_no_error (error);
      machi_report_page_set_report (f->page, report, document);
      machi_test_settle ();
      layout = machi_report_layout_new (report, document, context, 470, 700);
      g_assert_cmpuint (machi_report_layout_get_n_pages (layout), >, 0);
    }
  machi_report_page_set_report (f->page, f->entry, f->document);
  g_object_unref (context);
}

/* As the program does it of itself. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/machi/Machi/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();

#define ADD(path, test) g_test_add ("/report-page/" path, Fixture, NULL, set_up, test, tear_down)
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
  ADD ("layout", test_layout);
  ADD ("export", test_export);
  ADD ("every-report", test_every_report);
  g_test_add_func ("/report-page/ranges", test_ranges);
  g_test_add_func ("/report-page/statement", test_statement);

  return g_test_run ();
}
