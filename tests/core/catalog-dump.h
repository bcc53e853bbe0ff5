/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"

G_BEGIN_DECLS

char *dump_entry    (MachiEntry          *entry);
char *dump_document (MachiReportDocument *document);

G_END_DECLS
