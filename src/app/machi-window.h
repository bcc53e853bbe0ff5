/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"

G_BEGIN_DECLS

#define MACHI_TYPE_WINDOW (machi_window_get_type ())

G_DECLARE_FINAL_TYPE (MachiWindow, machi_window, MACHI, WINDOW, AdwApplicationWindow)

MachiWindow  *machi_window_new          (GtkApplication *application);
void          machi_window_set_catalog  (MachiWindow    *self,
                                         MachiCatalog   *catalog);
MachiCatalog *machi_window_get_catalog  (MachiWindow    *self);
void          machi_window_show_failure (MachiWindow    *self,
                                         GFile          *root,
                                         const char     *message);
void          machi_window_restore      (MachiWindow    *self);
void          machi_window_open         (MachiWindow    *self,
                                         const char     *address);
char         *machi_window_dup_address  (MachiWindow    *self);

G_END_DECLS
