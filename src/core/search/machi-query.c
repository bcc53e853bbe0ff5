/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-query-private.h"

#include "machi-fold.h"
#include "machi-tokenizer.h"

#include <string.h>
#include <unicode/ubrk.h>

G_DEFINE_BOXED_TYPE (MachiQuery, machi_query, machi_query_ref, machi_query_unref)

static void
phrase_free (MachiQueryPhrase *phrase)
{
  g_strfreev (phrase->tokens);
  g_free (phrase);
}

static void
term_free (MachiQueryTerm *term)
{
  g_free (term->text);
  g_free (term->folded);
  g_ptr_array_unref (term->phrases);
  g_free (term);
}

static void
facet_free (MachiQueryFacet *facet)
{
  g_free (facet->value);
  g_free (facet->folded);
  g_free (facet);
}

MachiQuery *
_machi_query_alloc (const char *text)
{
  MachiQuery *self = g_new0 (MachiQuery, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup (text);
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) term_free);
  self->facets = g_ptr_array_new_with_free_func ((GDestroyNotify) facet_free);

  return self;
}

/* Bounded, and valid whatever came in. */
char *
_machi_query_dup_bounded (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MACHI_QUERY_MAX_LENGTH * 4));

  return g_utf8_strlen (valid, -1) <= MACHI_QUERY_MAX_LENGTH ? g_steal_pointer (&valid)
                                                             : g_utf8_substring (valid, 0, MACHI_QUERY_MAX_LENGTH);
}

/**
 * machi_query_new:
 * @text: whatever a person typed
 *
 * Reads words, `"phrases"`, `-exclusions` and facets such as `country:VN` or `year:2014..2018` from a text. Any text is
 * valid; what goes beyond %MACHI_QUERY_MAX_LENGTH characters, %MACHI_QUERY_MAX_TERMS terms or %MACHI_QUERY_MAX_TOKENS
 * tokens is left out.
 *
 * Returns: (transfer full): the query
 */
MachiQuery *
machi_query_new (const char *text)
{
  g_autofree char *bounded = _machi_query_dup_bounded (text != NULL ? text : "");
  MachiQuery *self = _machi_query_alloc (bounded);

  _machi_query_parse (self);
  self->n_typed_facets = self->facets->len;
  _machi_query_finish (self);

  return self;
}

/**
 * machi_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): @self
 */
MachiQuery *
machi_query_ref (MachiQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * machi_query_unref:
 * @self: (transfer full): a query
 *
 * Gives up a reference.
 */
void
machi_query_unref (MachiQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->facets);
  g_free (self->text);
  g_free (self->title);
  g_free (self);
}

typedef struct
{
  GPtrArray *tokens;
  MachiTokenFlags flags;
  gboolean single;
  guint room;
} TokenList;

static gboolean
collect_token (const MachiToken *token, gpointer data)
{
  TokenList *list = data;

  if (list->tokens->len >= list->room)
    return FALSE;
  g_ptr_array_add (list->tokens, g_strndup (token->text, token->length));
  list->flags = token->flags;
  list->single = token->middle == token->end;

  return TRUE;
}

/* A single cluster, and a word of Hangul, stand for all that begin with them. */
static MachiQueryPhrase *
make_phrase (const char *text, gboolean prefix, guint room)
{
  TokenList list = { g_ptr_array_new_with_free_func (g_free), 0, FALSE, room };
  MachiQueryPhrase *phrase;

  machi_tokenize (text, strlen (text), MACHI_TOKENIZE_QUERY, collect_token, &list);
  if (list.tokens->len == 0)
    {
      g_ptr_array_unref (list.tokens);
      return NULL;
    }

  phrase = g_new0 (MachiQueryPhrase, 1);
  phrase->n_tokens = list.tokens->len;
  phrase->prefix
      = prefix || (list.flags & MACHI_TOKEN_HANGUL) != 0 || ((list.flags & MACHI_TOKEN_CLUSTERS) != 0 && list.single);
  phrase->word = phrase->n_tokens == 1 && (list.flags & MACHI_TOKEN_CLUSTERS) == 0;
  g_ptr_array_add (list.tokens, NULL);
  phrase->tokens = (GStrv) g_ptr_array_free (list.tokens, FALSE);

  return phrase;
}

/* Adds @text as a term; in all but its text it is as @like says. */
void
_machi_query_add_term (MachiQuery *self, const char *text, const MachiQueryTerm *like)
{
  MachiQueryPhrase *phrase;
  MachiQueryTerm *term;

  if (self->terms->len >= MACHI_QUERY_MAX_TERMS)
    return;

  phrase = make_phrase (text, like->prefix, MACHI_QUERY_MAX_TOKENS - self->n_tokens);
  if (phrase == NULL)
    return;

  self->n_tokens += phrase->n_tokens;
  term = g_memdup2 (like, sizeof *like);
  term->text = g_strdup (text);
  term->folded = machi_fold_words (text);
  term->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);
  g_ptr_array_add (term->phrases, phrase);
  g_ptr_array_add (self->terms, term);
}

void
_machi_query_finish (MachiQuery *self)
{
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (self->terms, i);

      if (term->negated || *term->folded == '\0')
        continue;
      if (title->len > 0)
        g_string_append_c (title, ' ');
      g_string_append (title, term->folded);
    }
  g_free (self->title);
  self->title = g_string_free_and_steal (title);
}

/**
 * machi_query_get_text:
 * @self: a query
 *
 * Returns: what was typed
 */
