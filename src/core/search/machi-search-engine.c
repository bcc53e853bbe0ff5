/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-engine.h"

/* FTS5 cannot stop early once it ranks: so many results are ranked, those behind them only counted. */
#define MAX_RANKED 1500
#define MAX_HITS 5000
/* How much it counts that a name has little else, beside the kind. */
#define COVERAGE_SHARE 0.6f
#define PROGRESS_STEPS 1000
/* A word may stand inside so many others. */
#define MAX_INSIDE 16
#define MIN_INSIDE 3

/**
 * MachiSearchEngine:
 *
 * Finds entries by names, which are in memory, and by texts, once the index is open. May be used by several threads.
 */
struct _MachiSearchEngine
{
  gatomicrefcount ref_count;

  MachiSearchCorpus *corpus;

  GMutex names_lock;
  MachiNameIndex *names;

  GMutex lock;
  MachiSearchIndex *index;
  int progress;
};

G_DEFINE_BOXED_TYPE (MachiSearchEngine, machi_search_engine, machi_search_engine_ref, machi_search_engine_unref)

/* What a person is likely to look for, if nothing else tells: between equals, a city before its projects. */
static const float kind_weights[MACHI_N_KINDS] = {
  [MACHI_KIND_CITY] = 1.0f,         [MACHI_KIND_NETWORK] = 1.0f, [MACHI_KIND_REPORT] = 1.0f,
  [MACHI_KIND_PROGRAMME] = 0.9f,    [MACHI_KIND_TOPIC] = 0.9f,   [MACHI_KIND_COOPERATION] = 0.8f,
  [MACHI_KIND_ORGANISATION] = 0.8f, [MACHI_KIND_TERM] = 0.8f,    [MACHI_KIND_DOCUMENT] = 0.6f,
  [MACHI_KIND_PROJECT] = 0.5f,
};

/**
 * machi_search_engine_new:
 * @corpus: what there is to be searched, all gathered
 *
 * Returns: (transfer full): an engine that can find names
 */
MachiSearchEngine *
machi_search_engine_new (MachiSearchCorpus *corpus)
{
  MachiSearchEngine *self;

  g_return_val_if_fail (corpus != NULL, NULL);

  self = g_new0 (MachiSearchEngine, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_mutex_init (&self->names_lock);
  self->corpus = machi_search_corpus_ref (corpus);

  return self;
}

/**
 * machi_search_engine_ref:
 * @self: an engine
 *
 * Returns: (transfer full): @self
 */
MachiSearchEngine *
machi_search_engine_ref (MachiSearchEngine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * machi_search_engine_unref:
 * @self: (transfer full): an engine
 *
 * Gives up a reference.
 */
void
machi_search_engine_unref (MachiSearchEngine *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->index, machi_search_index_free);
  g_clear_pointer (&self->names, machi_name_index_free);
  machi_search_corpus_unref (self->corpus);
  g_mutex_clear (&self->names_lock);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* Made by the first who searches, so that the main thread need not. */
static const MachiNameIndex *
get_names (MachiSearchEngine *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->names_lock);

  if (self->names == NULL)
    self->names = machi_name_index_new (self->corpus);

  return self->names;
}

/**
 * machi_search_engine_get_corpus:
 * @self: an engine
 *
 * Returns: (transfer none): what it searches
 */
MachiSearchCorpus *
machi_search_engine_get_corpus (const MachiSearchEngine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->corpus;
}

static void
note_progress (double fraction, gpointer data)
{
  MachiSearchEngine *self = data;

  g_atomic_int_set (&self->progress, (int) (fraction * PROGRESS_STEPS));
}

/**
 * machi_search_engine_get_progress:
 * @self: an engine
 *
 * Returns: how much of the index is built, from 0 to 1
 */
double
machi_search_engine_get_progress (MachiSearchEngine *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (double) g_atomic_int_get (&self->progress) / PROGRESS_STEPS;
}

/**
 * machi_search_engine_open_index:
 * @self: an engine
 * @path: (nullable): where the index is kept
 * @cancellable: (nullable): a way to stop
 * @error: where to say what went wrong
 *
 * Opens or builds the index of the texts, as machi_search_index_open() does; until then only names are found. Not for
 * the main thread.
 *
 * Returns: whether texts can be found now
 */
gboolean
machi_search_engine_open_index (MachiSearchEngine *self, const char *path, GCancellable *cancellable, GError **error)
{
  MachiSearchIndex *index;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  get_names (self);
  g_atomic_int_set (&self->progress, 0);
  index = machi_search_index_open (self->corpus, path, note_progress, self, cancellable, error);
  if (index == NULL)
    return FALSE;

  locker = g_mutex_locker_new (&self->lock);
  g_clear_pointer (&self->index, machi_search_index_free);
  self->index = index;

  return TRUE;
}

/**
 * machi_search_engine_has_index:
 * @self: an engine
 * @origin: (out) (optional): where the index came from
 *
 * Returns: whether texts can be found. It is lost again when the file turns out to be damaged.
 */
gboolean
machi_search_engine_has_index (MachiSearchEngine *self, MachiIndexOrigin *origin)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->index != NULL && origin != NULL)
    *origin = machi_search_index_get_origin (self->index);

  return self->index != NULL;
}

