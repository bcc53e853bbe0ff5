/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-facets-private.h"

#include "machi-locale.h"

/* Years are offered in steps of five; all that came before the first step are one. */
#define FIRST_STEP 2000
#define YEARS_PER_STEP 5
#define N_YEAR_VALUES 7

/**
 * machi_search_facets_new:
 *
 * Returns: (transfer full): facets of no entry yet
 */
MachiSearchFacets *
machi_search_facets_new (void)
{
  MachiSearchFacets *self = g_new0 (MachiSearchFacets, 1);

  self->docs = g_array_new (FALSE, FALSE, sizeof (MachiDocFacets));
  self->items = g_array_new (FALSE, FALSE, sizeof (guint16));
  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    {
      self->values[i] = g_ptr_array_new ();
      self->numbers[i] = g_hash_table_new (g_direct_hash, g_direct_equal);
    }

  return self;
}

/**
 * machi_search_facets_free:
 * @self: (transfer full): facets
 *
 * Frees them.
 */
void
machi_search_facets_free (MachiSearchFacets *self)
{
  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    {
      g_ptr_array_unref (self->values[i]);
      g_hash_table_unref (self->numbers[i]);
    }
  g_array_unref (self->docs);
  g_array_unref (self->items);
  g_free (self);
}

static void
add_item (MachiSearchFacets *self, guint list, gconstpointer value)
{
  gpointer number = g_hash_table_lookup (self->numbers[list], value);
  guint start = g_array_index (self->docs, MachiDocFacets, self->docs->len - 1).starts[list];
  guint16 item;

  if (number == NULL)
    {
      if (self->values[list]->len >= G_MAXUINT16)
        return;
      g_ptr_array_add (self->values[list], (gpointer) value);
      number = GUINT_TO_POINTER (self->values[list]->len);
      g_hash_table_insert (self->numbers[list], (gpointer) value, number);
    }

  item = (guint16) (GPOINTER_TO_UINT (number) - 1);
  for (guint i = start; i < self->items->len; i++)
    if (g_array_index (self->items, guint16, i) == item)
      return;
  g_array_append_val (self->items, item);
}

/* Where an entry is in no country itself, it is where its places are. */
static void
add_countries (MachiSearchFacets *self, MachiEntry *entry, GPtrArray *places)
{
  const char *const *countries = machi_entry_get_countries (entry);
  gboolean own = countries != NULL && countries[0] != NULL;

  for (guint i = 0; own && countries[i] != NULL; i++)
    add_item (self, 0, g_intern_string (countries[i]));
  for (guint i = 0; !own && i < places->len; i++)
    if (machi_entry_get_country (g_ptr_array_index (places, i)) != NULL)
      add_item (self, 0, g_intern_string (machi_entry_get_country (g_ptr_array_index (places, i))));
}

static void
add_list (MachiSearchFacets *self, guint list, GPtrArray *entries)
{
  MachiDocFacets *doc = &g_array_index (self->docs, MachiDocFacets, self->docs->len - 1);

  doc->starts[list] = self->items->len;
  for (guint i = 0; i < entries->len; i++)
    add_item (self, list, g_ptr_array_index (entries, i));
}

/**
 * machi_search_facets_add:
 * @self: facets that are not yet in use
 * @entry: the next entry; its number is how many came before
 * @topics: (element-type MachiEntry): its topics
 * @programmes: (element-type MachiEntry): its programmes
 * @places: (element-type MachiEntry): its cities
 *
 * Adds what an entry can be narrowed by. Entries are not kept alive.
 */
void
machi_search_facets_add (MachiSearchFacets *self,
                         MachiEntry *entry,
                         GPtrArray *topics,
                         GPtrArray *programmes,
                         GPtrArray *places)
{
  MachiDocFacets doc = { .kind = machi_entry_get_kind (entry) };

  machi_entry_get_period (entry, &doc.from, &doc.to);
  if (doc.from != 0 && doc.to == 0)
    doc.to = G_MAXINT;
  else if (doc.from == 0)
    doc.from = doc.to;
  doc.starts[0] = self->items->len;
  g_array_append_val (self->docs, doc);

  add_countries (self, entry, places);
  add_list (self, 1, topics);
  add_list (self, 2, programmes);
}

