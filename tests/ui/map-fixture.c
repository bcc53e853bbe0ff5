/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-fixture.h"

#include "machi-map.h"
#include "machi-test.h"

/* The map in the window of the program, for the tests of its page. */

MachiApplication *map_fixture_application;

MachiCatalog *
map_fixture_get_catalog (void)
{
  return machi_window_get_catalog (machi_test_get_window (map_fixture_application));
}

GtkWidget *
map_fixture_find (GType type)
{
  return machi_test_find (GTK_WIDGET (machi_test_get_window (map_fixture_application)), type, NULL);
}

MachiMapPage *
map_fixture_open (const char *address)
{
  machi_window_open (machi_test_get_window (map_fixture_application), address);
  machi_test_wait_until (map_fixture_find (MACHI_TYPE_MAP) != NULL
                         && map_fixture_find (MACHI_TYPE_PLACE_MARKER) != NULL);
  machi_test_settle ();

  return MACHI_MAP_PAGE (map_fixture_find (MACHI_TYPE_MAP_PAGE));
}

/* The model, asked without any of the page's code. */
GHashTable *
map_fixture_query_members (MachiEntry *network)
{
  GHashTable *members = g_hash_table_new (NULL, NULL);
  GListModel *relations = machi_entry_get_relations (network);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);

      if (machi_relation_get_role (relation) == MACHI_ROLE_MEMBER && machi_relation_get_target (relation) != NULL)
        g_hash_table_add (members, machi_relation_get_target (relation));
    }

  return members;
}

void
map_fixture_assert_lists (MachiMapPage *page, GHashTable *expected)
{
  GListModel *cities = machi_map_page_get_cities (page);

  g_assert_cmpuint (g_list_model_get_n_items (cities), ==, g_hash_table_size (expected));
  for (guint i = 0; i < g_list_model_get_n_items (cities); i++)
    {
      g_autoptr (MachiEntry) city = g_list_model_get_item (cities, i);

      g_assert_true (g_hash_table_contains (expected, city));
    }
}

void
map_fixture_foreach_marker (GtkWidget *root, MapFixtureFunc func, gpointer data)
{
  if (MACHI_IS_PLACE_MARKER (root))
    func (MACHI_PLACE_MARKER (root), data);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      map_fixture_foreach_marker (child, func, data);
}

static void
count_cities (MachiPlaceMarker *marker, gpointer data)
{
  *(guint *) data += machi_place_marker_get_n_cities (marker);
}

guint
map_fixture_count_cities (void)
{
  guint n_cities = 0;

  map_fixture_foreach_marker (map_fixture_find (MACHI_TYPE_MAP), count_cities, &n_cities);

  return n_cities;
}
