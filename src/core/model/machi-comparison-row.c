/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-comparison-row.h"

#include <glib/gi18n-lib.h>

/**
 * MachiComparisonRow:
 *
 * One respect in which entries are compared: a cell for each of them, with what is known. It does not change once it is
 * in a comparison.
 */
struct _MachiComparisonRow
{
  GObject parent_instance;

  const char *section;
  char *title;
  MachiEntry *target;
  GPtrArray *cells;
};

enum
{
  PROP_0,
  PROP_SECTION,
  PROP_TITLE,
  PROP_DIFFERS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiComparisonRow, machi_comparison_row, G_TYPE_OBJECT)

/**
 * machi_comparison_value_free:
 * @self: (transfer full): a value
 *
 * Frees it.
 */
void
machi_comparison_value_free (MachiComparisonValue *self)
{
  g_free (self->text);
  g_free (self->address);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self);
}

static void
machi_comparison_row_finalize (GObject *object)
{
  MachiComparisonRow *self = MACHI_COMPARISON_ROW (object);

  g_free (self->title);
  g_clear_object (&self->target);
  g_ptr_array_unref (self->cells);

  G_OBJECT_CLASS (machi_comparison_row_parent_class)->finalize (object);
}

static void
machi_comparison_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiComparisonRow *self = MACHI_COMPARISON_ROW (object);

  switch (prop_id)
    {
    case PROP_SECTION:
      g_value_set_string (value, self->section);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DIFFERS:
      g_value_set_boolean (value, machi_comparison_row_get_differs (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_comparison_row_class_init (MachiComparisonRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_comparison_row_finalize;
  object_class->get_property = machi_comparison_row_get_property;

  properties[PROP_SECTION] = g_param_spec_string ("section", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DIFFERS] = g_param_spec_boolean ("differs", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_comparison_row_init (MachiComparisonRow *self)
{
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

/**
 * machi_comparison_row_new:
 * @section: the heading under which it stands, translated, an interned or static string
 * @title: in which respect entries are compared, translated
 * @n_cells: how many entries
 *
 * Returns: (transfer full): a row of empty cells
 */
MachiComparisonRow *
machi_comparison_row_new (const char *section, const char *title, guint n_cells)
{
  MachiComparisonRow *self = g_object_new (MACHI_TYPE_COMPARISON_ROW, NULL);

  self->section = section;
  self->title = g_strdup (title);
  for (guint i = 0; i < n_cells; i++)
    g_ptr_array_add (self->cells, g_ptr_array_new_with_free_func ((GDestroyNotify) machi_comparison_value_free));

  return self;
}

/**
 * machi_comparison_row_get_section:
 * @self: a row
 *
 * Returns: the heading under which it stands, translated
 */
const char *
machi_comparison_row_get_section (MachiComparisonRow *self)
{
  g_return_val_if_fail (MACHI_IS_COMPARISON_ROW (self), NULL);

  return self->section;
}

/**
 * machi_comparison_row_get_title:
 * @self: a row
 *
 * Returns: in which respect entries are compared, translated
 */
const char *
machi_comparison_row_get_title (MachiComparisonRow *self)
{
  g_return_val_if_fail (MACHI_IS_COMPARISON_ROW (self), NULL);

  return self->title;
}

/**
 * machi_comparison_row_set_target:
 * @self: a row
 * @target: (nullable) (transfer none): the entry that its title names, such as a network
 *
 * Lets its title lead to an entry.
 */
void
machi_comparison_row_set_target (MachiComparisonRow *self, MachiEntry *target)
{
  g_return_if_fail (MACHI_IS_COMPARISON_ROW (self));

  g_set_object (&self->target, target);
}

/**
 * machi_comparison_row_dup_address:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): the address of the entry that its title names
 */
char *
machi_comparison_row_dup_address (MachiComparisonRow *self)
{
  g_return_val_if_fail (MACHI_IS_COMPARISON_ROW (self), NULL);

  return self->target != NULL ? machi_entry_dup_address (self->target) : NULL;
}

/**
 * machi_comparison_row_get_n_cells:
 * @self: a row
 *
 * Returns: how many entries are compared
 */
guint
machi_comparison_row_get_n_cells (MachiComparisonRow *self)
{
  g_return_val_if_fail (MACHI_IS_COMPARISON_ROW (self), 0);

  return self->cells->len;
}

/**
 * machi_comparison_row_get_cell:
 * @self: a row
 * @cell: the number of an entry, from 0
 *
 * Returns: (transfer none) (element-type MachiComparisonValue): what is known of that entry, nothing or several things
 */
GPtrArray *
machi_comparison_row_get_cell (MachiComparisonRow *self, guint cell)
{
  g_return_val_if_fail (MACHI_IS_COMPARISON_ROW (self), NULL);
  g_return_val_if_fail (cell < self->cells->len, NULL);

  return g_ptr_array_index (self->cells, cell);
}

/**
 * machi_comparison_row_add:
 * @self: a row that is being made
 * @cell: the number of an entry, from 0
 * @text: what is so
 *
 * Returns: (transfer none): the value that was added to that cell
 */
MachiComparisonValue *
machi_comparison_row_add (MachiComparisonRow *self, guint cell, const char *text)
{
  MachiComparisonValue *value = g_new0 (MachiComparisonValue, 1);

  value->text = g_strdup (text);
  g_ptr_array_add (machi_comparison_row_get_cell (self, cell), value);

  return value;
}

/**
 * machi_comparison_row_add_entry:
 * @self: a row that is being made
 * @cell: the number of an entry, from 0
 * @entry: another entry
 *
 * Returns: (transfer none): the value that was added to that cell: the name of @entry and the way to it
 */
MachiComparisonValue *
machi_comparison_row_add_entry (MachiComparisonRow *self, guint cell, MachiEntry *entry)
{
  MachiComparisonValue *value = machi_comparison_row_add (self, cell, machi_entry_get_short_name (entry));

  value->address = machi_entry_dup_address (entry);

  return value;
}

/**
 * machi_comparison_row_add_statement:
 * @self: a row that is being made
 * @cell: the number of an entry, from 0
 * @statement: (nullable): what the entry says
 * @fallback: (nullable): what to say where the statement has no words of its own
 *
 * Returns: (transfer none): the value that was added to that cell, with the statement's sources
 */
MachiComparisonValue *
machi_comparison_row_add_statement (MachiComparisonRow *self,
                                    guint cell,
                                    MachiStatement *statement,
                                    const char *fallback)
{
  g_autofree char *text = statement != NULL ? machi_statement_dup_dated_text (statement) : NULL;
  MachiComparisonValue *value = machi_comparison_row_add (self, cell, text != NULL && *text != '\0' ? text : fallback);

  if (statement != NULL)
    {
      GPtrArray *sources = machi_statement_get_sources (statement);

      value->language = machi_statement_get_display_language (statement);
      value->sources = sources != NULL ? g_ptr_array_ref (sources) : NULL;
      value->unverified = machi_statement_get_unverified (statement);
      value->inference = machi_statement_get_inference (statement);
    }

  return value;
}

/**
 * machi_comparison_row_is_empty:
 * @self: a row
 *
 * Returns: whether nothing is known of any of the entries
 */
gboolean
machi_comparison_row_is_empty (MachiComparisonRow *self)
{
  g_return_val_if_fail (MACHI_IS_COMPARISON_ROW (self), TRUE);

  for (guint i = 0; i < self->cells->len; i++)
    if (machi_comparison_row_get_cell (self, i)->len > 0)
      return FALSE;

  return TRUE;
}

static gboolean
cell_has (GPtrArray *cell, const char *text)
{
  for (guint i = 0; i < cell->len; i++)
    if (g_strcmp0 (((MachiComparisonValue *) g_ptr_array_index (cell, i))->text, text) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
cells_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!cell_has (b, ((MachiComparisonValue *) g_ptr_array_index (a, i))->text))
      return FALSE;

  return TRUE;
}

/**
 * machi_comparison_row_get_differs:
 * @self: a row
 *
 * Returns: whether not all cells say the same, in whatever order
 */
gboolean
machi_comparison_row_get_differs (MachiComparisonRow *self)
{
  g_return_val_if_fail (MACHI_IS_COMPARISON_ROW (self), FALSE);

  for (guint i = 1; i < self->cells->len; i++)
    if (!cells_equal (machi_comparison_row_get_cell (self, 0), machi_comparison_row_get_cell (self, i)))
      return TRUE;

  return FALSE;
}
