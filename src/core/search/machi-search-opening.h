/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-search-engine.h"

G_BEGIN_DECLS

void     machi_search_engine_open_index_async  (MachiSearchEngine    *engine,
                                                const char           *path,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean machi_search_engine_open_index_finish (GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
