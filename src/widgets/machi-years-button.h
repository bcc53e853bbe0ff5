/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-facet-button.h"

G_BEGIN_DECLS

#define MACHI_TYPE_YEARS_BUTTON (machi_years_button_get_type ())

G_DECLARE_FINAL_TYPE (MachiYearsButton, machi_years_button, MACHI, YEARS_BUTTON, AdwBin)

void machi_years_button_set_filter   (MachiYearsButton *self,
                                      MachiEntryFilter *filter);
void machi_years_button_set_count    (MachiYearsButton *self,
                                      MachiFacetCount   count,
                                      gpointer          data);
void machi_years_button_set_range    (MachiYearsButton *self,
                                      int               first,
                                      int               last);
void machi_years_button_extend_range (MachiYearsButton *self,
                                      int               first,
                                      int               last);

G_END_DECLS
