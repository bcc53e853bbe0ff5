/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-content.h"
#include "machi-facet-option.h"
#include "machi-filter-chips.h"
#include "machi-find-bar.h"
#include "machi-report-page.h"
#include "machi-search-page.h"
#include "machi-search-result.h"
#include "machi-test.h"
#include "machi-years-button.h"

#include <unistd.h>

static MachiApplication *application;

static GListModel *
get_results (void)
{
  GtkWidget *window = GTK_WIDGET (machi_test_get_window (application));
  GtkWidget *page = machi_test_find (window, MACHI_TYPE_SEARCH_PAGE, NULL);
  GtkWidget *list = page != NULL ? machi_test_find (page, GTK_TYPE_LIST_VIEW, NULL) : NULL;

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

static gboolean
is_first (const char *address)
{
  GListModel *results = get_results ();
  g_autoptr (MachiSearchResult) first = results != NULL ? g_list_model_get_item (results, 0) : NULL;
  g_autofree char *found = NULL;

  if (first == NULL || machi_search_result_get_entry (first) == NULL)
    return FALSE;

  found = machi_entry_dup_address (machi_search_result_get_entry (first));

  return g_strcmp0 (found, address) == 0;
}

static gboolean
shows (const char *address)
{
  g_autofree char *shown = machi_window_dup_address (machi_test_get_window (application));

  return g_strcmp0 (shown, address) == 0;
}

static GtkWidget *
get_entry (void)
{
  GtkWidget *page = machi_test_find (GTK_WIDGET (machi_test_get_window (application)), MACHI_TYPE_SEARCH_PAGE, NULL);

  return machi_test_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);
}

static void
test_address (void)
{
  machi_window_open (machi_test_get_window (application), "machi:search?q=kumamoto");
  machi_test_wait_until (is_first ("machi:city/kumamoto"));
}

/* What is typed is searched for, in any script, and becomes the address of the page. */
static void
test_typing (void)
{
  MachiWindow *window = machi_test_get_window (application);
  g_autofree char *address = NULL;

  machi_window_open (window, "machi:search");
  gtk_editable_set_text (GTK_EDITABLE (get_entry ()), "hai phong");
  machi_test_wait_until (is_first ("machi:city/hai-phong"));
  gtk_editable_set_text (GTK_EDITABLE (get_entry ()), "北九州");
  machi_test_wait_until (is_first ("machi:city/kitakyushu"));
  address = machi_window_dup_address (window);
  g_assert_cmpstr (address, ==, "machi:search?q=%E5%8C%97%E4%B9%9D%E5%B7%9E");
}

/* The first result opens with Enter, and back finds the search as it was. */
static void
test_opening (void)
{
  MachiWindow *window = machi_test_get_window (application);
  g_autofree char *back = NULL;

  machi_window_open (window, "machi:search?q=kumamoto");
  machi_test_wait_until (is_first ("machi:city/kumamoto"));
  g_signal_emit_by_name (get_entry (), "activate");
  machi_test_wait_until (shows ("machi:city/kumamoto?q=kumamoto"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  back = machi_window_dup_address (window);
  g_assert_cmpstr (back, ==, "machi:search?q=kumamoto");
  machi_test_wait_until (is_first ("machi:city/kumamoto"));
}

/* Enter opens what was typed, however fast: names, and the place in a text that nobody has looked at yet. */
static void
test_enter_at_once (void)
{
  MachiWindow *window = machi_test_get_window (application);
  g_autofree char *shown = NULL;

  machi_window_open (window, "machi:search?q=kumamoto");
  machi_test_wait_until (is_first ("machi:city/kumamoto"));
  gtk_editable_set_text (GTK_EDITABLE (get_entry ()), "paddy fields flooding");
  g_signal_emit_by_name (get_entry (), "activate");
  g_assert_true (shows ("machi:search?q=paddy%20fields%20flooding"));
  machi_test_wait_until (!shows ("machi:search?q=paddy%20fields%20flooding"));
  shown = machi_window_dup_address (window);
  g_assert_true (g_str_has_prefix (shown, "machi:report/kumamoto-groundwater?q=paddy%20fields%20flooding#"));
}

/* Where a text has its marks, as a reader sees them; NULL where it has none. */
static char *
dup_marked (GtkWidget *label)
{
  PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (label));
  g_autoptr (PangoAttrIterator) iterator = attributes != NULL ? pango_attr_list_get_iterator (attributes) : NULL;
  const char *text = gtk_label_get_text (GTK_LABEL (label));

  do
    {
      int start, end;

      if (iterator == NULL || pango_attr_iterator_get (iterator, PANGO_ATTR_BACKGROUND) == NULL)
        continue;
      pango_attr_iterator_range (iterator, &start, &end);
      return g_strndup (text + start, (gsize) (end - start));
    }
  while (iterator != NULL && pango_attr_iterator_next (iterator));

  return NULL;
}

/* The first text below @root that is marked, and in what. */
static GtkWidget *
find_marked (GtkWidget *root, char **marked)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && (*marked = dup_marked (root)) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_marked (child, marked);

  return found;
}

