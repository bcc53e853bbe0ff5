/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * MachiAddress:
 *
 * The one form in which anything in Machi is named: `machi:KIND/ID` for an entry, with an optional `#block` for a place
 * in it, and `machi:VIEW` with an optional `?query` for a view such as the map or a search. What a search found has its
 * words with it, so that they can be marked: `machi:KIND/ID?q=words#block`. Immutable.
 */
struct _MachiAddress
{
  gatomicrefcount ref_count;
  MachiKind kind;
  char *id;
  char *block;
  const char *view;
  char *query;
};

static const char *const views[]
    = { "overview",      "reports",   "networks", "cities", "cooperations", "projects", "programmes",
        "organisations", "documents", "terms",    "topics", "map",          "timeline", "compare",
        "search",        "problems",  NULL };

G_DEFINE_BOXED_TYPE (MachiAddress, machi_address, machi_address_ref, machi_address_unref)
G_DEFINE_QUARK (machi - address - error - quark, machi_address_error)

/**
 * machi_id_is_valid:
 * @id: (nullable): a text
 *
 * Returns: whether @id is made of lower-case ASCII words and digits joined by single hyphens, at most 100 long
 */
gboolean
machi_id_is_valid (const char *id)
{
  gsize i;

  if (id == NULL || *id == '\0' || *id == '-')
    return FALSE;

  for (i = 0; id[i] != '\0'; i++)
    {
      if (id[i] == '-' ? (id[i + 1] == '-' || id[i + 1] == '\0') : !g_ascii_islower (id[i]) && !g_ascii_isdigit (id[i]))
        return FALSE;
    }

  return i <= 100;
}

