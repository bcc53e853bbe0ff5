/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search.h"

#include "machi-search-opening.h"
#include "machi-search-worker.h"

/* How long the main loop may be kept while the catalogue is gone through. */
#define SLICE_USEC 2500
/* Building that lasts longer is shown. */
#define SHOW_PROGRESS_MSEC 500
#define PROGRESS_INTERVAL_MSEC 100
/* An index that breaks again and again is not built for ever. */
#define MAX_REOPENED 2

/**
 * MachiSearch:
 *
 * What a page searches with: set its text, and its results follow. It goes through the catalogue bit by bit when the
 * main loop has nothing to do, opens or builds the index in a thread, and searches in another; until the index is
 * there, names are found.
 */
struct _MachiSearch
{
  GObject parent_instance;

  char *cache_path;
  MachiSearchCorpus *corpus;
  MachiSearchEngine *engine;
  MachiSearchWorker *worker;
  MachiSearchResults *results;
  MachiSearchAnswer *answer;

  char *text;
  MachiEntryFilter *filter;
  gboolean busy;

  GCancellable *cancellable;
  guint gather_source;
  guint progress_source;
  gint64 open_since;
  guint n_reopened;
  gboolean ready;
  gboolean indexing;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_FILTER,
  PROP_RESULTS,
  PROP_N_FOUND,
  PROP_SUGGESTION,
  PROP_BUSY,
  PROP_READY,
  PROP_INDEXING,
  PROP_PROGRESS,
  N_PROPS,
};

enum
{
  ANSWERED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiSearch, machi_search, G_TYPE_OBJECT)

static void open_index (MachiSearch *self);

static void
set_flag (MachiSearch *self, gboolean *flag, gboolean value, guint property)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
show_answer (MachiSearch *self, MachiSearchAnswer *answer)
{
  machi_search_answer_ref (answer);
  g_clear_pointer (&self->answer, machi_search_answer_unref);
  self->answer = answer;
  if (self->corpus != NULL)
    machi_search_results_set (self->results, self->corpus, answer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FOUND]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUGGESTION]);
}

/* A file that broke while it was read is made anew. */
static void
check_index (MachiSearch *self)
{
  if (!self->ready || machi_search_engine_has_index (self->engine, NULL))
    return;

  set_flag (self, &self->ready, FALSE, PROP_READY);
  if (self->n_reopened++ < MAX_REOPENED)
    open_index (self);
}

static void
take_answer (MachiSearchAnswer *answer, gboolean last, gpointer data)
{
  MachiSearch *self = data;

  g_object_ref (self);
  show_answer (self, answer);
  if (last)
    set_flag (self, &self->busy, FALSE, PROP_BUSY);
  g_signal_emit (self, signals[ANSWERED], 0);
  check_index (self);
  g_object_unref (self);
}

/* Whether anything is asked for, be it only by the filter. */
static gboolean
is_asking (MachiSearch *self)
{
  return self->text[0] != '\0' || (self->filter != NULL && !machi_entry_filter_is_empty (self->filter));
}

static void
ask (MachiSearch *self)
{
  g_autoptr (MachiQuery) query = machi_query_new (self->text);

  if (self->filter != NULL)
    machi_query_add_filter (query, self->filter);
  if (self->worker != NULL || is_asking (self))
    set_flag (self, &self->busy, TRUE, PROP_BUSY);
  if (self->worker != NULL)
    machi_search_worker_ask (self->worker, query);
}

static void
fetch_snippet (MachiSearchResult *result, gpointer data)
{
  MachiSearch *self = data;

  if (self->worker != NULL)
    machi_search_worker_ask_snippet (self->worker, result);
}

/* The callback has its own reference to the search, which may have been disposed of. */
static void
index_opened (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (MachiSearch) self = data;
  g_autoptr (GError) error = NULL;
  gboolean opened = machi_search_engine_open_index_finish (result, &error);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  set_flag (self, &self->indexing, FALSE, PROP_INDEXING);
  if (!opened)
    {
      g_message ("Texts cannot be searched: %s", error->message);
      return;
    }

  set_flag (self, &self->ready, TRUE, PROP_READY);
  if (is_asking (self))
    ask (self);
}

static gboolean
show_progress (gpointer data)
{
  MachiSearch *self = data;

  if (g_get_monotonic_time () - self->open_since < SHOW_PROGRESS_MSEC * G_TIME_SPAN_MILLISECOND)
    return G_SOURCE_CONTINUE;

  set_flag (self, &self->indexing, TRUE, PROP_INDEXING);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);

  return G_SOURCE_CONTINUE;
}

