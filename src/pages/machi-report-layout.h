/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "machi-entry.h"
#include "machi-report-document.h"

G_BEGIN_DECLS

typedef struct _MachiReportLayout MachiReportLayout;

MachiReportLayout *machi_report_layout_new         (MachiEntry              *entry,
                                                    MachiReportDocument     *document,
                                                    PangoContext            *context,
                                                    double                   width,
                                                    double                   height);
void               machi_report_layout_free        (MachiReportLayout       *self);
guint              machi_report_layout_get_n_pages (const MachiReportLayout *self);
gboolean           machi_report_layout_find_block  (const MachiReportLayout *self,
                                                    const char              *id,
                                                    guint                   *page,
                                                    double                  *y,
                                                    double                  *height);
void               machi_report_layout_draw_page   (const MachiReportLayout *self,
                                                    cairo_t                 *cr,
                                                    guint                    page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiReportLayout, machi_report_layout_free)

G_END_DECLS
