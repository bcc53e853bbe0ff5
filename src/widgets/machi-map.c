/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-map.h"

#include "machi-arc-layer.h"
#include "machi-map-source.h"
#include "machi-map-style.h"
#include "machi-name-layer.h"
#include "machi-place-layer.h"

#include <glib/gi18n.h>
#include <math.h>

/* As near as the map goes by itself: nearer, the land of 1:50m is a few straight lines. */
#define MAX_FIT_ZOOM 6

/* Around what is to be seen; less where there is little room. */
#define MARGIN 44
#define MARGIN_SHARE 8

#define ZOOM_MS 200
#define MOVE_MS 450

/**
 * MachiMap:
 *
 * A map of cities and of what they do together, over the built-in base map. libshumate keeps up to a hundred of its
 * tiles, so it is made when it is shown, and destroyed when its page is left.
 */
struct _MachiMap
{
  GtkWidget parent_instance;

  GtkWidget *child;
  ShumateMap *map;
  ShumateScale *scale;
  ShumateViewport *viewport;
  ShumateMapLayer *base;
  MachiArcLayer *arcs;
  MachiNameLayer *names;
  MachiPlaceLayer *layer;

  GPtrArray *places;
  int inset;

  /* What was last fitted, and the view that came of it: while the reader has not moved it, it is fitted again to
   * a new size. */
  MachiGeoBox box;
  gboolean has_box;
  MachiGeoPoint fitted_centre;
  double fitted_zoom;
  guint settle_id;
  gboolean is_settled;
};

enum
{
  PLACE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiMap, machi_map, GTK_TYPE_WIDGET)

/* ---- The base map ---- */

static void
update_min_zoom (MachiMap *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  /* The world is not to be seen twice. */
  if (width > 0)
    shumate_viewport_set_min_zoom_level (
        self->viewport, (guint) CLAMP (round (log2 ((double) width / MACHI_GEO_TILE_SIZE)), MACHI_MAP_MIN_ZOOM, 3));
}

static void
remove_old_base (ShumateMapLayer *old)
{
  GtkWidget *map = gtk_widget_get_parent (GTK_WIDGET (old));

  if (map != NULL)
    shumate_map_remove_layer (SHUMATE_MAP (map), SHUMATE_LAYER (old));
}

/* The old one stays below the new one until that is drawn. */
static void
update_base (MachiMap *self)
{
  ShumateMapSource *source = machi_map_source_get (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  ShumateMapLayer *old = self->base;

  shumate_viewport_set_reference_map_source (self->viewport, source);
  update_min_zoom (self);

  self->base = shumate_map_layer_new (source, self->viewport);
  shumate_map_insert_layer_above (self->map, SHUMATE_LAYER (self->base), SHUMATE_LAYER (old));
  if (old != NULL)
    g_signal_connect_object (self->base, "map-loaded", G_CALLBACK (remove_old_base), old, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- Moving ---- */

/* The zoom comes first: what can be in the middle depends on it. */
static void
jump_to (MachiMap *self, MachiGeoPoint centre, double zoom)
{
  shumate_viewport_set_zoom_level (self->viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), centre.latitude, centre.longitude);
}

static void
move_to (MachiMap *self, MachiGeoPoint centre, double zoom, guint duration)
{
  double longitude = shumate_location_get_longitude (SHUMATE_LOCATION (self->viewport));

  shumate_map_stop_go_to (self->map);
  /* libshumate would go the long way round the world. */
  if (duration == 0 || fabs (centre.longitude - longitude) > 180 || !adw_get_enable_animations (GTK_WIDGET (self))
      || !self->is_settled)
    jump_to (self, centre, zoom);
  else
    shumate_map_go_to_full_with_duration (self->map, CLAMP (centre.latitude, -85, 85),
                                          CLAMP (centre.longitude, -180, 180), zoom, duration);
}

static void
zoom_by (MachiMap *self, double step)
{
  MachiGeoPoint centre;
  double zoom;

  machi_map_get_view (self, &centre, &zoom);
  move_to (self, centre, round (zoom * 2) / 2 + step, ZOOM_MS);
}

static void
zoom_in_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  zoom_by (MACHI_MAP (widget), 1);
}

static void
zoom_out_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  zoom_by (MACHI_MAP (widget), -1);
}

