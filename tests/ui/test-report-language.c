/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-content.h"
#include "machi-report-page.h"
#include "machi-test.h"
#include "machi-translation.h"

#include <locale.h>

/* A reader of Japanese reads a report, turns to English and back. */

typedef struct
{
  MachiCatalog *catalog;
  GtkWidget *window;
  MachiContent *content;
} Fixture;

static void
show (Fixture *self, const char *address_text)
{
  g_autoptr (MachiAddress) address = machi_address_parse (address_text, NULL);

  machi_content_show (self->content, self->catalog, address);
  machi_test_settle ();
}

static void
set_up (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) root = g_file_new_for_uri (MACHI_CATALOG_BUILT_IN);

  self->catalog = machi_catalog_load (root, NULL, NULL);
  g_assert_nonnull (self->catalog);
  self->content = g_object_new (MACHI_TYPE_CONTENT, NULL);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 600);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->content));
  gtk_window_present (GTK_WINDOW (self->window));
  show (self, "machi:report/kumamoto-groundwater");
}

static void
tear_down (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  machi_test_settle ();
  g_assert_finalize_object (self->catalog);
}

static const char *
get_language (Fixture *self)
{
  GtkWidget *page = machi_test_find (self->window, MACHI_TYPE_REPORT_PAGE, NULL);

  return machi_report_document_get_language (machi_report_page_get_document (MACHI_REPORT_PAGE (page)));
}

static AdwToggleGroup *
get_switch (Fixture *self)
{
  return ADW_TOGGLE_GROUP (machi_test_find (self->window, ADW_TYPE_TOGGLE_GROUP, NULL));
}

static void
test_switch (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpstr (get_language (self), ==, "ja");
  g_assert_cmpuint (adw_toggle_group_get_n_toggles (get_switch (self)), ==, 2);
  g_assert_cmpstr (adw_toggle_group_get_active_name (get_switch (self)), ==, "ja");
  g_assert_true (gtk_widget_is_visible (GTK_WIDGET (get_switch (self))));

  adw_toggle_group_set_active_name (get_switch (self), "en");
  machi_test_settle ();
  g_assert_cmpstr (get_language (self), ==, "en");
  g_assert_cmpstr (adw_toggle_group_get_active_name (get_switch (self)), ==, "en");

  /* The next report is read in the language that was chosen. */
  show (self, "machi:report/kyoto-halving-waste");
  g_assert_cmpstr (get_language (self), ==, "en");
  adw_toggle_group_set_active_name (get_switch (self), "ja");
  machi_test_settle ();
  g_assert_cmpstr (get_language (self), ==, "ja");
}

/* The place is kept: both texts have the same blocks. */
static void
test_place (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  machi_content_set_position (self->content, 0.5);
  machi_test_settle ();
  adw_toggle_group_set_active_name (get_switch (self), "en");
  machi_test_settle ();
  g_assert_cmpfloat_with_epsilon (machi_content_get_position (self->content), 0.5, 0.05);
}

int
main (int argc, char *argv[])
{
  if (setlocale (LC_ALL, "ja_JP.UTF-8") == NULL)
    {
      g_print ("1..0 # SKIP there is no locale ja_JP.UTF-8\n");
      return 0;
    }
  g_setenv ("LC_ALL", "ja_JP.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "ja", TRUE);
  machi_translation_bind ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/report-language/switch", Fixture, NULL, set_up, test_switch, tear_down);
  g_test_add ("/report-language/place", Fixture, NULL, set_up, test_place, tear_down);

  return g_test_run ();
}
