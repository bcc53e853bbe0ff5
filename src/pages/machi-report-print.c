/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-print.h"

#include "machi-report-layout.h"

#include <glib/gi18n.h>

#define MARGIN_MM 22

/* One printing of a report. */
typedef struct
{
  MachiEntry *entry;
  MachiReportDocument *document;
  GtkWidget *widget;
  MachiReportLayout *layout;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->entry);
  g_clear_object (&self->document);
  g_clear_object (&self->widget);
  g_clear_pointer (&self->layout, machi_report_layout_free);
  g_free (self);
}

/* The family of the interface, in a size for paper. */
static void
set_font (PangoContext *context)
{
  g_autoptr (PangoFontDescription) description
      = pango_font_description_copy (pango_context_get_font_description (context));
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *name = NULL;

  if (settings != NULL)
    {
      g_autoptr (PangoFontDescription) interface = NULL;

      g_object_get (settings, "gtk-font-name", &name, NULL);
      interface = name != NULL ? pango_font_description_from_string (name) : NULL;
      if (interface != NULL && pango_font_description_get_family (interface) != NULL)
        pango_font_description_set_family (description, pango_font_description_get_family (interface));
    }
  pango_context_set_font_description (context, description);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *print, Job *self)
{
  PangoContext *context = gtk_print_context_create_pango_context (print);

  set_font (context);
  g_clear_pointer (&self->layout, machi_report_layout_free);
  self->layout = machi_report_layout_new (self->entry, self->document, context, gtk_print_context_get_width (print),
                                          gtk_print_context_get_height (print));
  g_object_unref (context);
  gtk_print_operation_set_n_pages (operation, (int) machi_report_layout_get_n_pages (self->layout));
}

static void
draw_page_cb (GtkPrintOperation *operation G_GNUC_UNUSED, GtkPrintContext *print, int page, Job *self)
{
  machi_report_layout_draw_page (self->layout, gtk_print_context_get_cairo_context (print), (guint) page);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || self->widget == NULL)
    return;

  gtk_print_operation_get_error (operation, &error);
  message = g_strdup_printf (_ ("The report cannot be printed: %s"), error != NULL ? error->message : "");
  gtk_widget_activate_action (self->widget, "win.toast", "s", message);
}

static GtkPageSetup *
new_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN_MM, GTK_UNIT_MM);

  return setup;
}

static GtkPrintOperation *
new_operation (MachiEntry *entry, MachiReportDocument *document, GtkWidget *widget)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup ();
  Job *job = g_new0 (Job, 1);

  job->entry = g_object_ref (entry);
  job->document = g_object_ref (document);
  job->widget = widget != NULL ? g_object_ref (widget) : NULL;
  g_object_set_data_full (G_OBJECT (operation), "machi-job", job, job_free);
  /* The job is owned by the operation. */
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, machi_entry_get_name (entry));

  return operation;
}

/**
 * machi_report_print_show_dialog:
 * @entry: a report
 * @document: its text
 * @widget: where it was asked for
 *
 * Lets the person print the report. They are told where it fails.
 */
void
machi_report_print_show_dialog (MachiEntry *entry, MachiReportDocument *document, GtkWidget *widget)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *root;

  g_return_if_fail (MACHI_IS_ENTRY (entry) && MACHI_IS_REPORT_DOCUMENT (document));

  root = gtk_widget_get_root (widget);
  operation = new_operation (entry, document, widget);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* What goes wrong is told when the operation is done. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error);
}

/**
 * machi_report_print_export:
 * @entry: a report
 * @document: its text
 * @filename: a file that is written, or written over
 * @error: where to put why it cannot be
 *
 * Writes the report as PDF.
 *
 * Returns: whether it was written
 */
gboolean
machi_report_print_export (MachiEntry *entry, MachiReportDocument *document, const char *filename, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (MACHI_IS_ENTRY (entry) && MACHI_IS_REPORT_DOCUMENT (document), FALSE);
  g_return_val_if_fail (filename != NULL, FALSE);

  operation = new_operation (entry, document, NULL);
  gtk_print_operation_set_export_filename (operation, filename);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
