/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-place-layer.h"

#include "machi-links.h"
#include "machi-map-view.h"

#include <math.h>

/* Cities nearer to each other than this are one marker: each can be clicked, and touched with some care. */
#define CLUSTER_DISTANCE 27

/* Clusters are made anew at each half zoom, so that they do not change at each frame of a zoom. */
#define ZOOM_STEPS 2

/* What may stick out of the map. */
#define MARGIN 16

/* With more markers than this, only those near what is seen are made. */
#define MAX_MARKERS 100

/**
 * MachiPlaceLayer:
 *
 * The cities of the map, as buttons; where they crowd, one button for several.
 */
struct _MachiPlaceLayer
{
  ShumateLayer parent_instance;

  GPtrArray *places;
  GPtrArray *partners;
  MachiEntry *chosen;

  /* The cities that may be joined, and for each the index of the one that stands for it. */
  GPtrArray *crowd;
  guint *owners;

  GHashTable *markers;
  int zoom_step;
  double made_x;
  double made_y;
};

/* What one marker is for. */
typedef struct
{
  MachiEntry *city;
  guint n_cities;
  MachiPlaceState state;
} MachiPlace;

enum
{
  PLACE_ACTIVATED,
  CLUSTER_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiPlaceLayer, machi_place_layer, SHUMATE_TYPE_LAYER)

static void
emit_cluster (MachiPlaceLayer *self, MachiEntry *leader)
{
  g_autoptr (GPtrArray) cities = g_ptr_array_new_with_free_func (g_object_unref);
  guint index;

  if (!g_ptr_array_find (self->crowd, leader, &index))
    return;

  for (guint i = 0; i < self->crowd->len; i++)
    if (self->owners[i] == index)
      g_ptr_array_add (cities, g_object_ref (self->crowd->pdata[i]));
  g_signal_emit (self, signals[CLUSTER_ACTIVATED], 0, cities);
}

static void
marker_clicked_cb (MachiPlaceLayer *self, MachiPlaceMarker *marker)
{
  g_autoptr (MachiEntry) city = g_object_ref (machi_place_marker_get_city (marker));

  if (machi_place_marker_get_n_cities (marker) > 1)
    emit_cluster (self, city);
  else
    g_signal_emit (self, signals[PLACE_ACTIVATED], 0, city);
}

static MachiPlaceState
get_state (MachiPlaceLayer *self, MachiEntry *city)
{
  if (self->chosen == NULL)
    return MACHI_PLACE_PLAIN;
  if (city == self->chosen)
    return MACHI_PLACE_CHOSEN;

  return g_ptr_array_find (self->partners, city, NULL) ? MACHI_PLACE_PARTNER : MACHI_PLACE_FADED;
}

/* A marker that stands for nothing any more, unless the reader is on it. */
static MachiPlaceMarker *
take_stale (MachiPlaceLayer *self, GHashTable *stale)
{
  GHashTableIter iter;
  gpointer city;

  g_hash_table_iter_init (&iter, stale);
  while (g_hash_table_iter_next (&iter, &city, NULL))
    {
      MachiPlaceMarker *marker = g_hash_table_lookup (self->markers, city);

      if (gtk_widget_has_focus (machi_place_marker_get_button (marker)))
        continue;
      g_hash_table_iter_remove (&iter);
      g_hash_table_remove (self->markers, city);

      return marker;
    }

  return NULL;
}

static void
show_marker (MachiPlaceLayer *self, GHashTable *stale, const MachiPlace *place)
{
  MachiPlaceMarker *marker = g_hash_table_lookup (self->markers, place->city);

  if (marker == NULL)
    {
      marker = take_stale (self, stale);
      if (marker != NULL)
        machi_place_marker_set_city (marker, place->city);
      else
        {
          marker = machi_place_marker_new (place->city);
          g_signal_connect_object (marker, "clicked", G_CALLBACK (marker_clicked_cb), self, G_CONNECT_SWAPPED);
          gtk_widget_set_parent (GTK_WIDGET (marker), GTK_WIDGET (self));
        }
      g_hash_table_insert (self->markers, place->city, marker);
    }
  machi_place_marker_update (marker, place->n_cities, place->state);
  /* Those that are chosen, or work with it, come last: they are drawn over the others. */
  if (place->state == MACHI_PLACE_CHOSEN || place->state == MACHI_PLACE_PARTNER)
    gtk_widget_insert_before (GTK_WIDGET (marker), GTK_WIDGET (self), NULL);
}

/* The marker of those with which a city is joined now. */
static MachiPlaceMarker *
find_owner_marker (MachiPlaceLayer *self, MachiEntry *city)
{
  guint index;

  if (!g_ptr_array_find (self->crowd, city, &index))
    return NULL;

  return g_hash_table_lookup (self->markers, self->crowd->pdata[self->owners[index]]);
}

