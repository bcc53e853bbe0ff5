/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-reader-private.h"

#include "machi-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define XLINK "http://www.w3.org/1999/xlink"

/* One text that is being read. */
typedef struct
{
  MachiReportReader *reader;
  MachiTextBuilder *builder;
  MachiInlines allowed;
  GPtrArray *sources;
  gboolean cited;
  gboolean unresolved;
} Inline;

static void read_children (Inline *self, const xmlNode *parent, const MachiRunFormat *format);

/* The address, or NULL where it is none that may stand in a report; which it must be is told. */
static char *
check_address (Inline *self, const xmlNode *node, char *address)
{
  g_autofree char *taken = address;
  g_autoptr (MachiAddress) parsed = NULL;
  g_autoptr (GUri) uri = NULL;

  if (taken != NULL && g_str_has_prefix (taken, "machi:"))
    {
      parsed = machi_address_parse (taken, NULL);
      if (parsed != NULL && machi_address_get_kind (parsed) != MACHI_KIND_NONE)
        return g_steal_pointer (&taken);
    }
  else if (taken != NULL && (g_str_has_prefix (taken, "https://") || g_str_has_prefix (taken, "http://")))
    {
      uri = g_uri_parse (taken, G_URI_FLAGS_NONE, NULL);
      if (uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0')
        return g_steal_pointer (&taken);
    }

  machi_report_add_problem (self->reader, machi_xml_get_line (node),
                            _ ("“%s” is no address for a link: write machi:KIND/ID or https://…"),
                            taken != NULL ? taken : "");

  return NULL;
}

/* A link into the same report can only be checked when all of it has been read. */
static void
note_target (Inline *self, const xmlNode *node, const char *text)
{
  g_autoptr (MachiAddress) address = g_str_has_prefix (text, "machi:") ? machi_address_parse (text, NULL) : NULL;
  MachiLinkTarget *target;

  if (address == NULL || machi_address_get_block (address) == NULL
      || machi_address_get_kind (address) != MACHI_KIND_REPORT
      || g_strcmp0 (machi_address_get_id (address), machi_report_document_get_id (self->reader->document)) != 0)
    return;

  target = g_new0 (MachiLinkTarget, 1);
  target->block = g_strdup (machi_address_get_block (address));
  target->line = machi_xml_get_line (node);
  g_ptr_array_add (self->reader->link_targets, target);
}

static void
read_link (Inline *self, const xmlNode *node, const MachiRunFormat *format)
{
  MachiRunFormat inner = *format;
  g_autofree char *address = check_address (self, node, machi_xml_dup_attribute (node, "href", XLINK));

  if (address != NULL)
    {
      note_target (self, node, address);
      inner.style |= MACHI_RUN_LINK;
      inner.address = address;
    }
  read_children (self, node, &inner);
}

static void
read_emphasis (Inline *self, const xmlNode *node, const MachiRunFormat *format)
{
  MachiRunFormat inner = *format;
  g_autofree char *role = machi_xml_dup_attribute (node, "role", NULL);

  inner.style |= g_strcmp0 (role, "strong") == 0 ? MACHI_RUN_STRONG : MACHI_RUN_EMPHASIS;
  if (role != NULL && !g_str_equal (role, "strong"))
    machi_report_add_problem (self->reader, machi_xml_get_line (node),
                              _ ("An emphasis has no role “%s”, only “strong”"), role);
  read_children (self, node, &inner);
}

static void
read_foreign (Inline *self, const xmlNode *node, const MachiRunFormat *format)
{
  MachiRunFormat inner = *format;
  g_autofree char *language = machi_xml_dup_attribute (node, "lang", (const char *) XML_XML_NAMESPACE);

  inner.style |= MACHI_RUN_FOREIGN;
  if (language != NULL && *language != '\0')
    inner.language = language;
  else
    machi_report_add_problem (self->reader, machi_xml_get_line (node),
                              _ ("A foreignphrase must say its language: xml:lang=\"ja\""));
  read_children (self, node, &inner);
}

static void
read_subscript (Inline *self, const xmlNode *node, const MachiRunFormat *format)
{
  MachiRunFormat inner = *format;

  inner.style |= MACHI_RUN_SUBSCRIPT;
  read_children (self, node, &inner);
}

static void
read_superscript (Inline *self, const xmlNode *node, const MachiRunFormat *format)
{
  MachiRunFormat inner = *format;

  inner.style |= MACHI_RUN_SUPERSCRIPT;
  read_children (self, node, &inner);
}

static void
read_citation (Inline *self, const xmlNode *node, const MachiRunFormat *format G_GNUC_UNUSED)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_autofree char *id = g_strstrip (g_strdup (content != NULL ? (const char *) content : ""));
  MachiSource *source = self->reader->lookup (id, self->reader->data);

  xmlFree (content);
  if (source == NULL)
    {
      self->unresolved = TRUE;
      machi_report_add_problem (self->reader, machi_xml_get_line (node),
                                _ ("There is no source “%s”: write it into sources.json or cite another"), id);
      return;
    }

  self->cited = TRUE;
  machi_text_builder_cite (self->builder,
                           machi_citations_add (machi_report_document_get_citations (self->reader->document), source));
  if (self->sources != NULL && !g_ptr_array_find (self->sources, source, NULL))
    g_ptr_array_add (self->sources, g_object_ref (source));
}

