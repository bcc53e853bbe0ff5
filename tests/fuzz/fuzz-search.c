/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-fold.h"
#include "machi-query.h"
#include "machi-search-rank.h"
#include "machi-snippet.h"
#include "machi-tokenizer.h"

#include <gio/gio.h>
#include <sqlite3.h>
#include <string.h>

/*
 * Feeds arbitrary bytes to what reads what a person types and to what cuts texts: what stands before the first NUL is
 * the query, what follows the text. Besides not crashing, tokens must lie within the text and in order, and every query
 * must be one for FTS5.
 *
 * With libFuzzer this is its entry; else fuzz-main.c runs it over a corpus and random changes of that.
 */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

typedef struct
{
  gsize length;
  gsize last_start;
  guint last_position;
  guint n;
} Check;

static gboolean
check_token (const MachiToken *token, gpointer data)
{
  Check *check = data;

  g_assert_cmpuint (token->length, ==, strlen (token->text));
  g_assert_cmpuint (token->length, >, 0);
  g_assert_true (g_utf8_validate (token->text, -1, NULL));
  g_assert_cmpuint (token->start, <, token->middle);
  g_assert_cmpuint (token->middle, <=, token->end);
  g_assert_cmpuint (token->end, <=, check->length);
  g_assert_cmpuint (token->start, >=, check->last_start);
  g_assert_cmpuint (token->position, >=, check->last_position);
  check->last_start = token->start;
  check->last_position = token->position;
  check->n++;

  return TRUE;
}

static void
try_tokenizer (const char *text, gsize length)
{
  for (guint mode = MACHI_TOKENIZE_DOCUMENT; mode <= MACHI_TOKENIZE_QUERY; mode++)
    {
      Check check = { .length = length };
      machi_tokenize (text, length, mode, check_token, &check);
    }
}

static void
try_fold (const char *text)
{
  g_autofree char *once = machi_fold (text);
  g_autofree char *words = machi_fold_words (text);
  g_autofree char *again = machi_fold_words (words);

  g_assert_true (g_utf8_validate (once, -1, NULL));
  g_assert_cmpstr (words, ==, again);
  machi_fold_contains (once, words);
}

static sqlite3 *
get_database (void)
{
  static sqlite3 *database = NULL;

  if (database != NULL)
    return database;

  sqlite3_open (":memory:", &database);
  g_assert_true (machi_tokenizer_register (database, NULL));
  g_assert_cmpint (
      sqlite3_exec (database,
                    "CREATE VIRTUAL TABLE text USING fts5 (x, tokenize='machi', prefix='1 2 3');"
                    "INSERT INTO text VALUES ('国の環境モデル都市と水'), ('Straße eco-town'), ('กรุงเทพ 서울');",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);

  return database;
}

static void
try_match (const MachiQuery *query)
{
  for (guint excluded = 0; excluded < 2; excluded++)
    {
      g_autofree char *match = machi_search_match_new (query, excluded);
      sqlite3_stmt *statement = NULL;
      int status;

      if (match == NULL)
        continue;
      g_assert_cmpint (
          sqlite3_prepare_v2 (get_database (), "SELECT rowid FROM text WHERE text MATCH ?", -1, &statement, NULL), ==,
          SQLITE_OK);
      sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
      while ((status = sqlite3_step (statement)) == SQLITE_ROW)
        ;
      g_assert_cmpint (status, ==, SQLITE_DONE);
      sqlite3_finalize (statement);
    }
}

static void
try_snippet (const MachiQuery *query, const char *text)
{
  g_autoptr (MachiSnippetFinder) finder = machi_snippet_finder_new (query, "Title", NULL);
  g_autoptr (MachiSnippet) snippet = NULL;
  const MachiRange *matches;
  guint n_matches, last = 0;

  machi_snippet_finder_add_name (finder, text);
  machi_snippet_finder_add_text (finder, "block", text);
  snippet = machi_snippet_finder_end (finder);
  matches = machi_snippet_get_matches (snippet, &n_matches);
  g_assert_true (g_utf8_validate (machi_snippet_get_text (snippet), -1, NULL));
  for (guint i = 0; i < n_matches; i++)
    {
      g_assert_cmpuint (matches[i].start, >=, last);
      g_assert_cmpuint (matches[i].start, <, matches[i].end);
      g_assert_cmpuint (matches[i].end, <=, strlen (machi_snippet_get_text (snippet)));
      last = matches[i].end;
    }
}

static void
try_query (const char *typed, const char *text)
{
  g_autoptr (MachiQuery) query = machi_query_new (typed);
  g_autoptr (MachiQuery) loose = machi_query_loosen (query);
  g_autoptr (MachiQuery) correct = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_assert_true (g_utf8_validate (machi_query_get_text (query), -1, NULL));
  g_assert_cmpuint (machi_query_get_terms (query)->len, <=, MACHI_QUERY_MAX_TERMS);
  g_assert_cmpuint (machi_query_get_terms (loose)->len, <=, MACHI_QUERY_MAX_TERMS);
  for (guint i = 0; i < machi_query_get_terms (query)->len; i++)
    g_ptr_array_add (words, (gpointer) (i % 2 == 0 ? "word" : NULL));
  correct = machi_query_correct (query, words);
  machi_query_add_facet (correct, typed);
  try_match (query);
  try_match (loose);
  try_match (correct);
  try_snippet (query, text);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* With room behind it for nothing: a read beyond the end is found. */
  g_autofree char *bytes = g_memdup2 (data, MAX (size, 1));
  const guint8 *end = size > 0 ? memchr (data, '\0', size) : NULL;
  gsize typed_length = end != NULL ? (gsize) (end - data) : size;
  g_autofree char *typed = g_strndup ((const char *) data, typed_length);
  gsize text_start = end != NULL ? typed_length + 1 : 0;
  g_autofree char *raw_text = g_strndup ((const char *) data + text_start, size - text_start);
  g_autofree char *text = g_utf8_make_valid (raw_text, -1);

  if (size > 0)
    try_tokenizer (bytes, size);
  try_fold (raw_text);
  try_query (typed, text);

  return 0;
}
