/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-data.h"

#include <math.h>
#include <stdlib.h>

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
sort_out_duplicates (GArray *array)
{
  double *values = (double *) (gpointer) array->data;
  guint n = 0;

  g_array_sort (array, compare_doubles);
  for (guint i = 0; i < array->len; i++)
    if (n == 0 || values[i] != values[n - 1])
      values[n++] = values[i];
  g_array_set_size (array, n);
}

/* What cannot stand on the axis is left out: a category that does not exist, a year that is no number. */
static gboolean
is_on_axis (const MachiPlotData *self, double x)
{
  if (self->categories == NULL)
    return isfinite (x) && fabs (x) < 1e6;

  return x >= 0 && x < g_strv_length (self->categories) && x == floor (x);
}

static void
collect_xs (MachiPlotData *self)
{
  guint n_categories = self->categories != NULL ? g_strv_length (self->categories) : 0;

  /* Every category has its place, even one without a value. */
  for (guint i = 0; i < n_categories; i++)
    {
      double x = i;
      g_array_append_val (self->xs, x);
    }

  for (guint s = 0; n_categories == 0 && s < self->series->len; s++)
    {
      guint n_points;
      const MachiPoint *points = machi_series_get_points (self->series->pdata[s], &n_points);

      for (guint i = 0; i < n_points; i++)
        if (is_on_axis (self, points[i].x))
          g_array_append_val (self->xs, points[i].x);
    }
  sort_out_duplicates (self->xs);
}

static guint
find_x (const MachiPlotData *self, double x)
{
  double *found = bsearch (&x, self->xs->data, self->xs->len, sizeof (double), compare_doubles);

  g_assert (found != NULL);

  return (guint) (found - (double *) (gpointer) self->xs->data);
}

static void
fill_cells (MachiPlotData *self)
{
  static const MachiPlotCell empty = { NAN, FALSE };
  guint n_xs = self->xs->len;

  for (guint i = 0; i < n_xs * self->series->len; i++)
    g_array_append_val (self->cells, empty);

  for (guint s = 0; s < self->series->len; s++)
    {
      guint n_points;
      const MachiPoint *points = machi_series_get_points (self->series->pdata[s], &n_points);

      for (guint i = 0; i < n_points; i++)
        if (is_on_axis (self, points[i].x))
          {
            MachiPlotCell cell = { isfinite (points[i].y) ? points[i].y : NAN, TRUE };
            g_array_index (self->cells, MachiPlotCell, s * n_xs + find_x (self, points[i].x)) = cell;
          }
    }
}

/**
 * machi_plot_data_new:
 * @model: (nullable): a model of MachiSeries, all in one unit
 * @title: (nullable): what they show
 * @chart: a MachiChart, or -1 for that of the first series
 * @categories: (nullable): what the numbers 0, 1, 2, … of points stand for, or NULL where they are years
 *
 * Returns: (transfer full): what there is to plot now
 */
MachiPlotData *
machi_plot_data_new (GListModel *model, const char *title, int chart, const char *const *categories)
{
  MachiPlotData *self = g_new0 (MachiPlotData, 1);
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  self->title = g_strdup (title);
  self->categories = categories != NULL && categories[0] != NULL ? g_strdupv ((char **) categories) : NULL;
  self->series = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->series, g_list_model_get_item (model, i));
  self->chart = chart >= 0 ? (MachiChart) chart : MACHI_CHART_LINE;
  if (chart < 0 && n > 0)
    self->chart = machi_series_get_chart (self->series->pdata[0]);
  self->unit = n > 0 ? machi_series_get_unit (self->series->pdata[0]) : NULL;
  self->xs = g_array_new (FALSE, FALSE, sizeof (double));
  self->cells = g_array_new (FALSE, FALSE, sizeof (MachiPlotCell));
  collect_xs (self);
  fill_cells (self);

  return self;
}

/**
 * machi_plot_data_free:
 * @self: (transfer full): data
 *
 * Frees it.
 */
void
machi_plot_data_free (MachiPlotData *self)
{
  g_free (self->title);
  g_strfreev (self->categories);
  g_ptr_array_unref (self->series);
  g_array_unref (self->xs);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * machi_plot_data_get_n_series:
 * @self: data
 *
 * Returns: how many series
 */
guint
machi_plot_data_get_n_series (const MachiPlotData *self)
{
  return self->series->len;
}

/**
 * machi_plot_data_get_n_xs:
 * @self: data
 *
 * Returns: how many years or categories
 */
guint
machi_plot_data_get_n_xs (const MachiPlotData *self)
{
  return self->xs->len;
}

/**
 * machi_plot_data_get_series:
 * @self: data
 * @series: which series
 *
 * Returns: (transfer none): that series
 */
MachiSeries *
machi_plot_data_get_series (const MachiPlotData *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, NULL);

  return self->series->pdata[series];
}

/**
 * machi_plot_data_get_x:
 * @self: data
 * @i: which of its years or categories
 *
 * Returns: the year, or the number of the category
 */
double
machi_plot_data_get_x (const MachiPlotData *self, guint i)
{
  g_return_val_if_fail (i < self->xs->len, 0);

  return g_array_index (self->xs, double, i);
}

