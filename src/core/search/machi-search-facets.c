/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-facets.h"

typedef struct
{
  MachiDocYears years;
  guint starts[MACHI_N_LISTED_FACETS];
} DocFacets;

/**
 * MachiSearchFacets:
 *
 * By what the entries of a catalogue are narrowed, as numbers, which any thread may count. Not changed once it is in
 * use.
 */
struct _MachiSearchFacets
{
  MachiCatalog *catalog;
  GArray *docs;
  GArray *items;
  GPtrArray *values[MACHI_N_LISTED_FACETS];
  GHashTable *numbers[MACHI_N_LISTED_FACETS];
};

/**
 * machi_search_facets_new:
 * @catalog: (transfer none): the catalogue of the entries; not kept alive
 *
 * Returns: (transfer full): facets of no entry yet
 */
MachiSearchFacets *
machi_search_facets_new (MachiCatalog *catalog)
{
  MachiSearchFacets *self = g_new0 (MachiSearchFacets, 1);

  self->catalog = catalog;
  self->docs = g_array_new (FALSE, FALSE, sizeof (DocFacets));
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
add_item (MachiSearchFacets *self, guint facet, const char *value)
{
  const char *interned = g_intern_string (value);
  gpointer number = g_hash_table_lookup (self->numbers[facet], interned);
  guint16 item;

  if (number == NULL)
    {
      if (self->values[facet]->len >= G_MAXUINT16)
        return;
      g_ptr_array_add (self->values[facet], (gpointer) interned);
      number = GUINT_TO_POINTER (self->values[facet]->len);
      g_hash_table_insert (self->numbers[facet], (gpointer) interned, number);
    }
  item = (guint16) (GPOINTER_TO_UINT (number) - 1);
  g_array_append_val (self->items, item);
}

/**
 * machi_search_facets_add:
 * @self: facets that are not yet in use
 * @entry: the next entry; its number is how many came before
 *
 * Adds what an entry is narrowed by. To be called where machi_facets_get() may be.
 */
void
machi_search_facets_add (MachiSearchFacets *self, MachiEntry *entry)
{
  const MachiFacets *facets = machi_facets_get (entry);
  DocFacets doc = { { facets->from, facets->to, facets->dated, facets->timeless }, { 0 } };

  if (doc.years.to == 0)
    doc.years.to = G_MAXINT;
  for (guint facet = 0; facet < MACHI_N_LISTED_FACETS; facet++)
    {
      doc.starts[facet] = self->items->len;
      for (guint i = 0; facets->values[facet][i] != NULL; i++)
        add_item (self, facet, facets->values[facet][i]);
    }
  g_array_append_val (self->docs, doc);
}

/**
 * machi_search_facets_get_n_values:
 * @self: facets
 * @facet: one whose values are listed
 *
 * Returns: how many values it has
 */
guint
machi_search_facets_get_n_values (const MachiSearchFacets *self, MachiFacet facet)
{
  return self->values[facet]->len;
}

/**
 * machi_search_facets_get_value:
 * @self: facets
 * @facet: one whose values are listed
 * @value: the number of a value
 *
 * Returns: (transfer none): the value, as #MachiFacet has it
 */
const char *
machi_search_facets_get_value (const MachiSearchFacets *self, MachiFacet facet, guint value)
{
  return g_ptr_array_index (self->values[facet], value);
}

/**
 * machi_search_facets_get_entry:
 * @self: facets
 * @facet: one whose values are listed
 * @value: the number of a value
 *
 * Returns: (transfer none) (nullable): the topic or programme that the value is
 */
MachiEntry *
machi_search_facets_get_entry (const MachiSearchFacets *self, MachiFacet facet, guint value)
{
  const char *id = machi_search_facets_get_value (self, facet, value);

  switch (facet)
    {
    case MACHI_FACET_TOPIC:
      return machi_catalog_lookup (self->catalog, MACHI_KIND_TOPIC, id);
    case MACHI_FACET_PROGRAMME:
      return machi_catalog_lookup (self->catalog, MACHI_KIND_PROGRAMME, id);
    default:
      return NULL;
    }
}

/**
 * machi_search_facets_get_items:
 * @self: facets
 * @doc: the number of an entry
 * @facet: one whose values are listed
 * @n_items: (out): how many
 *
 * Returns: (transfer none) (array length=n_items): the numbers of the values that the entry has
 */
const guint16 *
machi_search_facets_get_items (const MachiSearchFacets *self, guint doc, MachiFacet facet, guint *n_items)
{
  const DocFacets *facets = &g_array_index (self->docs, DocFacets, doc);
  guint start = facets->starts[facet];
  guint end = self->items->len;

  if (facet + 1 < MACHI_N_LISTED_FACETS)
    end = facets->starts[facet + 1];
  else if (doc + 1 < self->docs->len)
    end = facets[1].starts[0];
  *n_items = end - start;

  return (const guint16 *) (gpointer) self->items->data + start;
}

/**
 * machi_search_facets_get_years:
 * @self: facets
 * @doc: the number of an entry
 *
 * Returns: (transfer none): when it was
 */
const MachiDocYears *
machi_search_facets_get_years (const MachiSearchFacets *self, guint doc)
{
  return &g_array_index (self->docs, DocFacets, doc).years;
}
