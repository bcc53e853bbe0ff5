/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"
#include "machi-cursor.h"

G_BEGIN_DECLS

#define MACHI_SUMMARY_MAX_LENGTH 200

/**
 * MachiChecker:
 * @catalog: the pack as it was read
 * @pack: its files
 * @faults: (element-type MachiProblem): what is wrong, in any order, some of it twice
 * @hints: (nullable) (element-type MachiProblem): what is worth a look
 * @cited: (element-type utf8): the IDs of all sources that something cites
 * @addresses: (element-type utf8 utf8): the ID of the source that has an address, normalised
 * @report_files: (element-type utf8): the files that reports name
 * @documents: (element-type utf8 MachiReportDocument): the reports that could be read, by ID
 * @links: (element-type MachiCheckerLink): the places in reports that reports link to
 * @today: the date
 *
 * What is known while one pack is checked.
 */
typedef struct
{
  MachiCatalog *catalog;
  MachiPack *pack;
  GListStore *faults;
  GListStore *hints;
  GHashTable *cited;
  GHashTable *addresses;
  GHashTable *report_files;
  GHashTable *documents;
  GPtrArray *links;
  char *today;
} MachiChecker;

typedef struct
{
  const char *file;
  guint line;
  MachiAddress *address;
} MachiCheckerLink;

/* machi-checker.c */
void     machi_checker_tell             (MachiChecker      *self,
                                         const char        *file,
                                         guint              line,
                                         const char        *format,
                                         ...) G_GNUC_PRINTF (4, 5);
void     machi_checker_hint             (MachiChecker      *self,
                                         const MachiCursor *cursor,
                                         const char        *format,
                                         ...) G_GNUC_PRINTF (3, 4);
gboolean machi_checker_is_future        (MachiChecker      *self,
                                         const char        *date);

/* machi-checker-entry.c */
void     machi_checker_check_entry      (MachiChecker      *self,
                                         const MachiCursor *record,
                                         MachiKind          kind);

/* machi-checker-statements.c */
void     machi_checker_check_statements (MachiChecker      *self,
                                         const MachiCursor *record);
void     machi_checker_check_period     (MachiChecker      *self,
                                         const MachiCursor *item);

/* machi-checker-sources.c */
void     machi_checker_check_source     (MachiChecker      *self,
                                         const MachiCursor *record);
void     machi_checker_check_use        (MachiChecker      *self,
                                         const MachiCursor *record);
void     machi_checker_note_citations   (MachiChecker      *self,
                                         JsonNode          *node);

/* machi-checker-reports.c */
void     machi_checker_check_report     (MachiChecker      *self,
                                         const MachiCursor *record);
void     machi_checker_end_reports      (MachiChecker      *self);

/* machi-checker-xml.c */
void     machi_checker_check_xml        (MachiChecker        *self,
                                         const char          *file,
                                         MachiEntry          *report,
                                         MachiReportDocument *document);
void     machi_checker_link_free        (MachiCheckerLink    *link);

G_END_DECLS
