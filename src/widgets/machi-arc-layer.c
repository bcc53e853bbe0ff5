/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-arc-layer.h"

#include <math.h>

/* How far the points of an arc are apart, in degrees: it looks round at any zoom at which both its ends are seen. */
#define STEP 3

/* What is so far out of the map, in pixels, is not seen: more than half of the widest line. */
#define MARGIN 4

#define ALPHA_PLAIN 0.32
#define ALPHA_FADED 0.13
#define ALPHA_LIT 0.95

/**
 * MachiArcLayer:
 *
 * Cooperations on the map: great circles between cities, thicker where there are more projects.
 */
struct _MachiArcLayer
{
  ShumateLayer parent_instance;

  GPtrArray *links;
  GArray *arcs;
  MachiEntry *chosen;
};

/* A link with its line, as machi_geo_project() says it; its x goes on across the antimeridian. */
typedef struct
{
  const MachiLink *link;
  GArray *line;
  double left;
  double top;
  double right;
  double bottom;
} Arc;

typedef struct
{
  double x;
  double y;
} WorldPoint;

G_DEFINE_FINAL_TYPE (MachiArcLayer, machi_arc_layer, SHUMATE_TYPE_LAYER)

static void
arc_clear (gpointer data)
{
  Arc *arc = data;

  g_array_unref (arc->line);
}

static void
arc_init (Arc *arc, const MachiLink *link)
{
  g_autoptr (GArray) points
      = machi_geo_great_circle (machi_entry_get_point (link->first), machi_entry_get_point (link->second), STEP);

  *arc = (Arc) { link,      g_array_sized_new (FALSE, FALSE, sizeof (WorldPoint), points->len),
                 INFINITY,  INFINITY,
                 -INFINITY, -INFINITY };
  for (guint i = 0; i < points->len; i++)
    {
      WorldPoint point;

      machi_geo_project (g_array_index (points, MachiGeoPoint, i), &point.x, &point.y);
      arc->left = MIN (arc->left, point.x);
      arc->right = MAX (arc->right, point.x);
      arc->top = MIN (arc->top, point.y);
      arc->bottom = MAX (arc->bottom, point.y);
      g_array_append_val (arc->line, point);
    }
}

static gboolean
segment_is_seen (const MachiMapView *view, double x, double y, double next_x, double next_y)
{
  return MAX (x, next_x) >= -MARGIN && MIN (x, next_x) <= view->width + MARGIN && MAX (y, next_y) >= -MARGIN
         && MIN (y, next_y) <= view->height + MARGIN;
}

/* Goes along the part of a line that is seen: when one is near, most of it is not. */
static gboolean
trace_line (const Arc *arc, const MachiMapView *view, double turn, cairo_t *cr)
{
  gboolean drawn = FALSE, pen_is_down = FALSE;
  double last_x = 0, last_y = 0;

  for (guint i = 0; i < arc->line->len; i++)
    {
      const WorldPoint *point = &g_array_index (arc->line, WorldPoint, i);
      double x = view->width / 2 + (point->x + turn - view->centre_x) * view->scale;
      double y = view->height / 2 + (point->y - view->centre_y) * view->scale;
      gboolean seen = i > 0 && segment_is_seen (view, last_x, last_y, x, y);

      if (seen && !pen_is_down)
        cairo_move_to (cr, last_x, last_y);
      if (seen)
        cairo_line_to (cr, x, y);
      pen_is_down = seen;
      drawn |= seen;
      last_x = x;
      last_y = y;
    }

  return drawn;
}

/* Goes along the arc where it is seen, which may be at either side of the view. */
static gboolean
trace (const Arc *arc, const MachiMapView *view, cairo_t *cr)
{
  double half_width = view->width / 2 / view->scale;
  double half_height = view->height / 2 / view->scale;
  gboolean seen = FALSE;

  if (arc->bottom < view->centre_y - half_height || arc->top > view->centre_y + half_height)
    return FALSE;

  for (double turn = ceil (view->centre_x - half_width - arc->right); arc->left + turn <= view->centre_x + half_width;
       turn++)
    seen |= trace_line (arc, view, turn, cr);

  return seen;
}

