/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MACHI_TYPE_SEARCH_PROVIDER (machi_search_provider_get_type ())

G_DECLARE_FINAL_TYPE (MachiSearchProvider, machi_search_provider, MACHI, SEARCH_PROVIDER, GApplication)

MachiSearchProvider *machi_search_provider_new (void);

G_END_DECLS
