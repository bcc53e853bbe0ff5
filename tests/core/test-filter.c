/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog-fixture.h"
#include "machi-entry-filter.h"
#include "machi-event.h"
#include "machi-place-filter.h"
#include "machi-tally.h"
#include "machi-year-span.h"

/* A project in Viet Nam on waste, of the programme "c2c", in 2014 to 2016. */
static MachiEntry *
new_project (MachiEntry **topic, MachiEntry **programme)
{
  const char *const countries[] = { "VN", NULL };
  MachiEntry *project = catalog_fixture_new (MACHI_KIND_PROJECT, "p");
  g_autoptr (MachiRelation) relation = NULL;

  *topic = catalog_fixture_new (MACHI_KIND_TOPIC, "waste");
  *programme = catalog_fixture_new (MACHI_KIND_PROGRAMME, "c2c");
  relation = machi_relation_new (MACHI_ROLE_PROGRAMME, *programme, NULL);
  machi_entry_take_countries (project, g_strdupv ((char **) countries));
  machi_entry_set_period (project, 2014, 2016);
  machi_entry_append (project, MACHI_LIST_TOPICS, *topic);
  machi_entry_append (project, MACHI_LIST_RELATIONS, relation);

  return project;
}

static void
test_matches (void)
{
  static const struct
  {
    const char *query;
    gboolean matches;
  } examples[] = {
    { NULL, TRUE },
    { "", TRUE },
    { "country=VN", TRUE },
    { "country=vn", TRUE },
    { "country=TH", FALSE },
    { "country=TH,VN", TRUE },
    { "country=VN&topic=waste&from=2014", TRUE },
    { "country=VN&topic=water", FALSE },
    { "programme=c2c", TRUE },
    { "programme=jcm", FALSE },
    { "kind=project", TRUE },
    { "kind=city", FALSE },
    { "kind=city,project", TRUE },
    { "from=2016", TRUE },
    { "from=2017", FALSE },
    { "to=2014", TRUE },
    { "to=2013", FALSE },
    { "from=2015&to=2015", TRUE },
    /* What cannot be understood is passed over. */
    { "from=soon&country=Vietnam&topic=Was+te&colour=red", TRUE },
    { "%%%", TRUE },
  };
  g_autoptr (MachiEntry) topic = NULL;
  g_autoptr (MachiEntry) programme = NULL;
  g_autoptr (MachiEntry) project = new_project (&topic, &programme);
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      machi_entry_filter_set_query (filter, examples[i].query);
      if (machi_entry_filter_matches (filter, project) != examples[i].matches)
        g_error ("%s: not as expected", examples[i].query);
    }
}

static void
test_years (void)
{
  g_autoptr (MachiEntry) going_on = catalog_fixture_new (MACHI_KIND_COOPERATION, "a");
  g_autoptr (MachiEntry) undated = catalog_fixture_new (MACHI_KIND_COOPERATION, "b");
  g_autoptr (MachiEntry) city = catalog_fixture_new (MACHI_KIND_CITY, "c");
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();
  int from, to;

  machi_entry_set_period (going_on, 1997, 0);
  machi_entry_filter_set_years (filter, 2020, 2025);
  g_assert_true (machi_entry_filter_matches (filter, going_on));
  g_assert_false (machi_entry_filter_matches (filter, undated));
  g_assert_true (machi_entry_filter_matches (filter, city));
  machi_entry_filter_set_years (filter, 0, 1996);
  g_assert_false (machi_entry_filter_matches (filter, going_on));

  /* An empty range is turned round. */
  machi_entry_filter_set_years (filter, 2020, 2010);
  machi_entry_filter_get_years (filter, &from, &to);
  g_assert_cmpint (from, ==, 2010);
  g_assert_cmpint (to, ==, 2020);
}

static void
test_event (void)
{
  g_autoptr (MachiEntry) topic = NULL;
  g_autoptr (MachiEntry) programme = NULL;
  g_autoptr (MachiEntry) project = new_project (&topic, &programme);
  g_autoptr (MachiEvent) event = machi_event_new (MACHI_EVENT_PROJECT, "2014", project, NULL);
  g_autoptr (MachiEvent) milestone = machi_event_new (MACHI_EVENT_MILESTONE, "2015-03", project, NULL);
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();

  machi_entry_filter_set_query (filter, "kind=project&country=VN&from=2014&to=2014");
  g_assert_true (machi_entry_filter_matches (filter, event));
  g_assert_cmphex (machi_entry_filter_get_misses (filter, milestone), ==,
                   1u << MACHI_FACET_KIND | 1u << MACHI_FACET_YEARS);
  machi_entry_filter_set_query (filter, "kind=milestone&from=2015");
  g_assert_false (machi_entry_filter_matches (filter, event));
  g_assert_true (machi_entry_filter_matches (filter, milestone));
}

static void
count_cb (MachiEntryFilter *filter G_GNUC_UNUSED, guint *count)
{
  (*count)++;
}