static void
fit_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MachiMap *self = MACHI_MAP (widget);

  machi_map_fit (self, self->places, 1);
}

/* Keeps the poles, beyond which there is nothing, out of the middle. */
static void
keep_inside (MachiMap *self)
{
  MachiGeoPoint centre;
  double zoom, x, y, half;

  machi_map_get_view (self, &centre, &zoom);
  machi_geo_project (centre, &x, &y);
  half = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 / (MACHI_GEO_TILE_SIZE * exp2 (zoom));
  if (half >= 0.5 ? fabs (y - 0.5) < 1e-6 : y >= half - 1e-6 && y <= 1 - half + 1e-6)
    return;

  machi_geo_unproject (x, half >= 0.5 ? 0.5 : CLAMP (y, half, 1 - half), &centre);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), centre.latitude, centre.longitude);
}

static void
viewport_changed_cb (MachiMap *self)
{
  double zoom = shumate_viewport_get_zoom_level (self->viewport);

  keep_inside (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-in",
                                 zoom < shumate_viewport_get_max_zoom_level (self->viewport));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-out",
                                 zoom > shumate_viewport_get_min_zoom_level (self->viewport));
}

/* ---- Fitting ---- */

static void
fit_box (MachiMap *self, guint duration)
{
  double width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 40);
  double height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->inset, 40);
  double x, y, zoom, scale;
  MachiGeoPoint centre;

  zoom = machi_geo_box_fit (&self->box, width - 2 * MIN (MARGIN, width / MARGIN_SHARE),
                            height - 2 * MIN (MARGIN, height / MARGIN_SHARE), &centre);
  zoom = CLAMP (zoom, shumate_viewport_get_min_zoom_level (self->viewport), MAX_FIT_ZOOM);
  scale = MACHI_GEO_TILE_SIZE * exp2 (zoom);
  machi_geo_project (centre, &x, &y);
  machi_geo_unproject (x, y + self->inset / 2.0 / scale, &centre);

  self->fitted_centre = centre;
  self->fitted_zoom = zoom;
  move_to (self, centre, zoom, duration);
}

static gboolean
is_as_fitted (MachiMap *self)
{
  MachiGeoPoint centre;
  double zoom;

  if (!self->has_box)
    return FALSE;

  machi_map_get_view (self, &centre, &zoom);

  return !self->is_settled
         || (fabs (centre.latitude - self->fitted_centre.latitude) < 1e-3 && fabs (zoom - self->fitted_zoom) < 1e-3
             && fabs (centre.longitude - self->fitted_centre.longitude) < 1e-3);
}

/* Of another size: what is to be seen is fitted to it before the next frame. */
static gboolean
settle_cb (gpointer data)
{
  MachiMap *self = data;
  gboolean as_fitted = is_as_fitted (self);

  self->settle_id = 0;
  update_min_zoom (self);
  if (as_fitted)
    fit_box (self, 0);
  viewport_changed_cb (self);
  gtk_widget_set_opacity (GTK_WIDGET (self->map), 1);
  self->is_settled = TRUE;

  return G_SOURCE_REMOVE;
}

static void
machi_map_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  gtk_widget_measure (MACHI_MAP (widget)->child, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
machi_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MachiMap *self = MACHI_MAP (widget);

  gtk_widget_allocate (self->child, width, height, baseline, NULL);

  if (self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_HIGH, settle_cb, self, NULL);
}

/* ---- The widget ---- */

static void
place_activated_cb (MachiMap *self, MachiEntry *city)
{
  g_signal_emit (self, signals[PLACE_ACTIVATED], 0, city);
}

static void
cluster_activated_cb (MachiMap *self, GPtrArray *cities)
{
  MachiGeoPoint centre;
  double zoom;

  machi_map_get_view (self, &centre, &zoom);
  machi_map_fit (self, cities, 1);
  if (self->fitted_zoom < zoom + 1)
    {
      self->has_box = FALSE;
      move_to (self, self->fitted_centre, zoom + 1, MOVE_MS);
    }
}

