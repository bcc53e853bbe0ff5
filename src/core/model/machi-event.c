/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-event.h"

#include "machi-locale.h"
#include "machi-property.h"

#include <glib/gi18n-lib.h>

/**
 * MachiEvent:
 *
 * Something that happened, as a timeline lists it: when, what, and to which entry it belongs. Immutable.
 */
struct _MachiEvent
{
  GObject parent_instance;

  MachiEventKind kind;
  MachiPrecision precision;
  int year;
  char *date;
  MachiEntry *entry;
  MachiStatement *statement;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_KIND_LABEL,
  PROP_YEAR,
  PROP_DATE,
  PROP_DAY,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_ENTRY,
  PROP_UNVERIFIED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiEvent, machi_event, G_TYPE_OBJECT)

static const struct
{
  const char *id;
  const char *label;
  const char *plural;
} kinds[MACHI_N_EVENT_KINDS] = {
  /* Translators: a network of cities was founded; then: several of them */
  [MACHI_EVENT_FOUNDING] = { "founding", N_ ("Network founded"), N_ ("Networks founded") },
  [MACHI_EVENT_AGREEMENT] = { "agreement", N_ ("Agreement"), N_ ("Agreements") },
  [MACHI_EVENT_PROJECT] = { "project", N_ ("Project"), N_ ("Projects") },
  /* Translators: a dated event in the history of a city, a network or a programme */
  [MACHI_EVENT_MILESTONE] = { "milestone", N_ ("Milestone"), N_ ("Milestones") },
};

static void
machi_event_finalize (GObject *object)
{
  MachiEvent *self = MACHI_EVENT (object);

  g_free (self->date);
  g_clear_object (&self->entry);
  g_clear_object (&self->statement);

  G_OBJECT_CLASS (machi_event_parent_class)->finalize (object);
}

