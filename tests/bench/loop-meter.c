/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the main loop is kept: what lies between two polls is one turn of it, nothing else happens meanwhile. */
#include "config.h"

#include "loop-meter.h"

#include <time.h>

#define FRAME_USEC 16700

static GPollFunc real_poll;
static gint64 wall_since, own_since;
static LoopMeter longest;

/* The time this thread has worked, in microseconds: on a machine that others use too it says more than the clock. */
gint64
loop_meter_get_own_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
measuring_poll (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 own = own_since != 0 ? loop_meter_get_own_time () - own_since : 0;
  int result;

  if (own_since != 0)
    longest.wall = MAX (longest.wall, g_get_monotonic_time () - wall_since);
  longest.own = MAX (longest.own, own);
  longest.n_long += own > FRAME_USEC;
  result = real_poll (fds, n_fds, timeout);
  wall_since = g_get_monotonic_time ();
  own_since = loop_meter_get_own_time ();

  return result;
}

/* Measures from now on. */
void
loop_meter_start (void)
{
  real_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, measuring_poll);
}

/* Leaves the turn out in which this is called. */
void
loop_meter_pause (void)
{
  own_since = 0;
}

/* Gives what was measured since the last time. */
void
loop_meter_take (LoopMeter *meter)
{
  *meter = longest;
  longest = (LoopMeter) { 0 };
}
