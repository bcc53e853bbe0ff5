/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-history.h"

#define MAX_VISITS 500

/**
 * MachiHistory:
 *
 * The addresses that were visited in a window, with where one is among them and how far down each page one was.
 */
struct _MachiHistory
{
  GObject parent_instance;

  GPtrArray *visits;
  guint current;
};

typedef struct
{
  MachiAddress *address;
  double position;
} Visit;

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiHistory, machi_history, G_TYPE_OBJECT)

static void
visit_free (Visit *visit)
{
  machi_address_unref (visit->address);
  g_free (visit);
}

static void
machi_history_finalize (GObject *object)
{
  MachiHistory *self = MACHI_HISTORY (object);

  g_ptr_array_unref (self->visits);

  G_OBJECT_CLASS (machi_history_parent_class)->finalize (object);
}

static void
machi_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiHistory *self = MACHI_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, machi_history_get_can_go (self, -1));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, machi_history_get_can_go (self, 1));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_history_class_init (MachiHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_history_finalize;
  object_class->get_property = machi_history_get_property;

  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_history_init (MachiHistory *self)
{
  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) visit_free);
}

/**
 * machi_history_new:
 *
 * Returns: (transfer full): a history without visits
 */
MachiHistory *
machi_history_new (void)
{
  return g_object_new (MACHI_TYPE_HISTORY, NULL);
}

static void
notify_can_go (MachiHistory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_FORWARD]);
}

/**
 * machi_history_push:
 * @self: a history
 * @address: (transfer none): where one goes now
 *
 * Adds a visit behind the current one; what was ahead is forgotten. Going where one is adds nothing.
 */
void
machi_history_push (MachiHistory *self, MachiAddress *address)
{
  Visit *visit;

  g_return_if_fail (MACHI_IS_HISTORY (self));
  g_return_if_fail (address != NULL);

  if (self->visits->len > 0)
    {
      if (machi_address_equal (machi_history_get_current (self), address))
        return;
      g_ptr_array_set_size (self->visits, (int) self->current + 1);
    }
  if (self->visits->len == MAX_VISITS)
    g_ptr_array_remove_index (self->visits, 0);

  visit = g_new0 (Visit, 1);
  visit->address = machi_address_ref (address);
  g_ptr_array_add (self->visits, visit);
  self->current = self->visits->len - 1;
  notify_can_go (self);
}

/**
 * machi_history_clear:
 * @self: a history
 *
 * Forgets all visits but the current one.
 */
void
machi_history_clear (MachiHistory *self)
{
  g_return_if_fail (MACHI_IS_HISTORY (self));

  if (self->visits->len == 0)
    return;

  g_ptr_array_set_size (self->visits, (int) self->current + 1);
  g_ptr_array_remove_range (self->visits, 0, self->current);
  self->current = 0;
  notify_can_go (self);
}

/**
 * machi_history_get_can_go:
 * @self: a history
 * @steps: how many forward, negative for back
 *
 * Returns: whether there is a visit there
 */
gboolean
machi_history_get_can_go (MachiHistory *self, int steps)
{
  gint64 target;

  g_return_val_if_fail (MACHI_IS_HISTORY (self), FALSE);

  target = (gint64) self->current + steps;

  return target >= 0 && target < self->visits->len;
}

/**
 * machi_history_go:
 * @self: a history
 * @steps: how many forward, negative for back
 *
 * Returns: whether one could go there
 */
gboolean
machi_history_go (MachiHistory *self, int steps)
{
  if (!machi_history_get_can_go (self, steps))
    return FALSE;

  self->current = (guint) ((int) self->current + steps);
  notify_can_go (self);

  return TRUE;
}

static Visit *
get_visit (MachiHistory *self)
{
  return self->visits->len > 0 ? g_ptr_array_index (self->visits, self->current) : NULL;
}

/**
 * machi_history_get_current:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the address of the current visit
 */
MachiAddress *
machi_history_get_current (MachiHistory *self)
{
  g_return_val_if_fail (MACHI_IS_HISTORY (self), NULL);

  return get_visit (self) != NULL ? get_visit (self)->address : NULL;
}

/**
 * machi_history_replace:
 * @self: a history
 * @address: (transfer none): what is shown now
 *
 * Gives the current visit another address: what is shown has changed, but one has gone nowhere.
 */
void
machi_history_replace (MachiHistory *self, MachiAddress *address)
{
  Visit *visit;

  g_return_if_fail (MACHI_IS_HISTORY (self));
  g_return_if_fail (address != NULL);

  visit = get_visit (self);
  if (visit == NULL)
    return;

  machi_address_ref (address);
  machi_address_unref (visit->address);
  visit->address = address;
}

/**
 * machi_history_set_position:
 * @self: a history
 * @position: how far down the page one is, from 0 to 1
 *
 * Notes it for the current visit.
 */
void
machi_history_set_position (MachiHistory *self, double position)
{
  g_return_if_fail (MACHI_IS_HISTORY (self));

  if (get_visit (self) != NULL)
    get_visit (self)->position = position;
}

/**
 * machi_history_get_position:
 * @self: a history
 *
 * Returns: how far down the page of the current visit one was, from 0 to 1
 */
double
machi_history_get_position (MachiHistory *self)
{
  g_return_val_if_fail (MACHI_IS_HISTORY (self), 0);

  return get_visit (self) != NULL ? get_visit (self)->position : 0;
}
