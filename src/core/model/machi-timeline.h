/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-event.h"

G_BEGIN_DECLS

#define MACHI_TYPE_TIMELINE (machi_timeline_get_type ())

G_DECLARE_FINAL_TYPE (MachiTimeline, machi_timeline, MACHI, TIMELINE, GObject)

MachiTimeline *machi_timeline_new (GListModel *const *lists,
                                   guint              n_lists);
gboolean       machi_timeline_get_span (MachiTimeline *self,
                                   int               *first,
                                   int               *dense,
                                   int               *last);

G_END_DECLS
