/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-citation-label.h"

G_BEGIN_DECLS

#define MACHI_TYPE_FIND_BAR (machi_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (MachiFindBar, machi_find_bar, MACHI, FIND_BAR, AdwBin)

GtkWidget  *machi_find_bar_new           (void);
void        machi_find_bar_set_labels    (MachiFindBar *self,
                                          GPtrArray    *labels);
void        machi_find_bar_open          (MachiFindBar *self);
void        machi_find_bar_close         (MachiFindBar *self);
void        machi_find_bar_step          (MachiFindBar *self,
                                          int           steps);
GtkSearchEntry *machi_find_bar_get_entry (MachiFindBar *self);
guint       machi_find_bar_get_n_matches (MachiFindBar *self);
guint       machi_find_bar_get_current   (MachiFindBar *self);

G_END_DECLS
