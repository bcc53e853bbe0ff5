/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-problem.h"
#include "machi-report-reader.h"

G_BEGIN_DECLS

/* The head of a report; what follows begins on line BODY_LINE. */
#define HEAD                                                                                                           \
  "<article xmlns=\"http://docbook.org/ns/docbook\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"5.0\"\n"    \
  "  xml:lang=\"en\" xml:id=\"r\">\n"                                                                                  \
  "<info><title>The  title</title><abstract><para>The\n summary.</para></abstract></info>\n"
#define BODY_LINE 5

typedef struct
{
  GHashTable *sources;
  GListStore *problems;
  MachiReportDocument *document;
  GError *error;
} Reading;

void        reading_clear          (Reading    *self);
void        reading_file           (Reading    *self,
                                    GFile      *file,
                                    const char *name);
void        reading_bytes          (Reading    *self,
                                    const char *text,
                                    gssize      length);
void        reading_body           (Reading    *self,
                                    const char *body);
guint       reading_count_problems (Reading    *self);
void        reading_assert_sound   (Reading    *self);
void        reading_assert_problem (Reading    *self,
                                    guint       index,
                                    guint       line,
                                    const char *part);
MachiBlock *reading_get_block      (Reading    *self,
                                    guint       position);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

G_END_DECLS
