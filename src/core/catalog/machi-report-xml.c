/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-reader-private.h"

#include "machi-problem.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <stdarg.h>
#include <string.h>

#define DOCBOOK "http://docbook.org/ns/docbook"
#define MAX_PROBLEMS 100

#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlError;
#else
typedef xmlErrorPtr XmlError;
#endif

/* What one parser knows besides what libxml2 does. */
typedef struct
{
  MachiReportReader *reader;
  guint depth;
  gboolean failed;
} Parser;

/*
 * machi_report_add_problem:
 * @reader: the reader of the file
 * @line: the line from 1, or 0 where none can be named
 * @format: what is wrong and how to mend it, translated, as for printf
 *
 * Tells whoever keeps the pack what is wrong; of very many problems of one file only the first are told.
 */
void
machi_report_add_problem (MachiReportReader *reader, guint line, const char *format, ...)
{
  g_autoptr (MachiProblem) problem = NULL;
  g_autofree char *message = NULL;
  va_list args;

  reader->n_problems++;
  if (reader->n_problems > MAX_PROBLEMS)
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  if (reader->n_problems == MAX_PROBLEMS)
    g_set_str (&message, _ ("There are more problems in this file: mend those above first"));
  problem = machi_problem_new (reader->name, line, message);
  if (reader->problems != NULL)
    g_list_store_append (reader->problems, problem);
}

static Parser *
get_parser (void *context)
{
  return ((xmlParserCtxt *) context)->_private;
}

static void
stop (xmlParserCtxt *context)
{
  get_parser (context)->failed = TRUE;
  xmlStopParser (context);
}

/* All that libxml2 has to say comes here and not to the terminal. What is not fatal to it may be to us: a prefix
 * without a namespace, an xml:id that is no name. Of an xml:id that stands twice the reader tells. */
static void
error_cb (void *data, XmlError error)
{
  xmlParserCtxt *context = data;
  Parser *parser = get_parser (context);
  g_autofree char *message = NULL;

  if (parser->failed || error->code == XML_ERR_USER_STOP || error->code == XML_DTD_ID_REDEFINED)
    return;

  parser->failed = error->level == XML_ERR_FATAL;
  message = g_utf8_make_valid (error->message != NULL ? error->message : "", -1);
  machi_report_add_problem (parser->reader, error->line > 0 ? (guint) error->line : 0,
                            /* Translators: what libxml2 says, in English */
                            _ ("The XML is not well-formed: %s"), g_strstrip (message));
}

/* Called before anything that the declaration holds is looked at: entities are never so much as declared. */
static void
document_type_cb (void *data,
                  const xmlChar *name G_GNUC_UNUSED,
                  const xmlChar *public_id G_GNUC_UNUSED,
                  const xmlChar *system_id G_GNUC_UNUSED)
{
  xmlParserCtxt *context = data;

  machi_report_add_problem (get_parser (context)->reader, (guint) xmlSAX2GetLineNumber (context),
                            _ ("A report must have no DOCTYPE, which could declare entities: remove it"));
  stop (context);
}

static void
start_element_cb (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  Parser *parser = get_parser (context);

  parser->depth++;
  if (parser->depth > MACHI_REPORT_MAX_DEPTH)
    {
      machi_report_add_problem (parser->reader, (guint) xmlSAX2GetLineNumber (context),
                                _ ("Elements stand more than %d deep in each other"), MACHI_REPORT_MAX_DEPTH);
      stop (context);
      return;
    }

  xmlSAX2StartElementNs (context, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted, attributes);
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  get_parser (data)->depth--;
  xmlSAX2EndElementNs (data, name, prefix, uri);
}

static int
get_options (void)
{
  int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;

#if LIBXML_VERSION >= 21300
  options |= XML_PARSE_NO_XXE;
#endif

  return options;
}

static xmlParserCtxt *
new_context (Parser *parser)
{
  static gsize initialised = 0;
  xmlParserCtxt *context;

  if (g_once_init_enter (&initialised))
    {
      xmlInitParser ();
      g_once_init_leave (&initialised, 1);
    }

  context = xmlNewParserCtxt ();
  if (context == NULL)
    g_error ("Out of memory");
  context->_private = parser;
  context->sax->internalSubset = document_type_cb;
  context->sax->startElementNs = start_element_cb;
  context->sax->endElementNs = end_element_cb;
#if LIBXML_VERSION >= 21300
  xmlCtxtSetErrorHandler (context, error_cb, context);
#else
  context->sax->serror = error_cb;
#endif

  return context;
}

