/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-statement.h"

#include "machi-locale.h"
#include "machi-translation.h"

#include <glib/gi18n-lib.h>

/**
 * MachiStatement:
 *
 * The smallest thing the catalogue says: a text or a value, when, and where that can be looked up. Immutable.
 */
struct _MachiStatement
{
  GObject parent_instance;

  const char *topic;
  const char *unit;
  const char *qualifier;
  const char *context;
  char *text;
  char *date;
  char *until;
  double value;
  int base_year;
  int target_year;
  GPtrArray *sources;
  MachiStatementFlags flags;
};

enum
{
  PROP_0,
  PROP_TOPIC,
  PROP_TEXT,
  PROP_DATE,
  PROP_DISPLAY_TEXT,
  PROP_DISPLAY_DATE,
  PROP_DISPLAY_LANGUAGE,
  PROP_UNVERIFIED,
  PROP_INFERENCE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiStatement, machi_statement, G_TYPE_OBJECT)

static void
machi_statement_finalize (GObject *object)
{
  MachiStatement *self = MACHI_STATEMENT (object);

  g_free (self->text);
  g_free (self->date);
  g_free (self->until);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (machi_statement_parent_class)->finalize (object);
}

static void
machi_statement_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiStatement *self = MACHI_STATEMENT (object);

  switch (prop_id)
    {
    case PROP_TOPIC:
      g_value_set_string (value, self->topic);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_DISPLAY_TEXT:
      g_value_take_string (value, machi_statement_dup_display_text (self));
      break;
    case PROP_DISPLAY_DATE:
      g_value_take_string (value, machi_statement_dup_display_date (self));
      break;
    case PROP_DISPLAY_LANGUAGE:
      g_value_set_static_string (value, machi_statement_get_display_language (self));
      break;
    case PROP_UNVERIFIED:
      g_value_set_boolean (value, machi_statement_get_unverified (self));
      break;
    case PROP_INFERENCE:
      g_value_set_boolean (value, machi_statement_get_inference (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_statement_class_init (MachiStatementClass *klass)
{
  static const char *const strings[] = { "topic", "text", "date", "display-text", "display-date", "display-language" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_statement_finalize;
  object_class->get_property = machi_statement_get_property;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[PROP_TOPIC + i] = g_param_spec_string (strings[i], NULL, NULL, NULL, flags);
  properties[PROP_UNVERIFIED] = g_param_spec_boolean ("unverified", NULL, NULL, FALSE, flags);
  properties[PROP_INFERENCE] = g_param_spec_boolean ("inference", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_statement_init (MachiStatement *self G_GNUC_UNUSED)
{
}

/**
 * machi_statement_new:
 * @fields: what it says
 *
 * Returns: (transfer full): a statement
 */
MachiStatement *
machi_statement_new (const MachiStatementFields *fields)
{
  MachiStatement *self = g_object_new (MACHI_TYPE_STATEMENT, NULL);

  self->topic = g_intern_string (fields->topic);
  self->unit = g_intern_string (fields->unit);
  self->qualifier = g_intern_string (fields->qualifier);
  self->context = fields->context;
  self->text = g_strdup (fields->text);
  self->date = g_strdup (fields->date);
  self->until = g_strdup (fields->until);
  self->value = fields->value;
  self->base_year = fields->base_year;
  self->target_year = fields->target_year;
  self->sources = fields->sources != NULL ? g_ptr_array_ref (fields->sources) : NULL;
  self->flags = fields->flags;

  return self;
}

/**
 * machi_statement_get_topic:
 * @self: a statement
 *
 * Returns: (nullable): what it is about: the property of a fact, the theme of a statement, the type of an agreement
 */
const char *
machi_statement_get_topic (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), NULL);

  return self->topic;
}

/**
 * machi_statement_get_text:
 * @self: a statement
 *
 * Returns: (nullable): what is said, in English
 */
const char *
machi_statement_get_text (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), NULL);

  return self->text;
}

/**
 * machi_statement_get_date:
 * @self: a statement
 *
 * Returns: (nullable): when it was so, or began to be, as precise as known
 */
const char *
machi_statement_get_date (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), NULL);

  return self->date;
}

