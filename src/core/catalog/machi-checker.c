/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-checker.h"

#include "machi-checker-private.h"
#include "machi-problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reading a pack tells what the program cannot use. This tells besides what a keeper of packs would want to mend: it
 * walks the same files again, with the catalogue at hand, so that everything it says has a file and a line. */

/*
 * machi_checker_tell:
 * @self: the check of a pack
 * @file: the name of a file of the pack
 * @line: the line from 1, or 0 where none can be named
 * @format: what is wrong and how to mend it, translated, as for printf
 * @...: the arguments of @format
 *
 * Tells a fault that is not one of a JSON value; those are told by the cursor.
 */
void
machi_checker_tell (MachiChecker *self, const char *file, guint line, const char *format, ...)
{
  g_autoptr (MachiProblem) problem = NULL;
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  problem = machi_problem_new (file, line, message);
  g_list_store_append (self->faults, problem);
}

/*
 * machi_checker_hint:
 * @self: the check of a pack
 * @cursor: a value
 * @format: what is worth a look, translated, as for printf
 * @...: the arguments of @format
 *
 * Tells what is not wrong, if anybody wants to know.
 */
void
machi_checker_hint (MachiChecker *self, const MachiCursor *cursor, const char *format, ...)
{
  g_autofree char *pointer = machi_cursor_dup_pointer (cursor);
  g_autofree char *message = NULL;
  MachiCursorFile *file = cursor->file;
  va_list args;

  if (self->hints == NULL)
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  file->problems = self->hints;
  machi_cursor_file_problem (file, pointer, message);
  file->problems = self->faults;
}

/*
 * machi_checker_is_future:
 * @self: the check of a pack
 * @date: a date, as precise as known
 *
 * Returns: whether it surely lies in the future
 */
gboolean
machi_checker_is_future (MachiChecker *self, const char *date)
{
  return strncmp (date, self->today, strlen (date)) > 0;
}

static void
check_doubles (MachiChecker *self, MachiCursorFile *file)
{
  const MachiJsonDouble *doubles;
  guint n_doubles;

  if (file->lines == NULL)
    file->lines = machi_json_lines_new (file->bytes);
  doubles = machi_json_lines_get_doubles (file->lines, &n_doubles);
  for (guint i = 0; i < n_doubles; i++)
    machi_checker_tell (self, file->name, doubles[i].line,
                        _ ("“%s” stands here a second time, and the first is lost: leave one of them"),
                        doubles[i].name);
}

static void
check_record (MachiChecker *self, const MachiCursor *record, const char *kind)
{
  if (!machi_cursor_is_object (record))
    return;
  if (g_str_equal (kind, "source"))
    {
      machi_checker_check_source (self, record);
      return;
    }

  machi_checker_check_entry (self, record, machi_kind_from_id (kind));
  if (g_str_equal (kind, "report"))
    machi_checker_check_report (self, record);
}

typedef void (*RecordFunc) (MachiChecker *self, const MachiCursor *record, const char *kind);

static void
for_each_record (MachiChecker *self, MachiCursorFile *file, RecordFunc func)
{
  MachiCursor root = machi_cursor_root (file);
  const char *kind = machi_cursor_get_string (&root, "kind");
  const char *member = "sources";
  MachiCursor list;

  if (kind == NULL)
    return;
  if (!g_str_equal (kind, "source"))
    member = machi_kind_get_list_key (machi_kind_from_id (kind));
  if (*member == '\0' || !machi_cursor_get_list (&root, member, &list))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor record = machi_cursor_get_element (&list, i);
      func (self, &record, kind);
    }
}

static void
check_file (MachiChecker *self, const char *name)
{
  g_auto (MachiCursorFile) file = { 0 };

  if (!machi_cursor_file_load (&file, self->pack, name, self->faults, NULL))
    return;

  check_doubles (self, &file);
  machi_checker_note_citations (self, file.root);
  for_each_record (self, &file, check_record);
}

static void
check_use (MachiChecker *self, const MachiCursor *record, const char *kind)
{
  if (g_str_equal (kind, "source") && machi_cursor_is_object (record))
    machi_checker_check_use (self, record);
}