static void
draw_arcs (MachiArcLayer *self, const MachiMapView *view, cairo_t *cr, gboolean lit)
{
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha = lit ? ALPHA_LIT : self->chosen != NULL ? ALPHA_FADED : ALPHA_PLAIN;
  gdk_cairo_set_source_rgba (cr, &color);
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const Arc *arc = &g_array_index (self->arcs, Arc, i);

      if (machi_link_has (arc->link, self->chosen) != lit || !trace (arc, view, cr))
        continue;
      cairo_set_line_width (cr, machi_arc_get_width (arc->link) * (lit ? 1 : 0.75));
      cairo_stroke (cr);
    }
}

static void
machi_arc_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MachiArcLayer *self = MACHI_ARC_LAYER (widget);
  MachiMapView view = machi_map_view_of_layer (SHUMATE_LAYER (self));
  cairo_t *cr;

  if (self->arcs->len == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) view.width, (float) view.height));
  /* The lines bend so little that no join is seen, and only their ends are, below the dots of cities. */
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  draw_arcs (self, &view, cr, FALSE);
  draw_arcs (self, &view, cr, TRUE);
  cairo_destroy (cr);
}

static void
machi_arc_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (machi_arc_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
machi_arc_layer_finalize (GObject *object)
{
  MachiArcLayer *self = MACHI_ARC_LAYER (object);

  g_array_unref (self->arcs);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (machi_arc_layer_parent_class)->finalize (object);
}

static void
machi_arc_layer_class_init (MachiArcLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = machi_arc_layer_constructed;
  object_class->finalize = machi_arc_layer_finalize;
  widget_class->snapshot = machi_arc_layer_snapshot;

  /* What it shows is said by the page's list. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
machi_arc_layer_init (MachiArcLayer *self)
{
  self->arcs = g_array_new (FALSE, FALSE, sizeof (Arc));
  g_array_set_clear_func (self->arcs, arc_clear);
  gtk_widget_add_css_class (GTK_WIDGET (self), "machi-arcs");
}

/**
 * machi_arc_layer_new:
 * @viewport: what the map shows
 *
 * Returns: (transfer floating): a layer without arcs
 */
MachiArcLayer *
machi_arc_layer_new (ShumateViewport *viewport)
{
  return g_object_new (MACHI_TYPE_ARC_LAYER, "viewport", viewport, NULL);
}

/**
 * machi_arc_layer_set_links:
 * @self: a layer
 * @links: (transfer none) (element-type MachiLink): which cities work together
 *
 * Draws these links.
 */
void
machi_arc_layer_set_links (MachiArcLayer *self, GPtrArray *links)
{
  g_return_if_fail (MACHI_IS_ARC_LAYER (self));

  g_array_set_size (self->arcs, 0);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  self->links = g_ptr_array_ref (links);
  for (guint i = 0; i < links->len; i++)
    {
      Arc arc;

      arc_init (&arc, g_ptr_array_index (links, i));
      g_array_append_val (self->arcs, arc);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * machi_arc_layer_set_chosen:
 * @self: a layer
 * @city: (nullable) (transfer none): a city
 *
 * Lights the arcs of a city and fades the others.
 */
void
machi_arc_layer_set_chosen (MachiArcLayer *self, MachiEntry *city)
{
  g_return_if_fail (MACHI_IS_ARC_LAYER (self));

  if (g_set_object (&self->chosen, city))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * machi_arc_get_width:
 * @link: a link
 *
 * Returns: how wide its line is, in pixels
 */
double
machi_arc_get_width (const MachiLink *link)
{
  return MIN (1.25 + log2 (1 + link->n_projects), 6);
}

/**
 * machi_arc_trace:
 * @link: a link
 * @view: a view
 * @cr: where to add its line to the path
 *
 * Goes along a link where it is seen.
 */
void
machi_arc_trace (const MachiLink *link, const MachiMapView *view, cairo_t *cr)
{
  Arc arc;

  arc_init (&arc, link);
  trace (&arc, view, cr);
  arc_clear (&arc);
}
