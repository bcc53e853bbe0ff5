/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-program.h"

/* For benches that open the program in their own process, as the tests of the interface do. */

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * bench_run:
 * @ms: milliseconds
 *
 * Runs the main loop for that long.
 */
void
bench_run (guint ms)
{
  gboolean stop = FALSE;

  g_timeout_add (ms, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * bench_open:
 * @window: the window
 * @address: an address
 *
 * Opens it and waits until nothing happens any more.
 */
void
bench_open (MachiWindow *window, const char *address)
{
  machi_window_open (window, address);
  bench_run (1500);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * bench_get_percentile:
 * @values: (element-type double): some values, which it sorts
 * @share: from 0 to 1
 *
 * Returns: the value that this share of @values does not exceed
 */
double
bench_get_percentile (GArray *values, double share)
{
  if (values->len == 0)
    return 0;

  g_array_sort (values, compare_doubles);

  return g_array_index (values, double, MIN ((guint) (share * values->len), values->len - 1));
}

/**
 * bench_get_mean:
 * @values: (element-type double): some values
 *
 * Returns: their mean
 */
double
bench_get_mean (GArray *values)
{
  double sum = 0;

  for (guint i = 0; i < values->len; i++)
    sum += g_array_index (values, double, i);

  return values->len > 0 ? sum / values->len : 0;
}
