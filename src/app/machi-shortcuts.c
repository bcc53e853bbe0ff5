/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-shortcuts.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *action;
  const char *title;
  const char *accelerators[4];
} Shortcut;

typedef struct
{
  const char *title;
  const Shortcut *shortcuts;
} Group;

static const Shortcut navigation[] = {
  { "win.back", N_ ("Back"), { "<Alt>Left", "Back" } },
  { "win.forward", N_ ("Forward"), { "<Alt>Right", "Forward" } },
  { "win.overview", N_ ("Overview"), { "<Alt>Home" } },
  /* Translators: puts the cursor into the entry that filters the sidebar */
  { "win.filter", N_ ("Find an entry"), { "<Control>l" } },
  { "win.search", N_ ("Search everything"), { "<Control>k" } },
  { "win.toggle-sidebar", N_ ("Go to the sidebar, or back from it"), { "F9" } },
  { NULL },
};

static const Shortcut reading[] = {
  { "page.find", N_ ("Find in the page"), { "<Control>f" } },
  { "page.find-next", N_ ("Next match"), { "<Control>g" } },
  { "page.find-previous", N_ ("Previous match"), { "<Control><Shift>g" } },
  { "page.zoom-in", N_ ("Larger text"), { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "page.zoom-out", N_ ("Smaller text"), { "<Control>minus", "<Control>KP_Subtract" } },
  { "page.zoom-reset", N_ ("Text in its own size"), { "<Control>0", "<Control>KP_0" } },
  { "page.print", N_ ("Print"), { "<Control>p" } },
  { "win.copy-address", N_ ("Copy the address of the page"), { "<Control><Shift>c" } },
  { NULL },
};

static const Shortcut general[] = {
  { "win.menu", N_ ("Main menu"), { "F10" } },
  { "app.preferences", N_ ("Preferences"), { "<Control>comma" } },
  { "win.shortcuts", N_ ("Keyboard shortcuts"), { "<Control>question" } },
  { "window.close", N_ ("Close the window"), { "<Control>w" } },
  { "app.quit", N_ ("Quit"), { "<Control>q" } },
  { NULL },
};

/* The one table of accelerators: the program and the help on shortcuts both are made from it. */
static const Group groups[] = {
  { N_ ("Going about"), navigation },
  { N_ ("Reading"), reading },
  /* Translators: a group of keyboard shortcuts */
  { N_ ("General"), general },
};

/**
 * machi_shortcuts_install:
 * @application: the program
 *
 * Gives the actions their accelerators.
 */
void
machi_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const Shortcut *shortcut = groups[i].shortcuts; shortcut->action != NULL; shortcut++)
      gtk_application_set_accels_for_action (application, shortcut->action, shortcut->accelerators);
}

static gboolean
activate_on_page_cb (GtkWidget *pages, GVariant *arguments G_GNUC_UNUSED, gpointer action)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (pages));

  return page != NULL && gtk_widget_activate_action_variant (page, action, NULL);
}

/**
 * machi_shortcuts_add_to_pages:
 * @pages: the pages of a window
 *
 * Lets the accelerators of the page that is shown work wherever the focus is: those of the program reach only actions
 * of the window.
 */
void
machi_shortcuts_add_to_pages (GtkStack *pages)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (const Shortcut *shortcut = reading; shortcut->action != NULL; shortcut++)
    for (guint i = 0; g_str_has_prefix (shortcut->action, "page.") && shortcut->accelerators[i] != NULL; i++)
      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (controller),
          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcut->accelerators[i]),
                            gtk_callback_action_new (activate_on_page_cb, (gpointer) shortcut->action, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (pages), controller);
}

static GtkWidget *
new_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_shortcut_label_new (shortcut->accelerators[0]);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);

  return row;
}

/**
 * machi_shortcuts_new_dialog:
 *
 * Returns: (transfer floating): the help on keyboard shortcuts
 */
GtkWidget *
machi_shortcuts_new_dialog (void)
{
  GtkWidget *dialog = GTK_WIDGET (adw_preferences_dialog_new ());
  GtkWidget *page = adw_preferences_page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (groups[i].title));
      for (const Shortcut *shortcut = groups[i].shortcuts; shortcut->action != NULL; shortcut++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (shortcut));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }

  adw_dialog_set_title (ADW_DIALOG (dialog), _ ("Keyboard Shortcuts"));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));

  return dialog;
}
