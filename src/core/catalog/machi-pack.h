/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MACHI_TYPE_PACK (machi_pack_get_type ())

G_DECLARE_FINAL_TYPE (MachiPack, machi_pack, MACHI, PACK, GObject)

MachiPack *machi_pack_new       (GFile         *root);
GFile     *machi_pack_get_root  (MachiPack     *self);
GStrv      machi_pack_list      (MachiPack     *self,
                                 GCancellable  *cancellable,
                                 GError       **error);
GBytes    *machi_pack_load      (MachiPack     *self,
                                 const char    *name,
                                 GCancellable  *cancellable,
                                 GError       **error);
GFile     *machi_pack_get_child (MachiPack     *self,
                                 const char    *name);
gboolean   machi_pack_has_inside (const char   *name);

G_END_DECLS
