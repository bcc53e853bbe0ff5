/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-year-span.h"
#include "search-fixture.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_EXPECTATIONS 120

static MachiSearchEngine *engine;

static gboolean
check_expectation (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", -1);
  g_autoptr (MachiSearchAnswer) answer = NULL;
  g_autofree char *described = NULL;
  g_auto (GStrv) found = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_true (g_str_has_prefix (parts[1], "machi:"));
  g_assert_true (g_str_equal (parts[2], "1") || g_str_equal (parts[2], "5"));

  answer = search_fixture_find (engine, parts[0]);
  described = search_fixture_describe (engine, answer, (guint) atoi (parts[2]));
  found = g_strsplit (described, " ", -1);
  if (g_strv_contains ((const char *const *) found, parts[1] + strlen ("machi:")))
    return TRUE;

  g_test_message ("“%s” must give %s among the first %s, but gives: %s", parts[0], parts[1], parts[2], described);

  return FALSE;
}

/* Every line of the file holds. */
static void
check_expectations (const char *name, guint least)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0, n_failed = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      n++;
      n_failed += check_expectation (lines[i]) ? 0 : 1;
    }

  g_assert_cmpuint (n_failed, ==, 0);
  g_assert_cmpuint (n, >=, least);
}

static void
test_ranking (void)
{
  check_expectations ("ranking.tsv", LEAST_EXPECTATIONS);
}

/* In each language of the interface. */
static void
test_scripts (void)
{
  check_expectations ("scripts.tsv", 17);
}

/* The documents of the study of peers, in texts and not in names. */
static void
test_folding (void)
{
  static const char *const texts[] = { "Straße in Łódź",
                                       "København and Ærøskøbing",
                                       "Diyarbakır, İstanbul and Kraków",
                                       "Ångström façade",
                                       "中国上海市的气候",
                                       "東京都の気候変動と北京",
                                       "서울특별시의 기후변화",
                                       "Donaudampfschifffahrt",
                                       "雨水と水道",
                                       "ภาวะโลกร้อนในกรุงเทพมหานคร",
                                       NULL };
  static const char *const found[][2] = {
    { "strasse", "n0" },  { "lodz", "n0" },   { "kobenhavn", "n1" }, { "aeroskobing", "n1" }, { "diyarbakir", "n2" },
    { "istanbul", "n2" }, { "krakow", "n2" }, { "angstrom", "n3" },  { "facade", "n3" },      { "上海", "n4" },
    { "气候", "n4" },     { "気候", "n5" },   { "東京", "n5" },      { "北京", "n5" },        { "서울", "n6" },
    { "기후", "n6" },     { "dampf", "n7" },  { "STRASSE", "n0" },   { "水道", "n8" },        { "雨", "n8" },
    { "กรุงเทพ", "n9" },   { "โลกร้อน", "n9" }, { "stras", "n0" },     { "faca", "n3" },
  };
  char *folder = search_fixture_make_folder ();
  g_autoptr (MachiCatalog) catalog = search_fixture_make_catalog (folder, texts);
  g_autoptr (MachiSearchEngine) other = search_fixture_make_engine (catalog, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (MachiSearchAnswer) answer = search_fixture_find (other, found[i][0]);
      g_autofree char *described = search_fixture_describe (other, answer, 2);
      g_autofree char *expected = g_strconcat ("term/", found[i][1], NULL);

      if (!g_str_equal (described, expected))
        g_test_message ("“%s”", found[i][0]);
      g_assert_cmpstr (described, ==, expected);
    }
  search_fixture_remove_folder (folder);
}

static void
assert_tier (const char *text, const char *address, MachiSearchTier tier)
{
  g_autoptr (MachiSearchAnswer) answer = search_fixture_find (engine, text);
  g_autofree char *described = search_fixture_describe (engine, answer, 1);

  g_assert_cmpstr (described, ==, address);
  g_assert_cmpint (g_array_index (answer->hits, MachiSearchHit, 0).tier, ==, tier);
}

static void
test_tiers (void)
{
  assert_tier ("Kitakyushu", "city/kitakyushu", MACHI_TIER_EXACT);
  assert_tier ("Kitakyu", "city/kitakyushu", MACHI_TIER_PREFIX);
  assert_tier ("ភ្នំពេញ", "city/phnom-penh", MACHI_TIER_WORDS);
  assert_tier ("itakyush", "city/kitakyushu", MACHI_TIER_INSIDE);
  assert_tier ("waste vietnam", "report/hiroshima-can-tho", MACHI_TIER_TEXT);
}

