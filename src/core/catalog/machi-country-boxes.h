/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean machi_country_box_exists   (const char *code);
gboolean machi_country_box_contains (const char *code,
                                     double      latitude,
                                     double      longitude);

G_END_DECLS
