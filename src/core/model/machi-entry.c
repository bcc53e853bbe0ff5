/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-entry-private.h"

enum
{
  PROP_0,
  PROP_KIND,
  PROP_ID,
  PROP_ADDRESS,
  PROP_NAME,
  PROP_SHORT_NAME,
  PROP_SUMMARY,
  PROP_SUMMARY_LANGUAGE,
  PROP_COUNTRY,
  PROP_TOPICS,
  PROP_FACTS,
  PROP_STATEMENTS,
  PROP_MILESTONES,
  PROP_AGREEMENTS,
  PROP_SERIES,
  PROP_RELATIONS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiEntry, machi_entry, G_TYPE_OBJECT)

static GType
get_item_type (MachiEntryList list)
{
  switch (list)
    {
    case MACHI_LIST_TOPICS:
      return MACHI_TYPE_ENTRY;
    case MACHI_LIST_SERIES:
      return MACHI_TYPE_SERIES;
    case MACHI_LIST_RELATIONS:
      return MACHI_TYPE_RELATION;
    default:
      return MACHI_TYPE_STATEMENT;
    }
}

/* For those who read a pack: most entries have few of these lists. */
MachiList *
_machi_entry_ensure_list (MachiEntry *self, MachiEntryList list)
{
  if (self->lists[list] == NULL)
    self->lists[list] = machi_list_new (get_item_type (list));

  return self->lists[list];
}

/* Reading makes nothing: what an entry does not have it shares with all others that do not. */
static GListModel *
get_list (MachiEntry *self, MachiEntryList list)
{
  static MachiList *empty[MACHI_N_LISTS];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < MACHI_N_LISTS; i++)
        empty[i] = machi_list_new (get_item_type (i));
      g_once_init_leave (&made, 1);
    }

  return G_LIST_MODEL (self->lists[list] != NULL ? self->lists[list] : empty[list]);
}

static void
machi_entry_dispose (GObject *object)
{
  MachiEntry *self = MACHI_ENTRY (object);

  for (guint i = 0; i < MACHI_N_LISTS; i++)
    g_clear_object (&self->lists[i]);

  G_OBJECT_CLASS (machi_entry_parent_class)->dispose (object);
}

