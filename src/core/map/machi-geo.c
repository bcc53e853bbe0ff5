/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-geo.h"

#include <math.h>

/* Geometry of places on the sphere, and on the map: Web Mercator, where the world is a square, from 0 to 1 from
 * the west and from the north. */

#define EARTH_RADIUS_KM 6371.0088
#define MAX_LATITUDE 85.0511287798
#define RADIANS(degrees) ((degrees) * G_PI / 180)
#define DEGREES(radians) ((radians) * 180 / G_PI)

typedef struct
{
  double x;
  double y;
  double z;
} Vector;

static Vector
to_vector (MachiGeoPoint point)
{
  double latitude = RADIANS (point.latitude);
  double longitude = RADIANS (point.longitude);

  return (Vector) { cos (latitude) * cos (longitude), cos (latitude) * sin (longitude), sin (latitude) };
}

static double
get_angle (Vector a, Vector b)
{
  double cross = hypot (hypot (a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z), a.x * b.y - a.y * b.x);

  return atan2 (cross, a.x * b.x + a.y * b.y + a.z * b.z);
}

/**
 * machi_geo_distance:
 * @a: a place
 * @b: another
 *
 * Returns: how far they are apart, in kilometres along the great circle of a sphere; within 0.6 % of the true figure
 */
double
machi_geo_distance (MachiGeoPoint a, MachiGeoPoint b)
{
  return EARTH_RADIUS_KM * get_angle (to_vector (a), to_vector (b));
}

/* The point on the way from @a to @b, which are @angle apart, that is @share of the way from @a. */
static MachiGeoPoint
interpolate (Vector a, Vector b, double angle, double share)
{
  double from = sin ((1 - share) * angle) / sin (angle);
  double to = sin (share * angle) / sin (angle);
  Vector v = { from * a.x + to * b.x, from * a.y + to * b.y, from * a.z + to * b.z };

  return (MachiGeoPoint) { DEGREES (atan2 (v.z, hypot (v.x, v.y))), DEGREES (atan2 (v.y, v.x)) };
}

static void
append_near (GArray *line, MachiGeoPoint point)
{
  if (line->len > 0)
    {
      double before = g_array_index (line, MachiGeoPoint, line->len - 1).longitude;

      point.longitude += 360 * round ((before - point.longitude) / 360);
    }
  g_array_append_val (line, point);
}

/**
 * machi_geo_great_circle:
 * @a: where it begins
 * @b: where it ends
 * @step: how far its points may be apart at most, in degrees of arc
 *
 * Makes the shortest line between two places. Its longitudes go on across the antimeridian, to over 180 or under
 * -180; for its parts between -180 and 180 see machi_geo_split(). Of two places opposite each other there is no one
 * shortest line: then it is some line.
 *
 * Returns: (transfer full) (element-type MachiGeoPoint): its points
 */
GArray *
machi_geo_great_circle (MachiGeoPoint a, MachiGeoPoint b, double step)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (MachiGeoPoint));
  Vector from = to_vector (a);
  Vector to = to_vector (b);
  double angle = get_angle (from, to);
  guint n_steps;

  g_return_val_if_fail (step > 0, line);

  n_steps = MAX (1, (guint) ceil (DEGREES (angle) / step - 1e-9));
  append_near (line, a);
  for (guint i = 1; i < n_steps && sin (angle) > 1e-9; i++)
    append_near (line, interpolate (from, to, angle, (double) i / n_steps));
  append_near (line, b);

  return line;
}

/* Where the line from @a to @b crosses the meridian at @longitude: straight on the map is good enough for a step. */
static MachiGeoPoint
cross (MachiGeoPoint a, MachiGeoPoint b, double longitude)
{
  double share = (longitude - a.longitude) / (b.longitude - a.longitude);

  return (MachiGeoPoint) { a.latitude + share * (b.latitude - a.latitude), longitude };
}

/* How many turns of the world a longitude is away from -180 to 180. */
static int
get_turn (double longitude)
{
  return (int) floor ((longitude + 180) / 360);
}

static void
append_turned (GArray *part, MachiGeoPoint point, int turn)
{
  point.longitude -= 360.0 * turn;
  g_array_append_val (part, point);
}

/**
 * machi_geo_split:
 * @line: (element-type MachiGeoPoint): a line whose longitudes go on across the antimeridian
 *
 * Returns: (transfer full) (element-type GArray): the parts of @line, cut at the antimeridian, with longitudes from
 *   -180 to 180
 */