/* A nearer tier always stands before a farther one, and nothing twice. */
static void
test_order (void)
{
  static const char *const queries[]
      = { "k", "ki", "kit", "水", "waste", "city", "low-carbon", "osaka", "ho chi minh" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (MachiSearchAnswer) answer = search_fixture_find (engine, queries[i]);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      g_assert_true (answer->complete);
      g_assert_cmpuint (answer->hits->len, >, 3);
      g_assert_cmpuint (answer->hits->len, ==, answer->n_found);
      for (guint j = 0; j < answer->hits->len; j++)
        {
          const MachiSearchHit *hit = &g_array_index (answer->hits, MachiSearchHit, j);

          g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (hit->doc)));
          if (j > 0)
            g_assert_cmpint (hit[-1].tier, >=, hit->tier);
        }
    }
}

static void
test_terms (void)
{
  guint waste = search_fixture_count (engine, "waste");
  guint both = search_fixture_count (engine, "waste landfill ");
  guint without = search_fixture_count (engine, "waste -landfill");

  g_assert_cmpuint (both, >, 0);
  g_assert_cmpuint (without, >, 0);
  g_assert_cmpuint (waste, >=, both + without);
  g_assert_cmpuint (search_fixture_count (engine, "\"sister city\""), >, 0);
  g_assert_cmpuint (search_fixture_count (engine, "\"city sister zzz\""), ==, 0);
  g_assert_cmpuint (search_fixture_count (engine, "qqqqqqqq"), ==, 0);
  g_assert_cmpuint (search_fixture_count (engine, ""), ==, 0);
  g_assert_cmpuint (search_fixture_count (engine, "\"waste\" -waste"), ==, 0);
  g_assert_cmpuint (search_fixture_count (engine, "-waste"), >, 0);
  g_assert_cmpuint (search_fixture_count (engine, "-waste"), <,
                    machi_search_corpus_get_size (machi_search_engine_get_corpus (engine)));
}

static guint
get_count (MachiSearchAnswer *answer, MachiFacet facet, const char *value)
{
  const MachiSearchFacets *facets = machi_search_corpus_get_facets (machi_search_engine_get_corpus (engine));

  for (guint i = 0; i < machi_search_facets_get_n_values (facets, facet); i++)
    if (g_str_equal (machi_search_facets_get_value (facets, facet, i), value))
      return answer->counts[facet][i];

  g_assert_not_reached ();
}

/* What a span of years is said to show is what it shows: what is of these years, and what is of none in particular. */
static void
test_year_counts (void)
{
  g_autoptr (MachiSearchAnswer) all = search_fixture_find (engine, "waste kind:report kind:city");
  g_autoptr (MachiSearchAnswer) narrow = search_fixture_find (engine, "waste kind:report kind:city year:2012");
  guint n_shown = 0;

  for (guint span = 0; span < MACHI_N_YEAR_SPANS; span++)
    {
      const char *value = machi_year_span_get_value (span);
      g_autofree char *query = g_strdup_printf ("waste kind:report kind:city year:%s", value);
      guint count = all->counts[MACHI_FACET_YEARS][span];

      /* A choice of years does not change what other years would show. */
      g_assert_cmpuint (count, ==, narrow->counts[MACHI_FACET_YEARS][span]);
      n_shown += count > 0;
      if (count > 0)
        g_assert_cmpuint (search_fixture_count (engine, query), ==, count);
    }
  g_assert_cmpuint (n_shown, >, 4);
  g_assert_cmpuint (narrow->n_found, <, all->n_found);
}

static void
test_year_spans (void)
{
  int next = 0;

  for (guint span = 0; span < MACHI_N_YEAR_SPANS; span++)
    {
      const char *value = machi_year_span_get_value (span);
      int from, to, first = -1, last = -1;

      machi_year_span_get (span, &from, &to);
      g_assert_cmpint (from, ==, next);
      g_assert_cmpuint (machi_year_span_find (from), ==, span);
      g_assert_cmpuint (machi_year_span_find (to != 0 ? to : G_MAXINT), ==, span);
      g_assert_true (machi_year_span_parse (value, &first, &last));
      g_assert_cmpint (first, ==, from);
      g_assert_cmpint (last, ==, to);
      next = to + 1;
    }
  g_assert_cmpint (next, ==, 1);
}

