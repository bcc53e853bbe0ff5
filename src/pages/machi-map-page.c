/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-map-page.h"

#include "machi-city-list.h"
#include "machi-filter-bar.h"
#include "machi-heap.h"
#include "machi-map.h"
#include "machi-network-choice.h"
#include "machi-page.h"
#include "machi-place-card.h"
#include "machi-place-filter.h"

/* The share of all cities that is to be seen at first: what lies far off would make the rest small. */
#define FIRST_SHARE 0.9

/* Between the card and the edges of the map. */
#define CARD_MARGIN 12

/**
 * MachiMapPage:
 *
 * The map of the catalogue's cities beside a list of the same cities; those of one network, or all, that the filter of
 * the views leaves; one of them may be chosen. What is shown is said by the address:
 * `machi:map?network=ID&city=ID&country=VN&topic=waste`.
 */
struct _MachiMapPage
{
  AdwBin parent_instance;

  GtkOverlay *overlay;
  MachiPlaceCard *card;
  MachiNetworkChoice *networks;
  MachiFilterBar *filter_bar;
  MachiCityList *list;

  MachiEntryFilter *filter;
  MachiCatalog *catalog;
  GPtrArray *links;
  MachiEntry *network;
  MachiEntry *chosen;
  gboolean is_updating;

  /* The map is there only while the page is seen; where it was is kept. */
  MachiMap *map;
  gboolean has_memory;
  MachiMapMemory memory;
  MachiEntry *remembered;
};

static void page_iface_init (MachiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiMapPage,
                               machi_map_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MACHI_TYPE_PAGE, page_iface_init))

static GtkScrolledWindow *
get_scroller (MachiPage *page)
{
  return machi_city_list_get_scroller (MACHI_MAP_PAGE (page)->list);
}

static void
page_iface_init (MachiPageInterface *iface)
{
  iface->get_scroller = get_scroller;
}

/* ---- Opening ---- */

static MachiAddress *
create_address (MachiMapPage *self, MachiEntry *network, MachiEntry *city)
{
  g_autofree char *filter = machi_entry_filter_to_query (self->filter);
  g_autoptr (GString) query = g_string_new (NULL);

  if (network != NULL)
    g_string_append_printf (query, "network=%s", machi_entry_get_id (network));
  if (city != NULL)
    g_string_append_printf (query, "%scity=%s", query->len > 0 ? "&" : "", machi_entry_get_id (city));
  if (filter != NULL)
    g_string_append_printf (query, "%s%s", query->len > 0 ? "&" : "", filter);

  return machi_address_new_view ("map", query->len > 0 ? query->str : NULL);
}

/* The network and the city that the reader chooses are a visit, so that back leads back. */
static void
open (MachiMapPage *self, MachiEntry *network, MachiEntry *city)
{
  g_autoptr (MachiAddress) address = create_address (self, network, city);
  g_autofree char *text = machi_address_to_string (address);

  if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", text))
    machi_map_page_show (self, self->catalog, address);
}

static void
city_activated_cb (MachiMapPage *self, MachiEntry *city)
{
  if (city != self->chosen)
    open (self, self->network, city);
}

static void
card_closed_cb (MachiMapPage *self)
{
  machi_city_list_grab_list (self->list);
  open (self, self->network, NULL);
}

/* One need not go through all cities of the map to leave it. */
static void
list_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  machi_city_list_grab_list (MACHI_MAP_PAGE (widget)->list);
}

static void
network_chosen_cb (MachiMapPage *self)
{
  open (self, machi_network_choice_get_network (self->networks), NULL);
}

/* ---- The map ---- */

static void
append_unique (GPtrArray *places, MachiEntry *city)
{
  if (machi_entry_get_coordinates (city, NULL, NULL) && !g_ptr_array_find (places, city, NULL))
    g_ptr_array_add (places, g_object_ref (city));
}

/* The cities of the list; and the one that is chosen, with its partners, even where they are not in it. */
static GPtrArray *
collect_places (MachiMapPage *self, GPtrArray *partners)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *listed = machi_city_list_get_model (self->list);

  for (guint i = 0; i < g_list_model_get_n_items (listed); i++)
    {
      g_autoptr (MachiEntry) city = g_list_model_get_item (listed, i);
      append_unique (places, city);
    }
  for (guint i = 0; i < partners->len; i++)
    append_unique (places, partners->pdata[i]);
  if (self->chosen != NULL)
    append_unique (places, self->chosen);

  return places;
}

