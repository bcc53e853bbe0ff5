/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-export.h"
#include "machi-plot-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* File names longer than this are refused by some file systems once they are encoded. */
#define LONGEST_NAME 60

static void
announce (GtkWidget *widget, const char *message)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
copy_image (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  g_autoptr (GdkTexture) texture = machi_plot_render_texture (MACHI_PLOT (widget));

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  announce (widget, _ ("Image copied"));
}

static void
copy_table (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  g_autofree char *table = machi_plot_dup_table (MACHI_PLOT (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), table);
  announce (widget, _ ("Table copied"));
}

static void
tell_error (GtkWidget *widget, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The Plot Could Not Be Saved"), message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, widget);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  if (machi_plot_save_finish (MACHI_PLOT (source), result, &error))
    announce (GTK_WIDGET (source), _ ("Plot saved"));
  else
    tell_error (GTK_WIDGET (source), error->message);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MachiPlot) self = MACHI_PLOT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    machi_plot_save_async (self, file, NULL, saved_cb, NULL);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED))
    tell_error (GTK_WIDGET (self), error->message);
}

static char *
make_file_name (MachiPlot *self)
{
  const char *title = machi_plot_get_title (self) != NULL ? machi_plot_get_title (self) : _ ("Plot");
  g_autofree char *name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), LONGEST_NAME));

  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '-');

  return g_strconcat (name, ".png", NULL);
}

static GListModel *
make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("PNG and SVG Images"));
  gtk_file_filter_add_suffix (filter, "png");
  gtk_file_filter_add_suffix (filter, "svg");
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

static void
save (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();
  g_autofree char *name = make_file_name (MACHI_PLOT (widget));

  gtk_file_dialog_set_title (dialog, _ ("Save Plot"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, file_chosen_cb,
                        g_object_ref (widget));
}

/*
 * machi_plot_actions_class_init:
 * @widget_class: the class of MachiPlot
 *
 * Installs the actions plot.copy-image, plot.copy-table and plot.save, and Ctrl+C for the table.
 */
void
machi_plot_actions_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plot.copy-image", NULL, copy_image);
  gtk_widget_class_install_action (widget_class, "plot.copy-table", NULL, copy_table);
  gtk_widget_class_install_action (widget_class, "plot.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "plot.copy-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "plot.copy-table", NULL);
}