static MachiAddress *
address_alloc (void)
{
  MachiAddress *self = g_new0 (MachiAddress, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

/**
 * machi_address_new_entry:
 * @kind: the kind of the entry
 * @id: its ID
 * @block: (nullable): the ID of a place in it
 *
 * Returns: (transfer full): the address of an entry
 */
MachiAddress *
machi_address_new_entry (MachiKind kind, const char *id, const char *block)
{
  MachiAddress *self;

  g_return_val_if_fail (kind != MACHI_KIND_NONE, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = address_alloc ();
  self->kind = kind;
  self->id = g_strdup (id);
  self->block = g_strdup (block);

  return self;
}

/**
 * machi_address_new_found:
 * @kind: the kind of the entry
 * @id: its ID
 * @block: (nullable): the ID of a place in it
 * @words: (nullable): what was searched for
 *
 * Returns: (transfer full): the address of an entry in which @words are to be marked
 */
MachiAddress *
machi_address_new_found (MachiKind kind, const char *id, const char *block, const char *words)
{
  MachiAddress *self = machi_address_new_entry (kind, id, block);
  g_autofree char *escaped = words != NULL && *words != '\0' ? g_uri_escape_string (words, NULL, FALSE) : NULL;

  if (self != NULL && escaped != NULL)
    self->query = g_strconcat ("q=", escaped, NULL);

  return self;
}

/**
 * machi_address_new_view:
 * @view: one of the views' names
 * @query: (nullable): what stands behind the question mark, still escaped
 *
 * Returns: (transfer full): the address of a view
 */
MachiAddress *
machi_address_new_view (const char *view, const char *query)
{
  MachiAddress *self;

  g_return_val_if_fail (g_strv_contains (views, view), NULL);

  self = address_alloc ();
  self->view = g_intern_string (view);
  self->query = g_strdup (query);

  return self;
}

static MachiAddress *
parse_view (const char *view, const char *query, GError **error)
{
  if (!g_strv_contains (views, view))
    {
      g_set_error (error, MACHI_ADDRESS_ERROR, MACHI_ADDRESS_ERROR_KIND, _ ("There is no view named “%s”"), view);
      return NULL;
    }

  return machi_address_new_view (view, query);
}

static MachiAddress *
parse_entry (const char *kind_id, const char *id, const char *block, const char *query, GError **error)
{
  MachiKind kind = machi_kind_from_id (kind_id);
  MachiAddress *self;

  if (kind == MACHI_KIND_NONE)
    {
      g_set_error (error, MACHI_ADDRESS_ERROR, MACHI_ADDRESS_ERROR_KIND,
                   /* Translators: a kind is city, network, report and so on */
                   _ ("There is no kind of entry named “%s”"), kind_id);
      return NULL;
    }
  if (!machi_id_is_valid (id))
    {
      g_set_error (error, MACHI_ADDRESS_ERROR, MACHI_ADDRESS_ERROR_ID, _ ("“%s” is not the ID of an entry"), id);
      return NULL;
    }

  self = machi_address_new_entry (kind, id, block);
  self->query = g_strdup (query);

  return self;
}

/**
 * machi_address_parse:
 * @text: an address such as `machi:city/kitakyushu#targets` or `machi:map`
 * @error: where to put what is wrong with it
 *
 * Returns: (transfer full) (nullable): the address; whether the entry exists is not asked
 */
MachiAddress *
machi_address_parse (const char *text, GError **error)
{
  g_autofree char *rest = NULL;
  g_autofree char *block = NULL;
  g_autofree char *query = NULL;
  char *mark;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_str_has_prefix (text, "machi:") || !g_utf8_validate (text, -1, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      g_set_error (error, MACHI_ADDRESS_ERROR, MACHI_ADDRESS_ERROR_SCHEME,
                   _ ("“%s” is not an address of Machi: it does not begin with “machi:”"), valid);
      return NULL;
    }

  rest = g_strdup (text + strlen ("machi:"));
  if ((mark = strchr (rest, '#')) != NULL)
    {
      *mark = '\0';
      if (mark[1] != '\0')
        block = g_strdup (mark + 1);
    }
  if ((mark = strchr (rest, '?')) != NULL)
    {
      *mark = '\0';
      query = g_strdup (mark + 1);
    }
  if ((mark = strchr (rest, '/')) == NULL)
    return parse_view (rest, query, error);

  *mark = '\0';
  return parse_entry (rest, mark + 1, block, query, error);
}

/**
 * machi_address_ref:
 * @self: an address
 *
 * Returns: (transfer full): @self
 */
MachiAddress *
machi_address_ref (MachiAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * machi_address_unref:
 * @self: (transfer full): an address
 *
 * Gives up a reference.
 */
void
machi_address_unref (MachiAddress *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->block);
  g_free (self->query);
  g_free (self);
}

/**
 * machi_address_get_kind:
 * @self: an address
 *
 * Returns: the kind of the entry it names, %MACHI_KIND_NONE for a view
 */
MachiKind
machi_address_get_kind (const MachiAddress *self)
{
  g_return_val_if_fail (self != NULL, MACHI_KIND_NONE);

  return self->kind;
}

/**
 * machi_address_get_id:
 * @self: an address
 *
 * Returns: (nullable): the ID of the entry it names
 */
const char *
machi_address_get_id (const MachiAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * machi_address_get_block:
 * @self: an address
 *
 * Returns: (nullable): the ID of the place in the entry
 */
const char *
machi_address_get_block (const MachiAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->block;
}

/**
 * machi_address_get_view:
 * @self: an address
 *
 * Returns: (nullable): the name of the view, an interned string
 */
const char *
machi_address_get_view (const MachiAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->view;
}

/**
 * machi_address_get_query:
 * @self: an address
 *
 * Returns: (nullable): what stands behind the question mark, still escaped
 */
const char *
machi_address_get_query (const MachiAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->query;
}

/**
 * machi_address_dup_query_value:
 * @self: an address
 * @key: the name of a parameter
 *
 * Returns: (transfer full) (nullable): the unescaped value of that parameter of the query
 */
char *
machi_address_dup_query_value (const MachiAddress *self, const char *key)
{
  g_autoptr (GHashTable) values = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  if (self->query == NULL)
    return NULL;

  values = g_uri_parse_params (self->query, -1, "&", G_URI_PARAMS_WWW_FORM, NULL);

  return values != NULL ? g_strdup (g_hash_table_lookup (values, key)) : NULL;
}

/**
 * machi_address_to_string:
 * @self: an address
 *
 * Returns: (transfer full): the text from which it can be parsed
 */
char *
machi_address_to_string (const MachiAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == MACHI_KIND_NONE)
    return g_strconcat ("machi:", self->view, self->query != NULL ? "?" : NULL, self->query, NULL);

  return g_strconcat ("machi:", machi_kind_get_id (self->kind), "/", self->id, self->query != NULL ? "?" : "",
                      self->query != NULL ? self->query : "", self->block != NULL ? "#" : NULL, self->block, NULL);
}

/**
 * machi_address_equal:
 * @a: an address
 * @b: another
 *
 * Returns: whether both name the same entry, view, query and place
 */
gboolean
machi_address_equal (const MachiAddress *a, const MachiAddress *b)
{
  return a->kind == b->kind && a->view == b->view && g_strcmp0 (a->id, b->id) == 0
         && g_strcmp0 (a->block, b->block) == 0 && g_strcmp0 (a->query, b->query) == 0;
}
