/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-opening.h"
#include "machi-search.h"
#include "search-fixture.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* The search as a page uses it: in the main loop, with threads behind it. */

#define TIMEOUT_USEC (30 * G_USEC_PER_SEC)
/* What is aimed at is 10 ms; sanitizers are slower. */
#define LONGEST_TURN_USEC (50 * 1000)

static MachiSearch *
make_search (void)
{
  g_autoptr (MachiCatalog) catalog = search_fixture_load_built_in ();

  return machi_search_new (catalog, NULL);
}

static void
run_until (gboolean (*done) (MachiSearch *search), MachiSearch *search)
{
  gint64 start = g_get_monotonic_time ();

  while (!done (search))
    {
      g_assert_cmpint (g_get_monotonic_time () - start, <, TIMEOUT_USEC);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (100);
    }
}

static gboolean
is_idle (MachiSearch *search)
{
  return !machi_search_get_busy (search);
}

static MachiSearch *
make_ready (void)
{
  MachiSearch *search = make_search ();

  run_until (machi_search_get_ready, search);

  return search;
}

static void
search_for (MachiSearch *search, const char *text)
{
  machi_search_set_text (search, text);
  run_until (is_idle, search);
}

static char *
dup_first (MachiSearch *search)
{
  g_autoptr (MachiSearchResult) first = g_list_model_get_item (machi_search_get_results (search), 0);

  return machi_entry_dup_address (machi_search_result_get_entry (first));
}

static void
assert_first (MachiSearch *search, const char *address)
{
  g_autofree char *first = dup_first (search);

  g_assert_cmpstr (first, ==, address);
}

static void
test_answers (void)
{
  g_autoptr (MachiSearch) search = make_ready ();

  search_for (search, "hai phong");
  assert_first (search, "machi:city/hai-phong");
  g_assert_cmpuint (machi_search_get_n_found (search), ==,
                    g_list_model_get_n_items (machi_search_get_results (search)));
  search_for (search, "kitakiushu");
  g_assert_cmpstr (machi_search_get_suggestion (search), ==, "kitakyushu");
  assert_first (search, "machi:city/kitakyushu");
  search_for (search, "");
  g_assert_cmpuint (machi_search_get_n_found (search), ==, 0);
  g_assert_null (machi_search_get_suggestion (search));
}

/* Typed before anything is ready: names are found at once, and texts when they can be. */
static void
test_early (void)
{
  g_autoptr (MachiSearch) search = make_search ();

  machi_search_set_text (search, "landfill");
  g_assert_true (machi_search_get_busy (search));
  run_until (machi_search_get_ready, search);
  run_until (is_idle, search);
  g_assert_cmpuint (machi_search_get_n_found (search), >, 20);
}

static void
count_answer (MachiSearch *search G_GNUC_UNUSED, guint *n)
{
  (*n)++;
}

static void
test_newest_wins (void)
{
  static const char *const typed[] = { "k", "ki", "kit", "kita", "kitak", "kitaky", "o", "os", "osa", "osak", "osaka" };
  g_autoptr (MachiSearch) search = make_ready ();
  guint n = 0;

  g_signal_connect (search, "answered", G_CALLBACK (count_answer), &n);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    machi_search_set_text (search, typed[i]);
  run_until (is_idle, search);
  assert_first (search, "machi:city/osaka");
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n, ==, 1);
}

typedef struct
{
  guint removed;
  guint added;
  guint calls;
} Changes;

static void
note_change (GListModel *model, guint position, guint removed, guint added, Changes *changes)
{
  changes->calls++;
  changes->removed += removed;
  changes->added += added;
  g_assert_cmpuint (position + added, ==, g_list_model_get_n_items (model));
}

static void
note_title (GObject *object G_GNUC_UNUSED, GParamSpec *pspec G_GNUC_UNUSED, guint *n)
{
  (*n)++;
}

