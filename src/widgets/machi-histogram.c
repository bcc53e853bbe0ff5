/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-histogram.h"

#include "machi-histogram-draw.h"
#include "machi-histogram-thumb.h"
#include "machi-locale.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define NATURAL_HEIGHT 132
#define MINIMUM_HEIGHT 96
/* So near to an end of the range one takes hold of it, in pixels. */
#define GRASP 12

typedef enum
{
  DRAG_NONE,
  DRAG_FROM,
  DRAG_TO,
  DRAG_NEW,
  DRAG_ALL,
} Drag;

/**
 * MachiHistogram:
 *
 * How many events there were in each year, by kinds in colours, and a range of years that one drags or sets by
 * keyboard. While one drags only the picture and its label follow; the range is set when one lets go.
 */
struct _MachiHistogram
{
  GtkWidget parent_instance;

  MachiHistogramThumb *from_thumb;
  MachiHistogramThumb *to_thumb;

  MachiHistogramBins *bins;
  GListModel *model;
  int from_year;
  int to_year;

  guint from;
  guint to;
  Drag drag;
  guint anchor;
  guint drag_from;
  guint drag_to;
  char *label;
};

enum
{
  PROP_0,
  PROP_MODEL,
  PROP_LABEL,
  N_PROPS,
};

enum
{
  RANGE_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiHistogram, machi_histogram, GTK_TYPE_WIDGET)

static guint
get_last (MachiHistogram *self)
{
  return machi_histogram_bins_get_size (self->bins) - 1;
}

static graphene_rect_t
get_area (MachiHistogram *self)
{
  return machi_histogram_get_area (GTK_WIDGET (self), self->bins);
}

static void
machi_histogram_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MachiHistogram *self = MACHI_HISTOGRAM (widget);

  machi_histogram_draw (widget, self->bins, self->drag_from, self->drag_to, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->from_thumb), snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->to_thumb), snapshot);
}

static void
machi_histogram_measure (GtkWidget *widget G_GNUC_UNUSED,
                         GtkOrientation orientation,
                         int for_size G_GNUC_UNUSED,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : MINIMUM_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : NATURAL_HEIGHT;
}

static void
allocate_thumb (MachiHistogramThumb *thumb, double x, const graphene_rect_t *area)
{
  GtkAllocation place = { (int) round (x) - MACHI_HISTOGRAM_THUMB_WIDTH / 2, (int) area->origin.y,
                          MACHI_HISTOGRAM_THUMB_WIDTH, (int) area->size.height };

  gtk_widget_size_allocate (GTK_WIDGET (thumb), &place, -1);
}

static void
machi_histogram_size_allocate (GtkWidget *widget,
                               int width G_GNUC_UNUSED,
                               int height G_GNUC_UNUSED,
                               int baseline G_GNUC_UNUSED)
{
  MachiHistogram *self = MACHI_HISTOGRAM (widget);
  graphene_rect_t area = get_area (self);

  allocate_thumb (self->from_thumb, machi_histogram_get_left (self->bins, &area, self->drag_from), &area);
  allocate_thumb (self->to_thumb, machi_histogram_get_left (self->bins, &area, self->drag_to + 1), &area);
}

static char *
dup_range (MachiHistogram *self)
{
  int from = machi_histogram_bins_get_year (self->bins, self->drag_from);
  int to = machi_histogram_bins_get_year (self->bins, self->drag_to);

  if (self->drag_from == 0 && self->drag_to == get_last (self))
    return g_strdup (_ ("All years"));
  if (self->drag_from == self->drag_to)
    return machi_histogram_bins_dup_label (self->bins, self->drag_from);

  return machi_locale_format_year_filter (machi_histogram_bins_is_before (self->bins, self->drag_from) ? 0 : from, to);
}

static void
update_thumb (MachiHistogram *self, MachiHistogramThumb *thumb, guint bin)
{
  g_autofree char *text = machi_histogram_bins_dup_label (self->bins, bin);

  machi_histogram_thumb_set_value (thumb, machi_histogram_bins_get_year (self->bins, 0),
                                   machi_histogram_bins_get_year (self->bins, get_last (self)),
                                   machi_histogram_bins_get_year (self->bins, bin), text);
}

