/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-block.h"

/**
 * MachiBlock:
 *
 * A piece of a report that is shown and addressed as one: a heading, a paragraph, an item of a list, a table.
 * Immutable.
 */
struct _MachiBlock
{
  GObject parent_instance;

  char *id;
  MachiBlockKind kind;
  MachiBlockFlags flags;
  guint level;
  MachiListKind list;
  guint number;
  char *language;
  MachiText *text;
  MachiTable *table;
  MachiChart chart;
  GListModel *series;
  GStrv categories;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_PLAIN,
  PROP_KIND,
  PROP_LEVEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiBlock, machi_block, G_TYPE_OBJECT)

static void
machi_block_finalize (GObject *object)
{
  MachiBlock *self = MACHI_BLOCK (object);

  g_free (self->id);
  g_free (self->language);
  g_clear_pointer (&self->text, machi_text_unref);
  g_clear_pointer (&self->table, machi_table_unref);
  g_clear_object (&self->series);
  g_strfreev (self->categories);

  G_OBJECT_CLASS (machi_block_parent_class)->finalize (object);
}

static void
machi_block_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiBlock *self = MACHI_BLOCK (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_PLAIN:
      g_value_set_string (value, machi_block_get_plain (self));
      break;
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_LEVEL:
      g_value_set_uint (value, self->level);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_block_class_init (MachiBlockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_block_finalize;
  object_class->get_property = machi_block_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_PLAIN] = g_param_spec_string ("plain", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LEVEL] = g_param_spec_uint ("level", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_block_init (MachiBlock *self G_GNUC_UNUSED)
{
}

/**
 * machi_block_new:
 * @fields: what it is made of; @text is required
 *
 * Returns: (transfer full): a block
 */
MachiBlock *
machi_block_new (const MachiBlockFields *fields)
{
  MachiBlock *self;

  g_return_val_if_fail (fields->id != NULL && fields->text != NULL, NULL);

  self = g_object_new (MACHI_TYPE_BLOCK, NULL);
  self->id = g_strdup (fields->id);
  self->kind = fields->kind;
  self->flags = fields->flags;
  self->level = fields->level;
  self->list = fields->list;
  self->number = fields->number;
  self->language = g_strdup (fields->language);
  self->text = machi_text_ref (fields->text);
  self->table = fields->table != NULL ? machi_table_ref (fields->table) : NULL;
  self->chart = fields->chart;
  g_set_object (&self->series, fields->series);
  self->categories = g_strdupv ((char **) fields->categories);

  return self;
}

/**
 * machi_block_get_id:
 * @self: a block
 *
 * Returns: its ID, unique in the document
 */
const char *
machi_block_get_id (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), NULL);

  return self->id;
}

/**
 * machi_block_get_kind:
 * @self: a block
 *
 * Returns: what it is
 */
MachiBlockKind
machi_block_get_kind (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), MACHI_BLOCK_PARAGRAPH);

  return self->kind;
}

/**
 * machi_block_get_flags:
 * @self: a block
 *
 * Returns: how far it is to be trusted, and what it belongs to
 */
MachiBlockFlags
machi_block_get_flags (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), 0);

  return self->flags;
}

/**
 * machi_block_get_level:
 * @self: a block
 *
 * Returns: the level of a heading from 1, the depth of a list item from 1; else 0
 */
guint
machi_block_get_level (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), 0);

  return self->level;
}

/**
 * machi_block_get_list:
 * @self: a block
 *
 * Returns: the kind of list it stands in
 */
MachiListKind
machi_block_get_list (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), MACHI_LIST_NONE);

  return self->list;
}

/**
 * machi_block_get_number:
 * @self: a block
 *
 * Returns: its number in a numbered list from 1; else 0
 */
guint
machi_block_get_number (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), 0);

  return self->number;
}

/**
 * machi_block_get_language:
 * @self: a block
 *
 * Returns: (nullable): the BCP 47 tag of its language
 */
const char *
machi_block_get_language (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), NULL);

  return self->language;
}

/**
 * machi_block_get_text:
 * @self: a block
 *
 * Returns: (transfer none): its text; of a table or plot the title
 */
MachiText *
machi_block_get_text (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), NULL);

  return self->text;
}

/**
 * machi_block_get_plain:
 * @self: a block
 *
 * Returns: its text without runs
 */
const char *
machi_block_get_plain (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), NULL);

  return machi_text_get_plain (self->text);
}

/**
 * machi_block_get_unverified:
 * @self: a block
 *
 * Returns: whether no source was found for it
 */
gboolean
machi_block_get_unverified (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), FALSE);

  return (self->flags & MACHI_BLOCK_UNVERIFIED) != 0;
}

/**
 * machi_block_get_inference:
 * @self: a block
 *
 * Returns: whether it is the editors' reading of other statements
 */
gboolean
machi_block_get_inference (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), FALSE);

  return (self->flags & MACHI_BLOCK_INFERENCE) != 0;
}

/**
 * machi_block_get_table:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): the cells of a table or plot
 */
MachiTable *
machi_block_get_table (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), NULL);

  return self->table;
}

/**
 * machi_block_get_chart:
 * @self: a block
 *
 * Returns: how a plot is drawn
 */
MachiChart
machi_block_get_chart (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), MACHI_CHART_LINE);

  return self->chart;
}

/**
 * machi_block_get_series:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): the #MachiSeries of a plot
 */
GListModel *
machi_block_get_series (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), NULL);

  return self->series;
}

/**
 * machi_block_get_categories:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): what stands for 0, 1, … of the series' x; %NULL where x is years
 */
const char *const *
machi_block_get_categories (MachiBlock *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK (self), NULL);

  return (const char *const *) self->categories;
}