static void
test_facets (void)
{
  g_autoptr (MachiSearchAnswer) all = search_fixture_find (engine, "waste");
  g_autoptr (MachiSearchAnswer) reports = search_fixture_find (engine, "waste kind:report");
  g_autoptr (MachiSearchAnswer) narrow = search_fixture_find (engine, "kind:report country:vn waste");

  g_assert_cmpuint (reports->n_found, ==, get_count (all, MACHI_FACET_KIND, "report"));
  g_assert_cmpuint (reports->n_found, ==, get_count (reports, MACHI_FACET_KIND, "report"));
  /* What another choice of the same facet would give is still told. */
  g_assert_cmpuint (get_count (reports, MACHI_FACET_KIND, "city"), ==, get_count (all, MACHI_FACET_KIND, "city"));
  g_assert_cmpuint (narrow->n_found, ==, get_count (reports, MACHI_FACET_COUNTRY, "VN"));
  g_assert_cmpuint (narrow->n_found, >, 0);
  g_assert_cmpuint (narrow->n_found, <, reports->n_found);

  g_assert_cmpuint (search_fixture_count (engine, "waste country:\"viet nam\""), ==,
                    search_fixture_count (engine, "waste country:VN"));
  g_assert_cmpuint (search_fixture_count (engine, "waste country:vn country:th"), >,
                    search_fixture_count (engine, "waste country:VN"));
  g_assert_cmpuint (search_fixture_count (engine, "waste -kind:report"), ==, all->n_found - reports->n_found);
  g_assert_cmpuint (
      search_fixture_count (engine, "kind:report"), ==,
      g_list_model_get_n_items (machi_catalog_get_entries (search_fixture_load_built_in (), MACHI_KIND_REPORT)));
  g_assert_cmpuint (search_fixture_count (engine, "country:XX"), ==, 0);
  g_assert_cmpuint (search_fixture_count (engine, "kind:project year:2014..2015"), <,
                    search_fixture_count (engine, "kind:project"));
  g_assert_cmpuint (search_fixture_count (engine, "topic:\"renewable energy\""), ==,
                    search_fixture_count (engine, "topic:renewable-energy"));
  g_assert_cmpuint (search_fixture_count (engine, "programme:jcm kind:project"), >, 0);
}

/* As the views filter. */
static void
test_filter (void)
{
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();
  g_autoptr (MachiQuery) query = machi_query_new ("-qqqqqqqq");
  g_autoptr (MachiSearchAnswer) answer = NULL;
  guint expected = 0;
  MachiSearchCorpus *corpus = machi_search_engine_get_corpus (engine);

  machi_entry_filter_set_query (filter, "kind=project,city&country=VN,TH&from=2013&to=2016");
  machi_query_add_filter (query, filter);
  answer = machi_search_engine_find (engine, query, NULL, NULL);
  for (guint i = 0; i < machi_search_corpus_get_size (corpus); i++)
    expected += machi_entry_filter_matches (filter, machi_search_corpus_get_entry (corpus, i)) ? 1 : 0;
  g_assert_cmpuint (answer->n_found, ==, expected);
  g_assert_cmpuint (expected, >, 10);
}

static void
test_suggestion (void)
{
  static const char *const wrong[][2] = {
    { "kitakiushu", "kitakyushu" }, { "kitakyusu", "kitakyushu" },          { "kiatkyushu", "kitakyushu" },
    { "surabayaa", "surabaya" },    { "osaka lanfdill", "osaka landfill" },
  };
  g_autoptr (MachiSearchAnswer) right = search_fixture_find (engine, "surabaya");
  g_autoptr (MachiSearchAnswer) none = search_fixture_find (engine, "\"kitakiushu\"");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (MachiSearchAnswer) answer = search_fixture_find (engine, wrong[i][0]);

      g_assert_cmpstr (answer->suggestion, ==, wrong[i][1]);
      g_assert_cmpuint (answer->n_found, >, 0);
    }
  g_assert_null (right->suggestion);
  g_assert_cmpuint (none->n_found, ==, 0);
}

/* The snippet of the first result, with its matches between brackets. */
static char *
describe_snippet (const char *text)
{
  g_autoptr (MachiSearchAnswer) answer = search_fixture_find (engine, text);
  const MachiSearchHit *hit = &g_array_index (answer->hits, MachiSearchHit, 0);
  g_autoptr (MachiSnippet) snippet = NULL;
  const MachiRange *matches;
  guint n_matches, done = 0;
  GString *out = g_string_new (NULL);
  const char *piece;

  g_assert_cmpuint (answer->n_found, >, 0);
  snippet = machi_search_engine_dup_snippet (engine, answer->query, hit->doc);
  piece = machi_snippet_get_text (snippet);
  matches = machi_snippet_get_matches (snippet, &n_matches);
  for (guint i = 0; i < n_matches; i++)
    {
      g_assert_cmpuint (matches[i].start, >=, done);
      g_assert_cmpuint (matches[i].end, >, matches[i].start);
      g_assert_cmpuint (matches[i].end, <=, strlen (piece));
      g_string_append_printf (out, "%.*s[%.*s]", (int) (matches[i].start - done), piece + done,
                              (int) (matches[i].end - matches[i].start), piece + matches[i].start);
      done = matches[i].end;
    }
  g_string_append (out, piece + done);
  g_assert_true (g_utf8_validate (out->str, -1, NULL));
  if (machi_snippet_get_block (snippet) != NULL)
    g_string_append_printf (out, " #%s", machi_snippet_get_block (snippet));

  return g_string_free_and_steal (out);
}

