/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-page.h"
#include "machi-search-result.h"
#include "machi-test.h"

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

static GtkWidget *
get_entry (void)
{
  GtkWidget *page
      = machi_test_find (GTK_WIDGET (machi_test_get_window (application)), MACHI_TYPE_SEARCH_PAGE, NULL);

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
  g_autofree char *opened = NULL;
  g_autofree char *back = NULL;

  machi_window_open (window, "machi:search?q=kumamoto");
  machi_test_wait_until (is_first ("machi:city/kumamoto"));
  g_signal_emit_by_name (get_entry (), "activate");
  opened = machi_window_dup_address (window);
  g_assert_true (g_str_has_prefix (opened, "machi:city/kumamoto"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  back = machi_window_dup_address (window);
  g_assert_cmpstr (back, ==, "machi:search?q=kumamoto");
  machi_test_wait_until (is_first ("machi:city/kumamoto"));
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-page/address", test_address);
  g_test_add_func ("/search-page/typing", test_typing);
  g_test_add_func ("/search-page/opening", test_opening);

  application = machi_test_start ();
  status = g_test_run ();
  machi_test_stop (application);

  return status;
}
