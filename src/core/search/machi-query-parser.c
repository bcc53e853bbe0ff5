/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-query-private.h"

#include "machi-fold.h"

#include <string.h>

#define MAX_FACETS 32

static const char *const facet_keys[MACHI_N_FACETS] = {
  [MACHI_FACET_KIND] = "kind",           [MACHI_FACET_COUNTRY] = "country", [MACHI_FACET_TOPIC] = "topic",
  [MACHI_FACET_PROGRAMME] = "programme", [MACHI_FACET_YEARS] = "year",
};

/* What opens a phrase, and what may close it. */
static const char *const quotes[][2] = {
  { "\"", "\"" }, { "“", "”\"" }, { "„", "“”\"" }, { "«", "»" }, { "「", "」" }, { "『", "』" }, { "＂", "＂" },
};

static gboolean
is_space (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

static const char *
skip_spaces (const char *p)
{
  while (*p != '\0' && is_space (p))
    p = g_utf8_next_char (p);

  return p;
}

/* Which marks close the phrase that begins at @p, NULL where none begins; @inside is behind the opening mark. */
static const char *
find_closing_marks (const char *p, const char **inside)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (g_str_has_prefix (p, quotes[i][0]))
      {
        *inside = p + strlen (quotes[i][0]);
        return quotes[i][1];
      }

  return NULL;
}

/* Reads a word or a phrase at *@p, which moves behind it. */
static char *
read_piece (const char **p, gboolean *quoted, gboolean *open)
{
  const char *start = *p;
  const char *closing = find_closing_marks (start, &start);
  const char *end = start;

  *quoted = closing != NULL;
  while (*end != '\0'
         && (closing != NULL ? g_utf8_strchr (closing, -1, g_utf8_get_char (end)) == NULL : !is_space (end)))
    end = g_utf8_next_char (end);
  *open = *end == '\0';
  *p = closing != NULL && *end != '\0' ? g_utf8_next_char (end) : end;

  return g_strndup (start, (gsize) (end - start));
}

/* The facet that is named at *@p, which moves behind its colon. */
static gboolean
read_facet_key (const char **p, MachiFacet *facet)
{
  for (guint i = 0; i < MACHI_N_FACETS; i++)
    {
      gsize length = strlen (facet_keys[i]);

      if (g_ascii_strncasecmp (*p, facet_keys[i], length) != 0)
        continue;
      if ((*p)[length] == ':')
        *p += length + 1;
      else if (g_str_has_prefix (*p + length, "："))
        *p += length + strlen ("：");
      else
        continue;
      *facet = i;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_year (const char *text, gsize length, int *year)
{
  *year = 0;
  if (length == 0)
    return TRUE;
  if (length != 4)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *year = *year * 10 + (text[i] - '0');
    }

  return *year > 0;
}

/* `2014`, `2014..2018`, `2014-2018`, `2014..`, `..2018` */
static gboolean
read_years (const char *value, int *from, int *to)
{
  g_autofree char *folded = machi_fold (value);
  gsize first = strspn (folded, "0123456789");
  gsize gap = strspn (folded + first, ".-");
  const char *second = folded + first + gap;

  if (!read_year (folded, first, from) || !read_year (second, strlen (second), to))
    return FALSE;
  if (gap == 0)
    *to = *from;
  if (*from != 0 && *to != 0 && *from > *to)
    {
      int swap = *from;

      *from = *to;
      *to = swap;
    }

  return *from != 0 || *to != 0;
}

/* Takes @value. A facet without a value, or a year not yet typed out, says nothing: it is being typed. */
gboolean
_machi_query_take_facet (MachiQuery *self, MachiFacet facet, char *value, gboolean negated)
{
  MachiQueryFacet item = { .facet = facet, .value = value, .negated = negated };

  item.folded = machi_fold_words (value);
  if (self->facets->len >= MAX_FACETS || *item.folded == '\0'
      || (facet == MACHI_FACET_YEARS && !read_years (value, &item.from, &item.to)))
    {
      g_free (item.value);
      g_free (item.folded);
      return FALSE;
    }
  g_ptr_array_add (self->facets, g_memdup2 (&item, sizeof item));

  return TRUE;
}

/**
 * machi_query_add_facet:
 * @self: a query that is not yet in use
 * @text: a facet as it would be typed, such as `country:VN`
 *
 * Narrows a query.
 *
 * Returns: whether @text is a facet
 */
gboolean
machi_query_add_facet (MachiQuery *self, const char *text)
{
  g_autofree char *bounded = NULL;
  gboolean quoted, open, negated;
  MachiFacet facet;
  const char *p;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  p = bounded = _machi_query_dup_bounded (text);
  negated = *p == '-';
  if (negated)
    p++;
  if (!read_facet_key (&p, &facet))
    return FALSE;

  return _machi_query_take_facet (self, facet, read_piece (&p, &quoted, &open), negated);
}

static void
add_years (MachiQuery *self, int from, int to)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (from != 0)
    g_string_append_printf (text, "%04d", from);
  g_string_append (text, "..");
  if (to != 0)
    g_string_append_printf (text, "%04d", to);
  _machi_query_take_facet (self, MACHI_FACET_YEARS, g_strdup (text->str), FALSE);
}

