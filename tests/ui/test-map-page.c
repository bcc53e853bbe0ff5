/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* for the processors */
#include "config.h"

#include "machi-map.h"
#include "machi-mini-map.h"
#include "machi-place-card.h"
#include "machi-test.h"
#include "map-fixture.h"

#ifdef __linux__
#include <sched.h>
#endif

static void
test_all (void)
{
  MachiMapPage *page = map_fixture_open ("machi:map");
  GListModel *all = machi_catalog_get_entries (map_fixture_get_catalog (), MACHI_KIND_CITY);
  g_autoptr (GHashTable) expected = g_hash_table_new (NULL, NULL);
  guint n_placed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (MachiEntry) city = g_list_model_get_item (all, i);

      g_hash_table_add (expected, city);
      n_placed += machi_entry_get_coordinates (city, NULL, NULL);
    }
  map_fixture_assert_lists (page, expected);
  g_assert_cmpuint (map_fixture_count_cities (), ==, n_placed);
}

/* Each network has its members on the map, and no other. */
static void
test_networks (void)
{
  GListModel *networks = machi_catalog_get_entries (map_fixture_get_catalog (), MACHI_KIND_NETWORK);

  for (guint i = 0; i < g_list_model_get_n_items (networks); i++)
    {
      g_autoptr (MachiEntry) network = g_list_model_get_item (networks, i);
      g_autofree char *address = g_strconcat ("machi:map?network=", machi_entry_get_id (network), NULL);
      g_autoptr (GHashTable) members = map_fixture_query_members (network);

      if (g_hash_table_size (members) == 0)
        continue;
      map_fixture_assert_lists (map_fixture_open (address), members);
      g_assert_cmpuint (map_fixture_count_cities (), ==, g_hash_table_size (members));
    }
}

/* What a reader does: opens the list of networks and takes one. */
static void
test_choose_network (void)
{
  MachiMapPage *page = map_fixture_open ("machi:map");
  GtkDropDown *networks = GTK_DROP_DOWN (machi_test_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL));
  MachiEntry *iclei = machi_catalog_lookup (map_fixture_get_catalog (), MACHI_KIND_NETWORK, "iclei");
  GListModel *names = gtk_drop_down_get_model (networks);
  g_autoptr (GHashTable) members = map_fixture_query_members (iclei);
  g_autofree char *address = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) name = g_list_model_get_item (names, i);

      if (g_strcmp0 (gtk_string_object_get_string (name), machi_entry_get_short_name (iclei)) == 0)
        gtk_drop_down_set_selected (networks, i);
    }
  machi_test_settle ();
  address = machi_window_dup_address (machi_test_get_window (map_fixture_application));
  g_assert_cmpstr (address, ==, "machi:map?network=iclei");
  map_fixture_assert_lists (page, members);

  gtk_widget_activate_action (GTK_WIDGET (page), "win.back", NULL);
  machi_test_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (networks), ==, 0);
}

static void
check_state (MachiPlaceMarker *marker, gpointer data)
{
  MachiEntry *chosen = data;
  MachiEntry *city = machi_place_marker_get_city (marker);
  g_autoptr (GPtrArray) partners = machi_city_collect_partners (chosen);
  MachiPlaceState expected = city == chosen                            ? MACHI_PLACE_CHOSEN
                             : g_ptr_array_find (partners, city, NULL) ? MACHI_PLACE_PARTNER
                                                                       : MACHI_PLACE_FADED;

  g_assert_cmpint (machi_place_marker_get_state (marker), ==, expected);
  if (expected != MACHI_PLACE_FADED)
    g_assert_cmpuint (machi_place_marker_get_n_cities (marker), ==, 1);
}