static void
open_index (MachiSearch *self)
{
  self->open_since = g_get_monotonic_time ();
  self->progress_source = g_timeout_add (PROGRESS_INTERVAL_MSEC, show_progress, self);
  machi_search_engine_open_index_async (self->engine, self->cache_path, self->cancellable, index_opened,
                                        g_object_ref (self));
}

static gboolean
gather (gpointer data)
{
  MachiSearch *self = data;

  if (!machi_search_corpus_gather (self->corpus, SLICE_USEC))
    return G_SOURCE_CONTINUE;

  self->gather_source = 0;
  self->engine = machi_search_engine_new (self->corpus);
  self->worker = machi_search_worker_new (self->engine, take_answer, self);
  if (is_asking (self))
    ask (self);
  open_index (self);

  return G_SOURCE_REMOVE;
}

static void
machi_search_dispose (GObject *object)
{
  MachiSearch *self = MACHI_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->gather_source, g_source_remove);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  machi_search_results_let_go (self->results);
  g_clear_pointer (&self->worker, machi_search_worker_close);
  machi_search_set_filter (self, NULL);

  G_OBJECT_CLASS (machi_search_parent_class)->dispose (object);
}

static void
machi_search_finalize (GObject *object)
{
  MachiSearch *self = MACHI_SEARCH (object);

  g_clear_object (&self->results);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->answer, machi_search_answer_unref);
  g_clear_pointer (&self->engine, machi_search_engine_unref);
  g_clear_pointer (&self->corpus, machi_search_corpus_unref);
  g_free (self->cache_path);
  g_free (self->text);

  G_OBJECT_CLASS (machi_search_parent_class)->finalize (object);
}

static void
machi_search_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiSearch *self = MACHI_SEARCH (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_RESULTS:
      g_value_set_object (value, self->results);
      break;
    case PROP_N_FOUND:
      g_value_set_uint (value, machi_search_get_n_found (self));
      break;
    case PROP_SUGGESTION:
      g_value_set_string (value, machi_search_get_suggestion (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_INDEXING:
      g_value_set_boolean (value, self->indexing);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, machi_search_get_progress (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_search_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiSearch *self = MACHI_SEARCH (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      machi_search_set_text (self, g_value_get_string (value));
      break;
    case PROP_FILTER:
      machi_search_set_filter (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_search_class_init (MachiSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags write = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = machi_search_dispose;
  object_class->finalize = machi_search_finalize;
  object_class->get_property = machi_search_get_property;
  object_class->set_property = machi_search_set_property;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", write);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, MACHI_TYPE_ENTRY_FILTER, write);
  properties[PROP_RESULTS] = g_param_spec_object ("results", NULL, NULL, G_TYPE_LIST_MODEL, read);
  properties[PROP_N_FOUND] = g_param_spec_uint ("n-found", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[PROP_SUGGESTION] = g_param_spec_string ("suggestion", NULL, NULL, NULL, read);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, read);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, read);
  properties[PROP_INDEXING] = g_param_spec_boolean ("indexing", NULL, NULL, FALSE, read);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MachiSearch::answered:
   *
   * The results are those of the text. Until all texts have been searched it may come twice.
   */
  signals[ANSWERED]
      = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
machi_search_init (MachiSearch *self)
{
  self->text = g_strdup ("");
  self->cancellable = g_cancellable_new ();
  self->results = machi_search_results_new (fetch_snippet, self);
}

/**
 * machi_search_new:
 * @catalog: a catalogue
 * @cache_path: (nullable): where the index is kept; %NULL to make it each time
 *
 * To be used in the thread that uses the catalogue.
 *
 * Returns: (transfer full): a search for nothing yet; it begins to make itself ready when the main loop has nothing to
 * do
 */
MachiSearch *
machi_search_new (MachiCatalog *catalog, const char *cache_path)
{
  MachiSearch *self;

  g_return_val_if_fail (MACHI_IS_CATALOG (catalog), NULL);

  self = g_object_new (MACHI_TYPE_SEARCH, NULL);
  self->cache_path = g_strdup (cache_path);
  self->corpus = machi_search_corpus_new_empty (catalog);
  self->gather_source = g_idle_add (gather, self);

  return self;
}

/**
 * machi_search_dup_cache_path:
 * @pack_id: what tells a pack from others, such as the ID of its manifest
 *
 * Returns: (transfer full): where its index belongs in the user's cache folder
 */
char *
machi_search_dup_cache_path (const char *pack_id)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, pack_id, -1);
  g_autofree char *name = g_strdup_printf ("search-%.16s.db", hash);

  return g_build_filename (g_get_user_cache_dir (), "machi", name, NULL);
}

/**
 * machi_search_get_text:
 * @self: a search
 *
 * Returns: what is searched for
 */
const char *
machi_search_get_text (MachiSearch *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH (self), NULL);

  return self->text;
}

/**
 * machi_search_set_text:
 * @self: a search
 * @text: (nullable): what a person typed, as machi_query_new() reads it
 *
 * Searches for something else. The results stay until those of @text are there.
 */
void
machi_search_set_text (MachiSearch *self, const char *text)
{
  g_return_if_fail (MACHI_IS_SEARCH (self));

  if (!g_set_str (&self->text, text != NULL ? text : ""))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  ask (self);
}

/**
 * machi_search_get_filter:
 * @self: a search
 *
 * Returns: (transfer none) (nullable): what narrows the results, beside the facets in the text
 */
MachiEntryFilter *
machi_search_get_filter (MachiSearch *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH (self), NULL);

  return self->filter;
}

/**
 * machi_search_set_filter:
 * @self: a search
 * @filter: (nullable): a filter; the search follows its changes
 *
 * Narrows the results by the choices of a reader. Without a text, all that @filter lets pass is found.
 */
void
machi_search_set_filter (MachiSearch *self, MachiEntryFilter *filter)
{
  g_return_if_fail (MACHI_IS_SEARCH (self));

  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, ask, self);
  g_set_object (&self->filter, filter);
  if (filter != NULL)
    g_signal_connect_object (filter, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
  if (self->worker != NULL)
    ask (self);
}

/**
 * machi_search_get_results:
 * @self: a search
 *
 * Returns: (transfer none): a list of #MachiSearchResult, the best first. It may have fewer than were found.
 */
GListModel *
machi_search_get_results (MachiSearch *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH (self), NULL);

  return G_LIST_MODEL (self->results);
}

/**
 * machi_search_get_n_found:
 * @self: a search
 *
 * Returns: how many results there are
 */
guint
machi_search_get_n_found (MachiSearch *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH (self), 0);

  return self->answer != NULL ? self->answer->n_found : 0;
}

