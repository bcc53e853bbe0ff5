/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-tokenizer.h"

#include "machi-fold.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

/*
 * Cuts texts into what they are found by. Where a script writes spaces, a token is a run of letters and digits. Where
 * it does not (Han, kana, Thai, Lao, Khmer, Burmese …), tokens are overlapping pairs of clusters, a cluster being a
 * letter with its marks; a document has the last cluster of a run alone too, so that every cluster begins some token
 * and can be asked for as a prefix. Dictionary words were tried: they miss a sixth of Thai and cost more.
 */

#define MAX_WORD_BYTES 120

typedef enum
{
  CLASS_GAP,
  CLASS_BREAK,
  CLASS_WORD,
  CLASS_HANGUL,
  CLASS_CLUSTER,
  CLASS_EXTEND,
  CLASS_IGNORED,
} CharClass;

typedef struct
{
  const char *text;
  gsize length;
  MachiTokenizeMode mode;
  MachiTokenFunc func;
  gpointer data;
  guint position;
  GString *folded;
} Run;

static gboolean
is_unspaced_letter (UChar32 c)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript (c, &status);

  if (U_FAILURE (status) || script == USCRIPT_HANGUL)
    return FALSE;
  if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED)
    return uscript_hasScript (c, USCRIPT_KATAKANA);

  return uscript_breaksBetweenLetters (script);
}

static CharClass
classify_letter (UChar32 c, int type)
{
  if (type == U_DECIMAL_DIGIT_NUMBER || type == U_OTHER_NUMBER)
    return CLASS_WORD;
  if (is_unspaced_letter (c))
    return CLASS_CLUSTER;

  return (c >= 0x1100 && c <= 0x11ff) || (c >= 0x3131 && c <= 0x318e) || (c >= 0xa960 && c <= 0xd7ff) ? CLASS_HANGUL
                                                                                                      : CLASS_WORD;
}