static void
test_choose_city (void)
{
  MachiMapPage *page = map_fixture_open ("machi:map");
  MachiEntry *city = machi_catalog_lookup (map_fixture_get_catalog (), MACHI_KIND_CITY, "kitakyushu");
  GtkWidget *list = machi_test_find (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL);
  GListModel *cities = machi_map_page_get_cities (page);
  g_autofree char *address = NULL;
  MachiEntry *shown = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (cities); i++)
    {
      g_autoptr (MachiEntry) item = g_list_model_get_item (cities, i);

      if (item == city)
        {
          g_signal_emit_by_name (list, "activate", i);
          break;
        }
    }
  machi_test_settle ();
  address = machi_window_dup_address (machi_test_get_window (map_fixture_application));
  g_assert_cmpstr (address, ==, "machi:map?city=kitakyushu");
  g_assert_true (machi_map_page_get_chosen (page) == city);
  map_fixture_foreach_marker (map_fixture_find (MACHI_TYPE_MAP), check_state, city);

  machi_test_wait_until (map_fixture_find (MACHI_TYPE_PLACE_CARD) != NULL);
  g_object_get (map_fixture_find (MACHI_TYPE_PLACE_CARD), "city", &shown, NULL);
  g_assert_true (shown == city);
  g_object_unref (shown);

  g_signal_emit_by_name (map_fixture_find (MACHI_TYPE_PLACE_CARD), "closed");
  machi_test_settle ();
  g_assert_null (machi_map_page_get_chosen (page));
  g_assert_null (map_fixture_find (MACHI_TYPE_PLACE_CARD));
}

/* Choosing a city that is not in the network keeps the network, and shows both. */
static void
test_network_and_city (void)
{
  MachiMapPage *page = map_fixture_open ("machi:map?network=iclei&city=surabaya");
  MachiEntry *iclei = machi_catalog_lookup (map_fixture_get_catalog (), MACHI_KIND_NETWORK, "iclei");
  g_autoptr (GHashTable) members = map_fixture_query_members (iclei);

  map_fixture_assert_lists (page, members);
  g_assert_true (machi_map_page_get_chosen (page)
                 == machi_catalog_lookup (map_fixture_get_catalog (), MACHI_KIND_CITY, "surabaya"));
}

static void
test_unknown (void)
{
  MachiMapPage *page = map_fixture_open ("machi:map?network=nothing&city=%00&more=less");

  g_assert_null (machi_map_page_get_chosen (page));
  g_assert_cmpuint (g_list_model_get_n_items (machi_map_page_get_cities (page)), ==,
                    g_list_model_get_n_items (machi_catalog_get_entries (map_fixture_get_catalog (), MACHI_KIND_CITY)));
}

static void
check_name (MachiPlaceMarker *marker, gpointer data)
{
  GtkAccessible *button = GTK_ACCESSIBLE (machi_place_marker_get_button (marker));
  const char *name = machi_entry_get_display_name (machi_place_marker_get_city (marker), NULL);
  g_autofree char *tooltip = g_strdup (gtk_widget_get_tooltip_text (GTK_WIDGET (button)));
  g_autofree char *error = gtk_test_accessible_check_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip);

  g_assert_cmpint (gtk_accessible_get_accessible_role (button), ==, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (button)));
  g_assert_cmpstr (error, ==, NULL);
  g_assert_true (strstr (tooltip, name) != NULL);
  (*(guint *) data)++;
}

static void
test_names (void)
{
  guint n_markers = 0;

  map_fixture_open ("machi:map");
  map_fixture_foreach_marker (map_fixture_find (MACHI_TYPE_MAP), check_name, &n_markers);
  g_assert_cmpuint (n_markers, >, 10);
  g_assert_cmpuint (n_markers, <, 300);
}

static void
test_filter (void)
{
  MachiMapPage *page = map_fixture_open ("machi:map");
  GtkWidget *entry = machi_test_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL);
  GListModel *cities = machi_map_page_get_cities (page);
  guint n_all = g_list_model_get_n_items (cities);
  g_autoptr (MachiEntry) found = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "hai phong");
  machi_test_wait_until (g_list_model_get_n_items (cities) == 1);
  found = g_list_model_get_item (cities, 0);
  g_assert_cmpstr (machi_entry_get_id (found), ==, "hai-phong");
  machi_test_settle ();
  g_assert_cmpuint (map_fixture_count_cities (), ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (entry), "北九州");
  machi_test_wait_until (g_list_model_get_n_items (cities) >= 1 && g_list_model_get_n_items (cities) < 5);
  gtk_editable_set_text (GTK_EDITABLE (entry), "there is no such city");
  machi_test_wait_until (g_list_model_get_n_items (cities) == 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  machi_test_wait_until (g_list_model_get_n_items (cities) == n_all);
}

