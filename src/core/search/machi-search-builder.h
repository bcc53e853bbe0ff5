/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-search-corpus.h"
#include "machi-search-database.h"
#include "machi-search-index.h"

G_BEGIN_DECLS

gboolean machi_search_build (sqlite3                  *database,
                             MachiSearchCorpus        *corpus,
                             const char               *key,
                             MachiSearchProgressFunc   progress,
                             gpointer                  progress_data,
                             GCancellable             *cancellable,
                             GError                  **error);

G_END_DECLS
