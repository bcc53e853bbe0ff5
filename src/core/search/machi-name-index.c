/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-name-index.h"

#include "machi-fold.h"
#include "machi-tokenizer.h"

#include <string.h>

/* In the middle of words, less than this many characters are found everywhere. */
#define MIN_INSIDE 3
#define STOP_INTERVAL 1024
/* A longer name is not written as one word, in bytes. */
#define MAX_JOINED 24

/**
 * MachiNameIndex:
 *
 * The names of all entries in all languages, their short names and aliases, folded, in one block of memory: a line
 * each. To search is to go through the block, which takes less than a millisecond for some thousand entries, and needs
 * no thread and no file. Not changed after it was made.
 */
struct _MachiNameIndex
{
  GString *block;
  guint32 *starts;
  guint n_docs;
};

/* What is looked for: as it stands, and its words. */
typedef struct
{
  const char *title;
  gsize title_length;
  GPtrArray *words;
  GPtrArray *negated;
} Needle;

/* People write `ecotown` for Eco-Town and `haiphong` for Hai Phong. */
static void
add_joined (GString *names, const char *folded)
{
  gsize length = strlen (folded);

  if (length > MAX_JOINED || strchr (folded, ' ') == NULL)
    return;

  for (const char *p = folded; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (names, *p);
  g_string_append_c (names, '\n');
}

static gboolean
add_name (const char *block G_GNUC_UNUSED, const char *text, gpointer data)
{
  GString *names = data;
  g_autofree char *folded = machi_fold_words (text);

  if (*folded == '\0')
    return TRUE;

  g_string_append (names, folded);
  g_string_append_c (names, '\n');
  add_joined (names, folded);

  return TRUE;
}

/**
 * machi_name_index_new:
 * @corpus: what there is to be searched
 *
 * Returns: (transfer full): an index of its names
 */
MachiNameIndex *
machi_name_index_new (const MachiSearchCorpus *corpus)
{
  MachiNameIndex *self = g_new0 (MachiNameIndex, 1);

  self->n_docs = machi_search_corpus_get_size (corpus);
  self->starts = g_new (guint32, self->n_docs + 1);
  self->block = g_string_new (NULL);
  for (guint doc = 0; doc < self->n_docs; doc++)
    {
      self->starts[doc] = (guint32) self->block->len;
      g_string_append_c (self->block, '\n');
      machi_search_corpus_foreach_name (corpus, doc, add_name, self->block);
    }
  self->starts[self->n_docs] = (guint32) self->block->len;

  return self;
}

/**
 * machi_name_index_free:
 * @self: (transfer full): an index
 *
 * Frees it.
 */
void
machi_name_index_free (MachiNameIndex *self)
{
  g_string_free (self->block, TRUE);
  g_free (self->starts);
  g_free (self);
}

/**
 * machi_name_index_get_size:
 * @self: an index
 *
 * Returns: how many bytes its names are
 */
gsize
machi_name_index_get_size (const MachiNameIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->block->len;
}

static gboolean
is_unspaced_at (const char *p)
{
  return (guchar) *p >= 0x80 && machi_tokenizer_is_unspaced (g_utf8_get_char (p));
}

/* Whether a word may begin at @p, before which something stands. */
static gboolean
begins_word (const char *p)
{
  if (p[-1] == '\n' || p[-1] == ' ')
    return TRUE;
  if ((guchar) p[0] < 0x80 && (guchar) p[-1] < 0x80)
    return FALSE;

  return is_unspaced_at (p) || is_unspaced_at (g_utf8_prev_char (p));
}

/* How well the names in [start, end) have @word: 2 at the beginning of a word, 1 within one. */
static guint
find_word (const char *start, const char *end, const char *word)
{
  gsize length = strlen (word);
  guint best = 0;

  for (const char *p = start; (p = memmem (p, (gsize) (end - p), word, length)) != NULL; p++)
    {
      if (begins_word (p))
        return 2;
      best = 1;
    }

  return best;
}

/* Compares the whole with the name in [start, end). */
static gboolean
compare_whole (const char *start, const char *end, const Needle *needle, MachiSearchHit *hit)
{
  gsize length = (gsize) (end - start);
  MachiSearchTier tier;

  if (length < needle->title_length || memcmp (start, needle->title, needle->title_length) != 0)
    return FALSE;

  tier = length == needle->title_length ? MACHI_TIER_EXACT : MACHI_TIER_PREFIX;
  if (tier < hit->tier)
    return TRUE;
  if (tier > hit->tier)
    hit->score = 0;
  hit->tier = tier;
  hit->score = MAX (hit->score, (float) needle->title_length / (float) length);

  return TRUE;
}

static gboolean
find_negated (const char *start, const char *end, const Needle *needle)
{
  for (guint i = 0; i < needle->negated->len; i++)
    if (find_word (start, end, g_ptr_array_index (needle->negated, i)) == 2)
      return TRUE;

  return FALSE;
}

/* Whether a name has nothing but the words, in another order. */
static gboolean
is_reordered (const char *start, const char *end, const Needle *needle)
{
  for (const char *line = start; line < end;)
    {
      const char *line_end = memchr (line, '\n', (gsize) (end - line));
      gboolean all = (gsize) (line_end - line) == needle->title_length;

      for (guint i = 0; all && i < needle->words->len; i++)
        all = find_word (line, line_end, g_ptr_array_index (needle->words, i)) == 2;
      if (all)
        return TRUE;
      line = line_end + 1;
    }

  return FALSE;
}

/* Whether the names in [start, end), the first byte of which is a line's end, have all words. */
static gboolean
find_words (const char *start, const char *end, const Needle *needle, MachiSearchHit *hit)
{
  gsize length = 0;

  hit->tier = MACHI_TIER_WORDS;
  for (guint i = 0; i < needle->words->len; i++)
    {
      const char *word = g_ptr_array_index (needle->words, i);
      guint found = find_word (start + 1, end, word);

      if (found == 0 || (found == 1 && g_utf8_strlen (word, -1) < MIN_INSIDE))
        return FALSE;
      if (found == 1)
        hit->tier = MACHI_TIER_INSIDE;
      length += strlen (word);
    }
  /* Short names have more of what was asked for. */
  hit->score = (float) length / (float) (end - start);
  if (needle->words->len > 1 && find_word (start + 1, end, needle->title) == 0
      && !is_reordered (start + 1, end, needle))
    hit->tier = MACHI_TIER_TEXT;

  return TRUE;
}

static gboolean
look_at (const MachiNameIndex *self, guint doc, const Needle *needle, MachiSearchHit *hit)
{
  const char *start = self->block->str + self->starts[doc];
  const char *end = self->block->str + self->starts[doc + 1];
  gboolean begins = FALSE;

  *hit = (MachiSearchHit) { .doc = doc };
  for (const char *line = start + 1; line < end;)
    {
      const char *line_end = memchr (line, '\n', (gsize) (end - line));

      begins |= compare_whole (line, line_end, needle, hit);
      line = line_end + 1;
    }
  if (!begins && !find_words (start, end, needle, hit))
    return FALSE;

  return needle->negated->len == 0 || !find_negated (start + 1, end, needle);
}

static void
needle_init (Needle *needle, const MachiQuery *query)
{
  GPtrArray *terms = machi_query_get_terms (query);

  needle->title = machi_query_get_title (query);
  needle->title_length = strlen (needle->title);
  needle->words = g_ptr_array_new ();
  needle->negated = g_ptr_array_new ();
  for (guint i = 0; i < terms->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (terms, i);

      if (*term->folded != '\0')
        g_ptr_array_add (term->negated ? needle->negated : needle->words, term->folded);
    }
}

static void
needle_clear (Needle *needle)
{
  g_ptr_array_unref (needle->words);
  g_ptr_array_unref (needle->negated);
}

/* The word that is likely to be met least. */
static const char *
find_longest (GPtrArray *words)
{
  const char *longest = "";

  for (guint i = 0; i < words->len; i++)
    if (strlen (g_ptr_array_index (words, i)) > strlen (longest))
      longest = g_ptr_array_index (words, i);

  return longest;
}

/**
 * machi_name_index_find:
 * @self: an index
 * @query: a query
 * @stop: (nullable): what to ask now and then whether to stop
 * @stop_data: what to give to @stop
 *
 * Finds the entries that have a name with all words of @query, and none that it excludes. Facets are not looked at.
 * Those that have the words scattered over their names are no nearer than those that have them in their texts.
 *
 * Returns: (transfer full) (element-type MachiSearchHit): the hits in the order of the corpus
 */
GArray *
machi_name_index_find (const MachiNameIndex *self,
                       const MachiQuery *query,
                       MachiSearchStopFunc stop,
                       gpointer stop_data)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (MachiSearchHit));
  const char *end, *driver, *p;
  Needle needle;
  guint doc = 0;

  g_return_val_if_fail (self != NULL, hits);

  needle_init (&needle, query);
  driver = find_longest (needle.words);
  end = self->block->str + self->block->len;
  p = *driver != '\0' ? self->block->str : end;
  for (guint n = 1; (p = memmem (p, (gsize) (end - p), driver, strlen (driver))) != NULL; n++)
    {
      MachiSearchHit hit;

      while (self->block->str + self->starts[doc + 1] <= p)
        doc++;
      if (look_at (self, doc, &needle, &hit))
        g_array_append_val (hits, hit);
      p = self->block->str + self->starts[doc + 1];
      if (stop != NULL && n % STOP_INTERVAL == 0 && stop (stop_data))
        break;
    }
  needle_clear (&needle);

  return hits;
}
