/* SPDX-License-Identifier: GPL-3.0-or-later */
/* startbench RUNS NAME=COMMAND...: starts X11 programs in turn and prints, for each, medians of
 *   map     milliseconds from exec to the mapping of its first window of at least 200 x 120
 *   content milliseconds to its first frame: the first change of more than 0.5 % of its area
 *   settled milliseconds to the last change of more than 0.5 % of its area before the first 150 ms without one: the
 * frame with the content; what only fades, such as a scrollbar, does not count PSS     megabytes in use 2 s after exec
 * and how many times those of the first program they are. Interleaved, so that noise hits all alike. */
#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SAMPLE_MS 2000
#define QUIET_MS 150
#define SMALL_AREA (1100 * 760 / 200)

typedef struct
{
  char *name;
  char *command;
  GArray *map;
  GArray *content;
  GArray *settled;
  GArray *pss;
} Program;

typedef struct
{
  double map;
  double content;
  double settled;
  double last_damage;
} Times;

static Display *display;
static int damage_event;

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static int
ignore_error (Display *d G_GNUC_UNUSED, XErrorEvent *event G_GNUC_UNUSED)
{
  return 0;
}

static double
read_pss (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (line = strstr (text, "\nPss:")) == NULL)
    return 0;

  return g_ascii_strtod (line + 5, NULL) / 1024.0;
}

static void
handle_event (XEvent *event, double time, Times *times)
{
  if (event->type == MapNotify && !event->xmap.override_redirect && times->map < 0)
    {
      XWindowAttributes attributes;

      if (XGetWindowAttributes (display, event->xmap.window, &attributes) && attributes.width >= 200
          && attributes.height >= 120)
        times->map = time;
    }
  else if (event->type == damage_event + XDamageNotify)
    {
      XDamageNotifyEvent *damage = (XDamageNotifyEvent *) event;

      if (times->map >= 0 && times->settled < 0 && damage->area.width * damage->area.height > SMALL_AREA)
        {
          times->last_damage = time;
          if (times->content < 0)
            times->content = time;
        }
    }
}

static Times
watch (double start)
{
  Times times = { -1, -1, -1, -1 };

  while (now_ms () - start < SAMPLE_MS)
    {
      struct pollfd fd = { ConnectionNumber (display), POLLIN, 0 };

      if (!XPending (display))
        poll (&fd, 1, 2);
      while (XPending (display))
        {
          XEvent event;

          XNextEvent (display, &event);
          handle_event (&event, now_ms () - start, &times);
        }
      if (times.settled < 0 && times.last_damage >= 0 && now_ms () - start - times.last_damage > QUIET_MS)
        times.settled = times.last_damage;
    }

  return times;
}

static void
run_once (Program *program)
{
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  GPid pid;
  Times times;
  double start, pss;

  if (!g_shell_parse_argv (program->command, NULL, &argv, &error))
    g_error ("%s: %s", program->name, error->message);
  start = now_ms ();
  if (!g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    g_error ("%s: %s", program->name, error->message);
  times = watch (start);
  pss = read_pss (pid);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  g_array_append_val (program->map, times.map);
  g_array_append_val (program->content, times.content);
  g_array_append_val (program->settled, times.settled);
  g_array_append_val (program->pss, pss);
  g_usleep (200000);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (GArray *values)
{
  g_array_sort (values, compare_doubles);

  return g_array_index (values, double, values->len / 2);
}

static void
print_row (Program *program, Program *floor)
{
  g_print ("%-12s map %5.0f  content %5.0f  settled %5.0f ms  PSS %6.1f MB  | map x%.2f  content x%.2f  settled x%.2f  "
           "PSS x%.2f\n",
           program->name, median (program->map), median (program->content), median (program->settled),
           median (program->pss), median (program->map) / median (floor->map),
           median (program->content) / median (floor->content), median (program->settled) / median (floor->settled),
           median (program->pss) / median (floor->pss));
}

static void
open_display (void)
{
  int error;

  display = XOpenDisplay (NULL);
  if (display == NULL)
    g_error ("startbench: no display");
  XSetErrorHandler (ignore_error);
  if (!XDamageQueryExtension (display, &damage_event, &error))
    g_error ("startbench: the display has no DAMAGE extension");
  XDamageCreate (display, DefaultRootWindow (display), XDamageReportRawRectangles);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
}

int
main (int argc, char *argv[])
{
  int n_runs = argc > 2 ? atoi (argv[1]) : 0;
  g_autofree Program *programs = g_new0 (Program, MAX (argc, 2));

  if (n_runs < 1)
    {
      g_printerr ("usage: startbench RUNS NAME=COMMAND...\n");
      return 2;
    }

  open_display ();
  for (int i = 2; i < argc; i++)
    {
      char *mark = strchr (argv[i], '=');

      g_assert (mark != NULL);
      programs[i - 2]
          = (Program) { g_strndup (argv[i], (gsize) (mark - argv[i])), mark + 1,
                        g_array_new (FALSE, FALSE, sizeof (double)),   g_array_new (FALSE, FALSE, sizeof (double)),
                        g_array_new (FALSE, FALSE, sizeof (double)),   g_array_new (FALSE, FALSE, sizeof (double)) };
    }
  for (int run = 0; run < n_runs; run++)
    for (int i = 2; i < argc; i++)
      run_once (&programs[i - 2]);
  for (int i = 2; i < argc; i++)
    print_row (&programs[i - 2], &programs[0]);

  return 0;
}