/* The numbers of the values that an entry has in one of the lists. */
const guint16 *
_machi_search_facets_get_items (const MachiSearchFacets *self, guint doc, guint list, guint *n_items)
{
  const MachiDocFacets *facets = &g_array_index (self->docs, MachiDocFacets, doc);
  guint start = facets->starts[list];
  guint end = self->items->len;

  if (list + 1 < MACHI_N_LISTED_FACETS)
    end = facets->starts[list + 1];
  else if (doc + 1 < self->docs->len)
    end = g_array_index (self->docs, MachiDocFacets, doc + 1).starts[0];
  *n_items = end - start;

  return (const guint16 *) (gpointer) self->items->data + start;
}

/* The years that a value of MACHI_FACET_YEAR stands for, 0 where it is open. */
void
_machi_search_facets_get_years (guint value, int *from, int *to)
{
  int first = FIRST_STEP + ((int) value - 1) * YEARS_PER_STEP;

  *from = value == 0 ? 0 : first;
  *to = value + 1 == N_YEAR_VALUES ? 0 : first + YEARS_PER_STEP - 1;
}

gboolean
_machi_doc_facets_overlaps (const MachiDocFacets *self, int from, int to)
{
  return self->from != 0 && self->to >= from && (to == 0 || self->from <= to);
}

/**
 * machi_search_facets_get_n_values:
 * @self: facets
 * @facet: by what
 *
 * Returns: how many values it has
 */
guint
machi_search_facets_get_n_values (const MachiSearchFacets *self, MachiFacet facet)
{
  switch (facet)
    {
    case MACHI_FACET_KIND:
      return MACHI_N_KINDS;
    case MACHI_FACET_YEAR:
      return N_YEAR_VALUES;
    default:
      return self->values[facet - MACHI_FACET_COUNTRY]->len;
    }
}

/**
 * machi_search_facets_dup_value:
 * @self: facets
 * @facet: by what
 * @value: which
 *
 * Returns: (transfer full): what is typed behind the colon to ask for it
 */
char *
machi_search_facets_dup_value (const MachiSearchFacets *self, MachiFacet facet, guint value)
{
  int from, to;

  g_return_val_if_fail (value < machi_search_facets_get_n_values (self, facet), NULL);

  switch (facet)
    {
    case MACHI_FACET_KIND:
      return g_strdup (machi_kind_get_id (value));
    case MACHI_FACET_COUNTRY:
      return g_strdup (g_ptr_array_index (self->values[0], value));
    case MACHI_FACET_YEAR:
      _machi_search_facets_get_years (value, &from, &to);
      return from == 0 ? g_strdup_printf ("..%d", to) : to == 0 ? g_strdup_printf ("%d..", from)
                                                                : g_strdup_printf ("%d..%d", from, to);
    default:
      return g_strdup (machi_entry_get_id (g_ptr_array_index (self->values[facet - MACHI_FACET_COUNTRY], value)));
    }
}

/**
 * machi_search_facets_dup_label:
 * @self: facets
 * @facet: by what
 * @value: which
 *
 * Returns: (transfer full): the value for a reader
 */
char *
machi_search_facets_dup_label (const MachiSearchFacets *self, MachiFacet facet, guint value)
{
  MachiEntry *entry;
  int from, to;

  g_return_val_if_fail (value < machi_search_facets_get_n_values (self, facet), NULL);

  switch (facet)
    {
    case MACHI_FACET_KIND:
      return g_strdup (machi_kind_get_plural (value));
    case MACHI_FACET_COUNTRY:
      return g_strdup (machi_locale_get_country_name (g_ptr_array_index (self->values[0], value)));
    case MACHI_FACET_YEAR:
      _machi_search_facets_get_years (value, &from, &to);
      return machi_locale_format_years (from, to);
    default:
      entry = g_ptr_array_index (self->values[facet - MACHI_FACET_COUNTRY], value);
      return g_strdup (machi_entry_get_short_name (entry) != NULL ? machi_entry_get_short_name (entry)
                                                                   : machi_entry_get_name (entry));
    }
}

/**
 * machi_search_facets_get_kind:
 * @self: facets
 * @doc: the number of an entry
 *
 * Returns: what it is
 */
MachiKind
machi_search_facets_get_kind (const MachiSearchFacets *self, guint doc)
{
  return g_array_index (self->docs, MachiDocFacets, doc).kind;
}
