/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-json-syntax.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a person needs in order to mend a file: the line on which the first fault stands, and what it is. json-glib
 * tells neither reliably, so that this reads a file which json-glib refused, or one that is so large that it must be
 * measured first. It keeps no values and does not recurse. */

typedef struct
{
  char bracket;
  guint line;
} Opening;

typedef struct
{
  const char *p;
  const char *end;
  guint line;
  guint last_line;
  guint fault_line;
  guint n_values;
  GArray *open;
  char *fault;
} Scanner;

typedef enum
{
  EXPECT_VALUE,
  EXPECT_NAME,
  EXPECT_END,
} Expected;

static gboolean fail (Scanner *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (Scanner *self, guint line, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  self->fault = g_strdup_vprintf (format, args);
  va_end (args);
  self->fault_line = line;

  return FALSE;
}

static char
peek (const Scanner *self)
{
  return self->p < self->end ? *self->p : '\0';
}

static void
skip_space (Scanner *self)
{
  for (; self->p < self->end && strchr (" \t\r\n", *self->p) != NULL && *self->p != '\0'; self->p++)
    self->line += *self->p == '\n';
}

static const Opening *
get_innermost (const Scanner *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Opening, self->open->len - 1) : NULL;
}

static char
get_closing (const Opening *opening)
{
  return opening->bracket == '{' ? '}' : ']';
}

/* Reads what stands behind a “\u”. */
static gboolean
scan_code_unit (Scanner *self, guint *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (peek (self));

      if (digit < 0)
        return fail (self, self->line, _ ("behind “\\u” stand four hexadecimal digits"));
      *unit = *unit * 16 + (guint) digit;
      self->p++;
    }

  return TRUE;
}

/* Characters beyond U+FFFF are written as two halves, which must not stand alone. */
static gboolean
scan_code_point (Scanner *self)
{
  guint first, second = 0;

  if (!scan_code_unit (self, &first))
    return FALSE;
  if (first < 0xd800 || first > 0xdfff)
    return TRUE;

  if (self->end - self->p > 2 && self->p[0] == '\\' && self->p[1] == 'u')
    {
      self->p += 2;
      if (!scan_code_unit (self, &second))
        return FALSE;
    }

  return (first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff)
         || fail (self, self->line, _ ("“\\u” names half a character: write the character itself"));
}

static gboolean
scan_escape (Scanner *self)
{
  char c;

  self->p++;
  c = peek (self);
  if (c == '\0' || strchr ("\"\\/bfnrtu", c) == NULL)
    return fail (self, self->line, _ ("a backslash stands in a text: write “\\\\” for it"));
  self->p++;

  return c != 'u' || scan_code_point (self);
}

static gboolean
scan_string (Scanner *self)
{
  for (self->p++; self->p < self->end;)
    {
      if (*self->p == '"')
        {
          self->p++;
          return TRUE;
        }
      if (*self->p == '\n')
        break;
      if ((guchar) *self->p < 0x20)
        return fail (self, self->line, _ ("a text holds a control character: a tab is written “\\t”"));
      if (*self->p != '\\')
        self->p++;
      else if (!scan_escape (self))
        return FALSE;
    }

  return fail (self, self->line, _ ("a text has no closing quote on its line"));
}

static gboolean
scan_digits (Scanner *self)
{
  const char *start = self->p;

  while (g_ascii_isdigit (peek (self)))
    self->p++;

  return self->p > start;
}

static gboolean
scan_number (Scanner *self)
{
  gboolean sound;

  if (peek (self) == '-')
    self->p++;
  sound = peek (self) != '0' || !g_ascii_isdigit (self->p + 1 < self->end ? self->p[1] : '\0');
  sound = sound && scan_digits (self);
  if (sound && peek (self) == '.')
    {
      self->p++;
      sound = scan_digits (self);
    }
  if (sound && (peek (self) == 'e' || peek (self) == 'E'))
    {
      self->p++;
      if (peek (self) == '+' || peek (self) == '-')
        self->p++;
      sound = scan_digits (self);
    }

  return sound || fail (self, self->line, _ ("a number is written like 12, -0.5 or 1.2e6"));
}

static gboolean
scan_word (Scanner *self)
{
  static const char *const words[] = { "true", "false", "null" };
  const char *start = self->p;
  g_autofree char *word = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - start) < length || strncmp (start, words[i], length) != 0)
        continue;
      self->p += length;
      if (!g_ascii_isalnum (peek (self)))
        return TRUE;
      self->p = start;
    }

  if (*start == '\'')
    return fail (self, self->line, _ ("a text stands in double quotes"));
  if (*start == '/' || *start == '#')
    return fail (self, self->line, _ ("there are no comments in JSON: remove it"));

  while (g_ascii_isalnum (peek (self)))
    self->p++;
  if (self->p == start)
    self->p = MIN (g_utf8_next_char (start), self->end);
  word = g_strndup (start, (gsize) MIN (self->p - start, 40));

  return fail (self, self->line, _ ("“%s” is no value: a text stands in quotes"), word);
}

