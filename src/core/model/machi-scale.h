/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MachiScale:
 * @low: the first tick; of a scale of values also the low end of the axis
 * @high: the last tick; of a scale of values also the high end of the axis
 * @step: from one tick to the next: 1, 2 or 5 times a power of ten
 * @n_ticks: how many ticks
 * @broken: whether the axis stops short of zero although all values lie on one side of it
 */
typedef struct
{
  double low;
  double high;
  double step;
  guint n_ticks;
  gboolean broken;
} MachiScale;

void   machi_scale_init_values  (MachiScale       *scale,
                                 double            low,
                                 double            high,
                                 guint             max_steps,
                                 gboolean          from_zero);
void   machi_scale_init_years   (MachiScale       *scale,
                                 double            first,
                                 double            last,
                                 double            min_step);
double machi_scale_get_tick     (const MachiScale *scale,
                                 guint             i);
char  *machi_scale_format_tick  (const MachiScale *scale,
                                 guint             i,
                                 gboolean          brief);
char  *machi_scale_format_value (double            value);

G_END_DECLS
