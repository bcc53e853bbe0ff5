/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map shows under the filter of the views, and which part of the world. */
#include "config.h"

#include "machi-links.h"
#include "machi-map.h"
#include "machi-test.h"
#include "map-fixture.h"

/* Not the whole world, which is seen at zoom 0 to 2, but what lies around Viet Nam. */
static void
assert_in_asia (MachiGeoPoint centre, double zoom)
{
  g_assert_cmpfloat (zoom, >, 1.4);
  g_assert_cmpfloat (centre.latitude, >, 0);
  g_assert_cmpfloat (centre.latitude, <, 40);
  g_assert_cmpfloat (centre.longitude, >, 90);
  g_assert_cmpfloat (centre.longitude, <, 125);
}

/* The model, asked without any of the page's code: whether something done in the city is of a topic and of a year. */
static gboolean
does (MachiEntry *city, const char *topic, int year)
{
  static const MachiRole roles[] = { MACHI_ROLE_COOPERATION, MACHI_ROLE_PROJECT, MACHI_ROLE_REPORT };
  GListModel *relations = machi_entry_get_relations (city);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);
      MachiEntry *work = machi_relation_get_target (relation);
      GListModel *topics = work != NULL ? machi_entry_get_topics (work) : NULL;
      int from, to;

      if (work == NULL
          || (machi_relation_get_role (relation) != roles[0] && machi_relation_get_role (relation) != roles[1]
              && machi_relation_get_role (relation) != roles[2]))
        continue;
      machi_entry_get_period (work, &from, &to);
      if (year != 0 && (from > year || (to != 0 && to < year) || (from == 0 && to == 0)))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (topics); j++)
        {
          g_autoptr (MachiEntry) entry = g_list_model_get_item (topics, j);
          if (g_strcmp0 (machi_entry_get_id (entry), topic) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_topic (MachiEntry *entry, const char *topic)
{
  GListModel *topics = machi_entry_get_topics (entry);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (topics) && !found; i++)
    {
      g_autoptr (MachiEntry) own = g_list_model_get_item (topics, i);
      found = g_strcmp0 (machi_entry_get_id (own), topic) == 0;
    }

  return found;
}

/* The cities of a country where something of a topic is done, or was in a year. */
static GHashTable *
query_cities (const char *country, const char *topic, int year)
{
  GListModel *all = machi_catalog_get_entries (map_fixture_get_catalog (), MACHI_KIND_CITY);
  GHashTable *cities = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (MachiEntry) city = g_list_model_get_item (all, i);

      if (country != NULL && g_strcmp0 (machi_entry_get_country (city), country) != 0)
        continue;
      if (topic == NULL || does (city, topic, year) || (year == 0 && has_topic (city, topic)))
        g_hash_table_add (cities, city);
    }

  return cities;
}

/* List and buttons have what the filter of the address leaves, and no other city. */
static void
test_filters (void)
{
  static const struct
  {
    const char *address;
    const char *country;
    const char *topic;
    int year;
  } examples[] = {
    { "machi:map?country=VN", "VN", NULL, 0 },
    { "machi:map?topic=waste", NULL, "waste", 0 },
    { "machi:map?country=VN&topic=waste", "VN", "waste", 0 },
    { "machi:map?country=ID&topic=energy&from=2015&to=2015", "ID", "energy", 2015 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GHashTable) expected = query_cities (examples[i].country, examples[i].topic, examples[i].year);
      MachiMapPage *page = map_fixture_open (examples[i].address);
      g_autofree char *address = machi_window_dup_address (machi_test_get_window (map_fixture_application));

      g_assert_cmpuint (g_hash_table_size (expected), >, 0);
      map_fixture_assert_lists (page, expected);
      g_assert_cmpuint (map_fixture_count_cities (), ==, g_hash_table_size (expected));
      g_assert_cmpstr (address, ==, examples[i].address);
    }
}

