/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-launch.h"

#include <glib/gi18n.h>

/**
 * machi_address_is_web:
 * @address: (nullable): an address
 *
 * Returns: whether it is one of the web, which alone a pack may have opened by other programs
 */
gboolean
machi_address_is_web (const char *address)
{
  return address != NULL && (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://"));
}

static void
launched_cb (GObject *launcher, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  message = g_strdup_printf (_ ("The address cannot be opened: %s"), error->message);
  gtk_widget_activate_action (widget, "win.toast", "s", message);
}

/**
 * machi_launch_address:
 * @widget: where it was asked for
 * @address: an address: of an entry, or of the web
 *
 * Opens @address: an entry in the window of @widget, a page of the web in the person's browser. Others are left alone.
 * The person is told where it fails.
 */
void
machi_launch_address (GtkWidget *widget, const char *address)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (address != NULL);

  if (g_str_has_prefix (address, "machi:"))
    {
      gtk_widget_activate_action (widget, "win.open", "s", address);
      return;
    }
  if (!machi_address_is_web (address))
    return;

  root = gtk_widget_get_root (widget);
  launcher = gtk_uri_launcher_new (address);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, launched_cb,
                           g_object_ref (widget));
}
