/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-frames [SCENE]: scrolls, pans and zooms the program with the built-in catalogue, and prints how long frames
 * take. work      from the start of a frame to its end by the clock, as the frame clock says it: moving, layout,
 * painting own       the time this thread worked meanwhile: what is left where others use the machine too interval
 * between the times of two frames (GdkFrameTimings): 16.7 ms where nothing is late */
#include "config.h"

#include "bench-program.h"
#include "machi-map.h"
#include "machi-page.h"
#include "machi-problem.h"
#include "machi-test.h"

#include <math.h>
#include <shumate/shumate.h>
#include <time.h>

#define N_FRAMES 300
#define SCROLL_STEP 60
#define GOAL_MEAN 16.0
#define GOAL_P99 33.0

typedef struct _Scene Scene;

struct _Scene
{
  const char *name;
  const char *address;
  char *(*find_address) (MachiCatalog *catalog);
  void (*step) (const Scene *scene, GtkWidget *root, guint frame);
};

typedef struct
{
  const Scene *scene;
  GtkWidget *root;
  guint n_frames;
  gint64 wall_since;
  gint64 own_since;
  gint64 last_frame;
  GArray *work;
  GArray *own;
  GArray *intervals;
} Run;

/* ---- What is opened ---- */

static char *
find_longest_report (MachiCatalog *catalog)
{
  GListModel *reports = machi_catalog_get_entries (catalog, MACHI_KIND_REPORT);
  g_autoptr (MachiEntry) longest = NULL;
  guint most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (reports); i++)
    {
      g_autoptr (MachiEntry) report = g_list_model_get_item (reports, i);
      g_autoptr (GListStore) problems = g_list_store_new (MACHI_TYPE_PROBLEM);
      g_autoptr (MachiReportDocument) document = machi_catalog_read_report (catalog, report, problems, NULL);
      guint n_blocks = document != NULL ? g_list_model_get_n_items (G_LIST_MODEL (document)) : 0;

      if (n_blocks > most)
        {
          most = n_blocks;
          g_set_object (&longest, report);
        }
    }

  return machi_entry_dup_address (longest);
}

static char *
find_fullest_entry (MachiCatalog *catalog)
{
  g_autoptr (MachiEntry) fullest = NULL;
  guint most = 0;

  for (guint kind = MACHI_KIND_REPORT + 1; kind < MACHI_KIND_TOPIC; kind++)
    {
      GListModel *entries = machi_catalog_get_entries (catalog, kind);

      for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
        {
          g_autoptr (MachiEntry) entry = g_list_model_get_item (entries, i);
          guint n_parts = g_list_model_get_n_items (machi_entry_get_relations (entry))
                          + g_list_model_get_n_items (machi_entry_get_statements (entry))
                          + g_list_model_get_n_items (machi_entry_get_milestones (entry))
                          + g_list_model_get_n_items (machi_entry_get_series (entry));

          if (n_parts > most)
            {
              most = n_parts;
              g_set_object (&fullest, entry);
            }
        }
    }

  return machi_entry_dup_address (fullest);
}

/* ---- What is done in each frame ---- */

/* Down, and at the end up again. */
static void
scroll (const Scene *scene G_GNUC_UNUSED, GtkWidget *root, guint frame)
{
  GtkWidget *page = machi_test_find (root, MACHI_TYPE_PAGE, NULL);
  GtkScrolledWindow *scroller = MACHI_PAGE_GET_IFACE (page)->get_scroller (MACHI_PAGE (page));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  double range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double way = fmod (frame * (double) SCROLL_STEP, MAX (2 * range, 1));

  gtk_adjustment_set_value (adjustment, way <= range ? way : 2 * range - way);
}

static ShumateViewport *
find_viewport (GtkWidget *root)
{
  return shumate_map_get_viewport (SHUMATE_MAP (machi_test_find (root, SHUMATE_TYPE_MAP, NULL)));
}

static void
pan (const Scene *scene G_GNUC_UNUSED, GtkWidget *root, guint frame)
{
  shumate_location_set_location (SHUMATE_LOCATION (find_viewport (root)), 15 + 20 * sin (frame / 70.0),
                                 105 + 30 * cos (frame / 50.0));
}