/**
 * machi_plot_data_get_cell:
 * @self: data
 * @series: which series
 * @i: which of the years or categories
 *
 * Returns: what that series says there
 */
const MachiPlotCell *
machi_plot_data_get_cell (const MachiPlotData *self, guint series, guint i)
{
  g_return_val_if_fail (series < self->series->len && i < self->xs->len, NULL);

  return &g_array_index (self->cells, MachiPlotCell, series * self->xs->len + i);
}

/**
 * machi_plot_data_has_value:
 * @self: data
 * @series: which series
 * @i: which of the years or categories
 *
 * Returns: whether that series has a known value there
 */
gboolean
machi_plot_data_has_value (const MachiPlotData *self, guint series, guint i)
{
  return !isnan (machi_plot_data_get_cell (self, series, i)->value);
}

/**
 * machi_plot_data_get_range:
 * @self: data
 * @low: (out): the lowest value drawn
 * @high: (out): the highest; less than @low where no value is known
 *
 * Tells what the axis must hold. Stacked bars are as high as their sums; what is below zero is stacked downwards.
 */
void
machi_plot_data_get_range (const MachiPlotData *self, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < self->xs->len; i++)
    {
      double up = 0, down = 0;

      for (guint s = 0; s < self->series->len; s++)
        {
          double value = machi_plot_data_get_cell (self, s, i)->value;

          if (isnan (value))
            continue;
          *(value < 0 ? &down : &up) += value;
          *low = MIN (*low, self->chart == MACHI_CHART_STACKED_BAR ? down : value);
          *high = MAX (*high, self->chart == MACHI_CHART_STACKED_BAR ? up : value);
        }
    }
}

/**
 * machi_plot_data_get_breaks:
 * @self: data
 *
 * Returns: (transfer full) (element-type double): the years on the axis from which on another basis holds for some
 *   series, in order
 */
GArray *
machi_plot_data_get_breaks (const MachiPlotData *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint s = 0; s < self->series->len && self->xs->len > 0 && self->categories == NULL; s++)
    {
      guint n_breaks;
      const double *breaks = machi_series_get_breaks (self->series->pdata[s], &n_breaks);

      for (guint i = 0; i < n_breaks; i++)
        if (breaks[i] > machi_plot_data_get_x (self, 0) && breaks[i] <= machi_plot_data_get_x (self, self->xs->len - 1))
          g_array_append_val (all, breaks[i]);
    }
  sort_out_duplicates (all);

  return all;
}

/**
 * machi_plot_data_joins:
 * @self: data
 * @series: which series
 * @from: which of the years
 * @to: a later one
 *
 * Returns: whether a line may join the two: no value is unknown between them, and their basis is the same
 */
gboolean
machi_plot_data_joins (const MachiPlotData *self, guint series, guint from, guint to)
{
  guint n_breaks;
  const double *breaks = machi_series_get_breaks (machi_plot_data_get_series (self, series), &n_breaks);

  for (guint i = from + 1; i < to; i++)
    if (machi_plot_data_get_cell (self, series, i)->present)
      return FALSE;
  for (guint i = 0; i < n_breaks; i++)
    if (breaks[i] > machi_plot_data_get_x (self, from) && breaks[i] <= machi_plot_data_get_x (self, to))
      return FALSE;

  return TRUE;
}

/**
 * machi_plot_data_step_point:
 * @self: data
 * @series: which series
 * @direction: 1 or -1
 * @i: (inout): where to begin; left where the step ends
 *
 * Steps to the next known value of a series. To find the first one begin at G_MAXUINT, for the last at the number of
 * xs.
 *
 * Returns: whether there is one
 */
gboolean
machi_plot_data_step_point (const MachiPlotData *self, guint series, int direction, guint *i)
{
  guint at = *i;

  for (guint n = 0; n < self->xs->len; n++)
    {
      at += (guint) direction;
      if (at >= self->xs->len)
        return FALSE;
      if (machi_plot_data_has_value (self, series, at))
        {
          *i = at;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_nearest (const MachiPlotData *self, guint series, guint *i)
{
  guint before = *i + 1, after = *i - 1;
  gboolean has_before = machi_plot_data_step_point (self, series, -1, &before);
  gboolean has_after = machi_plot_data_step_point (self, series, 1, &after);
  double x = machi_plot_data_get_x (self, *i);

  if (!has_before && !has_after)
    return FALSE;
  if (has_before && has_after)
    has_after = machi_plot_data_get_x (self, after) - x < x - machi_plot_data_get_x (self, before);
  *i = has_after ? after : before;

  return TRUE;
}

/**
 * machi_plot_data_step_series:
 * @self: data
 * @direction: 1 or -1
 * @series: (inout): which series
 * @i: (inout): which of the years or categories
 *
 * Steps to the next series that has values, to the one nearest to where we were.
 *
 * Returns: whether there is one
 */
gboolean
machi_plot_data_step_series (const MachiPlotData *self, int direction, guint *series, guint *i)
{
  for (guint s = *series + (guint) direction; s < self->series->len; s += (guint) direction)
    if (find_nearest (self, s, i))
      {
        *series = s;
        return TRUE;
      }

  return FALSE;
}
