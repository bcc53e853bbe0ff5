/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-window.h"

#include "machi-content.h"
#include "machi-history.h"
#include "machi-locale.h"
#include "machi-recent.h"
#include "machi-shortcuts.h"
#include "machi-sidebar.h"

#include <glib/gi18n.h>

/**
 * MachiWindow:
 *
 * The window: the sidebar, the content, and the history of what was visited. Whatever is opened, from wherever, is
 * opened by its address through one function, machi_window_open().
 */
struct _MachiWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  AdwBanner *problems_banner;
  MachiSidebar *sidebar;
  MachiContent *content;

  MachiCatalog *catalog;
  MachiHistory *history;
  GSettings *settings;
};

enum
{
  PROP_0,
  PROP_HISTORY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiWindow, machi_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_toast (MachiWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Whether the page sets off what a search found. */
static gboolean
has_marks (MachiWindow *self)
{
  MachiAddress *address = machi_history_get_current (self->history);

  return address != NULL && machi_address_get_kind (address) != MACHI_KIND_NONE
         && machi_address_get_query (address) != NULL;
}

static void
update_actions (MachiWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", machi_history_get_can_go (self->history, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward", machi_history_get_can_go (self->history, 1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.unmark", has_marks (self));
}

/* Shows the current visit. */
static void
show_current (MachiWindow *self, gboolean returning)
{
  MachiAddress *address = machi_history_get_current (self->history);
  g_autofree char *text = machi_address_to_string (address);
  g_autofree char *title = NULL;

  machi_content_show (self->content, self->catalog, address);
  if (machi_content_can_show (self->catalog, address))
    machi_recent_add (self->settings, address);
  if (returning)
    machi_content_set_position (self->content, machi_history_get_position (self->history));

  title = machi_content_dup_title (self->content);
  adw_navigation_page_set_title (self->content_page, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  machi_sidebar_select (self->sidebar, text);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  update_actions (self);
}

static void
remember_position (MachiWindow *self)
{
  if (machi_history_get_current (self->history) != NULL)
    machi_history_set_position (self->history, machi_content_get_position (self->content));
}

/**
 * machi_window_open:
 * @self: a window
 * @address: an address
 *
 * Shows what @address names, and adds it to the history. What is no address is told to the reader; an entry that does
 * not exist gets a page that says so.
 */
void
machi_window_open (MachiWindow *self, const char *address)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MachiAddress) parsed = NULL;

  g_return_if_fail (MACHI_IS_WINDOW (self));
  g_return_if_fail (address != NULL);

  if (self->catalog == NULL)
    return;

  parsed = machi_address_parse (address, &error);
  if (parsed == NULL)
    {
      show_toast (self, error->message);
      return;
    }

  remember_position (self);
  machi_history_push (self->history, parsed);
  show_current (self, FALSE);
}

static void
open_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  machi_window_open (MACHI_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* A view says what it shows now, such as another filter: that is no visit of its own. */
static void
readdress_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  MachiWindow *self = MACHI_WINDOW (widget);
  MachiAddress *current = machi_history_get_current (self->history);
  g_autoptr (MachiAddress) address = machi_address_parse (g_variant_get_string (parameter, NULL), NULL);

  if (address != NULL && current != NULL && machi_address_get_view (address) != NULL
      && machi_address_get_view (address) == machi_address_get_view (current))
    machi_history_replace (self->history, address);
}

/* The reader is done with what was searched for. */
static void
unmark_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MachiWindow *self = MACHI_WINDOW (widget);
  MachiAddress *current = machi_history_get_current (self->history);
  g_autoptr (MachiAddress) address = NULL;

  if (!has_marks (self))
    return;

  address = machi_address_new_entry (machi_address_get_kind (current), machi_address_get_id (current),
                                     machi_address_get_block (current));
  machi_history_replace (self->history, address);
  machi_content_unmark (self->content);
  update_actions (self);
}

static void
go (MachiWindow *self, int steps)
{
  remember_position (self);
  if (machi_history_go (self->history, steps))
    show_current (self, TRUE);
}

static void
back_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  go (MACHI_WINDOW (widget), -1);
}