static void
update_inset (MachiMapPage *self)
{
  int width, height = 0;

  if (self->chosen != NULL)
    {
      gtk_widget_measure (GTK_WIDGET (self->card), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (self->card), GTK_ORIENTATION_VERTICAL,
                          MAX (width, gtk_widget_get_width (GTK_WIDGET (self->card))), NULL, &height, NULL, NULL);
    }
  machi_map_set_inset (self->map, height > 0 ? height + CARD_MARGIN : 0);
}

static void
update_map (MachiMapPage *self)
{
  g_autoptr (GPtrArray) partners = NULL;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) links = NULL;

  if (self->map == NULL || self->is_updating)
    return;

  partners = machi_place_filter_collect_partners (self->filter, self->links, self->chosen);
  places = collect_places (self, partners);
  links = machi_map_page_collect_links (self);
  update_inset (self);
  machi_map_show (self->map, places, links, self->chosen, partners);
}

static GPtrArray *
collect_listed (MachiMapPage *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return collect_places (self, none);
}

static void
list_changed_cb (MachiMapPage *self)
{
  g_autoptr (GPtrArray) places = NULL;

  update_map (self);
  if (self->map == NULL || self->is_updating || !machi_city_list_is_filtered (self->list))
    return;

  places = collect_listed (self);
  machi_map_reveal (self->map, places);
}

static GPtrArray *
collect_all_places (MachiMapPage *self)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = machi_catalog_get_entries (self->catalog, MACHI_KIND_CITY);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (MachiEntry) city = g_list_model_get_item (all, i);
      append_unique (places, city);
    }

  return places;
}

/* Where nothing is listed it is the catalogue's part of the world that is seen, rather than all of it. */
static void
fit_map (MachiMapPage *self)
{
  g_autoptr (GPtrArray) places = collect_listed (self);
  gboolean fits_all = self->network == NULL && machi_entry_filter_is_empty (self->filter);

  if (self->map == NULL)
    return;

  if (places->len == 0)
    {
      g_ptr_array_unref (places);
      places = collect_all_places (self);
      fits_all = TRUE;
    }
  machi_map_fit (self->map, places, fits_all ? FIRST_SHARE : 1);
}

static void
reveal_chosen (MachiMapPage *self)
{
  g_autoptr (GPtrArray) places = NULL;

  if (self->map == NULL || self->chosen == NULL || !machi_entry_get_coordinates (self->chosen, NULL, NULL))
    return;

  places = machi_place_filter_collect_partners (self->filter, self->links, self->chosen);
  append_unique (places, self->chosen);
  machi_map_reveal (self->map, places);
}

static void
machi_map_page_map (GtkWidget *widget)
{
  MachiMapPage *self = MACHI_MAP_PAGE (widget);

  if (self->map == NULL && self->catalog != NULL)
    {
      machi_heap_begin_use ();
      self->map = MACHI_MAP (machi_map_new ());
      g_signal_connect_object (self->map, "place-activated", G_CALLBACK (city_activated_cb), self, G_CONNECT_SWAPPED);
      gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->map));
      update_map (self);
      if (self->has_memory)
        machi_map_restore (self->map, &self->memory);
      else
        fit_map (self);
      if (!self->has_memory || self->chosen != self->remembered)
        reveal_chosen (self);
    }

  GTK_WIDGET_CLASS (machi_map_page_parent_class)->map (widget);
}

static void
machi_map_page_unmap (GtkWidget *widget)
{
  MachiMapPage *self = MACHI_MAP_PAGE (widget);

  GTK_WIDGET_CLASS (machi_map_page_parent_class)->unmap (widget);

  if (self->map == NULL)
    return;

  if (machi_map_save (self->map, &self->memory))
    {
      self->has_memory = TRUE;
      g_set_object (&self->remembered, self->chosen);
    }
  self->map = NULL;
  machi_heap_begin_release ();
  gtk_overlay_set_child (self->overlay, NULL);
}

/* ---- The filter ---- */

