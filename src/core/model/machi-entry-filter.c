/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-entry-filter.h"

#include "machi-address.h"

#include <string.h>

/**
 * MachiEntryFilter:
 *
 * What a reader wants to see of the catalogue: kinds, countries, topics, programmes and years, where nothing said means
 * everything. Views that show entries or events share it, and it can be written as the query of an address.
 */
struct _MachiEntryFilter
{
  GObject parent_instance;

  GPtrArray *values[MACHI_N_LISTED_FACETS];
  int from;
  int to;

  guint frozen;
  gboolean stale;
};

/* The order of the first four is that of MachiFacet. */
enum
{
  PROP_0,
  PROP_KINDS,
  PROP_COUNTRIES,
  PROP_TOPICS,
  PROP_PROGRAMMES,
  PROP_FROM_YEAR,
  PROP_TO_YEAR,
  PROP_IS_EMPTY,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiEntryFilter, machi_entry_filter, G_TYPE_OBJECT)

static GPtrArray *
values_new (void)
{
  GPtrArray *values = g_ptr_array_new ();

  g_ptr_array_add (values, NULL);

  return values;
}

static guint
count_values (const GPtrArray *values)
{
  return values->len - 1;
}

static void
tell_changed (MachiEntryFilter *self)
{
  self->stale = TRUE;
  if (self->frozen > 0)
    return;

  self->stale = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_EMPTY]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Several changes in one go are told once. */
static void
freeze (MachiEntryFilter *self)
{
  self->frozen++;
  g_object_freeze_notify (G_OBJECT (self));
}

