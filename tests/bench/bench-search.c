/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-words.h"
#include "machi-catalog-private.h"
#include "machi-search-engine.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/*
 * bench-search [N…]: searches generated catalogues of so many entries (else 1,000, 10,000 and 100,000) and the built-in
 * pack letter by letter, and FTS5's own tokenizer on the same data with the same queries in the same run.
 *
 * A keystroke is all of machi_search_engine_find(): names, texts, ranking and the counts of facets. FTS5's is the fifty
 * best rows by its BM25. Neither makes snippets. Times are of this process alone, so that a busy machine spoils them
 * less.
 */

#define N_STATEMENTS 6
#define N_TYPED 60
#define BASELINE_SQL "SELECT rowid FROM text WHERE text MATCH ? ORDER BY rank LIMIT 50"

typedef enum
{
  CLASS_ONE,
  CLASS_TWO,
  CLASS_THREE,
  CLASS_MORE,
  CLASS_WORDS,
  CLASS_UNSPACED,
  N_CLASSES,
} QueryClass;

static const char *const class_names[] = { "1 letter", "2 letters", "3 letters", "4+ letters", "two words", "ja, th" };

typedef struct
{
  char *text;
  QueryClass class;
} Typed;

static double
get_cpu_msec (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static MachiStatement *
make_statement (BenchWords *words, guint language)
{
  g_autofree char *text = bench_words_dup_text (words, language, 24);
  MachiStatementFields fields = { .topic = "notes", .text = text, .flags = MACHI_STATEMENT_UNVERIFIED };

  return machi_statement_new (&fields);
}

static MachiEntry *
make_entry (BenchWords *words, guint number)
{
  static const MachiKind kinds[] = { MACHI_KIND_CITY, MACHI_KIND_PROJECT, MACHI_KIND_DOCUMENT, MACHI_KIND_NETWORK };
  static const char *const countries[] = { "JP", "TH", "VN", "ID", "GB" };
  guint language = number % N_BENCH_LANGUAGES;
  g_autoptr (MachiName) name = machi_name_new ();
  g_autofree char *id = g_strdup_printf ("e%u", number);
  g_autofree char *english = bench_words_dup_text (words, BENCH_ENGLISH, 3);
  g_autofree char *own = bench_words_dup_text (words, language, 3);
  g_autofree char *summary = bench_words_dup_text (words, language, 15);
  MachiEntry *entry;
  GStrv country = g_new0 (char *, 2);

  machi_name_add (name, "en", english);
  machi_name_add (name, bench_words_get_tag (language), own);
  entry = machi_entry_new (kinds[number % G_N_ELEMENTS (kinds)], id, name);
  machi_entry_set_text (entry, MACHI_TEXT_SUMMARY, summary);
  country[0] = g_strdup (countries[language]);
  machi_entry_take_countries (entry, country);
  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      g_autoptr (MachiStatement) statement = make_statement (words, language);
      machi_entry_append (entry, MACHI_LIST_STATEMENTS, statement);
    }

  return entry;
}

static MachiCatalog *
make_catalog (BenchWords *words, guint n)
{
  MachiCatalog *catalog = g_object_new (MACHI_TYPE_CATALOG, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MachiEntry) entry = make_entry (words, i);
      machi_list_append (catalog->entries[machi_entry_get_kind (entry)], entry);
    }

  return catalog;
}

static void
add_typed (GArray *typed, char *text, QueryClass class)
{
  Typed item = { text, class };

  g_array_append_val (typed, item);
}

/* Words as a person types them, with a query for each letter. */
static GArray *
make_typed (BenchWords *words)
{
  GArray *typed = g_array_new (FALSE, FALSE, sizeof (Typed));

  for (guint i = 0; i < N_TYPED; i++)
    {
      guint language = i % N_BENCH_LANGUAGES;
      gboolean unspaced = language == BENCH_JAPANESE || language == BENCH_THAI;
      const char *word = bench_words_pick (words, language);
      const char *second = bench_words_pick (words, language);
      glong length = g_utf8_strlen (word, -1);

      for (glong n = 1; n <= length; n++)
        add_typed (typed, g_utf8_substring (word, 0, n),
                   unspaced ? CLASS_UNSPACED : MIN (CLASS_ONE + n - 1, CLASS_MORE));
      add_typed (typed, g_strdup_printf ("%s %s", word, second), CLASS_WORDS);
    }

  return typed;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
get_share (GArray *times, double share)
{
  return times->len > 0 ? g_array_index (times, double, (guint) (share * (times->len - 1))) : 0;
}

static void
print_times (const char *name, GArray *times[N_CLASSES])
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_CLASSES; i++)
    g_array_append_vals (all, times[i]->data, times[i]->len);
  g_array_sort (all, compare_doubles);
  g_print ("  %-24s all %7.2f / %7.2f / %7.2f", name, get_share (all, 0.5), get_share (all, 0.95), get_share (all, 1));
  for (guint i = 0; i < N_CLASSES; i++)
    {
      g_array_sort (times[i], compare_doubles);
      g_print (" | %s %.2f / %.2f", class_names[i], get_share (times[i], 0.5), get_share (times[i], 0.95));
    }
  g_print ("\n");
}

