/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-locale.h"
#include "machi-preferences.h"
#include "machi-report-zoom.h"
#include "machi-sidebar.h"
#include "machi-start.h"
#include "machi-test.h"

static MachiApplication *application;

static AdwComboRow *
find_row (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = NULL;

  for (GtkWidget *w = dialog; w != NULL && row == NULL;)
    {
      if (ADW_IS_COMBO_ROW (w) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (w)), title) == 0)
        row = w;
      if (gtk_widget_get_first_child (w) != NULL)
        w = gtk_widget_get_first_child (w);
      else
        {
          while (w != dialog && gtk_widget_get_next_sibling (w) == NULL)
            w = gtk_widget_get_parent (w);
          w = w != dialog ? gtk_widget_get_next_sibling (w) : NULL;
        }
    }
  g_assert_nonnull (row);

  return ADW_COMBO_ROW (row);
}

static guint
find_label (AdwComboRow *row, const char *label)
{
  GListModel *labels = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (labels, i);

      if (g_str_has_prefix (gtk_string_object_get_string (item), label))
        return i;
    }
  g_error ("no “%s” in the list", label);
}

static GtkWidget *
open_dialog (void)
{
  GtkWidget *window = GTK_WIDGET (machi_test_get_window (application));

  gtk_widget_activate_action (window, "app.preferences", NULL);
  machi_test_wait_until (machi_test_find (window, MACHI_TYPE_PREFERENCES, NULL) != NULL);

  return machi_test_find (window, MACHI_TYPE_PREFERENCES, NULL);
}

/* Every language by its own name, in order; a choice is kept, and a restart offered as long as it is not applied. */
static void
test_language (void)
{
  static const char *const names[]
      = { "Indonesia", "Deutsch", "Español", "Tiếng Việt", "Монгол",   "ไทย",      "ລາວ",
          "ខ្មែរ",      "မြန်မာ",   "বাংলা",   "日本語",     "简体中文", "繁體中文", "한국어" };
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *dialog = open_dialog ();
  AdwComboRow *row = find_row (dialog, "_Language of Machi");
  GListModel *labels = adw_combo_row_get_model (row);
  GtkWidget *restart;
  g_autofree char *chosen = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (labels), ==,
                    1 + g_strv_length ((char **) machi_locale_get_interface_languages ()));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_assert_true (adw_combo_row_get_enable_search (row));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (find_label (row, names[i]), >, 0);
  for (guint i = 1; i + 1 < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (GtkStringObject) one = g_list_model_get_item (labels, i);
      g_autoptr (GtkStringObject) next = g_list_model_get_item (labels, i + 1);
      g_assert_cmpint (machi_locale_collate (gtk_string_object_get_string (one), gtk_string_object_get_string (next)),
                       <, 0);
    }

  g_assert_null (machi_test_find (dialog, ADW_TYPE_BUTTON_ROW, NULL));
  adw_combo_row_set_selected (row, find_label (row, "日本語"));
  chosen = g_settings_get_string (settings, MACHI_KEY_LANGUAGE);
  g_assert_cmpstr (chosen, ==, "ja");
  restart = machi_test_find (dialog, ADW_TYPE_BUTTON_ROW, NULL);
  machi_test_wait_until ((restart = machi_test_find (dialog, ADW_TYPE_BUTTON_ROW, NULL)) != NULL);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (restart)), ==, "app.restart");

  /* Opened again, the choice stands there and still waits. */
  adw_dialog_force_close (ADW_DIALOG (dialog));
  dialog = open_dialog ();
  row = find_row (dialog, "_Language of Machi");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, find_label (row, "日本語"));
  machi_test_wait_until (machi_test_find (dialog, ADW_TYPE_BUTTON_ROW, NULL) != NULL);
  adw_combo_row_set_selected (row, 0);
  machi_test_wait_until (machi_test_find (dialog, ADW_TYPE_BUTTON_ROW, NULL) == NULL);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
test_colours (void)
{
  GtkWidget *dialog = open_dialog ();
  AdwComboRow *row = find_row (dialog, "_Colours");
  AdwStyleManager *style = adw_style_manager_get_default ();

  adw_combo_row_set_selected (row, find_label (row, "Dark"));
  g_assert_true (adw_style_manager_get_dark (style));
  adw_combo_row_set_selected (row, find_label (row, "Light"));
  g_assert_false (adw_style_manager_get_dark (style));
  adw_combo_row_set_selected (row, 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_DEFAULT);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* The size is one for the dialog and for the keys of the page, and is remembered. */
static void
test_size (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *dialog = open_dialog ();
  AdwComboRow *row = find_row (dialog, "_Text Size of Reports");

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, find_label (row, "100"));
  adw_combo_row_set_selected (row, find_label (row, "125"));
  g_assert_cmpfloat (g_settings_get_double (settings, MACHI_KEY_TEXT_SCALE), ==, 1.25);
  machi_report_zoom_move (settings, 1);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, find_label (row, "150"));
  machi_report_zoom_move (settings, -1);
  g_assert_cmpfloat (g_settings_get_double (settings, MACHI_KEY_TEXT_SCALE), ==, 1.25);
  g_settings_set_double (settings, MACHI_KEY_TEXT_SCALE, 3.0);
  g_assert_false (machi_report_zoom_move (settings, 1));
  g_assert_true (machi_report_zoom_move (settings, 0));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, find_label (row, "100"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* F9 where the sidebar stays: to it, and back. */
static void
test_sidebar_key (void)
{
  GtkWidget *window = GTK_WIDGET (machi_test_get_window (application));
  GtkWidget *sidebar;

  machi_window_open (MACHI_WINDOW (window), "machi:city/kitakyushu");
  machi_test_settle ();
  gtk_widget_activate_action (window, "win.filter", NULL);
  sidebar = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), MACHI_TYPE_SIDEBAR);
  g_assert_nonnull (sidebar);
  gtk_widget_activate_action (window, "win.toggle-sidebar", NULL);
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), sidebar));
  gtk_widget_activate_action (window, "win.toggle-sidebar", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), sidebar));
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = machi_test_start ();
  g_test_add_func ("/preferences/sidebar-key", test_sidebar_key);
  g_test_add_func ("/preferences/language", test_language);
  g_test_add_func ("/preferences/colours", test_colours);
  g_test_add_func ("/preferences/size", test_size);
  status = g_test_run ();
  machi_test_stop (application);

  return status;
}
