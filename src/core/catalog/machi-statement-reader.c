/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-statement-reader.h"

#include "machi-locale.h"
#include "machi-property.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const statement_members[]
    = { "text",      "date",        "until",   "value",      "unit",      "qualifier",
        "base_year", "target_year", "sources", "unverified", "inference", NULL };
static const char *const relation_members[] = { "id", "name", "country", NULL };
static const char *const series_members[]
    = { "id", "name", "unit", "chart", "points", "note", "breaks", "sources", "unverified", NULL };
static const char *const qualifiers[] = { "about", "more than", "less than", "estimated", NULL };

/**
 * machi_read_sources:
 * @cursor: an object that may have `sources`
 * @sources: (element-type utf8 MachiSource): the registry
 *
 * Returns: (transfer full) (nullable) (element-type MachiSource): its sources; an unknown one is a problem
 */
GPtrArray *
machi_read_sources (const MachiCursor *cursor, GHashTable *sources)
{
  g_autoptr (GPtrArray) found = NULL;
  MachiCursor list;

  if (!machi_cursor_get_list (cursor, "sources", &list))
    return NULL;

  found = g_ptr_array_new_full (machi_cursor_get_length (&list), g_object_unref);
  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor item = machi_cursor_get_element (&list, i);
      const char *id = machi_cursor_as_string (&item);
      MachiSource *source = id != NULL ? g_hash_table_lookup (sources, id) : NULL;

      if (source != NULL)
        g_ptr_array_add (found, g_object_ref (source));
      else if (id != NULL)
        machi_cursor_problem (&item, _ ("There is no source “%s”: add it to sources.json or correct the ID"), id);
    }

  return g_steal_pointer (&found);
}

static const char *
read_date (const MachiCursor *cursor, const char *member)
{
  const char *date = machi_cursor_get_string (cursor, member);

  if (date != NULL && !machi_date_parse (date, NULL, NULL, NULL))
    {
      machi_cursor_member_problem (cursor, member, _ ("“%s” is no date: write 2013, 2013-10 or 2013-10-21"), date);
      return NULL;
    }

  return date;
}

static void
read_fields (const MachiCursor *cursor, GHashTable *sources, MachiStatementFields *fields)
{
  fields->text = machi_cursor_get_string (cursor, "text");
  fields->date = read_date (cursor, "date");
  fields->until = read_date (cursor, "until");
  fields->unit = machi_cursor_get_string (cursor, "unit");
  fields->base_year = machi_cursor_get_year (cursor, "base_year");
  fields->target_year = machi_cursor_get_year (cursor, "target_year");
  fields->sources = machi_read_sources (cursor, sources);
  if (machi_cursor_get_number (cursor, "value", &fields->value))
    fields->flags |= MACHI_STATEMENT_HAS_VALUE;
  if (machi_cursor_get_boolean (cursor, "unverified"))
    fields->flags |= MACHI_STATEMENT_UNVERIFIED;
  if (machi_cursor_get_boolean (cursor, "inference"))
    fields->flags |= MACHI_STATEMENT_INFERENCE;

  fields->qualifier = machi_cursor_get_string (cursor, "qualifier");
  if (fields->qualifier != NULL && !g_strv_contains (qualifiers, fields->qualifier))
    machi_cursor_member_problem (cursor, "qualifier",
                                 _ ("“%s” is no qualifier: write about, more than, less than or estimated"),
                                 fields->qualifier);
}

/* Whether readers must be told that what @cursor says is not verified. That it names no source is a problem. */
static gboolean
check_sourced (const MachiCursor *cursor, GPtrArray *sources, gboolean unverified)
{
  MachiCursor list;

  if (sources != NULL && sources->len > 0)
    return unverified;
  if (!unverified
      && (!machi_cursor_has_member (cursor, "sources")
          || (sources != NULL && machi_cursor_get_member (cursor, "sources", &list)
              && machi_cursor_get_length (&list) == 0)))
    machi_cursor_problem (cursor, _ ("This has no source: name one, or say “\"unverified\": true”"));

  return TRUE;
}

