/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "machi-series.h"

G_BEGIN_DECLS

MachiSeries *machi_growth_new (GListModel *networks,
                               const char *title,
                               guint      *n_undated);

G_END_DECLS
