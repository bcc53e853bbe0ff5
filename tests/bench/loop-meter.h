/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LoopMeter:
 * @own: the most that one turn of the main loop has worked, in microseconds
 * @wall: the longest that one turn has lasted by the clock
 * @n_long: how many turns have worked for longer than a frame
 */
typedef struct
{
  gint64 own;
  gint64 wall;
  guint n_long;
} LoopMeter;

gint64 loop_meter_get_own_time (void);

void loop_meter_start (void);
void loop_meter_pause (void);
void loop_meter_take  (LoopMeter *meter);

G_END_DECLS
