/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-cursor.h"

#include "machi-json-file.h"
#include "machi-problem.h"

#include <glib/gi18n-lib.h>

#define MAX_PROBLEMS 1000

/**
 * machi_cursor_file_load:
 * @self: (out caller-allocates): a file, to be cleared whatever is returned
 * @pack: its pack
 * @name: its name in @pack
 * @problems: where to put what is wrong with it
 * @cancellable: (nullable): a way to stop
 *
 * Reads a JSON file; where it cannot be read, @problems says why.
 *
 * Returns: whether it holds an object
 */
gboolean
machi_cursor_file_load (
    MachiCursorFile *self, MachiPack *pack, const char *name, GListStore *problems, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  *self = (MachiCursorFile) { .name = g_intern_string (name), .problems = problems };
  self->bytes = machi_pack_load (pack, name, cancellable, &error);
  if (self->bytes == NULL)
    {
      g_autoptr (MachiProblem) problem = machi_problem_new (name, 0, error->message);

      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_list_store_append (problems, problem);
      return FALSE;
    }

  self->root = machi_json_parse (name, self->bytes, problems);

  return self->root != NULL;
}

/**
 * machi_cursor_file_clear:
 * @self: a file
 *
 * Frees what it has.
 */
void
machi_cursor_file_clear (MachiCursorFile *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->lines, machi_json_lines_free);
}

/**
 * machi_cursor_file_problem:
 * @self: a file
 * @pointer: a JSON pointer to a value in it
 * @message: what is wrong with that, translated
 *
 * Tells a problem with its file and line; of very many only the first.
 */
void
machi_cursor_file_problem (MachiCursorFile *self, const char *pointer, const char *message)
{
  g_autoptr (MachiProblem) problem = NULL;

  if (++self->n_problems > MAX_PROBLEMS)
    return;

  if (self->lines == NULL)
    self->lines = machi_json_lines_new (self->bytes);
  if (self->n_problems == MAX_PROBLEMS)
    message = _ ("There are more problems in this file: mend those above first");
  problem = machi_problem_new (self->name, machi_json_lines_find (self->lines, pointer), message);
  g_list_store_append (self->problems, problem);
}
