/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-index.h"

#include "machi-fold.h"
#include "machi-search-builder.h"
#include "machi-search-rank.h"
#include "machi-tokenizer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

/* How often SQLite asks whether to go on, in steps of its machine. */
#define STOP_STEPS 500
/* Left behind by a program that was ended while it built. */
#define LEFTOVER_SECONDS (24 * 60 * 60)
#define LEFTOVER_MARK ".new-"

/**
 * MachiSearchIndex:
 *
 * The texts of a catalogue in SQLite's FTS5. What is kept in a file is a copy that can be made again at any time: one
 * that does not fit, is damaged or foreign is replaced, and where nothing can be kept the index is in memory. To be
 * used by one thread at a time.
 */
struct _MachiSearchIndex
{
  sqlite3 *database;
  MachiVocabulary *vocabulary;
  GBytes *lengths;
  MachiIndexOrigin origin;
  MachiRank rank;
};

static char *
make_key (MachiSearchCorpus *corpus, GCancellable *cancellable)
{
  g_autofree char *hash = machi_search_corpus_dup_hash (corpus, cancellable);
  UVersionInfo icu, unicode;
  char icu_text[U_MAX_VERSION_STRING_LENGTH], unicode_text[U_MAX_VERSION_STRING_LENGTH];

  u_getVersion (icu);
  u_getUnicodeVersion (unicode);
  u_versionToString (icu, icu_text);
  u_versionToString (unicode, unicode_text);

  return g_strdup_printf ("index %d, tokenizer %d, fold %d, SQLite %s, ICU %s, Unicode %s, %s", /* not shown */
                          MACHI_SEARCH_INDEX_VERSION, MACHI_TOKENIZER_VERSION, MACHI_FOLD_VERSION,
                          sqlite3_libversion (), icu_text, unicode_text, hash);
}

/**
 * machi_search_index_free:
 * @self: (transfer full): an index
 *
 * Closes it.
 */
void
machi_search_index_free (MachiSearchIndex *self)
{
  g_clear_pointer (&self->database, sqlite3_close);
  g_clear_pointer (&self->vocabulary, machi_vocabulary_free);
  g_clear_pointer (&self->lengths, g_bytes_unref);
  g_free (self);
}

