/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-builder.h"

#include "machi-tokenizer.h"

#include <string.h>

/*
 * The index keeps no texts but those of reports, which would have to be read from their files again: the others are in
 * the catalogue. Nor does it keep the sizes of columns, which would have to be read from it for each result: the
 * lengths of all entries are one block.
 */
#define SCHEMA                                                                                                         \
  "CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;"                                                \
  "CREATE TABLE block (doc INTEGER, number INTEGER, id TEXT, text TEXT, PRIMARY KEY (doc, number)) WITHOUT ROWID;"     \
  "CREATE VIRTUAL TABLE text USING fts5 (title, summary, body, context, content='', columnsize=0,"                     \
  " tokenize='" MACHI_TOKENIZER_NAME "', prefix='1 2 3');"                                                             \
  "INSERT INTO text (text, rank) VALUES ('hashsize', 33554432);"                                                       \
  "INSERT INTO text (text, rank) VALUES ('automerge', 0);"                                                             \
  "INSERT INTO text (text, rank) VALUES ('pgsz', 4000);"

enum
{
  COLUMN_TITLE,
  COLUMN_SUMMARY,
  COLUMN_BODY,
  COLUMN_CONTEXT,
  N_COLUMNS,
};

/* Of the whole work, what comes after the last entry. */
#define PROGRESS_ENTRIES 0.85

typedef struct
{
  sqlite3 *database;
  MachiSearchCorpus *corpus;
  sqlite3_stmt *insert_text;
  sqlite3_stmt *insert_block;
  GString *columns[N_COLUMNS];
  GArray *lengths;
  guint doc;
  guint n_blocks;
  gboolean failed;
  GError **error;
} Builder;

static void
append (GString *column, const char *text)
{
  if (column->len > 0)
    g_string_append (column, MACHI_TOKENIZER_BREAK);
  g_string_append (column, text);
}

static gboolean
add_name (const char *block G_GNUC_UNUSED, const char *text, gpointer data)
{
  append (((Builder *) data)->columns[COLUMN_TITLE], text);

  return TRUE;
}

static gboolean
add_context (const char *block G_GNUC_UNUSED, const char *text, gpointer data)
{
  append (((Builder *) data)->columns[COLUMN_CONTEXT], text);

  return TRUE;
}

static gboolean
add_text (const char *block, const char *text, gpointer data)
{
  Builder *self = data;

  append (self->columns[block == NULL ? COLUMN_SUMMARY : COLUMN_BODY], text);

  return TRUE;
}

static gboolean
add_block (const char *block, const char *text, gpointer data)
{
  Builder *self = data;

  append (self->columns[COLUMN_BODY], text);
  sqlite3_reset (self->insert_block);
  sqlite3_bind_int64 (self->insert_block, 1, self->doc);
  sqlite3_bind_int64 (self->insert_block, 2, self->n_blocks++);
  sqlite3_bind_text (self->insert_block, 3, block, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert_block, 4, text, -1, SQLITE_STATIC);
  self->failed = !machi_search_database_step (self->insert_block, NULL, self->error);

  return !self->failed;
}

static gboolean
add_entry (Builder *self)
{
  guint32 length;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_truncate (self->columns[i], 0);
  self->n_blocks = 0;
  machi_search_corpus_foreach_name (self->corpus, self->doc, add_name, self);
  machi_search_corpus_foreach_context (self->corpus, self->doc, add_context, self);
  machi_search_corpus_foreach_text (self->corpus, self->doc, add_text, self);
  machi_search_corpus_foreach_block (self->corpus, self->doc, add_block, self);
  if (self->failed)
    return FALSE;

  length = (guint32) (self->columns[COLUMN_SUMMARY]->len + self->columns[COLUMN_BODY]->len);
  g_array_append_val (self->lengths, length);
  sqlite3_reset (self->insert_text);
  sqlite3_bind_int64 (self->insert_text, 1, (sqlite3_int64) self->doc + 1);
  for (guint i = 0; i < N_COLUMNS; i++)
    sqlite3_bind_text (self->insert_text, 2 + (int) i, self->columns[i]->str, (int) self->columns[i]->len,
                       SQLITE_STATIC);

  return machi_search_database_step (self->insert_text, NULL, self->error);
}

