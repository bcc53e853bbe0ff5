/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-histogram-bins.h"

#include "machi-locale.h"

#include <glib/gi18n.h>
#include <string.h>

typedef guint Bin[MACHI_N_EVENT_KINDS];

/**
 * MachiHistogramBins:
 *
 * How many events of each kind there were in each year; all years before the first may share one bin.
 */
struct _MachiHistogramBins
{
  int first;
  guint n_bins;
  gboolean before;
  Bin *bins;
};

/**
 * machi_histogram_bins_new:
 * @first: the first year with a bin of its own
 * @last: the last year, not before @first
 * @before: whether there is a bin for all earlier years
 *
 * Returns: (transfer full): bins of nothing yet
 */
MachiHistogramBins *
machi_histogram_bins_new (int first, int last, gboolean before)
{
  MachiHistogramBins *self = g_new0 (MachiHistogramBins, 1);

  self->first = first;
  self->before = before;
  self->n_bins = (guint) (MAX (last, first) - first + 1) + (before ? 1 : 0);
  self->bins = g_new0 (Bin, self->n_bins);

  return self;
}

/**
 * machi_histogram_bins_free:
 * @self: (transfer full): bins
 *
 * Frees them.
 */
void
machi_histogram_bins_free (MachiHistogramBins *self)
{
  g_free (self->bins);
  g_free (self);
}

/**
 * machi_histogram_bins_count:
 * @self: bins
 * @events: (nullable): a list of #MachiEvent
 *
 * Counts @events instead of what was counted before.
 */
void
machi_histogram_bins_count (MachiHistogramBins *self, GListModel *events)
{
  guint n_events = events != NULL ? g_list_model_get_n_items (events) : 0;

  memset (self->bins, 0, self->n_bins * sizeof (Bin));
  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (MachiEvent) event = g_list_model_get_item (events, i);

      self->bins[machi_histogram_bins_get_place (self, machi_event_get_year (event))][machi_event_get_kind (event)]++;
    }
}

/**
 * machi_histogram_bins_get_size:
 * @self: bins
 *
 * Returns: how many there are
 */
guint
machi_histogram_bins_get_size (const MachiHistogramBins *self)
{
  return self->n_bins;
}

/**
 * machi_histogram_bins_get_place:
 * @self: bins
 * @year: a year
 *
 * Returns: its bin; years outside are in the outermost
 */
guint
machi_histogram_bins_get_place (const MachiHistogramBins *self, int year)
{
  int place = year - self->first + (self->before ? 1 : 0);

  return (guint) CLAMP (place, 0, (int) self->n_bins - 1);
}

/**
 * machi_histogram_bins_get_year:
 * @self: bins
 * @bin: a bin
 *
 * Returns: its year, of the bin for all earlier ones the last of them
 */
int
machi_histogram_bins_get_year (const MachiHistogramBins *self, guint bin)
{
  return self->first + (int) bin - (self->before ? 1 : 0);
}

/**
 * machi_histogram_bins_is_before:
 * @self: bins
 * @bin: a bin
 *
 * Returns: whether it is that for all earlier years
 */
gboolean
machi_histogram_bins_is_before (const MachiHistogramBins *self, guint bin)
{
  return self->before && bin == 0;
}

/**
 * machi_histogram_bins_get:
 * @self: bins
 * @bin: a bin
 * @kind: a kind
 *
 * Returns: how many events of @kind it has
 */
guint
machi_histogram_bins_get (const MachiHistogramBins *self, guint bin, MachiEventKind kind)
{
  g_return_val_if_fail (bin < self->n_bins, 0);

  return self->bins[bin][kind];
}

/**
 * machi_histogram_bins_get_sum:
 * @self: bins
 * @from: the first bin
 * @to: the last
 *
 * Returns: how many events they have together
 */
guint
machi_histogram_bins_get_sum (const MachiHistogramBins *self, guint from, guint to)
{
  guint sum = 0;

  for (guint bin = from; bin <= to && bin < self->n_bins; bin++)
    for (guint kind = 0; kind < MACHI_N_EVENT_KINDS; kind++)
      sum += self->bins[bin][kind];

  return sum;
}

/**
 * machi_histogram_bins_get_most:
 * @self: bins
 *
 * Returns: how many events the fullest bin has
 */
guint
machi_histogram_bins_get_most (const MachiHistogramBins *self)
{
  guint most = 0;

  for (guint bin = 0; bin < self->n_bins; bin++)
    most = MAX (most, machi_histogram_bins_get_sum (self, bin, bin));

  return most;
}

/**
 * machi_histogram_bins_dup_label:
 * @self: bins
 * @bin: a bin
 *
 * Returns: (transfer full): its year or years for a reader
 */
char *
machi_histogram_bins_dup_label (const MachiHistogramBins *self, guint bin)
{
  int year = machi_histogram_bins_get_year (self, bin);

  if (machi_histogram_bins_is_before (self, bin))
    /* Translators: all years before that one */
    return g_strdup_printf (_ ("before %d"), year + 1);

  return machi_locale_format_year (year);
}
