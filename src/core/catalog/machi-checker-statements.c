/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-checker-private.h"

#include "machi-locale.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Dates as precise as known: one comes before another only if what both say shows it. */
static gboolean
is_before (const char *date, const char *other)
{
  return strncmp (date, other, MIN (strlen (date), strlen (other))) < 0;
}

static const char *
get_date (const MachiCursor *item, const char *member)
{
  const char *date = machi_cursor_get_string (item, member);

  return machi_date_parse (date, NULL, NULL, NULL) ? date : NULL;
}

/*
 * machi_checker_check_period:
 * @self: the check of a pack
 * @item: a statement, or a reference with what is said of it
 *
 * Checks that it does not end before it begins.
 */
void
machi_checker_check_period (MachiChecker *self G_GNUC_UNUSED, const MachiCursor *item)
{
  const char *date = get_date (item, "date");
  const char *until = get_date (item, "until");

  if (date != NULL && until != NULL && is_before (until, date))
    machi_cursor_member_problem (item, "until", _ ("“until” (%s) comes before “date” (%s): correct one of them"), until,
                                 date);
}

static void
check_target (const MachiCursor *item)
{
  int base = machi_cursor_get_year (item, "base_year");
  int target = machi_cursor_get_year (item, "target_year");

  if (base > 0 && target > 0 && target <= base)
    machi_cursor_member_problem (item, "target_year", _ ("The target year %d is not after the base year %d"), target,
                                 base);
}

static void
check_list (MachiChecker *self, const MachiCursor *record, const char *member)
{
  MachiCursor list;

  if (!machi_cursor_get_list (record, member, &list))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor item = machi_cursor_get_element (&list, i);

      machi_checker_check_period (self, &item);
      check_target (&item);
    }
}

/* What was agreed has a history: it stands in order, and none of it is still to come. */
static void
check_history (MachiChecker *self, const MachiCursor *record, const char *member, gboolean may_be_future)
{
  const char *last = NULL;
  MachiCursor list;

  if (!machi_cursor_get_list (record, member, &list))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor item = machi_cursor_get_element (&list, i);
      const char *date = get_date (&item, "date");

      if (date == NULL)
        continue;
      if (last != NULL && is_before (date, last))
        machi_cursor_member_problem (&item, "date", _ ("“%s” comes after “%s”: put them in the order of their dates"),
                                     date, last);
      if (!may_be_future && machi_checker_is_future (self, date))
        machi_cursor_member_problem (&item, "date", _ ("“%s” lies in the future: nothing can have been agreed then"),
                                     date);
      last = date;
    }
}

static void
check_breaks (const MachiCursor *series, double first, double last)
{
  MachiCursor list;

  if (!machi_cursor_get_list (series, "breaks", &list))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor item = machi_cursor_get_element (&list, i);
      double year;

      if (machi_cursor_as_number (&item, &year) && (year <= first || year > last))
        machi_cursor_problem (&item, _ ("The basis cannot change in %g, where there are no points before and after"),
                              year);
    }
}

/* The year of a point; reading has told where there is none. */
static gboolean
get_year (const MachiCursor *points, guint index, double *year)
{
  MachiCursor point = machi_cursor_get_element (points, index);
  MachiCursor first;

  if (machi_cursor_get_length (&point) != 2)
    return FALSE;

  first = machi_cursor_get_element (&point, 0);

  return machi_cursor_as_number (&first, year);
}

static void
check_series (const MachiCursor *series, GHashTable *ids)
{
  const char *id = machi_cursor_get_string (series, "id");
  double first, last;
  MachiCursor points;
  guint n_points;

  if (id != NULL && !g_hash_table_add (ids, (gpointer) id))
    machi_cursor_member_problem (series, "id", _ ("This entry has a series “%s” already: give this one another ID"),
                                 id);
  if (!machi_cursor_get_list (series, "points", &points) || (n_points = machi_cursor_get_length (&points)) == 0)
    return;

  if (n_points < 2)
    machi_cursor_member_problem (series, "points",
                                 _ ("A series of one point cannot be drawn: write it as a fact or a statement"));
  else if (get_year (&points, 0, &first) && get_year (&points, n_points - 1, &last))
    check_breaks (series, first, last);
}

static void
check_all_series (const MachiCursor *record)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  MachiCursor list;

  if (!machi_cursor_get_list (record, "series", &list))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor series = machi_cursor_get_element (&list, i);
      check_series (&series, ids);
    }
}

/*
 * machi_checker_check_statements:
 * @self: the check of a pack
 * @record: an entry; for a city its properties
 *
 * Checks the dates of all that it says, and its series.
 */
void
machi_checker_check_statements (MachiChecker *self, const MachiCursor *record)
{
  check_list (self, record, "facts");
  check_list (self, record, "statements");
  check_list (self, record, "milestones");
  check_list (self, record, "agreements");
  check_history (self, record, "milestones", TRUE);
  check_history (self, record, "agreements", FALSE);
  check_all_series (record);
}