static void
assert_marked (const char *expected)
{
  g_autofree char *marked = NULL;
  GtkWidget *content = machi_test_find (GTK_WIDGET (machi_test_get_window (application)), MACHI_TYPE_CONTENT, NULL);

  find_marked (content, &marked);
  g_assert_cmpstr (marked, ==, expected);
}

/* Whether the marked text is within the window, by the height of its first line. */
static gboolean
mark_is_seen (void)
{
  GtkWidget *content = machi_test_find (GTK_WIDGET (machi_test_get_window (application)), MACHI_TYPE_CONTENT, NULL);
  g_autofree char *marked = NULL;
  GtkWidget *label = find_marked (content, &marked);
  graphene_rect_t bounds;

  return label != NULL && gtk_widget_compute_bounds (label, content, &bounds) && bounds.size.height > 0
         && bounds.origin.y >= 0 && bounds.origin.y + 20 < gtk_widget_get_height (content);
}

static void
press_escape (void)
{
  gtk_widget_activate_action (GTK_WIDGET (machi_test_get_window (application)), "win.unmark", NULL);
}

/* In a report: seen and set off, again when one comes back, gone with Escape for good. */
static void
test_mark_report (void)
{
  MachiWindow *window = machi_test_get_window (application);

  machi_window_open (window, "machi:report/kumamoto-groundwater?q=farmers#success.2");
  assert_marked ("farmers");
  machi_test_wait_until (mark_is_seen ());

  machi_window_open (window, "machi:city/osaka");
  assert_marked (NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  assert_marked ("farmers");
  machi_test_wait_until (mark_is_seen ());

  press_escape ();
  assert_marked (NULL);
  g_assert_true (shows ("machi:report/kumamoto-groundwater#success.2"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.forward", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  assert_marked (NULL);
}

/* Find in the page takes the place of the marks. */
static void
test_mark_then_find (void)
{
  MachiWindow *window = machi_test_get_window (application);
  GtkWidget *page;

  machi_window_open (window, "machi:report/kumamoto-groundwater?q=groundwater");
  assert_marked ("Groundwater");
  page = machi_test_find (GTK_WIDGET (window), MACHI_TYPE_REPORT_PAGE, NULL);
  gtk_widget_activate_action (page, "page.find", NULL);
  g_assert_true (shows ("machi:report/kumamoto-groundwater"));
  machi_find_bar_close (MACHI_FIND_BAR (machi_test_find (page, MACHI_TYPE_FIND_BAR, NULL)));
  assert_marked (NULL);
}

/* On the page of an entry: in a section, in the head, within a word, in any script, in a row that was not shown. */
static void
test_mark_entry (void)
{
  MachiWindow *window = machi_test_get_window (application);

  machi_window_open (window, "machi:city/kumamoto?q=flooding#milestones");
  assert_marked ("flooding");
  machi_test_wait_until (mark_is_seen ());
  machi_window_open (window, "machi:city/kitakyushu?q=%E5%8C%97%E4%B9%9D");
  assert_marked ("北九");
  machi_window_open (window, "machi:city/kitakyushu?q=takyush");
  assert_marked ("takyush");
  machi_window_open (window, "machi:city/hai-phong?q=hai%20phong");
  machi_test_wait_until (mark_is_seen ());
  machi_window_open (window, "machi:city/hai-phong");
  assert_marked (NULL);
}

static GStrv
get_recent (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  return g_settings_get_strv (settings, "recent-searches");
}

static void
assert_recent (const char *expected)
{
  g_auto (GStrv) recent = get_recent ();
  g_autofree char *joined = g_strjoinv ("|", recent);

  g_assert_cmpstr (joined, ==, expected);
}

static void
search_and_enter (const char *text)
{
  machi_window_open (machi_test_get_window (application), "machi:search");
  gtk_editable_set_text (GTK_EDITABLE (get_entry ()), text);
  g_signal_emit_by_name (get_entry (), "activate");
}

/* What was looked for is kept, what was only typed is not; it can be run again, and forgotten. */
static void
test_recent (void)
{
  MachiWindow *window = machi_test_get_window (application);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *content = machi_test_find (GTK_WIDGET (window), MACHI_TYPE_CONTENT, NULL);
  GtkWidget *label, *button;

  g_settings_reset (settings, "recent-searches");
  machi_window_open (window, "machi:search");
  g_assert_null (machi_test_find (content, GTK_TYPE_LABEL, "Recent Searches"));
  gtk_editable_set_text (GTK_EDITABLE (get_entry ()), "osa");
  machi_test_wait_until (is_first ("machi:city/osaka"));
  assert_recent ("");
  search_and_enter ("osaka");
  search_and_enter ("hai phong");
  search_and_enter (" OSAKA");
  assert_recent ("OSAKA|hai phong");

  machi_window_open (window, "machi:search");
  machi_test_wait_until (machi_test_find (content, GTK_TYPE_LABEL, "hai phong") != NULL);
  label = machi_test_find (content, GTK_TYPE_LABEL, "hai phong");
  gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
  machi_test_wait_until (is_first ("machi:city/hai-phong"));
  assert_recent ("OSAKA|hai phong");

  machi_window_open (window, "machi:search");
  button = machi_test_find (content, GTK_TYPE_BUTTON, "Clear Recent");
  gtk_widget_activate (button);
  machi_test_wait_until (machi_test_find (content, GTK_TYPE_LABEL, "hai phong") == NULL);
  assert_recent ("");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), get_entry ()));
}