static void
hide_marker (MachiPlaceLayer *self, MachiEntry *city)
{
  MachiPlaceMarker *marker = g_hash_table_lookup (self->markers, city);
  MachiPlaceMarker *owner = find_owner_marker (self, city);

  if (owner != NULL && owner != marker && gtk_widget_has_focus (machi_place_marker_get_button (marker)))
    gtk_widget_grab_focus (machi_place_marker_get_button (owner));
  g_hash_table_remove (self->markers, city);
  gtk_widget_unparent (GTK_WIDGET (marker));
}

static void
update_crowd (MachiPlaceLayer *self)
{
  g_autofree MachiGeoPoint *points = g_new (MachiGeoPoint, self->places->len);
  g_autofree double *weights = g_new (double, self->places->len);

  g_ptr_array_set_size (self->crowd, 0);
  for (guint i = 0; i < self->places->len; i++)
    {
      MachiEntry *city = g_ptr_array_index (self->places, i);
      MachiPlaceState state = get_state (self, city);

      if (state == MACHI_PLACE_CHOSEN || state == MACHI_PLACE_PARTNER)
        continue;
      points[self->crowd->len] = machi_entry_get_point (city);
      weights[self->crowd->len] = g_list_model_get_n_items (machi_entry_get_relations (city));
      g_ptr_array_add (self->crowd, city);
    }

  g_free (self->owners);
  self->owners
      = machi_geo_cluster (points, weights, self->crowd->len, (double) self->zoom_step / ZOOM_STEPS, CLUSTER_DISTANCE);
}

/* Whether a city is on the map or no further away than half its size, when there are too many to have a marker
 * for each. */
static gboolean
is_near (const MachiMapView *view, MachiEntry *city, guint n_markers)
{
  double world_x, world_y, x, y;

  if (n_markers <= MAX_MARKERS)
    return TRUE;

  machi_geo_project (machi_entry_get_point (city), &world_x, &world_y);
  machi_map_view_place (view, world_x, world_y, &x, &y);

  return machi_map_view_has (view, x, y, MAX (view->width, view->height) / 2);
}

static void
collect_crowd (MachiPlaceLayer *self, GArray *places, const MachiMapView *view)
{
  g_autofree guint *counts = g_new0 (guint, self->crowd->len);
  guint n_markers = 0;

  for (guint i = 0; i < self->crowd->len; i++)
    n_markers += counts[self->owners[i]]++ == 0;
  for (guint i = 0; i < self->crowd->len; i++)
    {
      MachiPlace place = { self->crowd->pdata[i], counts[i], get_state (self, self->crowd->pdata[i]) };

      if (counts[i] > 0 && is_near (view, place.city, n_markers))
        g_array_append_val (places, place);
    }
}

static void
collect_special (MachiPlaceLayer *self, GArray *places, MachiPlaceState state)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      MachiPlace place = { self->places->pdata[i], 1, state };

      if (get_state (self, place.city) == state)
        g_array_append_val (places, place);
    }
}

static GArray *
collect_places (MachiPlaceLayer *self, const MachiMapView *view)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (MachiPlace));

  update_crowd (self);
  collect_crowd (self, places, view);
  collect_special (self, places, MACHI_PLACE_PARTNER);
  collect_special (self, places, MACHI_PLACE_CHOSEN);

  return places;
}

/* The cities that have a marker, but shall have none. */
static GHashTable *
find_stale (MachiPlaceLayer *self, const GArray *places)
{
  GHashTable *stale = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer city;

  g_hash_table_iter_init (&iter, self->markers);
  while (g_hash_table_iter_next (&iter, &city, NULL))
    g_hash_table_add (stale, city);
  for (guint i = 0; i < places->len; i++)
    g_hash_table_remove (stale, g_array_index (places, MachiPlace, i).city);

  return stale;
}

