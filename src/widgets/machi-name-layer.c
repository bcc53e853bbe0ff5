/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-name-layer.h"

#include "machi-countries.h"
#include "machi-links.h"
#include "machi-locale.h"
#include "machi-map-style.h"
#include "machi-map-view.h"

#include <math.h>

/* Between a dot and its name. */
#define GAP 4

/* How many square pixels of map there are for each name of a city: more would hide the map. */
#define AREA_OF_NAME 14000

/* How much wider than the country its name may be. */
#define OVERHANG 1.25

/**
 * MachiNameLayer:
 *
 * The names of countries, and of as many cities as there is room for. Names are in the reader's language, of cities
 * from the catalogue, of countries from ICU; none covers another or a marker.
 */
struct _MachiNameLayer
{
  ShumateLayer parent_instance;

  MachiPlaceLayer *places;
  GHashTable *layouts;
};

/* What is being drawn: the places already taken, and those names that may still come. */
typedef struct
{
  MachiMapView view;
  GArray *taken;
  GPtrArray *markers;
  GtkSnapshot *snapshot;
  guint n_left;
} Drawing;

G_DEFINE_FINAL_TYPE (MachiNameLayer, machi_name_layer, SHUMATE_TYPE_LAYER)

static PangoLayout *
get_layout (MachiNameLayer *self, gconstpointer key, const char *text, gboolean spaced)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout == NULL)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
      if (spaced)
        pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (PANGO_SCALE));
      pango_layout_set_attributes (layout, attributes);
      g_hash_table_insert (self->layouts, (gpointer) key, layout);
    }

  return layout;
}

/* Whether a name would be cut off at the side, where it can as well stand on the other side of its dot. */
static gboolean
is_cut (const Drawing *drawing, const graphene_rect_t *box)
{
  return box->origin.x < 0 || box->origin.x + box->size.width > drawing->view.width;
}

static gboolean
is_free (const Drawing *drawing, const graphene_rect_t *box)
{
  for (guint i = 0; i < drawing->taken->len; i++)
    if (graphene_rect_intersection (box, &g_array_index (drawing->taken, graphene_rect_t, i), NULL))
      return FALSE;

  return TRUE;
}

static void
draw_name (MachiNameLayer *self, Drawing *drawing, PangoLayout *layout, const graphene_rect_t *box, double alpha)
{
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= (float) alpha;
  g_array_append_vals (drawing->taken, box, 1);
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &box->origin);
  gtk_snapshot_append_layout (drawing->snapshot, layout, &color);
  gtk_snapshot_restore (drawing->snapshot);
}

static void
draw_country (MachiNameLayer *self, Drawing *drawing, const MachiCountryLabel *country)
{
  double room = country->room / 360 * drawing->view.scale * OVERHANG;
  const char *name;
  PangoLayout *layout;
  double world_x, world_y, x, y;
  int width, height;

  machi_geo_project (country->point, &world_x, &world_y);
  machi_map_view_place (&drawing->view, world_x, world_y, &x, &y);
  if (room < 20 || !machi_map_view_has (&drawing->view, x, y, 100))
    return;
  name = machi_locale_get_country_name (country->code);
  layout = get_layout (self, country->code, name, TRUE);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > room)
    return;

  /* Where markers are in its way, a little above or below will do. */
  for (guint i = 0; i < 5; i++)
    {
      double shift = (i % 2 == 0 ? 1 : -1) * ceil (i / 2.0) * height;
      graphene_rect_t box = GRAPHENE_RECT_INIT (
          (float) round (x - width / 2.0), (float) round (y - height / 2.0 + shift), (float) width, (float) height);

      if (is_free (drawing, &box))
        {
          draw_name (self, drawing, layout, &box, 0.62);
          break;
        }
    }
}

/* The box of the dot, which is smaller than the button that it is on. */
static gboolean
get_dot (MachiNameLayer *self, MachiPlaceMarker *marker, graphene_rect_t *dot)
{
  float size = (float) machi_place_marker_get_size (marker);

  if (!gtk_widget_get_child_visible (GTK_WIDGET (marker))
      || !gtk_widget_compute_bounds (GTK_WIDGET (marker), GTK_WIDGET (self), dot))
    return FALSE;

  graphene_rect_inset (dot, MAX (0, (dot->size.width - size) / 2), MAX (0, (dot->size.height - size) / 2));

  return TRUE;
}

static gboolean
has_focus (MachiPlaceMarker *marker)
{
  return gtk_widget_has_focus (machi_place_marker_get_button (marker));
}