static void
thaw (MachiEntryFilter *self)
{
  self->frozen--;
  if (self->frozen == 0 && self->stale)
    tell_changed (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
machi_entry_filter_finalize (GObject *object)
{
  MachiEntryFilter *self = MACHI_ENTRY_FILTER (object);

  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    g_ptr_array_unref (self->values[i]);

  G_OBJECT_CLASS (machi_entry_filter_parent_class)->finalize (object);
}

static void
machi_entry_filter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiEntryFilter *self = MACHI_ENTRY_FILTER (object);

  switch (prop_id)
    {
    case PROP_KINDS:
    case PROP_COUNTRIES:
    case PROP_TOPICS:
    case PROP_PROGRAMMES:
      g_value_set_boxed (value, machi_entry_filter_get_values (self, prop_id - PROP_KINDS));
      break;
    case PROP_FROM_YEAR:
      g_value_set_int (value, self->from);
      break;
    case PROP_TO_YEAR:
      g_value_set_int (value, self->to);
      break;
    case PROP_IS_EMPTY:
      g_value_set_boolean (value, machi_entry_filter_is_empty (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_entry_filter_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiEntryFilter *self = MACHI_ENTRY_FILTER (object);

  switch (prop_id)
    {
    case PROP_KINDS:
    case PROP_COUNTRIES:
    case PROP_TOPICS:
    case PROP_PROGRAMMES:
      machi_entry_filter_set_values (self, prop_id - PROP_KINDS, g_value_get_boxed (value));
      break;
    case PROP_FROM_YEAR:
      machi_entry_filter_set_years (self, g_value_get_int (value), self->to);
      break;
    case PROP_TO_YEAR:
      machi_entry_filter_set_years (self, self->from, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_entry_filter_class_init (MachiEntryFilterClass *klass)
{
  static const char *const lists[] = { "kinds", "countries", "topics", "programmes" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_entry_filter_finalize;
  object_class->get_property = machi_entry_filter_get_property;
  object_class->set_property = machi_entry_filter_set_property;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    properties[PROP_KINDS + i] = g_param_spec_boxed (lists[i], NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_FROM_YEAR] = g_param_spec_int ("from-year", NULL, NULL, 0, 9999, 0, flags);
  properties[PROP_TO_YEAR] = g_param_spec_int ("to-year", NULL, NULL, 0, 9999, 0, flags);
  properties[PROP_IS_EMPTY]
      = g_param_spec_boolean ("is-empty", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MachiEntryFilter::changed:
   *
   * Other entries or events than before may match.
   */
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
machi_entry_filter_init (MachiEntryFilter *self)
{
  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    self->values[i] = values_new ();
}

/**
 * machi_entry_filter_new:
 *
 * Returns: (transfer full): a filter that everything matches
 */
MachiEntryFilter *
machi_entry_filter_new (void)
{
  return g_object_new (MACHI_TYPE_ENTRY_FILTER, NULL);
}

/**
 * machi_entry_filter_get_values:
 * @self: a filter
 * @facet: a facet other than the years
 *
 * Returns: (transfer none): the values of which one is wanted, in order, %NULL-terminated; none where all are
 */
const char *const *
machi_entry_filter_get_values (MachiEntryFilter *self, MachiFacet facet)
{
  g_return_val_if_fail (MACHI_IS_ENTRY_FILTER (self), NULL);
  g_return_val_if_fail (facet < MACHI_N_LISTED_FACETS, NULL);

  return (const char *const *) self->values[facet]->pdata;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* Sorted and each once, so that what is the same filter has the same address. */
static GPtrArray *
normalise (const char *const *values)
{
  GPtrArray *normal = g_ptr_array_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      const char *value = g_intern_string (values[i]);

      if (!g_ptr_array_find (normal, value, NULL))
        g_ptr_array_add (normal, (gpointer) value);
    }
  g_ptr_array_sort (normal, compare_values);
  g_ptr_array_add (normal, NULL);

  return normal;
}

/**
 * machi_entry_filter_set_values:
 * @self: a filter
 * @facet: a facet other than the years
 * @values: (nullable): the values of which one is wanted; none for all
 *
 * Filters by @facet.
 */
void
machi_entry_filter_set_values (MachiEntryFilter *self, MachiFacet facet, const char *const *values)
{
  GPtrArray *normal;

  g_return_if_fail (MACHI_IS_ENTRY_FILTER (self));
  g_return_if_fail (facet < MACHI_N_LISTED_FACETS);

  normal = normalise (values);
  if (g_strv_equal ((const char *const *) normal->pdata, machi_entry_filter_get_values (self, facet)))
    {
      g_ptr_array_unref (normal);
      return;
    }

  g_ptr_array_unref (self->values[facet]);
  self->values[facet] = normal;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KINDS + facet]);
  tell_changed (self);
}

/**
 * machi_entry_filter_has_value:
 * @self: a filter
 * @facet: a facet other than the years
 * @value: a value
 *
 * Returns: whether @value is among those wanted
 */
gboolean
machi_entry_filter_has_value (MachiEntryFilter *self, MachiFacet facet, const char *value)
{
  return g_strv_contains (machi_entry_filter_get_values (self, facet), value);
}

/**
 * machi_entry_filter_set_value:
 * @self: a filter
 * @facet: a facet other than the years
 * @value: a value
 * @wanted: whether it shall be among those wanted
 *
 * Adds or removes one value.
 */
void
machi_entry_filter_set_value (MachiEntryFilter *self, MachiFacet facet, const char *value, gboolean wanted)
{
  const char *const *old = machi_entry_filter_get_values (self, facet);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  g_return_if_fail (value != NULL);

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], value))
      g_ptr_array_add (values, (gpointer) old[i]);
  if (wanted)
    g_ptr_array_add (values, (gpointer) value);
  g_ptr_array_add (values, NULL);

  machi_entry_filter_set_values (self, facet, (const char *const *) values->pdata);
}

/**
 * machi_entry_filter_get_years:
 * @self: a filter
 * @from: (out): the first year wanted, 0 where there is no such limit
 * @to: (out): the last year wanted, 0 where there is no such limit
 *
 * Gets the years wanted.
 */
void
machi_entry_filter_get_years (MachiEntryFilter *self, int *from, int *to)
{
  g_return_if_fail (MACHI_IS_ENTRY_FILTER (self));

  *from = self->from;
  *to = self->to;
}

/**
 * machi_entry_filter_set_years:
 * @self: a filter
 * @from: the first year wanted, or 0
 * @to: the last year wanted, or 0
 *
 * Filters by years. A range that would be empty is turned round.
 */
void
machi_entry_filter_set_years (MachiEntryFilter *self, int from, int to)
{
  g_return_if_fail (MACHI_IS_ENTRY_FILTER (self));

  from = CLAMP (from, 0, 9999);
  to = CLAMP (to, 0, 9999);
  if (from != 0 && to != 0 && from > to)
    {
      int other = from;

      from = to;
      to = other;
    }
  if (from == self->from && to == self->to)
    return;

  self->from = from;
  self->to = to;
  freeze (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FROM_YEAR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TO_YEAR]);
  self->stale = TRUE;
  thaw (self);
}

/**
 * machi_entry_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether everything matches
 */
gboolean
machi_entry_filter_is_empty (MachiEntryFilter *self)
{
  g_return_val_if_fail (MACHI_IS_ENTRY_FILTER (self), TRUE);

  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    if (count_values (self->values[i]) > 0)
      return FALSE;

  return self->from == 0 && self->to == 0;
}

/**
 * machi_entry_filter_clear:
 * @self: a filter
 *
 * Lets everything match.
 */
void
machi_entry_filter_clear (MachiEntryFilter *self)
{
  machi_entry_filter_set_query (self, NULL);
}

/* All strings are interned: the same text is the same pointer. */
static gboolean
values_meet (const GPtrArray *wanted, const char *const *had)
{
  if (count_values (wanted) == 0)
    return TRUE;

  for (guint i = 0; had[i] != NULL; i++)
    for (guint j = 0; j < count_values (wanted); j++)
      if (had[i] == wanted->pdata[j])
        return TRUE;

  return FALSE;
}

static gboolean
years_meet (MachiEntryFilter *self, gpointer item)
{
  int from, to;

  if (self->from == 0 && self->to == 0)
    return TRUE;
  if (!machi_facet_get_years (item, &from, &to))
    return MACHI_IS_ENTRY (item) && machi_facets_get (item)->timeless;

  return (self->to == 0 || from <= self->to) && (self->from == 0 || to == 0 || to >= self->from);
}

/**
 * machi_entry_filter_get_misses:
 * @self: a filter
 * @item: (transfer none): a #MachiEntry or a #MachiEvent
 *
 * Returns: for each #MachiFacet by which @item does not match, the bit `1 << facet`
 */
guint
machi_entry_filter_get_misses (MachiEntryFilter *self, gpointer item)
{
  guint misses = 0;

  g_return_val_if_fail (MACHI_IS_ENTRY_FILTER (self), G_MAXUINT);

  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    if (!values_meet (self->values[i], machi_facet_get_values (item, i)))
      misses |= 1u << i;
  if (!years_meet (self, item))
    misses |= 1u << MACHI_FACET_YEARS;

  return misses;
}

/**
 * machi_entry_filter_matches:
 * @self: a filter
 * @item: (transfer none): a #MachiEntry or a #MachiEvent
 *
 * An entry matches years that meet its own; a city, an organisation, a term or a topic matches any. An event has the
 * countries, topics and programmes of its entry, but its own kind and year.
 *
 * Returns: whether the reader wants to see it
 */
gboolean
machi_entry_filter_matches (MachiEntryFilter *self, gpointer item)
{
  return machi_entry_filter_get_misses (self, item) == 0;
}

/**
 * machi_entry_filter_tally_item:
 * @self: a filter
 * @item: (transfer none): a #MachiEntry or a #MachiEvent
 * @facet: a facet
 * @tally: where to count
 *
 * Counts the values of @item if it matches by all other facets: so a choice of @facet shows what each value would give.
 * Years are counted by spans, as machi_year_span_get_value() has them.
 */
void
machi_entry_filter_tally_item (MachiEntryFilter *self, gpointer item, MachiFacet facet, MachiTally *tally)
{
  const char *const *values;

  if ((machi_entry_filter_get_misses (self, item) & ~(1u << facet)) != 0)
    return;

  if (facet == MACHI_FACET_YEARS)
    {
      machi_facet_tally_years (item, tally);
      return;
    }

  values = machi_facet_get_values (item, facet);
  for (guint i = 0; values[i] != NULL; i++)
    machi_tally_add (tally, values[i]);
}

static char *
clean_value (MachiFacet facet, const char *value)
{
  if (facet != MACHI_FACET_COUNTRY)
    return machi_id_is_valid (value) ? g_strdup (value) : NULL;

  return strlen (value) == 2 && g_ascii_isalpha (value[0]) && g_ascii_isalpha (value[1]) ? g_ascii_strup (value, 2)
                                                                                         : NULL;
}

static void
read_values (MachiEntryFilter *self, MachiFacet facet, const char *text)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, ",", 256) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      char *value = clean_value (facet, parts[i]);

      if (value != NULL)
        g_strv_builder_take (builder, value);
    }
  values = g_strv_builder_end (builder);
  machi_entry_filter_set_values (self, facet, (const char *const *) values);
}

static int
read_year (const char *text)
{
  guint64 year = 0;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 1, 9999, &year, NULL) ? (int) year : 0;
}

