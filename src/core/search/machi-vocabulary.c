/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-vocabulary.h"

#include <string.h>

/* What is shorter may be too many words with one letter changed. */
#define MIN_SIMILAR 5
#define MAX_WORD 64

/**
 * MachiVocabulary:
 *
 * All tokens of a text index in the order of their bytes, and in how many entries each is. It tells how rare a word is,
 * and which one was meant. Not changed after it was made.
 */
struct _MachiVocabulary
{
  GBytes *bytes;
  const char *terms;
  guint32 *starts;
  guint32 *counts;
  guint n_terms;
};

static guint
count_ends (const char *data, gsize size)
{
  guint n = 0;

  for (gsize i = 0; i < size; i++)
    if (data[i] == '\0')
      n++;

  return n;
}

/**
 * machi_vocabulary_new:
 * @terms: the tokens, sorted by bytes, each with a NUL behind it
 * @counts: for each of them a 32-bit number in the machine's byte order
 *
 * Returns: (transfer full) (nullable): the vocabulary, %NULL where the two do not fit together
 */
MachiVocabulary *
machi_vocabulary_new (GBytes *terms, GBytes *counts)
{
  gsize size, counts_size;
  const char *data = g_bytes_get_data (terms, &size);
  const void *numbers = g_bytes_get_data (counts, &counts_size);
  guint n_terms = count_ends (data, size);
  MachiVocabulary *self;
  gsize start = 0;

  if (size > G_MAXUINT32 || counts_size != n_terms * sizeof (guint32) || (size > 0 && data[size - 1] != '\0'))
    return NULL;

  self = g_new0 (MachiVocabulary, 1);
  self->bytes = g_bytes_ref (terms);
  self->terms = data;
  self->n_terms = n_terms;
  self->starts = g_new (guint32, n_terms + 1);
  self->counts = g_new (guint32, n_terms + 1);
  if (n_terms > 0)
    memcpy (self->counts, numbers, counts_size);
  for (guint i = 0; i < n_terms; i++)
    {
      self->starts[i] = (guint32) start;
      start += strlen (data + start) + 1;
    }
  self->starts[n_terms] = (guint32) start;

  return self;
}

/**
 * machi_vocabulary_free:
 * @self: (transfer full): a vocabulary
 *
 * Frees it.
 */
void
machi_vocabulary_free (MachiVocabulary *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->starts);
  g_free (self->counts);
  g_free (self);
}

/**
 * machi_vocabulary_get_size:
 * @self: a vocabulary
 *
 * Returns: how many tokens it has
 */
guint
machi_vocabulary_get_size (const MachiVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_terms;
}

static const char *
get_term (const MachiVocabulary *self, guint index)
{
  return self->terms + self->starts[index];
}

/* The first token that does not stand before @term. */
static guint
find_first (const MachiVocabulary *self, const char *term)
{
  guint low = 0, high = self->n_terms;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (get_term (self, middle), term) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * machi_vocabulary_count:
 * @self: a vocabulary
 * @term: a token
 * @prefix: whether to count all that begin with it
 *
 * Returns: in how many entries it is; of several tokens the sum, which may be more than there are entries
 */
guint
machi_vocabulary_count (const MachiVocabulary *self, const char *term, gboolean prefix)
{
  guint index, sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  index = find_first (self, term);
  if (!prefix)
    return index < self->n_terms && g_str_equal (get_term (self, index), term) ? self->counts[index] : 0;

  for (; index < self->n_terms && g_str_has_prefix (get_term (self, index), term); index++)
    sum += self->counts[index];

  return sum;
}

static guint
find_index (const MachiVocabulary *self, gsize offset)
{
  guint low = 0, high = self->n_terms;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->starts[middle] <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}

typedef struct
{
  guint index;
  guint count;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->count != second->count)
    return first->count < second->count ? 1 : -1;

  return first->index < second->index ? -1 : first->index > second->index;
}

