/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-corpus-private.h"

#include "machi-property.h"

G_DEFINE_BOXED_TYPE (MachiSearchCorpus, machi_search_corpus, machi_search_corpus_ref, machi_search_corpus_unref)

/* Where results must be bounded before they are ranked, the kinds that come first here have the better chance. */
static const MachiKind kinds[] = {
  MACHI_KIND_CITY, MACHI_KIND_NETWORK, MACHI_KIND_REPORT,       MACHI_KIND_COOPERATION, MACHI_KIND_PROGRAMME,
  MACHI_KIND_TERM, MACHI_KIND_TOPIC,   MACHI_KIND_ORGANISATION, MACHI_KIND_DOCUMENT,    MACHI_KIND_PROJECT,
};

static void
block_clear (MachiCorpusBlock *block)
{
  g_clear_object (&block->item);
}

static void
add_block (MachiSearchCorpus *self, const char *id, gpointer item)
{
  MachiCorpusBlock block = { .id = id, .item = g_object_ref (item) };

  g_array_append_val (self->blocks, block);
}

static void
add_list (MachiSearchCorpus *self, GListModel *items, const char *id)
{
  guint n_items = g_list_model_get_n_items (items);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);
      const char *theme = id == NULL ? machi_statement_get_topic (MACHI_STATEMENT (item)) : NULL;

      add_block (self, theme != NULL ? g_intern_string (theme) : id, item);
    }
}

/* Whether an entry is to be found by the names of what it is related to: by its cities a report is, by its projects no
 * city. */
static gboolean
is_context (MachiKind kind, MachiRole role)
{
  switch (role)
    {
    case MACHI_ROLE_PAIR:
    case MACHI_ROLE_CITY:
    case MACHI_ROLE_SUPPORTING_CITY:
    case MACHI_ROLE_PARTNER_CITY:
    case MACHI_ROLE_SEAT:
    case MACHI_ROLE_SUBJECT:
      return kind != MACHI_KIND_CITY && kind != MACHI_KIND_TOPIC;
    case MACHI_ROLE_PROGRAMME:
    case MACHI_ROLE_ORGANISATION:
    case MACHI_ROLE_NETWORK:
      return kind == MACHI_KIND_REPORT || kind == MACHI_KIND_PROJECT || kind == MACHI_KIND_COOPERATION;
    default:
      return FALSE;
    }
}

static void
add_relation (MachiSearchCorpus *self, MachiEntry *entry, MachiRelation *relation)
{
  MachiRole role = machi_relation_get_role (relation);
  MachiEntry *target = machi_relation_get_target (relation);
  g_autofree char *id = g_strdup_printf ("role-%u", role);

  if (target == NULL || machi_relation_get_statement (relation) != NULL)
    add_block (self, g_intern_string (id), relation);
  if (target != NULL && is_context (machi_entry_get_kind (entry), role))
    g_ptr_array_add (self->related, target);
}

static void
add_relations (MachiSearchCorpus *self, MachiEntry *entry)
{
  GListModel *relations = machi_entry_get_relations (entry);
  guint n_relations = g_list_model_get_n_items (relations);

  for (guint i = 0; i < n_relations; i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);
      add_relation (self, entry, relation);
    }
}

static void
add_topics (MachiSearchCorpus *self, MachiEntry *entry)
{
  GListModel *topics = machi_entry_get_topics (entry);
  guint n_topics = g_list_model_get_n_items (topics);

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (MachiEntry) topic = g_list_model_get_item (topics, i);
      g_ptr_array_add (self->related, topic);
    }
}

static void
add_entry (MachiSearchCorpus *self, MachiEntry *entry)
{
  MachiCorpusDoc doc = { g_object_ref (entry), self->blocks->len, self->related->len };

  add_list (self, machi_entry_get_facts (entry), "facts");
  add_list (self, machi_entry_get_agreements (entry), "agreements");
  add_list (self, machi_entry_get_statements (entry), NULL);
  add_list (self, machi_entry_get_milestones (entry), "milestones");
  add_list (self, machi_entry_get_series (entry), "figures");
  add_topics (self, entry);
  add_relations (self, entry);
  g_array_append_val (self->docs, doc);
  machi_search_facets_add (self->facets, entry);
}

