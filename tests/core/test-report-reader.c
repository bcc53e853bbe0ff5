/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-reading.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static void
assert_block (Reading *self, guint position, MachiBlockKind kind, const char *id, const char *plain)
{
  MachiBlock *block = reading_get_block (self, position);

  g_assert_cmpstr (machi_block_get_plain (block), ==, plain);
  g_assert_cmpint (machi_block_get_kind (block), ==, kind);
  g_assert_cmpstr (machi_block_get_id (block), ==, id);
  g_assert_true (machi_report_document_find_block (self->document, id, NULL) == block);
}

static const MachiRun *
assert_run (MachiBlock *block, guint index, MachiRunStyle style, const char *text)
{
  const char *plain = machi_block_get_plain (block);
  guint n_runs;
  const MachiRun *runs = machi_text_get_runs (machi_block_get_text (block), &n_runs);
  g_autofree char *covered = NULL;

  g_assert_cmpuint (index, <, n_runs);
  covered = g_strndup (plain + runs[index].start, runs[index].end - runs[index].start);
  g_assert_cmpstr (covered, ==, text);
  g_assert_cmpint (runs[index].style, ==, style);

  return &runs[index];
}

static void
test_blocks (void)
{
  g_auto (Reading) r = { 0 };
  guint position;

  reading_body (&r, "<para>Before.</para>"
                    "<section xml:id=\"a\"><title>A <emphasis>b</emphasis></title>"
                    "<para>One\n  two.</para><para xml:id=\"named\">Three</para><para>Four</para>"
                    "<blockquote><para>Q1</para><para>Q2</para></blockquote><note><para>N</para></note>"
                    "<section xml:id=\"b\"><title>B</title><para>Five</para></section></section>");
  reading_assert_sound (&r);
  g_assert_cmpstr (machi_report_document_get_id (r.document), ==, "r");
  g_assert_cmpstr (machi_report_document_get_title (r.document), ==, "The title");
  g_assert_cmpstr (machi_report_document_get_summary (r.document), ==, "The summary.");
  g_assert_cmpstr (machi_report_document_get_language (r.document), ==, "en");

  assert_block (&r, 0, MACHI_BLOCK_PARAGRAPH, "r.1", "Before.");
  assert_block (&r, 1, MACHI_BLOCK_HEADING, "a", "A b");
  assert_block (&r, 2, MACHI_BLOCK_PARAGRAPH, "a.1", "One two.");
  assert_block (&r, 3, MACHI_BLOCK_PARAGRAPH, "named", "Three");
  assert_block (&r, 4, MACHI_BLOCK_PARAGRAPH, "a.3", "Four");
  assert_block (&r, 5, MACHI_BLOCK_QUOTE, "a.4", "Q1");
  assert_block (&r, 6, MACHI_BLOCK_QUOTE, "a.5", "Q2");
  assert_block (&r, 7, MACHI_BLOCK_NOTE, "a.6", "N");
  assert_block (&r, 8, MACHI_BLOCK_HEADING, "b", "B");
  assert_block (&r, 9, MACHI_BLOCK_PARAGRAPH, "b.1", "Five");
  g_assert_cmpuint (machi_block_get_level (reading_get_block (&r, 1)), ==, 1);
  g_assert_cmpuint (machi_block_get_level (reading_get_block (&r, 8)), ==, 2);
  g_assert_cmpint (machi_block_get_flags (reading_get_block (&r, 5)), ==, MACHI_BLOCK_CONTINUED);
  g_assert_cmpint (machi_block_get_flags (reading_get_block (&r, 6)), ==, MACHI_BLOCK_CONTINUES);
  g_assert_cmpint (machi_block_get_flags (reading_get_block (&r, 7)), ==, 0);

  g_assert_cmpuint (g_list_model_get_n_items (machi_report_document_get_contents (r.document)), ==, 2);
  g_assert_nonnull (machi_report_document_find_block (r.document, "named", &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_null (machi_report_document_find_block (r.document, "nothing", NULL));
  g_assert_cmpuint (machi_report_document_get_n_words (r.document), ==, 12);
  g_assert_cmpuint (machi_report_document_get_reading_minutes (r.document), ==, 1);
}

static void
test_lists (void)
{
  g_auto (Reading) r = { 0 };

  reading_body (&r, "<section xml:id=\"s\"><title>S</title>"
                    "<orderedlist><listitem><para>1a</para><para>1b</para></listitem>"
                    "<listitem><para>2</para></listitem></orderedlist>"
                    "<itemizedlist><listitem><para>x</para></listitem></itemizedlist></section>");
  reading_assert_sound (&r);
  assert_block (&r, 1, MACHI_BLOCK_LIST_ITEM, "s.1", "1a");
  assert_block (&r, 2, MACHI_BLOCK_LIST_ITEM, "s.2", "1b");
  assert_block (&r, 3, MACHI_BLOCK_LIST_ITEM, "s.3", "2");
  assert_block (&r, 4, MACHI_BLOCK_LIST_ITEM, "s.4", "x");
  g_assert_cmpint (machi_block_get_list (reading_get_block (&r, 1)), ==, MACHI_LIST_NUMBER);
  g_assert_cmpuint (machi_block_get_number (reading_get_block (&r, 1)), ==, 1);
  g_assert_cmpint (machi_block_get_flags (reading_get_block (&r, 2)), ==, MACHI_BLOCK_CONTINUES);
  g_assert_cmpuint (machi_block_get_number (reading_get_block (&r, 3)), ==, 2);
  g_assert_cmpint (machi_block_get_list (reading_get_block (&r, 4)), ==, MACHI_LIST_BULLET);
  g_assert_cmpuint (machi_block_get_number (reading_get_block (&r, 4)), ==, 0);
  g_assert_cmpuint (machi_block_get_level (reading_get_block (&r, 4)), ==, 1);
}

static void
test_inlines (void)
{
  g_auto (Reading) r = { 0 };
  const MachiRun *run;
  MachiBlock *block;
  guint n_runs;

  reading_body (&r, "<para>\n  <emphasis>Ä</emphasis> CO<subscript>2</subscript>, m<superscript>3</superscript> &amp; "
                    "<emphasis role=\"strong\">so  <foreignphrase xml:lang=\"ja\">町</foreignphrase></emphasis> &lt;b> "
                    "<link xlink:href=\"machi:city/kumamoto#x\"> Kuma<emphasis>moto</emphasis> </link>\n"
                    "<link xlink:href=\"https://example.org/?a=1&amp;b=2\">web</link>.<!-- no --></para>");
  reading_assert_sound (&r);
  block = reading_get_block (&r, 0);
  g_assert_cmpstr (machi_block_get_plain (block), ==, "Ä CO2, m3 & so 町 <b> Kumamoto web.");
  machi_text_get_runs (machi_block_get_text (block), &n_runs);
  g_assert_cmpuint (n_runs, ==, 8);
  assert_run (block, 0, MACHI_RUN_EMPHASIS, "Ä");
  assert_run (block, 1, MACHI_RUN_SUBSCRIPT, "2");
  assert_run (block, 2, MACHI_RUN_SUPERSCRIPT, "3");
  assert_run (block, 3, MACHI_RUN_STRONG, "so");
  run = assert_run (block, 4, MACHI_RUN_STRONG | MACHI_RUN_FOREIGN, "町");
  g_assert_cmpstr (run->language, ==, "ja");
  run = assert_run (block, 5, MACHI_RUN_LINK, "Kuma");
  g_assert_cmpstr (run->address, ==, "machi:city/kumamoto#x");
  assert_run (block, 6, MACHI_RUN_LINK | MACHI_RUN_EMPHASIS, "moto");
  run = assert_run (block, 7, MACHI_RUN_LINK, "web");
  g_assert_cmpstr (run->address, ==, "https://example.org/?a=1&b=2");
}

static void
test_line_breaks (void)
{
  g_auto (Reading) r = { 0 };

  reading_body (&r, "<para>北九州\n  市は、\n<emphasis>環境</emphasis>\nASEAN\n시\n시 漢 字</para>");
  reading_assert_sound (&r);
  g_assert_cmpstr (machi_block_get_plain (reading_get_block (&r, 0)), ==, "北九州市は、環境 ASEAN 시 시 漢 字");
}

static void
test_citations (void)
{
  g_auto (Reading) r = { 0 };
  MachiCitations *citations;
  const MachiRun *run;
  g_autofree char *words = NULL;

  reading_body (&r, "<para>One.<citation>b</citation>\n<citation> a </citation><citation>b</citation> Two"
                    "<citation>c</citation>.</para><para>X<citation>c</citation><citation>a</citation></para>"
                    "<para>No mark <citation>no-such</citation>.</para>");
  citations = machi_report_document_get_citations (r.document);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (citations)), ==, 3);
  g_assert_cmpstr (machi_source_get_id (machi_citation_get_source (machi_citations_get_nth (citations, 1))), ==, "b");

  g_assert_cmpstr (machi_block_get_plain (reading_get_block (&r, 0)), ==, "One.[1, 2] Two[3].");
  run = assert_run (reading_get_block (&r, 0), 0, MACHI_RUN_CITATION, "[1, 2]");
  g_assert_cmpuint (run->n_numbers, ==, 2);
  g_assert_cmpuint (run->numbers[0], ==, 1);
  g_assert_cmpuint (run->numbers[1], ==, 2);
  assert_run (reading_get_block (&r, 0), 1, MACHI_RUN_CITATION, "[3]");
  words = machi_text_dup_words (machi_block_get_text (reading_get_block (&r, 0)));
  g_assert_cmpstr (words, ==, "One. Two.");
  /* Numbers of one mark ascend, whatever order they were cited in. */
  assert_run (reading_get_block (&r, 1), 0, MACHI_RUN_CITATION, "[2, 3]");

  /* What cites only sources that do not exist is not verified. */
  g_assert_cmpuint (reading_count_problems (&r), ==, 1);
  reading_assert_problem (&r, 0, BODY_LINE + 1, "no source “no-such”");
  g_assert_cmpstr (machi_block_get_plain (reading_get_block (&r, 2)), ==, "No mark .");
  g_assert_true (machi_block_get_unverified (reading_get_block (&r, 2)));
  g_assert_false (machi_block_get_unverified (reading_get_block (&r, 0)));
}

