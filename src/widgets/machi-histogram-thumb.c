/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-histogram-thumb.h"

#define GRIP_WIDTH 8
#define GRIP_HEIGHT 24

/**
 * MachiHistogramThumb:
 *
 * One end of the range of a histogram. To a keyboard and to a screen reader it is a slider; the histogram moves it.
 */
struct _MachiHistogramThumb
{
  GtkWidget parent_instance;
};

enum
{
  STEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiHistogramThumb, machi_histogram_thumb, GTK_TYPE_WIDGET)

static void
machi_histogram_thumb_measure (GtkWidget *widget G_GNUC_UNUSED,
                               GtkOrientation orientation,
                               int for_size G_GNUC_UNUSED,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline G_GNUC_UNUSED,
                               int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MACHI_HISTOGRAM_THUMB_WIDTH : GRIP_HEIGHT;
}

static void
machi_histogram_thumb_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  graphene_rect_t line = GRAPHENE_RECT_INIT (width / 2 - 1, 0, 2, height);
  graphene_rect_t grip
      = GRAPHENE_RECT_INIT ((width - GRIP_WIDTH) / 2, (height - GRIP_HEIGHT) / 2, GRIP_WIDTH, GRIP_HEIGHT);
  GskRoundedRect outline;
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  gsk_rounded_rect_init_from_rect (&outline, &grip, GRIP_WIDTH / 2.f);
  gtk_snapshot_append_color (snapshot, &colour, &line);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &grip);
  gtk_snapshot_pop (snapshot);
}

static void
add_step (GtkWidgetClass *widget_class, guint key, guint keypad_key, int steps)
{
  gtk_widget_class_add_binding_signal (widget_class, key, 0, "step", "(i)", steps);
  gtk_widget_class_add_binding_signal (widget_class, keypad_key, 0, "step", "(i)", steps);
}

static void
machi_histogram_thumb_class_init (MachiHistogramThumbClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = machi_histogram_thumb_measure;
  widget_class->snapshot = machi_histogram_thumb_snapshot;

  /**
   * MachiHistogramThumb::step:
   * @steps: how many years later; earlier if negative; ±10000 for as far as it goes, 0 to give up the range
   *
   * A key asks the thumb to move.
   */
  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  add_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  add_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  add_step (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, -1);
  add_step (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 1);
  add_step (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, -10);
  add_step (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 10);
  add_step (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, -10000);
  add_step (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 10000);
  add_step (widget_class, GDK_KEY_Escape, GDK_KEY_BackSpace, 0);

  gtk_widget_class_set_css_name (widget_class, "thumb");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
machi_histogram_thumb_init (MachiHistogramThumb *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
}

/**
 * machi_histogram_thumb_set_value:
 * @self: a thumb
 * @low: the least value it can have
 * @high: the greatest
 * @value: the value it has
 * @text: the value in words
 *
 * Tells a screen reader where it stands.
 */
void
machi_histogram_thumb_set_value (MachiHistogramThumb *self, double low, double high, double value, const char *text)
{
  g_return_if_fail (MACHI_IS_HISTOGRAM_THUMB (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, low,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, high, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}
