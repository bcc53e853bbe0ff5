/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-links.h"
#include "machi-map-view.h"

G_BEGIN_DECLS

#define MACHI_TYPE_ARC_LAYER (machi_arc_layer_get_type ())

G_DECLARE_FINAL_TYPE (MachiArcLayer, machi_arc_layer, MACHI, ARC_LAYER, ShumateLayer)

MachiArcLayer *machi_arc_layer_new        (ShumateViewport    *viewport);
void           machi_arc_layer_set_links  (MachiArcLayer      *self,
                                           GPtrArray          *links);
void           machi_arc_layer_set_chosen (MachiArcLayer      *self,
                                           MachiEntry         *city);

double         machi_arc_get_width        (const MachiLink    *link);
void           machi_arc_trace            (const MachiLink    *link,
                                           const MachiMapView *view,
                                           cairo_t            *cr);

G_END_DECLS
