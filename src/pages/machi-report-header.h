/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-entry.h"
#include "machi-report-document.h"

G_BEGIN_DECLS

#define MACHI_TYPE_REPORT_HEADER (machi_report_header_get_type ())

G_DECLARE_FINAL_TYPE (MachiReportHeader, machi_report_header, MACHI, REPORT_HEADER, AdwBin)

void machi_report_header_set_report (MachiReportHeader   *self,
                                     MachiEntry          *entry,
                                     MachiReportDocument *document);
void machi_report_header_add_labels (MachiReportHeader   *self,
                                     GPtrArray           *labels);

char *machi_report_dup_type         (MachiEntry          *entry);
char *machi_report_dup_facts        (MachiEntry          *entry,
                                     MachiReportDocument *document);

G_END_DECLS
