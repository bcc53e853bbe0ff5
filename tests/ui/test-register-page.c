/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot.h"
#include "machi-register-page.h"
#include "machi-test.h"

static MachiApplication *application;

static MachiRegisterPage *
open_register (const char *address)
{
  MachiWindow *window = machi_test_get_window (application);
  GtkWidget *page;

  machi_window_open (window, address);
  machi_test_settle ();
  page = machi_test_find (GTK_WIDGET (window), MACHI_TYPE_REGISTER_PAGE, NULL);
  g_assert_nonnull (page);
  machi_test_wait_until (!machi_register_get_pending (machi_register_page_get_register (MACHI_REGISTER_PAGE (page))));

  return MACHI_REGISTER_PAGE (page);
}

static void
assert_address (const char *wanted)
{
  g_autofree char *address = machi_window_dup_address (machi_test_get_window (application));

  g_assert_cmpstr (address, ==, wanted);
}

/* The rows are the projects that a plain query of the model gives, in whatever order. */
static void
assert_projects (MachiRegisterPage *page, const char *query)
{
  MachiRegister *projects = machi_register_page_get_register (page);
  GListModel *all
      = machi_catalog_get_entries (machi_window_get_catalog (machi_test_get_window (application)), MACHI_KIND_PROJECT);
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();

  machi_entry_filter_set_query (filter, query);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (projects)); i++)
    {
      g_autoptr (MachiRegisterRow) row = g_list_model_get_item (G_LIST_MODEL (projects), i);
      g_hash_table_add (shown, machi_register_row_get_entry (row));
    }
  g_assert_cmpuint (g_hash_table_size (shown), ==, g_list_model_get_n_items (G_LIST_MODEL (projects)));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (MachiEntry) project = g_list_model_get_item (all, i);
      g_assert_cmpint (g_hash_table_contains (shown, project), ==, machi_entry_filter_matches (filter, project));
    }
}

static void
test_projects (void)
{
  MachiRegisterPage *page = open_register ("machi:projects");

  assert_projects (page, NULL);
  open_register ("machi:projects?country=VN&topic=waste&from=2014");
  assert_projects (page, "country=VN&topic=waste&from=2014");
  assert_address ("machi:projects?country=VN&topic=waste&from=2014");
  g_assert_nonnull (machi_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, " of "));
}

/* What one chooses changes the address of the visit, but is no visit. */
static void
test_address (void)
{
  MachiWindow *window = machi_test_get_window (application);
  MachiRegisterPage *page;
  MachiRegister *projects;

  machi_window_open (window, "machi:overview");
  page = open_register ("machi:projects");
  projects = machi_register_page_get_register (page);
  machi_entry_filter_set_value (machi_register_get_filter (projects), MACHI_FACET_COUNTRY, "VN", TRUE);
  machi_entry_filter_set_value (machi_register_get_filter (projects), MACHI_FACET_COUNTRY, "TH", TRUE);
  assert_address ("machi:projects?country=TH,VN");
  machi_test_wait_until (!machi_register_get_pending (projects));
  assert_projects (page, "country=TH,VN");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  assert_address ("machi:overview");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.forward", NULL);
  assert_address ("machi:projects?country=TH,VN");
  machi_test_wait_until (!machi_register_get_pending (projects));
  assert_projects (page, "country=TH,VN");
}

static void
test_text (void)
{
  MachiRegisterPage *page = open_register ("machi:projects?q=hai+phong");
  MachiRegister *projects = machi_register_page_get_register (page);
  guint n_shown = machi_register_get_n_shown (projects);
  GtkWidget *entry = machi_test_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL);

  g_assert_cmpuint (n_shown, >, 0);
  g_assert_cmpuint (n_shown, <, machi_register_get_n_projects (projects));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "hai phong");
  gtk_editable_set_text (GTK_EDITABLE (entry), "no project has these words");
  machi_test_wait_until (machi_register_get_n_shown (projects) == 0 && !machi_register_get_pending (projects));
  g_assert_nonnull (machi_test_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  machi_test_wait_until (machi_register_get_n_shown (projects) == machi_register_get_n_projects (projects));
  assert_address ("machi:projects");
}

