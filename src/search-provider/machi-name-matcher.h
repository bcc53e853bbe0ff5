/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"

G_BEGIN_DECLS

typedef struct _MachiNameMatcher MachiNameMatcher;

MachiNameMatcher *machi_name_matcher_new  (MachiCatalog           *catalog);
void              machi_name_matcher_free (MachiNameMatcher       *self);
GPtrArray        *machi_name_matcher_find (const MachiNameMatcher *self,
                                           const char *const      *terms,
                                           guint                   most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiNameMatcher, machi_name_matcher_free)

G_END_DECLS
