/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-document.h"

#define WORDS_A_MINUTE 200

/**
 * MachiReportDocument:
 *
 * A report as it is read: a list model of #MachiBlock in the order of the text, with its title, summary, headings and
 * numbered sources.
 */
struct _MachiReportDocument
{
  GObject parent_instance;

  char *id;
  char *title;
  char *summary;
  char *language;
  GStrv languages;
  GPtrArray *blocks;
  GHashTable *positions;
  GListStore *contents;
  MachiCitations *citations;
  guint n_words;
  guint n_own_words;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_SUMMARY,
  PROP_LANGUAGE,
  PROP_CONTENTS,
  PROP_CITATIONS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiReportDocument,
                               machi_report_document,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
machi_report_document_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return MACHI_TYPE_BLOCK;
}

static guint
machi_report_document_get_n_items (GListModel *model)
{
  return MACHI_REPORT_DOCUMENT (model)->blocks->len;
}

static gpointer
machi_report_document_get_item (GListModel *model, guint position)
{
  MachiReportDocument *self = MACHI_REPORT_DOCUMENT (model);

  return position < self->blocks->len ? g_object_ref (g_ptr_array_index (self->blocks, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = machi_report_document_get_item_type;
  iface->get_n_items = machi_report_document_get_n_items;
  iface->get_item = machi_report_document_get_item;
}

static void
machi_report_document_finalize (GObject *object)
{
  MachiReportDocument *self = MACHI_REPORT_DOCUMENT (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->language);
  g_strfreev (self->languages);
  g_ptr_array_unref (self->blocks);
  g_hash_table_unref (self->positions);
  g_clear_object (&self->contents);
  g_clear_object (&self->citations);

  G_OBJECT_CLASS (machi_report_document_parent_class)->finalize (object);
}

static void
machi_report_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiReportDocument *self = MACHI_REPORT_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_CONTENTS:
      g_value_set_object (value, self->contents);
      break;
    case PROP_CITATIONS:
      g_value_set_object (value, self->citations);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_report_document_class_init (MachiReportDocumentClass *klass)
{
  static const char *const strings[] = { "id", "title", "summary", "language" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_report_document_finalize;
  object_class->get_property = machi_report_document_get_property;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[PROP_ID + i] = g_param_spec_string (strings[i], NULL, NULL, NULL, flags);
  properties[PROP_CONTENTS] = g_param_spec_object ("contents", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_CITATIONS] = g_param_spec_object ("citations", NULL, NULL, MACHI_TYPE_CITATIONS, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_report_document_init (MachiReportDocument *self)
{
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->contents = g_list_store_new (MACHI_TYPE_BLOCK);
  self->citations = machi_citations_new ();
}

/**
 * machi_report_document_new:
 * @id: the ID of the report
 * @language: the BCP 47 tag of its language
 *
 * Returns: (transfer full): a document without blocks; for those who read a pack
 */
MachiReportDocument *
machi_report_document_new (const char *id, const char *language)
{
  MachiReportDocument *self = g_object_new (MACHI_TYPE_REPORT_DOCUMENT, NULL);

  self->id = g_strdup (id);
  self->language = g_strdup (language);

  return self;
}

/**
 * machi_report_document_set_title:
 * @self: a document
 * @title: its title
 *
 * Sets the title; for those who read a pack.
 */
void
machi_report_document_set_title (MachiReportDocument *self, const char *title)
{
  g_return_if_fail (MACHI_IS_REPORT_DOCUMENT (self));

  g_set_str (&self->title, title);
}

/**
 * machi_report_document_set_summary:
 * @self: a document
 * @summary: what it is about, in a sentence or two
 *
 * Sets the summary; for those who read a pack.
 */
void
machi_report_document_set_summary (MachiReportDocument *self, const char *summary)
{
  g_return_if_fail (MACHI_IS_REPORT_DOCUMENT (self));

  g_set_str (&self->summary, summary);
}

static guint
count_words (MachiBlock *block)
{
  MachiTable *table = machi_block_get_table (block);
  guint n_words = machi_text_count_words (machi_block_get_text (block));

  if (table == NULL || machi_block_get_kind (block) == MACHI_BLOCK_PLOT)
    return n_words;

  for (guint row = 0; row < machi_table_get_n_rows (table); row++)
    for (guint column = 0; column < machi_table_get_n_columns (table); column++)
      n_words += machi_text_count_words (machi_table_get_cell (table, row, column));

  return n_words;
}

/**
 * machi_report_document_append:
 * @self: a document
 * @block: what comes next in it, its ID unlike those of all before
 *
 * Adds a block; for those who read a pack.
 */
void
machi_report_document_append (MachiReportDocument *self, MachiBlock *block)
{
  guint position, n_words;

  g_return_if_fail (MACHI_IS_REPORT_DOCUMENT (self));
  g_return_if_fail (MACHI_IS_BLOCK (block));

  position = self->blocks->len;
  g_ptr_array_add (self->blocks, g_object_ref (block));
  g_hash_table_insert (self->positions, (gpointer) machi_block_get_id (block), GUINT_TO_POINTER (position));
  if (machi_block_get_kind (block) == MACHI_BLOCK_HEADING)
    g_list_store_append (self->contents, block);
  n_words = count_words (block);
  self->n_words += n_words;
  self->n_own_words += g_strcmp0 (machi_block_get_language (block), self->language) == 0 ? n_words : 0;
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/**
 * machi_report_document_get_id:
 * @self: a document
 *
 * Returns: (nullable): the ID of the report
 */
const char *
machi_report_document_get_id (MachiReportDocument *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_DOCUMENT (self), NULL);

  return self->id;
}

/**
 * machi_report_document_get_title:
 * @self: a document
 *
 * Returns: (nullable): its title
 */
const char *
machi_report_document_get_title (MachiReportDocument *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_DOCUMENT (self), NULL);

  return self->title;
}

/**
 * machi_report_document_get_summary:
 * @self: a document
 *
 * Returns: (nullable): what it is about
 */
const char *
machi_report_document_get_summary (MachiReportDocument *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_DOCUMENT (self), NULL);

  return self->summary;
}

/**
 * machi_report_document_get_language:
 * @self: a document
 *
 * Returns: (nullable): the BCP 47 tag of its language
 */
const char *
machi_report_document_get_language (MachiReportDocument *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_DOCUMENT (self), NULL);

  return self->language;
}

/**
 * machi_report_document_set_languages:
 * @self: a document
 * @languages: (nullable): BCP 47 tags
 *
 * Says in which languages the report can be read; for those who read a pack.
 */
void
machi_report_document_set_languages (MachiReportDocument *self, const char *const *languages)
{
  g_return_if_fail (MACHI_IS_REPORT_DOCUMENT (self));

  g_strfreev (self->languages);
  self->languages = g_strdupv ((char **) languages);
}

/**
 * machi_report_document_get_languages:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the BCP 47 tags of all languages in which the report can be read
 */
const char *const *
machi_report_document_get_languages (MachiReportDocument *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_DOCUMENT (self), NULL);

  return (const char *const *) self->languages;
}

/**
 * machi_report_document_get_citations:
 * @self: a document
 *
 * Returns: (transfer none): its sources, numbered in the order in which they are first cited
 */
MachiCitations *
machi_report_document_get_citations (MachiReportDocument *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_DOCUMENT (self), NULL);

  return self->citations;
}