/**
 * machi_entry_filter_set_query:
 * @self: a filter
 * @query: (nullable): the query of an address, such as `country=VN,TH&topic=waste&from=2014`
 *
 * Filters by what @query says and nothing else. What cannot be understood is passed over.
 */
void
machi_entry_filter_set_query (MachiEntryFilter *self, const char *query)
{
  g_autoptr (GHashTable) parameters = NULL;

  g_return_if_fail (MACHI_IS_ENTRY_FILTER (self));

  if (query != NULL)
    parameters = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_WWW_FORM, NULL);
  if (parameters == NULL)
    parameters = g_hash_table_new (g_str_hash, g_str_equal);

  freeze (self);
  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    read_values (self, i, g_hash_table_lookup (parameters, machi_facet_get_key (i)));
  machi_entry_filter_set_years (self, read_year (g_hash_table_lookup (parameters, "from")),
                                read_year (g_hash_table_lookup (parameters, "to")));
  thaw (self);
}

static void
append_parameter (GString *query, const char *key, const char *value)
{
  g_string_append_printf (query, "%s%s=", query->len > 0 ? "&" : "", key);
  g_string_append_uri_escaped (query, value, ",", FALSE);
}

static void
append_year (GString *query, const char *key, int year)
{
  if (year != 0)
    g_string_append_printf (query, "%s%s=%d", query->len > 0 ? "&" : "", key, year);
}

/**
 * machi_entry_filter_to_query:
 * @self: a filter
 *
 * Returns: (transfer full) (nullable): the query from which it can be read again; %NULL where everything matches
 */
char *
machi_entry_filter_to_query (MachiEntryFilter *self)
{
  g_autoptr (GString) query = g_string_new (NULL);

  g_return_val_if_fail (MACHI_IS_ENTRY_FILTER (self), NULL);

  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    {
      g_autofree char *value = g_strjoinv (",", (char **) self->values[i]->pdata);

      if (*value != '\0')
        append_parameter (query, machi_facet_get_key (i), value);
    }
  append_year (query, "from", self->from);
  append_year (query, "to", self->to);

  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}