static void
machi_event_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiEvent *self = MACHI_EVENT (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_KIND_LABEL:
      g_value_set_string (value, machi_event_kind_get_label (self->kind));
      break;
    case PROP_YEAR:
      g_value_set_int (value, self->year);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_DAY:
      g_value_take_string (value, machi_event_dup_day (self));
      break;
    case PROP_TITLE:
      g_value_take_string (value, machi_event_dup_title (self));
      break;
    case PROP_DETAIL:
      g_value_take_string (value, machi_event_dup_detail (self));
      break;
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_UNVERIFIED:
      g_value_set_boolean (value, machi_event_get_unverified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_event_class_init (MachiEventClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_event_finalize;
  object_class->get_property = machi_event_get_property;

  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, MACHI_N_EVENT_KINDS, 0, flags);
  properties[PROP_KIND_LABEL] = g_param_spec_string ("kind-label", NULL, NULL, NULL, flags);
  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, 9999, 0, flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);
  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, MACHI_TYPE_ENTRY, flags);
  properties[PROP_UNVERIFIED] = g_param_spec_boolean ("unverified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_event_init (MachiEvent *self G_GNUC_UNUSED)
{
}

/**
 * machi_event_kind_get_id:
 * @kind: a kind of event
 *
 * Returns: the word for it in addresses, an interned string
 */
const char *
machi_event_kind_get_id (MachiEventKind kind)
{
  g_return_val_if_fail (kind < MACHI_N_EVENT_KINDS, "");

  return g_intern_static_string (kinds[kind].id);
}

/**
 * machi_event_kind_get_label:
 * @kind: a kind of event
 *
 * Returns: its name for a reader, translated
 */
const char *
machi_event_kind_get_label (MachiEventKind kind)
{
  g_return_val_if_fail (kind < MACHI_N_EVENT_KINDS, "");

  return _ (kinds[kind].label);
}

/**
 * machi_event_kind_get_plural:
 * @kind: a kind of event
 *
 * Returns: the name of several of them, translated
 */
const char *
machi_event_kind_get_plural (MachiEventKind kind)
{
  g_return_val_if_fail (kind < MACHI_N_EVENT_KINDS, "");

  return _ (kinds[kind].plural);
}

/**
 * machi_event_new:
 * @kind: what happened
 * @date: when: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @entry: (transfer none): the entry that has it
 * @statement: (nullable) (transfer none): what @entry says of it; a project itself is the event
 *
 * Returns: (transfer full) (nullable): the event; %NULL where @date is no date
 */
MachiEvent *
machi_event_new (MachiEventKind kind, const char *date, MachiEntry *entry, MachiStatement *statement)
{
  MachiEvent *self;
  int year, month, day;

  g_return_val_if_fail (kind < MACHI_N_EVENT_KINDS, NULL);
  g_return_val_if_fail (MACHI_IS_ENTRY (entry), NULL);

  if (!machi_date_parse (date, &year, &month, &day))
    return NULL;

  self = g_object_new (MACHI_TYPE_EVENT, NULL);
  self->kind = kind;
  self->date = g_strdup (date);
  self->year = year;
  self->precision = day > 0 ? MACHI_PRECISION_DAY : month > 0 ? MACHI_PRECISION_MONTH : MACHI_PRECISION_YEAR;
  self->entry = g_object_ref (entry);
  self->statement = statement != NULL ? g_object_ref (statement) : NULL;

  return self;
}

/**
 * machi_event_get_kind:
 * @self: an event
 *
 * Returns: what happened
 */
MachiEventKind
machi_event_get_kind (MachiEvent *self)
{
  g_return_val_if_fail (MACHI_IS_EVENT (self), MACHI_EVENT_MILESTONE);

  return self->kind;
}

/**
 * machi_event_get_date:
 * @self: an event
 *
 * Returns: when, as precise as it is known
 */
const char *
machi_event_get_date (MachiEvent *self)
{
  g_return_val_if_fail (MACHI_IS_EVENT (self), NULL);

  return self->date;
}

/**
 * machi_event_get_year:
 * @self: an event
 *
 * Returns: the year; of a project the fiscal year in which it began
 */
int
machi_event_get_year (MachiEvent *self)
{
  g_return_val_if_fail (MACHI_IS_EVENT (self), 0);

  return self->year;
}

/**
 * machi_event_get_precision:
 * @self: an event
 *
 * Returns: how exactly the date is known
 */
MachiPrecision
machi_event_get_precision (MachiEvent *self)
{
  g_return_val_if_fail (MACHI_IS_EVENT (self), MACHI_PRECISION_YEAR);

  return self->precision;
}

/**
 * machi_event_get_entry:
 * @self: an event
 *
 * Returns: (transfer none): the entry that has it
 */
MachiEntry *
machi_event_get_entry (MachiEvent *self)
{
  g_return_val_if_fail (MACHI_IS_EVENT (self), NULL);

  return self->entry;
}

/**
 * machi_event_get_statement:
 * @self: an event
 *
 * Returns: (transfer none) (nullable): what its entry says of it
 */
MachiStatement *
machi_event_get_statement (MachiEvent *self)
{
  g_return_val_if_fail (MACHI_IS_EVENT (self), NULL);

  return self->statement;
}

/**
 * machi_event_dup_title:
 * @self: an event
 *
 * Returns: (transfer full): what happened, in one line: of a milestone its text, else the name of the entry
 */
char *
machi_event_dup_title (MachiEvent *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (MACHI_IS_EVENT (self), NULL);

  if (self->kind == MACHI_EVENT_MILESTONE && self->statement != NULL)
    text = machi_statement_dup_display_text (self->statement);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : g_strdup (machi_entry_get_name (self->entry));
}

static char *
dup_agreement_detail (MachiEvent *self)
{
  g_autofree char *text = machi_statement_dup_display_text (self->statement);
  const char *type = machi_statement_get_topic (self->statement);

  if (type == NULL || g_str_equal (type, "other"))
    return g_steal_pointer (&text);
  if (*text == '\0')
    return g_strdup (machi_agreement_get_label (type));

  /* Translators: the kind of an agreement, and what is said of it */
  return g_strdup_printf (C_ ("agreement", "%s: %s"), machi_agreement_get_label (type), text);
}

static char *
dup_fiscal_years (MachiEvent *self)
{
  int from, to;

  machi_entry_get_period (self->entry, &from, &to);
  if (from == to || to == 0)
    /* Translators: a Japanese fiscal year, from April to March */
    return g_strdup_printf (_ ("Fiscal year %d"), from);

  /* Translators: the first and the last of several Japanese fiscal years */
  return g_strdup_printf (_ ("Fiscal years %d–%d"), from, to);
}

/* Where a pack has nothing more to say than that it was founded, neither has the timeline. */
static char *
dup_founding_detail (MachiEvent *self)
{
  if (self->statement == NULL || g_strcmp0 (machi_statement_get_text (self->statement), "Founded.") == 0)
    return g_strdup ("");

  return machi_statement_dup_display_text (self->statement);
}

/**
 * machi_event_dup_detail:
 * @self: an event
 *
 * Returns: (transfer full): what else there is to say of it; an empty string where there is nothing
 */
char *
machi_event_dup_detail (MachiEvent *self)
{
  g_return_val_if_fail (MACHI_IS_EVENT (self), NULL);

  switch (self->kind)
    {
    case MACHI_EVENT_PROJECT:
      return dup_fiscal_years (self);
    case MACHI_EVENT_MILESTONE:
      return g_strdup (self->statement != NULL ? machi_entry_get_name (self->entry) : "");
    case MACHI_EVENT_AGREEMENT:
      return self->statement != NULL ? dup_agreement_detail (self) : g_strdup ("");
    default:
      return dup_founding_detail (self);
    }
}

/**
 * machi_event_dup_day:
 * @self: an event
 *
 * Returns: (transfer full): its date without the year, as precise as it is known; an empty string where only the year
 * is
 */
char *
machi_event_dup_day (MachiEvent *self)
{
  int year, month, day;

  g_return_val_if_fail (MACHI_IS_EVENT (self), NULL);

  if (self->precision == MACHI_PRECISION_YEAR || !machi_date_parse (self->date, &year, &month, &day))
    return g_strdup ("");

  return machi_locale_format_parts (self->precision == MACHI_PRECISION_DAY
                                        /* Translators: a day and a short month below a heading with the year, see
                                           strftime(3) xgettext:no-c-format */
                                        ? C_ ("date below its year", "%-e %b")
                                        /* Translators: a short month below a heading with the year, see strftime(3)
                                           xgettext:no-c-format */
                                        : C_ ("date below its year", "%b"),
                                    year, month, MAX (day, 1));
}

/**
 * machi_event_get_sources:
 * @self: an event
 *
 * Returns: (transfer none) (nullable) (element-type MachiSource): where it can be looked up
 */
GPtrArray *
machi_event_get_sources (MachiEvent *self)
{
  g_return_val_if_fail (MACHI_IS_EVENT (self), NULL);

  return self->statement != NULL ? machi_statement_get_sources (self->statement)
                                 : machi_entry_get_sources (self->entry);
}

/**
 * machi_event_get_unverified:
 * @self: an event
 *
 * Returns: whether no source was found for it, or for its date
 */
gboolean
machi_event_get_unverified (MachiEvent *self)
{
  g_return_val_if_fail (MACHI_IS_EVENT (self), FALSE);

  return self->statement != NULL ? machi_statement_get_unverified (self->statement)
                                 : machi_entry_is_unverified (self->entry, "years");
}

/**
 * machi_event_compare:
 * @a: an event
 * @b: another
 *
 * Returns: less than, equal to or more than 0, as @a was before, with or after @b; what is dated less exactly stands
 * first
 */
int
machi_event_compare (MachiEvent *a, MachiEvent *b)
{
  int order = g_strcmp0 (a->date, b->date);

  if (order == 0)
    order = (int) a->kind - (int) b->kind;

  return order != 0 ? order : machi_locale_collate (machi_entry_get_name (a->entry), machi_entry_get_name (b->entry));
}
