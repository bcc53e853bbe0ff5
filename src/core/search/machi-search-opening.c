/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-opening.h"

#include <stdlib.h>

/* So long a program waits at its end for a thread that was told to stop. */
#define MAX_WAIT_SEC 5

/* Those that are on their way. */
static GMutex lock;
static GCond ended;
static GPtrArray *running;

typedef struct
{
  MachiSearchEngine *engine;
  char *path;
} Opening;

static void
opening_free (Opening *opening)
{
  machi_search_engine_unref (opening->engine);
  g_free (opening->path);
  g_free (opening);
}

/* Libraries clear up behind themselves when the program ends, and would do so under a thread that still reads reports.
 */
static void
stop_all (void)
{
  gint64 deadline = g_get_monotonic_time () + MAX_WAIT_SEC * G_TIME_SPAN_SECOND;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  for (guint i = 0; i < running->len; i++)
    g_cancellable_cancel (g_ptr_array_index (running, i));
  while (running->len > 0 && g_cond_wait_until (&ended, &lock, deadline))
    ;
}

static void
begin (GCancellable *cancellable)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (running == NULL)
    {
      running = g_ptr_array_new ();
      atexit (stop_all);
    }
  g_ptr_array_add (running, cancellable);
}

static void
end (GCancellable *cancellable)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  g_ptr_array_remove_fast (running, cancellable);
  g_cond_signal (&ended);
}

static void
open_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  gboolean opened = machi_search_engine_open_index (opening->engine, opening->path, cancellable, &error);

  end (cancellable);
  if (opened)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * machi_search_engine_open_index_async:
 * @engine: an engine
 * @path: (nullable): where the index is kept
 * @cancellable: (nullable): a way to stop
 * @callback: whom to tell
 * @user_data: what to tell them with it
 *
 * Does as machi_search_engine_open_index() in a thread of its own.
 */
void
machi_search_engine_open_index_async (MachiSearchEngine *engine,
                                      const char *path,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GCancellable) own = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (engine != NULL);

  opening = g_new0 (Opening, 1);
  opening->engine = machi_search_engine_ref (engine);
  opening->path = g_strdup (path);
  task = g_task_new (NULL, own, callback, user_data);
  g_task_set_source_tag (task, machi_search_engine_open_index_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  begin (own);
  g_task_run_in_thread (task, open_thread);
}

/**
 * machi_search_engine_open_index_finish:
 * @result: what the callback got
 * @error: where to say what went wrong
 *
 * Returns: whether texts can be found now
 */
gboolean
machi_search_engine_open_index_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