static gboolean
check_key (sqlite3 *database, const char *key, GError **error)
{
  g_autoptr (GBytes) kept = machi_search_database_get_meta (database, "key", error);
  gsize size;
  const char *text = kept != NULL ? g_bytes_get_data (kept, &size) : NULL;

  if (kept == NULL)
    return FALSE;
  if (size != strlen (key) || memcmp (text, key, size) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The search index is of another catalogue"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_lengths (MachiSearchIndex *self, guint n_docs, GError **error)
{
  gsize size;
  guint64 sum = 0;

  self->lengths = machi_search_database_get_meta (self->database, "lengths", error);
  if (self->lengths == NULL)
    return FALSE;

  self->rank.lengths = g_bytes_get_data (self->lengths, &size);
  self->rank.n_docs = n_docs;
  if (size != n_docs * sizeof (guint32))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The search index is incomplete"));
      return FALSE;
    }
  for (guint i = 0; i < n_docs; i++)
    sum += self->rank.lengths[i];
  self->rank.average = n_docs > 0 ? (float) sum / (float) n_docs : 0;

  return TRUE;
}

static gboolean
read_vocabulary (MachiSearchIndex *self, GError **error)
{
  g_autoptr (GBytes) terms = machi_search_database_get_meta (self->database, "terms", error);
  g_autoptr (GBytes) counts = terms != NULL ? machi_search_database_get_meta (self->database, "counts", error) : NULL;

  if (counts == NULL)
    return FALSE;

  self->vocabulary = machi_vocabulary_new (terms, counts);
  if (self->vocabulary == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The search index has no sound vocabulary"));

  return self->vocabulary != NULL;
}

/* Makes an index of @database, which it takes. */
static MachiSearchIndex *
take_database (sqlite3 *database, guint n_docs, MachiIndexOrigin origin, GError **error)
{
  g_autoptr (MachiSearchIndex) self = g_new0 (MachiSearchIndex, 1);

  self->database = database;
  self->origin = origin;
  if (!machi_rank_register (&self->rank, database, error) || !read_lengths (self, n_docs, error)
      || !read_vocabulary (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static MachiSearchIndex *
open_file (const char *path, guint n_docs, const char *key, MachiIndexOrigin origin, GError **error)
{
  g_autoptr (sqlite3) database = NULL;

  if (!machi_search_database_is_sealed (path))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The search index is missing or damaged"));
      return NULL;
    }
  database = machi_search_database_open_file (path, error);
  if (database == NULL || !check_key (database, key, error))
    return NULL;

  return take_database (g_steal_pointer (&database), n_docs, origin, error);
}

typedef struct
{
  MachiSearchCorpus *corpus;
  const char *key;
  MachiSearchProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Job;

static gboolean
build_file (const char *path, const Job *job, GError **error)
{
  g_autoptr (sqlite3) database = machi_search_database_create (path, error);

  if (database == NULL
      || !machi_search_build (database, job->corpus, job->key, job->progress, job->progress_data, job->cancellable,
                              error))
    return FALSE;
  if (sqlite3_close (g_steal_pointer (&database)) != SQLITE_OK)
    return FALSE;

  return machi_search_database_seal (path, error);
}

/* Removes what was left behind; what another program is building is younger. */
static void
remove_leftovers (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, LEFTOVER_MARK, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, prefix) && g_stat (child, &info) == 0 && now - info.st_mtime > LEFTOVER_SECONDS)
        g_unlink (child);
    }
}

/* Builds beside the file and then puts it in its place, so that no one ever sees half of it. */
static MachiSearchIndex *
replace_file (const char *path, const Job *job, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *fresh = g_strconcat (path, LEFTOVER_MARK "XXXXXX", NULL);
  MachiSearchIndex *index = NULL;
  int fd;

  g_mkdir_with_parents (folder, 0700);
  remove_leftovers (path);
  fd = g_mkstemp (fresh);
  if (fd < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY, _ ("The search index cannot be kept"));
      return NULL;
    }
  g_close (fd, NULL);

  if (build_file (fresh, job, error))
    {
      if (g_rename (fresh, path) == 0)
        return open_file (path, machi_search_corpus_get_size (job->corpus), job->key, MACHI_INDEX_BUILT, error);
      /* Something stands there that cannot be replaced: the one just built serves this time. */
      index = open_file (fresh, machi_search_corpus_get_size (job->corpus), job->key, MACHI_INDEX_MEMORY, error);
    }
  g_unlink (fresh);

  return index;
}

static MachiSearchIndex *
build_in_memory (const Job *job, GError **error)
{
  g_autoptr (sqlite3) database = machi_search_database_create (NULL, error);

  if (database == NULL
      || !machi_search_build (database, job->corpus, job->key, job->progress, job->progress_data, job->cancellable,
                              error))
    return NULL;

  return take_database (g_steal_pointer (&database), machi_search_corpus_get_size (job->corpus), MACHI_INDEX_MEMORY,
                        error);
}

/**
 * machi_search_index_open:
 * @corpus: what there is to be searched
 * @path: (nullable): where the index is kept, %NULL to keep none
 * @progress: (nullable): what to tell how far the building is, from 0 to 1, in the same thread
 * @progress_data: what to give to @progress
 * @cancellable: (nullable): a way to stop
 * @error: where to say what went wrong
 *
 * Opens the index at @path if it is sound and of just this corpus, else builds it anew and keeps it there, or where
 * that is not possible in memory. Reads all texts and may take long: not for the main thread.
 *
 * Returns: (transfer full) (nullable): the index, %NULL where it was stopped or memory cannot hold it either
 */
MachiSearchIndex *
machi_search_index_open (MachiSearchCorpus *corpus,
                         const char *path,
                         MachiSearchProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autofree char *key = make_key (corpus, cancellable);
  Job job = { corpus, key, progress, progress_data, cancellable };
  g_autoptr (GError) local_error = NULL;
  MachiSearchIndex *index = NULL;

  if (path != NULL)
    index = open_file (path, machi_search_corpus_get_size (corpus), key, MACHI_INDEX_READ, NULL);
  if (index != NULL)
    return index;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (path != NULL)
    index = replace_file (path, &job, &local_error);
  if (index != NULL)
    return index;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return build_in_memory (&job, error);
}

/**
 * machi_search_index_get_origin:
 * @self: an index
 *
 * Returns: where it came from
 */
MachiIndexOrigin
machi_search_index_get_origin (const MachiSearchIndex *self)
{
  g_return_val_if_fail (self != NULL, MACHI_INDEX_MEMORY);

  return self->origin;
}

/**
 * machi_search_index_get_vocabulary:
 * @self: an index
 *
 * Returns: (transfer none): all its tokens
 */
const MachiVocabulary *
machi_search_index_get_vocabulary (const MachiSearchIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->vocabulary;
}

static int
ask_to_stop (void *data)
{
  const MachiIndexVisitor *visitor = data;

  return visitor->stop (visitor->data);
}

/**
 * machi_search_index_find:
 * @self: an index
 * @query: a query; what it excludes and its facets are not looked at
 * @visitor: who takes the results
 * @error: where to say what went wrong
 *
 * Finds the entries whose texts, names and context together have all terms of @query, and gives them to @visitor in the
 * order of the corpus.
 *
 * Returns: whether it came to an end; where @visitor stopped it, it did not, and there may be no error
 */
gboolean
machi_search_index_find (MachiSearchIndex *self,
                         const MachiQuery *query,
                         const MachiIndexVisitor *visitor,
                         GError **error)
{
  g_autofree char *match = machi_search_match_new (query, FALSE);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = TRUE, ok;

  if (match == NULL)
    return TRUE;

  statement = machi_search_database_prepare (self->database,
                                             "SELECT " MACHI_RANK_NAME " (text) FROM text WHERE text MATCH ?", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  machi_rank_prepare (&self->rank, query, self->vocabulary);
  self->rank.visitor = visitor;
  if (visitor->stop != NULL)
    sqlite3_progress_handler (self->database, STOP_STEPS, ask_to_stop, (gpointer) visitor);
  do
    ok = machi_search_database_step (statement, &row, error);
  while (ok && row && (visitor->stop == NULL || !visitor->stop (visitor->data)));
  sqlite3_progress_handler (self->database, 0, NULL, NULL);
  self->rank.visitor = NULL;

  return ok && !row;
}

/**
 * machi_search_index_find_excluded:
 * @self: an index
 * @query: a query
 * @marks: (inout): for each entry a byte; set to 1 where the entry has something that @query excludes
 * @error: where to say what went wrong
 *
 * Returns: whether it came to an end
 */
gboolean
machi_search_index_find_excluded (MachiSearchIndex *self, const MachiQuery *query, guint8 *marks, GError **error)
{
  g_autofree char *match = machi_search_match_new (query, TRUE);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;

  if (match == NULL)
    return TRUE;

  statement = machi_search_database_prepare (self->database, "SELECT rowid FROM text WHERE text MATCH ?", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  while (machi_search_database_step (statement, &row, error))
    {
      sqlite3_int64 id = row ? sqlite3_column_int64 (statement, 0) : 0;

      if (!row)
        return TRUE;
      if (id >= 1 && id <= (sqlite3_int64) self->rank.n_docs)
        marks[id - 1] = 1;
    }

  return FALSE;
}

/**
 * machi_search_index_foreach_block:
 * @self: an index
 * @doc: the number of an entry
 * @func: what to call for each
 * @data: what to give to @func
 * @error: where to say what went wrong
 *
 * Goes through the blocks of a report, as machi_search_corpus_foreach_block() does, without its file.
 *
 * Returns: whether they could be read
 */
gboolean
machi_search_index_foreach_block (
    MachiSearchIndex *self, guint doc, MachiSearchTextFunc func, gpointer data, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = machi_search_database_prepare (
      self->database, "SELECT id, text FROM block WHERE doc = ? ORDER BY number", error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, doc);
  while (machi_search_database_step (statement, &row, error))
    {
      const char *id = row ? (const char *) sqlite3_column_text (statement, 0) : NULL;
      const char *text = row ? (const char *) sqlite3_column_text (statement, 1) : NULL;

      if (!row || (text != NULL && !func (id, text, data)))
        return TRUE;
    }

  return FALSE;
}
