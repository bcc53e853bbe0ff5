/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-relation.h"

#include "machi-entry.h"

#include <glib/gi18n-lib.h>

/**
 * MachiRelation:
 *
 * That another entry, or something outside the catalogue, stands in a role to the entry which has this relation. Both
 * sides have one. Immutable.
 */
struct _MachiRelation
{
  GObject parent_instance;

  MachiRole role;
  MachiEntry *target;
  char *name;
  const char *country;
  MachiStatement *statement;
};

enum
{
  PROP_0,
  PROP_ROLE,
  PROP_TARGET,
  PROP_NAME,
  PROP_COUNTRY,
  PROP_STATEMENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiRelation, machi_relation, G_TYPE_OBJECT)

/* The target is not owned: both entries belong to one catalogue and would keep each other alive. */
static void
machi_relation_finalize (GObject *object)
{
  MachiRelation *self = MACHI_RELATION (object);

  if (self->target != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->target), (gpointer *) &self->target);
  g_free (self->name);
  g_clear_object (&self->statement);

  G_OBJECT_CLASS (machi_relation_parent_class)->finalize (object);
}

static void
machi_relation_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiRelation *self = MACHI_RELATION (object);

  switch (prop_id)
    {
    case PROP_ROLE:
      g_value_set_uint (value, self->role);
      break;
    case PROP_TARGET:
      g_value_set_object (value, self->target);
      break;
    case PROP_NAME:
      g_value_set_string (value, machi_relation_get_name (self));
      break;
    case PROP_COUNTRY:
      g_value_set_string (value, machi_relation_get_country (self));
      break;
    case PROP_STATEMENT:
      g_value_set_object (value, self->statement);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_relation_class_init (MachiRelationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_relation_finalize;
  object_class->get_property = machi_relation_get_property;

  properties[PROP_ROLE] = g_param_spec_uint ("role", NULL, NULL, 0, MACHI_N_ROLES, 0, flags);
  properties[PROP_TARGET] = g_param_spec_object ("target", NULL, NULL, MACHI_TYPE_ENTRY, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_COUNTRY] = g_param_spec_string ("country", NULL, NULL, NULL, flags);
  properties[PROP_STATEMENT] = g_param_spec_object ("statement", NULL, NULL, MACHI_TYPE_STATEMENT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_relation_init (MachiRelation *self G_GNUC_UNUSED)
{
}

/**
 * machi_role_get_label:
 * @role: a role
 *
 * Returns: the heading under which a page lists such relations, translated
 */
const char *
machi_role_get_label (MachiRole role)
{
  static const char *const labels[MACHI_N_ROLES] = {
    [MACHI_ROLE_REPORT] = N_ ("Reports"),
    [MACHI_ROLE_COOPERATION] = N_ ("Cooperations"),
    /* Translators: the cities of a cooperation */
    [MACHI_ROLE_PAIR] = N_ ("Between"),
    /* Translators: the known members of a network */
    [MACHI_ROLE_MEMBER] = N_ ("Known members"),
    [MACHI_ROLE_NETWORK] = N_ ("Networks"),
    /* Translators: networks from which this one came */
    [MACHI_ROLE_PREDECESSOR] = N_ ("Grew from"),
    /* Translators: networks into which this one went */
    [MACHI_ROLE_SUCCESSOR] = N_ ("Continued by"),
    [MACHI_ROLE_PARENT] = N_ ("Part of"),
    [MACHI_ROLE_PART] = N_ ("Parts"),
    [MACHI_ROLE_SUPPORTING_CITY] = N_ ("Supporting side"),
    [MACHI_ROLE_PARTNER_CITY] = N_ ("Partner side"),
    [MACHI_ROLE_CITY] = N_ ("Cities"),
    /* Translators: the city in which an organisation has its seat */
    [MACHI_ROLE_SEAT] = N_ ("Seat"),
    [MACHI_ROLE_PROGRAMME] = N_ ("Programmes"),
    [MACHI_ROLE_PROJECT] = N_ ("Projects"),
    [MACHI_ROLE_ORGANISATION] = N_ ("Organisations"),
    [MACHI_ROLE_DOCUMENT] = N_ ("Documents"),
    /* Translators: what a document is about */
    [MACHI_ROLE_SUBJECT] = N_ ("About"),
    [MACHI_ROLE_TERM] = N_ ("Terms"),
    /* Translators: other entries of the same kind that are worth a look */
    [MACHI_ROLE_RELATED] = N_ ("Related"),
  };

  g_return_val_if_fail (role > MACHI_ROLE_NONE && role < MACHI_N_ROLES, "");

  return _ (labels[role]);
}

/**
 * machi_relation_new:
 * @role: what @target is to the entry
 * @target: (transfer none): the other entry, of the same catalogue
 * @statement: (nullable): what is said of the relation
 *
 * Returns: (transfer full): a relation to another entry, which it does not keep alive
 */
MachiRelation *
machi_relation_new (MachiRole role, MachiEntry *target, MachiStatement *statement)
{
  MachiRelation *self = g_object_new (MACHI_TYPE_RELATION, NULL);

  self->role = role;
  self->target = target;
  g_object_add_weak_pointer (G_OBJECT (target), (gpointer *) &self->target);
  self->statement = statement != NULL ? g_object_ref (statement) : NULL;

  return self;
}

/**
 * machi_relation_new_outside:
 * @role: what @name is to the entry
 * @name: the name of something that has no entry
 * @country: (nullable): its ISO 3166-1 code, for a place
 * @statement: (nullable): what is said of the relation
 *
 * Returns: (transfer full): a relation to something outside the catalogue
 */
MachiRelation *
machi_relation_new_outside (MachiRole role, const char *name, const char *country, MachiStatement *statement)
{
  MachiRelation *self = g_object_new (MACHI_TYPE_RELATION, NULL);

  self->role = role;
  self->name = g_strdup (name);
  self->country = g_intern_string (country);
  self->statement = statement != NULL ? g_object_ref (statement) : NULL;

  return self;
}

/**
 * machi_relation_get_role:
 * @self: a relation
 *
 * Returns: what the other is to the entry
 */
MachiRole
machi_relation_get_role (MachiRelation *self)
{
  g_return_val_if_fail (MACHI_IS_RELATION (self), MACHI_ROLE_NONE);

  return self->role;
}

/**
 * machi_relation_get_target:
 * @self: a relation
 *
 * Returns: (transfer none) (nullable): the other entry, %NULL where it has none
 */
MachiEntry *
machi_relation_get_target (MachiRelation *self)
{
  g_return_val_if_fail (MACHI_IS_RELATION (self), NULL);

  return self->target;
}

/**
 * machi_relation_get_name:
 * @self: a relation
 *
 * Returns: the name of the other
 */
const char *
machi_relation_get_name (MachiRelation *self)
{
  g_return_val_if_fail (MACHI_IS_RELATION (self), NULL);

  return self->target != NULL ? machi_entry_get_name (self->target) : self->name;
}

/**
 * machi_relation_get_country:
 * @self: a relation
 *
 * Returns: (nullable): the ISO 3166-1 code of the other, where it is in one country
 */
const char *
machi_relation_get_country (MachiRelation *self)
{
  g_return_val_if_fail (MACHI_IS_RELATION (self), NULL);

  return self->target != NULL ? machi_entry_get_country (self->target) : self->country;
}

/**
 * machi_relation_get_statement:
 * @self: a relation
 *
 * Returns: (transfer none) (nullable): what is said of the relation: since when, a remark, its sources
 */
MachiStatement *
machi_relation_get_statement (MachiRelation *self)
{
  g_return_val_if_fail (MACHI_IS_RELATION (self), NULL);

  return self->statement;
}
