/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words of five languages, made of their own syllables, as frequent as words are: few very often, most seldom. */

typedef struct _BenchWords BenchWords;

enum
{
  BENCH_JAPANESE,
  BENCH_THAI,
  BENCH_VIETNAMESE,
  BENCH_INDONESIAN,
  BENCH_ENGLISH,
  N_BENCH_LANGUAGES,
};

BenchWords *bench_words_new      (void);
void        bench_words_free     (BenchWords *self);
const char *bench_words_get_tag  (guint       language);
const char *bench_words_pick     (BenchWords *self,
                                  guint       language);
char       *bench_words_dup_text (BenchWords *self,
                                  guint       language,
                                  guint       n_words);

G_END_DECLS