const char *
machi_query_get_text (const MachiQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * machi_query_get_title:
 * @self: a query
 *
 * Returns: all that must be found, folded and with single spaces, to compare with a name
 */
const char *
machi_query_get_title (const MachiQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * machi_query_get_terms:
 * @self: a query
 *
 * Returns: (transfer none) (element-type MachiQueryTerm): its terms in the order in which they were typed
 */
GPtrArray *
machi_query_get_terms (const MachiQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->terms;
}

/**
 * machi_query_get_facets:
 * @self: a query
 *
 * Returns: (transfer none) (element-type MachiQueryFacet): its facets
 */
GPtrArray *
machi_query_get_facets (const MachiQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facets;
}

/**
 * machi_query_has_words:
 * @self: a query
 *
 * Returns: whether it names something that must be found, and not only what to narrow or to leave out
 */
gboolean
machi_query_has_words (const MachiQuery *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return *self->title != '\0';
}

/**
 * machi_query_is_empty:
 * @self: a query
 *
 * Returns: whether it asks for nothing at all
 */
gboolean
machi_query_is_empty (const MachiQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->terms->len == 0 && self->facets->len == 0;
}

static MachiQuery *
copy_without_terms (const MachiQuery *self, const char *text)
{
  MachiQuery *copy = _machi_query_alloc (text);

  for (guint i = 0; i < self->facets->len; i++)
    {
      const MachiQueryFacet *facet = g_ptr_array_index (self->facets, i);
      _machi_query_take_facet (copy, facet->facet, g_strdup (facet->value), facet->negated);
    }
  copy->n_typed_facets = self->n_typed_facets;

  return copy;
}

/* The dictionary words of @term, each a prefix. */
static void
add_words_of (MachiQuery *self, const MachiQueryTerm *term)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree gunichar2 *units = NULL;
  glong n_units = 0;
  MachiQueryTerm like = *term;
  UBreakIterator *words;

  like.prefix = TRUE;
  units = g_utf8_to_utf16 (term->text, -1, NULL, &n_units, NULL);
  words = units != NULL ? ubrk_open (UBRK_WORD, "", (const UChar *) units, (int32_t) n_units, &status) : NULL;
  if (U_FAILURE (status) || words == NULL)
    return;

  for (int32_t start = ubrk_first (words), end = ubrk_next (words); end != UBRK_DONE;
       start = end, end = ubrk_next (words))
    {
      g_autofree char *word = g_utf16_to_utf8 (units + start, end - start, NULL, NULL, NULL);

      if (word != NULL)
        _machi_query_add_term (self, word, &like);
    }
  ubrk_close (words);
}

/**
 * machi_query_loosen:
 * @self: a query
 *
 * Makes a query that finds more: each term that is not in quotation marks may go on, and where words were written
 * together, as in `eco-town` and 北九州環境, each of them is a term.
 *
 * Returns: (transfer full): the other query
 */
MachiQuery *
machi_query_loosen (const MachiQuery *self)
{
  MachiQuery *loose;

  g_return_val_if_fail (self != NULL, NULL);

  loose = copy_without_terms (self, self->text);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (self->terms, i);

      if (term->negated || term->quoted)
        _machi_query_add_term (loose, term->text, term);
      else
        add_words_of (loose, term);
    }
  _machi_query_finish (loose);

  return loose;
}

static void
widen_term (MachiQueryTerm *term, const char *const *words)
{
  g_ptr_array_set_size (term->phrases, 0);
  for (guint i = 0; words[i] != NULL; i++)
    {
      MachiQueryPhrase *phrase = g_new0 (MachiQueryPhrase, 1);
      const char *const token[] = { words[i], NULL };

      phrase->tokens = g_strdupv ((GStrv) token);
      phrase->n_tokens = 1;
      phrase->word = TRUE;
      g_ptr_array_add (term->phrases, phrase);
    }
}

/**
 * machi_query_widen:
 * @self: a query
 * @words: (element-type GStrv): for each term %NULL or folded words
 *
 * Makes a query that is content with any of the words that @words has for a term.
 *
 * Returns: (transfer full): the other query
 */
MachiQuery *
machi_query_widen (const MachiQuery *self, GPtrArray *words)
{
  MachiQuery *wide;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (words->len == self->terms->len, NULL);

  wide = copy_without_terms (self, self->text);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (self->terms, i);
      const char *const *alternatives = g_ptr_array_index (words, i);

      _machi_query_add_term (wide, term->text, term);
      if (alternatives != NULL && alternatives[0] != NULL && wide->terms->len == i + 1)
        widen_term (g_ptr_array_index (wide->terms, i), alternatives);
    }
  _machi_query_finish (wide);

  return wide;
}

/**
 * machi_query_correct:
 * @self: a query
 * @words: (element-type utf8): for each term %NULL or a word to put in its place
 *
 * Makes the query that may have been meant.
 *
 * Returns: (transfer full): the other query
 */
MachiQuery *
machi_query_correct (const MachiQuery *self, GPtrArray *words)
{
  g_autoptr (GString) text = NULL;
  MachiQuery *correct;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (words->len == self->terms->len, NULL);

  text = g_string_new (self->text);
  for (guint i = self->terms->len; i > 0; i--)
    {
      const MachiQueryTerm *term = g_ptr_array_index (self->terms, i - 1);
      const char *word = g_ptr_array_index (words, i - 1);

      if (word == NULL)
        continue;
      g_string_erase (text, (gssize) term->start, (gssize) (term->end - term->start));
      g_string_insert (text, (gssize) term->start, word);
    }

  correct = machi_query_new (text->str);
  for (guint i = self->n_typed_facets; i < self->facets->len; i++)
    {
      const MachiQueryFacet *facet = g_ptr_array_index (self->facets, i);
      _machi_query_take_facet (correct, facet->facet, g_strdup (facet->value), facet->negated);
    }

  return correct;
}
