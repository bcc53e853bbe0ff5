/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-checker-private.h"

#include "machi-country-boxes.h"
#include "machi-entry-members.h"
#include "machi-locale.h"
#include "machi-references.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
check_summary (const MachiCursor *record)
{
  const char *summary = machi_cursor_get_string (record, "summary");
  glong length = summary != NULL ? g_utf8_strlen (summary, -1) : 0;

  if (length > MACHI_SUMMARY_MAX_LENGTH)
    machi_cursor_member_problem (record, "summary", _ ("The summary has %ld characters: shorten it to at most %d"),
                                 length, MACHI_SUMMARY_MAX_LENGTH);
}

static void
check_country (const MachiCursor *value)
{
  const char *code = machi_cursor_as_string (value);

  if (code != NULL && strlen (code) == 2 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1])
      && !machi_locale_country_exists (code))
    machi_cursor_problem (value, _ ("There is no country “%s”: write its code of ISO 3166-1"), code);
}

static void
check_countries (const MachiCursor *record)
{
  MachiCursor value;

  if (machi_cursor_has_member (record, "country") && machi_cursor_get_member (record, "country", &value))
    check_country (&value);
  if (!machi_cursor_has_member (record, "countries") || !machi_cursor_get_list (record, "countries", &value))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&value); i++)
    {
      MachiCursor item = machi_cursor_get_element (&value, i);
      check_country (&item);
    }
}

/* @feature is a city's GeoJSON feature, and reading has told what is no point. */
static void
check_place (const MachiCursor *feature, const MachiCursor *properties)
{
  const char *country = machi_cursor_get_string (properties, "country");
  MachiCursor geometry, list, first, second;
  double longitude, latitude;

  if (country == NULL || !machi_cursor_get_object (feature, "geometry", &geometry)
      || !machi_cursor_get_list (&geometry, "coordinates", &list) || machi_cursor_get_length (&list) != 2)
    return;

  first = machi_cursor_get_element (&list, 0);
  second = machi_cursor_get_element (&list, 1);
  if (!machi_cursor_as_number (&first, &longitude) || !machi_cursor_as_number (&second, &latitude)
      || machi_country_box_contains (country, latitude, longitude))
    return;

  machi_cursor_problem (&list, _ ("Longitude %g, latitude %g is not in %s: correct the place or the country"),
                        longitude, latitude, machi_locale_get_country_name (country));
}

static void
check_years (MachiChecker *self, const MachiCursor *record)
{
  g_autofree char *year = NULL;
  double last = 0, value;
  MachiCursor list;

  if (machi_cursor_has_member (record, "year"))
    {
      year = g_strdup_printf ("%04d", machi_cursor_get_year (record, "year"));
      if (machi_checker_is_future (self, year))
        machi_cursor_member_problem (record, "year", _ ("“%s” lies in the future: correct it"), year);
    }
  if (!machi_cursor_has_member (record, "years") || !machi_cursor_get_list (record, "years", &list))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor item = machi_cursor_get_element (&list, i);

      if (!machi_cursor_as_number (&item, &value))
        continue;
      if (value <= last)
        machi_cursor_problem (&item, _ ("Years stand in order, each once"));
      last = value;
    }
}

static void
check_reference (MachiChecker *self, const MachiCursor *item, const char *own_id, GHashTable *seen)
{
  const char *id;

  if (machi_cursor_is_object (item))
    {
      MachiCursor country;

      machi_checker_check_period (self, item);
      if (machi_cursor_has_member (item, "country") && machi_cursor_get_member (item, "country", &country))
        check_country (&country);
      id = machi_cursor_get_string (item, machi_cursor_has_member (item, "id") ? "id" : "name");
    }
  else
    id = machi_cursor_as_string (item);

  if (id == NULL)
    return;
  if (g_strcmp0 (id, own_id) == 0)
    machi_cursor_problem (item, _ ("This refers to the very entry that it stands in: remove it"));
  if (!g_hash_table_add (seen, (gpointer) id))
    machi_cursor_problem (item, _ ("“%s” stands in this list already: remove one of the two"), id);
}

static void
check_references (MachiChecker *self, const MachiCursor *record, MachiKind kind, const char *id)
{
  guint n_fields;
  const MachiReferenceField *fields = machi_reference_fields_get (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      MachiCursor list;

      if (fields[i].holder != kind || !machi_cursor_get_list (record, fields[i].member, &list))
        continue;
      for (guint j = 0; j < machi_cursor_get_length (&list); j++)
        {
          MachiCursor item = machi_cursor_get_element (&list, j);
          check_reference (self, &item, fields[i].target == kind ? id : NULL, seen);
        }
      if (kind == MACHI_KIND_COOPERATION && fields[i].role == MACHI_ROLE_PAIR && machi_cursor_get_length (&list) != 2)
        machi_cursor_problem (&list, _ ("A cooperation is one of two cities"));
    }
}

/* The fields that `unverified` may name are those that such an entry may have. */
static void
check_unverified (const MachiCursor *record, MachiKind kind)
{
  const char *const *members = machi_entry_members_get (kind);
  MachiCursor list;

  if (!machi_cursor_get_member (record, "unverified", &list))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor item = machi_cursor_get_element (&list, i);
      const char *field = machi_cursor_as_string (&item);

      if (field != NULL && !g_strv_contains (members, field)
          && !(kind == MACHI_KIND_CITY && g_str_equal (field, "coordinates")))
        machi_cursor_problem (&item, _ ("Such an entry has no field “%s” that could be unverified"), field);
    }
}

static gboolean
has_items (const MachiCursor *record, const char *const *members)
{
  for (guint i = 0; members[i] != NULL; i++)
    if (machi_cursor_has_member (record, members[i]))
      return TRUE;

  return FALSE;
}

/* What an entry says of itself has the entry's sources; one that says all in statements, which have their own, needs
 * none. The sources of a report are in its text, and a topic is a word of the pack's own. */
static void
check_sourced (const MachiCursor *record, MachiKind kind)
{
  static const char *const trust[] = { "sources", "unverified", NULL };
  static const char *const sourced[] = { "facts", "statements", "milestones", "agreements", "series", NULL };

  if (kind == MACHI_KIND_REPORT || kind == MACHI_KIND_TOPIC || has_items (record, trust) || has_items (record, sourced))
    return;

  machi_cursor_problem (record, _ ("Nothing says where this entry is known from: name its “sources”, or what is "
                                   "“unverified”"));
}

/*
 * machi_checker_check_entry:
 * @self: the check of a pack
 * @record: an entry; for a city its GeoJSON feature
 * @kind: what it is
 *
 * Checks all of it but what the text of a report says.
 */
void
machi_checker_check_entry (MachiChecker *self, const MachiCursor *record, MachiKind kind)
{
  MachiCursor properties = *record;

  if (kind == MACHI_KIND_CITY)
    {
      if (!machi_cursor_get_object (record, "properties", &properties))
        return;
      check_place (record, &properties);
    }

  check_summary (&properties);
  check_countries (&properties);
  check_years (self, &properties);
  check_references (self, &properties, kind, machi_cursor_get_string (record, "id"));
  check_unverified (&properties, kind);
  check_sourced (&properties, kind);
  machi_checker_check_statements (self, &properties);
}
