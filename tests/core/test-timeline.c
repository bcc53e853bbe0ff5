/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog-fixture.h"
#include "machi-timeline.h"

static void
append_statement (MachiEntry *entry, MachiEntryList list, const char *topic, const char *date, const char *text)
{
  MachiStatementFields fields = { .topic = topic, .date = date, .text = text };
  g_autoptr (MachiStatement) statement = machi_statement_new (&fields);

  machi_entry_append (entry, list, statement);
}

static MachiTimeline *
new_example (void)
{
  g_autoptr (GListStore) entries = g_list_store_new (MACHI_TYPE_ENTRY);
  g_autoptr (MachiEntry) network = catalog_fixture_new (MACHI_KIND_NETWORK, "network");
  g_autoptr (MachiEntry) cooperation = catalog_fixture_new (MACHI_KIND_COOPERATION, "cooperation");
  g_autoptr (MachiEntry) project = catalog_fixture_new (MACHI_KIND_PROJECT, "project");
  g_autoptr (MachiEntry) undated = catalog_fixture_new (MACHI_KIND_PROJECT, "undated");
  GListModel *list = G_LIST_MODEL (entries);

  append_statement (network, MACHI_LIST_FACTS, "founded", "1990-09", "The founding congress met.");
  append_statement (network, MACHI_LIST_FACTS, "founders", "1989", "Not an event.");
  append_statement (network, MACHI_LIST_MILESTONES, NULL, "1990-09-08", "The charter is signed.");
  append_statement (cooperation, MACHI_LIST_AGREEMENTS, "memorandum", "1990", "On waste.");
  append_statement (cooperation, MACHI_LIST_AGREEMENTS, "other", "some day", "No date, no event.");
  machi_entry_set_period (project, 2014, 2016);
  g_list_store_append (entries, network);
  g_list_store_append (entries, cooperation);
  g_list_store_append (entries, project);
  g_list_store_append (entries, undated);

  return machi_timeline_new (&list, 1);
}

static void
assert_event (MachiTimeline *timeline, guint position, MachiEventKind kind, MachiPrecision precision, const char *text)
{
  g_autoptr (MachiEvent) event = g_list_model_get_item (G_LIST_MODEL (timeline), position);
  g_autofree char *title = machi_event_dup_title (event);
  g_autofree char *detail = machi_event_dup_detail (event);
  g_autofree char *day = machi_event_dup_day (event);
  g_autofree char *all = g_strdup_printf ("%s|%s|%s", day, title, detail);

  g_assert_cmpint (machi_event_get_kind (event), ==, kind);
  g_assert_cmpint (machi_event_get_precision (event), ==, precision);
  g_assert_cmpstr (all, ==, text);
}

static void
test_example (void)
{
  g_autoptr (MachiTimeline) timeline = new_example ();
  g_autoptr (MachiEvent) first = g_list_model_get_item (G_LIST_MODEL (timeline), 0);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, 4);
  assert_event (timeline, 0, MACHI_EVENT_AGREEMENT, MACHI_PRECISION_YEAR, "|cooperation|Memorandum: On waste.");
  assert_event (timeline, 1, MACHI_EVENT_FOUNDING, MACHI_PRECISION_MONTH, "Sep|network|The founding congress met.");
  assert_event (timeline, 2, MACHI_EVENT_MILESTONE, MACHI_PRECISION_DAY, "8 Sep|The charter is signed.|network");
  assert_event (timeline, 3, MACHI_EVENT_PROJECT, MACHI_PRECISION_YEAR, "|project|Fiscal years 2014–2016");
  g_assert_cmpint (machi_event_get_year (first), ==, 1990);
}

static void
test_span (void)
{
  g_autoptr (MachiTimeline) timeline = new_example ();
  g_autoptr (MachiTimeline) empty = machi_timeline_new (NULL, 0);
  int first, dense, last;

  g_assert_true (machi_timeline_get_span (timeline, &first, &dense, &last));
  g_assert_cmpint (first, ==, 1990);
  g_assert_cmpint (dense, ==, 1990);
  g_assert_cmpint (last, ==, 2014);
  g_assert_false (machi_timeline_get_span (empty, &first, &dense, &last));
}

static guint
count_dated (GListModel *statements, const char *topic)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (MachiStatement) statement = g_list_model_get_item (statements, i);

      n += machi_statement_get_date (statement) != NULL
           && (topic == NULL || g_strcmp0 (machi_statement_get_topic (statement), topic) == 0);
    }

  return n;
}

/* The timeline lists what a plain query of the model gives, in order. */
static void
test_built_in (void)
{
  static const MachiKind kinds[]
      = { MACHI_KIND_NETWORK, MACHI_KIND_COOPERATION, MACHI_KIND_PROJECT, MACHI_KIND_CITY, MACHI_KIND_PROGRAMME };
  g_autoptr (MachiCatalog) catalog = catalog_fixture_load ();
  g_autoptr (MachiTimeline) timeline = NULL;
  GListModel *lists[G_N_ELEMENTS (kinds)];
  guint wanted[MACHI_N_EVENT_KINDS] = { 0 };
  guint found[MACHI_N_EVENT_KINDS] = { 0 };
  const char *last = "";

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      lists[i] = machi_catalog_get_entries (catalog, kinds[i]);
      for (guint j = 0; j < g_list_model_get_n_items (lists[i]); j++)
        {
          g_autoptr (MachiEntry) entry = g_list_model_get_item (lists[i], j);

          wanted[MACHI_EVENT_PROJECT] += kinds[i] == MACHI_KIND_PROJECT;
          if (kinds[i] == MACHI_KIND_NETWORK)
            wanted[MACHI_EVENT_FOUNDING] += count_dated (machi_entry_get_facts (entry), "founded");
          wanted[MACHI_EVENT_AGREEMENT] += count_dated (machi_entry_get_agreements (entry), NULL);
          wanted[MACHI_EVENT_MILESTONE] += count_dated (machi_entry_get_milestones (entry), NULL);
        }
    }

  timeline = machi_timeline_new (lists, G_N_ELEMENTS (lists));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autoptr (MachiEvent) event = g_list_model_get_item (G_LIST_MODEL (timeline), i);

      found[machi_event_get_kind (event)]++;
      g_assert_cmpstr (machi_event_get_date (event), >=, last);
      g_assert_true (machi_event_get_sources (event) != NULL || machi_event_get_unverified (event)
                     || machi_event_get_kind (event) == MACHI_EVENT_PROJECT);
      last = machi_event_get_date (event);
    }
  for (guint i = 0; i < MACHI_N_EVENT_KINDS; i++)
    {
      g_test_message ("%s: %u", machi_event_kind_get_id (i), found[i]);
      g_assert_cmpuint (found[i], >, 20);
      g_assert_cmpuint (found[i], ==, wanted[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/example", test_example);
  g_test_add_func ("/timeline/span", test_span);
  g_test_add_func ("/timeline/built-in", test_built_in);

  return g_test_run ();
}
