/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-catalog.h"
#include "machi-problem.h"
#include "machi-translation.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* The built-in pack as a reader of Japanese sees it. */

static MachiCatalog *
load_built_in (void)
{
  static MachiCatalog *catalog = NULL;
  g_autoptr (GFile) root = g_file_new_for_uri (MACHI_CATALOG_BUILT_IN);
  g_autoptr (GError) error = NULL;

  if (catalog == NULL)
    catalog = machi_catalog_load (root, NULL, &error);
  g_assert_no_error (error);

  return catalog;
}

static gboolean
is_japanese (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
        return TRUE;
    }

  return FALSE;
}

static MachiStatement *
dup_first (GListModel *list)
{
  MachiStatement *statement = g_list_model_get_item (list, 0);

  g_assert_nonnull (statement);

  return statement;
}

static void
test_entry (void)
{
  MachiEntry *entry = machi_catalog_lookup (load_built_in (), MACHI_KIND_NETWORK, "iclei");
  g_autofree char *summary = NULL;
  g_autofree char *tag = NULL;
  const char *language;

  g_assert_cmpstr (machi_translation_get_language (), ==, "ja");
  g_assert_false (is_japanese (machi_entry_get_summary (entry)));
  g_assert_true (is_japanese (machi_entry_get_display_summary (entry, &language)));
  g_assert_cmpstr (language, ==, "ja");
  g_object_get (entry, "summary", &summary, "summary-language", &tag, NULL);
  g_assert_cmpstr (summary, ==, machi_entry_get_display_summary (entry, NULL));
  g_assert_cmpstr (tag, ==, "ja");

  g_assert_cmpstr (machi_entry_get_entry_type (entry), ==, "city network");
  g_assert_cmpstr (machi_entry_get_display_type (entry, &language), ==, "都市ネットワーク");
  g_assert_cmpstr (language, ==, "ja");
  entry = machi_catalog_lookup (load_built_in (), MACHI_KIND_CITY, "dalian");
  g_assert_cmpstr (machi_entry_get_display_region (entry, NULL), ==, "遼寧省");
}

/* A name that the pack has in no other language is translated; one that it has in Japanese is the pack's. */
static void
test_name (void)
{
  MachiEntry *translated = machi_catalog_lookup (load_built_in (), MACHI_KIND_NETWORK, "cnca");
  MachiEntry *own = machi_catalog_lookup (load_built_in (), MACHI_KIND_CITY, "dalian");
  const char *language;

  g_assert_cmpuint (machi_name_get_size (machi_entry_get_names (translated)), ==, 1);
  g_assert_true (is_japanese (machi_entry_get_display_name (translated, &language)));
  g_assert_cmpstr (language, ==, "ja");
  g_assert_cmpstr (machi_entry_get_name (own), ==, "大連市");
}

static void
test_statement (void)
{
  MachiEntry *city = machi_catalog_lookup (load_built_in (), MACHI_KIND_CITY, "kumamoto");
  g_autoptr (MachiStatement) milestone = dup_first (machi_entry_get_milestones (city));
  g_autofree char *text = machi_statement_dup_display_text (milestone);
  g_autofree char *tag = NULL;

  g_assert_false (is_japanese (machi_statement_get_text (milestone)));
  g_assert_true (is_japanese (text));
  g_assert_cmpstr (machi_statement_get_display_language (milestone), ==, "ja");
  g_object_get (milestone, "display-language", &tag, NULL);
  g_assert_cmpstr (tag, ==, "ja");
}

static MachiStatement *
new_statement (const char *context, const char *text, const char *unit)
{
  MachiStatementFields fields = { .text = text, .unit = unit, .value = 3, .context = context };

  if (unit != NULL)
    fields.flags = MACHI_STATEMENT_HAS_VALUE;

  return machi_statement_new (&fields);
}