/* What scrolls the plots sideways does not ask for the height they need at the width they have, and cuts the rest. */
static void
test_height_of_totals (void)
{
  static const char *const names[] = { "Incomprehensibilities and others",
                                       "Thành phố Hồ Chí Minh và Osaka",
                                       "ဆေးရုံ မြန်မာနိုင်ငံ ရန်ကုန်မြို့",
                                       "Nha Trang – thành phố các-bon thấp",
                                       "القاهرة الكبرى",
                                       "Ulaanbaatar",
                                       "Đà Lạt",
                                       NULL };
  MachiRegisterPage *page = open_register ("machi:projects");
  GtkWidget *plot = machi_test_find (GTK_WIDGET (page), MACHI_TYPE_PLOT, NULL);
  GtkWidget *scroller = gtk_widget_get_ancestor (plot, GTK_TYPE_SCROLLED_WINDOW);
  int height;

  machi_plot_set_categories (MACHI_PLOT (plot), names);
  machi_test_settle ();
  gtk_widget_measure (plot, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (plot), &height, NULL, NULL, NULL);
  machi_test_wait_until (gtk_widget_get_height (scroller) >= height);
}

static GtkColumnViewColumn *
get_column (MachiRegisterPage *page, MachiRegisterColumn index)
{
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (machi_register_page_get_table (page)), index);

  return column;
}

/* As a click on a heading does. */
static void
test_order (void)
{
  MachiRegisterPage *page = open_register ("machi:projects");
  MachiRegister *projects = machi_register_page_get_register (page);
  GtkColumnView *table = machi_register_page_get_table (page);
  double first, second;

  gtk_column_view_sort_by_column (table, get_column (page, MACHI_REGISTER_REDUCTION), GTK_SORT_DESCENDING);
  machi_test_wait_until (!machi_register_get_pending (projects));
  g_assert_true (
      machi_register_column_get_number (MACHI_REGISTER_REDUCTION, machi_register_get_shown (projects, 0), &first));
  g_assert_true (
      machi_register_column_get_number (MACHI_REGISTER_REDUCTION, machi_register_get_shown (projects, 1), &second));
  g_assert_cmpfloat (first, >=, second);

  gtk_widget_activate_action (GTK_WIDGET (page), "register.order", "s", "year");
  gtk_widget_activate_action (GTK_WIDGET (page), "register.descending", NULL);
  machi_test_wait_until (!machi_register_get_pending (projects));
  machi_register_column_get_number (MACHI_REGISTER_YEAR, machi_register_get_shown (projects, 0), &first);
  machi_register_column_get_number (MACHI_REGISTER_YEAR, machi_register_get_shown (projects, 1), &second);
  g_assert_cmpfloat (first, <=, second);
  gtk_widget_activate_action (GTK_WIDGET (page), "register.descending", NULL);
}

static guint
count_lines (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint n_lines = 0;

  for (gsize i = 1; i < size; i++)
    n_lines += data[i - 1] == '\r' && data[i] == '\n';

  return n_lines;
}

static void
assert_begins (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpuint (size, >, strlen (text));
  g_assert_cmpmem (data, strlen (text), text, strlen (text));
}

/* The file has the rows and columns that are shown. */
static void
test_csv (void)
{
  MachiRegisterPage *page = open_register ("machi:projects?country=VN");
  MachiRegister *projects = machi_register_page_get_register (page);
  g_autoptr (GBytes) all = machi_register_page_to_csv (page, FALSE);
  g_autoptr (GBytes) fewer = NULL;

  g_assert_cmpuint (count_lines (all), ==, machi_register_get_n_shown (projects) + 1);
  assert_begins (
      all, "Years,Project,Supporting side,Partner side,Country,Topics,Programme,Reduction,Unit,Address,Sources\r\n");

  gtk_widget_activate_action (GTK_WIDGET (page), "register.show-topics", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "register.show-reduction", NULL);
  g_assert_false (gtk_column_view_column_get_visible (get_column (page, MACHI_REGISTER_TOPICS)));
  fewer = machi_register_page_to_csv (page, TRUE);
  assert_begins (fewer, "\xef\xbb\xbfYears,Project,Supporting side,Partner side,Country,Programme,Address,Sources\r\n");
  gtk_widget_activate_action (GTK_WIDGET (page), "register.show-topics", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "register.show-reduction", NULL);
}

