/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MACHI_JSON_MAX_DEPTH 1000
#define MACHI_JSON_MAX_VALUES 1000000

gboolean machi_json_check_syntax (const char  *data,
                                  gsize        size,
                                  guint       *line,
                                  char       **message);

G_END_DECLS
