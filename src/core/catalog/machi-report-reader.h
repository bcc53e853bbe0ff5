/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-report-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MACHI_REPORT_MAX_SIZE (4 * 1024 * 1024)
#define MACHI_REPORT_MAX_DEPTH 64
#define MACHI_REPORT_MAX_BLOCKS 20000

/**
 * MachiSourceFunc:
 * @id: what a report cites
 * @data: what was given with the function
 *
 * Returns: (transfer none) (nullable): the source of that ID
 */
typedef MachiSource *(*MachiSourceFunc) (const char *id,
                                         gpointer    data);

MachiReportDocument *machi_report_read (GFile            *file,
                                        const char       *name,
                                        MachiSourceFunc   lookup,
                                        gpointer          data,
                                        GListStore       *problems,
                                        GError          **error);

G_END_DECLS
