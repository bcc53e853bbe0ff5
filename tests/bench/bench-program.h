/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-application.h"
#include "machi-window.h"

G_BEGIN_DECLS

void       bench_run   (guint         ms);
void       bench_open  (MachiWindow  *window,
                        const char   *address);
double     bench_get_percentile (GArray *values,
                                 double  share);
double     bench_get_mean       (GArray *values);

G_END_DECLS
