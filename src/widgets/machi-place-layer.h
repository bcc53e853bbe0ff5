/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-place-marker.h"

G_BEGIN_DECLS

#define MACHI_TYPE_PLACE_LAYER (machi_place_layer_get_type ())

G_DECLARE_FINAL_TYPE (MachiPlaceLayer, machi_place_layer, MACHI, PLACE_LAYER, ShumateLayer)

MachiPlaceLayer *machi_place_layer_new        (ShumateViewport *viewport);
void             machi_place_layer_set_places (MachiPlaceLayer *self,
                                               GPtrArray       *places,
                                               MachiEntry      *chosen,
                                               GPtrArray       *partners);

G_END_DECLS
