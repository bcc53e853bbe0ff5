/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"
#include "machi-report-page.h"
#include "machi-test.h"

G_BEGIN_DECLS

#define REPORT_HEAD \
  "<article xmlns=\"http://docbook.org/ns/docbook\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"5.0\"" \
  " xml:lang=\"en\" xml:id=\"r\"><info><title>A title</title><abstract><para>The summary on water.</para></abstract>" \
  "</info>"

/* A window with the page of a small report, and the actions of the program's window that it uses. */
typedef struct
{
  GtkWindow *window;
  MachiReportPage *page;
  MachiReportDocument *document;
  MachiEntry *entry;
  GSimpleActionGroup *actions;
  GHashTable *sources;
  char *opened;
} ReportFixture;

void                 report_fixture_init          (int                  *argc,
                                                   char               ***argv);
void                 report_fixture_set_up        (ReportFixture        *f,
                                                   gconstpointer         data);
void                 report_fixture_tear_down     (ReportFixture        *f,
                                                   gconstpointer         data);
MachiReportDocument *report_fixture_read_document (const char           *text,
                                                   GHashTable           *sources);

G_END_DECLS