/* The members of a network that pass a filter; the filter stays while one chooses a city, and back leads back. */
static void
test_filter_of_network (void)
{
  MachiMapPage *page = map_fixture_open ("machi:map?network=iclei&country=JP");
  GListModel *cities = machi_map_page_get_cities (page);
  g_autoptr (GHashTable) members
      = map_fixture_query_members (machi_catalog_lookup (map_fixture_get_catalog (), MACHI_KIND_NETWORK, "iclei"));
  g_autoptr (GHashTable) expected = query_cities ("JP", NULL, 0);
  g_autoptr (MachiEntry) first = NULL;
  g_autofree char *address = NULL;
  g_autofree char *wanted = NULL;
  GHashTableIter iter;
  gpointer city;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &city, NULL))
    if (!g_hash_table_contains (members, city))
      g_hash_table_iter_remove (&iter);
  g_assert_cmpuint (g_hash_table_size (expected), >, 0);
  map_fixture_assert_lists (page, expected);

  first = g_list_model_get_item (cities, 0);
  g_signal_emit_by_name (machi_test_find (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  address = machi_window_dup_address (machi_test_get_window (map_fixture_application));
  wanted = g_strdup_printf ("machi:map?network=iclei&city=%s&country=JP", machi_entry_get_id (first));
  g_assert_cmpstr (address, ==, wanted);
  map_fixture_assert_lists (page, expected);
}

/* An arc is drawn where the cooperation, or something done in it, is of the topic. */
static void
test_filtered_arcs (void)
{
  MachiEntryFilter *filter = machi_map_page_get_filter (map_fixture_open ("machi:map?topic=waste"));
  g_autoptr (GPtrArray) links
      = machi_links_new (machi_catalog_get_entries (map_fixture_get_catalog (), MACHI_KIND_COOPERATION));
  g_autoptr (GPtrArray) all = machi_map_page_collect_links (MACHI_MAP_PAGE (map_fixture_find (MACHI_TYPE_MAP_PAGE)));
  guint n_expected = 0;

  for (guint i = 0; i < links->len; i++)
    {
      MachiLink *link = links->pdata[i];
      n_expected += has_topic (link->cooperation, "waste") || does (link->cooperation, "waste", 0);
    }
  g_assert_cmpuint (all->len, ==, n_expected);
  g_assert_cmpuint (all->len, <, links->len);
  g_assert_cmpuint (all->len, >, 0);

  machi_entry_filter_clear (filter);
  g_ptr_array_unref (all);
  all = machi_map_page_collect_links (MACHI_MAP_PAGE (map_fixture_find (MACHI_TYPE_MAP_PAGE)));
  g_assert_cmpuint (all->len, ==, links->len);
}

/* A filter that leaves nothing says so, and how to leave it; the map does not show the whole world then. */
static void
test_filter_leaves_nothing (void)
{
  MachiMapPage *page;
  MachiGeoPoint centre;
  GtkWidget *button;
  g_autofree char *address = NULL;
  double zoom;

  machi_window_open (machi_test_get_window (map_fixture_application), "machi:overview");
  machi_test_settle ();
  machi_window_open (machi_test_get_window (map_fixture_application),
                     "machi:map?country=CL&topic=waste&from=1901&to=1902");
  machi_test_wait_until (map_fixture_find (MACHI_TYPE_MAP) != NULL
                         && gtk_widget_get_width (map_fixture_find (MACHI_TYPE_MAP)) > 0);
  machi_test_settle ();
  page = MACHI_MAP_PAGE (map_fixture_find (MACHI_TYPE_MAP_PAGE));
  g_assert_cmpuint (g_list_model_get_n_items (machi_map_page_get_cities (page)), ==, 0);
  machi_test_wait_until ((button = machi_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Show All")) != NULL);
  machi_map_get_view (MACHI_MAP (map_fixture_find (MACHI_TYPE_MAP)), &centre, &zoom);
  assert_in_asia (centre, zoom);

  g_signal_emit_by_name (button, "clicked");
  machi_test_settle ();
  address = machi_window_dup_address (machi_test_get_window (map_fixture_application));
  g_assert_cmpstr (address, ==, "machi:map");
  g_assert_cmpuint (g_list_model_get_n_items (machi_map_page_get_cities (page)), ==,
                    g_list_model_get_n_items (machi_catalog_get_entries (map_fixture_get_catalog (), MACHI_KIND_CITY)));
}

/* However wide the page is, the map opens where most cities are. */
static void
test_opens_in_asia (void)
{
  static const int widths[] = { 360, 620, 1100, 1900 };
  g_autoptr (MachiAddress) address = machi_address_parse ("machi:map", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *page = machi_map_page_new ();
      GtkWidget *map = NULL;
      MachiGeoPoint centre;
      double zoom;

      gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 700);
      gtk_window_set_child (GTK_WINDOW (window), page);
      machi_map_page_show (MACHI_MAP_PAGE (page), map_fixture_get_catalog (), address);
      gtk_window_present (GTK_WINDOW (window));
      machi_test_wait_until ((map = machi_test_find (page, MACHI_TYPE_MAP, NULL)) != NULL
                             && machi_test_find (page, MACHI_TYPE_PLACE_MARKER, NULL) != NULL);
      machi_test_settle ();
      machi_map_get_view (MACHI_MAP (map), &centre, &zoom);
      g_test_message ("%d pixels: %.1f %.1f, zoom %.2f", widths[i], centre.latitude, centre.longitude, zoom);
      assert_in_asia (centre, zoom);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  map_fixture_application = machi_test_start ();

  g_test_add_func ("/map-filter/filters", test_filters);
  g_test_add_func ("/map-filter/network", test_filter_of_network);
  g_test_add_func ("/map-filter/arcs", test_filtered_arcs);
  g_test_add_func ("/map-filter/nothing", test_filter_leaves_nothing);
  g_test_add_func ("/map-filter/opens-in-asia", test_opens_in_asia);
  status = g_test_run ();
  machi_test_stop (map_fixture_application);

  return status;
}