/* After whatever changed what is seen. */
static void
update_label (MachiHistogram *self)
{
  g_autofree char *range = dup_range (self);
  guint n_events = machi_histogram_bins_get_sum (self->bins, self->drag_from, self->drag_to);
  g_autofree char *count = machi_locale_format_count (ngettext ("%u event", "%u events", n_events), n_events);

  g_free (self->label);
  /* Translators: a range of years, and how many events there were */
  self->label = g_strdup_printf (C_ ("timeline", "%s · %s"), range, count);
  update_thumb (self, self->from_thumb, self->drag_from);
  update_thumb (self, self->to_thumb, self->drag_to);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
place_range (MachiHistogram *self)
{
  self->from = self->from_year != 0 ? machi_histogram_bins_get_place (self->bins, self->from_year) : 0;
  self->to = self->to_year != 0 ? machi_histogram_bins_get_place (self->bins, self->to_year) : get_last (self);
  self->drag_from = self->from;
  self->drag_to = self->to;
}

static void
count_events (MachiHistogram *self)
{
  machi_histogram_bins_count (self->bins, self->model);
  update_label (self);
}

/* An end that stands as far out as it can limits nothing. */
static void
set_bins (MachiHistogram *self, guint from, guint to)
{
  machi_histogram_set_range (self, from > 0 ? machi_histogram_bins_get_year (self->bins, from) : 0,
                             to < get_last (self) ? machi_histogram_bins_get_year (self->bins, to) : 0);
  g_signal_emit (self, signals[RANGE_CHANGED], 0);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), self->label, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static guint
step_bin (MachiHistogram *self, guint bin, int steps, guint low, guint high)
{
  return (guint) CLAMP ((int) bin + steps, (int) low, (int) MIN (high, get_last (self)));
}

static void
from_step_cb (MachiHistogram *self, int steps)
{
  if (steps == 0)
    set_bins (self, 0, get_last (self));
  else
    set_bins (self, step_bin (self, self->from, steps, 0, self->to), self->to);
}

static void
to_step_cb (MachiHistogram *self, int steps)
{
  if (steps == 0)
    set_bins (self, 0, get_last (self));
  else
    set_bins (self, self->from, step_bin (self, self->to, steps, self->from, get_last (self)));
}

static void
drag_begin_cb (MachiHistogram *self, double x)
{
  graphene_rect_t area = get_area (self);
  double from = machi_histogram_get_left (self->bins, &area, self->from);
  double to = machi_histogram_get_left (self->bins, &area, self->to + 1);
  gboolean limited = self->from > 0 || self->to < get_last (self);

  self->anchor = machi_histogram_get_bin_at (self->bins, &area, x);
  if (fabs (x - from) <= GRASP || fabs (x - to) <= GRASP)
    self->drag = fabs (x - from) < fabs (x - to) ? DRAG_FROM : DRAG_TO;
  else if (limited && x > from && x < to)
    self->drag = DRAG_ALL;
  else
    self->drag = DRAG_NEW;
}

static void
drag_all (MachiHistogram *self, guint bin)
{
  int steps = (int) bin - (int) self->anchor;
  int last = (int) get_last (self);

  steps = CLAMP (steps, -(int) self->from, last - (int) self->to);
  self->drag_from = (guint) ((int) self->from + steps);
  self->drag_to = (guint) ((int) self->to + steps);
}

static void
drag_update_cb (MachiHistogram *self, double offset_x, double offset_y G_GNUC_UNUSED, GtkGestureDrag *gesture)
{
  graphene_rect_t area = get_area (self);
  double start_x;
  guint bin;

  gtk_gesture_drag_get_start_point (gesture, &start_x, NULL);
  bin = machi_histogram_get_bin_at (self->bins, &area, start_x + offset_x);
  if (self->drag == DRAG_FROM)
    self->drag_from = MIN (bin, self->to);
  else if (self->drag == DRAG_TO)
    self->drag_to = MAX (bin, self->from);
  else if (self->drag == DRAG_ALL)
    drag_all (self, bin);
  else if (self->drag == DRAG_NEW && bin != self->anchor)
    {
      self->drag_from = MIN (self->anchor, bin);
      self->drag_to = MAX (self->anchor, bin);
    }
  update_label (self);
}

/* A click without dragging chooses a year, or gives up the range if it is that year already. */
static void
drag_end_cb (MachiHistogram *self, double offset_x)
{
  gboolean clicked = fabs (offset_x) < 3 && (self->drag == DRAG_NEW || self->drag == DRAG_ALL);
  gboolean single = self->from == self->to && self->from == self->anchor;

  self->drag = DRAG_NONE;
  if (clicked && single)
    set_bins (self, 0, get_last (self));
  else if (clicked)
    set_bins (self, self->anchor, self->anchor);
  else
    set_bins (self, self->drag_from, self->drag_to);
}

static void
drag_cancelled_cb (MachiHistogram *self)
{
  self->drag = DRAG_NONE;
  place_range (self);
  update_label (self);
}

static gboolean
query_tooltip_cb (MachiHistogram *self, int x, int y G_GNUC_UNUSED, gboolean keyboard, GtkTooltip *tooltip)
{
  graphene_rect_t area = get_area (self);
  guint bin = machi_histogram_get_bin_at (self->bins, &area, x);
  g_autofree char *label = machi_histogram_bins_dup_label (self->bins, bin);
  g_autoptr (GString) text = g_string_new (label);

  if (keyboard || x < area.origin.x || x > area.origin.x + area.size.width)
    return FALSE;

  for (guint kind = 0; kind < MACHI_N_EVENT_KINDS; kind++)
    {
      guint count = machi_histogram_bins_get (self->bins, bin, kind);

      if (count > 0)
        {
          g_autofree char *number = machi_locale_format_number (count);
          g_string_append_c (text, '\n');
          /* Translators: a kind of event and how many there were, in a tooltip */
          g_string_append_printf (text, C_ ("timeline", "%s: %s"), machi_event_kind_get_plural (kind), number);
        }
    }
  gtk_tooltip_set_text (tooltip, text->str);

  return TRUE;
}

static void
machi_histogram_dispose (GObject *object)
{
  MachiHistogram *self = MACHI_HISTOGRAM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_HISTOGRAM);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (machi_histogram_parent_class)->dispose (object);
}

