/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-checker-private.h"

#include "machi-locale.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two spellings of one address give the same text: without scheme, “www.”, fragment and a slash at the end, the host in
 * small letters, nothing escaped that need not be. */
static char *
normalise (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  const char *name;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_strdup (url);

  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  name = g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host;
  path = g_strdup (g_uri_get_path (uri));
  while (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';

  return g_strconcat (name, path, g_uri_get_query (uri) != NULL ? "?" : NULL, g_uri_get_query (uri), NULL);
}

static void
check_date (MachiChecker *self, const MachiCursor *record, const char *member)
{
  const char *date = machi_cursor_get_string (record, member);

  if (date == NULL)
    return;
  if (!machi_date_parse (date, NULL, NULL, NULL))
    machi_cursor_member_problem (record, member, _ ("“%s” is no date: write 2013, 2013-10 or 2013-10-21"), date);
  else if (machi_checker_is_future (self, date))
    machi_cursor_member_problem (record, member, _ ("“%s” lies in the future: correct it"), date);
}

/*
 * machi_checker_check_source:
 * @self: the check of a pack
 * @record: a source
 *
 * Checks its dates, and that no other source has its address.
 */
void
machi_checker_check_source (MachiChecker *self, const MachiCursor *record)
{
  const char *id = machi_cursor_get_string (record, "id");
  const char *url = machi_cursor_get_string (record, "url");
  g_autofree char *address = url != NULL ? normalise (url) : NULL;
  const char *other = address != NULL ? g_hash_table_lookup (self->addresses, address) : NULL;

  check_date (self, record, "published");
  check_date (self, record, "seen");
  if (other != NULL)
    machi_cursor_member_problem (record, "url",
                                 _ ("The source “%s” has this address already: cite that one and remove this"), other);
  else if (address != NULL && id != NULL)
    g_hash_table_insert (self->addresses, g_steal_pointer (&address), g_strdup (id));
}

/*
 * machi_checker_check_use:
 * @self: the check of a pack of which all else has been checked
 * @record: a source
 *
 * Gives a hint if nothing cites it.
 */
void
machi_checker_check_use (MachiChecker *self, const MachiCursor *record)
{
  const char *id = machi_cursor_get_string (record, "id");

  if (id != NULL && !g_hash_table_contains (self->cited, id))
    machi_checker_hint (self, record, _ ("Nothing cites the source “%s”: it could be removed"), id);
}

static void
note_list (MachiChecker *self, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (item) && json_node_get_value_type (item) == G_TYPE_STRING)
        g_hash_table_add (self->cited, json_node_dup_string (item));
    }
}

/*
 * machi_checker_note_citations:
 * @self: the check of a pack
 * @node: a value of one of its files
 *
 * Notes all sources that are cited in @node, however deep.
 */
void
machi_checker_note_citations (MachiChecker *self, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        machi_checker_note_citations (self, json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &member))
        {
          if (g_str_equal (name, "sources"))
            note_list (self, member);
          machi_checker_note_citations (self, member);
        }
    }
}
