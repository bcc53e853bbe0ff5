/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-source.h"

/**
 * MachiSource:
 *
 * A page, paper or book in which a fact of the catalogue can be looked up. Immutable.
 */
struct _MachiSource
{
  GObject parent_instance;

  char *id;
  char *title;
  char *publisher;
  char *url;
  char *published;
  char *seen;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_PUBLISHER,
  PROP_URL,
  PROP_PUBLISHED,
  PROP_SEEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiSource, machi_source, G_TYPE_OBJECT)

static void
machi_source_finalize (GObject *object)
{
  MachiSource *self = MACHI_SOURCE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->url);
  g_free (self->published);
  g_free (self->seen);

  G_OBJECT_CLASS (machi_source_parent_class)->finalize (object);
}

static void
machi_source_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiSource *self = MACHI_SOURCE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, machi_source_get_title (self));
      break;
    case PROP_PUBLISHER:
      g_value_set_string (value, self->publisher);
      break;
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    case PROP_PUBLISHED:
      g_value_set_string (value, self->published);
      break;
    case PROP_SEEN:
      g_value_set_string (value, self->seen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_source_class_init (MachiSourceClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "id", "title", "publisher", "url", "published", "seen" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = machi_source_finalize;
  object_class->get_property = machi_source_get_property;

  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_source_init (MachiSource *self G_GNUC_UNUSED)
{
}

/**
 * machi_source_new:
 * @fields: what is known of it
 *
 * Returns: (transfer full): a source
 */
MachiSource *
machi_source_new (const MachiSourceFields *fields)
{
  MachiSource *self = g_object_new (MACHI_TYPE_SOURCE, NULL);

  self->id = g_strdup (fields->id);
  self->title = g_strdup (fields->title);
  self->publisher = g_strdup (fields->publisher);
  self->url = g_strdup (fields->url);
  self->published = g_strdup (fields->published);
  self->seen = g_strdup (fields->seen);

  return self;
}

/**
 * machi_source_get_id:
 * @self: a source
 *
 * Returns: its ID, unique in a catalogue
 */
const char *
machi_source_get_id (MachiSource *self)
{
  g_return_val_if_fail (MACHI_IS_SOURCE (self), NULL);

  return self->id;
}

/**
 * machi_source_get_title:
 * @self: a source
 *
 * Returns: its title, or where none is known its address
 */
const char *
machi_source_get_title (MachiSource *self)
{
  g_return_val_if_fail (MACHI_IS_SOURCE (self), NULL);

  return self->title != NULL ? self->title : self->url;
}

/**
 * machi_source_get_publisher:
 * @self: a source
 *
 * Returns: (nullable): who published it
 */
const char *
machi_source_get_publisher (MachiSource *self)
{
  g_return_val_if_fail (MACHI_IS_SOURCE (self), NULL);

  return self->publisher;
}

/**
 * machi_source_get_url:
 * @self: a source
 *
 * Returns: (nullable): its address
 */
const char *
machi_source_get_url (MachiSource *self)
{
  g_return_val_if_fail (MACHI_IS_SOURCE (self), NULL);

  return self->url;
}

/**
 * machi_source_get_published:
 * @self: a source
 *
 * Returns: (nullable): the date at which it was published, as precise as known
 */
const char *
machi_source_get_published (MachiSource *self)
{
  g_return_val_if_fail (MACHI_IS_SOURCE (self), NULL);

  return self->published;
}

/**
 * machi_source_get_seen:
 * @self: a source
 *
 * Returns: (nullable): the date at which it was read for the catalogue
 */
const char *
machi_source_get_seen (MachiSource *self)
{
  g_return_val_if_fail (MACHI_IS_SOURCE (self), NULL);

  return self->seen;
}