/**
 * machi_statement_get_until:
 * @self: a statement
 *
 * Returns: (nullable): when it ended
 */
const char *
machi_statement_get_until (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), NULL);

  return self->until;
}

/**
 * machi_statement_get_value:
 * @self: a statement
 * @value: (out) (optional): the number
 *
 * Returns: whether it has a value
 */
gboolean
machi_statement_get_value (MachiStatement *self, double *value)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), FALSE);

  if (value != NULL)
    *value = self->value;

  return (self->flags & MACHI_STATEMENT_HAS_VALUE) != 0;
}

/**
 * machi_statement_get_unit:
 * @self: a statement
 *
 * Returns: (nullable): what the value counts, in English
 */
const char *
machi_statement_get_unit (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), NULL);

  return self->unit;
}

/**
 * machi_statement_get_qualifier:
 * @self: a statement
 *
 * Returns: (nullable): how exact the value is, a word of packs
 */
const char *
machi_statement_get_qualifier (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), NULL);

  return self->qualifier;
}

/**
 * machi_statement_get_base_year:
 * @self: a statement
 *
 * Returns: the year a target is measured against, or 0
 */
int
machi_statement_get_base_year (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), 0);

  return self->base_year;
}

/**
 * machi_statement_get_target_year:
 * @self: a statement
 *
 * Returns: the year for which a target is set, or 0
 */
int
machi_statement_get_target_year (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), 0);

  return self->target_year;
}

/**
 * machi_statement_get_sources:
 * @self: a statement
 *
 * Returns: (transfer none) (nullable) (element-type MachiSource): where it can be looked up
 */
GPtrArray *
machi_statement_get_sources (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), NULL);

  return self->sources;
}

/**
 * machi_statement_get_unverified:
 * @self: a statement
 *
 * Returns: whether no source was found for it
 */
gboolean
machi_statement_get_unverified (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), FALSE);

  return (self->flags & MACHI_STATEMENT_UNVERIFIED) != 0;
}

/**
 * machi_statement_get_inference:
 * @self: a statement
 *
 * Returns: whether it is the editors' reading of other statements
 */
gboolean
machi_statement_get_inference (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), FALSE);

  return (self->flags & MACHI_STATEMENT_INFERENCE) != 0;
}

/**
 * machi_statement_is_link:
 * @self: a statement
 *
 * Returns: whether its text is an address on the web
 */
gboolean
machi_statement_is_link (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), FALSE);

  return (self->flags & MACHI_STATEMENT_LINK) != 0;
}

/* The qualifier is one of the whole quantity: languages put it before, behind or around number and unit. */
static char *
qualify (const char *qualifier, char *quantity)
{
  g_autofree char *taken = quantity;

  if (g_strcmp0 (qualifier, "about") == 0)
    /* Translators: a number with its unit, if it has one, that is not exact */
    return g_strdup_printf (_ ("about %s"), taken);
  if (g_strcmp0 (qualifier, "more than") == 0)
    /* Translators: a number with its unit, if it has one */
    return g_strdup_printf (_ ("more than %s"), taken);
  if (g_strcmp0 (qualifier, "less than") == 0)
    /* Translators: a number with its unit, if it has one */
    return g_strdup_printf (_ ("less than %s"), taken);
  if (g_strcmp0 (qualifier, "estimated") == 0)
    /* Translators: a number with its unit, if it has one */
    return g_strdup_printf (_ ("an estimated %s"), taken);

  return g_steal_pointer (&taken);
}

/**
 * machi_statement_dup_display_value:
 * @self: a statement
 *
 * Returns: (transfer full) (nullable): its value with qualifier and unit for a reader, if it has one
 */
