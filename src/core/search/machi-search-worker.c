/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-worker.h"

/* From so many entries on, names are answered before the texts have been searched. */
#define MANY_ENTRIES 3000

/**
 * MachiSearchWorker:
 *
 * Searches in a thread of its own and answers in the thread that made it. Of several queries only the newest is
 * answered: each bears a stamp, and what has an older one is dropped, before, during or after the search. It is owned
 * by who made it and by each job on its way.
 */
struct _MachiSearchWorker
{
  gatomicrefcount ref_count;

  MachiSearchEngine *engine;
  GMainContext *context;
  GThreadPool *pool;
  int stamp;

  /* Of the thread that made it. */
  MachiSearchAnswerFunc answered;
  gpointer data;

  GMutex lock;
  MachiSearchAnswer *answer;
  gboolean last;
  int answer_stamp;
  GPtrArray *snippets;
  gboolean posted;
};

/* A query, or the result of which the snippet is wanted. */
typedef struct
{
  MachiSearchWorker *worker;
  MachiQuery *query;
  MachiSearchResult *result;
  MachiSnippet *snippet;
  guint doc;
  guint serial;
  int stamp;
} Job;

static MachiSearchWorker *
worker_ref (MachiSearchWorker *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
worker_unref (gpointer data)
{
  MachiSearchWorker *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->answer, machi_search_answer_unref);
  g_ptr_array_unref (self->snippets);
  g_mutex_clear (&self->lock);
  g_main_context_unref (self->context);
  machi_search_engine_unref (self->engine);
  g_free (self);
}

/* In the thread that made the worker, because of the result, which is of that thread. */
static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->query, machi_query_unref);
  g_clear_object (&job->result);
  g_clear_pointer (&job->snippet, machi_snippet_unref);
  g_free (job);
}

static gboolean
deliver (gpointer data)
{
  MachiSearchWorker *self = data;
  g_autoptr (MachiSearchAnswer) answer = NULL;
  g_autoptr (GPtrArray) snippets = NULL;
  gboolean last;

  g_mutex_lock (&self->lock);
  self->posted = FALSE;
  if (self->answer_stamp == g_atomic_int_get (&self->stamp))
    answer = g_steal_pointer (&self->answer);
  last = self->last;
  snippets = g_steal_pointer (&self->snippets);
  self->snippets = g_ptr_array_new_with_free_func (job_free);
  g_mutex_unlock (&self->lock);

  for (guint i = 0; self->answered != NULL && i < snippets->len; i++)
    {
      Job *job = g_ptr_array_index (snippets, i);

      if (job->snippet != NULL)
        machi_search_result_set_snippet (job->result, job->serial, job->snippet);
    }
  if (answer != NULL && self->answered != NULL)
    self->answered (answer, last, self->data);

  return G_SOURCE_REMOVE;
}

/* With the lock held. */
static void
post (MachiSearchWorker *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->posted)
    return;

  self->posted = TRUE;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, worker_ref (self), worker_unref);
  g_source_attach (source, self->context);
}

static gboolean
is_stale (gpointer data)
{
  const Job *job = data;

  return job->stamp != g_atomic_int_get (&job->worker->stamp);
}

static void
post_answer (Job *job, MachiSearchAnswer *answer, gboolean last)
{
  MachiSearchWorker *self = job->worker;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_clear_pointer (&self->answer, machi_search_answer_unref);
  self->answer = machi_search_answer_ref (answer);
  self->answer_stamp = job->stamp;
  self->last = last;
  post (self);
}

static void
answer_query (Job *job)
{
  MachiSearchEngine *engine = job->worker->engine;
  g_autoptr (MachiSearchAnswer) answer = NULL;

  if (is_stale (job))
    return;

  if (machi_search_corpus_get_size (machi_search_engine_get_corpus (engine)) >= MANY_ENTRIES)
    {
      g_autoptr (MachiSearchAnswer) names = machi_search_engine_find_names (engine, job->query, is_stale, job);

      if (is_stale (job))
        return;
      if (names->n_found > 0)
        post_answer (job, names, FALSE);
    }
  answer = machi_search_engine_find (engine, job->query, is_stale, job);
  if (!is_stale (job))
    post_answer (job, answer, TRUE);
}

static void
run_job (gpointer data, gpointer worker)
{
  MachiSearchWorker *self = worker;
  Job *job = data;

  if (job->result == NULL)
    {
      answer_query (job);
      job_free (job);
    }
  else
    {
      if (!is_stale (job))
        job->snippet = machi_search_engine_dup_snippet (self->engine, job->query, job->doc);
      g_mutex_lock (&self->lock);
      g_ptr_array_add (self->snippets, job);
      post (self);
      g_mutex_unlock (&self->lock);
    }
  worker_unref (self);
}

/**
 * machi_search_worker_new:
 * @engine: what searches
 * @answered: what to call with an answer, in the thread's default main context of the caller
 * @data: what to give to @answered
 *
 * Returns: (transfer full): a worker, to be given up by machi_search_worker_close()
 */
MachiSearchWorker *
machi_search_worker_new (MachiSearchEngine *engine, MachiSearchAnswerFunc answered, gpointer data)
{
  MachiSearchWorker *self = g_new0 (MachiSearchWorker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->engine = machi_search_engine_ref (engine);
  self->context = g_main_context_ref_thread_default ();
  self->answered = answered;
  self->data = data;
  self->snippets = g_ptr_array_new_with_free_func (job_free);
  self->pool = g_thread_pool_new (run_job, self, 1, FALSE, NULL);

  return self;
}

/**
 * machi_search_worker_close:
 * @self: (transfer full): a worker
 *
 * Gives up the worker: what is on its way is dropped, and nobody waits for it.
 */
void
machi_search_worker_close (MachiSearchWorker *self)
{
  g_return_if_fail (self != NULL);

  self->answered = NULL;
  g_atomic_int_inc (&self->stamp);
  g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, FALSE);
  worker_unref (self);
}

static void
push (MachiSearchWorker *self, Job job)
{
  job.worker = worker_ref (self);
  job.stamp = g_atomic_int_get (&self->stamp);
  g_thread_pool_push (self->pool, g_memdup2 (&job, sizeof job), NULL);
}

/**
 * machi_search_worker_ask:
 * @self: a worker
 * @query: a query
 *
 * Asks for an answer. Those asked for before are no longer given.
 */
void
machi_search_worker_ask (MachiSearchWorker *self, MachiQuery *query)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (query != NULL);

  g_atomic_int_inc (&self->stamp);
  push (self, (Job) { .query = machi_query_ref (query) });
}

/**
 * machi_search_worker_ask_snippet:
 * @self: a worker
 * @result: one of the results of the last answer
 *
 * Asks for a snippet, which @result gets, unless another query comes first.
 */
void
machi_search_worker_ask_snippet (MachiSearchWorker *self, MachiSearchResult *result)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (MACHI_IS_SEARCH_RESULT (result));

  push (self, (Job) { .query = machi_query_ref (machi_search_result_get_query (result)),
                      .result = g_object_ref (result),
                      .doc = machi_search_result_get_doc (result),
                      .serial = machi_search_result_get_serial (result) });
}