typedef struct
{
  const char *name;
  MachiInlines needs;
  void (*read) (Inline *self, const xmlNode *node, const MachiRunFormat *format);
} Element;

static const Element elements[] = {
  { "emphasis", MACHI_INLINES_PHRASES, read_emphasis },
  { "foreignphrase", MACHI_INLINES_PHRASES, read_foreign },
  { "subscript", MACHI_INLINES_PHRASES, read_subscript },
  { "superscript", MACHI_INLINES_PHRASES, read_superscript },
  { "link", MACHI_INLINES_ALL, read_link },
  { "citation", MACHI_INLINES_ALL, read_citation },
};

/* What may stand within an element of a text. */
static MachiInlines
get_allowed (Inline *self, const xmlNode *parent)
{
  if (machi_xml_is (parent, "subscript") || machi_xml_is (parent, "superscript"))
    return MACHI_INLINES_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (machi_xml_is (parent, elements[i].name))
      return MIN (self->allowed, MACHI_INLINES_PHRASES);

  return self->allowed;
}

/* Of an element that may not stand here the text is kept: it is the author's. */
static void
read_element (Inline *self, const xmlNode *node, const MachiRunFormat *format, MachiInlines allowed)
{
  const Element *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (elements) && found == NULL; i++)
    if (machi_xml_is (node, elements[i].name))
      found = &elements[i];

  if (found == NULL || found->needs > allowed)
    machi_report_add_problem (self->reader, machi_xml_get_line (node),
                              /* Translators: names of XML elements */
                              _ ("The element “%s” may not stand in “%s”: take it out, or use another"),
                              machi_xml_get_name (node), machi_xml_get_name (node->parent));
  if (found == NULL)
    read_children (self, node, format);
  else
    found->read (self, node, format);
}

static void
read_children (Inline *self, const xmlNode *parent, const MachiRunFormat *format)
{
  MachiInlines allowed = get_allowed (self, parent);

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE)
        read_element (self, node, format, allowed);
      else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL)
        machi_text_builder_append (self->builder, (const char *) node->content, format);
    }
}

/*
 * machi_report_read_text:
 * @reader: the reader of the file
 * @node: an element that holds text
 * @allowed: what else may stand in it
 * @flags: (inout) (nullable): what is known of the block; gets %MACHI_BLOCK_UNVERIFIED where all that it cites is
 * unknown
 * @sources: (nullable) (element-type MachiSource): gets what is cited
 *
 * Returns: (transfer full): its text; sources are numbered in the document as they come
 */
MachiText *
machi_report_read_text (
    MachiReportReader *reader, const xmlNode *node, MachiInlines allowed, MachiBlockFlags *flags, GPtrArray *sources)
{
  Inline self = { .reader = reader, .allowed = allowed, .sources = sources };
  MachiRunFormat format = { 0 };

  self.builder = machi_text_builder_new ();
  read_children (&self, node, &format);
  if (flags != NULL && self.unresolved && !self.cited)
    *flags |= MACHI_BLOCK_UNVERIFIED;

  return machi_text_builder_end (self.builder);
}
