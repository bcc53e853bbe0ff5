/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-mini-map.h"

#include "machi-arc-layer.h"
#include "machi-links.h"
#include "machi-locale.h"
#include "machi-map-painter.h"
#include "machi-map-view.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 176
#define MIN_WIDTH 120

/* Around the places. */
#define MARGIN 22

/* A single city is shown with the country around it. */
#define MAX_ZOOM 4.6

/* The share of all cities of a catalogue that is to be seen: what lies far off would make the rest small. */
#define CATALOG_SHARE 0.9

/* So many cities are small dots, and what joins them thin lines, or they would hide each other. */
#define N_CROWDED 60
#define CROWDED_RADIUS 2.2
#define CROWDED_WIDTH 0.35
#define CROWDED_OPACITY 0.45

/* How many cities are named to who does not see the map. */
#define N_NAMED 5

/**
 * MachiMiniMap:
 *
 * A small picture of where an entry is, with the cities that work together joined. It opens the map at them. It is
 * hidden where no place is known.
 */
struct _MachiMiniMap
{
  GtkButton parent_instance;

  MachiEntry *entry;
  double share;
  GPtrArray *places;
  GPtrArray *links;
  GdkTexture *texture;
  int texture_width;
  int texture_height;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiMiniMap, machi_mini_map, GTK_TYPE_BUTTON)

static void
drop_texture (MachiMiniMap *self)
{
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* All ends of all lines, too, are to be seen. */
static gboolean
get_box (MachiMiniMap *self, MachiGeoBox *box)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (MachiGeoPoint));

  for (guint i = 0; i < self->places->len; i++)
    {
      MachiGeoPoint point = machi_entry_get_point (self->places->pdata[i]);
      g_array_append_val (points, point);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      const MachiLink *link = g_ptr_array_index (self->links, i);
      MachiGeoPoint ends[] = { machi_entry_get_point (link->first), machi_entry_get_point (link->second) };
      g_array_append_vals (points, ends, 2);
    }

  return machi_geo_get_box ((MachiGeoPoint *) points->data, points->len, self->share, box);
}

static double
get_radius (MachiMiniMap *self)
{
  return self->places->len > N_CROWDED ? CROWDED_RADIUS : self->places->len > 12 ? 4 : 5.5;
}

static void
draw_links (MachiMiniMap *self, cairo_t *cr, const MachiMapView *view, GdkRGBA color)
{
  gboolean crowded = self->places->len > N_CROWDED;

  color.alpha *= crowded ? CROWDED_OPACITY : 1;
  gdk_cairo_set_source_rgba (cr, &color);
  for (guint i = 0; i < self->links->len; i++)
    {
      machi_arc_trace (self->links->pdata[i], view, cr);
      cairo_set_line_width (cr, machi_arc_get_width (self->links->pdata[i]) * (crowded ? CROWDED_WIDTH : 1));
      cairo_stroke (cr);
    }
}

static void
draw_dot (
    cairo_t *cr, const MachiMapView *view, MachiEntry *city, double radius, const GdkRGBA *color, const GdkRGBA *rim)
{
  double world_x, world_y, x, y;

  machi_geo_project (machi_entry_get_point (city), &world_x, &world_y);
  machi_map_view_place (view, world_x, world_y, &x, &y);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, rim);
  cairo_set_line_width (cr, MIN (1.25, radius / 3));
  cairo_stroke (cr);
}

static void
draw (MachiMiniMap *self, cairo_t *cr, const MachiMapStyle *style, const MachiGeoBox *box, int width, int height)
{
  MachiGeoPoint centre;
  double zoom = machi_geo_box_fit (box, MAX (width - 2 * MARGIN, 40), MAX (height - 2 * MARGIN, 40), &centre);
  MachiMapView view;
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  zoom = CLAMP (zoom, log2 ((double) width / MACHI_GEO_TILE_SIZE) - 0.3, MAX_ZOOM);
  view = machi_map_view_new (centre, zoom, width, height);
  machi_map_paint (cr, style, centre, zoom, width, height);

  draw_links (self, cr, &view, color);
  for (guint i = 0; i < self->links->len; i++)
    {
      const MachiLink *link = g_ptr_array_index (self->links, i);
      draw_dot (cr, &view, link->first, MIN (3.5, get_radius (self)), &color, &style->land);
      draw_dot (cr, &view, link->second, MIN (3.5, get_radius (self)), &color, &style->land);
    }
  for (guint i = 0; i < self->places->len; i++)
    draw_dot (cr, &view, self->places->pdata[i], get_radius (self), &color, &style->land);
}

static GdkTexture *
create_texture (MachiMiniMap *self, int width, int height)
{
  const MachiMapStyle *style = machi_map_get_style (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * scale, height * scale);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  MachiGeoBox box;

  cairo_scale (cr, scale, scale);
  if (get_box (self, &box))
    draw (self, cr, style, &box, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) (height * scale),
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_B8G8R8X8, bytes, stride);
}

static void
machi_mini_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MachiMiniMap *self = MACHI_MINI_MAP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->texture != NULL && (self->texture_width != width || self->texture_height != height))
    g_clear_object (&self->texture);
  if (self->places != NULL && width > 0 && height > 0)
    {
      if (self->texture == NULL)
        self->texture = create_texture (self, width, height);
      self->texture_width = width;
      self->texture_height = height;
      gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
    }

  GTK_WIDGET_CLASS (machi_mini_map_parent_class)->snapshot (widget, snapshot);
}

