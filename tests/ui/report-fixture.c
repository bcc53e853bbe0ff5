/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-fixture.h"

#include "machi-test.h"

#include "machi-problem.h"
#include "machi-report-reader.h"

/* What the tests of the report page share. */

#define CITE(id) "<citation>" id "</citation>"
#define ROW(a, b) "<row><entry>" a "</entry><entry>" b "</entry></row>"
#define TABLE(id, role, rows)                                                                                          \
  "<table xml:id=\"" id "\"" role "><title>Title of " id CITE ("one") "</title><tgroup cols=\"2\"><thead>" ROW (       \
      "Year", "Water (m³)") "</thead><tbody>" rows "</tbody></tgroup></table>"
#define FILL                                                                                                           \
  "<para>Long enough to fill a line or two, and to be broken where a page ends, with words and words again.</para>"
#define FILL_8 FILL FILL FILL FILL FILL FILL FILL FILL

static const char sample[] = REPORT_HEAD
    "<section xml:id=\"first\"><title>First <emphasis>part</emphasis></title>"
    "<para>WATER from <link xlink:href=\"machi:city/kumamoto#x\">Kumamoto &amp; around</link>." CITE ("one")
        CITE ("two") " See <link xlink:href=\"https://example.org/?a=1&amp;b=2\">the web</link>.</para>"
                     "<para role=\"unverified\">Said by nobody.</para><para role=\"inference\">Thought by us." CITE (
                         "two") "</para>"
                                "<itemizedlist><listitem><para>Bullet</para></listitem></itemizedlist>"
                                "<orderedlist><listitem><para>Number</para></listitem></orderedlist>"
                                "<blockquote><para>Quoted</para></blockquote><note><para>Noted</para></note>"
                                "<section xml:id=\"inner\"><title>Inner</title><para>Plain</para></section></section>"
                                "<section xml:id=\"second\"><title>Second</title>" TABLE (
                                    "t", "", ROW ("1999", "Water tower" CITE ("one")) ROW ("2000", "–"))
                                    TABLE ("p", " role=\"line-chart\"", ROW ("2001", "11") ROW ("2002", "4242.5"))
                                        FILL_8 FILL_8 FILL_8 FILL_8
    "</section>"
    "<section xml:id=\"last\"><title>Last</title><para>The Wäter end.</para></section></article>";

static MachiSource *
lookup (const char *id, gpointer data)
{
  GHashTable *sources = data;
  MachiSource *source = g_hash_table_lookup (sources, id);
  g_autofree char *title = g_strdup_printf ("The source <%s>", id);
  g_autofree char *url = g_strdup_printf ("https://example.org/%s?a=1&b=2", id);

  if (source == NULL)
    {
      source = machi_source_new (&(MachiSourceFields) {
          .id = id, .title = title, .publisher = "A & B", .url = url, .published = "2013", .seen = "2026-11-23" });
      g_hash_table_insert (sources, g_strdup (id), source);
    }

  return source;
}

MachiReportDocument *
report_fixture_read_document (const char *text, GHashTable *sources)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("machi-XXXXXX.xml", &stream, NULL);
  g_autoptr (GListStore) problems = g_list_store_new (MACHI_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  MachiReportDocument *document;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  document = machi_report_read (file, "r.xml", lookup, sources, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), ==, 0);
  g_file_delete (file, NULL, NULL);

  return document;
}

static void
open_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  ReportFixture *f = data;

  g_set_str (&f->opened, g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = { { "open", open_cb, "s", NULL, NULL, { 0 } } };

static MachiEntry *
new_entry (void)
{
  g_autoptr (MachiName) name = machi_name_new ();
  MachiEntry *entry;

  machi_name_add (name, "en", "A title");
  entry = machi_entry_new (MACHI_KIND_REPORT, "r", name);
  machi_entry_set_text (entry, MACHI_TEXT_TYPE, "case");
  machi_entry_set_period (entry, 2001, 2010);

  return entry;
}

void
report_fixture_set_up (ReportFixture *f, gconstpointer data)
{
  const char *text = data != NULL ? data : sample;

  f->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  f->document = report_fixture_read_document (text, f->sources);
  f->entry = new_entry ();
  f->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (f->actions), entries, G_N_ELEMENTS (entries), f);

  f->window = GTK_WINDOW (gtk_window_new ());
  f->page = MACHI_REPORT_PAGE (machi_report_page_new ());
  gtk_widget_insert_action_group (GTK_WIDGET (f->window), "win", G_ACTION_GROUP (f->actions));
  gtk_window_set_child (f->window, GTK_WIDGET (f->page));
  gtk_window_set_default_size (f->window, 800, 600);
  machi_report_page_set_report (f->page, f->entry, f->document);
  gtk_window_present (f->window);
  machi_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (f->page))
                         && gtk_widget_get_height (GTK_WIDGET (f->page)) > 0);
  machi_test_settle ();
}

void
report_fixture_tear_down (ReportFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (f->window);
  machi_test_settle ();
  g_assert_finalize_object (f->entry);
  g_assert_finalize_object (f->document);
  g_clear_object (&f->actions);
  g_clear_pointer (&f->sources, g_hash_table_unref);
  g_clear_pointer (&f->opened, g_free);
}

/* As the program does it of itself. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/machi/Machi/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
report_fixture_init (int *argc, char ***argv)
{
  machi_test_pardon_frames ();
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  load_style ();
}
