/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-snippet.h"

#include <string.h>

/* How much of a text a row shows, and of that before the first match, in characters. */
#define MAX_LENGTH 180
#define MAX_BEFORE 50
/* A text of fewer letters says nothing of an entry. */
#define MIN_FALLBACK 12
#define ELLIPSIS "…"
#define NAME_SEPARATOR " · "

/**
 * MachiSnippet:
 *
 * The piece of an entry's text that has most of what was asked for, and where. Immutable.
 */
struct _MachiSnippet
{
  gatomicrefcount ref_count;

  char *text;
  char *block;
  GArray *matches;
  GArray *title_matches;
  gboolean in_title;
};

/**
 * MachiSnippetFinder:
 *
 * Looks for the best piece while the texts of an entry go by.
 */
struct _MachiSnippetFinder
{
  const MachiQuery *query;
  char *title;
  GString *names;
  guint n_title_terms;
  GArray *title_matches;

  char *fallback;
  char *text;
  char *block;
  GArray *matches;
  guint n_terms;
};

G_DEFINE_BOXED_TYPE (MachiSnippet, machi_snippet, machi_snippet_ref, machi_snippet_unref)

/**
 * machi_snippet_ref:
 * @self: a snippet
 *
 * Returns: (transfer full): @self
 */
MachiSnippet *
machi_snippet_ref (MachiSnippet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * machi_snippet_unref:
 * @self: (transfer full): a snippet
 *
 * Gives up a reference.
 */
void
machi_snippet_unref (MachiSnippet *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->text);
  g_free (self->block);
  g_array_unref (self->matches);
  g_array_unref (self->title_matches);
  g_free (self);
}

/**
 * machi_snippet_get_text:
 * @self: a snippet
 *
 * Returns: the piece of text, in one line; empty where the entry has none
 */
const char *
machi_snippet_get_text (const MachiSnippet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * machi_snippet_get_block:
 * @self: a snippet
 *
 * Returns: (nullable): the ID of the place where it stands in the page, to jump to
 */
const char *
machi_snippet_get_block (const MachiSnippet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->block;
}

static const MachiRange *
get_ranges (GArray *ranges, guint *n_ranges)
{
  *n_ranges = ranges->len;

  return (const MachiRange *) (gpointer) ranges->data;
}

/**
 * machi_snippet_get_matches:
 * @self: a snippet
 * @n_matches: (out): how many
 *
 * Returns: (transfer none) (array length=n_matches): where the text has what was asked for
 */
const MachiRange *
machi_snippet_get_matches (const MachiSnippet *self, guint *n_matches)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_ranges (self->matches, n_matches);
}

/**
 * machi_snippet_get_title_matches:
 * @self: a snippet
 * @n_matches: (out): how many
 *
 * Returns: (transfer none) (array length=n_matches): where the title has it
 */
const MachiRange *
machi_snippet_get_title_matches (const MachiSnippet *self, guint *n_matches)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_ranges (self->title_matches, n_matches);
}

/**
 * machi_snippet_is_in_title:
 * @self: a snippet
 *
 * Returns: whether the title has all that was asked for
 */
gboolean
machi_snippet_is_in_title (const MachiSnippet *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->in_title;
}

/**
 * machi_snippet_finder_new:
 * @query: a query; must outlive the finder
 * @title: what the entry is called where the snippet will stand
 * @summary: (nullable): what is said of it where no text has what was asked for; else a text does
 *
 * Returns: (transfer full): a finder that has seen no text yet
 */
MachiSnippetFinder *
machi_snippet_finder_new (const MachiQuery *query, const char *title, const char *summary)
{
  MachiSnippetFinder *self = g_new0 (MachiSnippetFinder, 1);

  self->query = query;
  self->title = g_strdup (title);
  self->fallback = g_strdup (summary);
  self->names = g_string_new (NULL);
  self->title_matches = machi_query_find_matches (query, title, &self->n_title_terms);

  return self;
}

/**
 * machi_snippet_finder_free:
 * @self: (transfer full): a finder
 *
 * Frees it.
 */
void
machi_snippet_finder_free (MachiSnippetFinder *self)
{
  g_free (self->title);
  g_string_free (self->names, TRUE);
  g_clear_pointer (&self->title_matches, g_array_unref);
  g_clear_pointer (&self->matches, g_array_unref);
  g_free (self->fallback);
  g_free (self->text);
  g_free (self->block);
  g_free (self);
}

/**
 * machi_snippet_finder_add_name:
 * @self: a finder
 * @name: another name of the entry
 *
 * Looks at a name: where the title has nothing of what was asked for, the row tells by which name it was found.
 */
void
machi_snippet_finder_add_name (MachiSnippetFinder *self, const char *name)
{
  guint n_terms;
  g_autoptr (GArray) matches = NULL;

  g_return_if_fail (self != NULL);

  /* Names in two languages may be the same. */
  if (g_str_equal (name, self->title) || strstr (self->names->str, name) != NULL)
    return;

  matches = machi_query_find_matches (self->query, name, &n_terms);
  if (n_terms > self->n_title_terms)
    g_string_append_printf (self->names, "%s%s", self->names->len > 0 ? NAME_SEPARATOR : "", name);
}