/**
 * machi_report_document_get_contents:
 * @self: a document
 *
 * Returns: (transfer none): the #MachiBlock that are headings
 */
GListModel *
machi_report_document_get_contents (MachiReportDocument *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_DOCUMENT (self), NULL);

  return G_LIST_MODEL (self->contents);
}

/**
 * machi_report_document_find_block:
 * @self: a document
 * @id: the ID of a block
 * @position: (out) (optional): where it stands in the document, from 0
 *
 * Returns: (transfer none) (nullable): that block
 */
MachiBlock *
machi_report_document_find_block (MachiReportDocument *self, const char *id, guint *position)
{
  gpointer value;

  g_return_val_if_fail (MACHI_IS_REPORT_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!g_hash_table_lookup_extended (self->positions, id, NULL, &value))
    return NULL;
  if (position != NULL)
    *position = GPOINTER_TO_UINT (value);

  return g_ptr_array_index (self->blocks, GPOINTER_TO_UINT (value));
}

/**
 * machi_report_document_get_n_words:
 * @self: a document
 *
 * Returns: about how many words its text has, without citation marks
 */
guint
machi_report_document_get_n_words (MachiReportDocument *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_DOCUMENT (self), 0);

  return self->n_words;
}

/**
 * machi_report_document_get_reading_minutes:
 * @self: a document
 *
 * Returns: about how many minutes it takes to read, at least 1
 */
guint
machi_report_document_get_reading_minutes (MachiReportDocument *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_DOCUMENT (self), 0);

  return MAX (1, (self->n_words + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE);
}

/**
 * machi_report_document_get_translated_fraction:
 * @self: a document
 *
 * Returns: from 0 to 1, about how much of its text is in its own language; of a translation that is not complete the
 *   rest is in English
 */
double
machi_report_document_get_translated_fraction (MachiReportDocument *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_DOCUMENT (self), 0);

  return self->n_words > 0 ? (double) self->n_own_words / self->n_words : 1;
}
