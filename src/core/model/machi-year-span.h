/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MACHI_N_YEAR_SPANS 16

guint    machi_year_span_find      (int         year);
void     machi_year_span_get       (guint       span,
                                    int        *from,
                                    int        *to);
const char *machi_year_span_get_value (guint    span);
gboolean machi_year_span_parse     (const char *value,
                                    int        *from,
                                    int        *to);

G_END_DECLS