/* The cities of the network, or all. */
static GPtrArray *
collect_cities (MachiMapPage *self)
{
  GListModel *all = machi_catalog_get_entries (self->catalog, MACHI_KIND_CITY);
  GPtrArray *cities;

  if (self->network != NULL)
    return machi_entry_collect_targets (self->network, MACHI_ROLE_MEMBER);

  cities = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    g_ptr_array_add (cities, g_list_model_get_item (all, i));

  return cities;
}

static void
update_cities (MachiMapPage *self)
{
  g_autoptr (GPtrArray) cities = collect_cities (self);

  for (guint i = cities->len; i > 0; i--)
    if (!machi_place_filter_has_city (self->filter, cities->pdata[i - 1]))
      g_ptr_array_remove_index_fast (cities, i - 1);
  machi_city_list_set_cities (self->list, cities);
}

static MachiTally *
count_cities (MachiFacet facet, gpointer data)
{
  MachiMapPage *self = data;
  g_autoptr (GPtrArray) cities = collect_cities (self);
  MachiTally *tally = machi_tally_new ();

  for (guint i = 0; i < cities->len; i++)
    machi_place_filter_tally (self->filter, cities->pdata[i], facet, tally);

  return tally;
}

/* The address of the window follows the filter, but is no new visit. */
static void
filter_changed_cb (MachiMapPage *self)
{
  g_autoptr (MachiAddress) address = NULL;
  g_autofree char *text = NULL;

  if (self->is_updating || self->catalog == NULL)
    return;

  update_cities (self);
  machi_city_list_select (self->list, self->chosen);
  fit_map (self);
  address = create_address (self, self->network, self->chosen);
  text = machi_address_to_string (address);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.readdress", "s", text);
}

static void
show_all_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  machi_entry_filter_clear (MACHI_MAP_PAGE (widget)->filter);
}

/* ---- The page ---- */

static void
machi_map_page_dispose (GObject *object)
{
  MachiMapPage *self = MACHI_MAP_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_MAP_PAGE);
  self->map = NULL;
  g_clear_object (&self->catalog);
  g_clear_object (&self->filter);
  g_clear_object (&self->network);
  g_clear_object (&self->chosen);
  g_clear_object (&self->remembered);

  G_OBJECT_CLASS (machi_map_page_parent_class)->dispose (object);
}

static void
machi_map_page_finalize (GObject *object)
{
  MachiMapPage *self = MACHI_MAP_PAGE (object);

  g_clear_pointer (&self->links, g_ptr_array_unref);

  G_OBJECT_CLASS (machi_map_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiMapPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, MachiMapPage, card);
  gtk_widget_class_bind_template_child (widget_class, MachiMapPage, networks);
  gtk_widget_class_bind_template_child (widget_class, MachiMapPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, MachiMapPage, list);
  gtk_widget_class_bind_template_callback (widget_class, card_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, city_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, network_chosen_cb);
}

static void
machi_map_page_class_init (MachiMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_map_page_dispose;
  object_class->finalize = machi_map_page_finalize;
  widget_class->map = machi_map_page_map;
  widget_class->unmap = machi_map_page_unmap;

  gtk_widget_class_install_action (widget_class, "map-page.list", NULL, list_cb);
  gtk_widget_class_install_action (widget_class, "map-page.show-all", NULL, show_all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "map-page.list", NULL);

  g_type_ensure (MACHI_TYPE_CITY_LIST);
  g_type_ensure (MACHI_TYPE_FILTER_BAR);
  g_type_ensure (MACHI_TYPE_NETWORK_CHOICE);
  g_type_ensure (MACHI_TYPE_PLACE_CARD);
  bind_template (widget_class);
}