static void
test_trust (void)
{
  g_auto (Reading) r = { 0 };

  reading_body (&r, "<para role=\"unverified\">A</para><para role=\"inference\">B</para><para>C</para>");
  reading_assert_sound (&r);
  g_assert_true (machi_block_get_unverified (reading_get_block (&r, 0)));
  g_assert_false (machi_block_get_inference (reading_get_block (&r, 0)));
  g_assert_true (machi_block_get_inference (reading_get_block (&r, 1)));
  g_assert_cmpint (machi_block_get_flags (reading_get_block (&r, 2)), ==, 0);
}

#define TABLE(attributes, header, rows)                                                                                \
  "<table xml:id=\"t\" " attributes "><title>T<citation>s</citation></title><tgroup cols=\"2\">\n<thead><row>" header  \
  "</row></thead><tbody>\n" rows "</tbody></tgroup></table>"
#define ENTRIES(a, b) "<entry>" a "</entry><entry>" b "</entry>"
#define ROW(a, b) "<row>" ENTRIES (a, b) "</row>\n"

static void
test_table (void)
{
  g_auto (Reading) r = { 0 };
  MachiTable *table;
  MachiBlock *block;

  reading_body (&r, TABLE ("role=\"unverified\"", ENTRIES ("Date", "Step"),
                           ROW ("1978", "An <emphasis>act</emphasis><citation>s</citation>") ROW ("2,003", "")));
  reading_assert_sound (&r);
  assert_block (&r, 0, MACHI_BLOCK_TABLE, "t", "T[1]");
  block = reading_get_block (&r, 0);
  table = machi_block_get_table (block);
  g_assert_true (machi_block_get_unverified (block));
  g_assert_null (machi_block_get_series (block));
  g_assert_cmpuint (machi_table_get_n_columns (table), ==, 2);
  g_assert_cmpuint (machi_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (machi_text_get_plain (machi_table_get_header (table, 1)), ==, "Step");
  g_assert_cmpstr (machi_text_get_plain (machi_table_get_cell (table, 0, 1)), ==, "An act[1]");
  g_assert_cmpstr (machi_text_get_plain (machi_table_get_cell (table, 1, 1)), ==, "");
  g_assert_true (machi_table_column_is_numeric (table, 0));
  g_assert_false (machi_table_column_is_numeric (table, 1));
}

static void
test_plot (void)
{
  g_auto (Reading) r = { 0 };
  g_autoptr (MachiSeries) series = NULL;
  const MachiPoint *points;
  MachiBlock *block;
  guint n_points;

  reading_body (&r, TABLE ("role=\"line-chart\"", ENTRIES ("Year", "Use (public) (L per <emphasis>day</emphasis>)"),
                           ROW ("2005", "8.53") ROW ("2006", "–") ROW ("2007", "−1.5<citation>q</citation>")));
  reading_assert_sound (&r);
  assert_block (&r, 0, MACHI_BLOCK_PLOT, "t", "T[1]");
  block = reading_get_block (&r, 0);
  g_assert_cmpint (machi_block_get_chart (block), ==, MACHI_CHART_LINE);
  g_assert_null (machi_block_get_categories (block));
  g_assert_nonnull (machi_block_get_table (block));
  g_assert_cmpuint (g_list_model_get_n_items (machi_block_get_series (block)), ==, 1);

  series = g_list_model_get_item (machi_block_get_series (block), 0);
  g_assert_cmpstr (machi_series_get_title (series), ==, "Use (public)");
  g_assert_cmpstr (machi_series_get_unit (series), ==, "L per day");
  g_assert_cmpuint (machi_series_get_sources (series)->len, ==, 2);
  points = machi_series_get_points (series, &n_points);
  g_assert_cmpuint (n_points, ==, 3);
  g_assert_cmpfloat (points[0].x, ==, 2005);
  g_assert_cmpfloat (points[0].y, ==, 8.53);
  g_assert_true (isnan (points[1].y));
  g_assert_cmpfloat (points[2].y, ==, -1.5);
}

static void
test_categories (void)
{
  g_auto (Reading) r = { 0 };
  g_autoptr (MachiSeries) series = NULL;
  const char *const *categories;
  const MachiPoint *points;
  guint n_points;

  reading_body (&r,
                TABLE ("role=\"bar-chart\"", ENTRIES ("Country", "Sites"), ROW ("Viet Nam", "3") ROW ("2004", "5")));
  reading_assert_sound (&r);
  categories = machi_block_get_categories (reading_get_block (&r, 0));
  g_assert_cmpstr (categories[0], ==, "Viet Nam");
  g_assert_cmpstr (categories[1], ==, "2004");
  g_assert_null (categories[2]);
  series = g_list_model_get_item (machi_block_get_series (reading_get_block (&r, 0)), 0);
  g_assert_cmpint (machi_series_get_chart (series), ==, MACHI_CHART_BAR);
  g_assert_null (machi_series_get_unit (series));
  points = machi_series_get_points (series, &n_points);
  g_assert_cmpfloat (points[1].x, ==, 1);
  g_assert_cmpfloat (points[1].y, ==, 5);
}

/* Each breach of the rules is told once, with its line, and what is sound stays. */
typedef struct
{
  const char *body;
  guint line;
  const char *part;
  guint n_blocks;
} Breach;

static const Breach breaches[] = {
  { "<para>A</para>\n<figure/>", 1, "“figure”", 1 },
  { "<para>A <guilabel>kept</guilabel></para>", 0, "“guilabel”", 1 },
  { "\n<para>A <x:emphasis xmlns:x=\"urn:x\">b</x:emphasis></para>", 1, "“emphasis”", 1 },
  { "<section><title>No ID</title><para>A</para></section>", 0, "xml:id", 2 },
  { "<section xml:id=\"a\"><para>A</para></section>", 0, "title", 1 },
  { "<section xml:id=\"a\"><title>A<citation>s</citation></title><para>A</para></section>", 0, "“citation”", 2 },
  { "<section xml:id=\"a\"><title>1</title><section xml:id=\"b\"><title>2</title>\n<section "
    "xml:id=\"c\"><title>3</title>"
    "<para>A</para></section></section></section>",
    1, "2 deep", 4 },
  { "<para xml:id=\"a\">A</para>\n<para xml:id=\"a\">B</para>", 1, "already", 2 },
  { "<para/>", 0, "empty", 0 },
  { "<para role=\"fine\">A</para>", 0, "“fine”", 1 },
  { "Bare<para>A</para>", 0, "in a para", 1 },
  { "<para><link xlink:href=\"machi:town/x\">A</link></para>", 0, "machi:town/x", 1 },
  { "<para><link xlink:href=\"machi:map\">A</link></para>", 0, "machi:map", 1 },
  { "<para><link xlink:href=\"javascript:alert(1)\">A</link></para>", 0, "javascript", 1 },
  { "<para><link xlink:href=\"file:///etc/passwd\">A</link></para>", 0, "file:", 1 },
  { "<para><link xlink:href=\"https://\">A</link></para>", 0, "https://", 1 },
  { "<para><link>A</link></para>", 0, "no address", 1 },
  { "<para><link xlink:href=\"machi:report/r#gone\">A</link></para>", 0, "“gone”", 1 },
  { "<para>A<citation>no-b</citation></para>", 0, "no-b", 1 },
  { "<para><foreignphrase>町</foreignphrase></para>", 0, "language", 1 },
  { "<para><subscript><emphasis>2</emphasis></subscript></para>", 0, "“emphasis”", 1 },
  { "<itemizedlist><para>A</para></itemizedlist>", 0, "“para”", 0 },
  { "<itemizedlist><listitem><para>A</para><itemizedlist><listitem><para>B</para></listitem></itemizedlist></listitem>"
    "</itemizedlist>",
    0, "“itemizedlist”", 2 },
  { "<table xml:id=\"t\"><tgroup "
    "cols=\"1\"><thead><row><entry>A</entry></row></thead><tbody><row><entry>1</entry></row>"
    "</tbody></tgroup></table>",
    0, "needs a title", 1 },
  { "<table xml:id=\"t\"><title>T</title><tgroup "
    "cols=\"1\"><thead><row><entry>A</entry></row></thead></tgroup></table>",
    0, "rows in tbody", 0 },
  { "<table xml:id=\"t\"><title>T</title><tgroup><thead><row><entry>A</entry></row></thead><tbody><row><entry>1</entry>"
    "</row></tbody></tgroup></table>",
    0, "how many columns", 1 },
  { TABLE ("", ENTRIES ("A", "B"), "<row><entry>1</entry></row>"), 2, "1 entry", 1 },
  { TABLE ("", ENTRIES ("A", "B"), "\n<row>" ENTRIES ("1", "2") "<entry>3</entry></row>"), 3, "3 entries", 1 },
  { TABLE ("role=\"pie-chart\"", ENTRIES ("A", "B"), ROW ("1", "2")), 0, "pie-chart", 1 },
  { TABLE ("role=\"line-chart\"", ENTRIES ("A", "B"), ROW ("2001", "2") ROW ("2002", "1,000")), 3, "1,000", 1 },
  { TABLE ("role=\"line-chart\"", ENTRIES ("A", "B"), ROW ("2001", "many")), 2, "many", 1 },
  { TABLE ("role=\"line-chart\"", ENTRIES ("A", "B"), ROW ("2001", "1") ROW ("2001", "1")), 3, "ascend", 1 },
  { TABLE ("role=\"line-chart\"", ENTRIES ("A", "B"), ROW ("2001", "1") ROW ("2002", "0x1f")), 3, "0x1f", 1 },
  { TABLE ("role=\"line-chart\"", ENTRIES ("A", "B"), ROW ("2001", "1") ROW ("2002", "inf")), 3, "inf", 1 },
};

static void
test_breaches (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (breaches); i++)
    {
      g_auto (Reading) r = { 0 };

      g_test_message ("%s", breaches[i].body);
      reading_body (&r, breaches[i].body);
      g_assert_no_error (r.error);
      g_assert_cmpuint (reading_count_problems (&r), ==, 1);
      reading_assert_problem (&r, 0, BODY_LINE + breaches[i].line, breaches[i].part);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (r.document)), ==, breaches[i].n_blocks);
    }
}

