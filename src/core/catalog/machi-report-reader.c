/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SECTION_LEVEL 2

static void read_body (MachiReportReader *reader, const xmlNode *parent, guint level);

/* A generated ID tells the section and the place in it: it stays the same as long as nothing is put before it. */
static char *
make_id (MachiReportReader *reader)
{
  char *id = NULL;

  do
    {
      g_free (id);
      id = g_strdup_printf ("%s.%u", reader->section, ++reader->n_in_section);
    }
  while (g_hash_table_contains (reader->ids, id));
  g_hash_table_add (reader->ids, g_strdup (id));

  return id;
}

/*
 * machi_report_claim_id:
 * @reader: the reader of the file
 * @node: an element that becomes a block
 *
 * Returns: (transfer full): its `xml:id`, or where it has none, or one that is taken, a new one
 */
char *
machi_report_claim_id (MachiReportReader *reader, const xmlNode *node)
{
  g_autofree char *id = machi_xml_dup_attribute (node, "id", (const char *) XML_XML_NAMESPACE);

  if (id == NULL || *id == '\0')
    return make_id (reader);

  if (!g_hash_table_contains (reader->ids, id))
    {
      reader->n_in_section++;
      g_hash_table_add (reader->ids, g_strdup (id));
      return g_steal_pointer (&id);
    }

  machi_report_add_problem (reader, machi_xml_get_line (node), _ ("There is an xml:id “%s” already: choose another"),
                            id);

  return make_id (reader);
}

/*
 * machi_report_read_role:
 * @reader: the reader of the file
 * @node: a `para`
 *
 * Returns: what its role says of it
 */
MachiBlockFlags
machi_report_read_role (MachiReportReader *reader, const xmlNode *node)
{
  g_autofree char *role = machi_xml_dup_attribute (node, "role", NULL);

  if (role == NULL)
    return 0;
  if (g_str_equal (role, "unverified"))
    return MACHI_BLOCK_UNVERIFIED;
  if (g_str_equal (role, "inference"))
    return MACHI_BLOCK_INFERENCE;

  machi_report_add_problem (reader, machi_xml_get_line (node),
                            _ ("A para has no role “%s”: it may have unverified or inference"), role);

  return 0;
}

/*
 * machi_report_add_block:
 * @reader: the reader of the file
 * @node: its element
 * @text: the element whose language is the block's: @node, or its title
 * @fields: the block, its ID and language yet to be set
 *
 * Adds a block to the document, unless it has very many.
 */
void
machi_report_add_block (MachiReportReader *reader, const xmlNode *node, const xmlNode *text, MachiBlockFields *fields)
{
  g_autoptr (MachiBlock) block = NULL;
  g_autofree char *id = NULL;
  g_autofree char *language = machi_xml_dup_language (text);

  reader->n_blocks++;
  if (reader->n_blocks > MACHI_REPORT_MAX_BLOCKS)
    return;

  id = machi_report_claim_id (reader, node);
  fields->id = id;
  fields->language = language != NULL ? language : "en";
  block = machi_block_new (fields);
  machi_report_document_append (reader->document, block);
  fields->id = fields->language = NULL;
}

static void
refuse (MachiReportReader *reader, const xmlNode *node)
{
  machi_report_add_problem (reader, machi_xml_get_line (node),
                            _ ("The element “%s” may not stand in “%s”: take it out, or use another"),
                            machi_xml_get_name (node), machi_xml_get_name (node->parent));
}

static void
read_para (MachiReportReader *reader, const xmlNode *node, const MachiBlockFields *container)
{
  MachiBlockFields fields = *container;
  g_autoptr (MachiText) text = NULL;

  fields.flags |= machi_report_read_role (reader, node);
  text = machi_report_read_text (reader, node, MACHI_INLINES_ALL, &fields.flags, NULL);
  if (machi_text_get_length (text) == 0)
    {
      machi_report_add_problem (reader, machi_xml_get_line (node), _ ("This para is empty: remove it"));
      return;
    }

  fields.text = text;
  machi_report_add_block (reader, node, node, &fields);
}

static gboolean
has_para_after (const xmlNode *node)
{
  for (node = node->next; node != NULL; node = node->next)
    if (machi_xml_is (node, "para"))
      return TRUE;

  return FALSE;
}

/* Bare text between blocks would be lost: this is told. */
static void
check_text (MachiReportReader *reader, const xmlNode *node)
{
  if (node->type == XML_TEXT_NODE && !xmlIsBlankNode (node))
    machi_report_add_problem (reader, machi_xml_get_line (node), _ ("Text must stand in a para"));
}

static void read_list (MachiReportReader *reader, const xmlNode *node, guint depth);

static gboolean
is_list (const xmlNode *node)
{
  return machi_xml_is (node, "itemizedlist") || machi_xml_is (node, "orderedlist");
}

