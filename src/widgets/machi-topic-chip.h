/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-entry.h"

G_BEGIN_DECLS

GtkWidget *machi_entry_chip_new    (MachiEntry *entry);
void       machi_topic_chips_show  (AdwWrapBox *box,
                                    GListModel *entries);

G_END_DECLS
