/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-rank.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * BM25 over the columns of the text index, each with a weight. FTS5 has one too, but that goes through all entries
 * which have a word to learn how rare it is, and reads the length of every result from the file: here the vocabulary
 * and one block know.
 */

/* Title, summary, body, context. */
static const float weights[] = { 8, 3, 1, 2.5f };

#define SATURATION 1.2f
#define LENGTH_SHARE 0.6f
#define TITLE_BONUS 3.0f
/* More places than these in one entry make no difference. */
#define MAX_PLACES 24

/* Tokens are letters, digits and marks only: they need no escaping. */
static void
append_phrase (GString *match, const MachiQueryPhrase *phrase)
{
  for (guint i = 0; i < phrase->n_tokens; i++)
    g_string_append_printf (match, "%s\"%s\"", i > 0 ? " + " : "", phrase->tokens[i]);
  if (phrase->prefix)
    g_string_append (match, " *");
}

static void
append_term (GString *match, const MachiQueryTerm *term)
{
  g_string_append_c (match, '(');
  for (guint i = 0; i < term->phrases->len; i++)
    {
      if (i > 0)
        g_string_append (match, " OR ");
      append_phrase (match, g_ptr_array_index (term->phrases, i));
    }
  g_string_append_c (match, ')');
}

/**
 * machi_search_match_new:
 * @query: a query
 * @excluded: whether what it excludes is meant, or what it asks for
 *
 * Returns: (transfer full) (nullable): @query in the language of FTS5, %NULL where it has no such terms
 */
char *
machi_search_match_new (const MachiQuery *query, gboolean excluded)
{
  GPtrArray *terms = machi_query_get_terms (query);
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (terms, i);

      if (!term->negated != !excluded)
        continue;
      if (match->len > 0)
        g_string_append (match, excluded ? " OR " : " AND ");
      append_term (match, term);
    }

  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

/* In how many entries the rarest token of a phrase is. */
static guint
count_entries (const MachiQueryPhrase *phrase, const MachiVocabulary *vocabulary)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < phrase->n_tokens; i++)
    least = MIN (least,
                 machi_vocabulary_count (vocabulary, phrase->tokens[i], phrase->prefix && i + 1 == phrase->n_tokens));

  return least;
}

/**
 * machi_rank_prepare:
 * @self: a rank
 * @query: the query for which results will be ranked
 * @vocabulary: the vocabulary of the index
 *
 * Works out what each phrase of @query tells.
 */
void
machi_rank_prepare (MachiRank *self, const MachiQuery *query, const MachiVocabulary *vocabulary)
{
  GPtrArray *terms = machi_query_get_terms (query);

  self->n_phrases = 0;
  self->n_terms = 0;
  for (guint i = 0; i < terms->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (terms, i);

      if (term->negated)
        continue;
      for (guint j = 0; j < term->phrases->len && self->n_phrases < MACHI_RANK_MAX_PHRASES; j++)
        {
          float count = (float) MIN (count_entries (g_ptr_array_index (term->phrases, j), vocabulary), self->n_docs);

          self->terms[self->n_phrases] = (guint8) self->n_terms;
          self->rarities[self->n_phrases++] = logf (1 + ((float) self->n_docs - count + 0.5f) / (count + 0.5f));
        }
      self->n_terms++;
    }
}

/* How often a phrase is in the entry at hand, each place by its column. */
static float
weigh_places (const Fts5ExtensionApi *api, Fts5Context *fts, int phrase, gboolean *in_title)
{
  Fts5PhraseIter iter;
  int column, offset;
  float sum = 0;
  guint n = 0;

  if (api->xPhraseFirst (fts, phrase, &iter, &column, &offset) != SQLITE_OK)
    return 0;
  for (; column >= 0 && n < MAX_PLACES; n++)
    {
      if (column < (int) G_N_ELEMENTS (weights))
        sum += weights[column];
      *in_title |= column == 0;
      api->xPhraseNext (fts, &iter, &column, &offset);
    }

  return sum;
}

static float
score (const MachiRank *self, guint doc, const Fts5ExtensionApi *api, Fts5Context *fts)
{
  /* A report is twenty times as long as a record, and no less worth for it. */
  float length = self->average > 0 ? sqrtf ((float) self->lengths[doc] / self->average) : 1;
  float by_term[MACHI_RANK_MAX_PHRASES] = { 0 };
  gboolean titled[MACHI_RANK_MAX_PHRASES] = { FALSE };
  int n_phrases = MIN (api->xPhraseCount (fts), (int) self->n_phrases);
  float sum = 0, n_titled = 0;

  for (int i = 0; i < n_phrases; i++)
    {
      guint8 term = self->terms[i];
      float places = weigh_places (api, fts, i, &titled[term]);
      float points = self->rarities[i] * places * (SATURATION + 1)
                     / (places + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length));

      by_term[term] = MAX (by_term[term], points);
    }
  for (guint i = 0; i < self->n_terms; i++)
    {
      sum += by_term[i];
      n_titled += titled[i] ? 1 : 0;
    }

  return self->n_terms > 0 ? sum / (float) self->n_terms + TITLE_BONUS * n_titled / (float) self->n_terms : 0;
}

static void
rank (const Fts5ExtensionApi *api,
      Fts5Context *fts,
      sqlite3_context *context,
      int n_arguments G_GNUC_UNUSED,
      sqlite3_value **arguments G_GNUC_UNUSED)
{
  const MachiRank *self = api->xUserData (fts);
  sqlite3_int64 row = api->xRowid (fts);

  if (row >= 1 && row <= (sqlite3_int64) self->n_docs)
    {
      guint doc = (guint) (row - 1);

      if (self->visitor->wants (doc, self->visitor->data))
        self->visitor->found (doc, score (self, doc, api, fts), self->visitor->data);
    }
  sqlite3_result_null (context);
}

/**
 * machi_rank_register:
 * @self: a rank; must outlive @database
 * @database: a connection
 * @error: where to say what went wrong
 *
 * Makes the function known to FTS5 by the name %MACHI_RANK_NAME. It gives each row to the visitor.
 *
 * Returns: whether it is
 */
gboolean
machi_rank_register (MachiRank *self, sqlite3 *database, GError **error)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean done;

  if (sqlite3_prepare_v2 (database, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL) == SQLITE_OK)
    sqlite3_step (statement);
  sqlite3_finalize (statement);
  done = api != NULL && api->xCreateFunction (api, MACHI_RANK_NAME, self, rank, NULL) == SQLITE_OK;
  if (!done)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("SQLite has no full-text search"));

  return done;
}