/* The paras of a list item, a quotation or a note. */
static void
read_paras (MachiReportReader *reader, const xmlNode *parent, const MachiBlockFields *container)
{
  MachiBlockFields fields = *container;

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      check_text (reader, node);
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (!machi_xml_is (node, "para"))
        {
          refuse (reader, node);
          if (is_list (node))
            read_list (reader, node, MAX (container->level, 1) + 1);
          continue;
        }

      fields.flags = (fields.flags & MACHI_BLOCK_CONTINUES) | (has_para_after (node) ? MACHI_BLOCK_CONTINUED : 0);
      read_para (reader, node, &fields);
      fields.flags |= MACHI_BLOCK_CONTINUES;
    }
}

static void
read_list (MachiReportReader *reader, const xmlNode *node, guint depth)
{
  MachiBlockFields fields = { .kind = MACHI_BLOCK_LIST_ITEM, .level = depth, .list = MACHI_LIST_BULLET };
  guint number = 0;

  if (machi_xml_is (node, "orderedlist"))
    fields.list = MACHI_LIST_NUMBER;
  for (const xmlNode *item = node->children; item != NULL; item = item->next)
    {
      check_text (reader, item);
      if (item->type != XML_ELEMENT_NODE)
        continue;
      if (!machi_xml_is (item, "listitem"))
        {
          refuse (reader, item);
          continue;
        }
      fields.number = fields.list == MACHI_LIST_NUMBER ? ++number : 0;
      read_paras (reader, item, &fields);
    }
}

static void
read_section_title (MachiReportReader *reader, const xmlNode *section, guint level)
{
  xmlNode *title = machi_xml_find_child (section, "title");
  MachiBlockFields fields = { .kind = MACHI_BLOCK_HEADING, .level = level };
  g_autoptr (MachiText) text = NULL;

  if (title != NULL)
    text = machi_report_read_text (reader, title, MACHI_INLINES_PHRASES, NULL, NULL);
  if (text == NULL || machi_text_get_length (text) == 0)
    {
      machi_report_add_problem (reader, machi_xml_get_line (section), _ ("A section needs a title"));
      return;
    }

  fields.text = text;
  machi_report_add_block (reader, section, title, &fields);
}

static void
read_section (MachiReportReader *reader, const xmlNode *section, guint level)
{
  g_autofree char *id = machi_xml_dup_attribute (section, "id", (const char *) XML_XML_NAMESPACE);
  const char *outer_section = reader->section;
  guint outer_n = reader->n_in_section;
  gboolean has_id = id != NULL && *id != '\0';

  if (!has_id)
    machi_report_add_problem (reader, machi_xml_get_line (section),
                              _ ("A section needs an xml:id, by which it can be linked to"));
  if (level > MAX_SECTION_LEVEL)
    machi_report_add_problem (reader, machi_xml_get_line (section), _ ("Sections may stand at most %d deep"),
                              MAX_SECTION_LEVEL);

  read_section_title (reader, section, level);
  if (has_id)
    {
      reader->section = id;
      reader->n_in_section = 0;
    }
  read_body (reader, section, level);
  if (has_id)
    {
      reader->section = outer_section;
      reader->n_in_section = outer_n;
    }
}

/* What stands at the head of an article or section and is read there. */
static gboolean
is_head (const xmlNode *node)
{
  return machi_xml_is (node, "title") || machi_xml_is (node, "info");
}

static void
read_block (MachiReportReader *reader, const xmlNode *node, guint level)
{
  MachiBlockFields fields = { .kind = MACHI_BLOCK_PARAGRAPH };

  if (machi_xml_is (node, "para"))
    read_para (reader, node, &fields);
  else if (machi_xml_is (node, "section"))
    read_section (reader, node, level + 1);
  else if (is_list (node))
    read_list (reader, node, 1);
  else if (machi_xml_is (node, "table"))
    machi_report_read_table (reader, node);
  else if (machi_xml_is (node, "blockquote") || machi_xml_is (node, "note"))
    {
      fields.kind = machi_xml_is (node, "note") ? MACHI_BLOCK_NOTE : MACHI_BLOCK_QUOTE;
      read_paras (reader, node, &fields);
    }
  else if (!is_head (node))
    refuse (reader, node);
}

static void
read_body (MachiReportReader *reader, const xmlNode *parent, guint level)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      check_text (reader, node);
      if (node->type == XML_ELEMENT_NODE)
        read_block (reader, node, level);
    }
}

static char *
read_plain (MachiReportReader *reader, const xmlNode *node)
{
  g_autoptr (MachiText) text = machi_report_read_text (reader, node, MACHI_INLINES_NONE, NULL, NULL);

  return machi_text_dup_words (text);
}

static void
read_info (MachiReportReader *reader, const xmlNode *article)
{
  xmlNode *info = machi_xml_find_child (article, "info");
  xmlNode *title = info != NULL ? machi_xml_find_child (info, "title") : NULL;
  xmlNode *abstract = info != NULL ? machi_xml_find_child (info, "abstract") : NULL;
  xmlNode *para = abstract != NULL ? machi_xml_find_child (abstract, "para") : NULL;
  g_autofree char *title_text = title != NULL ? read_plain (reader, title) : NULL;
  g_autofree char *summary = para != NULL ? read_plain (reader, para) : NULL;

  if (title_text == NULL || *title_text == '\0' || summary == NULL || *summary == '\0')
    machi_report_add_problem (reader, machi_xml_get_line (info != NULL ? info : article),
                              _ ("An article needs an info with a title and an abstract of one para"));
  machi_report_document_set_title (reader->document, title_text);
  machi_report_document_set_summary (reader->document, summary);
}