static void
check_flags (const MachiCursor *cursor, MachiStatementFields *fields)
{
  if (check_sourced (cursor, fields->sources, (fields->flags & MACHI_STATEMENT_UNVERIFIED) != 0))
    fields->flags |= MACHI_STATEMENT_UNVERIFIED;
}

static const char *
read_topic (const MachiCursor *cursor, MachiStatementKind kind)
{
  static const char *const members[] = { "property", "theme", NULL, "type" };
  const char *word;

  if (members[kind] == NULL)
    return NULL;

  word = machi_cursor_get_string (cursor, members[kind]);
  if (word == NULL && kind != MACHI_STATEMENT_KIND_AGREEMENT && !machi_cursor_has_member (cursor, members[kind]))
    machi_cursor_problem (cursor, _ ("“%s” is missing here"), members[kind]);
  else if (word != NULL
           && (kind == MACHI_STATEMENT_KIND_FACT        ? !machi_property_exists (word)
               : kind == MACHI_STATEMENT_KIND_STATEMENT ? !machi_theme_exists (word)
                                                        : !machi_agreement_exists (word)))
    machi_cursor_member_problem (cursor, members[kind], _ ("“%s” is not a known “%s”: see the format of packs"), word,
                                 members[kind]);

  return word;
}

/**
 * machi_read_statement:
 * @cursor: an object
 * @kind: where it stands
 * @context: (nullable): the context of the translations of its texts
 * @sources: (element-type utf8 MachiSource): the registry
 *
 * Returns: (transfer full) (nullable): the statement; %NULL where it says nothing, which is a problem
 */
MachiStatement *
machi_read_statement (const MachiCursor *cursor, MachiStatementKind kind, const char *context, GHashTable *sources)
{
  static const char *const topics[][2] = { { "property", NULL }, { "theme", NULL }, { NULL }, { "type", NULL } };
  MachiStatementFields fields = { .context = context };
  MachiStatement *statement = NULL;

  if (!machi_cursor_is_object (cursor))
    {
      machi_cursor_problem (cursor, _ ("A statement must be an object in braces"));
      return NULL;
    }

  machi_cursor_check_members (cursor, statement_members, topics[kind]);
  fields.topic = read_topic (cursor, kind);
  read_fields (cursor, sources, &fields);
  check_flags (cursor, &fields);
  if ((kind == MACHI_STATEMENT_KIND_MILESTONE || kind == MACHI_STATEMENT_KIND_AGREEMENT) && fields.date == NULL
      && !machi_cursor_has_member (cursor, "date"))
    machi_cursor_problem (cursor, _ ("“%s” is missing here"), "date");
  if ((fields.flags & MACHI_STATEMENT_HAS_VALUE) != 0 && fields.unit == NULL
      && !machi_cursor_has_member (cursor, "unit"))
    machi_cursor_problem (cursor, _ ("A value needs a unit: say what it counts"));

  if (fields.text != NULL || (fields.flags & MACHI_STATEMENT_HAS_VALUE) != 0 || fields.date != NULL)
    statement = machi_statement_new (&fields);
  else if (!machi_cursor_has_member (cursor, "text") && !machi_cursor_has_member (cursor, "value"))
    machi_cursor_problem (cursor, _ ("This says nothing: a text or a value is missing"));
  g_clear_pointer (&fields.sources, g_ptr_array_unref);

  return statement;
}

/**
 * machi_read_relation_statement:
 * @cursor: the object form of a reference
 * @context: (nullable): the context of the translations of its texts
 * @sources: (element-type utf8 MachiSource): the registry
 * @unverified: whether the entry says that it found no source for this list of references
 *
 * Returns: (transfer full): what it says besides its target
 */
