/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-checker-private.h"

#include "machi-problem.h"
#include "machi-section.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REPORTS_FOLDER "reports"

static void
note_citations (MachiChecker *self, MachiReportDocument *document)
{
  GListModel *citations = G_LIST_MODEL (machi_report_document_get_citations (document));

  for (guint i = 0; i < g_list_model_get_n_items (citations); i++)
    {
      g_autoptr (MachiCitation) citation = g_list_model_get_item (citations, i);
      g_hash_table_add (self->cited, g_strdup (machi_source_get_id (machi_citation_get_source (citation))));
    }
}

/* A report in other languages must keep the format too. */
static void
check_translations (MachiChecker *self, MachiEntry *report)
{
  g_auto (GStrv) languages = machi_catalog_list_report_languages (self->catalog, report);

  for (guint i = 1; languages[i] != NULL; i++)
    {
      g_autoptr (MachiReportDocument) document
          = machi_catalog_read_report_in (self->catalog, report, languages[i], self->faults, NULL);

      if (document != NULL)
        note_citations (self, document);
    }
}

static void
check_text (MachiChecker *self, const MachiCursor *record, MachiEntry *report)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->faults));
  const char *file = machi_entry_get_file (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (MachiReportDocument) document = NULL;

  document = machi_catalog_read_report_in (self->catalog, report, "en", self->faults, &error);
  if (document == NULL && g_list_model_get_n_items (G_LIST_MODEL (self->faults)) == n_before)
    machi_cursor_member_problem (record, "file", _ ("“%s” cannot be read: %s"), file, error->message);
  if (document == NULL)
    return;

  note_citations (self, document);
  machi_checker_check_xml (self, file, report, document);
  check_translations (self, report);
  g_hash_table_insert (self->documents, g_strdup (machi_entry_get_id (report)), g_steal_pointer (&document));
}

/*
 * machi_checker_check_report:
 * @self: the check of a pack
 * @record: the record of a report
 *
 * Checks the text that belongs to it.
 */
void
machi_checker_check_report (MachiChecker *self, const MachiCursor *record)
{
  const char *id = machi_cursor_get_string (record, "id");
  const char *file = machi_cursor_get_string (record, "file");
  MachiEntry *report = id != NULL ? machi_catalog_lookup (self->catalog, MACHI_KIND_REPORT, id) : NULL;

  /* Of two records with one ID reading has told; the second has no entry of its own. */
  if (report == NULL || file == NULL || g_strcmp0 (machi_entry_get_file (report), file) != 0
      || g_hash_table_contains (self->documents, id))
    return;

  if (!g_hash_table_add (self->report_files, g_strdup (file)))
    machi_cursor_member_problem (record, "file", _ ("“%s” is the text of another report already"), file);
  else
    check_text (self, record, report);
}

static gboolean
has_section (MachiEntry *entry, const char *id)
{
  g_autoptr (MachiCitations) citations = machi_citations_new ();
  g_autoptr (GListModel) sections = machi_sections_new (entry, citations);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (MachiSection) section = g_list_model_get_item (sections, i);

      if (g_str_equal (machi_section_get_id (section), id))
        return TRUE;
    }

  return FALSE;
}

static void
check_link (MachiChecker *self, const MachiCheckerLink *link)
{
  MachiKind kind = machi_address_get_kind (link->address);
  const char *id = machi_address_get_id (link->address);
  const char *block = machi_address_get_block (link->address);
  MachiEntry *entry = machi_catalog_lookup (self->catalog, kind, id);
  MachiReportDocument *document = kind == MACHI_KIND_REPORT ? g_hash_table_lookup (self->documents, id) : NULL;
  gboolean found = TRUE;

  if (entry == NULL)
    {
      machi_checker_tell (self, link->file, link->line,
                          _ ("There is no entry %s/%s to link to: add it or correct the link"),
                          machi_kind_get_id (kind), id);
      return;
    }

  if (block != NULL && document != NULL)
    found = machi_report_document_find_block (document, block, NULL) != NULL;
  else if (block != NULL && kind != MACHI_KIND_REPORT)
    found = has_section (entry, block);
  if (!found)
    machi_checker_tell (self, link->file, link->line, _ ("%s/%s has nothing named “%s” to link to"),
                        machi_kind_get_id (kind), id, block);
}

/* Files that no record names are read by nobody. */
static void
check_unlisted (MachiChecker *self)
{
  g_autoptr (GFile) folder = g_file_get_child (machi_pack_get_root (self->pack), REPORTS_FOLDER);
  g_autoptr (GFileEnumerator) children = NULL;
  GFileInfo *info = NULL;

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  while (children != NULL && g_file_enumerator_iterate (children, &info, NULL, NULL, NULL) && info != NULL)
    {
      g_autofree char *name = g_strconcat (REPORTS_FOLDER, "/", g_file_info_get_name (info), NULL);

      if (g_str_has_suffix (name, ".xml") && !g_hash_table_contains (self->report_files, name))
        machi_checker_tell (self, name, 0, _ ("No record of a report names this file: add one to reports.json"));
    }
}

/*
 * machi_checker_end_reports:
 * @self: the check of a pack of which all records have been checked
 *
 * Checks what can be told only then: where links lead, and which files nobody names.
 */
void
machi_checker_end_reports (MachiChecker *self)
{
  for (guint i = 0; i < self->links->len; i++)
    check_link (self, g_ptr_array_index (self->links, i));
  check_unlisted (self);
}
