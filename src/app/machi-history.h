/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-address.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MACHI_TYPE_HISTORY (machi_history_get_type ())

G_DECLARE_FINAL_TYPE (MachiHistory, machi_history, MACHI, HISTORY, GObject)

MachiHistory *machi_history_new            (void);
void          machi_history_push           (MachiHistory *self,
                                            MachiAddress *address);
void          machi_history_replace        (MachiHistory *self,
                                            MachiAddress *address);
void          machi_history_clear          (MachiHistory *self);
gboolean      machi_history_go             (MachiHistory *self,
                                            int           steps);
gboolean      machi_history_get_can_go     (MachiHistory *self,
                                            int           steps);
MachiAddress *machi_history_get_current    (MachiHistory *self);
void          machi_history_set_position   (MachiHistory *self,
                                            double        position);
double        machi_history_get_position   (MachiHistory *self);

G_END_DECLS
