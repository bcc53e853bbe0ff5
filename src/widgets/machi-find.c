/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-find.h"

#include "machi-fold.h"

#include <string.h>

/* A text folded piece by piece, and which bytes of it each byte of the folded text came from. */
typedef struct
{
  GString *folded;
  GArray *origins;
} FoldedText;

/* Marks, half-width voicing marks and the later letters of a Hangul syllable are folded with what they belong to. */
static gboolean
belongs_to_last (gunichar c)
{
  return g_unichar_ismark (c) || c == 0xff9e || c == 0xff9f || (c >= 0x1160 && c <= 0x11ff);
}

static const char *
find_piece_end (const char *p)
{
  p = g_utf8_next_char (p);
  while (*p != '\0' && belongs_to_last (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static void
fold (FoldedText *self, const char *plain)
{
  const char *p = plain;

  while (*p != '\0')
    {
      const char *end = find_piece_end (p);
      MachiRange origin = { (guint) (p - plain), (guint) (end - plain) };
      gsize before = self->folded->len;

      machi_fold_append (self->folded, p, (gsize) (end - p));
      for (gsize i = before; i < self->folded->len; i++)
        g_array_append_val (self->origins, origin);
      p = end;
    }
}

/**
 * machi_find_ranges:
 * @plain: a text
 * @folded_needle: what is looked for, folded by machi_fold()
 *
 * Finds a text as the search does: whatever its case, width and accents. Places do not overlap.
 *
 * Returns: (transfer full) (element-type MachiRange): where it stands
 */
GArray *
machi_find_ranges (const char *plain, const char *folded_needle)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (MachiRange));
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (MachiRange));
  FoldedText text = { folded, origins };
  gsize length = strlen (folded_needle);
  const char *found = NULL;

  if (length == 0)
    return ranges;

  fold (&text, plain);
  for (found = strstr (folded->str, folded_needle); found != NULL; found = strstr (found + length, folded_needle))
    {
      gsize at = (gsize) (found - folded->str);
      MachiRange range
          = { g_array_index (origins, MachiRange, at).start, g_array_index (origins, MachiRange, at + length - 1).end };

      g_array_append_val (ranges, range);
    }

  return ranges;
}