static void
test_units (void)
{
  g_autoptr (MachiStatement) value = new_statement (NULL, NULL, "cities");
  g_autoptr (MachiStatement) nothing = new_statement (NULL, NULL, NULL);
  g_autofree char *text = machi_statement_dup_display_text (value);

  g_assert_cmpstr (machi_statement_get_unit (value), ==, "cities");
  g_assert_cmpstr (machi_statement_get_display_unit (value), ==, "都市");
  g_assert_nonnull (strstr (text, "都市"));
  g_assert_cmpstr (machi_statement_get_display_language (value), ==, "ja");
  g_assert_null (machi_statement_get_display_language (nothing));
}

/* What nobody translated is English and says so; and so is all that is not of the built-in pack. */
static void
test_untranslated (void)
{
  const char *known = machi_entry_get_summary (machi_catalog_lookup (load_built_in (), MACHI_KIND_NETWORK, "iclei"));
  g_autoptr (MachiStatement) unknown = new_statement ("network/iclei", "Nobody has said this.", NULL);
  g_autoptr (MachiStatement) elsewhere = new_statement ("network/c40", known, NULL);
  g_autoptr (MachiStatement) foreign = new_statement (NULL, known, NULL);
  MachiStatement *all[] = { unknown, elsewhere, foreign };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *text = machi_statement_dup_display_text (all[i]);

      g_assert_cmpstr (text, ==, machi_statement_get_text (all[i]));
      g_assert_cmpstr (machi_statement_get_display_language (all[i]), ==, "en");
    }
}

static void
test_series (void)
{
  GListModel *list = machi_entry_get_series (machi_catalog_lookup (load_built_in (), MACHI_KIND_NETWORK, "iclei"));
  g_autoptr (MachiSeries) series = g_list_model_get_item (list, 0);
  g_autoptr (MachiSeries) foreign = machi_series_new ("a", "Members", "members", MACHI_CHART_LINE);

  g_assert_cmpstr (machi_series_get_title (series), ==, "会員");
  g_assert_cmpstr (machi_series_get_unit (series), ==, "会員");
  g_assert_true (is_japanese (machi_series_get_note (series)));
  g_assert_cmpstr (machi_series_get_note_language (series), ==, "ja");
  g_assert_cmpstr (machi_series_get_title (foreign), ==, "Members");
  g_assert_cmpstr (machi_series_get_unit (foreign), ==, "members");
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
remove_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

/* A pack of a reader's own is not translated by the built-in one's words, even for an entry of the same address. */
static void
test_own_pack (void)
{
  const char *summary = machi_entry_get_summary (machi_catalog_lookup (load_built_in (), MACHI_KIND_NETWORK, "iclei"));
  g_autofree char *folder = g_dir_make_tmp ("machi-XXXXXX", NULL);
  g_autofree char *network = g_strdup_printf ("{\"kind\": \"network\", \"networks\": [{\"id\": \"iclei\", \"name\": "
                                              "{\"en\": \"Ours\"}, \"summary\": \"%s\"}]}",
                                              summary);
  g_autoptr (GFile) root = g_file_new_for_path (folder);
  g_autoptr (MachiCatalog) catalog = NULL;
  MachiEntry *entry;
  const char *language;

  write_file (folder, "manifest.json", "{\"format\": 1, \"id\": \"ours\", \"name\": {\"en\": \"Ours\"}}");
  write_file (folder, "networks.json", network);
  catalog = machi_catalog_load (root, NULL, NULL);
  entry = machi_catalog_lookup (catalog, MACHI_KIND_NETWORK, "iclei");
  g_assert_cmpstr (machi_entry_get_display_summary (entry, &language), ==, summary);
  g_assert_cmpstr (language, ==, "en");

  remove_file (folder, "manifest.json");
  remove_file (folder, "networks.json");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static MachiReportDocument *
read_report (MachiEntry *report, const char *language)
{
  g_autoptr (GListStore) problems = g_list_store_new (MACHI_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  MachiReportDocument *document = machi_catalog_read_report_in (load_built_in (), report, language, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), ==, 0);

  return document;
}

static void
test_report_languages (void)
{
  MachiEntry *report = machi_catalog_lookup (load_built_in (), MACHI_KIND_REPORT, "kumamoto-groundwater");
  g_auto (GStrv) languages = machi_catalog_list_report_languages (load_built_in (), report);
  g_autoptr (MachiReportDocument) reader = machi_catalog_read_report (load_built_in (), report, NULL, NULL);
  g_autoptr (MachiReportDocument) original = read_report (report, "en");
  g_autoptr (MachiReportDocument) unknown = read_report (report, "tlh");

  g_assert_cmpstr (languages[0], ==, "en");
  g_assert_true (g_strv_contains ((const char *const *) languages, "ja"));
  g_assert_cmpstr (machi_report_document_get_language (reader), ==, "ja");
  g_assert_true (is_japanese (machi_report_document_get_title (reader)));
  g_assert_cmpfloat (machi_report_document_get_translated_fraction (reader), ==, 1);
  g_assert_cmpstr (machi_report_document_get_language (original), ==, "en");
  g_assert_cmpfloat (machi_report_document_get_translated_fraction (original), ==, 1);
  g_assert_cmpstr (machi_report_document_get_language (unknown), ==, "en");
}

/* What a translation may not change: places to link to, kinds, sources. */
static void
compare_blocks (MachiReportDocument *original, MachiReportDocument *translated)
{
  guint n_blocks = g_list_model_get_n_items (G_LIST_MODEL (original));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (translated)), ==, n_blocks);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (machi_report_document_get_citations (translated))), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (machi_report_document_get_citations (original))));
  for (guint i = 0; i < n_blocks; i++)
    {
      g_autoptr (MachiBlock) a = g_list_model_get_item (G_LIST_MODEL (original), i);
      g_autoptr (MachiBlock) b = g_list_model_get_item (G_LIST_MODEL (translated), i);

      g_assert_cmpstr (machi_block_get_id (a), ==, machi_block_get_id (b));
      g_assert_cmpint (machi_block_get_kind (a), ==, machi_block_get_kind (b));
      g_assert_cmpint (machi_block_get_flags (a), ==, machi_block_get_flags (b));
      if (g_str_equal (machi_block_get_language (b), "en"))
        g_assert_cmpstr (machi_block_get_plain (a), ==, machi_block_get_plain (b));
    }
}