GPtrArray *
machi_geo_split (const GArray *line)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *part = NULL;
  int turn = 0;

  for (guint i = 0; i < line->len; i++)
    {
      MachiGeoPoint point = g_array_index (line, MachiGeoPoint, i);
      int own = get_turn (point.longitude);

      /* A line that ends on the antimeridian does not cross it. */
      if (part != NULL && own == turn + 1 && point.longitude == 360.0 * own - 180)
        own = turn;
      if (part != NULL && own != turn)
        {
          MachiGeoPoint before = g_array_index (line, MachiGeoPoint, i - 1);
          MachiGeoPoint edge = cross (before, point, 360.0 * MAX (own, turn) - 180);

          append_turned (part, edge, turn);
          part = NULL;
          turn = own;
          part = g_array_new (FALSE, FALSE, sizeof (MachiGeoPoint));
          g_ptr_array_add (parts, part);
          append_turned (part, edge, turn);
        }
      if (part == NULL)
        {
          turn = own;
          part = g_array_new (FALSE, FALSE, sizeof (MachiGeoPoint));
          g_ptr_array_add (parts, part);
        }
      append_turned (part, point, turn);
    }

  return parts;
}

/**
 * machi_geo_project:
 * @point: a place; its longitude may be beyond the antimeridian
 * @x: (out): its place from west to east; 0 to 1 is once round the world
 * @y: (out): its place from north to south, from 0 to 1
 *
 * Finds a place on the map.
 */
void
machi_geo_project (MachiGeoPoint point, double *x, double *y)
{
  double sine = sin (RADIANS (CLAMP (point.latitude, -MAX_LATITUDE, MAX_LATITUDE)));

  *x = (point.longitude + 180) / 360;
  *y = 0.5 - log ((1 + sine) / (1 - sine)) / (4 * G_PI);
}

/**
 * machi_geo_unproject:
 * @x: a place from west to east
 * @y: a place from north to south
 * @point: (out): what is there
 *
 * The inverse of machi_geo_project().
 */
void
machi_geo_unproject (double x, double y, MachiGeoPoint *point)
{
  point->longitude = x * 360 - 180;
  point->latitude = DEGREES (atan (sinh (G_PI * (1 - 2 * y))));
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Turns sorted longitudes so that they begin behind the widest gap between them: the antimeridian is no edge of
 * the world. */
static void
turn_behind_gap (double *longitudes, guint n)
{
  double widest = longitudes[0] + 360 - longitudes[n - 1];
  guint first = 0;

  for (guint i = 1; i < n; i++)
    if (longitudes[i] - longitudes[i - 1] > widest)
      {
        widest = longitudes[i] - longitudes[i - 1];
        first = i;
      }
  for (guint i = 0; i < first; i++)
    longitudes[i] += 360;
  qsort (longitudes, n, sizeof (double), compare_doubles);
}

/**
 * machi_geo_get_box:
 * @points: (array length=n_points): places
 * @n_points: how many
 * @share: which share of them is to be in the box, in each direction; 1 for all, 0.9 to leave out what lies far off
 * @box: (out): the smallest box with them
 *
 * Returns: whether there is one: not where there are no places
 */
gboolean
machi_geo_get_box (const MachiGeoPoint *points, guint n_points, double share, MachiGeoBox *box)
{
  g_autofree double *latitudes = g_new (double, n_points);
  g_autofree double *longitudes = g_new (double, n_points);
  guint left_out = (guint) floor (n_points * (1 - share) / 2 + 1e-9);

  if (n_points == 0)
    return FALSE;

  for (guint i = 0; i < n_points; i++)
    {
      latitudes[i] = points[i].latitude;
      longitudes[i] = points[i].longitude;
    }
  qsort (latitudes, n_points, sizeof (double), compare_doubles);
  qsort (longitudes, n_points, sizeof (double), compare_doubles);
  turn_behind_gap (longitudes, n_points);

  box->south = latitudes[left_out];
  box->north = latitudes[n_points - 1 - left_out];
  box->west = longitudes[left_out];
  box->east = longitudes[n_points - 1 - left_out];
  if (box->west > 180)
    {
      box->west -= 360;
      box->east -= 360;
    }

  return TRUE;
}

/**
 * machi_geo_box_fit:
 * @box: a part of the Earth
 * @width: pixels
 * @height: pixels
 * @centre: (out): what is in the middle of it on the map, its longitude from -180 to 180
 *
 * Returns: the greatest zoom at which all of @box is seen in @width by @height pixels; infinity for a single place
 */
double
machi_geo_box_fit (const MachiGeoBox *box, double width, double height, MachiGeoPoint *centre)
{
  double left, top, right, bottom;

  machi_geo_project ((MachiGeoPoint) { box->north, box->west }, &left, &top);
  machi_geo_project ((MachiGeoPoint) { box->south, box->east }, &right, &bottom);
  machi_geo_unproject ((left + right) / 2, (top + bottom) / 2, centre);
  if (centre->longitude > 180)
    centre->longitude -= 360;

  return log2 (MIN (width / (right - left), height / (bottom - top)) / MACHI_GEO_TILE_SIZE);
}

typedef struct
{
  double *xs;
  double *ys;
  double distance;
  double cell;
  guint n_columns;
} Clustering;

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *weights = data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  if (weights != NULL && weights[first] != weights[second])
    return weights[first] < weights[second] ? 1 : -1;

  return first < second ? -1 : 1;
}

