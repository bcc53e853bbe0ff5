/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-snippet.h"

#include "machi-tokenizer.h"

#include <string.h>

/* Finds in a text what the index found it by: the same tokens, so that the same matches. */

typedef struct
{
  gsize text;
  MachiToken token;
} Piece;

typedef struct
{
  GArray *pieces;
  GString *texts;
} Pieces;

static gboolean
add_piece (const MachiToken *token, gpointer data)
{
  Pieces *self = data;
  Piece piece = { self->texts->len, *token };

  g_string_append_len (self->texts, token->text, (gssize) token->length + 1);
  g_array_append_val (self->pieces, piece);

  return TRUE;
}

static const Piece *
get_piece (const Pieces *self, guint index)
{
  return &g_array_index (self->pieces, Piece, index);
}

static gboolean
piece_is (const Pieces *self, const Piece *piece, const char *token, gboolean prefix)
{
  const char *text = self->texts->str + piece->text;

  return prefix ? g_str_has_prefix (text, token) : g_str_equal (text, token);
}

/* Of a pair of clusters that was asked for by its first, only that is the match. */
static gsize
get_match_end (const Pieces *self, const Piece *piece, const char *token)
{
  gboolean whole
      = (piece->token.flags & MACHI_TOKEN_CLUSTERS) == 0 || g_str_equal (self->texts->str + piece->text, token);

  return whole ? piece->token.end : piece->token.middle;
}

/* Whether @phrase begins at the piece at @index, and then where it ends in the text. */
static gboolean
match_at (const Pieces *self, guint index, const MachiQueryPhrase *phrase, gsize *end)
{
  guint position = get_piece (self, index)->token.position;

  for (guint i = 0; i < phrase->n_tokens; i++)
    {
      gboolean prefix = phrase->prefix && i + 1 == phrase->n_tokens;

      while (index < self->pieces->len
             && (get_piece (self, index)->token.position < position + i
                 || (get_piece (self, index)->token.position == position + i
                     && !piece_is (self, get_piece (self, index), phrase->tokens[i], prefix))))
        index++;
      if (index == self->pieces->len || get_piece (self, index)->token.position != position + i)
        return FALSE;
      *end = get_match_end (self, get_piece (self, index), phrase->tokens[i]);
    }

  return TRUE;
}

static gboolean
find_phrase (const Pieces *self, const MachiQueryPhrase *phrase, GArray *ranges)
{
  guint before = ranges->len;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);
      gsize end = 0;

      if (piece_is (self, piece, phrase->tokens[0], phrase->prefix && phrase->n_tokens == 1)
          && match_at (self, i, phrase, &end))
        {
          MachiRange range = { (guint) piece->token.start, (guint) end };
          g_array_append_val (ranges, range);
        }
    }

  return ranges->len > before;
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const MachiRange *first = a;
  const MachiRange *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* Sorts them, and makes one of those that overlap or touch. */
static void
merge_ranges (GArray *ranges)
{
  guint kept = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      MachiRange range = g_array_index (ranges, MachiRange, i);
      MachiRange *last = kept > 0 ? &g_array_index (ranges, MachiRange, kept - 1) : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_index (ranges, MachiRange, kept++) = range;
    }
  g_array_set_size (ranges, kept);
}

/**
 * machi_query_find_matches:
 * @query: a query
 * @text: a text
 * @n_terms: (out) (optional): how many terms of @query it has
 *
 * Finds where a text has what was asked for.
 *
 * Returns: (transfer full) (element-type MachiRange): the places, in order, none touching another
 */
GArray *
machi_query_find_matches (const MachiQuery *query, const char *text, guint *n_terms)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (MachiRange));
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GString) texts = g_string_new (NULL);
  Pieces pieces = { list, texts };
  GPtrArray *terms = machi_query_get_terms (query);
  guint n = 0;

  machi_tokenize (text, strlen (text), MACHI_TOKENIZE_DOCUMENT, add_piece, &pieces);
  for (guint i = 0; i < terms->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (terms, i);
      gboolean found = FALSE;

      for (guint j = 0; !term->negated && j < term->phrases->len; j++)
        found |= find_phrase (&pieces, g_ptr_array_index (term->phrases, j), ranges);
      n += found ? 1 : 0;
    }
  merge_ranges (ranges);
  if (n_terms != NULL)
    *n_terms = n;

  return ranges;
}
