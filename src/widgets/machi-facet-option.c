/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-facet-option.h"

#include "machi-fold.h"

/**
 * MachiFacetOption:
 *
 * A value that one can filter by: its name, and how much it would show. Immutable.
 */
struct _MachiFacetOption
{
  GObject parent_instance;

  const char *value;
  char *label;
  char *folded;
  guint count;
};

G_DEFINE_FINAL_TYPE (MachiFacetOption, machi_facet_option, G_TYPE_OBJECT)

static void
machi_facet_option_finalize (GObject *object)
{
  MachiFacetOption *self = MACHI_FACET_OPTION (object);

  g_free (self->label);
  g_free (self->folded);

  G_OBJECT_CLASS (machi_facet_option_parent_class)->finalize (object);
}

static void
machi_facet_option_class_init (MachiFacetOptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = machi_facet_option_finalize;
}

static void
machi_facet_option_init (MachiFacetOption *self G_GNUC_UNUSED)
{
}

/**
 * machi_facet_option_new:
 * @value: a value of a facet
 * @label: its name for a reader
 * @count: how much it would show
 *
 * Returns: (transfer full): an option
 */
MachiFacetOption *
machi_facet_option_new (const char *value, const char *label, guint count)
{
  MachiFacetOption *self = g_object_new (MACHI_TYPE_FACET_OPTION, NULL);

  self->value = g_intern_string (value);
  self->label = g_strdup (label);
  self->folded = machi_fold (label);
  self->count = count;

  return self;
}

/**
 * machi_facet_option_get_value:
 * @self: an option
 *
 * Returns: the value, an interned string
 */
const char *
machi_facet_option_get_value (MachiFacetOption *self)
{
  g_return_val_if_fail (MACHI_IS_FACET_OPTION (self), NULL);

  return self->value;
}

/**
 * machi_facet_option_get_label:
 * @self: an option
 *
 * Returns: its name for a reader
 */
const char *
machi_facet_option_get_label (MachiFacetOption *self)
{
  g_return_val_if_fail (MACHI_IS_FACET_OPTION (self), NULL);

  return self->label;
}

/**
 * machi_facet_option_get_count:
 * @self: an option
 *
 * Returns: how much it would show
 */
guint
machi_facet_option_get_count (MachiFacetOption *self)
{
  g_return_val_if_fail (MACHI_IS_FACET_OPTION (self), 0);

  return self->count;
}

/**
 * machi_facet_option_matches:
 * @self: an option
 * @folded: (nullable): what was typed, from machi_fold()
 *
 * Returns: whether its name has that
 */
gboolean
machi_facet_option_matches (MachiFacetOption *self, const char *folded)
{
  g_return_val_if_fail (MACHI_IS_FACET_OPTION (self), FALSE);

  return machi_fold_contains (self->folded, folded);
}
