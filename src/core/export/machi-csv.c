/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-csv.h"

#include <math.h>
#include <string.h>

/**
 * MachiCsv:
 *
 * A table in the form of RFC 4180: fields between commas, lines ended by CR and LF, UTF-8. A text that a spreadsheet
 * would take for a formula gets an apostrophe in front, as OWASP recommends: what came from a pack must not run in a
 * spreadsheet.
 */
struct _MachiCsv
{
  GString *text;
  gboolean in_row;
};

/**
 * machi_csv_new:
 * @flags: how to write
 *
 * Returns: (transfer full): a table without rows
 */
MachiCsv *
machi_csv_new (MachiCsvFlags flags)
{
  MachiCsv *self = g_new0 (MachiCsv, 1);

  self->text = g_string_new ((flags & MACHI_CSV_BOM) != 0 ? "\xef\xbb\xbf" : NULL);

  return self;
}

/**
 * machi_csv_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
machi_csv_free (MachiCsv *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
begin_field (MachiCsv *self)
{
  if (self->in_row)
    g_string_append_c (self->text, ',');
  self->in_row = TRUE;
}

/* Spreadsheets pass over space in front, and some read the full-width forms too. */
static gboolean
looks_like_formula (const char *text)
{
  static const gunichar marks[] = { '=', '+', '-', '@', 0xff1d, 0xff0b, 0xff0d, 0xff20, 0x2212 };
  gunichar first;

  if (*text == '\t' || *text == '\r' || *text == '\n')
    return TRUE;
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  first = g_utf8_get_char (text);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (first == marks[i])
      return TRUE;

  return FALSE;
}

/**
 * machi_csv_add_text:
 * @self: a table
 * @text: (nullable): a text in UTF-8; %NULL for an empty field
 *
 * Adds a field to the row.
 */
void
machi_csv_add_text (MachiCsv *self, const char *text)
{
  gboolean formula, quoted;

  g_return_if_fail (self != NULL);

  begin_field (self);
  if (text == NULL || *text == '\0')
    return;

  formula = looks_like_formula (text);
  quoted = formula || strpbrk (text, ",\"\r\n") != NULL || g_ascii_isspace (text[0])
           || g_ascii_isspace (text[strlen (text) - 1]);
  if (!quoted)
    {
      g_string_append (self->text, text);
      return;
    }

  g_string_append (self->text, formula ? "\"'" : "\"");
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *text);
    }
  g_string_append_c (self->text, '"');
}

/**
 * machi_csv_add_number:
 * @self: a table
 * @number: a number; NAN for an empty field
 *
 * Adds a field to the row, with a point before decimals and nothing between thousands, as programs read it.
 */
void
machi_csv_add_number (MachiCsv *self, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (self != NULL);

  begin_field (self);
  if (isnan (number))
    return;

  /* The shortest form that is the same number again. */
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  if (g_ascii_strtod (buffer, NULL) != number)
    g_ascii_dtostr (buffer, sizeof buffer, number);
  g_string_append (self->text, buffer);
}

/**
 * machi_csv_end_row:
 * @self: a table
 *
 * Ends the row.
 */
void
machi_csv_end_row (MachiCsv *self)
{
  g_return_if_fail (self != NULL);

  g_string_append (self->text, "\r\n");
  self->in_row = FALSE;
}

/**
 * machi_csv_to_bytes:
 * @self: a table
 *
 * Returns: (transfer full): what was written so far
 */
GBytes *
machi_csv_to_bytes (MachiCsv *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_bytes_new (self->text->str, self->text->len);
}

static void
saved_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * machi_csv_save_async:
 * @bytes: what to write
 * @file: where
 * @cancellable: (nullable): a way to stop
 * @callback: whom to tell
 * @user_data: for @callback
 *
 * Writes a file at once: it is made beside @file and takes its place when it is whole, so that a full disk or a crash
 * leaves what was there before.
 */
void
machi_csv_save_async (
    GBytes *bytes, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, machi_csv_save_async);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, saved_cb, task);
}

/**
 * machi_csv_save_finish:
 * @result: what the callback was given
 * @error: where to say why it could not be written
 *
 * Returns: whether the file was written
 */
gboolean
machi_csv_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