static void
update_markers (MachiPlaceLayer *self)
{
  MachiMapView view = machi_map_view_of_layer (SHUMATE_LAYER (self));
  g_autoptr (GArray) places = collect_places (self, &view);
  g_autoptr (GHashTable) stale = find_stale (self, places);
  GHashTableIter iter;
  gpointer city;

  for (guint i = 0; i < places->len; i++)
    show_marker (self, stale, &g_array_index (places, MachiPlace, i));

  g_hash_table_iter_init (&iter, stale);
  while (g_hash_table_iter_next (&iter, &city, NULL))
    hide_marker (self, city);

  self->made_x = view.centre_x;
  self->made_y = view.centre_y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
has_moved_far (MachiPlaceLayer *self, const MachiMapView *view)
{
  double dx = view->centre_x - self->made_x;

  dx -= round (dx);

  return fabs (dx) * view->scale > view->width / 3
         || fabs (view->centre_y - self->made_y) * view->scale > view->height / 3;
}

static void
viewport_changed_cb (MachiPlaceLayer *self)
{
  MachiMapView view = machi_map_view_of_layer (SHUMATE_LAYER (self));
  int zoom_step = (int) floor (log2 (view.scale / MACHI_GEO_TILE_SIZE) * ZOOM_STEPS + 1e-6);

  if (zoom_step != self->zoom_step || (self->crowd->len > MAX_MARKERS && has_moved_far (self, &view)))
    {
      self->zoom_step = zoom_step;
      update_markers (self);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
allocate_marker (MachiPlaceMarker *marker, const MachiMapView *view)
{
  MachiGeoPoint point = machi_entry_get_point (machi_place_marker_get_city (marker));
  GskTransform *transform;
  double world_x, world_y, x, y;
  int width, height;

  machi_geo_project (point, &world_x, &world_y);
  machi_map_view_place (view, world_x, world_y, &x, &y);
  gtk_widget_set_child_visible (GTK_WIDGET (marker), machi_map_view_has (view, x, y, MARGIN));
  if (!gtk_widget_get_child_visible (GTK_WIDGET (marker)))
    return;

  gtk_widget_measure (GTK_WIDGET (marker), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (marker), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float) round (x - width / 2.0), (float) round (y - height / 2.0)));
  gtk_widget_allocate (GTK_WIDGET (marker), width, height, -1, transform);
}

static void
machi_place_layer_size_allocate (GtkWidget *widget,
                                 int width G_GNUC_UNUSED,
                                 int height G_GNUC_UNUSED,
                                 int baseline G_GNUC_UNUSED)
{
  MachiMapView view = machi_map_view_of_layer (SHUMATE_LAYER (widget));
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    allocate_marker (MACHI_PLACE_MARKER (child), &view);
}

static void
machi_place_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (machi_place_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (viewport_changed_cb), object, G_CONNECT_SWAPPED);
}

static void
machi_place_layer_dispose (GObject *object)
{
  MachiPlaceLayer *self = MACHI_PLACE_LAYER (object);
  GtkWidget *child;

  g_hash_table_remove_all (self->markers);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (machi_place_layer_parent_class)->dispose (object);
}

static void
machi_place_layer_finalize (GObject *object)
{
  MachiPlaceLayer *self = MACHI_PLACE_LAYER (object);

  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->partners);
  g_ptr_array_unref (self->crowd);
  g_clear_object (&self->chosen);
  g_free (self->owners);
  g_hash_table_unref (self->markers);

  G_OBJECT_CLASS (machi_place_layer_parent_class)->finalize (object);
}

static void
machi_place_layer_class_init (MachiPlaceLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = machi_place_layer_constructed;
  object_class->dispose = machi_place_layer_dispose;
  object_class->finalize = machi_place_layer_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = machi_place_layer_size_allocate;

  /**
   * MachiPlaceLayer::place-activated:
   * @self: the layer
   * @city: the city
   *
   * The reader chose a city.
   */
  signals[PLACE_ACTIVATED] = g_signal_new ("place-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, MACHI_TYPE_ENTRY);

  /**
   * MachiPlaceLayer::cluster-activated:
   * @self: the layer
   * @cities: (element-type MachiEntry): several cities
   *
   * The reader chose a marker that stands for several cities.
   */
  signals[CLUSTER_ACTIVATED] = g_signal_new ("cluster-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
machi_place_layer_init (MachiPlaceLayer *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  self->partners = g_ptr_array_new_with_free_func (g_object_unref);
  self->crowd = g_ptr_array_new ();
  self->markers = g_hash_table_new (NULL, NULL);
}

/**
 * machi_place_layer_new:
 * @viewport: what the map shows
 *
 * Returns: (transfer floating): a layer without cities
 */
MachiPlaceLayer *
machi_place_layer_new (ShumateViewport *viewport)
{
  return g_object_new (MACHI_TYPE_PLACE_LAYER, "viewport", viewport, NULL);
}

/**
 * machi_place_layer_set_places:
 * @self: a layer
 * @places: (transfer none) (element-type MachiEntry): cities whose places are known, with the next two
 * @chosen: (nullable) (transfer none): the one that the reader chose
 * @partners: (transfer none) (element-type MachiEntry): those that work with it; these and it are never joined with
 *   others
 *
 * Shows these cities.
 */
void
machi_place_layer_set_places (MachiPlaceLayer *self, GPtrArray *places, MachiEntry *chosen, GPtrArray *partners)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->places);

  g_return_if_fail (MACHI_IS_PLACE_LAYER (self));

  self->places = g_ptr_array_ref (places);
  g_ptr_array_unref (self->partners);
  self->partners = g_ptr_array_ref (partners);
  g_set_object (&self->chosen, chosen);
  update_markers (self);
}
