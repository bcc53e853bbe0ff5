/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MACHI_SEARCH_HISTORY_MAX 10

GStrv machi_search_history_add (const char *const *recent,
                                const char        *text);

G_END_DECLS
