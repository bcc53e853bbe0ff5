/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"
#include "machi-register.h"

G_BEGIN_DECLS

#define MACHI_TYPE_TOTALS (machi_totals_get_type ())

G_DECLARE_FINAL_TYPE (MachiTotals, machi_totals, MACHI, TOTALS, AdwBin)

GtkWidget *machi_totals_new    (void);
void       machi_totals_show   (MachiTotals   *self,
                                MachiCatalog  *catalog,
                                MachiRegister *shown);
void       machi_totals_update (MachiTotals   *self,
                                MachiCatalog  *catalog,
                                MachiRegister *shown);

G_END_DECLS