static void
test_nested_list (void)
{
  g_auto (Reading) r = { 0 };

  reading_body (&r, breaches[22].body);
  g_assert_cmpuint (machi_block_get_level (reading_get_block (&r, 0)), ==, 1);
  g_assert_cmpuint (machi_block_get_level (reading_get_block (&r, 1)), ==, 2);
}

static void
test_head (void)
{
  g_auto (Reading) bare = { 0 };
  g_auto (Reading) other = { 0 };

  reading_bytes (&bare, "<article xmlns=\"http://docbook.org/ns/docbook\"/>", -1);
  g_assert_no_error (bare.error);
  g_assert_cmpuint (reading_count_problems (&bare), ==, 3);
  reading_assert_problem (&bare, 0, 1, "xml:id");
  reading_assert_problem (&bare, 1, 1, "xml:lang");
  reading_assert_problem (&bare, 2, 1, "info");

  reading_bytes (&other, "<html/>", -1);
  g_assert_error (other.error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  reading_assert_problem (&other, 0, 1, "DocBook article");
}

/* Every report of the built-in pack: what it cites is not the reader's matter. */
static void
test_catalog (void)
{
  const char *folder = g_getenv ("MACHI_CATALOG_DIR");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "reports", NULL) : NULL;
  g_autoptr (GDir) dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;
  guint n_reports = 0;

  if (dir == NULL)
    {
      g_test_skip ("MACHI_CATALOG_DIR names no pack");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_auto (Reading) r = { 0 };
      g_autofree char *file_path = g_build_filename (path, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (file_path);

      reading_file (&r, file, name);
      reading_assert_sound (&r);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (r.document)), >, 5);
      n_reports++;
    }
  g_assert_cmpuint (n_reports, >, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-reader/blocks", test_blocks);
  g_test_add_func ("/report-reader/lists", test_lists);
  g_test_add_func ("/report-reader/inlines", test_inlines);
  g_test_add_func ("/report-reader/line-breaks", test_line_breaks);
  g_test_add_func ("/report-reader/citations", test_citations);
  g_test_add_func ("/report-reader/trust", test_trust);
  g_test_add_func ("/report-reader/table", test_table);
  g_test_add_func ("/report-reader/plot", test_plot);
  g_test_add_func ("/report-reader/categories", test_categories);
  g_test_add_func ("/report-reader/breaches", test_breaches);
  g_test_add_func ("/report-reader/nested-list", test_nested_list);
  g_test_add_func ("/report-reader/head", test_head);
  g_test_add_func ("/report-reader/catalog", test_catalog);

  return g_test_run ();
}