static gboolean
check_text (MachiReportReader *reader, const char *text, gsize length)
{
  const char *end;
  guint line = 1;

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;

  for (const char *p = text; p < end; p++)
    line += *p == '\n';
  machi_report_add_problem (reader, line,
                            _ ("The file is not UTF-8 text from this line on: save it in the encoding UTF-8"));

  return FALSE;
}

/* The caller hears of the first problem; the others are in the list. */
static void
set_error (MachiReportReader *reader, guint n_before, GError **error)
{
  guint n_problems = reader->problems != NULL ? g_list_model_get_n_items (G_LIST_MODEL (reader->problems)) : 0;
  g_autoptr (MachiProblem) problem = NULL;
  g_autofree char *text = NULL;

  if (n_problems > n_before)
    {
      problem = g_list_model_get_item (G_LIST_MODEL (reader->problems), n_before);
      text = machi_problem_to_string (problem);
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s", text != NULL ? text : reader->name);
}

/*
 * machi_report_parse:
 * @reader: the reader of the file
 * @text: all of it
 * @length: its bytes
 * @error: where to put what is wrong with it
 *
 * Reads XML that nobody vouches for: no network, no other files, no entities, nothing printed; safe in any thread.
 *
 * Returns: (transfer full) (nullable): the document, for xmlFreeDoc()
 */
xmlDoc *
machi_report_parse (MachiReportReader *reader, const char *text, gsize length, GError **error)
{
  Parser parser = { .reader = reader };
  guint n_before = reader->problems != NULL ? g_list_model_get_n_items (G_LIST_MODEL (reader->problems)) : 0;
  xmlParserCtxt *context;
  xmlDoc *doc = NULL;

  if (check_text (reader, text, length))
    {
      context = new_context (&parser);
      doc = xmlCtxtReadMemory (context, text, (int) length, NULL, "UTF-8", get_options ());
      if (parser.failed)
        g_clear_pointer (&doc, xmlFreeDoc);
      xmlFreeParserCtxt (context);
    }
  if (doc == NULL)
    set_error (reader, n_before, error);

  return doc;
}

/*
 * machi_xml_get_line:
 * @node: an element or text
 *
 * Returns: the line on which it stands, from 1
 */
guint
machi_xml_get_line (const xmlNode *node)
{
  return (guint) MAX (xmlGetLineNo (node), 0);
}

/*
 * machi_xml_is:
 * @node: a node
 * @name: the name of an element
 *
 * Returns: whether it is that element of DocBook
 */
gboolean
machi_xml_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL && g_strcmp0 ((const char *) node->ns->href, DOCBOOK) == 0
         && g_str_equal (machi_xml_get_name (node), name);
}

/*
 * machi_xml_get_name:
 * @node: an element
 *
 * Returns: its name, without prefix
 */
const char *
machi_xml_get_name (const xmlNode *node)
{
  return (const char *) node->name;
}

/*
 * machi_xml_find_child:
 * @node: an element
 * @name: the name of an element
 *
 * Returns: (nullable): its first child of that name
 */
xmlNode *
machi_xml_find_child (const xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (machi_xml_is (child, name))
      return child;

  return NULL;
}

/*
 * machi_xml_dup_attribute:
 * @node: an element
 * @name: the name of an attribute
 * @ns: (nullable): its namespace
 *
 * Returns: (transfer full) (nullable): its value, white space around it removed
 */
char *
machi_xml_dup_attribute (const xmlNode *node, const char *name, const char *ns)
{
  xmlChar *value = ns != NULL ? xmlGetNsProp (node, (const xmlChar *) name, (const xmlChar *) ns)
                              : xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  if (value != NULL)
    xmlFree (value);

  return copy != NULL ? g_strstrip (copy) : NULL;
}

/*
 * machi_xml_dup_language:
 * @node: an element
 *
 * Returns: (transfer full) (nullable): the language of its text, as the nearest `xml:lang` says
 */
char *
machi_xml_dup_language (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      g_autofree char *language = machi_xml_dup_attribute (node, "lang", (const char *) XML_XML_NAMESPACE);

      if (language != NULL && *language != '\0')
        return g_steal_pointer (&language);
    }

  return NULL;
}
