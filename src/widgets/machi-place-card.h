/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-entry.h"

G_BEGIN_DECLS

#define MACHI_TYPE_PLACE_CARD (machi_place_card_get_type ())

G_DECLARE_FINAL_TYPE (MachiPlaceCard, machi_place_card, MACHI, PLACE_CARD, AdwBin)

GtkWidget *machi_place_card_new      (void);
void       machi_place_card_set_city (MachiPlaceCard *self,
                                      MachiEntry     *city);
char      *machi_city_dup_native     (MachiEntry     *city,
                                      gboolean        translations);

G_END_DECLS