/* The map turns with two fingers; nothing here could turn it back. */
static void
forbid_turning (ShumateMap *map)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ROTATE (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
machi_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const MachiMapStyle *style = machi_map_get_style (adw_style_manager_get_dark (adw_style_manager_get_default ()));

  gtk_snapshot_append_color (
      snapshot, &style->water,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  GTK_WIDGET_CLASS (machi_map_parent_class)->snapshot (widget, snapshot);
}

static void
machi_map_dispose (GObject *object)
{
  MachiMap *self = MACHI_MAP (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_MAP);

  G_OBJECT_CLASS (machi_map_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "map.zoom-in" },
    { GDK_KEY_equal, "map.zoom-in" },
    { GDK_KEY_KP_Add, "map.zoom-in" },
    { GDK_KEY_minus, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, "map.zoom-out" },
    { GDK_KEY_0, "map.fit" },
    { GDK_KEY_KP_0, "map.fit" },
    { GDK_KEY_Home, "map.fit" },
  };

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
}

static void
machi_map_class_init (MachiMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_map_dispose;
  widget_class->measure = machi_map_measure;
  widget_class->size_allocate = machi_map_size_allocate;
  widget_class->snapshot = machi_map_snapshot;

  /**
   * MachiMap::place-activated:
   * @self: the map
   * @city: the city
   *
   * The reader chose a city.
   */
  signals[PLACE_ACTIVATED] = g_signal_new ("place-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, MACHI_TYPE_ENTRY);

  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (SHUMATE_TYPE_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-map.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiMap, child);
  gtk_widget_class_bind_template_child (widget_class, MachiMap, map);
  gtk_widget_class_bind_template_child (widget_class, MachiMap, scale);
  add_keys (widget_class);
}

static void
machi_map_init (MachiMap *self)
{
  self->places = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->viewport = shumate_map_get_viewport (self->map);
  shumate_map_set_go_to_duration (self->map, 0);
  forbid_turning (self->map);
  update_base (self);
  shumate_scale_set_viewport (self->scale, self->viewport);

  self->arcs = machi_arc_layer_new (self->viewport);
  self->layer = machi_place_layer_new (self->viewport);
  self->names = machi_name_layer_new (self->viewport, self->layer);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->arcs));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->names));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));

  g_signal_connect_object (self->layer, "place-activated", G_CALLBACK (place_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "cluster-activated", G_CALLBACK (cluster_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewport, "notify", G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_base), self,
                           G_CONNECT_SWAPPED);
}

/**
 * machi_map_new:
 *
 * Returns: (transfer floating): a map without cities
 */
GtkWidget *
machi_map_new (void)
{
  return g_object_new (MACHI_TYPE_MAP, NULL);
}

/**
 * machi_map_is_drawn:
 * @self: a map
 *
 * Returns: whether Machi draws the base map itself, because libshumate cannot here
 */
gboolean
machi_map_is_drawn (MachiMap *self)
{
  g_return_val_if_fail (MACHI_IS_MAP (self), FALSE);

  return machi_map_source_is_drawn (shumate_viewport_get_reference_map_source (self->viewport));
}

/**
 * machi_map_show:
 * @self: a map
 * @places: (transfer none) (element-type MachiEntry): cities whose places are known
 * @links: (transfer none) (element-type MachiLink): which of them work together
 * @chosen: (nullable) (transfer none): the one of @places that the reader chose
 * @partners: (transfer none) (element-type MachiEntry): those of @places that work with it
 *
 * Shows these cities. The view stays: see machi_map_fit() and machi_map_reveal().
 */
void
machi_map_show (MachiMap *self, GPtrArray *places, GPtrArray *links, MachiEntry *chosen, GPtrArray *partners)
{
  g_return_if_fail (MACHI_IS_MAP (self));

  g_ptr_array_ref (places);
  g_ptr_array_unref (self->places);
  self->places = places;
  machi_arc_layer_set_links (self->arcs, links);
  machi_arc_layer_set_chosen (self->arcs, chosen);
  machi_place_layer_set_places (self->layer, places, chosen, partners);
  gtk_widget_queue_draw (GTK_WIDGET (self->names));
}