typedef guint (*AskFunc) (gpointer data, const char *text);

static void
measure (const char *name, GArray *typed, AskFunc ask, gpointer data)
{
  GArray *times[N_CLASSES];
  guint n_without = 0;

  for (guint i = 0; i < N_CLASSES; i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < typed->len; i++)
    {
      const Typed *item = &g_array_index (typed, Typed, i);
      double start = get_cpu_msec (), time;

      n_without += ask (data, item->text) == 0 ? 1 : 0;
      time = get_cpu_msec () - start;
      g_array_append_val (times[item->class], time);
    }
  print_times (name, times);
  g_print ("  %-24s %u queries, %u of them without a result\n", "", typed->len, n_without);
  for (guint i = 0; i < N_CLASSES; i++)
    g_array_unref (times[i]);
}

static guint
ask_machi (gpointer data, const char *text)
{
  g_autoptr (MachiQuery) query = machi_query_new (text);
  g_autoptr (MachiSearchAnswer) answer = machi_search_engine_find (data, query, NULL, NULL);

  return answer->n_found;
}

static guint
ask_baseline (gpointer data, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) match = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (match, "%s\"%s\"%s", i > 0 ? " " : "", words[i], words[i + 1] == NULL ? " *" : "");
  sqlite3_bind_text (data, 1, match->str, -1, SQLITE_STATIC);
  while (sqlite3_step (data) == SQLITE_ROW)
    n++;
  sqlite3_reset (data);

  return n;
}

static double
get_megabytes (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (double) info.st_size / 1e6 : 0;
}

static void
bench_machi (const char *folder, MachiCatalog *catalog, GArray *typed)
{
  g_autofree char *path = g_build_filename (folder, "machi.db", NULL);
  g_autoptr (GError) error = NULL;
  double start = get_cpu_msec (), gathered, built, opened;
  g_autoptr (MachiSearchCorpus) corpus = machi_search_corpus_new (catalog);
  g_autoptr (MachiSearchEngine) engine = machi_search_engine_new (corpus);
  g_autoptr (MachiSearchEngine) again = machi_search_engine_new (corpus);

  gathered = get_cpu_msec ();
  if (!machi_search_engine_open_index (engine, path, NULL, &error))
    g_error ("%s", error->message);
  built = get_cpu_msec ();
  machi_search_engine_open_index (again, path, NULL, NULL);
  opened = get_cpu_msec ();
  g_print ("  machi: gathered in %.0f ms, built in %.2f s, %.1f MB, opened in %.0f ms\n", gathered - start,
           (built - gathered) / 1000, get_megabytes (path), opened - built);
  measure ("machi", typed, ask_machi, again);
}

typedef struct
{
  sqlite3_stmt *insert;
  GString *columns[3];
} Baseline;

static gboolean
append_title (const char *block G_GNUC_UNUSED, const char *text, gpointer data)
{
  g_string_append_printf (((Baseline *) data)->columns[0], "%s\n", text);

  return TRUE;
}

static gboolean
append_text (const char *block, const char *text, gpointer data)
{
  g_string_append_printf (((Baseline *) data)->columns[block == NULL ? 1 : 2], "%s\n", text);

  return TRUE;
}

static void
fill_baseline (sqlite3 *database, MachiSearchCorpus *corpus)
{
  Baseline baseline = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (baseline.columns); i++)
    baseline.columns[i] = g_string_new (NULL);
  sqlite3_prepare_v2 (database, "INSERT INTO text VALUES (?, ?, ?)", -1, &baseline.insert, NULL);
  for (guint doc = 0; doc < machi_search_corpus_get_size (corpus); doc++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (baseline.columns); i++)
        g_string_truncate (baseline.columns[i], 0);
      machi_search_corpus_foreach_name (corpus, doc, append_title, &baseline);
      machi_search_corpus_foreach_text (corpus, doc, append_text, &baseline);
      machi_search_corpus_foreach_block (corpus, doc, append_text, &baseline);
      for (guint i = 0; i < G_N_ELEMENTS (baseline.columns); i++)
        sqlite3_bind_text (baseline.insert, (int) i + 1, baseline.columns[i]->str, -1, SQLITE_STATIC);
      sqlite3_step (baseline.insert);
      sqlite3_reset (baseline.insert);
    }
  sqlite3_finalize (baseline.insert);
  for (guint i = 0; i < G_N_ELEMENTS (baseline.columns); i++)
    g_string_free (baseline.columns[i], TRUE);
}