enum
{
  MARK_EXCLUDED = 1,
  MARK_TAKEN = 2,
};

typedef struct
{
  MachiSearchEngine *engine;
  MachiSearchAnswer *answer;
  MachiSearchFilter *filter;
  guint8 *marks;
  MachiSearchStopFunc stop;
  gpointer stop_data;
} Run;

static float
weigh_kind (const Run *self, guint doc)
{
  return kind_weights[machi_entry_get_kind (machi_search_corpus_get_entry (self->engine->corpus, doc))];
}

static gboolean
run_is_stopped (gpointer data)
{
  const Run *self = data;

  return self->stop != NULL && self->stop (self->stop_data);
}

/* Counts a result; whether it is one, and there is room for it. */
static gboolean
run_wants (guint doc, gpointer data)
{
  Run *self = data;

  if (self->marks[doc] != 0)
    return FALSE;

  self->marks[doc] = MARK_TAKEN;
  if (!machi_search_filter_take (self->filter, doc))
    return FALSE;

  self->answer->n_found++;

  return self->answer->hits->len < MAX_HITS;
}

static gboolean
run_wants_text (guint doc, gpointer data)
{
  Run *self = data;

  return run_wants (doc, data) && self->answer->hits->len < MAX_RANKED;
}

static void
run_found_text (guint doc, float score, gpointer data)
{
  Run *self = data;
  MachiSearchHit hit = { doc, MACHI_TIER_TEXT, score * (0.5f + weigh_kind (self, doc)) };

  g_array_append_val (self->answer->hits, hit);
}

static GArray *
run_names (Run *self)
{
  return machi_name_index_find (get_names (self->engine), self->answer->query, run_is_stopped, self);
}

/* Takes those hits which are at least so near. */
static void
take_names (Run *self, GArray *hits, MachiSearchTier least)
{
  for (guint i = 0; i < hits->len; i++)
    {
      MachiSearchHit hit = g_array_index (hits, MachiSearchHit, i);

      if (hit.tier < least || !run_wants (hit.doc, self))
        continue;
      hit.score = hit.score * COVERAGE_SHARE + weigh_kind (self, hit.doc);
      g_array_append_val (self->answer->hits, hit);
    }
}

/* Where nothing is to be found, but only to be narrowed or excluded, all the rest are results. */
static void
run_all (Run *self)
{
  for (guint doc = 0; doc < machi_search_corpus_get_size (self->engine->corpus); doc++)
    if (run_wants (doc, self))
      run_found_text (doc, 1, self);
}

/* A file that cannot be read any more is given up. */
static void
note_failure (MachiSearchEngine *self, const GError *error)
{
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_debug ("%s", error->message);
  g_clear_pointer (&self->index, machi_search_index_free);
}