/**
 * machi_query_add_filter:
 * @self: a query that is not yet in use
 * @filter: what a reader wants to see
 *
 * Narrows a query as @filter does now.
 */
void
machi_query_add_filter (MachiQuery *self, MachiEntryFilter *filter)
{
  int from, to;

  g_return_if_fail (self != NULL);
  g_return_if_fail (MACHI_IS_ENTRY_FILTER (filter));

  for (guint facet = 0; facet < MACHI_N_LISTED_FACETS; facet++)
    {
      const char *const *values = machi_entry_filter_get_values (filter, facet);

      for (guint i = 0; values[i] != NULL; i++)
        _machi_query_take_facet (self, facet, g_strdup (values[i]), FALSE);
    }

  machi_entry_filter_get_years (filter, &from, &to);
  if (from != 0 || to != 0)
    add_years (self, from, to);
}

static void
piece_clear (MachiQueryTerm *piece)
{
  g_free (piece->text);
}

/* Reads one piece of the text into @pieces, or a facet. */
static void
parse_piece (MachiQuery *self, const char **p, GArray *pieces)
{
  MachiQueryTerm piece = { .start = (gsize) (*p - self->text) };
  gboolean open;
  MachiFacet facet;

  if (**p == '-' && (*p)[1] != '\0' && !is_space (*p + 1))
    {
      piece.negated = TRUE;
      *p += 1;
    }
  if (read_facet_key (p, &facet))
    {
      _machi_query_take_facet (self, facet, read_piece (p, &piece.quoted, &open), piece.negated);
      return;
    }

  piece.text = read_piece (p, &piece.quoted, &open);
  piece.end = (gsize) (*p - self->text);
  piece.prefix = !piece.negated && (!piece.quoted || open);
  g_array_append_val (pieces, piece);
}

/* The last word may go on, unless a space stands behind it. */
void
_machi_query_parse (MachiQuery *self)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (MachiQueryTerm));
  const char *p = skip_spaces (self->text);

  g_array_set_clear_func (pieces, (GDestroyNotify) piece_clear);
  while (*p != '\0' && pieces->len < MACHI_QUERY_MAX_LENGTH)
    {
      parse_piece (self, &p, pieces);
      p = skip_spaces (p);
    }

  for (guint i = 0; i < pieces->len; i++)
    {
      MachiQueryTerm *piece = &g_array_index (pieces, MachiQueryTerm, i);
      gboolean ended = skip_spaces (self->text + piece->end) == p && self->text[piece->end] != '\0';

      if (i + 1 < pieces->len || ended)
        piece->prefix = FALSE;
      _machi_query_add_term (self, piece->text, piece);
    }
}
