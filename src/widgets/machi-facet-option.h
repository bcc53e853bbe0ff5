/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-catalog.h"
#include "machi-facets.h"

G_BEGIN_DECLS

#define MACHI_TYPE_FACET_OPTION (machi_facet_option_get_type ())

G_DECLARE_FINAL_TYPE (MachiFacetOption, machi_facet_option, MACHI, FACET_OPTION, GObject)

MachiFacetOption *machi_facet_option_new       (const char       *value,
                                                const char       *label,
                                                guint             count);
const char       *machi_facet_option_get_value (MachiFacetOption *self);
const char       *machi_facet_option_get_label (MachiFacetOption *self);
guint             machi_facet_option_get_count (MachiFacetOption *self);
gboolean          machi_facet_option_matches   (MachiFacetOption *self,
                                                const char       *folded);
GtkWidget        *machi_facet_option_new_check (MachiFacetOption *self);

const char       *machi_facet_get_value_name   (MachiFacet        facet,
                                                const char       *value,
                                                MachiCatalog     *catalog);

G_END_DECLS
