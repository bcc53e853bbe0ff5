/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-register-row.h"

/**
 * MachiRegisterRow:
 *
 * A line of the register. It stays where it is: when the register is sorted or filtered another project moves in, and
 * the cells that are bound to its properties follow.
 */
struct _MachiRegisterRow
{
  GObject parent_instance;

  MachiEntry *entry;
};

/* The columns' properties bear their IDs, in their order. */
enum
{
  PROP_0,
  PROP_ENTRY,
  PROP_COLUMNS,
  N_PROPS = PROP_COLUMNS + MACHI_N_REGISTER_COLUMNS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiRegisterRow, machi_register_row, G_TYPE_OBJECT)

static void
machi_register_row_dispose (GObject *object)
{
  MachiRegisterRow *self = MACHI_REGISTER_ROW (object);

  g_clear_object (&self->entry);

  G_OBJECT_CLASS (machi_register_row_parent_class)->dispose (object);
}

static void
machi_register_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiRegisterRow *self = MACHI_REGISTER_ROW (object);

  if (prop_id == PROP_ENTRY)
    g_value_set_object (value, self->entry);
  else if (prop_id >= PROP_COLUMNS && prop_id < N_PROPS && self->entry != NULL)
    g_value_take_string (value, machi_register_column_dup_text (prop_id - PROP_COLUMNS, self->entry));
  else if (prop_id >= N_PROPS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
machi_register_row_class_init (MachiRegisterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = machi_register_row_dispose;
  object_class->get_property = machi_register_row_get_property;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, MACHI_TYPE_ENTRY, flags);
  for (guint i = 0; i < MACHI_N_REGISTER_COLUMNS; i++)
    properties[PROP_COLUMNS + i] = g_param_spec_string (machi_register_column_get_id (i), NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_register_row_init (MachiRegisterRow *self G_GNUC_UNUSED)
{
}

/**
 * machi_register_row_new:
 * @entry: (nullable) (transfer none): a project
 *
 * Returns: (transfer full): a row that shows it
 */
MachiRegisterRow *
machi_register_row_new (MachiEntry *entry)
{
  MachiRegisterRow *self = g_object_new (MACHI_TYPE_REGISTER_ROW, NULL);

  g_set_object (&self->entry, entry);

  return self;
}

/**
 * machi_register_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the project that it shows
 */
MachiEntry *
machi_register_row_get_entry (MachiRegisterRow *self)
{
  g_return_val_if_fail (MACHI_IS_REGISTER_ROW (self), NULL);

  return self->entry;
}

/**
 * machi_register_row_set_entry:
 * @self: a row
 * @entry: (nullable) (transfer none): a project
 *
 * Shows another project.
 */
void
machi_register_row_set_entry (MachiRegisterRow *self, MachiEntry *entry)
{
  g_return_if_fail (MACHI_IS_REGISTER_ROW (self));

  if (!g_set_object (&self->entry, entry))
    return;

  for (guint i = PROP_ENTRY; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}