static void
forward_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  go (MACHI_WINDOW (widget), 1);
}

static void
overview_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  machi_window_open (MACHI_WINDOW (widget), "machi:overview");
}

static void
search_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  machi_window_open (MACHI_WINDOW (widget), "machi:search");
}

static void
problems_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  machi_window_open (MACHI_WINDOW (widget), "machi:problems");
}

static void
filter_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MachiWindow *self = MACHI_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  machi_sidebar_grab_filter (self->sidebar);
}

static void
menu_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MachiWindow *self = MACHI_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  machi_sidebar_show_menu (self->sidebar);
}

static gboolean
is_focus_in (MachiWindow *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* In a narrow window the sidebar comes and goes; in a wide one, where it stays, the focus does. */
static void
toggle_sidebar_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MachiWindow *self = MACHI_WINDOW (widget);
  gboolean shows_content = adw_navigation_split_view_get_show_content (self->split_view);

  if (adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (self->split_view, !shows_content);
  else if (is_focus_in (self, GTK_WIDGET (self->sidebar)))
    gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
  else
    machi_sidebar_grab_filter (self->sidebar);
}

static void
clear_history_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MachiWindow *self = MACHI_WINDOW (widget);

  machi_recent_clear (self->settings);
  machi_history_clear (self->history);
  update_actions (self);
  show_toast (self, _ ("History cleared"));
}

static void
copy_address_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MachiWindow *self = MACHI_WINDOW (widget);
  g_autofree char *address = machi_window_dup_address (self);

  if (address == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), address);
  show_toast (self, _ ("Address copied"));
}

static void
shortcuts_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  adw_dialog_present (ADW_DIALOG (machi_shortcuts_new_dialog ()), widget);
}

static void
toast_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  show_toast (MACHI_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* A letter, or a key with which one begins to write one; an input method makes text of any of them. */
static gboolean
begins_text (guint keyval, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;

  return g_unichar_isgraph (c) || keyval == GDK_KEY_Multi_key
         || (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek);
}

/* What nothing else had use for. */
static gboolean
key_pressed_cb (MachiWindow *self,
                guint keyval,
                guint keycode G_GNUC_UNUSED,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  if (keyval == GDK_KEY_Escape)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.unmark", NULL);
  if (self->catalog == NULL || !machi_content_takes_typing (self->content) || !begins_text (keyval, state))
    return GDK_EVENT_PROPAGATE;

  machi_window_open (self, "machi:search");
  machi_content_forward_key (self->content, controller);

  return GDK_EVENT_STOP;
}

static void
button_pressed_cb (MachiWindow *self,
                   int n_press G_GNUC_UNUSED,
                   double x G_GNUC_UNUSED,
                   double y G_GNUC_UNUSED,
                   GtkGestureSingle *gesture)
{
  guint button = gtk_gesture_single_get_current_button (gesture);

  /* The buttons for back and forward of a mouse that has them. */
  if (button != 8 && button != 9)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go (self, button == 8 ? -1 : 1);
}

static gboolean
machi_window_close_request (GtkWindow *window)
{
  MachiWindow *self = MACHI_WINDOW (window);
  g_autofree char *address = machi_window_dup_address (self);

  if (address != NULL)
    {
      g_settings_set_string (self->settings, "last-address", address);
      g_settings_set_double (self->settings, "last-position", machi_content_get_position (self->content));
    }

  return GTK_WINDOW_CLASS (machi_window_parent_class)->close_request (window);
}

static void
machi_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiWindow *self = MACHI_WINDOW (object);

  switch (prop_id)
    {
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_window_dispose (GObject *object)
{
  MachiWindow *self = MACHI_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_WINDOW);
  g_clear_object (&self->catalog);
  g_clear_object (&self->history);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (machi_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "win.readdress", "s", readdress_cb);
  gtk_widget_class_install_action (widget_class, "win.unmark", NULL, unmark_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.overview", NULL, overview_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.problems", NULL, problems_cb);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, filter_cb);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.clear-history", NULL, clear_history_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-address", NULL, copy_address_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_cb);
}

