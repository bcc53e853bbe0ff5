/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-map-memory [SECONDS]: how much memory (PSS) the map takes: when it is opened, after long panning, and when it
 * is left. Ten minutes of panning at 400 pixels a second are 240,000 pixels of way, through all zooms from 3 to 6, over
 * all of the catalogue's part of the world. They are gone in SECONDS (60), with a frame for each step: so the steps are
 * longer, but the way and with it the tiles are the same. With 600 seconds it is the real thing. */
#include "config.h"

#include "bench-program.h"
#include "machi-geo.h"
#include "machi-map.h"
#include "machi-test.h"

#include <malloc.h>
#include <math.h>
#include <shumate/shumate.h>
#include <stdlib.h>

#define WAY 240000.0
#define LAP 12000.0
#define SETTLE_MS 3000
#define REPORT_EVERY 4

typedef struct
{
  ShumateViewport *viewport;
  gint64 start;
  double duration;
  double way;
  double last_way;
  double longest_step;
  guint n_frames;
} Panning;

/* Megabytes of this process, its share of what others use too; and those of them that are no part of a file: the rest
 * are fonts and libraries, which the kernel can drop. */
typedef struct
{
  double pss;
  double own;
} Memory;

static double
read_field (const char *text, const char *field)
{
  const char *line = strstr (text, field);

  return line != NULL ? (double) g_ascii_strtoll (line + strlen (field), NULL, 10) / 1024 : 0;
}

static Memory
read_memory (void)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return (Memory) { 0, 0 };

  return (Memory) { read_field (text, "\nPss:"), read_field (text, "\nPss_Anon:") };
}

static Memory
print_memory (const char *what, Memory before, const char *goal)
{
  Memory now = read_memory ();

  g_print ("%-28s %+6.1f MB, %+6.1f MB of them no files%s\n", what, now.pss - before.pss, now.own - before.own, goal);

  return now;
}

/* A lap goes to and fro in longitude while it drifts in latitude; the next has another zoom. */
static gboolean
pan_cb (GtkWidget *widget G_GNUC_UNUSED, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  Panning *panning = data;
  double elapsed = (double) (g_get_monotonic_time () - panning->start) / G_USEC_PER_SEC;
  double way = MIN (elapsed / panning->duration, 1) * WAY;
  double zoom = 3 + fmod (floor (way / LAP), 4);
  double degrees = 360 / (MACHI_GEO_TILE_SIZE * exp2 (zoom));
  double phase = fmod (way, LAP) / LAP;
  double half_span = MIN (35, LAP / 8 * degrees);

  panning->longest_step = MAX (panning->longest_step, way - panning->last_way);
  panning->last_way = way;
  panning->way = way;
  panning->n_frames++;
  shumate_viewport_set_zoom_level (panning->viewport, zoom);
  /* Four times over the span in a lap: a triangle wave. */
  shumate_location_set_location (SHUMATE_LOCATION (panning->viewport), -5 + 45 * fmod (way / LAP * 0.37 + phase / 4, 1),
                                 105 + half_span * (2 * fabs (2 * fmod (phase * 2, 1) - 1) - 1));

  return G_SOURCE_CONTINUE;
}

static void
pan (MachiWindow *window, double duration, Memory before)
{
  Panning panning = { NULL, 0, duration, 0, 0, 0, 0 };
  GtkWidget *map = machi_test_find (GTK_WIDGET (window), SHUMATE_TYPE_MAP, NULL);
  guint tick;

  panning.viewport = shumate_map_get_viewport (SHUMATE_MAP (map));
  panning.start = g_get_monotonic_time ();
  tick = gtk_widget_add_tick_callback (map, pan_cb, &panning, NULL);
  for (guint i = 1; i <= REPORT_EVERY; i++)
    {
      g_autofree char *what = g_strdup_printf ("  after %.0f %% of the way", 100.0 * i / REPORT_EVERY);

      while (panning.way < WAY * i / REPORT_EVERY)
        g_main_context_iteration (NULL, TRUE);
      print_memory (what, before, "");
    }
  gtk_widget_remove_tick_callback (map, tick);
  g_print ("  %u frames, the longest step %.0f pixels\n", panning.n_frames, panning.longest_step);
}

static void
visit (MachiWindow *window, double duration)
{
  Memory before = read_memory ();
  Memory panned, left;

  bench_open (window, "machi:map");
  bench_run (SETTLE_MS);
  print_memory ("opened", before, " (goal: at most +40)");
  pan (window, duration, before);
  bench_run (SETTLE_MS);
  panned = print_memory ("panned", before, " (goal: at most +120)");
  machi_window_open (window, "machi:overview");
  bench_run (SETTLE_MS);
  left = print_memory ("left", before, "");
  g_print ("back                         %3.0f %% of all, %3.0f %% of what is no files (goal: 90 %%)\n",
           100 * (panned.pss - left.pss) / (panned.pss - before.pss),
           100 * (panned.own - left.own) / (panned.own - before.own));
}

/* The fonts of all scripts and the search index are loaded by whichever page first needs them, and stay: they are not
 * the map's. So a city of each country is looked at before, which has its name in the script of the place. */
static void
open_other_pages (MachiWindow *window)
{
  GListModel *cities = machi_catalog_get_entries (machi_window_get_catalog (window), MACHI_KIND_CITY);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  bench_open (window, "machi:cities");
  bench_open (window, "machi:search?q=waste");
  for (guint i = 0; i < g_list_model_get_n_items (cities); i++)
    {
      g_autoptr (MachiEntry) city = g_list_model_get_item (cities, i);
      const char *country = machi_entry_get_country (city);

      if (country != NULL && g_hash_table_add (seen, (gpointer) country))
        {
          g_autofree char *address = machi_entry_dup_address (city);

          bench_open (window, address);
        }
    }
  bench_open (window, "machi:overview");
  bench_run (SETTLE_MS);
  /* Or leaving the map would give back what other pages left. */
  malloc_trim (0);
}

int
main (int argc, char *argv[])
{
  double duration = argc > 1 ? atof (argv[1]) : 60;
  MachiApplication *application;
  MachiWindow *window;

  gtk_init ();
  application = machi_test_start ();
  window = machi_test_get_window (application);
  open_other_pages (window);

  g_print ("The first visit; before it   %6.1f MB\n", read_memory ().pss);
  visit (window, duration);
  g_print ("The second visit; before it  %6.1f MB\n", read_memory ().pss);
  visit (window, duration / 4);
  machi_test_stop (application);

  return 0;
}