static gboolean
add_entries (Builder *self, MachiSearchProgressFunc progress, gpointer progress_data, GCancellable *cancellable)
{
  guint n_docs = machi_search_corpus_get_size (self->corpus);

  self->insert_text = machi_search_database_prepare (
      self->database, "INSERT INTO text (rowid, title, summary, body, context) VALUES (?, ?, ?, ?, ?)", self->error);
  if (self->insert_text == NULL)
    return FALSE;
  self->insert_block = machi_search_database_prepare (
      self->database, "INSERT INTO block (doc, number, id, text) VALUES (?, ?, ?, ?)", self->error);
  if (self->insert_block == NULL)
    return FALSE;

  for (self->doc = 0; self->doc < n_docs; self->doc++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, self->error) || !add_entry (self))
        return FALSE;
      if (progress != NULL)
        progress (PROGRESS_ENTRIES * (self->doc + 1) / n_docs, progress_data);
    }

  return TRUE;
}

/* The tokens with the number of entries that have them, as two blocks that are read at once. */
static gboolean
add_vocabulary (sqlite3 *database, GError **error)
{
  g_autoptr (GString) terms = g_string_new (NULL);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = TRUE;

  if (!machi_search_database_exec (database, "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, text, row)",
                                   error))
    return FALSE;
  statement = machi_search_database_prepare (database, "SELECT term, doc FROM temp.vocabulary", error);
  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      guint32 count;

      if (!machi_search_database_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      count = (guint32) sqlite3_column_int (statement, 1);
      g_string_append_len (terms, (const char *) sqlite3_column_text (statement, 0),
                           (gssize) sqlite3_column_bytes (statement, 0) + 1);
      g_array_append_val (counts, count);
    }

  return machi_search_database_set_meta (database, "terms", terms->str, terms->len, error)
         && machi_search_database_set_meta (database, "counts", counts->data, counts->len * sizeof (guint32), error);
}

static gboolean
build (
    Builder *self, const char *key, MachiSearchProgressFunc progress, gpointer progress_data, GCancellable *cancellable)
{
  return machi_search_database_exec (self->database, SCHEMA "BEGIN", self->error)
         && add_entries (self, progress, progress_data, cancellable)
         && machi_search_database_exec (self->database, "INSERT INTO text (text) VALUES ('optimize')", self->error)
         && add_vocabulary (self->database, self->error)
         && machi_search_database_set_meta (self->database, "lengths", self->lengths->data,
                                            self->lengths->len * sizeof (guint32), self->error)
         && machi_search_database_set_meta (self->database, "key", key, strlen (key), self->error)
         && machi_search_database_exec (self->database, "COMMIT", self->error);
}

/**
 * machi_search_build:
 * @database: an empty database
 * @corpus: what there is to be searched
 * @key: what the index is known by
 * @progress: (nullable): what to tell how far it is, from 0 to 1
 * @progress_data: what to give to @progress
 * @cancellable: (nullable): a way to stop
 * @error: where to say what went wrong
 *
 * Makes the index, reading all reports. Takes about half a second for a thousand entries.
 *
 * Returns: whether it is made
 */
gboolean
machi_search_build (sqlite3 *database,
                    MachiSearchCorpus *corpus,
                    const char *key,
                    MachiSearchProgressFunc progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GError **error)
{
  Builder self = { .database = database, .corpus = corpus, .error = error };
  gboolean built;

  for (guint i = 0; i < N_COLUMNS; i++)
    self.columns[i] = g_string_new (NULL);
  self.lengths = g_array_new (FALSE, FALSE, sizeof (guint32));

  built = build (&self, key, progress, progress_data, cancellable);

  sqlite3_finalize (self.insert_text);
  sqlite3_finalize (self.insert_block);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_free (self.columns[i], TRUE);
  g_array_unref (self.lengths);
  if (built && progress != NULL)
    progress (1, progress_data);

  return built;
}
