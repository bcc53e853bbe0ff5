/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-entry.h"
#include "machi-report-document.h"

G_BEGIN_DECLS

void     machi_report_print_show_dialog (MachiEntry           *entry,
                                         MachiReportDocument  *document,
                                         GtkWidget            *widget);
gboolean machi_report_print_export      (MachiEntry           *entry,
                                         MachiReportDocument  *document,
                                         const char           *filename,
                                         GError              **error);

G_END_DECLS