static void
machi_entry_finalize (GObject *object)
{
  MachiEntry *self = MACHI_ENTRY (object);

  g_free (self->id);
  g_clear_pointer (&self->name, machi_name_unref);
  for (guint i = 0; i < MACHI_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_strfreev (self->aliases);
  g_strfreev (self->countries);
  g_strfreev (self->unverified);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (machi_entry_parent_class)->finalize (object);
}

static void
machi_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiEntry *self = MACHI_ENTRY (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_ADDRESS:
      g_value_take_string (value, machi_entry_dup_address (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, machi_entry_get_name (self));
      break;
    case PROP_SHORT_NAME:
      g_value_set_string (value, machi_entry_get_short_name (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, machi_entry_get_display_summary (self, NULL));
      break;
    case PROP_SUMMARY_LANGUAGE:
      g_value_set_static_string (value, _machi_entry_get_summary_language (self));
      break;
    case PROP_COUNTRY:
      g_value_set_string (value, machi_entry_get_country (self));
      break;
    case PROP_TOPICS:
    case PROP_FACTS:
    case PROP_STATEMENTS:
    case PROP_MILESTONES:
    case PROP_AGREEMENTS:
    case PROP_SERIES:
    case PROP_RELATIONS:
      g_value_set_object (value, get_list (self, prop_id - PROP_TOPICS + MACHI_LIST_TOPICS));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_entry_class_init (MachiEntryClass *klass)
{
  static const char *const strings[]
      = { "id", "address", "name", "short-name", "summary", "summary-language", "country" };
  static const char *const lists[]
      = { "topics", "facts", "statements", "milestones", "agreements", "series", "relations" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = machi_entry_dispose;
  object_class->finalize = machi_entry_finalize;
  object_class->get_property = machi_entry_get_property;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, MACHI_TYPE_KIND, MACHI_KIND_NONE, flags);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[PROP_ID + i] = g_param_spec_string (strings[i], NULL, NULL, NULL, flags);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    properties[PROP_TOPICS + i] = g_param_spec_object (lists[i], NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_entry_init (MachiEntry *self G_GNUC_UNUSED)
{
}

/**
 * machi_entry_new:
 * @kind: what it is
 * @id: its ID
 * @name: (transfer none): what it is called
 *
 * Returns: (transfer full): an entry of which nothing else is known yet
 */
MachiEntry *
machi_entry_new (MachiKind kind, const char *id, MachiName *name)
{
  MachiEntry *self = g_object_new (MACHI_TYPE_ENTRY, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  self->name = machi_name_ref (name);

  return self;
}

/**
 * machi_entry_get_kind:
 * @self: an entry
 *
 * Returns: what it is
 */
MachiKind
machi_entry_get_kind (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), MACHI_KIND_NONE);

  return self->kind;
}

/**
 * machi_entry_get_id:
 * @self: an entry
 *
 * Returns: its ID, unique among those of its kind
 */
const char *
machi_entry_get_id (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return self->id;
}

/**
 * machi_entry_dup_address:
 * @self: an entry
 *
 * Returns: (transfer full): its address, `machi:KIND/ID`
 */
char *
machi_entry_dup_address (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return g_strconcat ("machi:", machi_kind_get_id (self->kind), "/", self->id, NULL);
}

/**
 * machi_entry_get_names:
 * @self: an entry
 *
 * Returns: (transfer none): its names in all languages
 */
MachiName *
machi_entry_get_names (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return self->name;
}

/**
 * machi_entry_get_short_name:
 * @self: an entry
 *
 * Returns: its short form where it has one, else its name
 */
const char *
machi_entry_get_short_name (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return self->texts[MACHI_TEXT_SHORT] != NULL ? self->texts[MACHI_TEXT_SHORT] : machi_entry_get_name (self);
}

/**
 * machi_entry_get_aliases:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): further names by which it can be found
 */
const char *const *
machi_entry_get_aliases (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return (const char *const *) self->aliases;
}

/**
 * machi_entry_get_entry_type:
 * @self: an entry
 *
 * Returns: (nullable): what it is within its kind, a word of the pack
 */
const char *
machi_entry_get_entry_type (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return self->texts[MACHI_TEXT_TYPE];
}

/**
 * machi_entry_get_summary:
 * @self: an entry
 *
 * Returns: (nullable): one sentence on it, in English
 */
const char *
machi_entry_get_summary (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return self->texts[MACHI_TEXT_SUMMARY];
}

/**
 * machi_entry_get_countries:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the ISO 3166-1 codes of its countries
 */
const char *const *
machi_entry_get_countries (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return (const char *const *) self->countries;
}

/**
 * machi_entry_get_country:
 * @self: an entry
 *
 * Returns: (nullable): the ISO 3166-1 code of its country, where it has just one
 */
const char *
machi_entry_get_country (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return self->countries != NULL && self->countries[0] != NULL && self->countries[1] == NULL ? self->countries[0]
                                                                                             : NULL;
}

/**
 * machi_entry_get_region:
 * @self: an entry
 *
 * Returns: (nullable): the province or prefecture in which it is
 */
const char *
machi_entry_get_region (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return self->texts[MACHI_TEXT_REGION];
}

/**
 * machi_entry_get_coordinates:
 * @self: an entry
 * @latitude: (out) (optional): degrees north
 * @longitude: (out) (optional): degrees east
 *
 * Returns: whether its place is known
 */
gboolean
machi_entry_get_coordinates (MachiEntry *self, double *latitude, double *longitude)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), FALSE);

  if (latitude != NULL)
    *latitude = self->latitude;
  if (longitude != NULL)
    *longitude = self->longitude;

  return self->has_coordinates;
}

/**
 * machi_entry_get_period:
 * @self: an entry
 * @from: (out): the first year, 0 where it is not known
 * @to: (out): the last year, 0 where it is not known or goes on
 *
 * Gets the years over which it went.
 */
void
machi_entry_get_period (MachiEntry *self, int *from, int *to)
{
  g_return_if_fail (MACHI_IS_ENTRY (self));

  *from = self->from;
  *to = self->to;
}

/**
 * machi_entry_get_website:
 * @self: an entry
 *
 * Returns: (nullable): the address of its own site
 */
const char *
machi_entry_get_website (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return self->texts[MACHI_TEXT_WEBSITE];
}

/**
 * machi_entry_get_file:
 * @self: an entry
 *
 * Returns: (nullable): where in its pack its text is, for a report
 */
const char *
machi_entry_get_file (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return self->texts[MACHI_TEXT_FILE];
}

/**
 * machi_entry_get_topics:
 * @self: an entry
 *
 * Returns: (transfer none): a list of the entries of its topics
 */
GListModel *
machi_entry_get_topics (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return get_list (self, MACHI_LIST_TOPICS);
}

/**
 * machi_entry_get_facts:
 * @self: an entry
 *
 * Returns: (transfer none): a list of #MachiStatement: its key facts
 */
GListModel *
machi_entry_get_facts (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return get_list (self, MACHI_LIST_FACTS);
}

/**
 * machi_entry_get_statements:
 * @self: an entry
 *
 * Returns: (transfer none): a list of #MachiStatement: what is said of it, by themes
 */
GListModel *
machi_entry_get_statements (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return get_list (self, MACHI_LIST_STATEMENTS);
}

/**
 * machi_entry_get_milestones:
 * @self: an entry
 *
 * Returns: (transfer none): a list of #MachiStatement: its dated events
 */
GListModel *
machi_entry_get_milestones (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return get_list (self, MACHI_LIST_MILESTONES);
}

/**
 * machi_entry_get_agreements:
 * @self: an entry
 *
 * Returns: (transfer none): a list of #MachiStatement: its dated agreements
 */
GListModel *
machi_entry_get_agreements (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return get_list (self, MACHI_LIST_AGREEMENTS);
}

/**
 * machi_entry_get_series:
 * @self: an entry
 *
 * Returns: (transfer none): a list of #MachiSeries: its figures over years
 */
GListModel *
machi_entry_get_series (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return get_list (self, MACHI_LIST_SERIES);
}

/**
 * machi_entry_get_relations:
 * @self: an entry
 *
 * Returns: (transfer none): a list of #MachiRelation: what it has to do with others
 */
GListModel *
machi_entry_get_relations (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return get_list (self, MACHI_LIST_RELATIONS);
}

/**
 * machi_entry_get_sources:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable) (element-type MachiSource): the sources of its plain fields
 */
GPtrArray *
machi_entry_get_sources (MachiEntry *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), NULL);

  return self->sources;
}