static void
test_snippets (void)
{
  g_autofree char *name = describe_snippet ("ハイフォン");
  g_autofree char *half = describe_snippet ("水俣");
  g_autofree char *report = describe_snippet ("landfill -fukuoka kind:report");
  g_autofree char *thai = describe_snippet ("กรุงเทพ");

  /* By which name it was found, where the title has another. */
  g_assert_cmpstr (name, ==, "[ハイフォン]市");
  g_assert_cmpstr (half, ==, "[水俣]市");
  g_assert_cmpstr (thai, ==, "[กรุงเทพ]มหานคร");
  g_assert_nonnull (strstr (report, "[landfill]"));
  g_assert_nonnull (strstr (report, " #"));
}

static void
assert_matches (const char *query_text, const char *text, const char *expected)
{
  g_autoptr (MachiQuery) query = machi_query_new (query_text);
  g_autoptr (GArray) matches = machi_query_find_matches (query, text, NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      MachiRange range = g_array_index (matches, MachiRange, i);
      g_string_append_printf (out, "%s%.*s", i > 0 ? "|" : "", (int) (range.end - range.start), text + range.start);
    }
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_matches (void)
{
  assert_matches ("strasse", "Die Straße, strassen", "Straße|strassen");
  assert_matches ("\"strasse\"", "Die Straße, strassen", "Straße");
  assert_matches ("環境", "国の環境モデル都市、環境", "環境|環境");
  assert_matches ("モデル都市 ", "環境モデル都市構想", "モデル都市");
  assert_matches ("水", "水道と雨水", "水|水");
  assert_matches ("eco-town", "the eco town, Eco-Towns", "eco town|Eco-Towns");
  assert_matches ("hai phong -x", "Hải Phòng x", "Hải|Phòng");
  assert_matches ("กรุงเท", "ในกรุงเทพมหานคร", "กรุงเท");
  assert_matches ("서울", "서울특별시", "서울특별시");
  assert_matches ("q", "nothing", "");
}

/* Whatever a person types is a query, and searching for it ends. */
static void
test_any_text (void)
{
  static const char *const pieces[]
      = { "\"",  "-",    "*",  "(", ")",  ":",        "^",         "NEAR",         "AND ",
          "OR ", "NOT ", "+",  "{", "}",  "country:", "year:",     "kind:re",      "..",
          "水",  "กรุง",  "ß",  " ", "  ", "a",        "waste",     "\xff",         "\xe2\x80\x8b",
          "İ",   "'",    "\\", "%", "\n", "👪",       "e\xcc\x81", "\xef\xbb\xbf", "9" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (MachiSearchAnswer) answer = NULL;

      g_string_truncate (text, 0);
      for (guint j = g_test_rand_int_range (0, 12); j > 0; j--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      answer = search_fixture_find (engine, text->str);
      g_assert_true (answer->complete || machi_query_is_empty (answer->query));
    }
  g_assert_true (machi_search_engine_has_index (engine, NULL));
}

static gboolean
stop_at_once (gpointer data)
{
  guint *n = data;

  (*n)++;

  return TRUE;
}

static void
test_stop (void)
{
  g_autoptr (MachiQuery) query = machi_query_new ("waste");
  guint n = 0;
  g_autoptr (MachiSearchAnswer) answer = machi_search_engine_find (engine, query, stop_at_once, &n);

  g_assert_cmpuint (n, >, 0);
  g_assert_false (answer->complete);
  g_assert_true (machi_search_engine_has_index (engine, NULL));
}

int
main (int argc, char *argv[])
{
  g_autoptr (MachiCatalog) catalog = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalog = search_fixture_load_built_in ();
  engine = search_fixture_make_engine (catalog, NULL, NULL);

  g_test_add_func ("/search/ranking", test_ranking);
  g_test_add_func ("/search/scripts", test_scripts);
  g_test_add_func ("/search/folding", test_folding);
  g_test_add_func ("/search/tiers", test_tiers);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/terms", test_terms);
  g_test_add_func ("/search/facets", test_facets);
  g_test_add_func ("/search/year-counts", test_year_counts);
  g_test_add_func ("/search/year-spans", test_year_spans);
  g_test_add_func ("/search/filter", test_filter);
  g_test_add_func ("/search/suggestion", test_suggestion);
  g_test_add_func ("/search/snippets", test_snippets);
  g_test_add_func ("/search/matches", test_matches);
  g_test_add_func ("/search/any-text", test_any_text);
  g_test_add_func ("/search/stop", test_stop);

  status = g_test_run ();
  g_clear_pointer (&engine, machi_search_engine_unref);

  return status;
}