static void
bench_baseline (const char *folder, const char *name, const char *options, MachiCatalog *catalog, GArray *typed)
{
  g_autofree char *path = g_build_filename (folder, "baseline.db", NULL);
  g_autofree char *schema
      = g_strdup_printf ("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN;"
                         "CREATE VIRTUAL TABLE text USING fts5 (title, summary, body, tokenize='unicode61'%s)",
                         options);
  g_autoptr (MachiSearchCorpus) corpus = machi_search_corpus_new (catalog);
  double start = get_cpu_msec ();
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;

  sqlite3_open (path, &database);
  if (sqlite3_exec (database, schema, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  fill_baseline (database, corpus);
  sqlite3_exec (database, "INSERT INTO text (text) VALUES ('optimize'); COMMIT; PRAGMA cache_size = -16384", NULL, NULL,
                NULL);
  g_print ("  %s: built in %.2f s, %.1f MB\n", name, (get_cpu_msec () - start) / 1000, get_megabytes (path));
  sqlite3_prepare_v2 (database, BASELINE_SQL, -1, &statement, NULL);
  measure (name, typed, ask_baseline, statement);
  sqlite3_finalize (statement);
  sqlite3_close (database);
  g_unlink (path);
}

static void
bench_catalog (const char *title, MachiCatalog *catalog, GArray *typed)
{
  g_autofree char *folder = g_dir_make_tmp ("machi-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "machi.db", NULL);

  g_print ("%s; ms a keystroke, p50 / p95 (/ max)\n", title);
  bench_machi (folder, catalog, typed);
  bench_baseline (folder, "unicode61", "", catalog, typed);
  bench_baseline (folder, "unicode61 prefix='2 3'", ", prefix='2 3'", catalog, typed);
  g_unlink (path);
  g_rmdir (folder);
}

static void
bench_built_in (GArray *typed)
{
  const char *folder = g_getenv ("MACHI_CATALOG_DIR");
  g_autoptr (GFile) root = folder != NULL ? g_file_new_for_path (folder) : NULL;
  g_autoptr (MachiCatalog) catalog = root != NULL ? machi_catalog_load (root, NULL, NULL) : NULL;

  if (catalog != NULL)
    bench_catalog ("The built-in pack", catalog, typed);
}

/* What people ask the built-in pack, letter by letter. */
static GArray *
make_typed_for_built_in (void)
{
  static const char *const asked[] = { "kitakyushu",
                                       "waste",
                                       "water supply",
                                       "hai phong",
                                       "landfill",
                                       "compost",
                                       "北九州市",
                                       "環境モデル都市",
                                       "廃棄物",
                                       "กรุงเทพมหานคร",
                                       "thành phố hồ chí minh",
                                       "jcm",
                                       "zero carbon",
                                       "sister city",
                                       "ハイフォン",
                                       "energy efficiency",
                                       "surabaya",
                                       "groundwater" };
  GArray *typed = g_array_new (FALSE, FALSE, sizeof (Typed));

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    for (glong n = 1; n <= g_utf8_strlen (asked[i], -1); n++)
      {
        QueryClass class = (guchar) asked[i][0] >= 0x80        ? CLASS_UNSPACED
                           : memchr (asked[i], ' ', (gsize) n) ? CLASS_WORDS
                                                               : MIN (CLASS_ONE + n - 1, CLASS_MORE);

        add_typed (typed, g_utf8_substring (asked[i], 0, n), class);
      }

  return typed;
}

static void
free_typed (GArray *typed)
{
  for (guint i = 0; i < typed->len; i++)
    g_free (g_array_index (typed, Typed, i).text);
  g_array_unref (typed);
}

static void
bench_generated (guint n)
{
  BenchWords *words = bench_words_new ();
  GArray *typed = make_typed (words);
  g_autoptr (MachiCatalog) catalog = make_catalog (words, n);
  g_autofree char *title = g_strdup_printf ("%u generated entries", n);

  bench_catalog (title, catalog, typed);
  free_typed (typed);
  bench_words_free (words);
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 1000, 10000, 100000 };
  GArray *typed = make_typed_for_built_in ();

  bench_built_in (typed);
  free_typed (typed);
  for (int i = 1; i < argc; i++)
    bench_generated ((guint) atoi (argv[i]));
  for (guint i = 0; argc == 1 && i < G_N_ELEMENTS (sizes); i++)
    bench_generated (sizes[i]);

  return 0;
}