/**
 * machi_entry_is_unverified:
 * @self: an entry
 * @field: the name of a plain field, such as `coordinates`
 *
 * Returns: whether no source was found for that field
 */
gboolean
machi_entry_is_unverified (MachiEntry *self, const char *field)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (self), FALSE);

  return self->unverified != NULL
         && (g_strv_contains ((const char *const *) self->unverified, field)
             || g_strv_contains ((const char *const *) self->unverified, "*"));
}

/**
 * machi_entry_count_relations:
 * @self: an entry
 * @role: a role
 *
 * Returns: how many others stand in that role to it
 */
guint
machi_entry_count_relations (MachiEntry *self, MachiRole role)
{
  GListModel *relations = machi_entry_get_relations (self);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);

      count += machi_relation_get_role (relation) == role;
    }

  return count;
}

/**
 * machi_entry_has_relation:
 * @self: an entry
 * @role: a role
 * @target: another entry
 *
 * Returns: whether @target stands in that role to it
 */
gboolean
machi_entry_has_relation (MachiEntry *self, MachiRole role, MachiEntry *target)
{
  GListModel *relations = machi_entry_get_relations (self);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);

      if (machi_relation_get_role (relation) == role && machi_relation_get_target (relation) == target)
        return TRUE;
    }

  return FALSE;
}
