/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-reading.h"

#include <string.h>

/* What the tests of the reader share: reading a text as if it were a file of a pack. */

/* Any source there is, but those whose ID begins with "no-". */
static MachiSource *
lookup (const char *id, gpointer data)
{
  GHashTable *sources = data;
  MachiSource *source = g_hash_table_lookup (sources, id);

  if (source == NULL && !g_str_has_prefix (id, "no-"))
    {
      source = machi_source_new (&(MachiSourceFields) { .id = id, .title = id });
      g_hash_table_insert (sources, g_strdup (id), source);
    }

  return source;
}

void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_object (&self->problems);
  g_clear_object (&self->document);
  g_clear_error (&self->error);
}

void
reading_file (Reading *self, GFile *file, const char *name)
{
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->problems = g_list_store_new (MACHI_TYPE_PROBLEM);
  self->document = machi_report_read (file, name, lookup, self->sources, self->problems, &self->error);
  g_assert_true ((self->document == NULL) == (self->error != NULL));
}

void
reading_bytes (Reading *self, const char *text, gssize length)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("machi-XXXXXX.xml", &stream, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (file);
  g_file_replace_contents (file, text, length < 0 ? strlen (text) : (gsize) length, NULL, FALSE, G_FILE_CREATE_NONE,
                           NULL, NULL, &error);
  g_assert_no_error (error);
  reading_file (self, file, "reports/r.xml");
  g_file_delete (file, NULL, NULL);
}

void
reading_body (Reading *self, const char *body)
{
  g_autofree char *text = g_strconcat (HEAD, body, "</article>\n", NULL);

  reading_bytes (self, text, -1);
}

guint
reading_count_problems (Reading *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->problems));
}

void
reading_assert_sound (Reading *self)
{
  for (guint i = 0; i < reading_count_problems (self); i++)
    {
      g_autoptr (MachiProblem) problem = g_list_model_get_item (G_LIST_MODEL (self->problems), i);
      g_autofree char *text = machi_problem_to_string (problem);
      g_test_message ("%s", text);
    }
  g_assert_no_error (self->error);
  g_assert_cmpuint (reading_count_problems (self), ==, 0);
}

void
reading_assert_problem (Reading *self, guint index, guint line, const char *part)
{
  g_autoptr (MachiProblem) problem = g_list_model_get_item (G_LIST_MODEL (self->problems), index);

  g_assert_nonnull (problem);
  g_assert_cmpstr (machi_problem_get_file (problem), ==, "reports/r.xml");
  if (strstr (machi_problem_get_message (problem), part) == NULL)
    g_error ("“%s” is not in “%s”", part, machi_problem_get_message (problem));
  g_assert_cmpuint (machi_problem_get_line (problem), ==, line);
}

MachiBlock *
reading_get_block (Reading *self, guint position)
{
  g_autoptr (MachiBlock) block = g_list_model_get_item (G_LIST_MODEL (self->document), position);

  g_assert_nonnull (block);

  return block;
}
