/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counted up when folding gives something else than before: what was folded with another number does not fit. */
#define MACHI_FOLD_VERSION 1

char    *machi_fold          (const char *text);
char    *machi_fold_words    (const char *text);
void     machi_fold_append   (GString    *out,
                              const char *text,
                              gsize       length);
gboolean machi_fold_contains (const char *folded_haystack,
                              const char *folded_needle);

G_END_DECLS