/* Presses keys as a person does: GTK cannot be made to believe in them from within. */
static void
press (const char *keys)
{
  /* Two commands: in one, xdotool would send to the window itself, where no input method comes by. */
  g_autofree char *command
      = g_strdup_printf ("xdotool search --onlyvisible --pid %d windowfocus --sync; xdotool %s", (int) getpid (), keys);
  g_autoptr (GError) error = NULL;

  g_spawn_async (NULL, (char *[]) { "sh", "-c", command, NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
entry_has (const char *text)
{
  return machi_test_find (GTK_WIDGET (machi_test_get_window (application)), MACHI_TYPE_SEARCH_PAGE, NULL) != NULL
         && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (get_entry ())), text);
}

static gboolean
cursor_blinks (void)
{
  gboolean blinks;

  g_object_get (gtk_settings_get_default (), "gtk-cursor-blink", &blinks, NULL);

  return blinks;
}

/* While one types the cursor is steady, so that no key waits for a frame of its fading; then it is as it was. */
static void
test_steady_cursor (void)
{
  machi_window_open (machi_test_get_window (application), "machi:search");
  machi_test_wait_until (cursor_blinks ());
  press ("key w");
  machi_test_wait_until (entry_has ("w"));
  g_assert_false (cursor_blinks ());
  press ("key a");
  machi_test_wait_until (entry_has ("wa"));
  g_assert_false (cursor_blinks ());
  machi_test_wait_until (cursor_blinks ());
}

/* Typing on the overview searches everything, whatever has the focus there, or nothing. */
static void
test_typing_on_overview (void)
{
  MachiWindow *window = machi_test_get_window (application);
  GtkWidget *content = machi_test_find (GTK_WIDGET (window), MACHI_TYPE_CONTENT, NULL);
  gboolean has_accents = g_spawn_command_line_sync ("setxkbmap us intl", NULL, NULL, NULL, NULL);

  machi_window_open (window, "machi:overview");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  press ("type kumam");
  machi_test_wait_until (entry_has ("kumam"));
  machi_test_wait_until (is_first ("machi:city/kumamoto"));
  g_assert_true (shows ("machi:search?q=kumam"));

  machi_window_open (window, "machi:overview");
  machi_test_wait_until (gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD));
  press ("key o");
  machi_test_wait_until (entry_has ("o"));

  /* An accent that is typed before its letter: the input method has it from the first key on. */
  machi_window_open (window, "machi:overview");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  press (has_accents ? "key dead_acute key e" : "key eacute");
  machi_test_wait_until (entry_has ("é"));

  /* Elsewhere a letter is nothing. */
  machi_window_open (window, "machi:city/osaka");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  press ("key k");
  for (gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 2; g_get_monotonic_time () < end;)
    machi_test_settle ();
  g_assert_true (shows ("machi:city/osaka"));
}