static gboolean
open_bracket (Scanner *self, Expected *expected)
{
  Opening opening = { *self->p, self->line };

  if (self->open->len >= MACHI_JSON_MAX_DEPTH)
    return fail (self, self->line, _ ("brackets stand more than %d deep in each other"), MACHI_JSON_MAX_DEPTH);

  g_array_append_val (self->open, opening);
  self->p++;
  skip_space (self);
  if (peek (self) == get_closing (&opening))
    *expected = EXPECT_END;
  else
    *expected = opening.bracket == '{' ? EXPECT_NAME : EXPECT_VALUE;

  return TRUE;
}

static gboolean
scan_value (Scanner *self, Expected *expected)
{
  char c = peek (self);

  if (++self->n_values > MACHI_JSON_MAX_VALUES)
    return fail (self, self->line, _ ("the file has more than %d values"), MACHI_JSON_MAX_VALUES);
  if (c == '{' || c == '[')
    return open_bracket (self, expected);

  *expected = EXPECT_END;
  if (c == '"')
    return scan_string (self);
  if (c == '-' || g_ascii_isdigit (c))
    return scan_number (self);
  if (c == '}' || c == ']' || c == ',' || c == ':')
    return fail (self, self->line, _ ("a value is missing before “%c”"), c);

  return scan_word (self);
}

static gboolean
scan_name (Scanner *self, Expected *expected)
{
  guint line = self->line;

  if (peek (self) != '"')
    return fail (self, self->line, _ ("the name of a member stands in double quotes"));
  if (!scan_string (self))
    return FALSE;

  skip_space (self);
  if (peek (self) != ':')
    return fail (self, line, _ ("“:” is missing after the name of a member"));
  self->p++;
  *expected = EXPECT_VALUE;

  return TRUE;
}

static gboolean
scan_comma (Scanner *self, Expected *expected)
{
  guint line = self->line;

  self->p++;
  skip_space (self);
  if (peek (self) == '}' || peek (self) == ']')
    return fail (self, line, _ ("there is a comma too many before “%c”"), peek (self));
  *expected = get_innermost (self)->bracket == '{' ? EXPECT_NAME : EXPECT_VALUE;

  return TRUE;
}

/* Behind a value: a comma, a closing bracket, or the end of the file. */
static gboolean
scan_end (Scanner *self, Expected *expected)
{
  const Opening *innermost = get_innermost (self);
  char c = peek (self);

  if (innermost == NULL)
    return fail (self, self->line, _ ("something stands behind the closing bracket of the whole"));
  if (c == ',')
    return scan_comma (self, expected);
  if (c == get_closing (innermost))
    {
      g_array_set_size (self->open, self->open->len - 1);
      self->p++;
      return TRUE;
    }
  if (c == '}' || c == ']')
    return fail (self, self->line, _ ("“%c” does not close the “%c” of line %u"), c, innermost->bracket,
                 innermost->line);

  return fail (self, self->last_line, _ ("a comma or “%c” is missing after this"), get_closing (innermost));
}

static gboolean
scan (Scanner *self)
{
  Expected expected = EXPECT_VALUE;
  gboolean sound = TRUE;

  while (sound)
    {
      self->last_line = self->line;
      skip_space (self);
      if (self->p >= self->end)
        break;
      if (expected == EXPECT_VALUE)
        sound = scan_value (self, &expected);
      else if (expected == EXPECT_NAME)
        sound = scan_name (self, &expected);
      else
        sound = scan_end (self, &expected);
    }

  if (sound && self->n_values == 0)
    return fail (self, 1, _ ("the file is empty"));
  if (sound && get_innermost (self) != NULL)
    return fail (self, self->last_line, _ ("the file ends, but the “%c” of line %u is not closed"),
                 get_innermost (self)->bracket, get_innermost (self)->line);

  return sound;
}

/**
 * machi_json_check_syntax:
 * @data: a text in UTF-8, not trusted
 * @size: its bytes
 * @line: (out): the line of the first fault, from 1
 * @message: (out) (transfer full): what it is, translated
 *
 * Returns: whether @data is JSON as RFC 8259 has it, no deeper than %MACHI_JSON_MAX_DEPTH and of no more than
 *   %MACHI_JSON_MAX_VALUES values
 */
gboolean
machi_json_check_syntax (const char *data, gsize size, guint *line, char **message)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Opening));
  Scanner self = { .p = data, .end = data + size, .line = 1, .open = open };
  gboolean sound = scan (&self);

  *line = self.fault_line;
  *message = self.fault;

  return sound;
}
