/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-block.h"
#include "machi-citations.h"

G_BEGIN_DECLS

#define MACHI_TYPE_REPORT_DOCUMENT (machi_report_document_get_type ())

G_DECLARE_FINAL_TYPE (MachiReportDocument, machi_report_document, MACHI, REPORT_DOCUMENT, GObject)

const char     *machi_report_document_get_id              (MachiReportDocument *self);
const char     *machi_report_document_get_title           (MachiReportDocument *self);
const char     *machi_report_document_get_summary         (MachiReportDocument *self);
const char     *machi_report_document_get_language        (MachiReportDocument *self);
const char *const *machi_report_document_get_languages    (MachiReportDocument *self);
MachiCitations *machi_report_document_get_citations       (MachiReportDocument *self);
GListModel     *machi_report_document_get_contents        (MachiReportDocument *self);
MachiBlock     *machi_report_document_find_block          (MachiReportDocument *self,
                                                           const char          *id,
                                                           guint               *position);
guint           machi_report_document_get_n_words         (MachiReportDocument *self);
guint           machi_report_document_get_reading_minutes (MachiReportDocument *self);
double          machi_report_document_get_translated_fraction (MachiReportDocument *self);

/* For those who read a pack; a document does not change after. */
MachiReportDocument *machi_report_document_new          (const char          *id,
                                                         const char          *language);
void                 machi_report_document_set_title    (MachiReportDocument *self,
                                                         const char          *title);
void                 machi_report_document_set_summary  (MachiReportDocument *self,
                                                         const char          *summary);
void                 machi_report_document_set_languages (MachiReportDocument *self,
                                                         const char *const   *languages);
void                 machi_report_document_append       (MachiReportDocument *self,
                                                         MachiBlock          *block);

G_END_DECLS