static void
take_cluster (MachiPlaceMarker *marker, gpointer data)
{
  MachiPlaceMarker **cluster = data;

  if (machi_place_marker_get_n_cities (marker) > 1)
    *cluster = marker;
}

/* A click on several cities zooms in until they are apart. */
static void
test_cluster (void)
{
  MachiPlaceMarker *cluster = NULL;
  MachiGeoPoint centre;
  double before, after;

  map_fixture_open ("machi:map");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  map_fixture_foreach_marker (map_fixture_find (MACHI_TYPE_MAP), take_cluster, &cluster);
  g_assert_nonnull (cluster);
  machi_map_get_view (MACHI_MAP (map_fixture_find (MACHI_TYPE_MAP)), &centre, &before);
  g_signal_emit_by_name (machi_place_marker_get_button (cluster), "clicked");
  machi_test_settle ();
  machi_map_get_view (MACHI_MAP (map_fixture_find (MACHI_TYPE_MAP)), &centre, &after);
  g_assert_cmpfloat (after, >=, before + 1);
}

static void
test_zoom (void)
{
  MachiGeoPoint centre;
  double before, after;
  GtkWidget *map;

  map_fixture_open ("machi:map");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  map = map_fixture_find (MACHI_TYPE_MAP);
  gtk_widget_activate_action (map, "map.fit", NULL);
  machi_map_get_view (MACHI_MAP (map), &centre, &before);
  gtk_widget_activate_action (map, "map.zoom-in", NULL);
  machi_map_get_view (MACHI_MAP (map), &centre, &after);
  g_assert_cmpfloat (after, >, before);
  for (guint i = 0; i < 20; i++)
    gtk_widget_activate_action (map, "map.zoom-out", NULL);
  machi_map_get_view (MACHI_MAP (map), &centre, &after);
  g_assert_cmpfloat (after, <=, before);
  g_assert_cmpfloat (after, >=, 1);
}

/* Nothing of the map stays when its page is left; it comes back as it was. */
static void
test_leave (void)
{
  MachiMapPage *page = map_fixture_open ("machi:map?network=iclei");
  MachiGeoPoint centre, centre_again;
  double zoom, zoom_again;
  gpointer map = map_fixture_find (MACHI_TYPE_MAP);

  g_object_add_weak_pointer (map, &map);
  machi_map_get_view (map, &centre, &zoom);
  machi_window_open (machi_test_get_window (map_fixture_application), "machi:overview");
  machi_test_wait_until (map == NULL);

  gtk_widget_activate_action (GTK_WIDGET (machi_test_get_window (map_fixture_application)), "win.back", NULL);
  machi_test_wait_until (map_fixture_find (MACHI_TYPE_MAP) != NULL
                         && map_fixture_find (MACHI_TYPE_PLACE_MARKER) != NULL);
  g_assert_true (map_fixture_find (MACHI_TYPE_MAP_PAGE) == GTK_WIDGET (page));
  machi_map_get_view (MACHI_MAP (map_fixture_find (MACHI_TYPE_MAP)), &centre_again, &zoom_again);
  g_assert_cmpfloat_with_epsilon (zoom, zoom_again, 1e-6);
  g_assert_cmpfloat_with_epsilon (centre.latitude, centre_again.latitude, 1e-6);
  g_assert_cmpfloat_with_epsilon (centre.longitude, centre_again.longitude, 1e-6);
}

static guint
count_base_layers (void)
{
  GtkWidget *child = gtk_widget_get_first_child (map_fixture_find (SHUMATE_TYPE_MAP));
  guint n_layers = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    n_layers += SHUMATE_IS_MAP_LAYER (child);

  return n_layers;
}

/* The map of the other style takes the place of the first when it is drawn. */
static void
test_dark (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  map_fixture_open ("machi:map");
  g_assert_cmpuint (count_base_layers (), ==, 1);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_cmpuint (count_base_layers (), ==, 2);
  machi_test_wait_until (count_base_layers () == 1);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  machi_test_wait_until (count_base_layers () == 1);
}