/* To the right of the dot, to the left, below, above: where there is room, or where it is not cut off. */
static gboolean
find_spot (const Drawing *drawing, const graphene_rect_t *dot, gboolean anywhere, graphene_rect_t *box)
{
  float width = box->size.width;
  float height = box->size.height;
  float middle_x = roundf (dot->origin.x + (dot->size.width - width) / 2);
  float middle_y = roundf (dot->origin.y + (dot->size.height - height) / 2);
  const graphene_point_t spots[] = { { dot->origin.x + dot->size.width + GAP, middle_y },
                                     { dot->origin.x - width - GAP, middle_y },
                                     { middle_x, dot->origin.y + dot->size.height + 1 },
                                     { middle_x, dot->origin.y - height - 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    {
      box->origin = spots[i];
      if (!is_cut (drawing, box) && (anywhere || is_free (drawing, box)))
        return TRUE;
    }

  return FALSE;
}

/* What is chosen, or has the focus, has a name in any case. */
static void
draw_city (MachiNameLayer *self, Drawing *drawing, MachiPlaceMarker *marker)
{
  MachiPlaceState state = machi_place_marker_get_state (marker);
  MachiEntry *city = machi_place_marker_get_city (marker);
  PangoLayout *layout = get_layout (self, city, machi_entry_get_display_name (city, NULL), FALSE);
  graphene_rect_t dot, box;
  int width, height;

  if (!get_dot (self, marker, &dot))
    return;

  pango_layout_get_pixel_size (layout, &width, &height);
  box.size = GRAPHENE_SIZE_INIT ((float) width, (float) height);
  if (find_spot (drawing, &dot, FALSE, &box)
      || ((state == MACHI_PLACE_CHOSEN || has_focus (marker)) && find_spot (drawing, &dot, TRUE, &box)))
    {
      draw_name (self, drawing, layout, &box, state == MACHI_PLACE_FADED ? 0.5 : 1);
      drawing->n_left--;
    }
}

static int
compare_markers (gconstpointer a, gconstpointer b)
{
  MachiPlaceMarker *first = *(MachiPlaceMarker **) a;
  MachiPlaceMarker *second = *(MachiPlaceMarker **) b;
  guint n_first = g_list_model_get_n_items (machi_entry_get_relations (machi_place_marker_get_city (first)));
  guint n_second = g_list_model_get_n_items (machi_entry_get_relations (machi_place_marker_get_city (second)));

  return n_first == n_second ? 0 : n_first < n_second ? 1 : -1;
}

static gboolean
is_special (MachiPlaceMarker *marker)
{
  MachiPlaceState state = machi_place_marker_get_state (marker);

  return state == MACHI_PLACE_CHOSEN || state == MACHI_PLACE_PARTNER || has_focus (marker);
}

/* The names of what is chosen, its partners and what has the focus, or of the others; they cover none of their dots. */
static void
draw_cities (MachiNameLayer *self, Drawing *drawing, gboolean special)
{
  for (guint i = 0; i < drawing->markers->len && drawing->n_left > 0; i++)
    if (is_special (drawing->markers->pdata[i]) == special)
      draw_city (self, drawing, drawing->markers->pdata[i]);
}

static void
take_dots (MachiNameLayer *self, Drawing *drawing, gboolean special)
{
  graphene_rect_t dot;

  for (guint i = 0; i < drawing->markers->len; i++)
    if (is_special (drawing->markers->pdata[i]) == special && get_dot (self, drawing->markers->pdata[i], &dot))
      g_array_append_val (drawing->taken, dot);
}

static void
collect_markers (MachiNameLayer *self, Drawing *drawing)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->places));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (drawing->markers, child);
  g_ptr_array_sort (drawing->markers, compare_markers);
}

static void
machi_name_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MachiNameLayer *self = MACHI_NAME_LAYER (widget);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  g_autoptr (GPtrArray) markers = g_ptr_array_new ();
  Drawing drawing = { machi_map_view_of_layer (SHUMATE_LAYER (self)), taken, markers, snapshot, 0 };
  GArray *countries = machi_map_get_countries ();

  drawing.n_left = (guint) (drawing.view.width * drawing.view.height / AREA_OF_NAME);
  collect_markers (self, &drawing);
  take_dots (self, &drawing, TRUE);
  draw_cities (self, &drawing, TRUE);
  take_dots (self, &drawing, FALSE);
  for (guint i = 0; i < countries->len; i++)
    draw_country (self, &drawing, &g_array_index (countries, MachiCountryLabel, i));
  draw_cities (self, &drawing, FALSE);
}

static void
machi_name_layer_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  MachiNameLayer *self = MACHI_NAME_LAYER (widget);

  GTK_WIDGET_CLASS (machi_name_layer_parent_class)->css_changed (widget, change);

  /* The font may have changed. */
  g_hash_table_remove_all (self->layouts);
  gtk_widget_queue_draw (widget);
}

/* What has the focus is named. */
static void
machi_name_layer_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (machi_name_layer_parent_class)->root (widget);

  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (gtk_widget_queue_draw),
                             widget, G_CONNECT_SWAPPED);
}

static void
machi_name_layer_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), gtk_widget_queue_draw, widget);

  GTK_WIDGET_CLASS (machi_name_layer_parent_class)->unroot (widget);
}

static void
machi_name_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (machi_name_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
machi_name_layer_dispose (GObject *object)
{
  MachiNameLayer *self = MACHI_NAME_LAYER (object);

  g_clear_object (&self->places);
  g_hash_table_remove_all (self->layouts);

  G_OBJECT_CLASS (machi_name_layer_parent_class)->dispose (object);
}

static void
machi_name_layer_finalize (GObject *object)
{
  MachiNameLayer *self = MACHI_NAME_LAYER (object);

  g_hash_table_unref (self->layouts);

  G_OBJECT_CLASS (machi_name_layer_parent_class)->finalize (object);
}

static void
machi_name_layer_class_init (MachiNameLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = machi_name_layer_constructed;
  object_class->dispose = machi_name_layer_dispose;
  object_class->finalize = machi_name_layer_finalize;
  widget_class->snapshot = machi_name_layer_snapshot;
  widget_class->css_changed = machi_name_layer_css_changed;
  widget_class->root = machi_name_layer_root;
  widget_class->unroot = machi_name_layer_unroot;

  /* Markers have these names themselves. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
machi_name_layer_init (MachiNameLayer *self)
{
  self->layouts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  gtk_widget_add_css_class (GTK_WIDGET (self), "machi-names");
}

/**
 * machi_name_layer_new:
 * @viewport: what the map shows
 * @places: (transfer none): the cities to name
 *
 * Returns: (transfer floating): a layer of names, to be put below @places
 */
MachiNameLayer *
machi_name_layer_new (ShumateViewport *viewport, MachiPlaceLayer *places)
{
  MachiNameLayer *self = g_object_new (MACHI_TYPE_NAME_LAYER, "viewport", viewport, NULL);

  self->places = g_object_ref (places);

  return self;
}
