/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-entry.h"
#include "machi-report-document.h"

G_BEGIN_DECLS

#define MACHI_TYPE_REPORT_PAGE (machi_report_page_get_type ())

G_DECLARE_FINAL_TYPE (MachiReportPage, machi_report_page, MACHI, REPORT_PAGE, AdwBin)

GtkWidget           *machi_report_page_new          (void);
void                 machi_report_page_set_report   (MachiReportPage     *self,
                                                     MachiEntry          *entry,
                                                     MachiReportDocument *document);
MachiEntry          *machi_report_page_get_entry    (MachiReportPage     *self);
MachiReportDocument *machi_report_page_get_document (MachiReportPage     *self);
gboolean             machi_report_page_scroll_to    (MachiReportPage     *self,
                                                     const char          *block_id);
double               machi_report_page_get_position (MachiReportPage     *self);
void                 machi_report_page_set_position (MachiReportPage     *self,
                                                     double               position);

G_END_DECLS