static gpointer
make_key (const Clustering *self, gint64 column, gint64 row)
{
  column = (column + self->n_columns) % self->n_columns;

  /* 0 is no key: what is not in the table is NULL. */
  return GSIZE_TO_POINTER ((gsize) row * self->n_columns + (gsize) column + 1);
}

static double
get_square_distance (const Clustering *self, guint a, guint b)
{
  double dx = self->xs[a] - self->xs[b];
  double dy = self->ys[a] - self->ys[b];

  dx -= round (dx);

  return dx * dx + dy * dy;
}

/* The nearest of the places that stand for others within one cell's width of @i, or @i itself. */
static guint
find_owner (const Clustering *self, GHashTable *cells, guint i)
{
  gint64 column = (gint64) (self->xs[i] / self->cell);
  gint64 row = (gint64) (self->ys[i] / self->cell);
  double nearest = self->distance * self->distance;
  guint owner = i;

  for (gint64 dy = -1; dy <= 1; dy++)
    for (gint64 dx = -1; dx <= 1; dx++)
      {
        GArray *cell = row + dy >= 0 ? g_hash_table_lookup (cells, make_key (self, column + dx, row + dy)) : NULL;

        for (guint j = 0; cell != NULL && j < cell->len; j++)
          {
            guint other = g_array_index (cell, guint, j);
            double distance = get_square_distance (self, i, other);

            if (distance < nearest)
              {
                nearest = distance;
                owner = other;
              }
          }
      }

  return owner;
}

static void
add_owner (const Clustering *self, GHashTable *cells, guint i)
{
  gpointer key = make_key (self, (gint64) (self->xs[i] / self->cell), (gint64) (self->ys[i] / self->cell));
  GArray *cell = g_hash_table_lookup (cells, key);

  if (cell == NULL)
    {
      cell = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (cells, key, cell);
    }
  g_array_append_val (cell, i);
}

/**
 * machi_geo_cluster:
 * @points: (array length=n_points): places
 * @weights: (array length=n_points) (nullable): how much each of them matters
 * @n_points: how many
 * @zoom: the zoom of the map
 * @distance: pixels
 *
 * Joins places that are nearer to each other on the map than @distance: the weightiest stands for those around it. No
 * two that stand for themselves or others are nearer than that.
 *
 * Returns: (transfer full) (array length=n_points): for each place the index of the one that stands for it, often its
 *   own
 */
guint *
machi_geo_cluster (const MachiGeoPoint *points, const double *weights, guint n_points, double zoom, double distance)
{
  guint *owners = g_new (guint, n_points);
  g_autofree guint *order = g_new (guint, n_points);
  g_autofree double *xs = g_new (double, n_points);
  g_autofree double *ys = g_new (double, n_points);
  g_autoptr (GHashTable) cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  double reach = CLAMP (distance / (MACHI_GEO_TILE_SIZE * exp2 (zoom)), 1e-7, 0.25);
  /* A whole number of columns goes round the world; each is at least as wide as places may be apart. */
  Clustering self = { xs, ys, reach, 1 / floor (1 / reach), (guint) floor (1 / reach) };

  g_return_val_if_fail (distance > 0, owners);

  for (guint i = 0; i < n_points; i++)
    {
      machi_geo_project (points[i], &xs[i], &ys[i]);
      xs[i] -= floor (xs[i]);
      order[i] = i;
    }
  g_sort_array (order, n_points, sizeof (guint), compare_weights, (gpointer) weights);

  for (guint k = 0; k < n_points; k++)
    {
      guint i = order[k];

      owners[i] = find_owner (&self, cells, i);
      if (owners[i] == i)
        add_owner (&self, cells, i);
    }

  return owners;
}