static void
test_hidden_columns (void)
{
  MachiRegisterPage *page = open_register ("machi:projects");
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_auto (GStrv) hidden = NULL;
  g_autoptr (MachiRegisterPage) other = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "register.show-programme", NULL);
  hidden = g_settings_get_strv (settings, "register-hidden-columns");
  g_assert_cmpstrv (hidden, ((const char *[]) { "programme", NULL }));
  other = g_object_ref_sink (MACHI_REGISTER_PAGE (machi_register_page_new ()));
  g_assert_false (gtk_column_view_column_get_visible (get_column (other, MACHI_REGISTER_PROGRAMME)));
  gtk_widget_activate_action (GTK_WIDGET (page), "register.show-programme", NULL);
}

static void
test_activate (void)
{
  MachiRegisterPage *page = open_register ("machi:projects");
  MachiEntry *project = machi_register_get_shown (machi_register_page_get_register (page), 2);
  g_autofree char *address = machi_entry_dup_address (project);

  g_signal_emit_by_name (machi_register_page_get_table (page), "activate", 2);
  assert_address (address);
}

static void
test_narrow (void)
{
  MachiWindow *window = machi_test_get_window (application);
  MachiRegisterPage *page = open_register ("machi:projects");
  GtkWidget *table = GTK_WIDGET (machi_register_page_get_table (page));
  int width, height;

  g_assert_true (gtk_widget_get_mapped (table));
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  machi_test_wait_until (!gtk_widget_get_mapped (table)
                         && machi_test_find (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL) != NULL);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 360);
  g_assert_null (gtk_column_view_get_model (machi_register_page_get_table (page)));
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  machi_test_wait_until (gtk_widget_get_mapped (table));
}

/* The plots leave nothing out: what has no bar of its own is among the others. */
static void
assert_totals (MachiPlot *plot, MachiTally *totals)
{
  g_autoptr (MachiSeries) series = g_list_model_get_item (machi_plot_get_model (plot), 0);
  const char *const *names = machi_plot_get_categories (plot);
  const MachiPoint *points;
  guint n_points, n_counted = 0;
  double n_plotted = 0;

  points = machi_series_get_points (series, &n_points);
  for (guint i = 0; i < n_points; i++)
    n_plotted += points[i].y;
  for (guint i = 0; i < machi_tally_get_size (totals); i++)
    {
      guint count;

      machi_tally_get_nth (totals, i, &count);
      n_counted += count;
    }
  g_assert_cmpfloat (n_plotted, ==, n_counted);
  if (names != NULL)
    g_assert_cmpuint (g_strv_length ((char **) names), ==, n_points);
  if (names != NULL && machi_tally_get_size (totals) > n_points)
    g_assert_cmpstr (names[n_points - 1], ==, "Others");
}

static MachiPlot *
find_plot (GtkWidget *root, const char *title)
{
  if (MACHI_IS_PLOT (root) && g_strcmp0 (machi_plot_get_title (MACHI_PLOT (root)), title) == 0)
    return MACHI_PLOT (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      MachiPlot *plot = find_plot (child, title);

      if (plot != NULL)
        return plot;
    }

  return NULL;
}

static void
test_totals (void)
{
  static const char *const addresses[] = { "machi:projects", "machi:projects?country=VN&topic=waste" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      MachiRegisterPage *page = open_register (addresses[i]);
      MachiRegister *projects = machi_register_page_get_register (page);
      GtkWidget *root = GTK_WIDGET (page);

      machi_test_wait_until (!machi_register_get_pending (projects));
      assert_totals (find_plot (root, "Projects by country"),
                     machi_register_get_totals (projects, MACHI_FACET_COUNTRY));
      assert_totals (find_plot (root, "Projects by topic"), machi_register_get_totals (projects, MACHI_FACET_TOPIC));
      assert_totals (find_plot (root, "Projects by fiscal year"),
                     machi_register_get_totals (projects, MACHI_FACET_YEARS));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = machi_test_start ();
  g_test_add_func ("/register-page/projects", test_projects);
  g_test_add_func ("/register-page/address", test_address);
  g_test_add_func ("/register-page/text", test_text);
  g_test_add_func ("/register-page/order", test_order);
  g_test_add_func ("/register-page/csv", test_csv);
  g_test_add_func ("/register-page/hidden-columns", test_hidden_columns);
  g_test_add_func ("/register-page/activate", test_activate);
  g_test_add_func ("/register-page/narrow", test_narrow);
  g_test_add_func ("/register-page/totals", test_totals);
  g_test_add_func ("/register-page/height-of-totals", test_height_of_totals);
  status = g_test_run ();
  machi_test_stop (application);

  return status;
}
