/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-citations.h"

/**
 * MachiCitation:
 *
 * A source and the number under which one page cites it.
 */
struct _MachiCitation
{
  GObject parent_instance;

  guint number;
  MachiSource *source;
};

/**
 * MachiCitations:
 *
 * The numbered sources of one page, in the order in which they are first cited: a list model of #MachiCitation.
 */
struct _MachiCitations
{
  GObject parent_instance;

  GPtrArray *items;
  GHashTable *numbers;
};

enum
{
  PROP_0,
  PROP_NUMBER,
  PROP_SOURCE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (MachiCitation, machi_citation, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (MachiCitations,
                               machi_citations,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
machi_citation_finalize (GObject *object)
{
  MachiCitation *self = MACHI_CITATION (object);

  g_clear_object (&self->source);

  G_OBJECT_CLASS (machi_citation_parent_class)->finalize (object);
}

static void
machi_citation_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiCitation *self = MACHI_CITATION (object);

  switch (prop_id)
    {
    case PROP_NUMBER:
      g_value_set_uint (value, self->number);
      break;
    case PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_citation_class_init (MachiCitationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_citation_finalize;
  object_class->get_property = machi_citation_get_property;

  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, MACHI_TYPE_SOURCE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_citation_init (MachiCitation *self G_GNUC_UNUSED)
{
}

/**
 * machi_citation_get_number:
 * @self: a citation
 *
 * Returns: its number on the page, from 1
 */
guint
machi_citation_get_number (MachiCitation *self)
{
  g_return_val_if_fail (MACHI_IS_CITATION (self), 0);

  return self->number;
}

/**
 * machi_citation_get_source:
 * @self: a citation
 *
 * Returns: (transfer none): the source
 */
MachiSource *
machi_citation_get_source (MachiCitation *self)
{
  g_return_val_if_fail (MACHI_IS_CITATION (self), NULL);

  return self->source;
}

static GType
machi_citations_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return MACHI_TYPE_CITATION;
}

static guint
machi_citations_get_n_items (GListModel *model)
{
  return MACHI_CITATIONS (model)->items->len;
}

static gpointer
machi_citations_get_item (GListModel *model, guint position)
{
  MachiCitations *self = MACHI_CITATIONS (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = machi_citations_get_item_type;
  iface->get_n_items = machi_citations_get_n_items;
  iface->get_item = machi_citations_get_item;
}

static void
machi_citations_finalize (GObject *object)
{
  MachiCitations *self = MACHI_CITATIONS (object);

  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->numbers);

  G_OBJECT_CLASS (machi_citations_parent_class)->finalize (object);
}

static void
machi_citations_class_init (MachiCitationsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = machi_citations_finalize;
}

static void
machi_citations_init (MachiCitations *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->numbers = g_hash_table_new (NULL, NULL);
}

/**
 * machi_citations_new:
 *
 * Returns: (transfer full): a page's citations, none yet
 */
MachiCitations *
machi_citations_new (void)
{
  return g_object_new (MACHI_TYPE_CITATIONS, NULL);
}

/**
 * machi_citations_add:
 * @self: a page's citations
 * @source: a source that is cited now
 *
 * Returns: its number, from 1: the one it has, or the next
 */
guint
machi_citations_add (MachiCitations *self, MachiSource *source)
{
  MachiCitation *citation;
  guint number;

  g_return_val_if_fail (MACHI_IS_CITATIONS (self), 0);
  g_return_val_if_fail (MACHI_IS_SOURCE (source), 0);

  number = machi_citations_get_number (self, source);
  if (number > 0)
    return number;

  citation = g_object_new (MACHI_TYPE_CITATION, NULL);
  citation->source = g_object_ref (source);
  citation->number = self->items->len + 1;
  g_ptr_array_add (self->items, citation);
  g_hash_table_insert (self->numbers, source, GUINT_TO_POINTER (citation->number));
  g_list_model_items_changed (G_LIST_MODEL (self), citation->number - 1, 0, 1);

  return citation->number;
}

/**
 * machi_citations_get_number:
 * @self: a page's citations
 * @source: a source
 *
 * Returns: its number, or 0 where the page does not cite it
 */
guint
machi_citations_get_number (MachiCitations *self, MachiSource *source)
{
  g_return_val_if_fail (MACHI_IS_CITATIONS (self), 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, source));
}

/**
 * machi_citations_get_nth:
 * @self: a page's citations
 * @number: a number, from 1
 *
 * Returns: (transfer none) (nullable): the citation of that number
 */
MachiCitation *
machi_citations_get_nth (MachiCitations *self, guint number)
{
  g_return_val_if_fail (MACHI_IS_CITATIONS (self), NULL);

  return number >= 1 && number <= self->items->len ? g_ptr_array_index (self->items, number - 1) : NULL;
}