static gboolean
run_texts (Run *self)
{
  MachiIndexVisitor visitor = { run_wants_text, run_found_text, run_is_stopped, self };
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->engine->lock);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->engine->index == NULL)
    return FALSE;

  done = machi_search_index_find (self->engine->index, self->answer->query, &visitor, &error);
  note_failure (self->engine, error);

  return done;
}

static void
run_excluded (Run *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->engine->lock);
  g_autoptr (GError) error = NULL;

  if (self->engine->index != NULL)
    machi_search_index_find_excluded (self->engine->index, self->answer->query, self->marks, &error);
  note_failure (self->engine, error);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const MachiSearchHit *first = a;
  const MachiSearchHit *second = b;

  if (first->tier != second->tier)
    return first->tier < second->tier ? 1 : -1;
  if (first->score < second->score || first->score > second->score)
    return first->score < second->score ? 1 : -1;

  return first->doc < second->doc ? -1 : first->doc > second->doc;
}

/* One search for just what @query says. */
static MachiSearchAnswer *
find_once (MachiSearchEngine *self, MachiQuery *query, gboolean texts, MachiSearchStopFunc stop, gpointer stop_data)
{
  g_autoptr (MachiSearchAnswer) answer = machi_search_answer_new (query);
  g_autoptr (MachiSearchFilter) filter = machi_search_filter_new (machi_search_corpus_get_facets (self->corpus), query);
  g_autofree guint8 *marks = g_new0 (guint8, machi_search_corpus_get_size (self->corpus) + 1);
  Run run = { self, answer, filter, marks, stop, stop_data };

  if (texts)
    run_excluded (&run);
  if (machi_query_has_words (query))
    {
      g_autoptr (GArray) names = run_names (&run);

      take_names (&run, names, MACHI_TIER_INSIDE);
      answer->complete = texts && !run_is_stopped (&run) && run_texts (&run);
      take_names (&run, names, MACHI_TIER_TEXT);
    }
  else if (!machi_query_is_empty (query))
    {
      run_all (&run);
      answer->complete = texts;
    }

  g_array_sort (answer->hits, compare_hits);
  for (guint i = 0; i < MACHI_N_FACETS; i++)
    answer->counts[i] = machi_search_filter_dup_counts (filter, i);

  return g_steal_pointer (&answer);
}

/**
 * machi_search_engine_find_names:
 * @self: an engine
 * @query: a query
 * @stop: (nullable): what to ask now and then whether to stop
 * @stop_data: what to give to @stop
 *
 * Finds what has a name that goes with @query; takes less than a millisecond for some thousand entries.
 *
 * Returns: (transfer full): what was found
 */
MachiSearchAnswer *
machi_search_engine_find_names (MachiSearchEngine *self,
                                MachiQuery *query,
                                MachiSearchStopFunc stop,
                                gpointer stop_data)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  return find_once (self, query, FALSE, stop, stop_data);
}

/* A query that is content with words which have those of @query inside them; NULL where there are none. */
static MachiQuery *
widen (MachiSearchEngine *self, const MachiQuery *query)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GPtrArray *terms = machi_query_get_terms (query);
  gboolean any = FALSE;

  for (guint i = 0; self->index != NULL && i < terms->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (terms, i);
      const MachiQueryPhrase *phrase = g_ptr_array_index (term->phrases, 0);
      GStrv inside = NULL;

      if (!term->negated && !term->quoted && phrase->word && g_utf8_strlen (phrase->tokens[0], -1) >= MIN_INSIDE)
        inside = machi_vocabulary_find_inside (machi_search_index_get_vocabulary (self->index), phrase->tokens[0],
                                               MAX_INSIDE);
      any |= inside != NULL && inside[0] != NULL;
      g_ptr_array_add (words, inside);
    }

  return any ? machi_query_widen (query, words) : NULL;
}