static void
machi_mini_map_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (machi_mini_map_parent_class)->css_changed (widget, change);

  drop_texture (MACHI_MINI_MAP (widget));
}

static void
machi_mini_map_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (machi_mini_map_parent_class)->unmap (widget);

  drop_texture (MACHI_MINI_MAP (widget));
}

static void
machi_mini_map_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiMiniMap *self = MACHI_MINI_MAP (object);

  switch (prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_mini_map_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ENTRY:
      machi_mini_map_set_entry (MACHI_MINI_MAP (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_mini_map_dispose (GObject *object)
{
  MachiMiniMap *self = MACHI_MINI_MAP (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);

  G_OBJECT_CLASS (machi_mini_map_parent_class)->dispose (object);
}

static void
machi_mini_map_class_init (MachiMiniMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_mini_map_dispose;
  object_class->get_property = machi_mini_map_get_property;
  object_class->set_property = machi_mini_map_set_property;
  widget_class->snapshot = machi_mini_map_snapshot;
  widget_class->css_changed = machi_mini_map_css_changed;
  widget_class->unmap = machi_mini_map_unmap;

  /**
   * MachiMiniMap:entry:
   *
   * What it shows the places of.
   */
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, MACHI_TYPE_ENTRY,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_mini_map_init (MachiMiniMap *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "machi-mini-map");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_size_request (GTK_WIDGET (self), MIN_WIDTH, HEIGHT);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Show on the map"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", "machi:map");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open");
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (drop_texture), self,
                           G_CONNECT_SWAPPED);
}

/**
 * machi_mini_map_new:
 *
 * Returns: (transfer floating): a map of nothing, hidden
 */
GtkWidget *
machi_mini_map_new (void)
{
  return g_object_new (MACHI_TYPE_MINI_MAP, NULL);
}

static char *
make_label (GPtrArray *places)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_more = places->len > N_NAMED ? places->len - N_NAMED : 0;

  for (guint i = 0; i < MIN (places->len, N_NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? machi_locale_get_list_separator () : "",
                            machi_entry_get_display_name (places->pdata[i], NULL));
  if (n_more > 0)
    /* Translators: a small map with many cities, some of which are named */
    return g_strdup_printf (ngettext ("Map: %s and %u more city", "Map: %s and %u more cities", n_more), names->str,
                            n_more);

  /* Translators: a small map; then the names of the cities on it */
  return g_strdup_printf (_ ("Map: %s"), names->str);
}

/* The map at a network, or at a city: the entry itself or the first of its cities. */
static char *
make_address (MachiEntry *entry, GPtrArray *places)
{
  if (machi_entry_get_kind (entry) == MACHI_KIND_NETWORK)
    return g_strconcat ("machi:map?network=", machi_entry_get_id (entry), NULL);

  return g_strconcat ("machi:map?city=", machi_entry_get_id (places->pdata[0]), NULL);
}

/**
 * machi_mini_map_set_entry:
 * @self: a small map
 * @entry: (nullable) (transfer none): an entry of any kind
 *
 * Shows the places of an entry: of a city with its partners, of a network's members, of a cooperation's pair and so
 * on.
 */
void
machi_mini_map_set_entry (MachiMiniMap *self, MachiEntry *entry)
{
  g_return_if_fail (MACHI_IS_MINI_MAP (self));

  if (!g_set_object (&self->entry, entry))
    return;

  self->share = 1;
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  if (entry != NULL)
    {
      self->places = machi_entry_collect_places (entry);
      self->links = machi_entry_collect_links (entry);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), entry != NULL && self->places->len > 0);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      g_autofree char *label = make_label (self->places);
      g_autofree char *address = make_address (entry, self->places);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", address);
    }
  drop_texture (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

static char *
make_catalog_label (guint n_cities, guint n_cooperations)
{
  g_autofree char *cities = g_strdup_printf (ngettext ("%u city", "%u cities", n_cities), n_cities);
  g_autofree char *cooperations
      = g_strdup_printf (ngettext ("%u cooperation", "%u cooperations", n_cooperations), n_cooperations);

  /* Translators: what a screen reader says of the small map of the overview: "Map: 243 cities, 106 cooperations" */
  return g_strdup_printf (_ ("Map: %s, %s"), cities, cooperations);
}

/**
 * machi_mini_map_set_catalog:
 * @self: a small map
 * @catalog: (transfer none): a catalogue
 *
 * Shows all cities of @catalog, and which of them work together.
 */
void
machi_mini_map_set_catalog (MachiMiniMap *self, MachiCatalog *catalog)
{
  GListModel *cities = machi_catalog_get_entries (catalog, MACHI_KIND_CITY);
  GListModel *cooperations = machi_catalog_get_entries (catalog, MACHI_KIND_COOPERATION);
  g_autofree char *label = NULL;

  g_return_if_fail (MACHI_IS_MINI_MAP (self));

  g_clear_object (&self->entry);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  self->share = CATALOG_SHARE;
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (cities); i++)
    {
      g_autoptr (MachiEntry) city = g_list_model_get_item (cities, i);

      if (machi_entry_get_coordinates (city, NULL, NULL))
        g_ptr_array_add (self->places, g_steal_pointer (&city));
    }
  self->links = machi_links_new (cooperations);
  label = make_catalog_label (self->places->len, g_list_model_get_n_items (cooperations));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", "machi:map");
  /* It is what one opens the program with: a pointer that happens to be there is no question. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->places->len > 0);
  drop_texture (self);
}