/* Escape takes the marks away wherever the focus is. */
static void
test_escape (void)
{
  MachiWindow *window = machi_test_get_window (application);

  machi_window_open (window, "machi:city/hai-phong?q=hai%20phong");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  press ("key Escape");
  machi_test_wait_until (shows ("machi:city/hai-phong"));
  assert_marked (NULL);

  machi_window_open (window, "machi:report/kumamoto-groundwater?q=farmers#success.2");
  machi_test_wait_until (mark_is_seen ());
  gtk_widget_grab_focus (GTK_WIDGET (machi_test_find (
      machi_test_find (GTK_WIDGET (window), MACHI_TYPE_REPORT_PAGE, NULL), GTK_TYPE_SCROLLED_WINDOW, NULL)));
  press ("key Escape");
  machi_test_wait_until (shows ("machi:report/kumamoto-groundwater#success.2"));
  assert_marked (NULL);
}

static GtkAdjustment *
get_adjustment (void)
{
  GtkWidget *page = machi_test_find (GTK_WIDGET (machi_test_get_window (application)), MACHI_TYPE_SEARCH_PAGE, NULL);
  GtkWidget *list = machi_test_find (page, GTK_TYPE_LIST_VIEW, NULL);

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
}

/* Whether the list has all results once one has scrolled to the end again and again. */
static gboolean
has_all (MachiSearch *search)
{
  gtk_adjustment_set_value (get_adjustment (), G_MAXDOUBLE);

  return g_list_model_get_n_items (get_results ()) == machi_search_get_n_found (search);
}

/* Rows are made as one scrolls, to the very last; another text is shown from its first result. */
static void
test_scrolling (void)
{
  MachiWindow *window = machi_test_get_window (application);
  MachiSearch *search;

  machi_window_open (window, "machi:search?q=waste");
  machi_test_wait_until (is_first ("machi:topic/waste"));
  search = machi_search_page_get_search (
      MACHI_SEARCH_PAGE (machi_test_find (GTK_WIDGET (window), MACHI_TYPE_SEARCH_PAGE, NULL)));
  machi_test_wait_until (machi_search_get_n_found (search) > 100);
  g_assert_cmpuint (g_list_model_get_n_items (get_results ()), <, 50);
  machi_test_wait_until (has_all (search));
  gtk_editable_set_text (GTK_EDITABLE (get_entry ()), "water");
  machi_test_wait_until (is_first ("machi:topic/water"));
  g_assert_cmpuint (g_list_model_get_n_items (get_results ()), <, 50);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment ()), ==, 0);
}

