/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"
#include "machi-entry-filter.h"

G_BEGIN_DECLS

#define MACHI_TYPE_FACET_BUTTON (machi_facet_button_get_type ())

G_DECLARE_FINAL_TYPE (MachiFacetButton, machi_facet_button, MACHI, FACET_BUTTON, AdwBin)

/**
 * MachiFacetCount:
 * @facet: a facet
 * @data: what was given with the function
 *
 * Returns: (transfer full): how much each value of @facet would show
 */
typedef MachiTally *(*MachiFacetCount) (MachiFacet facet, gpointer data);

void machi_facet_button_set_catalog (MachiFacetButton *self,
                                     MachiCatalog     *catalog);
void machi_facet_button_set_filter  (MachiFacetButton *self,
                                     MachiEntryFilter *filter);
void machi_facet_button_set_count   (MachiFacetButton *self,
                                     MachiFacetCount   count,
                                     gpointer          data);

G_END_DECLS