static void
test_query (void)
{
  static const struct
  {
    const char *query;
    const char *again;
  } examples[] = {
    { NULL, NULL },
    { "topic=waste&country=VN,TH,VN&to=2020&from=2014", "country=TH,VN&topic=waste&from=2014&to=2020" },
    { "country=vn", "country=VN" },
    { "kind=project,agreement&programme=c2c", "kind=agreement,project&programme=c2c" },
    { "from=0&to=99999&q=text", NULL },
  };
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();
  guint count = 0;

  g_signal_connect (filter, "changed", G_CALLBACK (count_cb), &count);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *again = NULL;

      machi_entry_filter_set_query (filter, examples[i].query);
      again = machi_entry_filter_to_query (filter);
      g_assert_cmpstr (again, ==, examples[i].again);
      g_assert_cmpint (machi_entry_filter_is_empty (filter), ==, again == NULL);
      count = 0;
      machi_entry_filter_set_query (filter, again);
      g_assert_cmpuint (count, ==, 0);
    }

  /* Many changes in one go are told once. */
  machi_entry_filter_set_query (filter, "country=VN&topic=waste&from=2014&to=2016");
  g_assert_cmpuint (count, ==, 1);
  machi_entry_filter_set_value (filter, MACHI_FACET_COUNTRY, "TH", TRUE);
  g_assert_cmpuint (count, ==, 2);
  g_assert_true (machi_entry_filter_has_value (filter, MACHI_FACET_COUNTRY, "VN"));
  machi_entry_filter_set_value (filter, MACHI_FACET_COUNTRY, "TH", TRUE);
  g_assert_cmpuint (count, ==, 2);
  machi_entry_filter_set_value (filter, MACHI_FACET_COUNTRY, "VN", FALSE);
  g_assert_cmpstrv (machi_entry_filter_get_values (filter, MACHI_FACET_COUNTRY), ((const char *[]) { "TH", NULL }));
  machi_entry_filter_clear (filter);
  g_assert_cmpuint (count, ==, 4);
  g_assert_true (machi_entry_filter_is_empty (filter));
}

static void
test_properties (void)
{
  g_autoptr (MachiEntryFilter) filter
      = g_object_new (MACHI_TYPE_ENTRY_FILTER, "countries", ((const char *[]) { "VN", NULL }), "from-year", 2014, NULL);
  g_auto (GStrv) countries = NULL;
  gboolean empty;
  int from;

  g_object_get (filter, "countries", &countries, "from-year", &from, "is-empty", &empty, NULL);
  g_assert_cmpstrv (countries, ((const char *[]) { "VN", NULL }));
  g_assert_cmpint (from, ==, 2014);
  g_assert_false (empty);
}

static void
test_tally (void)
{
  g_autoptr (MachiTally) tally = machi_tally_new ();
  g_autoptr (MachiTally) copy = NULL;
  guint count;

  machi_tally_add (tally, g_intern_string ("b"));
  machi_tally_add (tally, g_intern_string ("c"));
  machi_tally_add (tally, g_intern_string ("a"));
  machi_tally_add (tally, g_intern_string ("c"));
  machi_tally_sort (tally, MACHI_TALLY_BY_COUNT);
  g_assert_cmpstr (machi_tally_get_nth (tally, 0, &count), ==, "c");
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpstr (machi_tally_get_nth (tally, 1, NULL), ==, "a");
  machi_tally_sort (tally, MACHI_TALLY_BY_VALUE);
  g_assert_cmpstr (machi_tally_get_nth (tally, 0, NULL), ==, "a");
  copy = machi_tally_copy (tally);
  machi_tally_clear (tally);
  g_assert_cmpuint (machi_tally_get_size (tally), ==, 0);
  g_assert_cmpuint (machi_tally_get (copy, "c"), ==, 2);
  g_assert_cmpuint (machi_tally_get (copy, "d"), ==, 0);
}

static gboolean
has_topic (MachiEntry *entry, const char *id)
{
  GListModel *topics = machi_entry_get_topics (entry);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (MachiEntry) topic = g_list_model_get_item (topics, i);

      if (g_str_equal (machi_entry_get_id (topic), id))
        return TRUE;
    }

  return FALSE;
}

/* What the filter gives is what a plain query of the model gives. */
static void
test_built_in (void)
{
  g_autoptr (MachiCatalog) catalog = catalog_fixture_load ();
  GListModel *projects = machi_catalog_get_entries (catalog, MACHI_KIND_PROJECT);
  MachiEntry *c2c = machi_catalog_lookup (catalog, MACHI_KIND_PROGRAMME, "c2c");
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();
  g_autoptr (MachiTally) tally = machi_tally_new ();
  guint n_matching = 0, n_of_programme = 0;

  machi_entry_filter_set_query (filter, "country=VN&topic=waste&from=2014&to=2016");
  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (MachiEntry) project = g_list_model_get_item (projects, i);
      const char *const *countries = machi_entry_get_countries (project);
      gboolean wanted;
      int from, to;

      machi_entry_get_period (project, &from, &to);
      wanted = countries != NULL && g_strv_contains (countries, "VN") && has_topic (project, "waste") && from <= 2016
               && to >= 2014;
      g_assert_cmpint (machi_entry_filter_matches (filter, project), ==, wanted);
      machi_entry_filter_tally_item (filter, project, MACHI_FACET_PROGRAMME, tally);
      n_matching += wanted;
      n_of_programme += wanted && machi_entry_has_relation (project, MACHI_ROLE_PROGRAMME, c2c);
    }
  g_assert_cmpuint (n_matching, >, 3);
  g_assert_cmpuint (machi_tally_get (tally, "c2c"), ==, n_of_programme);
}