/* Rows stay and show something else; only the difference in length is a change of the list. */
static void
test_rows_stay (void)
{
  g_autoptr (MachiSearch) search = make_ready ();
  GListModel *results = machi_search_get_results (search);
  g_autoptr (MachiSearchResult) first = NULL;
  g_autoptr (MachiSearchResult) again = NULL;
  Changes changes = { 0 };
  guint before, after, n_titles = 0;

  search_for (search, "kitakyushu");
  before = g_list_model_get_n_items (results);
  first = g_list_model_get_item (results, 0);
  g_assert_cmpstr (machi_search_result_get_title (first), ==, "Kitakyushu");
  g_signal_connect (results, "items-changed", G_CALLBACK (note_change), &changes);
  g_signal_connect (first, "notify::title", G_CALLBACK (note_title), &n_titles);

  search_for (search, "osaka");
  after = g_list_model_get_n_items (results);
  again = g_list_model_get_item (results, 0);
  g_assert_true (first == again);
  g_assert_cmpstr (machi_search_result_get_title (first), ==, "Osaka");
  g_assert_cmpuint (n_titles, >, 0);
  g_assert_cmpuint (changes.calls, ==, 1);
  g_assert_cmpint ((int) after - (int) before, ==, (int) changes.added - (int) changes.removed);
}

static gboolean
has_snippet (MachiSearch *search)
{
  g_autoptr (MachiSearchResult) first = g_list_model_get_item (machi_search_get_results (search), 0);

  return machi_search_result_get_snippet (first) != NULL;
}

static void
test_snippets (void)
{
  g_autoptr (MachiSearch) search = make_ready ();
  g_autoptr (MachiSearchResult) first = NULL;
  g_autofree char *address = NULL;
  guint n_matches;

  search_for (search, "landfill -fukuoka kind:report");
  first = g_list_model_get_item (machi_search_get_results (search), 0);
  g_assert_null (machi_search_result_get_block (first));
  g_assert_null (machi_search_result_get_snippet (first));
  run_until (has_snippet, search);
  g_assert_nonnull (strstr (machi_search_result_get_snippet (first), "landfill"));
  g_assert_nonnull (machi_search_result_get_matches (first, &n_matches));
  g_assert_cmpuint (n_matches, >, 0);
  address = machi_search_result_dup_address (first);
  g_assert_true (machi_search_result_has_snippet (first));
  g_assert_nonnull (strstr (address, "?q=landfill%20-fukuoka"));
  g_assert_nonnull (strchr (address, '#'));
}

/* What has all in its title is shown from the top, whatever its texts say besides. */
static void
test_title (void)
{
  g_autoptr (MachiSearch) search = make_ready ();
  g_autoptr (MachiSearchResult) first = NULL;
  g_autofree char *before = NULL;
  g_autofree char *address = NULL;

  search_for (search, "kumamoto");
  first = g_list_model_get_item (machi_search_get_results (search), 0);
  g_assert_false (machi_search_result_has_snippet (first));
  before = machi_search_result_dup_address (first);
  machi_search_result_get_snippet (first);
  run_until (has_snippet, search);
  g_assert_nonnull (machi_search_result_get_block (first));
  address = machi_search_result_dup_address (first);
  g_assert_cmpstr (before, ==, "machi:city/kumamoto?q=kumamoto");
  g_assert_cmpstr (address, ==, "machi:city/kumamoto?q=kumamoto");
}

static guint
count_reports (void)
{
  g_autoptr (MachiCatalog) catalog = search_fixture_load_built_in ();

  return g_list_model_get_n_items (machi_catalog_get_entries (catalog, MACHI_KIND_REPORT));
}

