/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-result.h"

#include "machi-address.h"

/**
 * MachiSearchResult:
 *
 * A row of search results. The row stays while what it shows changes with the query. Its snippet is fetched when it is
 * first asked for, which only a row on screen does, and told by a notification when it is there.
 */
struct _MachiSearchResult
{
  GObject parent_instance;

  MachiEntry *entry;
  MachiQuery *query;
  MachiSnippet *snippet;
  guint doc;
  guint serial;
  guint snippet_serial;
  gboolean asked;

  MachiSearchFetchFunc fetch;
  gpointer data;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  PROP_KIND,
  PROP_TITLE,
  PROP_BLOCK,
  PROP_ADDRESS,
  PROP_SNIPPET,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiSearchResult, machi_search_result, G_TYPE_OBJECT)

static void
machi_search_result_dispose (GObject *object)
{
  MachiSearchResult *self = MACHI_SEARCH_RESULT (object);

  self->fetch = NULL;
  g_clear_object (&self->entry);
  g_clear_pointer (&self->query, machi_query_unref);
  g_clear_pointer (&self->snippet, machi_snippet_unref);

  G_OBJECT_CLASS (machi_search_result_parent_class)->dispose (object);
}

static void
machi_search_result_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiSearchResult *self = MACHI_SEARCH_RESULT (object);

  switch (prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_KIND:
      g_value_set_enum (value, machi_search_result_get_kind (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, machi_search_result_get_title (self));
      break;
    case PROP_BLOCK:
      g_value_set_string (value, machi_search_result_get_block (self));
      break;
    case PROP_ADDRESS:
      g_value_take_string (value, machi_search_result_dup_address (self));
      break;
    case PROP_SNIPPET:
      g_value_set_string (value, machi_search_result_get_snippet (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_search_result_class_init (MachiSearchResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = machi_search_result_dispose;
  object_class->get_property = machi_search_result_get_property;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, MACHI_TYPE_ENTRY, flags);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, MACHI_TYPE_KIND, MACHI_KIND_NONE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_BLOCK] = g_param_spec_string ("block", NULL, NULL, NULL, flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, flags);
  properties[PROP_SNIPPET] = g_param_spec_string ("snippet", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MachiSearchResult::changed:
   * @self: a row
   *
   * The row shows something else, or more of it: once, however many properties have changed.
   */
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
machi_search_result_init (MachiSearchResult *self G_GNUC_UNUSED)
{
}

/**
 * machi_search_result_new:
 * @fetch: (nullable): what to call for the snippet
 * @data: what to give to @fetch
 *
 * Returns: (transfer full): a row that shows nothing yet
 */
MachiSearchResult *
machi_search_result_new (MachiSearchFetchFunc fetch, gpointer data)
{
  MachiSearchResult *self = g_object_new (MACHI_TYPE_SEARCH_RESULT, NULL);

  self->fetch = fetch;
  self->data = data;

  return self;
}

/**
 * machi_search_result_set:
 * @self: a row
 * @entry: what was found
 * @doc: its number
 * @query: by what it was found
 *
 * Makes the row show a result.
 */
void
machi_search_result_set (MachiSearchResult *self, MachiEntry *entry, guint doc, MachiQuery *query)
{
  gboolean other = self->entry != entry;

  g_return_if_fail (MACHI_IS_SEARCH_RESULT (self));

  self->doc = doc;
  self->serial++;
  self->asked = FALSE;
  g_set_object (&self->entry, entry);
  g_clear_pointer (&self->query, machi_query_unref);
  self->query = machi_query_ref (query);
  /* Of the same entry the one before is shown until the next is there, so that nothing flickers. */
  if (other)
    g_clear_pointer (&self->snippet, machi_snippet_unref);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_ENTRY; i < N_PROPS; i++)
    if (other || i >= PROP_BLOCK)
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * machi_search_result_set_snippet:
 * @self: a row
 * @serial: its serial when the snippet was asked for
 * @snippet: the snippet
 *
 * Gives the row its snippet, if it still shows the same.
 */
void
machi_search_result_set_snippet (MachiSearchResult *self, guint serial, MachiSnippet *snippet)
{
  g_return_if_fail (MACHI_IS_SEARCH_RESULT (self));

  if (serial != self->serial)
    return;

  g_clear_pointer (&self->snippet, machi_snippet_unref);
  self->snippet = machi_snippet_ref (snippet);
  self->snippet_serial = serial;
  g_object_freeze_notify (G_OBJECT (self));
  /* The title may be marked now. */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  for (guint i = PROP_BLOCK; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * machi_search_result_let_go:
 * @self: a row
 *
 * Tells the row that its list is gone: no more snippets are fetched.
 */
void
machi_search_result_let_go (MachiSearchResult *self)
{
  g_return_if_fail (MACHI_IS_SEARCH_RESULT (self));

  self->fetch = NULL;
}

/**
 * machi_search_result_get_doc:
 * @self: a row
 *
 * Returns: the number of its entry
 */
guint
machi_search_result_get_doc (MachiSearchResult *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), 0);

  return self->doc;
}

/**
 * machi_search_result_get_query:
 * @self: a row
 *
 * Returns: (transfer none): by what it was found
 */
MachiQuery *
machi_search_result_get_query (MachiSearchResult *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), NULL);

  return self->query;
}

/**
 * machi_search_result_get_serial:
 * @self: a row
 *
 * Returns: a number that is another whenever it shows something else
 */
guint
machi_search_result_get_serial (MachiSearchResult *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), 0);

  return self->serial;
}

