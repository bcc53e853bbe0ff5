/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MACHI_TYPE_TILES (machi_tiles_get_type ())
#define MACHI_TILES_ERROR (machi_tiles_error_quark ())

typedef struct _MachiTiles MachiTiles;

typedef enum {
  MACHI_TILES_ERROR_MALFORMED,
} MachiTilesError;

GType       machi_tiles_get_type     (void) G_GNUC_CONST;
GQuark      machi_tiles_error_quark  (void);

MachiTiles *machi_tiles_new          (GBytes           *bytes,
                                      GError          **error);
MachiTiles *machi_tiles_ref          (MachiTiles       *self);
void        machi_tiles_unref        (MachiTiles       *self);
guint       machi_tiles_get_n_tiles  (const MachiTiles *self);
guint       machi_tiles_get_max_zoom (const MachiTiles *self);
GBytes     *machi_tiles_lookup       (const MachiTiles *self,
                                      guint             zoom,
                                      guint             x,
                                      guint             y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiTiles, machi_tiles_unref)

G_END_DECLS