MachiStatement *
machi_read_relation_statement (const MachiCursor *cursor, const char *context, GHashTable *sources, gboolean unverified)
{
  MachiStatementFields fields = { .context = context };
  MachiStatement *statement;

  machi_cursor_check_members (cursor, statement_members, relation_members);
  read_fields (cursor, sources, &fields);
  if (unverified && (fields.sources == NULL || fields.sources->len == 0))
    fields.flags |= MACHI_STATEMENT_UNVERIFIED;
  if (fields.text != NULL || fields.date != NULL || fields.until != NULL)
    check_flags (cursor, &fields);
  statement = machi_statement_new (&fields);
  g_clear_pointer (&fields.sources, g_ptr_array_unref);

  return statement;
}

static void
read_point (const MachiCursor *cursor, MachiSeries *series, double *last)
{
  double x, y = NAN;
  MachiCursor first, second;

  if (machi_cursor_get_length (cursor) != 2)
    {
      machi_cursor_problem (cursor, _ ("A point is a year and a value: [2013, 38.5]"));
      return;
    }

  first = machi_cursor_get_element (cursor, 0);
  second = machi_cursor_get_element (cursor, 1);
  if (!machi_cursor_as_number (&first, &x))
    return;
  if (!JSON_NODE_HOLDS_NULL (second.node) && !machi_cursor_as_number (&second, &y))
    return;
  if (x <= *last)
    machi_cursor_problem (cursor, _ ("Points stand in order of years, one a year"));

  *last = x;
  machi_series_add_point (series, x, y);
}

static MachiChart
read_chart (const MachiCursor *cursor)
{
  const char *chart = machi_cursor_get_string (cursor, "chart");

  if (g_strcmp0 (chart, "bar") == 0)
    return MACHI_CHART_BAR;
  if (chart != NULL && !g_str_equal (chart, "line"))
    machi_cursor_member_problem (cursor, "chart", _ ("“%s” is no chart: write line or bar"), chart);

  return MACHI_CHART_LINE;
}

static void
read_points (const MachiCursor *cursor, MachiSeries *series)
{
  MachiCursor list;
  double last = -G_MAXDOUBLE;

  if (machi_cursor_get_list (cursor, "points", &list))
    for (guint i = 0; i < machi_cursor_get_length (&list); i++)
      {
        MachiCursor point = machi_cursor_get_element (&list, i);
        read_point (&point, series, &last);
      }
  if (machi_cursor_get_list (cursor, "breaks", &list))
    for (guint i = 0; i < machi_cursor_get_length (&list); i++)
      {
        MachiCursor item = machi_cursor_get_element (&list, i);
        double year;

        if (machi_cursor_as_number (&item, &year))
          machi_series_add_break (series, year);
      }
}

/**
 * machi_read_series:
 * @cursor: an object
 * @context: (nullable): the context of the translations of its texts
 * @sources: (element-type utf8 MachiSource): the registry
 *
 * Returns: (transfer full) (nullable): the series; %NULL where it has no name or points, which is a problem
 */
MachiSeries *
machi_read_series (const MachiCursor *cursor, const char *context, GHashTable *sources)
{
  g_autoptr (MachiSeries) series = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const char *title = machi_cursor_get_string (cursor, "name");
  guint n_points;

  machi_cursor_check_members (cursor, series_members, NULL);
  if (title == NULL)
    {
      machi_cursor_problem (cursor, _ ("A series needs a name"));
      return NULL;
    }

  series = machi_series_new (machi_cursor_get_string (cursor, "id"), title, machi_cursor_get_string (cursor, "unit"),
                             read_chart (cursor));
  machi_series_set_context (series, context);
  machi_series_set_note (series, machi_cursor_get_string (cursor, "note"));
  found = machi_read_sources (cursor, sources);
  machi_series_set_sources (series, found);
  machi_series_set_unverified (series, check_sourced (cursor, found, machi_cursor_get_boolean (cursor, "unverified")));
  read_points (cursor, series);

  machi_series_get_points (series, &n_points);
  if (n_points > 0)
    return g_steal_pointer (&series);

  machi_cursor_problem (cursor, _ ("A series needs points"));

  return NULL;
}