/* A query in which words that are nowhere are put right; NULL where there is nothing to put right, or no way. */
static MachiQuery *
correct (MachiSearchEngine *self, const MachiQuery *query)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const MachiVocabulary *vocabulary = self->index != NULL ? machi_search_index_get_vocabulary (self->index) : NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GPtrArray *terms = machi_query_get_terms (query);
  gboolean any = FALSE;

  for (guint i = 0; vocabulary != NULL && i < terms->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (terms, i);
      const MachiQueryPhrase *phrase = g_ptr_array_index (term->phrases, 0);
      const char *word = NULL;

      if (!term->negated && !term->quoted && phrase->word
          && machi_vocabulary_count (vocabulary, phrase->tokens[0], phrase->prefix) == 0)
        word = machi_vocabulary_find_similar (vocabulary, phrase->tokens[0], phrase->prefix);
      any |= word != NULL;
      g_ptr_array_add (words, (gpointer) word);
    }

  return any ? machi_query_correct (query, words) : NULL;
}

typedef MachiQuery *(*ChangeFunc) (MachiSearchEngine *self, const MachiQuery *query);

static MachiQuery *
loosen (MachiSearchEngine *self G_GNUC_UNUSED, const MachiQuery *query)
{
  return machi_query_loosen (query);
}

/**
 * machi_search_engine_find:
 * @self: an engine
 * @query: a query
 * @stop: (nullable): what to ask now and then whether to stop
 * @stop_data: what to give to @stop
 *
 * Finds what has @query in names or texts. Where nothing does, the query is loosened, then its words are looked for
 * inside others, then one letter of a word may be wrong.
 *
 * Returns: (transfer full): what was found; its query is the one by which it was
 */
MachiSearchAnswer *
machi_search_engine_find (MachiSearchEngine *self, MachiQuery *query, MachiSearchStopFunc stop, gpointer stop_data)
{
  static const ChangeFunc changes[] = { loosen, widen, correct };
  g_autoptr (MachiSearchAnswer) answer = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  answer = find_once (self, query, TRUE, stop, stop_data);
  for (guint i = 0; answer->n_found == 0 && machi_query_has_words (query) && i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (MachiQuery) changed = NULL;
      g_autoptr (MachiSearchAnswer) other = NULL;

      if (stop != NULL && stop (stop_data))
        break;
      changed = changes[i](self, query);
      if (changed == NULL)
        continue;
      other = find_once (self, changed, TRUE, stop, stop_data);
      if (other->n_found == 0)
        continue;
      if (changes[i] == correct)
        other->suggestion = g_strdup (machi_query_get_text (changed));
      return g_steal_pointer (&other);
    }

  return g_steal_pointer (&answer);
}

static gboolean
add_name (const char *block G_GNUC_UNUSED, const char *text, gpointer data)
{
  machi_snippet_finder_add_name (data, text);

  return TRUE;
}

static gboolean
add_text (const char *block, const char *text, gpointer data)
{
  return machi_snippet_finder_add_text (data, block, text);
}

static void
add_blocks (MachiSearchEngine *self, guint doc, MachiSnippetFinder *finder)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GError) error = NULL;

  if (self->index != NULL)
    machi_search_index_foreach_block (self->index, doc, add_text, finder, &error);
  note_failure (self, error);
}

/**
 * machi_search_engine_dup_snippet:
 * @self: an engine
 * @query: the query of an answer
 * @doc: the number of one of its results
 *
 * Looks through the texts of an entry. Not for the main thread.
 *
 * Returns: (transfer full): the piece that has most of @query
 */
MachiSnippet *
machi_search_engine_dup_snippet (MachiSearchEngine *self, const MachiQuery *query, guint doc)
{
  g_autoptr (MachiSnippetFinder) finder = NULL;
  MachiEntry *entry;

  g_return_val_if_fail (self != NULL, NULL);

  entry = machi_search_corpus_get_entry (self->corpus, doc);
  finder
      = machi_snippet_finder_new (query, machi_entry_get_name (entry), machi_entry_get_display_summary (entry, NULL));
  machi_search_corpus_foreach_name (self->corpus, doc, add_name, finder);
  if (machi_entry_get_kind (entry) == MACHI_KIND_REPORT)
    add_blocks (self, doc, finder);
  machi_search_corpus_foreach_text (self->corpus, doc, add_text, finder);

  return machi_snippet_finder_end (finder);
}
