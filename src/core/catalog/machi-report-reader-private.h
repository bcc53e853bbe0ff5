/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-report-reader.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * MachiReportReader:
 * @name: the name of the file within its pack
 * @section: the ID of the section that is being read
 * @n_in_section: how many blocks it has so far
 * @link_targets: the blocks of this same report that links name, with their lines
 *
 * What is known while one report is read.
 */
typedef struct
{
  const char *name;
  MachiSourceFunc lookup;
  gpointer data;
  GListStore *problems;
  guint n_problems;
  MachiReportDocument *document;
  GHashTable *ids;
  GPtrArray *link_targets;
  const char *section;
  guint n_in_section;
  guint n_blocks;
} MachiReportReader;

typedef struct
{
  char *block;
  guint line;
} MachiLinkTarget;

/* What may stand in a text, each with all before it. */
typedef enum {
  MACHI_INLINES_NONE,
  MACHI_INLINES_PHRASES,
  MACHI_INLINES_ALL,
} MachiInlines;

/* machi-report-xml.c */
void       machi_report_add_problem    (MachiReportReader *reader,
                                        guint              line,
                                        const char        *format,
                                        ...) G_GNUC_PRINTF (3, 4);
xmlDoc    *machi_report_parse          (MachiReportReader *reader,
                                        const char        *text,
                                        gsize              length,
                                        GError           **error);
guint      machi_xml_get_line          (const xmlNode     *node);
gboolean   machi_xml_is                (const xmlNode     *node,
                                        const char        *name);
const char *machi_xml_get_name         (const xmlNode     *node);
xmlNode   *machi_xml_find_child        (const xmlNode     *node,
                                        const char        *name);
char      *machi_xml_dup_attribute     (const xmlNode     *node,
                                        const char        *name,
                                        const char        *ns);
char      *machi_xml_dup_language      (const xmlNode     *node);

/* machi-report-inline.c */
MachiText *machi_report_read_text      (MachiReportReader *reader,
                                        const xmlNode     *node,
                                        MachiInlines       allowed,
                                        MachiBlockFlags   *flags,
                                        GPtrArray         *sources);

/* machi-report-reader.c */
char      *machi_report_claim_id       (MachiReportReader *reader,
                                        const xmlNode     *node);
MachiBlockFlags machi_report_read_role (MachiReportReader *reader,
                                        const xmlNode     *node);
void       machi_report_add_block      (MachiReportReader *reader,
                                        const xmlNode     *node,
                                        const xmlNode     *text,
                                        MachiBlockFields  *fields);

/* machi-report-table.c, machi-report-plot.c */
void       machi_report_read_table     (MachiReportReader *reader,
                                        const xmlNode     *node);
gboolean   machi_report_read_plot      (MachiReportReader *reader,
                                        GPtrArray         *entries,
                                        GPtrArray         *sources,
                                        MachiBlockFields  *fields,
                                        GStrv             *categories);

G_END_DECLS
