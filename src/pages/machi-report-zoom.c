/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-zoom.h"

/* In percent; data/style-report.css has a class for each. */
static const int steps[] = { 70, 80, 90, 100, 110, 125, 150, 175, 200, 250 };

/**
 * machi_report_zoom_get_steps:
 * @n_steps: (out): how many there are
 *
 * Returns: (array length=n_steps): the sizes of a report's text in percent of the interface's, the smallest first
 */
const int *
machi_report_zoom_get_steps (guint *n_steps)
{
  *n_steps = G_N_ELEMENTS (steps);

  return steps;
}

/**
 * machi_report_zoom_get:
 * @settings: the settings
 *
 * Returns: which step comes nearest to the size that is set
 */
guint
machi_report_zoom_get (GSettings *settings)
{
  double percent = g_settings_get_double (settings, MACHI_KEY_TEXT_SCALE) * 100;
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (steps); i++)
    if (ABS (steps[i] - percent) < ABS (steps[nearest] - percent))
      nearest = i;

  return nearest;
}

/**
 * machi_report_zoom_set:
 * @settings: the settings
 * @step: one of the sizes
 *
 * Sets the size of the text of all reports, for now and later.
 */
void
machi_report_zoom_set (GSettings *settings, guint step)
{
  g_return_if_fail (step < G_N_ELEMENTS (steps));

  g_settings_set_double (settings, MACHI_KEY_TEXT_SCALE, steps[step] / 100.0);
}

/**
 * machi_report_zoom_move:
 * @settings: the settings
 * @by: how many steps larger, less than 0 for smaller, 0 for the text's own size
 *
 * Returns: whether there is such a size
 */
gboolean
machi_report_zoom_move (GSettings *settings, int by)
{
  int step = (int) machi_report_zoom_get (settings) + by;

  if (by == 0)
    g_settings_reset (settings, MACHI_KEY_TEXT_SCALE);
  else if (step >= 0 && step < (int) G_N_ELEMENTS (steps))
    machi_report_zoom_set (settings, (guint) step);
  else
    return FALSE;

  return TRUE;
}