static void
machi_histogram_finalize (GObject *object)
{
  MachiHistogram *self = MACHI_HISTOGRAM (object);

  machi_histogram_bins_free (self->bins);
  g_free (self->label);

  G_OBJECT_CLASS (machi_histogram_parent_class)->finalize (object);
}

static void
machi_histogram_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiHistogram *self = MACHI_HISTOGRAM (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_histogram_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiHistogram *self = MACHI_HISTOGRAM (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      machi_histogram_set_model (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_histogram_class_init (MachiHistogramClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = machi_histogram_dispose;
  object_class->finalize = machi_histogram_finalize;
  object_class->get_property = machi_histogram_get_property;
  object_class->set_property = machi_histogram_set_property;
  widget_class->measure = machi_histogram_measure;
  widget_class->size_allocate = machi_histogram_size_allocate;
  widget_class->snapshot = machi_histogram_snapshot;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MachiHistogram::range-changed:
   *
   * The reader has chosen other years.
   */
  signals[RANGE_CHANGED] = g_signal_new ("range-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);

  g_type_ensure (MACHI_TYPE_HISTOGRAM_THUMB);
  gtk_widget_class_set_css_name (widget_class, "histogram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-histogram.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiHistogram, from_thumb);
  gtk_widget_class_bind_template_child (widget_class, MachiHistogram, to_thumb);
  gtk_widget_class_bind_template_callback (widget_class, from_step_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_step_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_update_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
machi_histogram_init (MachiHistogram *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->bins = machi_histogram_bins_new (2000, 2020, FALSE);
  gtk_widget_init_template (GTK_WIDGET (self));
  place_range (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * machi_histogram_new:
 *
 * Returns: (transfer floating): a histogram of nothing yet
 */
GtkWidget *
machi_histogram_new (void)
{
  return g_object_new (MACHI_TYPE_HISTOGRAM, NULL);
}

/**
 * machi_histogram_set_axis:
 * @self: a histogram
 * @first: the first year that has a bar of its own
 * @last: the last
 * @before: whether a bar in front stands for all earlier years
 *
 * Sets which years there are, whatever the events shown.
 */
void
machi_histogram_set_axis (MachiHistogram *self, int first, int last, gboolean before)
{
  g_return_if_fail (MACHI_IS_HISTOGRAM (self));

  machi_histogram_bins_free (self->bins);
  self->bins = machi_histogram_bins_new (first, last, before);
  place_range (self);
  count_events (self);
}

/**
 * machi_histogram_get_model:
 * @self: a histogram
 *
 * Returns: (transfer none) (nullable): the events that it counts
 */
GListModel *
machi_histogram_get_model (MachiHistogram *self)
{
  g_return_val_if_fail (MACHI_IS_HISTOGRAM (self), NULL);

  return self->model;
}

/**
 * machi_histogram_set_model:
 * @self: a histogram
 * @events: (nullable) (transfer none): a list of #MachiEvent, of all years; it is followed
 *
 * Counts other events.
 */
void
machi_histogram_set_model (MachiHistogram *self, GListModel *events)
{
  g_return_if_fail (MACHI_IS_HISTOGRAM (self));

  if (self->model == events)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, count_events, self);
  g_set_object (&self->model, events);
  if (events != NULL)
    g_signal_connect_object (events, "items-changed", G_CALLBACK (count_events), self, G_CONNECT_SWAPPED);
  count_events (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/**
 * machi_histogram_get_range:
 * @self: a histogram
 * @from: (out): the first year chosen, 0 for no such limit
 * @to: (out): the last year chosen, 0 for no such limit
 *
 * Gets the range.
 */
void
machi_histogram_get_range (MachiHistogram *self, int *from, int *to)
{
  g_return_if_fail (MACHI_IS_HISTOGRAM (self));

  *from = self->from_year;
  *to = self->to_year;
}

/**
 * machi_histogram_set_range:
 * @self: a histogram
 * @from: the first year, or 0
 * @to: the last year, or 0
 *
 * Sets the range.
 */
void
machi_histogram_set_range (MachiHistogram *self, int from, int to)
{
  g_return_if_fail (MACHI_IS_HISTOGRAM (self));

  self->from_year = from;
  self->to_year = to;
  place_range (self);
  update_label (self);
}

/**
 * machi_histogram_get_bins:
 * @self: a histogram
 *
 * Returns: (transfer none): what it has counted
 */
const MachiHistogramBins *
machi_histogram_get_bins (MachiHistogram *self)
{
  g_return_val_if_fail (MACHI_IS_HISTOGRAM (self), NULL);

  return self->bins;
}