/* Years or a unit alone do not. */
static gboolean
says_something (const char *text)
{
  guint n_letters = 0;

  for (const char *p = text; *p != '\0' && n_letters < MIN_FALLBACK; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;

  return n_letters == MIN_FALLBACK;
}

/**
 * machi_snippet_finder_add_text:
 * @self: a finder
 * @block: (nullable): the ID of the place of @text
 * @text: a text of the entry
 *
 * Looks at a text.
 *
 * Returns: whether a later one can be better
 */
gboolean
machi_snippet_finder_add_text (MachiSnippetFinder *self, const char *block, const char *text)
{
  g_autoptr (GArray) matches = NULL;
  guint n_terms;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->fallback == NULL && says_something (text))
    self->fallback = g_strdup (text);

  matches = machi_query_find_matches (self->query, text, &n_terms);
  if (n_terms > self->n_terms)
    {
      g_set_str (&self->text, text);
      g_set_str (&self->block, block);
      g_clear_pointer (&self->matches, g_array_unref);
      self->matches = g_steal_pointer (&matches);
      self->n_terms = n_terms;
    }

  return self->n_terms < machi_query_get_terms (self->query)->len;
}

/* Goes back up to @n characters from @p, and then forward to the beginning of a word, if there is one. */
static const char *
find_start (const char *text, const char *p, guint n)
{
  const char *start = p;

  while (start > text && n-- > 0)
    start = g_utf8_prev_char (start);
  if (start == text)
    return text;

  for (const char *q = start; q < p; q = g_utf8_next_char (q))
    if (g_unichar_isspace (g_utf8_get_char (q)))
      return g_utf8_next_char (q);

  return start;
}

/* Goes up to @n characters on from @start, and then back to the end of a word, if there is one behind @least. */
static const char *
find_end (const char *start, const char *least, guint n)
{
  const char *end = start;

  while (*end != '\0' && n-- > 0)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return end;

  for (const char *q = end; q > least; q = g_utf8_prev_char (q))
    if (g_unichar_isspace (g_utf8_get_char (q)))
      return q;

  return end;
}

/* Shortens @text to what a row can show, and keeps those of @matches that are within. */
static char *
cut (const char *text, GArray *matches)
{
  const MachiRange *first = matches->len > 0 ? &g_array_index (matches, MachiRange, 0) : NULL;
  const char *start = first != NULL ? find_start (text, text + first->start, MAX_BEFORE) : text;
  const char *end = find_end (start, first != NULL ? text + first->end : start, MAX_LENGTH);
  gsize offset = (gsize) (start - text);
  gsize mark = start > text ? strlen (ELLIPSIS) : 0;
  guint kept = 0;
  char *piece = g_strdup_printf ("%s%.*s%s", mark > 0 ? ELLIPSIS : "", (int) (end - start), start,
                                 *end != '\0' ? ELLIPSIS : "");

  for (guint i = 0; i < matches->len; i++)
    {
      MachiRange range = g_array_index (matches, MachiRange, i);

      if (text + range.end > end)
        break;
      range.start = (guint) (range.start - offset + mark);
      range.end = (guint) (range.end - offset + mark);
      g_array_index (matches, MachiRange, kept++) = range;
    }
  g_array_set_size (matches, kept);

  return g_strdelimit (piece, "\n\t", ' ');
}

static guint
count_wanted (const MachiQuery *query)
{
  GPtrArray *terms = machi_query_get_terms (query);
  guint n = 0;

  for (guint i = 0; i < terms->len; i++)
    n += ((const MachiQueryTerm *) g_ptr_array_index (terms, i))->negated ? 0 : 1;

  return n;
}

/**
 * machi_snippet_finder_end:
 * @self: a finder that has seen all texts
 *
 * Returns: (transfer full): the best piece
 */
MachiSnippet *
machi_snippet_finder_end (MachiSnippetFinder *self)
{
  MachiSnippet *snippet;

  g_return_val_if_fail (self != NULL, NULL);

  snippet = g_new0 (MachiSnippet, 1);
  g_atomic_ref_count_init (&snippet->ref_count);
  snippet->title_matches = g_steal_pointer (&self->title_matches);
  snippet->in_title = self->n_title_terms > 0 && self->n_title_terms == count_wanted (self->query);
  if (self->names->len > 0)
    snippet->matches = machi_query_find_matches (self->query, self->names->str, NULL);
  else if (self->text != NULL)
    snippet->matches = g_steal_pointer (&self->matches);
  else
    snippet->matches = g_array_new (FALSE, FALSE, sizeof (MachiRange));
  snippet->block = self->names->len > 0 ? NULL : g_steal_pointer (&self->block);
  snippet->text = cut (self->names->len > 0     ? self->names->str
                       : self->text != NULL     ? self->text
                       : self->fallback != NULL ? self->fallback
                                                : "",
                       snippet->matches);

  return snippet;
}
