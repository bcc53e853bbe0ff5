/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-compare-page.h"
#include "machi-compare-row.h"
#include "machi-test.h"

static MachiApplication *application;

static MachiComparePage *
open_comparison (const char *address)
{
  MachiWindow *window = machi_test_get_window (application);
  GtkWidget *page;

  machi_window_open (window, address);
  machi_test_settle ();
  page = machi_test_find (GTK_WIDGET (window), MACHI_TYPE_COMPARE_PAGE, NULL);
  g_assert_nonnull (page);

  return MACHI_COMPARE_PAGE (page);
}

static void
assert_address (const char *wanted)
{
  g_autofree char *address = machi_window_dup_address (machi_test_get_window (application));

  g_assert_cmpstr (address, ==, wanted);
}

static MachiEntry *
get_city (const char *id)
{
  return machi_catalog_lookup (machi_window_get_catalog (machi_test_get_window (application)), MACHI_KIND_CITY, id);
}

static guint
count_widgets (GtkWidget *root, GType type)
{
  guint n = G_OBJECT_TYPE (root) == type && gtk_widget_get_mapped (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, type);

  return n;
}

static guint
count_differing (MachiComparison *comparison)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (MachiComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);
      n += machi_comparison_row_get_differs (row);
    }

  return n;
}

/* Every row of the comparison is a row of the page; the switch leaves those that differ. */
static void
test_rows (void)
{
  MachiComparePage *page = open_comparison ("machi:compare?city=kitakyushu&city=osaka");
  MachiComparison *comparison = machi_compare_page_get_comparison (page);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (comparison));
  GtkWidget *button = machi_test_find (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "Only What Differs");

  g_assert_cmpuint (machi_comparison_get_n_entries (comparison), ==, 2);
  g_assert_cmpuint (n_rows, >, 20);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (page), MACHI_TYPE_COMPARE_ROW), ==, n_rows);
  g_assert_cmpuint (count_differing (comparison), <, n_rows);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  machi_test_settle ();
  g_assert_cmpuint (count_widgets (GTK_WIDGET (page), MACHI_TYPE_COMPARE_ROW), ==, count_differing (comparison));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  machi_test_settle ();
  g_assert_cmpuint (count_widgets (GTK_WIDGET (page), MACHI_TYPE_COMPARE_ROW), ==, n_rows);
}

static void
test_add_and_remove (void)
{
  MachiComparePage *page = open_comparison ("machi:compare?city=kitakyushu");

  g_assert_cmpuint (machi_comparison_get_n_entries (machi_compare_page_get_comparison (page)), ==, 1);
  g_assert_nonnull (machi_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Add another city"));
  machi_compare_page_add (page, get_city ("osaka"));
  assert_address ("machi:compare?city=kitakyushu&city=osaka");
  machi_compare_page_add (page, get_city ("osaka"));
  machi_compare_page_add (page, get_city ("kyoto"));
  machi_compare_page_add (page, get_city ("yokohama"));
  /* No more than fit side by side. */
  machi_compare_page_add (page, get_city ("kawasaki"));
  assert_address ("machi:compare?city=kitakyushu&city=osaka&city=kyoto&city=yokohama");
  machi_compare_page_remove (page, get_city ("osaka"));
  assert_address ("machi:compare?city=kitakyushu&city=kyoto&city=yokohama");
  machi_compare_page_remove (page, get_city ("kitakyushu"));
  machi_compare_page_remove (page, get_city ("kyoto"));
  machi_compare_page_remove (page, get_city ("yokohama"));
  assert_address ("machi:compare");
  machi_test_settle ();
  g_assert_nonnull (machi_test_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, NULL));
}

/* What cannot be compared is left out: unknown ones, other kinds, the same twice, a fifth. */
static void
test_odd_addresses (void)
{
  MachiComparePage *page = open_comparison (
      "machi:compare?city=kitakyushu&city=atlantis&network=iclei&city=kitakyushu&project=x&city=osaka");

  g_assert_cmpuint (machi_comparison_get_n_entries (machi_compare_page_get_comparison (page)), ==, 2);
  open_comparison ("machi:compare?network=iclei&network=citynet&network=c40&network=gcom&network=near");
  g_assert_cmpuint (machi_comparison_get_n_entries (machi_compare_page_get_comparison (page)), ==, 4);
  open_comparison ("machi:compare");
  g_assert_cmpuint (machi_comparison_get_n_entries (machi_compare_page_get_comparison (page)), ==, 0);
}

static void
test_narrow (void)
{
  MachiWindow *window = machi_test_get_window (application);
  MachiComparePage *page = open_comparison ("machi:compare?city=kitakyushu&city=osaka");
  GtkWidget *row = machi_test_find (GTK_WIDGET (page), MACHI_TYPE_COMPARE_ROW, NULL);
  int width, height;

  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (row)), ==, GTK_ORIENTATION_HORIZONTAL);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  machi_test_wait_until (gtk_orientable_get_orientation (GTK_ORIENTABLE (row)) == GTK_ORIENTATION_VERTICAL);
  machi_test_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 360);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  machi_test_wait_until (gtk_orientable_get_orientation (GTK_ORIENTABLE (row)) == GTK_ORIENTATION_HORIZONTAL);
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = machi_test_start ();
  g_test_add_func ("/compare-page/rows", test_rows);
  g_test_add_func ("/compare-page/add-and-remove", test_add_and_remove);
  g_test_add_func ("/compare-page/odd-addresses", test_odd_addresses);
  g_test_add_func ("/compare-page/narrow", test_narrow);
  status = g_test_run ();
  machi_test_stop (application);

  return status;
}
