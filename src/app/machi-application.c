/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-application.h"

#include "machi-preferences.h"
#include "machi-shortcuts.h"
#include "machi-window.h"

#include <glib/gi18n.h>

/* A window appears with its content. Where reading takes longer than this, it appears without, and says that it waits.
 */
#define PATIENCE_MS 400

/**
 * MachiApplication:
 *
 * The program: it reads the catalogue in a thread that starts before GTK does, and opens addresses in its window.
 */
struct _MachiApplication
{
  AdwApplication parent_instance;

  GFile *root;
  MachiCatalog *catalog;
  GCancellable *cancellable;
  char *address;
  guint patience_id;
  GSettings *settings;
  gboolean restarts;
};

G_DEFINE_FINAL_TYPE (MachiApplication, machi_application, ADW_TYPE_APPLICATION)

static MachiWindow *
get_window (MachiApplication *self)
{
  return MACHI_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (self)));
}

static void
show_catalog (MachiApplication *self, MachiWindow *window)
{
  machi_window_set_catalog (window, self->catalog);
  machi_window_restore (window);
  if (self->address != NULL)
    machi_window_open (window, self->address);
  g_clear_pointer (&self->address, g_free);
}

static void
catalog_loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (MachiApplication) self = data;
  g_autoptr (MachiCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  MachiWindow *window = get_window (self);

  catalog = machi_catalog_load_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->catalog = g_steal_pointer (&catalog);
  if (window == NULL)
    return;

  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (self->catalog != NULL)
    show_catalog (self, window);
  else
    machi_window_show_failure (window, self->root, error->message);
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
patience_ended_cb (gpointer data)
{
  MachiApplication *self = data;

  self->patience_id = 0;
  if (get_window (self) != NULL)
    gtk_window_present (GTK_WINDOW (get_window (self)));

  return G_SOURCE_REMOVE;
}

/* Reads the catalogue in self->root, and says so to the menu that offers the installed ones. */
static void
load_catalog (MachiApplication *self)
{
  g_autofree char *uri = g_file_get_uri (self->root);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "open-pack");

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->catalog);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (uri));
  machi_catalog_load_async (self->root, self->cancellable, catalog_loaded_cb, g_object_ref (self));
}

static void
machi_application_startup (GApplication *application)
{
  MachiApplication *self = MACHI_APPLICATION (application);

  if (self->root == NULL)
    self->root = g_file_new_for_uri (MACHI_CATALOG_BUILT_IN);
  load_catalog (self);

  G_APPLICATION_CLASS (machi_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APP_ID);
  self->settings = g_settings_new (APP_ID);
  /* The settings are owned by us, and the handler is given nothing else. */
  g_signal_connect (self->settings, "changed::color-scheme", G_CALLBACK (machi_preferences_apply_color), NULL);
  machi_preferences_apply_color (self->settings);
  machi_shortcuts_install (GTK_APPLICATION (self));
}

static void
machi_application_activate (GApplication *application)
{
  MachiApplication *self = MACHI_APPLICATION (application);
  MachiWindow *window = get_window (self);

  if (window == NULL)
    {
      window = machi_window_new (GTK_APPLICATION (self));
      if (self->catalog == NULL)
        self->patience_id = g_timeout_add (PATIENCE_MS, patience_ended_cb, self);
    }
  if (self->catalog == NULL)
    return;

  if (machi_window_get_catalog (window) == NULL)
    show_catalog (self, window);
  else if (self->address != NULL)
    machi_window_open (window, self->address);
  g_clear_pointer (&self->address, g_free);
  gtk_window_present (GTK_WINDOW (window));
}

static void
machi_application_open (GApplication *application, GFile **files, int n_files, const char *hint G_GNUC_UNUSED)
{
  MachiApplication *self = MACHI_APPLICATION (application);

  if (n_files > 0)
    {
      g_free (self->address);
      self->address = g_file_get_uri (files[n_files - 1]);
    }
  g_application_activate (application);
}

static int
machi_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  MachiApplication *self = MACHI_APPLICATION (application);
  g_autofree char *folder = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Machi %s\n", PACKAGE_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "catalog", "^ay", &folder))
    {
      self->root = g_file_new_for_commandline_arg (folder);
      /* A running Machi has another catalogue: this one is a program of its own. */
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }

  return -1;
}

static void
machi_application_dispose (GObject *object)
{
  MachiApplication *self = MACHI_APPLICATION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_object (&self->root);
  g_clear_object (&self->catalog);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->address, g_free);

  G_OBJECT_CLASS (machi_application_parent_class)->dispose (object);
}

