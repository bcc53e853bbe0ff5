/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-links.h"

G_BEGIN_DECLS

#define MACHI_TYPE_MAP (machi_map_get_type ())

G_DECLARE_FINAL_TYPE (MachiMap, machi_map, MACHI, MAP, GtkWidget)

/**
 * MachiMapMemory:
 * @centre: what was in the middle
 * @zoom: the zoom
 * @box: what was fitted
 * @is_fitted: whether that is what was seen: the reader had not moved the map since
 *
 * Where a map was.
 */
typedef struct
{
  MachiGeoPoint centre;
  double zoom;
  MachiGeoBox box;
  gboolean is_fitted;
} MachiMapMemory;

GtkWidget *machi_map_new        (void);
gboolean   machi_map_is_drawn   (MachiMap            *self);
void       machi_map_show       (MachiMap            *self,
                                 GPtrArray           *places,
                                 GPtrArray           *links,
                                 MachiEntry          *chosen,
                                 GPtrArray           *partners);
void       machi_map_set_inset  (MachiMap            *self,
                                 int                  inset);
void       machi_map_fit        (MachiMap            *self,
                                 GPtrArray           *places,
                                 double               share);
void       machi_map_reveal     (MachiMap            *self,
                                 GPtrArray           *places);
void       machi_map_get_view   (MachiMap            *self,
                                 MachiGeoPoint       *centre,
                                 double              *zoom);
gboolean   machi_map_save       (MachiMap            *self,
                                 MachiMapMemory      *memory);
void       machi_map_restore    (MachiMap            *self,
                                 const MachiMapMemory *memory);

G_END_DECLS