static void
machi_window_class_init (MachiWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_window_dispose;
  object_class->get_property = machi_window_get_property;
  GTK_WINDOW_CLASS (klass)->close_request = machi_window_close_request;

  properties[PROP_HISTORY]
      = g_param_spec_object ("history", NULL, NULL, MACHI_TYPE_HISTORY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MACHI_TYPE_SIDEBAR);
  g_type_ensure (MACHI_TYPE_CONTENT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MachiWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MachiWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, MachiWindow, problems_banner);
  gtk_widget_class_bind_template_child (widget_class, MachiWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MachiWindow, content);
  gtk_widget_class_bind_template_callback (widget_class, button_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  install_actions (widget_class);
}

static void
machi_window_init (MachiWindow *self)
{
  self->history = machi_history_new ();
  self->settings = g_settings_new (APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/**
 * machi_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window that has no catalogue yet, owned by GTK
 */
MachiWindow *
machi_window_new (GtkApplication *application)
{
  return g_object_new (MACHI_TYPE_WINDOW, "application", application, NULL);
}

static void
show_problems (MachiWindow *self)
{
  guint n_problems = g_list_model_get_n_items (machi_catalog_get_problems (self->catalog));
  g_autofree char *title = NULL;

  title = machi_locale_format_count (
      ngettext ("%u problem was found in this catalogue", "%u problems were found in this catalogue", n_problems),
      n_problems);
  adw_banner_set_title (self->problems_banner, title);
  adw_banner_set_revealed (self->problems_banner, n_problems > 0);
}

/**
 * machi_window_set_catalog:
 * @self: a window
 * @catalog: (transfer none): what to browse
 *
 * Gives the window its catalogue.
 */
void
machi_window_set_catalog (MachiWindow *self, MachiCatalog *catalog)
{
  g_return_if_fail (MACHI_IS_WINDOW (self));
  g_return_if_fail (MACHI_IS_CATALOG (catalog));

  if (!g_set_object (&self->catalog, catalog))
    return;

  machi_sidebar_set_catalog (self->sidebar, catalog);
  show_problems (self);
}

/**
 * machi_window_get_catalog:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what it browses
 */
MachiCatalog *
machi_window_get_catalog (MachiWindow *self)
{
  g_return_val_if_fail (MACHI_IS_WINDOW (self), NULL);

  return self->catalog;
}

/**
 * machi_window_show_failure:
 * @self: a window
 * @root: the folder that could not be read
 * @message: why
 *
 * Says that there is no catalogue, and why.
 */
void
machi_window_show_failure (MachiWindow *self, GFile *root, const char *message)
{
  g_autofree char *name = g_file_get_parse_name (root);

  machi_content_show_failure (self->content, name, message);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * machi_window_restore:
 * @self: a window that has its catalogue
 *
 * Shows what was read last, or the overview.
 */
void
machi_window_restore (MachiWindow *self)
{
  g_autofree char *address = g_settings_get_string (self->settings, "last-address");
  g_autoptr (MachiAddress) parsed = NULL;

  machi_sidebar_grab_list (self->sidebar);
  if (*address != '\0')
    parsed = machi_address_parse (address, NULL);
  if (parsed == NULL || !machi_content_can_show (self->catalog, parsed))
    {
      machi_window_open (self, "machi:overview");
      return;
    }

  machi_window_open (self, address);
  machi_content_set_position (self->content, g_settings_get_double (self->settings, "last-position"));
}

/**
 * machi_window_dup_address:
 * @self: a window
 *
 * Returns: (transfer full) (nullable): the address of what it shows
 */
char *
machi_window_dup_address (MachiWindow *self)
{
  MachiAddress *address;

  g_return_val_if_fail (MACHI_IS_WINDOW (self), NULL);

  address = machi_history_get_current (self->history);

  return address != NULL ? machi_address_to_string (address) : NULL;
}