static void
machi_application_class_init (MachiApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_application_dispose;

  application_class->startup = machi_application_startup;
  application_class->activate = machi_application_activate;
  application_class->open = machi_application_open;
  application_class->handle_local_options = machi_application_handle_local_options;
}

static void
about_activated_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  static const char *const developers[] = { "The Machi developers", NULL };
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  g_autofree char *comments = NULL;
  MachiApplication *self = MACHI_APPLICATION (data);

  if (self->catalog != NULL)
    /* Translators: the first is the title of the catalogue that is open, the second its version */
    comments = g_strdup_printf (_ ("Low-carbon city cooperation in Asia, with sources.\n\nCatalogue: %s, %s"),
                                machi_catalog_get_title (self->catalog), machi_catalog_get_version (self->catalog));
  adw_show_about_dialog (GTK_WIDGET (window), "application-name", "Machi", "application-icon", APP_ID, "version",
                         PACKAGE_VERSION, "developer-name", developers[0], "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", comments, "developers", developers,
                         /* Translators: your name, one a line */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
open_pack_activated_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *uri, gpointer data)
{
  MachiApplication *self = MACHI_APPLICATION (data);

  g_clear_object (&self->root);
  self->root = g_file_new_for_uri (g_variant_get_string (uri, NULL));
  g_set_str (&self->address, "machi:overview");
  load_catalog (self);
}

/* The actions of the desktop entry open a view each, also where no window is open yet. */
static void
view_activated_cb (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  MachiApplication *self = MACHI_APPLICATION (data);

  g_free (self->address);
  self->address = g_strconcat ("machi:", g_action_get_name (G_ACTION (action)), NULL);
  g_application_activate (G_APPLICATION (self));
}

static void
preferences_activated_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (window != NULL)
    adw_dialog_present (ADW_DIALOG (machi_preferences_new ()), GTK_WIDGET (window));
}

static void
quit_activated_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (window == NULL)
    {
      g_application_quit (G_APPLICATION (data));
      return;
    }

  /* A window that is asked to close closes its dialog only. */
  while (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  gtk_window_close (window);
}

/* The window keeps the place that was read when it is closed; main() starts the program anew when this one has ended.
 */
static void
restart_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MACHI_APPLICATION (data)->restarts = TRUE;
  quit_activated_cb (action, parameter, data);
}

static void
machi_application_init (MachiApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_activated_cb },
    { .name = "open-pack",
      .activate = open_pack_activated_cb,
      .parameter_type = "s",
      .state = "'" MACHI_CATALOG_BUILT_IN "'" },
    { .name = "overview", .activate = view_activated_cb },
    { .name = "preferences", .activate = preferences_activated_cb },
    { .name = "quit", .activate = quit_activated_cb },
    { .name = "restart", .activate = restart_activated_cb },
    { .name = "search", .activate = view_activated_cb },
  };
  static const GOptionEntry options[] = {
    { "catalog", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open the catalogue in a folder"), N_ ("FOLDER") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[ADDRESS]"));
  g_application_set_option_context_summary (
      G_APPLICATION (self), _ ("An address is machi:KIND/ID, such as machi:city/kitakyushu, or machi:VIEW."));
}

/**
 * machi_application_new:
 *
 * Returns: (transfer full): the program, not yet running
 */
MachiApplication *
machi_application_new (void)
{
  return g_object_new (MACHI_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path", "/org/machi/Machi",
                       "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}

/**
 * machi_application_get_restarts:
 * @self: the program, when it has run
 *
 * Returns: whether it is to be started anew
 */
gboolean
machi_application_get_restarts (MachiApplication *self)
{
  g_return_val_if_fail (MACHI_IS_APPLICATION (self), FALSE);

  return self->restarts;
}

/**
 * machi_application_dup_catalog_argument:
 * @self: the program
 *
 * Returns: (transfer full) (nullable): the argument with which another opens the same catalogue; %NULL for the built-in
 * one
 */
char *
machi_application_dup_catalog_argument (MachiApplication *self)
{
  g_autofree char *uri = NULL;

  g_return_val_if_fail (MACHI_IS_APPLICATION (self), NULL);

  uri = self->root != NULL ? g_file_get_uri (self->root) : NULL;

  return uri != NULL && !g_str_equal (uri, MACHI_CATALOG_BUILT_IN) ? g_strconcat ("--catalog=", uri, NULL) : NULL;
}
