/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-facets.h"
#include "search-fixture.h"

#define N_THREADS 4
#define N_ROUNDS 3

typedef struct
{
  MachiCatalog *catalog;
  guint number;
  int *go;
  guint sum;
} Reader;

static guint
read_list (GListModel *list, gboolean backwards)
{
  guint n_items = g_list_model_get_n_items (list);
  guint sum = n_items;

  for (guint i = 0; i < n_items; i++)
    {
      guint position = backwards ? n_items - 1 - i : i;
      g_autoptr (GObject) item = g_list_model_get_item (list, position);

      sum += (position + 1) * (MACHI_IS_STATEMENT (item) ? 1 : 2);
    }
  g_assert_null (g_list_model_get_item (list, n_items));

  return sum;
}

static guint
read_entry (MachiEntry *entry, gboolean backwards)
{
  const MachiFacets *facets = machi_facets_get (entry);
  GListModel *lists[]
      = { machi_entry_get_facts (entry),      machi_entry_get_statements (entry), machi_entry_get_milestones (entry),
          machi_entry_get_agreements (entry), machi_entry_get_series (entry),     machi_entry_get_relations (entry),
          machi_entry_get_topics (entry) };
  guint sum = g_str_hash (machi_entry_get_id (entry)) + (guint) facets->from;

  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    for (guint j = 0; facets->values[i][j] != NULL; j++)
      sum += g_str_hash (facets->values[i][j]);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    sum += (i + 1) * read_list (lists[i], backwards);

  return sum;
}

/* Everything of a catalogue, every other reader from the end. */
static gpointer
read_all (gpointer data)
{
  Reader *self = data;
  gboolean backwards = self->number % 2 == 1;

  g_atomic_int_inc (self->go);
  while (g_atomic_int_get (self->go) < N_THREADS)
    ;
  for (guint kind = 1; kind < MACHI_N_KINDS; kind++)
    {
      GListModel *entries = machi_catalog_get_entries (self->catalog, kind);
      guint n_entries = g_list_model_get_n_items (entries);

      for (guint i = 0; i < n_entries; i++)
        {
          g_autoptr (MachiEntry) entry = g_list_model_get_item (entries, backwards ? n_entries - 1 - i : i);

          g_assert_true (machi_catalog_lookup (self->catalog, kind, machi_entry_get_id (entry)) == entry);
          self->sum += read_entry (entry, backwards);
        }
    }

  return NULL;
}

/* Threads that read a fresh catalogue at the same time all find the same in it. */
static void
test_readers (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (MachiCatalog) catalog = search_fixture_load_built_in ();
      Reader readers[N_THREADS];
      GThread *threads[N_THREADS];
      int go = 0;

      for (guint i = 0; i < N_THREADS; i++)
        {
          readers[i] = (Reader) { .catalog = catalog, .number = i, .go = &go };
          threads[i] = g_thread_new ("reader", read_all, &readers[i]);
        }
      for (guint i = 0; i < N_THREADS; i++)
        g_thread_join (threads[i]);
      for (guint i = 1; i < N_THREADS; i++)
        g_assert_cmpuint (readers[i].sum, ==, readers[0].sum);
      g_assert_cmpuint (readers[0].sum, >, 0);
    }
}

static gpointer
gather (gpointer data)
{
  return machi_search_corpus_new (data);
}

/* So do those who gather what can be searched, each for itself. */
static void
test_corpora (void)
{
  g_autoptr (MachiCatalog) catalog = search_fixture_load_built_in ();
  GThread *threads[N_THREADS];
  g_autofree char *first = NULL;

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("gatherer", gather, catalog);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autoptr (MachiSearchCorpus) corpus = g_thread_join (threads[i]);
      g_autofree char *hash = machi_search_corpus_dup_hash (corpus, NULL);

      if (first == NULL)
        first = g_strdup (hash);
      g_assert_cmpstr (hash, ==, first);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/threads/readers", test_readers);
  g_test_add_func ("/threads/corpora", test_corpora);

  return g_test_run ();
}