static void
zoom (const Scene *scene G_GNUC_UNUSED, GtkWidget *root, guint frame)
{
  shumate_viewport_set_zoom_level (find_viewport (root), 4 + 1.5 * sin (frame / 40.0));
}

static const Scene scenes[] = {
  { "the longest report", NULL, find_longest_report, scroll },
  { "the fullest entry", NULL, find_fullest_entry, scroll },
  { "the register", "machi:projects", NULL, scroll },
  { "the timeline", "machi:timeline", NULL, scroll },
  { "search results", "machi:search?q=waste", NULL, scroll },
  { "the map, panned", "machi:map", NULL, pan },
  { "the map, zoomed", "machi:map", NULL, zoom },
};

/* ---- Measuring ---- */

static gint64
get_own_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
append_ms (GArray *values, gint64 us)
{
  double ms = (double) us / 1000;

  g_array_append_val (values, ms);
}

static void
frame_begun_cb (Run *run)
{
  run->wall_since = g_get_monotonic_time ();
  run->own_since = get_own_time ();
}

static void
frame_ended_cb (Run *run, GdkFrameClock *clock)
{
  GdkFrameTimings *timings = gdk_frame_clock_get_current_timings (clock);
  gint64 time = gdk_frame_timings_get_frame_time (timings);

  if (run->wall_since == 0)
    return;

  append_ms (run->work, g_get_monotonic_time () - run->wall_since);
  append_ms (run->own, get_own_time () - run->own_since);
  if (run->last_frame != 0)
    append_ms (run->intervals, time - run->last_frame);
  run->last_frame = time;
}

static gboolean
tick_cb (GtkWidget *widget G_GNUC_UNUSED, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  Run *run = data;

  run->scene->step (run->scene, run->root, run->n_frames++);

  return G_SOURCE_CONTINUE;
}

/* Where only the clock says that it took too long, others had the machine meanwhile. */
static const char *
judge (GArray *by_clock, GArray *own)
{
  if (bench_get_mean (own) > GOAL_MEAN || bench_get_percentile (own, 0.99) > GOAL_P99)
    return "  OVER THE GOAL";
  if (bench_get_mean (by_clock) > GOAL_MEAN || bench_get_percentile (by_clock, 0.99) > GOAL_P99)
    return "  over the goal by the clock, not by its own work";

  return "";
}

static void
print_run (Run *run)
{
  g_print ("%-20s %4u frames; work %5.1f mean %5.1f p99 %5.1f max; own %5.1f mean %5.1f p99; interval %5.1f mean %5.1f "
           "p99 ms%s\n",
           run->scene->name, run->work->len, bench_get_mean (run->work), bench_get_percentile (run->work, 0.99),
           bench_get_percentile (run->work, 1), bench_get_mean (run->own), bench_get_percentile (run->own, 0.99),
           bench_get_mean (run->intervals), bench_get_percentile (run->intervals, 0.99), judge (run->work, run->own));
}

static void
measure (const Scene *scene, MachiWindow *window)
{
  g_autofree char *found = scene->find_address != NULL ? scene->find_address (machi_window_get_catalog (window)) : NULL;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  Run run = { scene, GTK_WIDGET (window), 0, 0, 0, 0, NULL, NULL, NULL };
  gulong begun, ended;
  guint tick;

  run.work = g_array_new (FALSE, FALSE, sizeof (double));
  run.own = g_array_new (FALSE, FALSE, sizeof (double));
  run.intervals = g_array_new (FALSE, FALSE, sizeof (double));
  bench_open (window, scene->address != NULL ? scene->address : found);

  begun = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (frame_begun_cb), &run);
  ended = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (frame_ended_cb), &run);
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, &run, NULL);
  while (run.n_frames < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (window), tick);
  g_signal_handler_disconnect (clock, begun);
  g_signal_handler_disconnect (clock, ended);
  print_run (&run);

  g_array_unref (run.work);
  g_array_unref (run.own);
  g_array_unref (run.intervals);
}

int
main (int argc, char *argv[])
{
  MachiApplication *application;

  gtk_init ();
  application = machi_test_start ();
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (argc < 2 || strstr (scenes[i].name, argv[1]) != NULL)
      measure (&scenes[i], machi_test_get_window (application));
  machi_test_stop (application);

  return 0;
}