static GtkWidget *
find_chip (const char *name)
{
  GtkWidget *chips = machi_test_find (GTK_WIDGET (machi_test_get_window (application)), MACHI_TYPE_FILTER_CHIPS, NULL);
  GtkWidget *label = chips != NULL ? machi_test_find (chips, GTK_TYPE_LABEL, name) : NULL;

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

/* What is filtered by is seen by name and taken away by keyboard; the focus goes on, and at last to the entry. */
static void
test_chips (void)
{
  MachiWindow *window = machi_test_get_window (application);

  machi_window_open (window, "machi:search?q=waste&kind=report&country=VN,JP&from=2010&to=2014");
  machi_test_wait_until (find_chip ("2010–2014") != NULL);
  g_assert_nonnull (find_chip ("Japan"));
  g_assert_nonnull (find_chip ("Reports"));
  gtk_widget_grab_focus (find_chip ("Japan"));
  press ("key Delete");
  machi_test_wait_until (find_chip ("Japan") == NULL);
  g_assert_true (shows ("machi:search?q=waste&kind=report&country=VN&from=2010&to=2014"));
  g_assert_true (gtk_widget_has_focus (find_chip ("2010–2014")) || gtk_widget_has_focus (find_chip ("Vie")));
  press ("key Delete Delete Delete");
  machi_test_wait_until (shows ("machi:search?q=waste"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), get_entry ()));
}

/* Years are offered by spans with counts, in the order of time. */
static void
test_years (void)
{
  MachiWindow *window = machi_test_get_window (application);
  GtkWidget *button, *check;
  MachiSearch *search;
  guint count;

  machi_window_open (window, "machi:search?q=waste");
  machi_test_wait_until (machi_test_find (GTK_WIDGET (window), MACHI_TYPE_YEARS_BUTTON, NULL) != NULL);
  machi_test_wait_until (is_first ("machi:topic/waste"));
  button = machi_test_find (GTK_WIDGET (window), MACHI_TYPE_YEARS_BUTTON, NULL);
  search = machi_search_page_get_search (
      MACHI_SEARCH_PAGE (machi_test_find (GTK_WIDGET (window), MACHI_TYPE_SEARCH_PAGE, NULL)));
  machi_test_wait_until (machi_search_get_n_found (search) > 50);
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_first_child (button)));
  machi_test_wait_until (machi_test_find (button, GTK_TYPE_LABEL, "2010–2014") != NULL);
  check = gtk_widget_get_ancestor (machi_test_find (button, GTK_TYPE_LABEL, "2010–2014"), GTK_TYPE_CHECK_BUTTON);
  count = machi_facet_option_get_count (g_object_get_data (G_OBJECT (check), "machi-option"));
  g_assert_cmpuint (count, >, 10);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (shows ("machi:search?q=waste&from=2010&to=2014"));
  machi_test_wait_until (machi_search_get_n_found (search) == count);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_true (shows ("machi:search?q=waste"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (gtk_widget_get_first_child (button)));
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-page/address", test_address);
  g_test_add_func ("/search-page/typing", test_typing);
  g_test_add_func ("/search-page/steady-cursor", test_steady_cursor);
  g_test_add_func ("/search-page/opening", test_opening);
  g_test_add_func ("/search-page/enter-at-once", test_enter_at_once);
  g_test_add_func ("/search-page/mark-report", test_mark_report);
  g_test_add_func ("/search-page/mark-then-find", test_mark_then_find);
  g_test_add_func ("/search-page/mark-entry", test_mark_entry);
  g_test_add_func ("/search-page/recent", test_recent);
  g_test_add_func ("/search-page/typing-on-overview", test_typing_on_overview);
  g_test_add_func ("/search-page/escape", test_escape);
  g_test_add_func ("/search-page/scrolling", test_scrolling);
  g_test_add_func ("/search-page/chips", test_chips);
  g_test_add_func ("/search-page/years", test_years);

  application = machi_test_start ();
  status = g_test_run ();
  machi_test_stop (application);

  return status;
}