static CharClass
classify (UChar32 c)
{
  int type;

  if (c < 0)
    return CLASS_GAP;
  if (c < 0x80)
    return g_ascii_isalnum (c) ? CLASS_WORD : c == 0x1e ? CLASS_BREAK : CLASS_GAP;
  if (c >= 0x4e00 && c <= 0x9fff)
    return CLASS_CLUSTER;
  if (c >= 0xac00 && c <= 0xd7a3)
    return CLASS_HANGUL;
  /* Thai and Lao am, and the halfwidth voicing marks, are letters by name only. */
  if (c == 0x0e33 || c == 0x0eb3 || c == 0xff9e || c == 0xff9f)
    return CLASS_EXTEND;
  if (u_hasBinaryProperty (c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
    return CLASS_IGNORED;

  type = u_charType (c);
  if (U_MASK (type) & U_GC_M_MASK)
    return CLASS_EXTEND;
  if (U_MASK (type) & (U_GC_L_MASK | U_GC_N_MASK))
    return classify_letter (c, type);

  return CLASS_GAP;
}

/**
 * machi_tokenizer_is_unspaced:
 * @c: a character
 *
 * Returns: whether it is a letter of a script that writes no spaces between words
 */
gboolean
machi_tokenizer_is_unspaced (gunichar c)
{
  return classify ((UChar32) c) == CLASS_CLUSTER;
}

/* The class of the character at *@offset, which moves behind it. */
static inline CharClass
read_class (const char *text, gsize length, gsize *offset)
{
  int32_t i = 0;
  /* Longer than any character, so that the length fits ICU's type. */
  int32_t rest = (int32_t) MIN (length - *offset, 8);
  UChar32 c;

  U8_NEXT ((const uint8_t *) text + *offset, i, rest, c);
  *offset += (gsize) i;

  return classify (c);
}

static gboolean
emit (Run *run, gsize start, gsize middle, gsize end, MachiTokenFlags flags)
{
  MachiToken token = { .start = start, .middle = middle, .end = end, .flags = flags };

  g_string_truncate (run->folded, 0);
  machi_fold_append (run->folded, run->text + start, end - start);
  if (run->folded->len > MAX_WORD_BYTES)
    {
      const char *cut = g_utf8_find_prev_char (run->folded->str, run->folded->str + MAX_WORD_BYTES + 1);
      g_string_truncate (run->folded, cut != NULL ? (gsize) (cut - run->folded->str) : MAX_WORD_BYTES);
    }
  if (run->folded->len == 0)
    return TRUE;

  if ((flags & MACHI_TOKEN_COLOCATED) == 0)
    run->position++;
  token.position = run->position - 1;
  token.text = run->folded->str;
  token.length = run->folded->len;

  return run->func (&token, run->data);
}

/**
 * machi_tokenizer_next_cluster:
 * @text: a text
 * @length: its length in bytes
 * @start: where a cluster begins, less than @length
 *
 * Returns: where it ends: behind its letter and the marks on that
 */
gsize
machi_tokenizer_next_cluster (const char *text, gsize length, gsize start)
{
  gsize end = start;

  read_class (text, length, &end);
  while (end < length)
    {
      gsize next = end;
      CharClass class = read_class (text, length, &next);

      if (class != CLASS_EXTEND && class != CLASS_IGNORED)
        break;
      end = next;
    }

  return end;
}

static gboolean
emit_clusters (Run *run, gsize start, gsize end)
{
  gsize first = start;
  gsize second = machi_tokenizer_next_cluster (run->text, end, first);

  if (second == end)
    return emit (run, first, end, end, MACHI_TOKEN_CLUSTERS);

  while (second < end)
    {
      gsize third = machi_tokenizer_next_cluster (run->text, end, second);

      if (!emit (run, first, second, third, MACHI_TOKEN_CLUSTERS))
        return FALSE;
      first = second;
      second = third;
    }
  if (run->mode == MACHI_TOKENIZE_DOCUMENT)
    return emit (run, first, end, end, MACHI_TOKEN_CLUSTERS | MACHI_TOKEN_COLOCATED);

  return TRUE;
}

static gboolean
emit_break (Run *run, gsize start)
{
  MachiToken token
      = { .text = MACHI_TOKENIZER_BREAK, .length = 1, .start = start, .middle = start + 1, .end = start + 1 };

  token.position = run->position++;

  return run->mode == MACHI_TOKENIZE_QUERY || run->func (&token, run->data);
}

/* The end of the run that begins at @start with a character of @class, which is told to be Hangul if it ends so. */
static gsize
find_run_end (Run *run, gsize start, CharClass *class)
{
  gboolean clusters = *class == CLASS_CLUSTER;
  gsize end = start;

  while (end < run->length)
    {
      gsize next = end;
      CharClass following = read_class (run->text, run->length, &next);

      if (following <= CLASS_BREAK || (clusters && (following == CLASS_WORD || following == CLASS_HANGUL))
          || (!clusters && following == CLASS_CLUSTER))
        break;
      if (following == CLASS_WORD || following == CLASS_HANGUL)
        *class = following;
      end = next;
    }

  return end;
}

static gboolean
emit_run (Run *run, gsize start, CharClass class, gsize *end)
{
  /* A mark without a letter: a text cut in the middle, or a broken one. */
  if (class == CLASS_EXTEND)
    class = CLASS_WORD;
  *end = find_run_end (run, start, &class);
  if (class == CLASS_CLUSTER)
    return emit_clusters (run, start, *end);

  return emit (run, start, *end, *end, class == CLASS_HANGUL ? MACHI_TOKEN_HANGUL : 0);
}

/**
 * machi_tokenize:
 * @text: any bytes; what is not UTF-8 divides words
 * @length: how many
 * @mode: whether it is a text to be found or one to find by
 * @func: what to call for each token; it returns %FALSE to stop
 * @data: what to give to @func
 *
 * Cuts a text into tokens.
 *
 * Returns: %FALSE where @func stopped it
 */
gboolean
machi_tokenize (const char *text, gsize length, MachiTokenizeMode mode, MachiTokenFunc func, gpointer data)
{
  g_autoptr (GString) folded = g_string_sized_new (MAX_WORD_BYTES);
  Run run = { text, length, mode, func, data, 0, folded };
  gsize offset = 0;
  gboolean go_on = TRUE;

  while (go_on && offset < length)
    {
      gsize start = offset;
      CharClass class = read_class (text, length, &offset);

      if (class == CLASS_BREAK)
        go_on = emit_break (&run, start);
      else if (class != CLASS_GAP && class != CLASS_IGNORED)
        go_on = emit_run (&run, start, class, &offset);
    }

  return go_on;
}

typedef struct
{
  int (*func) (void *context, int flags, const char *token, int length, int start, int end);
  void *context;
  int status;
} Fts5Sink;

static gboolean
pass_to_fts5 (const MachiToken *token, gpointer data)
{
  Fts5Sink *sink = data;

  sink->status = sink->func (sink->context, token->flags & MACHI_TOKEN_COLOCATED ? FTS5_TOKEN_COLOCATED : 0,
                             token->text, (int) token->length, (int) token->start, (int) token->end);

  return sink->status == SQLITE_OK;
}

static int
fts5_create (void *context G_GNUC_UNUSED,
             const char **arguments G_GNUC_UNUSED,
             int n G_GNUC_UNUSED,
             Fts5Tokenizer **out)
{
  static int nothing;

  *out = (Fts5Tokenizer *) &nothing;

  return SQLITE_OK;
}

static void
fts5_delete (Fts5Tokenizer *tokenizer G_GNUC_UNUSED)
{
}

static int
fts5_tokenize (Fts5Tokenizer *tokenizer G_GNUC_UNUSED,
               void *context,
               int flags,
               const char *text,
               int length,
               int (*func) (void *, int, const char *, int, int, int))
{
  Fts5Sink sink = { func, context, SQLITE_OK };

  if (text != NULL && length > 0)
    machi_tokenize (text, (gsize) length, flags & FTS5_TOKENIZE_QUERY ? MACHI_TOKENIZE_QUERY : MACHI_TOKENIZE_DOCUMENT,
                    pass_to_fts5, &sink);

  return sink.status;
}

static fts5_api *
get_fts5_api (sqlite3 *database)
{
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (database, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL) == SQLITE_OK)
    sqlite3_step (statement);
  sqlite3_finalize (statement);

  return api;
}

/**
 * machi_tokenizer_register:
 * @database: a connection
 * @error: where to say that this SQLite has no FTS5
 *
 * Makes the tokenizer known to FTS5 tables of that connection, by the name %MACHI_TOKENIZER_NAME.
 *
 * Returns: whether it is
 */
gboolean
machi_tokenizer_register (sqlite3 *database, GError **error)
{
  fts5_tokenizer tokenizer = { fts5_create, fts5_delete, fts5_tokenize };
  fts5_api *api = get_fts5_api (database);

  if (api == NULL || api->xCreateTokenizer (api, MACHI_TOKENIZER_NAME, NULL, &tokenizer, NULL) != SQLITE_OK)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("SQLite has no full-text search"));
      return FALSE;
    }

  return TRUE;
}