char *
machi_statement_dup_display_value (MachiStatement *self)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (MACHI_IS_STATEMENT (self), NULL);

  if ((self->flags & MACHI_STATEMENT_HAS_VALUE) == 0)
    return NULL;

  number = machi_locale_format_number (self->value);

  return qualify (self->qualifier, machi_locale_format_quantity (number, machi_statement_get_display_unit (self)));
}

/**
 * machi_statement_dup_display_date:
 * @self: a statement
 *
 * Returns: (transfer full) (nullable): its date or dates for a reader, if it has any
 */
char *
machi_statement_dup_display_date (MachiStatement *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (MACHI_IS_STATEMENT (self), NULL);

  if (self->date == NULL && self->until == NULL)
    return NULL;

  from = machi_locale_format_date (self->date);
  to = machi_locale_format_date (self->until);
  if (self->until == NULL)
    return g_steal_pointer (&from);
  if (self->date == NULL)
    /* Translators: something that ended at that date, which may be a year, a month or a day */
    return g_strdup_printf (C_ ("date", "until %s"), to);

  /* Translators: a range of dates */
  return g_strdup_printf (C_ ("dates", "%s – %s"), from, to);
}

/**
 * machi_statement_dup_display_text:
 * @self: a statement
 *
 * Returns: (transfer full): its value and text for a reader
 */
char *
machi_statement_dup_display_text (MachiStatement *self)
{
  g_autofree char *value = machi_statement_dup_display_value (self);
  const char *text = machi_translation_get (self->context, self->text, NULL);

  /* The text of a target has its value in words already. */
  if (g_strcmp0 (self->topic, "targets") == 0 && self->text != NULL)
    g_clear_pointer (&value, g_free);
  if (value == NULL)
    return g_strdup (text != NULL ? text : "");
  if (text == NULL)
    return g_steal_pointer (&value);

  /* Translators: a value, and a remark on it */
  return g_strdup_printf (C_ ("value and remark", "%s: %s"), value, text);
}

/**
 * machi_statement_get_display_unit:
 * @self: a statement
 *
 * Returns: (nullable): what the value counts, in the reader's language where it is translated
 */
const char *
machi_statement_get_display_unit (MachiStatement *self)
{
  g_return_val_if_fail (MACHI_IS_STATEMENT (self), NULL);

  return machi_translation_get (MACHI_CONTEXT_UNIT, self->unit, NULL);
}

/**
 * machi_statement_get_display_language:
 * @self: a statement
 *
 * Returns: (nullable): the BCP 47 tag of the language of its display text, for fonts and screen readers: `en` where it
 *   is not translated; %NULL where it has neither text nor unit
 */
const char *
machi_statement_get_display_language (MachiStatement *self)
{
  const char *language = NULL;

  g_return_val_if_fail (MACHI_IS_STATEMENT (self), NULL);

  if (self->text != NULL)
    machi_translation_get (self->context, self->text, &language);
  else if (self->unit != NULL)
    machi_translation_get (MACHI_CONTEXT_UNIT, self->unit, &language);

  return language;
}

/**
 * machi_statement_dup_dated_text:
 * @self: a statement
 *
 * Returns: (transfer full): its value or text together with its date, for where the date is not shown apart
 */
char *
machi_statement_dup_dated_text (MachiStatement *self)
{
  g_autofree char *text = machi_statement_dup_display_text (self);
  g_autofree char *date = machi_statement_dup_display_date (self);

  if (date == NULL || *date == '\0')
    return g_steal_pointer (&text);
  if (*text == '\0')
    return g_steal_pointer (&date);

  if (machi_statement_get_text (self) == NULL)
    /* Translators: a value, and the date at which it was so: "939,029 people (2020)" */
    return g_strdup_printf (C_ ("value and date", "%s (%s)"), text, date);

  /* Translators: a date, and what is said of it: "October 2013: The memorandum was signed." */
  return g_strdup_printf (C_ ("date and text", "%s: %s"), date, text);
}
