/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MachiVocabulary MachiVocabulary;

MachiVocabulary *machi_vocabulary_new          (GBytes                *terms,
                                                GBytes                *counts);
void             machi_vocabulary_free         (MachiVocabulary       *self);
guint            machi_vocabulary_get_size     (const MachiVocabulary *self);
guint            machi_vocabulary_count        (const MachiVocabulary *self,
                                                const char            *term,
                                                gboolean               prefix);
GStrv            machi_vocabulary_find_inside  (const MachiVocabulary *self,
                                                const char            *part,
                                                guint                  max);
const char      *machi_vocabulary_find_similar (const MachiVocabulary *self,
                                                const char            *word,
                                                gboolean               prefix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiVocabulary, machi_vocabulary_free)

G_END_DECLS