/* A choice of a facet counts what it would show, not what is shown. */
static void
test_choices (void)
{
  g_autoptr (MachiCatalog) catalog = catalog_fixture_load ();
  GListModel *projects = machi_catalog_get_entries (catalog, MACHI_KIND_PROJECT);
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();
  g_autoptr (MachiTally) tally = machi_tally_new ();
  guint n_shown = 0;

  machi_entry_filter_set_query (filter, "country=VN&topic=waste");
  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (MachiEntry) project = g_list_model_get_item (projects, i);
      machi_entry_filter_tally_item (filter, project, MACHI_FACET_COUNTRY, tally);
    }

  machi_entry_filter_set_query (filter, "country=TH&topic=waste");
  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (MachiEntry) project = g_list_model_get_item (projects, i);
      n_shown += machi_entry_filter_matches (filter, project);
    }
  g_assert_cmpuint (n_shown, >, 0);
  g_assert_cmpuint (machi_tally_get (tally, "TH"), ==, n_shown);
}

/* A network names no countries, but its members have some. */
static void
test_network_countries (void)
{
  g_autoptr (MachiCatalog) catalog = catalog_fixture_load ();
  MachiEntry *iclei = machi_catalog_lookup (catalog, MACHI_KIND_NETWORK, "iclei");
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();

  g_assert_nonnull (iclei);
  machi_entry_filter_set_query (filter, "country=ID&from=1990&to=1990");
  g_assert_true (machi_entry_filter_matches (filter, iclei));
  machi_entry_filter_set_query (filter, "to=1989");
  g_assert_false (machi_entry_filter_matches (filter, iclei));
}

static guint
count_places (MachiEntryFilter *filter, GListModel *cities)
{
  guint n_places = 0;

  for (guint i = 0; i < g_list_model_get_n_items (cities); i++)
    {
      g_autoptr (MachiEntry) city = g_list_model_get_item (cities, i);
      n_places += machi_place_filter_has_city (filter, city);
    }

  return n_places;
}

static void
choose (MachiEntryFilter *filter, MachiFacet facet, const char *const *values)
{
  int from, to;

  if (facet != MACHI_FACET_YEARS)
    {
      machi_entry_filter_set_values (filter, facet, values);
      return;
    }

  for (guint span = 0; span < MACHI_N_YEAR_SPANS; span++)
    if (g_str_equal (machi_year_span_get_value (span), values[0]))
      {
        machi_year_span_get (span, &from, &to);
        machi_entry_filter_set_years (filter, from, to);
      }
}

/* What the map says a value would show is what it shows when that value is chosen. */
static void
test_places (void)
{
  static const char *const queries[]
      = { NULL, "country=VN", "topic=waste&from=2014", "country=ID,VN&programme=c2c&to=2016" };
  g_autoptr (MachiCatalog) catalog = catalog_fixture_load ();
  GListModel *cities = machi_catalog_get_entries (catalog, MACHI_KIND_CITY);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    for (MachiFacet facet = MACHI_FACET_COUNTRY; facet < MACHI_N_FACETS; facet++)
      {
        g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();
        g_autoptr (MachiTally) tally = machi_tally_new ();

        machi_entry_filter_set_query (filter, queries[i]);
        for (guint j = 0; j < g_list_model_get_n_items (cities); j++)
          {
            g_autoptr (MachiEntry) city = g_list_model_get_item (cities, j);
            machi_place_filter_tally (filter, city, facet, tally);
          }
        g_assert_cmpuint (machi_tally_get_size (tally), >, 0);
        for (guint j = 0; j < machi_tally_get_size (tally); j++)
          {
            guint count;
            const char *values[] = { machi_tally_get_nth (tally, j, &count), NULL };

            choose (filter, facet, values);
            g_assert_cmpuint (count_places (filter, cities), ==, count);
          }
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/matches", test_matches);
  g_test_add_func ("/filter/years", test_years);
  g_test_add_func ("/filter/event", test_event);
  g_test_add_func ("/filter/query", test_query);
  g_test_add_func ("/filter/properties", test_properties);
  g_test_add_func ("/filter/tally", test_tally);
  g_test_add_func ("/filter/built-in", test_built_in);
  g_test_add_func ("/filter/choices", test_choices);
  g_test_add_func ("/filter/network-countries", test_network_countries);
  g_test_add_func ("/filter/places", test_places);

  return g_test_run ();
}
