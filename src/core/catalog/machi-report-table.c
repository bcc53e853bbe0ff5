/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-reader-private.h"

#include <glib/gi18n-lib.h>

#define MAX_COLUMNS 20

/* One table that is being read; @entries has the element of each cell below the headings, or NULL, for its line. */
typedef struct
{
  MachiReportReader *reader;
  MachiTable *table;
  GPtrArray *entries;
  GPtrArray *sources;
  MachiBlockFlags flags;
} Table;

static guint
count_children (const xmlNode *parent, const char *name)
{
  guint n = 0;

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    n += machi_xml_is (node, name);

  return n;
}

/* As many columns as `cols` says; where it says nothing that can be, as many as the headings are. */
static guint
read_n_columns (MachiReportReader *reader, const xmlNode *group, const xmlNode *header)
{
  g_autofree char *text = machi_xml_dup_attribute (group, "cols", NULL);
  guint64 n_columns = 0;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 1, MAX_COLUMNS, &n_columns, NULL))
    return (guint) n_columns;

  machi_report_add_problem (reader, machi_xml_get_line (group),
                            _ ("A tgroup must say how many columns it has: cols=\"2\", at most %d"), MAX_COLUMNS);

  return CLAMP (count_children (header, "entry"), 1, MAX_COLUMNS);
}

static void
add_cell (Table *self, const xmlNode *entry, gboolean is_header)
{
  g_autoptr (MachiText) text
      = machi_report_read_text (self->reader, entry, MACHI_INLINES_ALL, &self->flags, self->sources);

  machi_table_add_cell (self->table, text);
  if (!is_header)
    g_ptr_array_add (self->entries, (gpointer) entry);
}

static void
fill_row (Table *self, guint n_cells, guint n_columns, gboolean is_header)
{
  g_autoptr (MachiText) empty = machi_text_new ("");

  for (guint i = n_cells; i < n_columns; i++)
    {
      machi_table_add_cell (self->table, empty);
      if (!is_header)
        g_ptr_array_add (self->entries, NULL);
    }
}

static void
read_row (Table *self, const xmlNode *row, gboolean is_header)
{
  guint n_columns = machi_table_get_n_columns (self->table);
  guint n_cells = 0;

  for (const xmlNode *node = row->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (!machi_xml_is (node, "entry"))
        machi_report_add_problem (self->reader, machi_xml_get_line (node), _ ("In a row stand only entries, no “%s”"),
                                  machi_xml_get_name (node));
      else if (n_cells++ < n_columns)
        add_cell (self, node, is_header);
    }

  if (n_cells != n_columns)
    machi_report_add_problem (self->reader, machi_xml_get_line (row),
                              ngettext ("This row has %u entry, but the tgroup says %u columns",
                                        "This row has %u entries, but the tgroup says %u columns", n_cells),
                              n_cells, n_columns);
  fill_row (self, n_cells, n_columns, is_header);
}

static void
read_rows (Table *self, const xmlNode *body)
{
  for (const xmlNode *node = body->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (!machi_xml_is (node, "row"))
        machi_report_add_problem (self->reader, machi_xml_get_line (node), _ ("In a tbody stand only rows, no “%s”"),
                                  machi_xml_get_name (node));
      else if (self->reader->n_blocks++ < MACHI_REPORT_MAX_BLOCKS)
        read_row (self, node, FALSE);
    }
}

/* The cells; FALSE where there is nothing that could be shown as a table. */
static gboolean
read_cells (Table *self, const xmlNode *node)
{
  xmlNode *group = machi_xml_find_child (node, "tgroup");
  xmlNode *head = group != NULL ? machi_xml_find_child (group, "thead") : NULL;
  xmlNode *header = head != NULL ? machi_xml_find_child (head, "row") : NULL;
  xmlNode *body = group != NULL ? machi_xml_find_child (group, "tbody") : NULL;

  if (header == NULL || body == NULL || machi_xml_find_child (body, "row") == NULL)
    {
      machi_report_add_problem (self->reader, machi_xml_get_line (node),
                                _ ("A table needs a tgroup with a row of headings in thead and rows in tbody"));
      return FALSE;
    }

  self->table = machi_table_new (read_n_columns (self->reader, group, header));
  read_row (self, header, TRUE);
  read_rows (self, body);

  return TRUE;
}

static MachiText *
read_title (Table *self, const xmlNode *node)
{
  xmlNode *title = machi_xml_find_child (node, "title");
  g_autoptr (MachiText) text = NULL;

  if (title != NULL)
    text = machi_report_read_text (self->reader, title, MACHI_INLINES_ALL, &self->flags, self->sources);
  else
    text = machi_text_new ("");
  if (machi_text_get_length (text) == 0)
    machi_report_add_problem (self->reader, machi_xml_get_line (node), _ ("A table needs a title"));

  return g_steal_pointer (&text);
}

static gboolean
read_chart (Table *self, const xmlNode *node, MachiChart *chart)
{
  g_autofree char *role = machi_xml_dup_attribute (node, "role", NULL);

  if (role == NULL)
    return FALSE;
  if (g_str_equal (role, "unverified"))
    {
      self->flags |= MACHI_BLOCK_UNVERIFIED;
      return FALSE;
    }

  *chart = MACHI_CHART_LINE;
  if (g_str_equal (role, "bar-chart"))
    *chart = MACHI_CHART_BAR;
  else if (g_str_equal (role, "stacked-bar-chart"))
    *chart = MACHI_CHART_STACKED_BAR;
  else if (!g_str_equal (role, "line-chart"))
    {
      machi_report_add_problem (self->reader, machi_xml_get_line (node),
                                _ ("A table has no role “%s”: it may have line-chart, bar-chart, stacked-bar-chart or "
                                   "unverified"),
                                role);
      return FALSE;
    }

  return TRUE;
}

/*
 * machi_report_read_table:
 * @reader: the reader of the file
 * @node: a `table`
 *
 * Adds a block for it: a plot where its role says so and its cells are numbers, else a table.
 */
void
machi_report_read_table (MachiReportReader *reader, const xmlNode *node)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  Table self = { .reader = reader, .entries = entries, .sources = sources };
  MachiBlockFields fields = { .kind = MACHI_BLOCK_TABLE };
  g_auto (GStrv) categories = NULL;
  g_autoptr (MachiText) title = NULL;
  g_autoptr (MachiTable) table = NULL;
  gboolean is_plot = read_chart (&self, node, &fields.chart);
  const xmlNode *title_node = machi_xml_find_child (node, "title");

  title = read_title (&self, node);
  if (!read_cells (&self, node))
    return;

  table = self.table;
  fields.text = title;
  fields.table = table;
  fields.flags = self.flags;
  if (is_plot && machi_report_read_plot (reader, entries, sources, &fields, &categories))
    fields.kind = MACHI_BLOCK_PLOT;
  machi_report_add_block (reader, node, title_node != NULL ? title_node : node, &fields);
  g_clear_object (&fields.series);
}
