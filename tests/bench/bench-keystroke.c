/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a key to the painted list: a person types into the search of the built-in pack, in the whole window. The frame
 * clock alone lets a key wait for up to a frame; what the search adds is seen beside the first frame after the key. */
#include "config.h"

#include "loop-meter.h"
#include "machi-search-page.h"
#include "machi-test.h"

/* Nobody types faster, in milliseconds. */
#define BETWEEN_KEYS 60
#define ROUNDS 3

static const char *const typed[] = { "kumamoto", "hai phong", "waste vietnam", "low carbon", "eco-town", "北九州市",
                                     "環境",     "กรุงเทพ",    "Thành phố",     "solar",      "iskandar", "c40" };

typedef struct
{
  MachiSearch *search;
  gint64 key;
  gint64 answered;
  gint64 first_frame;
  gint64 painted;
  gint64 complete;
  gboolean is_answered;
  gint64 phase_since;
  GArray **times;
  guint n_painted;
  guint n_at_once;
} Stroke;

enum
{
  ANSWERED,
  FIRST_FRAME,
  PAINTED,
  COMPLETE,
  INSERT,
  LAYOUT,
  PAINT,
  N_TIMES,
};

static const char *const names[N_TIMES] = {
  "key to answer",          "key to first frame, with the letter",
  "key to painted list",    "key to painted list with snippets",
  "work: taking the key",   "work: layout of a frame",
  "work: painting a frame",
};

static void
note (Stroke *self, guint what, gint64 time)
{
  g_array_append_val (self->times[what], time);
}

static void
busy_cb (Stroke *self)
{
  if (self->key == 0 || self->answered != 0 || machi_search_get_busy (self->search))
    return;

  self->answered = g_get_monotonic_time ();
}

/* A frame that begins when the results are there shows them. */
static void
before_paint_cb (Stroke *self)
{
  self->is_answered = self->answered != 0;
}

static gboolean
has_all_snippets (MachiSearch *search)
{
  GListModel *results = machi_search_get_results (search);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (results), 4); i++)
    {
      g_autoptr (MachiSearchResult) result = g_list_model_get_item (results, i);

      if (!machi_search_result_has_snippet (result))
        return FALSE;
    }

  return TRUE;
}

static void
update_cb (Stroke *self)
{
  self->phase_since = loop_meter_get_own_time ();
}

static void
layout_cb (Stroke *self)
{
  gint64 now = loop_meter_get_own_time ();

  note (self, LAYOUT, now - self->phase_since);
  self->phase_since = now;
}

static void
after_paint_cb (Stroke *self)
{
  gint64 now = g_get_monotonic_time ();

  note (self, PAINT, loop_meter_get_own_time () - self->phase_since);
  if (self->key == 0)
    return;
  if (self->first_frame == 0)
    self->first_frame = now;
  if (!self->is_answered)
    return;
  if (self->painted == 0)
    self->painted = now;
  if (self->complete == 0 && has_all_snippets (self->search))
    self->complete = now;
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_msec (guint msec)
{
  gboolean stop = FALSE;

  g_timeout_add (msec, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 difference = *(const gint64 *) a - *(const gint64 *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
print_times (const char *what, GArray *times)
{
  g_array_sort (times, compare_times);
  g_print ("%-44s p50 %5.1f  p95 %5.1f  max %5.1f ms  (%u keys)\n", what,
           (double) g_array_index (times, gint64, times->len / 2) / 1000.0,
           (double) g_array_index (times, gint64, times->len * 95 / 100) / 1000.0,
           (double) g_array_index (times, gint64, times->len - 1) / 1000.0, times->len);
}

static void
note_all (Stroke *self)
{
  const gint64 stamps[] = { self->answered, self->first_frame, self->painted, self->complete };

  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    if (stamps[i] != 0)
      note (self, i, stamps[i] - self->key);
  self->n_painted += self->painted != 0;
  self->n_at_once += self->painted != 0 && self->painted == self->first_frame;
}

static void
type_text (GtkEditable *entry, const char *text, Stroke *stroke)
{
  gtk_editable_set_text (entry, "");
  wait_msec (BETWEEN_KEYS * 2);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int position = -1;
      gint64 before = loop_meter_get_own_time ();

      *stroke = (Stroke) {
        .search = stroke->search, .times = stroke->times, .n_painted = stroke->n_painted, .n_at_once = stroke->n_at_once
      };
      stroke->key = g_get_monotonic_time ();
      gtk_editable_insert_text (entry, p, (int) (g_utf8_next_char (p) - p), &position);
      note (stroke, INSERT, loop_meter_get_own_time () - before);
      wait_msec (BETWEEN_KEYS);
      note_all (stroke);
    }
}

static void
print_round (Stroke *self, guint round, const LoopMeter *longest)
{
  g_print ("Round %u: longest turn of the main loop %.1f ms of work, %.1f ms by the clock; %u over a frame\n", round,
           (double) longest->own / 1000.0, (double) longest->wall / 1000.0, longest->n_long);
  for (guint i = 0; i < N_TIMES; i++)
    {
      print_times (names[i], self->times[i]);
      g_array_set_size (self->times[i], 0);
    }
  g_print ("%u of %u lists were painted in the same frame as the letter\n", self->n_at_once, self->n_painted);
  self->n_at_once = self->n_painted = 0;
}

static void
type_round (GtkEditable *entry, Stroke *stroke, guint round)
{
  LoopMeter longest;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    type_text (entry, typed[i], stroke);
  loop_meter_take (&longest);
  print_round (stroke, round, &longest);
}

int
main (int argc, char *argv[])
{
  MachiApplication *application;
  GtkWidget *window, *page, *entry;
  GdkFrameClock *clock;
  GArray *times[N_TIMES];
  Stroke stroke = { .times = times };

  for (guint i = 0; i < N_TIMES; i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_test_init (&argc, &argv, NULL);
  application = machi_test_start ();
  window = GTK_WIDGET (machi_test_get_window (application));
  machi_window_open (MACHI_WINDOW (window), "machi:search");
  page = machi_test_find (window, MACHI_TYPE_SEARCH_PAGE, NULL);
  entry = machi_test_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  stroke.search = machi_search_page_get_search (MACHI_SEARCH_PAGE (page));
  machi_test_wait_until (machi_search_get_ready (stroke.search));

  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), &stroke);
  g_signal_connect_swapped (clock, "update", G_CALLBACK (update_cb), &stroke);
  /* GTK lays out in its own handler, which comes before. */
  g_signal_connect_swapped (clock, "layout", G_CALLBACK (layout_cb), &stroke);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), &stroke);
  g_signal_connect_swapped (stroke.search, "notify::busy", G_CALLBACK (busy_cb), &stroke);

  /* Once without measuring: the first rows are made. */
  type_text (GTK_EDITABLE (entry), typed[0], &stroke);
  for (guint i = 0; i < N_TIMES; i++)
    g_array_set_size (times[i], 0);
  loop_meter_start ();
  /* In the first round rows are made, and fonts of other scripts are read for the first time. */
  for (guint round = 1; round <= ROUNDS; round++)
    type_round (GTK_EDITABLE (entry), &stroke, round);

  g_signal_handlers_disconnect_by_data (clock, &stroke);
  g_signal_handlers_disconnect_by_data (stroke.search, &stroke);
  for (guint i = 0; i < N_TIMES; i++)
    g_array_unref (times[i]);
  machi_test_stop (application);

  return 0;
}