static void
check_files (MachiChecker *self, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    check_file (self, names[i]);
  machi_checker_end_reports (self);

  /* Whether a source is used is known when all has been read. */
  for (guint i = 0; names[i] != NULL && self->hints != NULL; i++)
    {
      g_auto (MachiCursorFile) file = { 0 };

      if (machi_cursor_file_load (&file, self->pack, names[i], self->faults, NULL))
        for_each_record (self, &file, check_use);
    }
}

static int
compare_problems (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  MachiProblem *first = (gpointer) a;
  MachiProblem *second = (gpointer) b;
  guint line = machi_problem_get_line (first);
  guint other_line = machi_problem_get_line (second);
  int difference = strcmp (machi_problem_get_file (first), machi_problem_get_file (second));

  if (difference != 0)
    return difference;
  if (line != other_line)
    return line < other_line ? -1 : 1;

  return strcmp (machi_problem_get_message (first), machi_problem_get_message (second));
}

/* What reading told is found again when the files are walked. */
static void
sort_problems (GListStore *problems)
{
  g_list_store_sort (problems, compare_problems, NULL);
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (problems)); i > 1; i--)
    {
      g_autoptr (MachiProblem) last = g_list_model_get_item (G_LIST_MODEL (problems), i - 1);
      g_autoptr (MachiProblem) before = g_list_model_get_item (G_LIST_MODEL (problems), i - 2);

      if (compare_problems (before, last, NULL) == 0)
        g_list_store_remove (problems, i - 1);
    }
}

/* The clock of a machine may be wrong, but it is not before the day on which the pack was made. */
static char *
find_today (MachiPack *pack)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GListStore) ignored = g_list_store_new (MACHI_TYPE_PROBLEM);
  g_auto (MachiCursorFile) file = { 0 };
  const char *date = NULL;

  if (machi_cursor_file_load (&file, pack, "manifest.json", ignored, NULL))
    {
      MachiCursor root = machi_cursor_root (&file);
      date = machi_cursor_get_string (&root, "date");
    }

  return date != NULL && strlen (date) == strlen (today) && strcmp (date, today) > 0 ? g_strdup (date)
                                                                                     : g_steal_pointer (&today);
}

static void
checker_clear (MachiChecker *self)
{
  g_clear_object (&self->catalog);
  g_clear_object (&self->pack);
  g_clear_object (&self->faults);
  g_hash_table_unref (self->cited);
  g_hash_table_unref (self->addresses);
  g_hash_table_unref (self->report_files);
  g_hash_table_unref (self->documents);
  g_ptr_array_unref (self->links);
  g_free (self->today);
}

static void
checker_init (MachiChecker *self, GFile *root, GListStore *hints)
{
  self->pack = machi_pack_new (root);
  self->faults = g_list_store_new (MACHI_TYPE_PROBLEM);
  self->hints = hints;
  self->cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->report_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) machi_checker_link_free);
  self->today = find_today (self->pack);
}

static void
append_all (GListStore *to, GListModel *from)
{
  for (guint i = 0; i < g_list_model_get_n_items (from); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (from, i);
      g_list_store_append (to, item);
    }
}

/**
 * machi_check_pack:
 * @root: the folder of a pack
 * @hints: (nullable) (element-type MachiProblem): a list that gets what is not wrong but worth a look
 * @error: where to say why the folder cannot be read at all
 *
 * Checks a pack: all that reading it tells, and what makes it worth reading.
 *
 * Returns: (transfer full) (nullable) (element-type MachiProblem): what is wrong, by file and line, nothing twice
 */
GListModel *
machi_check_pack (GFile *root, GListStore *hints, GError **error)
{
  MachiChecker self = { 0 };
  g_auto (GStrv) names = NULL;
  GListModel *faults = NULL;

  g_return_val_if_fail (G_IS_FILE (root), NULL);

  checker_init (&self, root, hints);
  self.catalog = machi_catalog_load (root, NULL, error);
  names = self.catalog != NULL ? machi_pack_list (self.pack, NULL, error) : NULL;
  if (names != NULL)
    {
      append_all (self.faults, machi_catalog_get_problems (self.catalog));
      check_files (&self, (const char *const *) names);
      sort_problems (self.faults);
      if (hints != NULL)
        sort_problems (hints);
      faults = g_object_ref (G_LIST_MODEL (self.faults));
    }
  checker_clear (&self);

  return faults;
}
