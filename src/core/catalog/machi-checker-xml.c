/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-checker-private.h"

#include "machi-report-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define XLINK "http://www.w3.org/1999/xlink"

/* A report has been read, and what breaks the format has been told. Its blocks know no lines: what is checked here is
 * looked for in the XML once more. */

typedef struct
{
  MachiChecker *checker;
  const char *file;
  MachiReportDocument *document;
} Walk;

#define tell(walk, node, ...) machi_checker_tell ((walk)->checker, (walk)->file, machi_xml_get_line (node), __VA_ARGS__)

static void
check_equal (const Walk *self, const xmlNode *node, const char *text, const char *wanted, const char *message)
{
  if (node != NULL && text != NULL && wanted != NULL && !g_str_equal (text, wanted))
    machi_checker_tell (self->checker, self->file, machi_xml_get_line (node), message, wanted);
}

static void
check_head (const Walk *self, const xmlNode *article, MachiEntry *report)
{
  const xmlNode *info = machi_xml_find_child (article, "info");
  const xmlNode *abstract = info != NULL ? machi_xml_find_child (info, "abstract") : NULL;

  check_equal (self, article, machi_report_document_get_id (self->document), machi_entry_get_id (report),
               _ ("The xml:id of the article must be the ID of its record, “%s”"));
  check_equal (self, info != NULL ? machi_xml_find_child (info, "title") : NULL,
               machi_report_document_get_title (self->document), machi_name_get (machi_entry_get_names (report), "en"),
               _ ("The title must be the name of the record, “%s”: change one of them"));
  check_equal (self, abstract, machi_report_document_get_summary (self->document), machi_entry_get_summary (report),
               _ ("The abstract must be the summary of the record, “%s”: change one of them"));
}

static gboolean
cites (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (machi_xml_is (child, "citation") || cites (child))
      return TRUE;

  return FALSE;
}

/* A sentence that only leads to a list says nothing that could have a source. */
static gboolean
leads_to_list (const xmlNode *para)
{
  const xmlNode *next = para->next;
  g_autofree char *text = NULL;
  xmlChar *content;

  while (next != NULL && next->type != XML_ELEMENT_NODE)
    next = next->next;
  if (next == NULL
      || !(machi_xml_is (next, "itemizedlist") || machi_xml_is (next, "orderedlist") || machi_xml_is (next, "table")))
    return FALSE;

  content = xmlNodeGetContent (para);
  text = g_strchomp (g_strdup (content != NULL ? (const char *) content : ""));
  xmlFree (content);

  return g_str_has_suffix (text, ":");
}

static void
check_para (const Walk *self, const xmlNode *para)
{
  g_autofree char *role = machi_xml_dup_attribute (para, "role", NULL);
  const xmlNode *whole = machi_xml_is (para->parent, "listitem") ? para->parent : para;

  if (role == NULL && !cites (whole) && !leads_to_list (para))
    tell (self, para, _ ("This para has no source: add a citation, or role=\"unverified\" or role=\"inference\""));
}

static void
check_link (const Walk *self, const xmlNode *link)
{
  g_autofree char *text = machi_xml_dup_attribute (link, "href", XLINK);
  g_autoptr (MachiAddress) address = NULL;
  MachiCheckerLink *found;

  if (text == NULL || !g_str_has_prefix (text, "machi:"))
    return;
  address = machi_address_parse (text, NULL);
  /* What is no address at all, or no place in this same report, reading has told. */
  if (address == NULL || machi_address_get_kind (address) == MACHI_KIND_NONE
      || (machi_address_get_kind (address) == MACHI_KIND_REPORT
          && g_strcmp0 (machi_address_get_id (address), machi_report_document_get_id (self->document)) == 0))
    return;

  found = g_new0 (MachiCheckerLink, 1);
  found->file = g_intern_string (self->file);
  found->line = machi_xml_get_line (link);
  found->address = g_steal_pointer (&address);
  g_ptr_array_add (self->checker->links, found);
}

static guint
count_known (MachiSeries *series)
{
  guint n_points, n = 0;
  const MachiPoint *points = machi_series_get_points (series, &n_points);

  for (guint i = 0; i < n_points; i++)
    n += !isnan (points[i].y);

  return n;
}

static void
check_series (const Walk *self, const xmlNode *table, MachiSeries *series)
{
  if (count_known (series) < 2)
    tell (self, table, _ ("“%s” has fewer than two values: a plot needs at least two"),
          machi_series_get_title (series));
  if (machi_series_get_unit (series) == NULL)
    tell (self, table, _ ("The heading “%s” names no unit: write “Name (unit)”"), machi_series_get_title (series));
}

static void
check_chart (const Walk *self, const xmlNode *table, const char *id)
{
  MachiBlock *block = machi_report_document_find_block (self->document, id, NULL);
  GListModel *all = block != NULL ? machi_block_get_series (block) : NULL;

  if (block == NULL || machi_block_get_kind (block) != MACHI_BLOCK_PLOT || all == NULL)
    {
      tell (self, table, _ ("There is nothing to draw in this table: take away its role"));
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (MachiSeries) series = g_list_model_get_item (all, i);
      check_series (self, table, series);
    }
}

static void
check_table (const Walk *self, const xmlNode *table)
{
  g_autofree char *role = machi_xml_dup_attribute (table, "role", NULL);
  g_autofree char *id = machi_xml_dup_attribute (table, "id", (const char *) XML_XML_NAMESPACE);

  if (g_strcmp0 (role, "unverified") != 0 && !cites (table))
    tell (self, table, _ ("This table has no source: add a citation to its title, or role=\"unverified\""));
  if (id == NULL)
    tell (self, table, _ ("A table needs an xml:id, by which it can be linked to"));
  else if (role != NULL && g_str_has_suffix (role, "-chart"))
    check_chart (self, table, id);
}

static void
walk (const Walk *self, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE || machi_xml_is (node, "info"))
        continue;
      if (machi_xml_is (node, "para"))
        check_para (self, node);
      else if (machi_xml_is (node, "link"))
        check_link (self, node);
      else if (machi_xml_is (node, "table"))
        check_table (self, node);
      walk (self, node);
    }
}

/*
 * machi_checker_check_xml:
 * @self: the check of a pack
 * @file: the name of a report in it
 * @report: its record
 * @document: what was read of it
 *
 * Checks that record and text agree, that all has a source, that plots can be drawn, and notes where links lead.
 */
void
machi_checker_check_xml (MachiChecker *self, const char *file, MachiEntry *report, MachiReportDocument *document)
{
  g_autoptr (GBytes) bytes = machi_pack_load (self->pack, file, NULL, NULL);
  MachiReportReader reader = { .name = file };
  Walk state = { self, file, document };
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  xmlDoc *doc = text != NULL ? machi_report_parse (&reader, text, length, NULL) : NULL;

  if (doc == NULL)
    return;

  check_head (&state, xmlDocGetRootElement (doc), report);
  walk (&state, xmlDocGetRootElement (doc));
  xmlFreeDoc (doc);
}

/*
 * machi_checker_link_free:
 * @link: (transfer full): a link
 *
 * Frees it.
 */
void
machi_checker_link_free (MachiCheckerLink *link)
{
  machi_address_unref (link->address);
  g_free (link);
}