static void
test_all_reports (void)
{
  GListModel *reports = machi_catalog_get_entries (load_built_in (), MACHI_KIND_REPORT);

  for (guint i = 0; i < g_list_model_get_n_items (reports); i++)
    {
      g_autoptr (MachiEntry) report = g_list_model_get_item (reports, i);
      g_autoptr (MachiReportDocument) original = read_report (report, "en");
      g_autoptr (MachiReportDocument) translated = read_report (report, "ja");
      double fraction = machi_report_document_get_translated_fraction (translated);

      g_assert_cmpstr (machi_report_document_get_language (translated), ==, "ja");
      g_assert_cmpfloat (fraction, >, 0);
      g_assert_cmpfloat (fraction, <=, 1);
      g_assert_cmpstr (machi_report_document_get_title (translated), ==, machi_entry_get_name (report));
      g_assert_cmpstr (machi_report_document_get_summary (translated), ==,
                       machi_entry_get_display_summary (report, NULL));
      compare_blocks (original, translated);
    }
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "ja", TRUE);
  g_unsetenv ("LC_ALL");
  if (setlocale (LC_ALL, "ja_JP.UTF-8") == NULL && setlocale (LC_ALL, "C.UTF-8") == NULL)
    {
      g_print ("1..0 # SKIP no locale in UTF-8\n");
      return 0;
    }
  machi_translation_bind ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/translation/entry", test_entry);
  g_test_add_func ("/translation/name", test_name);
  g_test_add_func ("/translation/statement", test_statement);
  g_test_add_func ("/translation/units", test_units);
  g_test_add_func ("/translation/untranslated", test_untranslated);
  g_test_add_func ("/translation/series", test_series);
  g_test_add_func ("/translation/own-pack", test_own_pack);
  g_test_add_func ("/translation/report-languages", test_report_languages);
  g_test_add_func ("/translation/all-reports", test_all_reports);

  return g_test_run ();
}
