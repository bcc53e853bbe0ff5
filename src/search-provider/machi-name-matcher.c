/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-name-matcher.h"

#include "machi-fold.h"
#include "machi-locale.h"

#include <string.h>

/* From here on scripts write no spaces, or write particles onto the word: what is typed may stand anywhere in a name. */
#define FIRST_UNSPACED 0x0e00

/* What was typed stands in a name, but not at its beginning. */
#define INSIDE G_MAXUINT

/* An entry and all its names, folded, one a line, each line between two line feeds. */
typedef struct
{
  MachiEntry *entry;
  char *names;
} Candidate;

typedef struct
{
  MachiEntry *entry;
  guint rest;
} Match;

/**
 * MachiNameMatcher:
 *
 * Finds entries by their names in all languages.
 */
struct _MachiNameMatcher
{
  GArray *candidates;
};

static void
candidate_clear (gpointer data)
{
  Candidate *candidate = data;

  g_clear_object (&candidate->entry);
  g_clear_pointer (&candidate->names, g_free);
}

static void
append_name (GString *names, const char *name)
{
  g_autofree char *folded = name != NULL ? machi_fold_words (name) : NULL;

  if (folded != NULL && *folded != '\0')
    g_string_append_printf (names, "%s\n", folded);
}

static char *
fold_names (MachiEntry *entry)
{
  MachiName *names = machi_entry_get_names (entry);
  const char *const *aliases = machi_entry_get_aliases (entry);
  GString *folded = g_string_new ("\n");

  for (guint i = 0; i < machi_name_get_size (names); i++)
    append_name (folded, machi_name_get_nth (names, i, NULL));
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    append_name (folded, aliases[i]);
  append_name (folded, machi_entry_get_short_name (entry));

  return g_string_free (folded, FALSE);
}

static void
add_kind (MachiNameMatcher *self, GListModel *entries)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (MachiEntry) entry = g_list_model_get_item (entries, i);
      Candidate candidate = { .names = fold_names (entry) };

      candidate.entry = g_steal_pointer (&entry);
      g_array_append_val (self->candidates, candidate);
    }
}

/**
 * machi_name_matcher_new:
 * @catalog: (transfer none): whose entries are to be found
 *
 * Returns: (transfer full): a matcher
 */
MachiNameMatcher *
machi_name_matcher_new (MachiCatalog *catalog)
{
  MachiNameMatcher *self = g_new0 (MachiNameMatcher, 1);

  self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (self->candidates, candidate_clear);
  for (guint kind = MACHI_KIND_NONE + 1; kind < MACHI_N_KINDS; kind++)
    add_kind (self, machi_catalog_get_entries (catalog, kind));

  return self;
}

/**
 * machi_name_matcher_free:
 * @self: (transfer full): a matcher
 */
void
machi_name_matcher_free (MachiNameMatcher *self)
{
  g_clear_pointer (&self->candidates, g_array_unref);
  g_free (self);
}

static gboolean
has_word (const char *names, const char *word)
{
  gboolean anywhere = g_utf8_get_char (word) >= FIRST_UNSPACED;

  for (const char *found = strstr (names, word); found != NULL; found = strstr (found + 1, word))
    if (anywhere || found[-1] == ' ' || found[-1] == '\n')
      return TRUE;

  return FALSE;
}

/* How much is left of the name that @typed begins, in bytes: 0 where it is the whole name. */
static guint
measure_rest (const char *names, const char *typed)
{
  g_autofree char *beginning = g_strconcat ("\n", typed, NULL);
  guint rest = INSIDE;

  for (const char *found = strstr (names, beginning); found != NULL; found = strstr (found + 1, beginning))
    rest = MIN (rest, (guint) strcspn (found + strlen (beginning), "\n"));

  return rest;
}

/* Best first: the nearest to being the name, then the kind's place among kinds, then its name. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *match_a = a;
  const Match *match_b = b;
  MachiKind kind_a = machi_entry_get_kind (match_a->entry);
  MachiKind kind_b = machi_entry_get_kind (match_b->entry);

  if (match_a->rest != match_b->rest)
    return match_a->rest < match_b->rest ? -1 : 1;
  if (kind_a != kind_b)
    return (int) kind_a - (int) kind_b;

  return machi_locale_collate (machi_entry_get_name (match_a->entry), machi_entry_get_name (match_b->entry));
}

static GArray *
collect (const MachiNameMatcher *self, const char *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);
      Match match = { .entry = candidate->entry };
      guint n = 0;

      while (words[n] != NULL && has_word (candidate->names, words[n]))
        n++;
      if (words[n] != NULL)
        continue;
      match.rest = measure_rest (candidate->names, typed);
      g_array_append_val (matches, match);
    }

  return matches;
}

/**
 * machi_name_matcher_find:
 * @self: a matcher
 * @terms: (array zero-terminated=1): what was typed, every term of which must stand in a name of an entry
 * @most: how many to return at most
 *
 * Returns: (transfer full) (element-type MachiEntry): the entries, best first; none where nothing was typed
 */
GPtrArray *
machi_name_matcher_find (const MachiNameMatcher *self, const char *const *terms, guint most)
{
  g_autofree char *joined = g_strjoinv (" ", (GStrv) terms);
  g_autofree char *typed = machi_fold_words (joined);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) matches = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (*typed == '\0')
    return g_steal_pointer (&found);

  matches = collect (self, typed);
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < MIN (matches->len, most); i++)
    g_ptr_array_add (found, g_object_ref (g_array_index (matches, Match, i).entry));

  return g_steal_pointer (&found);
}
