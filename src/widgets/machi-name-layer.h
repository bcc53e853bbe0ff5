/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-place-layer.h"

G_BEGIN_DECLS

#define MACHI_TYPE_NAME_LAYER (machi_name_layer_get_type ())

G_DECLARE_FINAL_TYPE (MachiNameLayer, machi_name_layer, MACHI, NAME_LAYER, ShumateLayer)

MachiNameLayer *machi_name_layer_new (ShumateViewport *viewport,
                                      MachiPlaceLayer *places);

G_END_DECLS
