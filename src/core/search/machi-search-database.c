/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-database.h"

#include "machi-tokenizer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* "Mach", at byte 68 of the file: what has another number there is not ours. */
#define APPLICATION_ID "0x4d616368"
/* The header of an SQLite file, and where in it is the number that is the user's. */
#define HEADER_SIZE 100
#define SEAL_OFFSET 60
#define SEAL_SIZE 4
#define READ_SIZE (256 * 1024)

static gboolean
fail (sqlite3 *database, int status, GError **error)
{
  int code = status == SQLITE_CORRUPT || status == SQLITE_NOTADB ? G_IO_ERROR_INVALID_DATA
             : status == SQLITE_INTERRUPT                        ? G_IO_ERROR_CANCELLED
             : status == SQLITE_FULL                             ? G_IO_ERROR_NO_SPACE
                                                                 : G_IO_ERROR_FAILED;

  g_set_error (error, G_IO_ERROR, code, _ ("The search index: %s"),
               database != NULL ? sqlite3_errmsg (database) : sqlite3_errstr (status));

  return FALSE;
}

static sqlite3 *
open_database (const char *name, int flags, const char *settings, GError **error)
{
  g_autoptr (sqlite3) database = NULL;
  int status = sqlite3_open_v2 (name, &database, flags | SQLITE_OPEN_NOMUTEX, NULL);

  if (status != SQLITE_OK)
    {
      fail (database, status, error);
      return NULL;
    }
  /* The file may have been made by anybody. */
  sqlite3_db_config (database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (!machi_tokenizer_register (database, error) || !machi_search_database_exec (database, settings, error))
    return NULL;

  return g_steal_pointer (&database);
}

/**
 * machi_search_database_open_file:
 * @path: a file that was sealed
 * @error: where to say why it cannot be opened
 *
 * Opens an index to read from. The file is never changed, only replaced, so that no locks are needed, nor a folder that
 * can be written. It is not mapped into memory: were it cut short meanwhile, the program would crash.
 *
 * Returns: (transfer full) (nullable): the connection
 */
sqlite3 *
machi_search_database_open_file (const char *path, GError **error)
{
  g_autofree char *file = g_filename_to_uri (path, NULL, error);
  g_autofree char *uri = file != NULL ? g_strconcat (file, "?mode=ro&immutable=1", NULL) : NULL;

  if (uri == NULL)
    return NULL;

  return open_database (uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                        "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;", error);
}

/**
 * machi_search_database_create:
 * @path: (nullable): an empty file, %NULL for an index in memory
 * @error: where to say why it cannot be opened
 *
 * Opens an index to write to. It has no journal: if it is not finished, it is thrown away.
 *
 * Returns: (transfer full) (nullable): the connection
 */
sqlite3 *
machi_search_database_create (const char *path, GError **error)
{
  return open_database (path != NULL ? path : ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                        "PRAGMA application_id = " APPLICATION_ID
                        "; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;",
                        error);
}

/**
 * machi_search_database_exec:
 * @database: a connection
 * @sql: statements
 * @error: where to say what went wrong
 *
 * Returns: whether they were carried out
 */
gboolean
machi_search_database_exec (sqlite3 *database, const char *sql, GError **error)
{
  int status = sqlite3_exec (database, sql, NULL, NULL, NULL);

  return status == SQLITE_OK || fail (database, status, error);
}

/**
 * machi_search_database_prepare:
 * @database: a connection
 * @sql: a statement
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the statement
 */
sqlite3_stmt *
machi_search_database_prepare (sqlite3 *database, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int status = sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);

  if (status != SQLITE_OK)
    fail (database, status, error);

  return statement;
}

/**
 * machi_search_database_step:
 * @statement: a statement
 * @row: (out) (optional): whether there is a row
 * @error: where to say what went wrong
 *
 * Returns: whether it could go on
 */
gboolean
machi_search_database_step (sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int status = sqlite3_step (statement);

  if (row != NULL)
    *row = status == SQLITE_ROW;

  return status == SQLITE_ROW || status == SQLITE_DONE || fail (sqlite3_db_handle (statement), status, error);
}

/**
 * machi_search_database_set_meta:
 * @database: a connection
 * @key: a name
 * @data: (nullable): bytes
 * @size: how many
 * @error: where to say what went wrong
 *
 * Keeps something by name.
 *
 * Returns: whether it is kept
 */
gboolean
machi_search_database_set_meta (sqlite3 *database, const char *key, gconstpointer data, gsize size, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = machi_search_database_prepare (database, "INSERT INTO meta (key, value) VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 2, data != NULL ? data : "", size, SQLITE_STATIC);

  return machi_search_database_step (statement, NULL, error);
}

/**
 * machi_search_database_get_meta:
 * @database: a connection
 * @key: a name
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): what is kept by that name
 */
GBytes *
machi_search_database_get_meta (sqlite3 *database, const char *key, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = machi_search_database_prepare (database, "SELECT value FROM meta WHERE key = ?", error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  if (!machi_search_database_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The search index has no “%s”"), key);
      return NULL;
    }

  return g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
}

/* A number by which a file is known not to have changed by accident; quick, not safe against intent. Never 0. */
static gboolean
sum_file (FILE *file, guint32 *sum)
{
  g_autofree guint64 *words = g_malloc0 (READ_SIZE);
  guint64 hash = 0xcbf29ce484222325;
  gsize n_read;

  if (fseek (file, HEADER_SIZE, SEEK_SET) != 0)
    return FALSE;

  while ((n_read = fread (words, 1, READ_SIZE, file)) > 0)
    {
      memset ((char *) words + n_read, 0, (8 - n_read % 8) % 8);
      for (gsize i = 0; i < (n_read + 7) / 8; i++)
        {
          hash = (hash ^ words[i]) * 0x9e3779b97f4a7c15;
          hash ^= hash >> 32;
        }
      hash ^= n_read;
    }
  *sum = MAX ((guint32) hash, 1);

  return ferror (file) == 0;
}

/**
 * machi_search_database_seal:
 * @path: an index that was finished and closed
 * @error: where to say what went wrong
 *
 * Writes into the header of the file a number from which damage can be told.
 *
 * Returns: whether it is written
 */
gboolean
machi_search_database_seal (const char *path, GError **error)
{
  FILE *file = g_fopen (path, "r+b");
  guint32 sum = 0;
  gboolean done;

  done = file != NULL && sum_file (file, &sum) && fseek (file, SEAL_OFFSET, SEEK_SET) == 0;
  sum = GUINT32_TO_BE (sum);
  done = done && fwrite (&sum, SEAL_SIZE, 1, file) == 1;
  if (file != NULL)
    done = fclose (file) == 0 && done;
  if (!done)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The search index: %s"), g_strerror (errno));

  return done;
}

/**
 * machi_search_database_is_sealed:
 * @path: a file
 *
 * Reads through the file.
 *
 * Returns: whether it was sealed and has not changed since
 */
gboolean
machi_search_database_is_sealed (const char *path)
{
  FILE *file = g_fopen (path, "rb");
  guint8 header[HEADER_SIZE];
  guint32 sum = 0, kept = 0;
  gboolean sealed;

  if (file == NULL)
    return FALSE;

  sealed = fread (header, HEADER_SIZE, 1, file) == 1 && memcmp (header, "SQLite format 3", 16) == 0
           && memcmp (header + 68, "Mach", 4) == 0 && sum_file (file, &sum);
  memcpy (&kept, header + SEAL_OFFSET, SEAL_SIZE);
  fclose (file);

  return sealed && GUINT32_FROM_BE (kept) == sum;
}
