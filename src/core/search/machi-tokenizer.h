/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Counted up when texts are cut in another way than before: an index made with another number does not fit. */
#define MACHI_TOKENIZER_VERSION 1
#define MACHI_TOKENIZER_NAME "machi"

/* Stands between two texts of one document: no phrase is found across it. */
#define MACHI_TOKENIZER_BREAK "\x1e"

typedef enum {
  MACHI_TOKENIZE_DOCUMENT,
  MACHI_TOKENIZE_QUERY,
} MachiTokenizeMode;

/**
 * MachiTokenFlags:
 * @MACHI_TOKEN_COLOCATED: it stands where the token before it stands
 * @MACHI_TOKEN_CLUSTERS: it is one or two characters of a script that writes no spaces
 * @MACHI_TOKEN_HANGUL: it ends in Hangul, where particles are written onto the word
 */
typedef enum {
  MACHI_TOKEN_COLOCATED = 1 << 0,
  MACHI_TOKEN_CLUSTERS = 1 << 1,
  MACHI_TOKEN_HANGUL = 1 << 2,
} MachiTokenFlags;

/**
 * MachiToken:
 * @text: the folded token, ended by a NUL
 * @length: of @text in bytes
 * @start: where it begins in the original text, in bytes
 * @middle: where its first cluster ends there, the same as @end for a word
 * @end: where it ends there
 * @position: which it is, from 0
 * @flags: what it is
 *
 * A piece of a text by which it is found; valid within the callback only.
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize start;
  gsize middle;
  gsize end;
  guint position;
  MachiTokenFlags flags;
} MachiToken;

typedef gboolean (*MachiTokenFunc) (const MachiToken *token,
                                    gpointer          data);

gboolean machi_tokenize           (const char         *text,
                                   gsize               length,
                                   MachiTokenizeMode   mode,
                                   MachiTokenFunc      func,
                                   gpointer            data);
gsize    machi_tokenizer_next_cluster (const char     *text,
                                       gsize           length,
                                       gsize           start);
gboolean machi_tokenizer_is_unspaced (gunichar        c);
gboolean machi_tokenizer_register (sqlite3            *database,
                                   GError            **error);

G_END_DECLS
