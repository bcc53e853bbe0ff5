/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"

G_BEGIN_DECLS

gboolean machi_catalog_loader_run (MachiCatalog  *catalog,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_END_DECLS
