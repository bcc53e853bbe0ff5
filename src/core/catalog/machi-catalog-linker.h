/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"
#include "machi-references.h"

G_BEGIN_DECLS

void machi_catalog_link (MachiCatalog *catalog,
                         GPtrArray    *references);

G_END_DECLS
