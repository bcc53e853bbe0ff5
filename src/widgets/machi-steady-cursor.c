/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-steady-cursor.h"

#define STEADY_MSEC 600
#define SETTING "gtk-cursor-blink"

static guint release_source;

static gboolean
release_cb (gpointer data)
{
  release_source = 0;
  gtk_settings_reset_property (GTK_SETTINGS (data), SETTING);

  return G_SOURCE_REMOVE;
}

/**
 * machi_steady_cursor_hold:
 * @widget: where something is typed
 *
 * To be called for each key: while one types the cursor does not blink, a little later it may again, if it is to.
 *
 * A cursor that blinks fades, which keeps the frame clock of the window running; a key would have to wait for its next
 * turn, up to a 60th of a second, before the letter and what was found with it could be painted.
 */
void
machi_steady_cursor_hold (GtkWidget *widget)
{
  GtkSettings *settings = gtk_widget_get_settings (widget);

  g_clear_handle_id (&release_source, g_source_remove);
  g_object_set (settings, SETTING, FALSE, NULL);
  release_source = g_timeout_add (STEADY_MSEC, release_cb, settings);
}