static void
check_links (MachiReportReader *reader)
{
  for (guint i = 0; i < reader->link_targets->len; i++)
    {
      MachiLinkTarget *target = g_ptr_array_index (reader->link_targets, i);

      if (machi_report_document_find_block (reader->document, target->block, NULL) == NULL)
        machi_report_add_problem (reader, target->line, _ ("This report has nothing with the xml:id “%s” to link to"),
                                  target->block);
    }
}

static MachiReportDocument *
read_article (MachiReportReader *reader, const xmlNode *article)
{
  g_autofree char *id = machi_xml_dup_attribute (article, "id", (const char *) XML_XML_NAMESPACE);
  g_autofree char *language = machi_xml_dup_language (article);
  guint line = machi_xml_get_line (article);

  if (id == NULL || *id == '\0')
    machi_report_add_problem (reader, line, _ ("An article needs an xml:id: the ID of the report"));
  if (language == NULL)
    machi_report_add_problem (reader, line, _ ("An article must say its language: xml:lang=\"en\""));

  reader->document = machi_report_document_new (id, language != NULL ? language : "en");
  reader->section = id != NULL && *id != '\0' ? id : "report";
  read_info (reader, article);
  read_body (reader, article, 0);
  check_links (reader);
  if (reader->n_blocks > MACHI_REPORT_MAX_BLOCKS)
    machi_report_add_problem (reader, line, _ ("The report has more than %d blocks: the rest is not shown"),
                              MACHI_REPORT_MAX_BLOCKS);

  return g_steal_pointer (&reader->document);
}

static MachiReportDocument *
read_root (MachiReportReader *reader, xmlDoc *doc, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (doc);

  if (root != NULL && machi_xml_is (root, "article"))
    return read_article (reader, root);

  machi_report_add_problem (reader, root != NULL ? machi_xml_get_line (root) : 0,
                            _ ("A report is a DocBook article: <article xmlns=\"http://docbook.org/ns/docbook\">"));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s is not a DocBook article"), reader->name);

  return NULL;
}

/* A pipe would be waited for, a device read for ever. */
static GFileInputStream *
open_regular (GFile *file, GError **error)
{
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);

  if (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_UNKNOWN)
    return g_file_read (file, NULL, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("This is not an ordinary file"));

  return NULL;
}

/* Not one byte more is read than a report may have. */
static GByteArray *
load (GFile *file, MachiReportReader *reader, GError **error)
{
  g_autoptr (GFileInputStream) stream = open_regular (file, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[16384];
  gssize n;

  if (stream == NULL)
    return NULL;

  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, NULL, error)) > 0)
    {
      g_byte_array_append (bytes, buffer, (guint) n);
      if (bytes->len <= MACHI_REPORT_MAX_SIZE)
        continue;
      machi_report_add_problem (reader, 0, _ ("The file is too large: a report has at most %d MiB"),
                                MACHI_REPORT_MAX_SIZE / 1024 / 1024);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s is too large"), reader->name);
      return NULL;
    }

  return n < 0 ? NULL : g_steal_pointer (&bytes);
}

static void
link_target_free (gpointer data)
{
  MachiLinkTarget *target = data;

  g_free (target->block);
  g_free (target);
}

/**
 * machi_report_read:
 * @file: a report: DocBook XML
 * @name: the name of the file within its pack, for problems
 * @lookup: finds the sources that it cites
 * @data: for @lookup
 * @problems: (nullable): a list of #MachiProblem; gets what is wrong with it
 * @error: where to put why nothing could be read
 *
 * Reads a report. Nothing in it is trusted: no other file and no network is touched, no entity is expanded, size, depth
 * and number of blocks are limited, text stays text. Where it is well-formed but breaks the rules of packs, what is
 * sound of it is returned, and each breach is told.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %G_IO_ERROR_INVALID_DATA where it is not XML or not
 *   an article, or with another error of GIO where it cannot be read
 */
MachiReportDocument *
machi_report_read (
    GFile *file, const char *name, MachiSourceFunc lookup, gpointer data, GListStore *problems, GError **error)
{
  MachiReportReader reader = { .name = name, .lookup = lookup, .data = data, .problems = problems };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (link_target_free);
  g_autoptr (GByteArray) bytes = NULL;
  MachiReportDocument *document;
  xmlDoc *doc;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (name != NULL && lookup != NULL, NULL);

  reader.ids = ids;
  reader.link_targets = targets;
  bytes = load (file, &reader, error);
  if (bytes == NULL)
    return NULL;
  doc = machi_report_parse (&reader, bytes->len > 0 ? (const char *) bytes->data : "", bytes->len, error);
  if (doc == NULL)
    return NULL;

  document = read_root (&reader, doc, error);
  xmlFreeDoc (doc);

  return document;
}
