/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-series.h"

#include "machi-translation.h"

/**
 * MachiSeries:
 *
 * Values of one quantity over years, with their unit and sources. It is complete when it leaves the reader and not
 * changed after.
 */
struct _MachiSeries
{
  GObject parent_instance;

  char *id;
  char *title;
  char *unit;
  char *note;
  const char *context;
  MachiChart chart;
  GArray *points;
  GArray *breaks;
  GPtrArray *sources;
  gboolean unverified;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_UNIT,
  PROP_NOTE,
  PROP_UNVERIFIED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiSeries, machi_series, G_TYPE_OBJECT)

static void
machi_series_finalize (GObject *object)
{
  MachiSeries *self = MACHI_SERIES (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->note);
  g_array_unref (self->points);
  g_array_unref (self->breaks);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (machi_series_parent_class)->finalize (object);
}

static void
machi_series_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiSeries *self = MACHI_SERIES (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, machi_series_get_title (self));
      break;
    case PROP_UNIT:
      g_value_set_string (value, machi_series_get_unit (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, machi_series_get_note (self));
      break;
    case PROP_UNVERIFIED:
      g_value_set_boolean (value, self->unverified);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_series_class_init (MachiSeriesClass *klass)
{
  static const char *const strings[] = { "id", "title", "unit", "note" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_series_finalize;
  object_class->get_property = machi_series_get_property;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[PROP_ID + i] = g_param_spec_string (strings[i], NULL, NULL, NULL, flags);
  properties[PROP_UNVERIFIED] = g_param_spec_boolean ("unverified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_series_init (MachiSeries *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (MachiPoint));
  self->breaks = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * machi_series_new:
 * @id: (nullable): its ID, unique in its entry
 * @title: what is counted
 * @unit: (nullable): in what
 * @chart: how it is best drawn
 *
 * Returns: (transfer full): a series without points
 */
MachiSeries *
machi_series_new (const char *id, const char *title, const char *unit, MachiChart chart)
{
  MachiSeries *self = g_object_new (MACHI_TYPE_SERIES, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->unit = g_strdup (unit);
  self->chart = chart;

  return self;
}

/**
 * machi_series_add_point:
 * @self: a series
 * @x: a year
 * @y: its value, or NAN where it is not known
 *
 * Adds a point; for those who read a pack.
 */
void
machi_series_add_point (MachiSeries *self, double x, double y)
{
  MachiPoint point = { x, y };

  g_return_if_fail (MACHI_IS_SERIES (self));

  g_array_append_val (self->points, point);
}

/**
 * machi_series_add_break:
 * @self: a series
 * @x: the first year that is not comparable with the years before it
 *
 * Adds a change of basis; for those who read a pack.
 */
void
machi_series_add_break (MachiSeries *self, double x)
{
  g_return_if_fail (MACHI_IS_SERIES (self));

  g_array_append_val (self->breaks, x);
}

/**
 * machi_series_set_note:
 * @self: a series
 * @note: (nullable): what must be known to read the figures
 *
 * Sets the note; for those who read a pack.
 */
void
machi_series_set_note (MachiSeries *self, const char *note)
{
  g_return_if_fail (MACHI_IS_SERIES (self));

  g_set_str (&self->note, note);
}

/**
 * machi_series_set_context:
 * @self: a series
 * @context: (nullable): the context of its translations: an interned string
 *
 * Makes its texts translatable; for those who read a pack.
 */
void
machi_series_set_context (MachiSeries *self, const char *context)
{
  g_return_if_fail (MACHI_IS_SERIES (self));

  self->context = context;
}

/**
 * machi_series_set_sources:
 * @self: a series
 * @sources: (nullable) (element-type MachiSource): where it can be looked up
 *
 * Sets the sources; for those who read a pack.
 */
void
machi_series_set_sources (MachiSeries *self, GPtrArray *sources)
{
  g_return_if_fail (MACHI_IS_SERIES (self));

  g_clear_pointer (&self->sources, g_ptr_array_unref);
  self->sources = sources != NULL ? g_ptr_array_ref (sources) : NULL;
}

/**
 * machi_series_set_unverified:
 * @self: a series
 * @unverified: whether no source was found for it
 *
 * Says so; for those who read a pack.
 */
void
machi_series_set_unverified (MachiSeries *self, gboolean unverified)
{
  g_return_if_fail (MACHI_IS_SERIES (self));

  self->unverified = unverified;
}

/**
 * machi_series_get_id:
 * @self: a series
 *
 * Returns: (nullable): its ID, unique in its entry
 */
const char *
machi_series_get_id (MachiSeries *self)
{
  g_return_val_if_fail (MACHI_IS_SERIES (self), NULL);

  return self->id;
}

/**
 * machi_series_get_title:
 * @self: a series
 *
 * Returns: what is counted, in the reader's language where it is translated
 */
const char *
machi_series_get_title (MachiSeries *self)
{
  g_return_val_if_fail (MACHI_IS_SERIES (self), NULL);

  return machi_translation_get (self->context, self->title, NULL);
}

/**
 * machi_series_get_unit:
 * @self: a series
 *
 * Returns: (nullable): the unit of its values, in the reader's language where it is translated
 */
const char *
machi_series_get_unit (MachiSeries *self)
{
  g_return_val_if_fail (MACHI_IS_SERIES (self), NULL);

  return self->context != NULL ? machi_translation_get (MACHI_CONTEXT_UNIT, self->unit, NULL) : self->unit;
}

/**
 * machi_series_get_note:
 * @self: a series
 *
 * Returns: (nullable): what must be known to read the figures, in the reader's language where it is translated
 */
const char *
machi_series_get_note (MachiSeries *self)
{
  g_return_val_if_fail (MACHI_IS_SERIES (self), NULL);

  return machi_translation_get (self->context, self->note, NULL);
}

/**
 * machi_series_get_note_language:
 * @self: a series
 *
 * Returns: the BCP 47 tag of the language of its note
 */
const char *
machi_series_get_note_language (MachiSeries *self)
{
  const char *language;

  g_return_val_if_fail (MACHI_IS_SERIES (self), NULL);

  machi_translation_get (self->context, self->note, &language);

  return language;
}

/**
 * machi_series_get_chart:
 * @self: a series
 *
 * Returns: how it is best drawn
 */
MachiChart
machi_series_get_chart (MachiSeries *self)
{
  g_return_val_if_fail (MACHI_IS_SERIES (self), MACHI_CHART_LINE);

  return self->chart;
}

/**
 * machi_series_get_points:
 * @self: a series
 * @n_points: (out): how many
 *
 * Returns: (transfer none) (array length=n_points): the points in order of years
 */
const MachiPoint *
machi_series_get_points (MachiSeries *self, guint *n_points)
{
  g_return_val_if_fail (MACHI_IS_SERIES (self), NULL);

  *n_points = self->points->len;

  return (const MachiPoint *) (gpointer) self->points->data;
}

/**
 * machi_series_get_breaks:
 * @self: a series
 * @n_breaks: (out): how many
 *
 * Returns: (transfer none) (array length=n_breaks): the years from which on another basis holds
 */
const double *
machi_series_get_breaks (MachiSeries *self, guint *n_breaks)
{
  g_return_val_if_fail (MACHI_IS_SERIES (self), NULL);

  *n_breaks = self->breaks->len;

  return (const double *) (gpointer) self->breaks->data;
}

/**
 * machi_series_get_sources:
 * @self: a series
 *
 * Returns: (transfer none) (nullable) (element-type MachiSource): where it can be looked up
 */
GPtrArray *
machi_series_get_sources (MachiSeries *self)
{
  g_return_val_if_fail (MACHI_IS_SERIES (self), NULL);

  return self->sources;
}

/**
 * machi_series_get_unverified:
 * @self: a series
 *
 * Returns: whether no source was found for it
 */
gboolean
machi_series_get_unverified (MachiSeries *self)
{
  g_return_val_if_fail (MACHI_IS_SERIES (self), FALSE);

  return self->unverified;
}