static void
machi_map_page_init (MachiMapPage *self)
{
  self->filter = machi_entry_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  machi_filter_bar_set_filter (self->filter_bar, self->filter);
  machi_filter_bar_set_count (self->filter_bar, count_cities, self);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * machi_map_page_new:
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
GtkWidget *
machi_map_page_new (void)
{
  return g_object_new (MACHI_TYPE_MAP_PAGE, NULL);
}

static void
set_catalog (MachiMapPage *self)
{
  int first, last;

  g_clear_pointer (&self->links, g_ptr_array_unref);
  self->has_memory = FALSE;
  self->links = machi_links_new (machi_catalog_get_entries (self->catalog, MACHI_KIND_COOPERATION));
  machi_network_choice_set_catalog (self->networks, self->catalog);
  machi_filter_bar_set_catalog (self->filter_bar, self->catalog);
  if (machi_place_filter_get_years (machi_catalog_get_entries (self->catalog, MACHI_KIND_CITY), &first, &last))
    machi_filter_bar_set_years (self->filter_bar, first, last);
}

static MachiEntry *
find_entry (MachiCatalog *catalog, MachiAddress *address, const char *key, MachiKind kind)
{
  g_autofree char *id = machi_address_dup_query_value (address, key);

  return id != NULL ? machi_catalog_lookup (catalog, kind, id) : NULL;
}

/* Returns whether the address asks for another filter. */
static gboolean
read_filter (MachiMapPage *self, MachiAddress *address)
{
  g_autofree char *before = machi_entry_filter_to_query (self->filter);
  g_autofree char *after = NULL;

  machi_entry_filter_set_query (self->filter, machi_address_get_query (address));
  after = machi_entry_filter_to_query (self->filter);

  return g_strcmp0 (before, after) != 0;
}

/**
 * machi_map_page_show:
 * @self: a page
 * @catalog: (transfer none): a catalogue
 * @address: (transfer none): an address of the view `map`
 *
 * Shows the cities of a network, or all of them, that the filter in @address leaves, and the one that is chosen.
 */
void
machi_map_page_show (MachiMapPage *self, MachiCatalog *catalog, MachiAddress *address)
{
  MachiEntry *network;
  gboolean has_other_cities;

  g_return_if_fail (MACHI_IS_MAP_PAGE (self));

  self->is_updating = TRUE;
  has_other_cities = g_set_object (&self->catalog, catalog);
  if (has_other_cities)
    set_catalog (self);
  network = find_entry (catalog, address, "network", MACHI_KIND_NETWORK);
  has_other_cities |= g_set_object (&self->network, network);
  has_other_cities |= read_filter (self, address);
  if (has_other_cities)
    update_cities (self);
  g_set_object (&self->chosen, find_entry (catalog, address, "city", MACHI_KIND_CITY));
  machi_place_card_set_city (self->card, self->chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->card), self->chosen != NULL);
  machi_network_choice_set_network (self->networks, self->network);
  machi_city_list_select (self->list, self->chosen);
  self->is_updating = FALSE;

  update_map (self);
  if (has_other_cities)
    {
      self->has_memory = FALSE;
      fit_map (self);
    }
  reveal_chosen (self);
}

/**
 * machi_map_page_get_cities:
 * @self: a page
 *
 * Returns: (transfer none): a list of #MachiEntry: the cities that it lists
 */
GListModel *
machi_map_page_get_cities (MachiMapPage *self)
{
  g_return_val_if_fail (MACHI_IS_MAP_PAGE (self), NULL);

  return machi_city_list_get_model (self->list);
}

/**
 * machi_map_page_get_chosen:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the city that is chosen
 */
MachiEntry *
machi_map_page_get_chosen (MachiMapPage *self)
{
  g_return_val_if_fail (MACHI_IS_MAP_PAGE (self), NULL);

  return self->chosen;
}

/**
 * machi_map_page_collect_links:
 * @self: a page
 *
 * Returns: (transfer container) (element-type MachiLink): the cities that it joins
 */
GPtrArray *
machi_map_page_collect_links (MachiMapPage *self)
{
  g_autoptr (GPtrArray) partners = NULL;
  g_autoptr (GPtrArray) places = NULL;

  g_return_val_if_fail (MACHI_IS_MAP_PAGE (self), NULL);

  partners = machi_place_filter_collect_partners (self->filter, self->links, self->chosen);
  places = collect_places (self, partners);

  return machi_place_filter_collect_links (self->filter, self->links, places);
}

/**
 * machi_map_page_get_filter:
 * @self: a page
 *
 * Returns: (transfer none): what it shows
 */
MachiEntryFilter *
machi_map_page_get_filter (MachiMapPage *self)
{
  g_return_val_if_fail (MACHI_IS_MAP_PAGE (self), NULL);

  return self->filter;
}
