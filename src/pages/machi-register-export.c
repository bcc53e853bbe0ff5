/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-register-export.h"

#include "machi-csv.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* How the register is saved as a table. */

static void
write_head (MachiCsv *csv, const MachiRegisterColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      machi_csv_add_text (csv, machi_register_column_get_label (columns[i]));
      if (columns[i] == MACHI_REGISTER_REDUCTION)
        machi_csv_add_text (csv, _ ("Unit"));
    }
  /* Translators: the heading of a column with addresses of entries, such as machi:project/… */
  machi_csv_add_text (csv, _ ("Address"));
  machi_csv_add_text (csv, _ ("Sources"));
  machi_csv_end_row (csv);
}

/* A number a program can read, and its unit beside it. */
static void
write_reduction (MachiCsv *csv, MachiEntry *project)
{
  MachiStatement *fact = machi_project_get_reduction (project);
  double value = NAN;

  if (fact != NULL)
    machi_statement_get_value (fact, &value);
  machi_csv_add_number (csv, value);
  machi_csv_add_text (csv, fact != NULL ? machi_statement_get_unit (fact) : NULL);
}

static char *
dup_sources (MachiEntry *project)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *sources = machi_entry_get_sources (project);

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const char *url = machi_source_get_url (sources->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                              url != NULL ? url : machi_source_get_title (sources->pdata[i]));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
write_project (MachiCsv *csv, MachiEntry *project, const MachiRegisterColumn *columns, guint n_columns)
{
  g_autofree char *address = machi_entry_dup_address (project);
  g_autofree char *sources = dup_sources (project);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *text = machi_register_column_dup_text (columns[i], project);

      if (columns[i] == MACHI_REGISTER_REDUCTION)
        write_reduction (csv, project);
      else
        machi_csv_add_text (csv, text);
    }
  machi_csv_add_text (csv, address);
  machi_csv_add_text (csv, sources);
  machi_csv_end_row (csv);
}

/**
 * machi_register_write_csv:
 * @self: a register
 * @columns: (array length=n_columns): which columns, in which order
 * @n_columns: how many
 * @bom: whether it begins with a byte order mark, as some spreadsheets need it
 *
 * Returns: (transfer full): what the register shows, as a table; each row ends with the address and the sources of the
 * project
 */
GBytes *
machi_register_write_csv (MachiRegister *self, const MachiRegisterColumn *columns, guint n_columns, gboolean bom)
{
  g_autoptr (MachiCsv) csv = machi_csv_new (bom ? MACHI_CSV_BOM : MACHI_CSV_PLAIN);

  g_return_val_if_fail (MACHI_IS_REGISTER (self), NULL);

  write_head (csv, columns, n_columns);
  for (guint i = 0; i < machi_register_get_n_shown (self); i++)
    write_project (csv, machi_register_get_shown (self, i), columns, n_columns);

  return machi_csv_to_bytes (csv);
}

typedef struct
{
  GtkWidget *widget;
  GBytes *bytes;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_bytes_unref (saving->bytes);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
tell_failure (GtkWidget *widget, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The Table Was Not Saved"), message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, widget);
}

static void
saved_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (!machi_csv_save_finish (result, &error))
    {
      tell_failure (saving->widget, error->message);
      return;
    }

  name = g_file_get_basename (G_FILE (file));
  /* Translators: the name of a file */
  message = g_strdup_printf (_ ("Saved as “%s”"), name);
  gtk_widget_activate_action (saving->widget, "win.toast", "s", message);
}

static void
chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);
  GBytes *bytes = saving->bytes;

  if (file != NULL)
    machi_csv_save_async (bytes, file, NULL, saved_cb, g_steal_pointer (&saving));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
           && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    tell_failure (saving->widget, error->message);
}

/**
 * machi_register_export_save:
 * @widget: a widget in the window that saves
 * @bytes: a table
 *
 * Asks where to save a table, saves it, and says whether that went well.
 */
void
machi_register_export_save (GtkWidget *widget, GBytes *bytes)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Saving *saving = g_new0 (Saving, 1);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_filter_set_name (filter, _ ("Tables (CSV)"));
  gtk_file_filter_add_mime_type (filter, "text/csv");
  gtk_file_filter_add_suffix (filter, "csv");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Save the Projects Shown"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  /* Translators: the name proposed for a file with a table of projects; keep ".csv" */
  gtk_file_dialog_set_initial_name (dialog, _ ("machi-projects.csv"));

  saving->widget = g_object_ref (widget);
  saving->bytes = g_bytes_ref (bytes);
  gtk_file_dialog_save (dialog, root != NULL ? GTK_WINDOW (root) : NULL, NULL, chosen_cb, saving);
}