static void
test_mini_map (void)
{
  MachiCatalog *catalog = map_fixture_get_catalog ();
  g_autoptr (MachiMiniMap) map = MACHI_MINI_MAP (g_object_ref_sink (machi_mini_map_new ()));
  MachiEntry *network = machi_catalog_lookup (catalog, MACHI_KIND_NETWORK, "iclei");
  MachiEntry *city = machi_catalog_lookup (catalog, MACHI_KIND_CITY, "osaka");
  GVariant *target;

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (map)));
  machi_mini_map_set_entry (map, network);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (map)));
  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (map));
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, "machi:map?network=iclei");
  machi_mini_map_set_entry (map, city);
  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (map));
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, "machi:map?city=osaka");
  gtk_test_accessible_assert_property (map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map: Osaka");
  machi_mini_map_set_entry (map, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (map)));
}

/* With one processor libshumate draws nothing: then Machi does. */
static void
test_one_processor (void)
{
#ifdef __linux__
  cpu_set_t all, one;

  machi_window_open (machi_test_get_window (map_fixture_application), "machi:overview");
  g_assert_cmpint (sched_getaffinity (0, sizeof all, &all), ==, 0);
  CPU_ZERO (&one);
  for (int i = 0; i < CPU_SETSIZE && CPU_COUNT (&one) == 0; i++)
    if (CPU_ISSET (i, &all))
      CPU_SET (i, &one);
  if (sched_setaffinity (0, sizeof one, &one) != 0)
    {
      g_test_skip ("the processors cannot be chosen here");
      return;
    }
  map_fixture_open ("machi:map");
  g_assert_true (machi_map_is_drawn (MACHI_MAP (map_fixture_find (MACHI_TYPE_MAP))));
  for (guint i = 0; i < 100; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  sched_setaffinity (0, sizeof all, &all);
#else
  g_test_skip ("the processors cannot be chosen here");
#endif
}

/* A place is captioned by its own names, in whatever other languages it has one. */
static void
test_own_names (void)
{
  static const struct
  {
    const char *id, *own;
  } cities[] = { { "kitakyushu", "北九州市" },
                 { "dalian", "大连市" },
                 { "bangkok", "กรุงเทพมหานคร" },
                 { "penang", "Pulau Pinang · 槟城" } };
  MachiCatalog *catalog = machi_window_get_catalog (machi_test_get_window (map_fixture_application));

  for (guint i = 0; i < G_N_ELEMENTS (cities); i++)
    {
      MachiEntry *city = machi_catalog_lookup (catalog, MACHI_KIND_CITY, cities[i].id);
      g_autofree char *own = machi_city_dup_native (city, FALSE);
      g_autofree char *all = machi_city_dup_native (city, TRUE);

      g_assert_cmpstr (own, ==, cities[i].own);
      g_assert_true (g_str_has_prefix (all, own));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  map_fixture_application = machi_test_start ();

  g_test_add_func ("/map-page/all", test_all);
  g_test_add_func ("/map-page/networks", test_networks);
  g_test_add_func ("/map-page/choose-network", test_choose_network);
  g_test_add_func ("/map-page/choose-city", test_choose_city);
  g_test_add_func ("/map-page/network-and-city", test_network_and_city);
  g_test_add_func ("/map-page/unknown", test_unknown);
  g_test_add_func ("/map-page/names", test_names);
  g_test_add_func ("/map-page/own-names", test_own_names);
  g_test_add_func ("/map-page/filter", test_filter);
  g_test_add_func ("/map-page/cluster", test_cluster);
  g_test_add_func ("/map-page/zoom", test_zoom);
  g_test_add_func ("/map-page/leave", test_leave);
  g_test_add_func ("/map-page/dark", test_dark);
  g_test_add_func ("/map-page/mini-map", test_mini_map);
  g_test_add_func ("/map-page/one-processor", test_one_processor);
  status = g_test_run ();
  machi_test_stop (map_fixture_application);

  return status;
}
