/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-facet-button.h"

G_BEGIN_DECLS

#define MACHI_TYPE_FILTER_BAR (machi_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (MachiFilterBar, machi_filter_bar, MACHI, FILTER_BAR, AdwBin)

GtkWidget        *machi_filter_bar_new         (void);
void              machi_filter_bar_set_catalog (MachiFilterBar   *self,
                                                MachiCatalog     *catalog);
MachiEntryFilter *machi_filter_bar_get_filter  (MachiFilterBar   *self);
void              machi_filter_bar_set_filter  (MachiFilterBar   *self,
                                                MachiEntryFilter *filter);
void              machi_filter_bar_set_model   (MachiFilterBar   *self,
                                                GListModel       *model);
void              machi_filter_bar_set_count   (MachiFilterBar   *self,
                                                MachiFacetCount   count,
                                                gpointer          data);
void              machi_filter_bar_set_years   (MachiFilterBar   *self,
                                                int               first,
                                                int               last);
void              machi_filter_bar_extend_years (MachiFilterBar *self,
                                                int               first,
                                                int               last);
const char       *machi_filter_bar_get_text    (MachiFilterBar   *self);
void              machi_filter_bar_set_text    (MachiFilterBar   *self,
                                                const char       *text);

G_END_DECLS
