/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"

G_BEGIN_DECLS

#define MACHI_TYPE_OVERVIEW_PICTURES (machi_overview_pictures_get_type ())

G_DECLARE_FINAL_TYPE (MachiOverviewPictures, machi_overview_pictures, MACHI, OVERVIEW_PICTURES, AdwBin)

GtkWidget *machi_overview_pictures_new  (void);
void       machi_overview_pictures_show (MachiOverviewPictures *self,
                                         MachiCatalog          *catalog);

G_END_DECLS
