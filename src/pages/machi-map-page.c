/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-map-page.h"

#include "machi-city-list.h"
#include "machi-links.h"
#include "machi-locale.h"
#include "machi-map.h"
#include "machi-page.h"
#include "machi-place-card.h"

#include <glib/gi18n.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* The share of all cities that is to be seen at first: what lies far off would make the rest small. */
#define FIRST_SHARE 0.9

/* What glibc may keep of freed memory at the end of a heap. */
#define KEPT_WHILE_FREEING (64 * 1024)
#define KEPT_USUALLY (16 * 1024 * 1024)

/* Between the card and the edges of the map. */
#define CARD_MARGIN 12

/**
 * MachiMapPage:
 *
 * The map of the catalogue's cities beside a list of the same cities; those of one network, or all; one of them may
 * be chosen. What is shown is said by the address: `machi:map?network=ID&city=ID`.
 */
struct _MachiMapPage
{
  AdwBin parent_instance;

  GtkOverlay *overlay;
  MachiPlaceCard *card;
  GtkDropDown *networks;
  MachiCityList *list;

  MachiCatalog *catalog;
  GPtrArray *network_entries;
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

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiMapPage, machi_map_page, ADW_TYPE_BIN,
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

/* Everything that the reader chooses is an address, so that back leads back. */
static void
open (MachiMapPage *self, MachiEntry *network, MachiEntry *city)
{
  g_autoptr (GString) query = g_string_new (NULL);
  g_autoptr (MachiAddress) address = NULL;
  g_autofree char *text = NULL;

  if (network != NULL)
    g_string_append_printf (query, "network=%s", machi_entry_get_id (network));
  if (city != NULL)
    g_string_append_printf (query, "%scity=%s", query->len > 0 ? "&" : "", machi_entry_get_id (city));

  address = machi_address_new_view ("map", query->len > 0 ? query->str : NULL);
  text = machi_address_to_string (address);
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
network_selected_cb (MachiMapPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->networks);
  MachiEntry *network = NULL;

  if (self->is_updating || self->network_entries == NULL)
    return;

  if (selected > 0 && selected <= self->network_entries->len)
    network = g_ptr_array_index (self->network_entries, selected - 1);
  if (network != self->network)
    open (self, network, NULL);
}

/* ---- The map ---- */

static void
append_unique (GPtrArray *places, MachiEntry *city)
{
  if (machi_entry_get_coordinates (city, NULL, NULL) && !g_ptr_array_find (places, city, NULL))
    g_ptr_array_add (places, g_object_ref (city));
}

static GPtrArray *
collect_partners (MachiMapPage *self)
{
  return self->chosen != NULL ? machi_city_collect_partners (self->chosen) : g_ptr_array_new ();
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

static GPtrArray *
collect_links (MachiMapPage *self, GPtrArray *places)
{
  GPtrArray *links = g_ptr_array_new ();
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < places->len; i++)
    g_hash_table_add (shown, places->pdata[i]);
  for (guint i = 0; i < self->links->len; i++)
    {
      MachiLink *link = g_ptr_array_index (self->links, i);

      if (g_hash_table_contains (shown, link->first) && g_hash_table_contains (shown, link->second))
        g_ptr_array_add (links, link);
    }

  return links;
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

  partners = collect_partners (self);
  places = collect_places (self, partners);
  links = collect_links (self, places);
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

static void
fit_map (MachiMapPage *self)
{
  g_autoptr (GPtrArray) places = collect_listed (self);

  if (self->map != NULL)
    machi_map_fit (self->map, places, self->network == NULL ? FIRST_SHARE : 1);
}

static void
reveal_chosen (MachiMapPage *self)
{
  g_autoptr (GPtrArray) places = NULL;

  if (self->map == NULL || self->chosen == NULL || !machi_entry_get_coordinates (self->chosen, NULL, NULL))
    return;

  places = collect_partners (self);
  for (guint i = places->len; i > 0; i--)
    if (!machi_entry_get_coordinates (places->pdata[i - 1], NULL, NULL))
      g_ptr_array_remove_index (places, i - 1);
  append_unique (places, self->chosen);
  machi_map_reveal (self->map, places);
}

static void
machi_map_page_map (GtkWidget *widget)
{
  MachiMapPage *self = MACHI_MAP_PAGE (widget);

  if (self->map == NULL && self->catalog != NULL)
    {
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

/* The tiles were drawn by threads. glibc keeps what is freed at the end of a thread's heap, up to a threshold
 * that it raises by itself; while they are freed it is low, and then as high as it would be. */
static void
set_kept_memory (int size)
{
#ifdef __GLIBC__
  mallopt (M_TRIM_THRESHOLD, size);
#endif
}

static gboolean
give_memory_back_cb (gpointer data G_GNUC_UNUSED)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  set_kept_memory (KEPT_USUALLY);

  return G_SOURCE_REMOVE;
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
  set_kept_memory (KEPT_WHILE_FREEING);
  gtk_overlay_set_child (self->overlay, NULL);
  /* Tiles that are being drawn now are thrown away when they are done, those of the last frame with the next. */
  g_timeout_add_seconds (1, give_memory_back_cb, NULL);
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
  g_clear_object (&self->network);
  g_clear_object (&self->chosen);
  g_clear_object (&self->remembered);

  G_OBJECT_CLASS (machi_map_page_parent_class)->dispose (object);
}

static void
machi_map_page_finalize (GObject *object)
{
  MachiMapPage *self = MACHI_MAP_PAGE (object);

  g_clear_pointer (&self->network_entries, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, MachiMapPage, list);
  gtk_widget_class_bind_template_callback (widget_class, card_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, city_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, network_selected_cb);
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
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "map-page.list", NULL);

  g_type_ensure (MACHI_TYPE_CITY_LIST);
  g_type_ensure (MACHI_TYPE_PLACE_CARD);
  bind_template (widget_class);
}

static void
machi_map_page_init (MachiMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

static int
compare_networks (gconstpointer a, gconstpointer b)
{
  MachiEntry *first = *(MachiEntry **) a;
  MachiEntry *second = *(MachiEntry **) b;

  return machi_locale_collate (machi_entry_get_short_name (first), machi_entry_get_short_name (second));
}

static void
set_catalog (MachiMapPage *self)
{
  GListModel *networks = machi_catalog_get_entries (self->catalog, MACHI_KIND_NETWORK);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_clear_pointer (&self->network_entries, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  self->has_memory = FALSE;
  self->links = machi_links_new (machi_catalog_get_entries (self->catalog, MACHI_KIND_COOPERATION));
  self->network_entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (networks); i++)
    {
      g_autoptr (MachiEntry) network = g_list_model_get_item (networks, i);

      if (machi_entry_count_relations (network, MACHI_ROLE_MEMBER) > 0)
        g_ptr_array_add (self->network_entries, g_steal_pointer (&network));
    }
  g_ptr_array_sort (self->network_entries, compare_networks);

  gtk_string_list_append (names, _ ("All networks"));
  for (guint i = 0; i < self->network_entries->len; i++)
    gtk_string_list_append (names, machi_entry_get_short_name (self->network_entries->pdata[i]));
  gtk_drop_down_set_model (self->networks, G_LIST_MODEL (names));
}

static void
update_cities (MachiMapPage *self)
{
  GListModel *all = machi_catalog_get_entries (self->catalog, MACHI_KIND_CITY);
  g_autoptr (GPtrArray) cities = NULL;

  if (self->network != NULL)
    cities = machi_entry_collect_targets (self->network, MACHI_ROLE_MEMBER);
  else
    {
      cities = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        g_ptr_array_add (cities, g_list_model_get_item (all, i));
    }
  machi_city_list_set_cities (self->list, cities);
}

static MachiEntry *
find_entry (MachiCatalog *catalog, MachiAddress *address, const char *key, MachiKind kind)
{
  g_autofree char *id = machi_address_dup_query_value (address, key);

  return id != NULL ? machi_catalog_lookup (catalog, kind, id) : NULL;
}

static void
select_network (MachiMapPage *self)
{
  guint index = 0;

  if (self->network != NULL && g_ptr_array_find (self->network_entries, self->network, &index))
    index++;
  gtk_drop_down_set_selected (self->networks, index);
}

/**
 * machi_map_page_show:
 * @self: a page
 * @catalog: (transfer none): a catalogue
 * @address: (transfer none): an address of the view `map`
 *
 * Shows the cities of a network, or all of them, and the one that is chosen.
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
  if (has_other_cities)
    update_cities (self);
  g_set_object (&self->chosen, find_entry (catalog, address, "city", MACHI_KIND_CITY));
  machi_place_card_set_city (self->card, self->chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->card), self->chosen != NULL);
  select_network (self);
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