/* Without a text, the filter alone says what is found. */
static void
test_filter (void)
{
  g_autoptr (MachiSearch) search = make_ready ();
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();
  g_autoptr (MachiTally) before = NULL;
  g_autoptr (MachiTally) after = NULL;
  guint n_all;

  machi_search_set_filter (search, filter);
  search_for (search, "waste");
  n_all = machi_search_get_n_found (search);
  before = machi_search_dup_tally (search, MACHI_FACET_KIND);
  machi_entry_filter_set_value (filter, MACHI_FACET_KIND, "report", TRUE);
  g_assert_true (machi_search_get_busy (search));
  run_until (is_idle, search);
  g_assert_cmpuint (machi_search_get_n_found (search), <, n_all);
  g_assert_cmpuint (machi_search_get_n_found (search), ==, machi_tally_get (before, "report"));
  after = machi_search_dup_tally (search, MACHI_FACET_KIND);
  g_assert_cmpuint (machi_tally_get (after, "city"), ==, machi_tally_get (before, "city"));
  machi_search_set_text (search, "");
  run_until (is_idle, search);
  g_assert_cmpuint (machi_search_get_n_found (search), ==, count_reports ());
  machi_entry_filter_clear (filter);
  run_until (is_idle, search);
  g_assert_cmpuint (machi_search_get_n_found (search), ==, 0);
  search_for (search, "waste");
  g_assert_cmpuint (machi_search_get_n_found (search), ==, n_all);
}

/* Left at any moment, with rows still held. */
static void
test_left (void)
{
  for (guint i = 0; i < 40; i++)
    {
      MachiSearch *search = make_search ();
      g_autoptr (GListModel) results = g_object_ref (machi_search_get_results (search));
      g_autoptr (MachiSearchResult) first = NULL;

      machi_search_set_text (search, "waste");
      for (guint j = 0; j < i * 4; j++)
        g_main_context_iteration (NULL, FALSE);
      first = g_list_model_get_item (results, 0);
      if (first != NULL)
        machi_search_result_get_snippet (first);
      g_object_unref (search);
      if (first != NULL)
        machi_search_result_get_snippet (first);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* Of this thread alone: other programs do not count. */
static gint64
get_cpu_usec (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* No turn of the main loop takes long while the catalogue is gone through and searched. */
static void
test_main_loop (void)
{
  g_autoptr (MachiSearch) search = make_search ();
  static const char *const typed[] = { "w", "wa", "was", "wast", "waste", "waste ", "waste v", "waste vi" };
  gint64 longest = 0;

  for (guint i = 0; i < 4000; i++)
    {
      gint64 start = get_cpu_usec ();

      if (i % 200 == 199)
        machi_search_set_text (search, typed[(i / 200) % G_N_ELEMENTS (typed)]);
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, get_cpu_usec () - start);
      g_usleep (50);
    }
  g_test_message ("longest turn: %.2f ms", (double) longest / 1000);
  g_assert_cmpint (longest, <, LONGEST_TURN_USEC);
}

static MachiSearchEngine *left_engine;

/* Whether nobody reads any more, now that libraries are about to clear up. */
static void
check_stopped (void)
{
  double progress = machi_search_engine_get_progress (left_engine);

  g_usleep (G_USEC_PER_SEC / 5);
  if (machi_search_engine_get_progress (left_engine) > progress)
    _exit (1);
}

/* Who leaves while the texts are read for the first time leaves in good order: libxml2 clears up at the end of a
 * program, whoever still parses. */
static void
test_exit (void)
{
  g_autoptr (MachiCatalog) catalog = NULL;
  g_autoptr (MachiSearchCorpus) corpus = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  catalog = search_fixture_load_built_in ();
  corpus = machi_search_corpus_new (catalog);
  left_engine = machi_search_engine_new (corpus);
  atexit (check_stopped);
  machi_search_engine_open_index_async (left_engine, NULL, NULL, NULL, NULL);
  while (machi_search_engine_get_progress (left_engine) < 0.05)
    g_usleep (1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-live/answers", test_answers);
  g_test_add_func ("/search-live/early", test_early);
  g_test_add_func ("/search-live/newest-wins", test_newest_wins);
  g_test_add_func ("/search-live/rows-stay", test_rows_stay);
  g_test_add_func ("/search-live/snippets", test_snippets);
  g_test_add_func ("/search-live/title", test_title);
  g_test_add_func ("/search-live/exit", test_exit);
  g_test_add_func ("/search-live/filter", test_filter);
  g_test_add_func ("/search-live/left", test_left);
  g_test_add_func ("/search-live/main-loop", test_main_loop);

  return g_test_run ();
}
