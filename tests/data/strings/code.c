/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults are planted here: see strings.expected. It is never compiled. */
#include "config.h"

static const char *const titles[] = { "Networks of cities", N_ ("Cities in networks"), "an-id", "SELECT a FROM b" };

static void
show (GtkWidget *label, gboolean many, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u cities", 3);
  g_autofree char *fine = g_strdup_printf (ngettext ("%u city", "%u cities", 3), 3);
  g_autofree char *joined = g_strdup_printf ("%s: %s", text, fine);

  gtk_label_set_label (GTK_LABEL (label), "more");
  gtk_label_set_label (GTK_LABEL (label), _ ("more"));
  gtk_button_set_label (GTK_BUTTON (label), many ? "Hide" : _ ("Show"));
  gtk_widget_set_tooltip_text (label, "");
  adw_toast_new ("Saved as "
                 "a file");
  g_object_new (GTK_TYPE_LABEL, "label", "untold", "name", "an id", "xalign", 0.0, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, "spoken", -1);
  adw_alert_dialog_add_response (NULL, "close", "_Close");
  adw_alert_dialog_add_response (NULL, "close", C_ ("dialog", "_Close"));
  g_menu_append (NULL, "Descending", "win.descending");
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the file cannot be read");
  g_warning ("The file cannot be read: %s", joined);
  return many ? titles[0] : "Nothing was found"; /* with a comma, "and quotes" */
}
