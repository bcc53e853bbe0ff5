/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-opening.h"

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

static void
open_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;

  if (machi_search_engine_open_index (opening->engine, opening->path, cancellable, &error))
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
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (engine != NULL);

  opening = g_new0 (Opening, 1);
  opening->engine = machi_search_engine_ref (engine);
  opening->path = g_strdup (path);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, machi_search_engine_open_index_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
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
