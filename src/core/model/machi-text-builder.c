/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-text-private.h"

#include <string.h>

/**
 * MachiTextBuilder:
 *
 * Puts a #MachiText together, as it comes out of a document: white space is collapsed, citations of one place are
 * gathered in one mark.
 */
struct _MachiTextBuilder
{
  GString *plain;
  GArray *runs;
  gboolean space;
  gboolean line_break;
};

static void
run_clear (gpointer data)
{
  MachiRun *run = data;

  g_free ((char *) run->language);
  g_free ((char *) run->address);
  g_free ((guint *) run->numbers);
}

/**
 * machi_text_builder_new:
 *
 * Returns: (transfer full): a builder of a text that is empty so far
 */
MachiTextBuilder *
machi_text_builder_new (void)
{
  MachiTextBuilder *self = g_new0 (MachiTextBuilder, 1);

  self->plain = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (MachiRun));
  g_array_set_clear_func (self->runs, run_clear);

  return self;
}

/**
 * machi_text_builder_free:
 * @self: (transfer full): a builder
 *
 * Forgets what was built.
 */
void
machi_text_builder_free (MachiTextBuilder *self)
{
  if (self->plain != NULL)
    g_string_free (self->plain, TRUE);
  g_clear_pointer (&self->runs, g_array_unref);
  g_free (self);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Scripts whose lines may be broken anywhere without a space having been there. */
static gboolean
joins_lines (gunichar c)
{
  return g_unichar_iswide (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_HANGUL;
}

/* White space is only written once it is known what follows, so that none is left at the end of a run or of the text.
 */
static void
flush_space (MachiTextBuilder *self, const char *next)
{
  GString *plain = self->plain;
  gboolean joined = FALSE;

  if (self->line_break && plain->len > 0 && next != NULL)
    {
      const char *last = g_utf8_prev_char (plain->str + plain->len);

      joined = joins_lines (g_utf8_get_char (last)) && joins_lines (g_utf8_get_char (next));
    }
  if (self->space && plain->len > 0 && !joined)
    g_string_append_c (plain, ' ');
  self->space = FALSE;
  self->line_break = FALSE;
}

static void
append_words (MachiTextBuilder *self, const char *text)
{
  while (*text != '\0')
    {
      const char *word = text;

      while (*text != '\0' && !is_space (*text))
        text++;
      if (text > word)
        {
          flush_space (self, word);
          g_string_append_len (self->plain, word, text - word);
        }
      for (; is_space (*text); text++)
        {
          self->space = TRUE;
          self->line_break |= *text == '\n';
        }
    }
}

static gboolean
continues (const MachiRun *run, gsize start, const MachiRunFormat *format)
{
  return run->end == start && run->style == format->style && g_strcmp0 (run->language, format->language) == 0
         && g_strcmp0 (run->address, format->address) == 0;
}

static void
add_run (MachiTextBuilder *self, gsize start, const MachiRunFormat *format)
{
  MachiRun run = { .start = start, .end = self->plain->len, .style = format->style };
  MachiRun *last = self->runs->len > 0 ? &g_array_index (self->runs, MachiRun, self->runs->len - 1) : NULL;

  if (last != NULL && (last->style & MACHI_RUN_CITATION) == 0 && continues (last, start, format))
    {
      last->end = run.end;
      return;
    }

  run.language = g_strdup (format->language);
  run.address = g_strdup (format->address);
  g_array_append_val (self->runs, run);
}

/**
 * machi_text_builder_append:
 * @self: a builder
 * @text: valid UTF-8, as it stands in a document: white space is collapsed
 * @format: (nullable): how it is set off
 *
 * Adds text. A line break between two letters of a script without spaces, such as Chinese, adds no space.
 */
void
machi_text_builder_append (MachiTextBuilder *self, const char *text, const MachiRunFormat *format)
{
  gsize start;

  g_return_if_fail (text != NULL);

  for (; is_space (*text); text++)
    {
      self->space = TRUE;
      self->line_break |= *text == '\n';
    }
  if (*text == '\0')
    return;

  flush_space (self, text);
  start = self->plain->len;
  append_words (self, text);
  if (format != NULL && (format->style != 0 || format->language != NULL))
    add_run (self, start, format);
}

static void
write_mark (GString *plain, const guint *numbers, guint n_numbers)
{
  g_string_append_c (plain, '[');
  for (guint i = 0; i < n_numbers; i++)
    g_string_append_printf (plain, i == 0 ? "%u" : ", %u", numbers[i]);
  g_string_append_c (plain, ']');
}

static void
insert_number (MachiRun *run, guint number)
{
  guint *numbers = g_new (guint, run->n_numbers + 1);
  guint at = 0;

  while (at < run->n_numbers && run->numbers[at] < number)
    at++;
  if (run->n_numbers > 0)
    {
      memcpy (numbers, run->numbers, at * sizeof (guint));
      memcpy (numbers + at + 1, run->numbers + at, (run->n_numbers - at) * sizeof (guint));
    }
  numbers[at] = number;
  g_free ((guint *) run->numbers);
  run->numbers = numbers;
  run->n_numbers++;
}

static gboolean
has_number (const MachiRun *run, guint number)
{
  for (guint i = 0; i < run->n_numbers; i++)
    if (run->numbers[i] == number)
      return TRUE;

  return FALSE;
}

/* The mark which ends the text so far, to which another citation belongs; or a new one. */
static MachiRun *
get_mark (MachiTextBuilder *self)
{
  MachiRun *last = self->runs->len > 0 ? &g_array_index (self->runs, MachiRun, self->runs->len - 1) : NULL;
  MachiRun run = { .style = MACHI_RUN_CITATION };

  if (last != NULL && (last->style & MACHI_RUN_CITATION) != 0 && last->end == self->plain->len)
    {
      self->space = self->line_break = FALSE;
      return last;
    }

  flush_space (self, NULL);
  run.start = run.end = self->plain->len;
  g_array_append_val (self->runs, run);

  return &g_array_index (self->runs, MachiRun, self->runs->len - 1);
}

/**
 * machi_text_builder_cite:
 * @self: a builder
 * @number: the number of a source, from 1
 *
 * Adds a citation: a mark `[3]`, or the number to the mark that stands right before.
 */
void
machi_text_builder_cite (MachiTextBuilder *self, guint number)
{
  MachiRun *run;

  g_return_if_fail (number > 0);

  run = get_mark (self);
  if (has_number (run, number))
    return;

  insert_number (run, number);
  g_string_truncate (self->plain, run->start);
  write_mark (self->plain, run->numbers, run->n_numbers);
  run->end = self->plain->len;
}

/**
 * machi_text_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the text
 */
MachiText *
machi_text_builder_end (MachiTextBuilder *self)
{
  char *plain = g_string_free_and_steal (g_steal_pointer (&self->plain));
  GArray *runs = g_steal_pointer (&self->runs);

  machi_text_builder_free (self);

  return machi_text_new_take (plain, runs);
}
