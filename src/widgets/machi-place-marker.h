/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "machi-entry.h"

G_BEGIN_DECLS

#define MACHI_TYPE_PLACE_MARKER (machi_place_marker_get_type ())

G_DECLARE_FINAL_TYPE (MachiPlaceMarker, machi_place_marker, MACHI, PLACE_MARKER, ShumateMarker)

/**
 * MachiPlaceState:
 * @MACHI_PLACE_PLAIN: one among others
 * @MACHI_PLACE_CHOSEN: the reader chose it
 * @MACHI_PLACE_PARTNER: it works with the one that is chosen
 * @MACHI_PLACE_FADED: another one is chosen
 *
 * What a place is to the one that is chosen.
 */
typedef enum {
  MACHI_PLACE_PLAIN,
  MACHI_PLACE_CHOSEN,
  MACHI_PLACE_PARTNER,
  MACHI_PLACE_FADED,
} MachiPlaceState;

MachiPlaceMarker *machi_place_marker_new          (MachiEntry       *city);
MachiEntry       *machi_place_marker_get_city     (MachiPlaceMarker *self);
void              machi_place_marker_set_city     (MachiPlaceMarker *self,
                                                   MachiEntry       *city);
guint             machi_place_marker_get_n_cities (MachiPlaceMarker *self);
MachiPlaceState   machi_place_marker_get_state    (MachiPlaceMarker *self);
int               machi_place_marker_get_size     (MachiPlaceMarker *self);
GtkWidget        *machi_place_marker_get_button   (MachiPlaceMarker *self);
void              machi_place_marker_update       (MachiPlaceMarker *self,
                                                   guint             n_cities,
                                                   MachiPlaceState   state);

G_END_DECLS
