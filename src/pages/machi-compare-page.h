/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"
#include "machi-comparison.h"

G_BEGIN_DECLS

#define MACHI_TYPE_COMPARE_PAGE (machi_compare_page_get_type ())

G_DECLARE_FINAL_TYPE (MachiComparePage, machi_compare_page, MACHI, COMPARE_PAGE, AdwBin)

GtkWidget       *machi_compare_page_new            (void);
void             machi_compare_page_show           (MachiComparePage *self,
                                                    MachiCatalog     *catalog,
                                                    const char       *query);
MachiComparison *machi_compare_page_get_comparison (MachiComparePage *self);
void             machi_compare_page_add            (MachiComparePage *self,
                                                    MachiEntry       *entry);
void             machi_compare_page_remove         (MachiComparePage *self,
                                                    MachiEntry       *entry);

G_END_DECLS