/**
 * machi_map_set_inset:
 * @self: a map
 * @inset: how many pixels of it are covered from below
 *
 * Keeps what is to be seen above that.
 */
void
machi_map_set_inset (MachiMap *self, int inset)
{
  g_return_if_fail (MACHI_IS_MAP (self));

  self->inset = inset;
}

static gboolean
get_box (GPtrArray *places, double share, MachiGeoBox *box)
{
  g_autofree MachiGeoPoint *points = g_new (MachiGeoPoint, places->len);

  for (guint i = 0; i < places->len; i++)
    points[i] = machi_entry_get_point (places->pdata[i]);

  return machi_geo_get_box (points, places->len, share, box);
}

/**
 * machi_map_fit:
 * @self: a map
 * @places: (transfer none) (element-type MachiEntry): cities whose places are known
 * @share: which share of them is to be seen; less than 1 leaves out what lies far off
 *
 * Shows the part of the world in which these cities are, as large as it can be.
 */
void
machi_map_fit (MachiMap *self, GPtrArray *places, double share)
{
  g_return_if_fail (MACHI_IS_MAP (self));

  if (!get_box (places, share, &self->box))
    return;

  self->has_box = TRUE;
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    fit_box (self, MOVE_MS);
}

static gboolean
is_seen (MachiMap *self, GPtrArray *places)
{
  MachiMapView view = machi_map_view_of_layer (SHUMATE_LAYER (self->layer));

  view.height = gtk_widget_get_height (GTK_WIDGET (self));
  for (guint i = 0; i < places->len; i++)
    {
      double world_x, world_y, x, y;

      machi_geo_project (machi_entry_get_point (places->pdata[i]), &world_x, &world_y);
      machi_map_view_place (&view, world_x, world_y, &x, &y);
      if (!machi_map_view_has (&view, x, y, -MARGIN / 2) || y > view.height - self->inset)
        return FALSE;
    }

  return TRUE;
}

/**
 * machi_map_reveal:
 * @self: a map
 * @places: (transfer none) (element-type MachiEntry): cities whose places are known
 *
 * Moves the map where it must be moved for these cities to be seen.
 */
void
machi_map_reveal (MachiMap *self, GPtrArray *places)
{
  g_return_if_fail (MACHI_IS_MAP (self));

  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0 || !is_seen (self, places))
    machi_map_fit (self, places, 1);
}

/**
 * machi_map_get_view:
 * @self: a map
 * @centre: (out): what is in the middle
 * @zoom: (out): the zoom
 *
 * Tells which part of the world is seen.
 */
void
machi_map_get_view (MachiMap *self, MachiGeoPoint *centre, double *zoom)
{
  g_return_if_fail (MACHI_IS_MAP (self));

  centre->latitude = shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport));
  centre->longitude = shumate_location_get_longitude (SHUMATE_LOCATION (self->viewport));
  *zoom = shumate_viewport_get_zoom_level (self->viewport);
}

/**
 * machi_map_save:
 * @self: a map
 * @memory: (out): where it is
 *
 * Returns: whether it was shown yet, so that there is something to keep
 */
gboolean
machi_map_save (MachiMap *self, MachiMapMemory *memory)
{
  g_return_val_if_fail (MACHI_IS_MAP (self), FALSE);

  if (!self->is_settled)
    return FALSE;

  machi_map_get_view (self, &memory->centre, &memory->zoom);
  memory->box = self->box;
  memory->is_fitted = is_as_fitted (self);

  return TRUE;
}

/**
 * machi_map_restore:
 * @self: a map
 * @memory: where another was
 *
 * Shows what the other showed. What was fitted is fitted to the size of this one.
 */
void
machi_map_restore (MachiMap *self, const MachiMapMemory *memory)
{
  g_return_if_fail (MACHI_IS_MAP (self));

  self->box = memory->box;
  self->has_box = memory->is_fitted;
  self->fitted_centre = memory->centre;
  self->fitted_zoom = memory->zoom;
  jump_to (self, memory->centre, memory->zoom);
}