static void
doc_clear (MachiCorpusDoc *doc)
{
  g_clear_object (&doc->entry);
}

/**
 * machi_search_corpus_new:
 * @catalog: a catalogue
 *
 * Gathers what there is to be searched. What it gives may be read by any thread.
 *
 * Returns: (transfer full): the corpus
 */
MachiSearchCorpus *
machi_search_corpus_new (MachiCatalog *catalog)
{
  MachiSearchCorpus *self = machi_search_corpus_new_empty (catalog);

  machi_search_corpus_gather (self, G_MAXINT64);

  return self;
}

/**
 * machi_search_corpus_new_empty:
 * @catalog: a catalogue
 *
 * Returns: (transfer full): a corpus to which nothing is gathered yet
 */
MachiSearchCorpus *
machi_search_corpus_new_empty (MachiCatalog *catalog)
{
  MachiSearchCorpus *self;

  g_return_val_if_fail (MACHI_IS_CATALOG (catalog), NULL);

  self = g_new0 (MachiSearchCorpus, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->catalog = g_object_ref (catalog);
  self->docs = g_array_new (FALSE, FALSE, sizeof (MachiCorpusDoc));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (MachiCorpusBlock));
  self->related = g_ptr_array_new ();
  self->facets = machi_search_facets_new (catalog);
  g_array_set_clear_func (self->docs, (GDestroyNotify) doc_clear);
  g_array_set_clear_func (self->blocks, (GDestroyNotify) block_clear);

  return self;
}

/**
 * machi_search_corpus_gather:
 * @self: a corpus
 * @max_usec: for how many microseconds at most, but for the last entry
 *
 * Gathers more of the catalogue, so that the main thread can do it bit by bit. Until all is gathered, the corpus is not
 * to be searched.
 *
 * Returns: whether all is gathered
 */
gboolean
machi_search_corpus_gather (MachiSearchCorpus *self, gint64 max_usec)
{
  gint64 start = g_get_monotonic_time ();

  g_return_val_if_fail (self != NULL, TRUE);

  while (self->next_kind < G_N_ELEMENTS (kinds))
    {
      GListModel *entries = machi_catalog_get_entries (self->catalog, kinds[self->next_kind]);
      g_autoptr (MachiEntry) entry = g_list_model_get_item (entries, self->next_entry++);

      if (entry != NULL)
        add_entry (self, entry);
      else
        {
          self->next_kind++;
          self->next_entry = 0;
        }
      if (g_get_monotonic_time () - start >= max_usec)
        break;
    }

  return self->next_kind == G_N_ELEMENTS (kinds);
}

/**
 * machi_search_corpus_ref:
 * @self: a corpus
 *
 * Returns: (transfer full): @self
 */
MachiSearchCorpus *
machi_search_corpus_ref (MachiSearchCorpus *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * machi_search_corpus_unref:
 * @self: (transfer full): a corpus
 *
 * Gives up a reference.
 */
void
machi_search_corpus_unref (MachiSearchCorpus *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->docs);
  g_array_unref (self->blocks);
  g_ptr_array_unref (self->related);
  machi_search_facets_free (self->facets);
  g_object_unref (self->catalog);
  g_free (self);
}

/**
 * machi_search_corpus_get_size:
 * @self: a corpus
 *
 * Returns: how many entries it has; they are numbered from 0
 */
guint
machi_search_corpus_get_size (const MachiSearchCorpus *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->docs->len;
}

/**
 * machi_search_corpus_get_entry:
 * @self: a corpus
 * @doc: the number of an entry
 *
 * Returns: (transfer none): that entry
 */
MachiEntry *
machi_search_corpus_get_entry (const MachiSearchCorpus *self, guint doc)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (doc < self->docs->len, NULL);

  return g_array_index (self->docs, MachiCorpusDoc, doc).entry;
}

/**
 * machi_search_corpus_get_facets:
 * @self: a corpus
 *
 * Returns: (transfer none): by what its entries can be narrowed
 */
const MachiSearchFacets *
machi_search_corpus_get_facets (const MachiSearchCorpus *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facets;
}
