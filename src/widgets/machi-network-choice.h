/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"

G_BEGIN_DECLS

#define MACHI_TYPE_NETWORK_CHOICE (machi_network_choice_get_type ())

G_DECLARE_FINAL_TYPE (MachiNetworkChoice, machi_network_choice, MACHI, NETWORK_CHOICE, AdwBin)

GtkWidget *machi_network_choice_new (void);
void machi_network_choice_set_catalog (MachiNetworkChoice *self, MachiCatalog *catalog);
MachiEntry *machi_network_choice_get_network (MachiNetworkChoice *self);
void machi_network_choice_set_network (MachiNetworkChoice *self, MachiEntry *network);

G_END_DECLS
