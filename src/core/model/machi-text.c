/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-text-private.h"

#include <string.h>

/**
 * MachiText:
 *
 * A paragraph's worth of text in UTF-8, with the runs of it that are emphasised, foreign, links or citation marks.
 * Immutable.
 */
struct _MachiText
{
  gatomicrefcount ref_count;
  char *plain;
  gsize length;
  GArray *runs;
};

G_DEFINE_BOXED_TYPE (MachiText, machi_text, machi_text_ref, machi_text_unref)

/**
 * machi_text_new:
 * @plain: a text in UTF-8
 *
 * Returns: (transfer full): that text without runs, its white space collapsed
 */
MachiText *
machi_text_new (const char *plain)
{
  g_autoptr (MachiTextBuilder) builder = machi_text_builder_new ();

  machi_text_builder_append (builder, plain, NULL);

  return machi_text_builder_end (g_steal_pointer (&builder));
}

MachiText *
machi_text_new_take (char *plain, GArray *runs)
{
  MachiText *self = g_new0 (MachiText, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->plain = plain;
  self->length = strlen (plain);
  self->runs = runs;

  return self;
}

/**
 * machi_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
MachiText *
machi_text_ref (MachiText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * machi_text_unref:
 * @self: (transfer full): a text
 *
 * Gives up a reference.
 */
void
machi_text_unref (MachiText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->plain);
  g_array_unref (self->runs);
  g_free (self);
}

/**
 * machi_text_get_plain:
 * @self: a text
 *
 * Returns: all of it, citation marks such as `[1, 2]` included; runs count its bytes
 */
const char *
machi_text_get_plain (const MachiText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plain;
}

/**
 * machi_text_get_length:
 * @self: a text
 *
 * Returns: the bytes of the plain text
 */
gsize
machi_text_get_length (const MachiText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/**
 * machi_text_get_runs:
 * @self: a text
 * @n_runs: (out): how many
 *
 * Returns: (transfer none) (array length=n_runs): the runs that are not plain
 */
const MachiRun *
machi_text_get_runs (const MachiText *self, guint *n_runs)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_runs = self->runs->len;

  return (const MachiRun *) (gpointer) self->runs->data;
}

/**
 * machi_text_dup_words:
 * @self: a text
 *
 * Returns: (transfer full): its plain text without the citation marks
 */
char *
machi_text_dup_words (const MachiText *self)
{
  GString *words = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < self->runs->len; i++)
    {
      const MachiRun *run = &g_array_index (self->runs, MachiRun, i);

      if ((run->style & MACHI_RUN_CITATION) == 0)
        continue;
      g_string_append_len (words, self->plain + done, run->start - done);
      done = run->end;
    }
  g_string_append (words, self->plain + done);

  return g_strstrip (g_string_free_and_steal (words));
}

/* How much of a word a letter is in scripts that write no spaces; 0 where words are between spaces. */
static double
get_word_share (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
      return 0.5;
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return 0.2;
    default:
      return 0;
    }
}

/**
 * machi_text_count_words:
 * @self: a text
 *
 * Returns: about how many words it has, without citation marks; in scripts that write no spaces, judged by the letters
 */
guint
machi_text_count_words (const MachiText *self)
{
  g_autofree char *words = machi_text_dup_words (self);
  gboolean in_word = FALSE;
  double count = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double share = get_word_share (c);

      count += share;
      if (share == 0 && g_unichar_isalnum (c) && !in_word)
        count += 1;
      in_word = share == 0 && !g_unichar_isspace (c) && (in_word || g_unichar_isalnum (c));
    }

  return (guint) (count + 0.5);
}
