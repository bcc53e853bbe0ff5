/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define MACHI_JSON_MAX_SIZE (64 * 1024 * 1024)

JsonNode *machi_json_parse (const char *name,
                            GBytes     *bytes,
                            GListStore *problems);

G_END_DECLS
