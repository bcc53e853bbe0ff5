/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-fixture.h"

#include "machi-report-layout.h"
#include "machi-report-print.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>

static PangoContext *
new_paper_context (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);

  pango_cairo_context_set_resolution (context, 72);

  return context;
}

static void
assert_before (MachiReportLayout *layout, const char *first, const char *second, double page_height)
{
  guint first_page, second_page;
  double first_y, second_y, first_height, second_height;

  g_assert_true (machi_report_layout_find_block (layout, first, &first_page, &first_y, &first_height));
  g_assert_true (machi_report_layout_find_block (layout, second, &second_page, &second_y, &second_height));
  g_assert_true (first_page < second_page || first_y + first_height <= second_y + 0.01);
  g_assert_cmpfloat (second_y + second_height, <=, page_height);
}

static void
test_layout (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const double sizes[][2] = { { 470, 700 }, { 300, 250 }, { 700, 400 } };
  PangoContext *context = new_paper_context ();
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (f->document));

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (MachiReportLayout) layout
          = machi_report_layout_new (f->entry, f->document, context, sizes[s][0], sizes[s][1]);
      guint page, next_page;
      double y, height;

      g_assert_cmpuint (machi_report_layout_get_n_pages (layout), >, 1);
      g_assert_false (machi_report_layout_find_block (layout, "nothing", &page, &y, &height));
      for (guint i = 0; i + 1 < n_items; i++)
        {
          g_autoptr (MachiBlock) block = g_list_model_get_item (G_LIST_MODEL (f->document), i);
          g_autoptr (MachiBlock) next = g_list_model_get_item (G_LIST_MODEL (f->document), i + 1);

          assert_before (layout, machi_block_get_id (block), machi_block_get_id (next), sizes[s][1]);
          machi_report_layout_find_block (layout, machi_block_get_id (block), &page, &y, &height);
          machi_report_layout_find_block (layout, machi_block_get_id (next), &next_page, &y, &height);
          /* A heading is never the last on a page. */
          if (machi_block_get_kind (block) == MACHI_BLOCK_HEADING)
            g_assert_cmpuint (page, ==, next_page);
        }
    }
  g_object_unref (context);
}

static void
test_export (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "machi-report.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (machi_report_print_export (f->entry, f->document, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpuint (length, >, 10000);
  g_unlink (path);

  g_assert_false (machi_report_print_export (f->entry, f->document, "/nonexistent/r.pdf", &error));
  g_assert_nonnull (error);
}

/* Every report of the built-in pack is shown and set on paper without a warning. */
static void
test_every_report (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) root = g_file_new_for_uri (MACHI_CATALOG_BUILT_IN);
  g_autoptr (GError) error = NULL;
  g_autoptr (MachiCatalog) catalog = machi_catalog_load (root, NULL, &error);
  GListModel *reports = machi_catalog_get_entries (catalog, MACHI_KIND_REPORT);
  PangoContext *context = new_paper_context ();

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (reports); i++)
    {
      g_autoptr (MachiEntry) report = g_list_model_get_item (reports, i);
      g_autoptr (MachiReportDocument) document = machi_catalog_read_report (catalog, report, NULL, &error);
      g_autoptr (MachiReportLayout) layout = NULL;

      g_assert_no_error (error);
      machi_report_page_set_report (f->page, report, document);
      machi_test_settle ();
      layout = machi_report_layout_new (report, document, context, 470, 700);
      g_assert_cmpuint (machi_report_layout_get_n_pages (layout), >, 0);
    }
  machi_report_page_set_report (f->page, f->entry, f->document);
  g_object_unref (context);
}

int
main (int argc, char *argv[])
{
  report_fixture_init (&argc, &argv);

#define ADD(path, test)                                                                                                \
  g_test_add ("/report-print/" path, ReportFixture, NULL, report_fixture_set_up, test, report_fixture_tear_down)
  ADD ("layout", test_layout);
  ADD ("export", test_export);
  ADD ("every-report", test_every_report);

  return g_test_run ();
}