/**
 * machi_search_get_suggestion:
 * @self: a search
 *
 * Returns: (nullable): where nothing was found and one letter was wrong, what was searched for in place of the text:
 * the results are those of it
 */
const char *
machi_search_get_suggestion (MachiSearch *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH (self), NULL);

  return self->answer != NULL ? self->answer->suggestion : NULL;
}

/**
 * machi_search_dup_tally:
 * @self: a search
 * @facet: a facet
 *
 * Returns: (transfer full): how many results have which value, the most frequent first, counted as if that facet did
 * not narrow; years by spans, as machi_year_span_get_value() has them, in their order
 */
MachiTally *
machi_search_dup_tally (MachiSearch *self, MachiFacet facet)
{
  g_return_val_if_fail (MACHI_IS_SEARCH (self), NULL);
  g_return_val_if_fail (facet < MACHI_N_FACETS, NULL);

  if (self->answer == NULL)
    return machi_tally_new ();

  return machi_search_answer_dup_tally (self->answer, machi_search_corpus_get_facets (self->corpus), facet);
}

/**
 * machi_search_get_busy:
 * @self: a search
 *
 * Returns: whether the results are still those of an earlier text
 */
gboolean
machi_search_get_busy (MachiSearch *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH (self), FALSE);

  return self->busy;
}

/**
 * machi_search_get_ready:
 * @self: a search
 *
 * Returns: whether texts are searched, and not only names
 */
gboolean
machi_search_get_ready (MachiSearch *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH (self), FALSE);

  return self->ready;
}

/**
 * machi_search_get_indexing:
 * @self: a search
 *
 * Returns: whether the index is being built, and has been for so long that it should be shown
 */
gboolean
machi_search_get_indexing (MachiSearch *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH (self), FALSE);

  return self->indexing;
}

/**
 * machi_search_get_progress:
 * @self: a search
 *
 * Returns: how much of the index is built, from 0 to 1
 */
double
machi_search_get_progress (MachiSearch *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH (self), 0);

  return self->engine != NULL ? machi_search_engine_get_progress (self->engine) : 0;
}
