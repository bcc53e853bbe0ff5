/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-reading.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* What is broken, or made to do harm, is refused or told; nothing else happens. */

static void
assert_refused (const char *text, gssize length, guint line, const char *part)
{
  g_auto (Reading) r = { 0 };

  reading_bytes (&r, text, length);
  g_assert_null (r.document);
  g_assert_error (r.error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpuint (reading_count_problems (&r), ==, 1);
  reading_assert_problem (&r, 0, line, part);
}

static void
test_malformed (void)
{
  assert_refused ("", 0, 1, "not well-formed");
  assert_refused ("plain", -1, 1, "not well-formed");
  assert_refused (HEAD "<para>A</para>\n<para>B</article>", -1, BODY_LINE + 1, "para");
  assert_refused (HEAD "<para>&nbsp;</para></article>", -1, BODY_LINE, "nbsp");
  assert_refused (HEAD "<para>a\xe9z</para></article>", -1, BODY_LINE, "UTF-8");
  assert_refused ("\xff\xfe<\0a\0/\0>\0", 10, 1, "UTF-8");
  assert_refused (HEAD "<para>\0</para></article>", sizeof (HEAD) + 20, BODY_LINE, "UTF-8");
  assert_refused (HEAD "<para>&#1;</para></article>", -1, BODY_LINE, "not well-formed");
}

static void
test_encodings (void)
{
  g_auto (Reading) r = { 0 };

  /* UTF-8 holds whatever the declaration says, and a byte order mark is no harm. */
  reading_bytes (&r, "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" HEAD "<para>é</para></article>", -1);
  reading_assert_sound (&r);
  g_assert_cmpstr (machi_block_get_plain (reading_get_block (&r, 0)), ==, "é");
}

static void
test_entities (void)
{
  g_autofree char *secret = g_build_filename (g_get_tmp_dir (), "machi-secret", NULL);
  g_autofree char *external = NULL;

  g_assert_true (g_file_set_contents (secret, "SECRET", -1, NULL));
  external = g_strdup_printf (
      "<!DOCTYPE article [<!ENTITY x SYSTEM \"file://%s\">]>\n" HEAD "<para>&x;</para></article>", secret);
  assert_refused (external, -1, 1, "DOCTYPE");
  assert_refused (
      "<?xml version=\"1.0\"?>\n<!DOCTYPE article [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
      "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]>" HEAD
      "<para>&f;</para></article>",
      -1, 2, "DOCTYPE");
  assert_refused ("<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;]><a/>", -1, 1, "DOCTYPE");
  assert_refused ("<!DOCTYPE article SYSTEM \"http://127.0.0.1:9/docbook.dtd\">\n" HEAD "</article>", -1, 1, "DOCTYPE");
  g_unlink (secret);
}

static void
test_xinclude (void)
{
  g_auto (Reading) r = { 0 };

  reading_body (&r,
                "<para xmlns:xi=\"http://www.w3.org/2001/XInclude\">A<xi:include href=\"/etc/passwd\" parse=\"text\"/>"
                "</para>");
  g_assert_cmpuint (reading_count_problems (&r), ==, 1);
  reading_assert_problem (&r, 0, BODY_LINE, "“include”");
  g_assert_cmpstr (machi_block_get_plain (reading_get_block (&r, 0)), ==, "A");
}

static void
test_namespace_error (void)
{
  g_auto (Reading) r = { 0 };

  reading_body (&r, "<para>A</para>\n<no:para>B</no:para>");
  g_assert_no_error (r.error);
  reading_assert_problem (&r, 0, BODY_LINE + 1, "no");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (r.document)), ==, 1);
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD "<para>\n");
  g_autoptr (GString) large = g_string_new (HEAD "<para>");
  g_autoptr (GString) many = g_string_new ("<section xml:id=\"s\"><title>S</title>");
  g_autoptr (GString) wrong = g_string_new ("");
  g_auto (Reading) blocks = { 0 };
  g_auto (Reading) problems = { 0 };

  for (guint i = 0; i < 300; i++)
    g_string_append (deep, "<emphasis>");
  assert_refused (deep->str, -1, BODY_LINE + 1, "64 deep");

  while (large->len <= MACHI_REPORT_MAX_SIZE)
    g_string_append (large, "0123456789abcdef ");
  assert_refused (large->str, -1, 0, "too large");

  for (guint i = 0; i < MACHI_REPORT_MAX_BLOCKS + 10; i++)
    g_string_append (many, "<para>A</para>");
  g_string_append (many, "</section>");
  reading_body (&blocks, many->str);
  g_assert_cmpuint (reading_count_problems (&blocks), ==, 1);
  reading_assert_problem (&blocks, 0, 2, "20000 blocks");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (blocks.document)), ==, MACHI_REPORT_MAX_BLOCKS);

  for (guint i = 0; i < 1000; i++)
    g_string_append (wrong, "<bridgehead/>\n");
  reading_body (&problems, wrong->str);
  g_assert_cmpuint (reading_count_problems (&problems), ==, 100);
  reading_assert_problem (&problems, 99, BODY_LINE + 99, "more problems");
}

static void
test_long_lines (void)
{
  g_autoptr (GString) text = g_string_new ("");
  g_auto (Reading) r = { 0 };

  /* libxml2 alone counts lines to 65535. */
  for (guint i = 0; i < 70000; i++)
    g_string_append_c (text, '\n');
  g_string_append (text, "<figure>x</figure>");
  reading_body (&r, text->str);
  reading_assert_problem (&r, 0, BODY_LINE + 70000, "figure");
}

static void
test_missing (void)
{
  g_auto (Reading) r = { 0 };
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/r.xml");

  reading_file (&r, file, "reports/r.xml");
  g_assert_error (r.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static gpointer
read_in_thread (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    assert_refused (data, -1, BODY_LINE, "nbsp");

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, (gpointer) (HEAD "<para>&nbsp;</para></article>"));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-hostile/malformed", test_malformed);
  g_test_add_func ("/report-hostile/encodings", test_encodings);
  g_test_add_func ("/report-hostile/entities", test_entities);
  g_test_add_func ("/report-hostile/xinclude", test_xinclude);
  g_test_add_func ("/report-hostile/namespace-error", test_namespace_error);
  g_test_add_func ("/report-hostile/limits", test_limits);
  g_test_add_func ("/report-hostile/long-lines", test_long_lines);
  g_test_add_func ("/report-hostile/missing", test_missing);
  g_test_add_func ("/report-hostile/threads", test_threads);

  return g_test_run ();
}
