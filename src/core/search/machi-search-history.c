/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-history.h"

#include "machi-fold.h"
#include "machi-query.h"

static gboolean
is_same (const char *text, const char *folded)
{
  g_autofree char *other = machi_fold_words (text);

  return g_str_equal (other, folded);
}

/**
 * machi_search_history_add:
 * @recent: what was searched for, the newest first
 * @text: what is searched for now
 *
 * Puts a search before the others. One that differs from it only in case, accents or spaces goes, as do those beyond
 * %MACHI_SEARCH_HISTORY_MAX. What no search can be made of is not kept.
 *
 * Returns: (transfer full): the searches, the newest first
 */
GStrv
machi_search_history_add (const char *const *recent, const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *folded = machi_fold_words (stripped);
  gboolean kept = *stripped != '\0' && g_utf8_strlen (stripped, -1) <= MACHI_QUERY_MAX_LENGTH;
  guint n = 0;

  if (kept)
    g_strv_builder_add (builder, stripped);
  for (guint i = 0; recent[i] != NULL && n + (kept ? 1 : 0) < MACHI_SEARCH_HISTORY_MAX; i++)
    if (!kept || !is_same (recent[i], folded))
      {
        g_strv_builder_add (builder, recent[i]);
        n++;
      }

  return g_strv_builder_end (builder);
}
