/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"

MachiCatalog *catalog_fixture_load (void);
MachiEntry   *catalog_fixture_new  (MachiKind   kind,
                                    const char *id);
