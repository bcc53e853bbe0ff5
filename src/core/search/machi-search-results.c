/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-results.h"

/**
 * MachiSearchResults:
 *
 * The results of a search, the best first: a list of #MachiSearchResult. A row is made when it is first asked for and
 * then stays: another answer changes what the rows show, and only what the list is longer or shorter by is added or
 * removed.
 */
struct _MachiSearchResults
{
  GObject parent_instance;

  MachiSearchCorpus *corpus;
  MachiSearchAnswer *answer;
  GPtrArray *rows;

  MachiSearchFetchFunc fetch;
  gpointer data;
};

static void machi_search_results_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiSearchResults,
                               machi_search_results,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, machi_search_results_list_model_init))

static GType
machi_search_results_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return MACHI_TYPE_SEARCH_RESULT;
}

static guint
machi_search_results_get_n_items (GListModel *model)
{
  return MACHI_SEARCH_RESULTS (model)->rows->len;
}

static void
set_row (MachiSearchResults *self, guint position)
{
  const MachiSearchHit *hit = &g_array_index (self->answer->hits, MachiSearchHit, position);

  machi_search_result_set (g_ptr_array_index (self->rows, position),
                           machi_search_corpus_get_entry (self->corpus, hit->doc), hit->doc, self->answer->query);
}

static gpointer
machi_search_results_get_item (GListModel *model, guint position)
{
  MachiSearchResults *self = MACHI_SEARCH_RESULTS (model);

  if (position >= self->rows->len)
    return NULL;

  if (g_ptr_array_index (self->rows, position) == NULL)
    {
      g_ptr_array_index (self->rows, position) = machi_search_result_new (self->fetch, self->data);
      set_row (self, position);
    }

  return g_object_ref (g_ptr_array_index (self->rows, position));
}

static void
machi_search_results_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = machi_search_results_get_item_type;
  interface->get_n_items = machi_search_results_get_n_items;
  interface->get_item = machi_search_results_get_item;
}

/* A row may outlive its list in a view. */
static void
row_free (gpointer row)
{
  if (row == NULL)
    return;

  machi_search_result_let_go (row);
  g_object_unref (row);
}

static void
machi_search_results_dispose (GObject *object)
{
  MachiSearchResults *self = MACHI_SEARCH_RESULTS (object);

  self->fetch = NULL;
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->corpus, machi_search_corpus_unref);
  g_clear_pointer (&self->answer, machi_search_answer_unref);

  G_OBJECT_CLASS (machi_search_results_parent_class)->dispose (object);
}

static void
machi_search_results_finalize (GObject *object)
{
  g_ptr_array_unref (MACHI_SEARCH_RESULTS (object)->rows);

  G_OBJECT_CLASS (machi_search_results_parent_class)->finalize (object);
}

static void
machi_search_results_class_init (MachiSearchResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = machi_search_results_dispose;
  object_class->finalize = machi_search_results_finalize;
}

static void
machi_search_results_init (MachiSearchResults *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

/**
 * machi_search_results_new:
 * @fetch: (nullable): what rows call for their snippets
 * @data: what to give to @fetch
 *
 * Returns: (transfer full): a list without results
 */
MachiSearchResults *
machi_search_results_new (MachiSearchFetchFunc fetch, gpointer data)
{
  MachiSearchResults *self = g_object_new (MACHI_TYPE_SEARCH_RESULTS, NULL);

  self->fetch = fetch;
  self->data = data;

  return self;
}

/**
 * machi_search_results_set:
 * @self: a list
 * @corpus: what was searched
 * @answer: what was found
 *
 * Shows the results of @answer.
 */
void
machi_search_results_set (MachiSearchResults *self, MachiSearchCorpus *corpus, MachiSearchAnswer *answer)
{
  guint before = self->rows->len;
  guint after = answer->hits->len;
  guint kept = MIN (before, after);

  g_return_if_fail (MACHI_IS_SEARCH_RESULTS (self));

  machi_search_corpus_ref (corpus);
  g_clear_pointer (&self->corpus, machi_search_corpus_unref);
  self->corpus = corpus;
  machi_search_answer_ref (answer);
  g_clear_pointer (&self->answer, machi_search_answer_unref);
  self->answer = answer;
  g_ptr_array_set_size (self->rows, (int) after);

  for (guint i = 0; i < kept; i++)
    if (g_ptr_array_index (self->rows, i) != NULL)
      set_row (self, i);
  if (before != after)
    g_list_model_items_changed (G_LIST_MODEL (self), kept, before - kept, after - kept);
}

/**
 * machi_search_results_let_go:
 * @self: a list
 *
 * Tells the list and its rows that nothing is fetched for them any more.
 */
void
machi_search_results_let_go (MachiSearchResults *self)
{
  g_return_if_fail (MACHI_IS_SEARCH_RESULTS (self));

  self->fetch = NULL;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->rows, i) != NULL)
      machi_search_result_let_go (g_ptr_array_index (self->rows, i));
}