/**
 * machi_vocabulary_find_inside:
 * @self: a vocabulary
 * @part: a part of a word, folded
 * @max: how many to return at most
 *
 * Finds words that have @part anywhere in them, as compounds do.
 *
 * Returns: (transfer full): the most frequent ones
 */
GStrv
machi_vocabulary_find_inside (const MachiVocabulary *self, const char *part, guint max)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *p = self->terms;
  const char *end = self->terms + self->starts[self->n_terms];

  while (*part != '\0' && p < end && (p = memmem (p, (gsize) (end - p), part, strlen (part))) != NULL)
    {
      guint index = find_index (self, (gsize) (p - self->terms));
      Candidate candidate = { index, self->counts[index] };

      g_array_append_val (found, candidate);
      p = self->terms + self->starts[index + 1];
    }
  g_array_sort (found, compare_candidates);
  for (guint i = 0; i < MIN (found->len, max); i++)
    g_strv_builder_add (builder, get_term (self, g_array_index (found, Candidate, i).index));

  return g_strv_builder_end (builder);
}

/* How the rest of what was typed goes with the rest of a word: 2 the same, 1 a beginning of it. */
static guint
compare_rest (const gunichar *typed, const gunichar *word)
{
  while (*typed != 0 && *typed == *word)
    {
      typed++;
      word++;
    }

  return *typed != 0 ? 0 : *word == 0 ? 2 : 1;
}

/* The same, where one letter was changed, left out, put in, or changed places with the next. */
static guint
compare_similar (const gunichar *typed, const gunichar *word)
{
  guint best;

  while (*typed != 0 && *typed == *word)
    {
      typed++;
      word++;
    }
  if (*typed == 0)
    return *word == 0 || word[1] == 0 ? 2 : 1;

  best = compare_rest (typed + 1, word);
  if (*word == 0)
    return best;
  best = MAX (best, compare_rest (typed + 1, word + 1));
  best = MAX (best, compare_rest (typed, word + 1));
  if (typed[1] != 0 && typed[0] == word[1] && typed[1] == word[0])
    best = MAX (best, compare_rest (typed + 2, word + 2));

  return best;
}

/* As g_utf8_to_ucs4_fast(), into a buffer; what is longer is cut. */
static guint
decode (const char *text, gunichar *out)
{
  guint n = 0;

  while (*text != '\0' && n < MAX_WORD)
    {
      out[n++] = g_utf8_get_char (text);
      text = g_utf8_next_char (text);
    }
  out[n] = 0;

  return n;
}

/**
 * machi_vocabulary_find_similar:
 * @self: a vocabulary
 * @word: what was typed, folded
 * @prefix: whether it may be the beginning of a word
 *
 * Finds the word that was meant where one letter of five or more is wrong.
 *
 * Returns: (transfer none) (nullable): the likeliest, whole words first, then the one that most entries have
 */
const char *
machi_vocabulary_find_similar (const MachiVocabulary *self, const char *word, gboolean prefix)
{
  gunichar typed[MAX_WORD + 1], other[MAX_WORD + 1];
  gsize bytes = strlen (word);
  const char *best = NULL;
  guint64 best_rank = 0;

  g_return_val_if_fail (self != NULL, NULL);

  if (decode (word, typed) < MIN_SIMILAR)
    return NULL;

  for (guint i = 0; i < self->n_terms; i++)
    {
      gsize length = self->starts[i + 1] - self->starts[i] - 1;
      guint fits;
      guint64 rank;

      if (length + 4 < bytes || (!prefix && length > bytes + 4))
        continue;
      decode (get_term (self, i), other);
      fits = compare_similar (typed, other);
      if (fits == 0 || (fits == 1 && !prefix))
        continue;
      rank = ((guint64) fits << 34) | ((guint64) (typed[0] == other[0]) << 33) | self->counts[i];
      if (rank > best_rank)
        {
          best_rank = rank;
          best = get_term (self, i);
        }
    }

  return best;
}