/**
 * machi_search_result_get_entry:
 * @self: a result
 *
 * Returns: (transfer none): what was found
 */
MachiEntry *
machi_search_result_get_entry (MachiSearchResult *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), NULL);

  return self->entry;
}

/**
 * machi_search_result_get_kind:
 * @self: a result
 *
 * Returns: what it is
 */
MachiKind
machi_search_result_get_kind (MachiSearchResult *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), MACHI_KIND_NONE);

  return self->entry != NULL ? machi_entry_get_kind (self->entry) : MACHI_KIND_NONE;
}

/**
 * machi_search_result_get_title:
 * @self: a result
 *
 * Returns: (nullable): its name for the reader
 */
const char *
machi_search_result_get_title (MachiSearchResult *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), NULL);

  return self->entry != NULL ? machi_entry_get_name (self->entry) : NULL;
}

/**
 * machi_search_result_get_block:
 * @self: a result
 *
 * Returns: (nullable): the ID of the place of its snippet, once that is there
 */
const char *
machi_search_result_get_block (MachiSearchResult *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), NULL);

  return self->snippet != NULL ? machi_snippet_get_block (self->snippet) : NULL;
}

/**
 * machi_search_result_dup_address:
 * @self: a result
 *
 * What was asked for goes with the address, so that it can be marked. What has all of it in its title is shown from the
 * top.
 *
 * Returns: (transfer full) (nullable): where it leads: to the entry, and once the snippet is there to its place in it
 */
char *
machi_search_result_dup_address (MachiSearchResult *self)
{
  g_autoptr (MachiAddress) address = NULL;
  gboolean from_top;

  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), NULL);

  if (self->entry == NULL)
    return NULL;

  from_top = !machi_search_result_has_snippet (self) || machi_snippet_is_in_title (self->snippet);
  address = machi_address_new_found (machi_entry_get_kind (self->entry), machi_entry_get_id (self->entry),
                                     from_top ? NULL : machi_snippet_get_block (self->snippet),
                                     machi_query_has_words (self->query) ? machi_query_get_text (self->query) : NULL);

  return machi_address_to_string (address);
}

/**
 * machi_search_result_get_snippet:
 * @self: a result
 *
 * Returns: (nullable): the piece of its text that has most of what was asked for. Until it is there it is %NULL, and
 * asking for it fetches it.
 */
const char *
machi_search_result_get_snippet (MachiSearchResult *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), NULL);

  if (!self->asked && self->fetch != NULL && self->entry != NULL)
    {
      self->asked = TRUE;
      self->fetch (self, self->data);
    }

  return self->snippet != NULL ? machi_snippet_get_text (self->snippet) : NULL;
}

/**
 * machi_search_result_has_snippet:
 * @self: a result
 *
 * Returns: whether the snippet is there, and not only one of an earlier query: then the address leads to its place
 */
gboolean
machi_search_result_has_snippet (MachiSearchResult *self)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), FALSE);

  return self->snippet != NULL && self->snippet_serial == self->serial;
}

/**
 * machi_search_result_get_matches:
 * @self: a result
 * @n_matches: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n_matches): where the snippet has what was asked for, in bytes
 */
const MachiRange *
machi_search_result_get_matches (MachiSearchResult *self, guint *n_matches)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), NULL);

  *n_matches = 0;

  return self->snippet != NULL ? machi_snippet_get_matches (self->snippet, n_matches) : NULL;
}

/**
 * machi_search_result_get_title_matches:
 * @self: a result
 * @n_matches: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n_matches): where the title has it, once the snippet is there
 */
const MachiRange *
machi_search_result_get_title_matches (MachiSearchResult *self, guint *n_matches)
{
  g_return_val_if_fail (MACHI_IS_SEARCH_RESULT (self), NULL);

  *n_matches = 0;

  return self->snippet != NULL ? machi_snippet_get_title_matches (self->snippet, n_matches) : NULL;
}
