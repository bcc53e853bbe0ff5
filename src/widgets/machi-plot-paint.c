/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-draw.h"
#include "machi-plot-private.h"
#include "machi-plot-text.h"

#include <adwaita.h>
#include <pango/pangocairo.h>

#define MIN_WIDTH 200
#define NATURAL_WIDTH 480

/* So wide that a plot needs no less height if it is wider. */
#define WIDE 10000

/* How far the focus ring stands off, and how thick it is. */
#define RING_DISTANCE 4
#define RING_WIDTH 2

/* On paper measures are points. */
#define PRINT_RESOLUTION 72
#define PRINT_FONT_SIZE 9

static GtkWidgetClass *parent_class;

/*
 * machi_plot_drop_layout:
 * @self: a plot
 *
 * Makes the layout anew when it is next needed.
 */
void
machi_plot_drop_layout (MachiPlot *self)
{
  g_clear_pointer (&self->layout, machi_plot_layout_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static MachiPlotLayout *
make_layout (MachiPlot *self, PangoContext *context, double width, double height)
{
  MachiPlotLayoutOptions options = {
    .context = context,
    .width = width,
    .height = height,
    .natural_height = self->natural_height,
    .with_title = self->show_title,
    .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
  };

  return machi_plot_layout_new (self->data, &options);
}

/*
 * machi_plot_get_layout:
 * @self: a plot
 *
 * Returns: (transfer none): its layout for the size and font it has now
 */
MachiPlotLayout *
machi_plot_get_layout (MachiPlot *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);

  if (self->layout != NULL
      && (self->layout->width != width || self->layout->height != height
          || self->layout_serial != pango_context_get_serial (context)))
    g_clear_pointer (&self->layout, machi_plot_layout_free);
  if (self->layout == NULL)
    {
      self->layout = make_layout (self, context, width, height);
      self->layout_serial = pango_context_get_serial (context);
    }

  return self->layout;
}

static void
init_style (MachiPlot *self, MachiPlotStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  machi_plot_style_init (style, adw_style_manager_get_dark (manager) ? MACHI_PLOT_STYLE_DARK : MACHI_PLOT_STYLE_LIGHT,
                         adw_style_manager_get_high_contrast (manager));
}

static void
append_line (GString *lines, char *text)
{
  if (lines->len > 0 && *text != '\0')
    g_string_append_c (lines, '\n');
  g_string_append (lines, text);
  g_free (text);
}

/* Year, series and value, each in a line of its own; the value is what one looks for. */
static PangoLayout *
make_bubble (MachiPlot *self)
{
  const MachiPlotCursor *cursor = &self->cursor;
  PangoLayout *bubble = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  g_autoptr (GString) lines = g_string_new (NULL);
  int room = gtk_widget_get_width (GTK_WIDGET (self)) * 2 / 3;

  append_line (lines, machi_plot_data_dup_x_label (self->data, cursor->i));
  if (machi_plot_data_names_series (self->data))
    append_line (lines, machi_plot_data_dup_series_label (self->data, cursor->series));
  bold->start_index = (guint) lines->len;
  append_line (lines, machi_plot_data_dup_value_text (self->data, cursor->series, cursor->i));
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.9));
  pango_layout_set_attributes (bubble, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (bubble, lines->str, -1);
  pango_layout_set_wrap (bubble, PANGO_WRAP_WORD_CHAR);
  if (machi_plot_text_get_width (bubble) > room)
    pango_layout_set_width (bubble, room * PANGO_SCALE);

  return bubble;
}

static void
draw_cursor (MachiPlot *self, const MachiPlotLayout *layout, const MachiPlotStyle *style, cairo_t *cr)
{
  const MachiPlotItem *item = machi_plot_layout_get_item (layout, self->cursor.series, self->cursor.i);

  if (item != NULL)
    {
      g_autoptr (PangoLayout) bubble = make_bubble (self);

      machi_plot_draw_item (layout, style, cr, item, bubble);
    }
}

static void
snapshot_ring (MachiPlot *self, GtkSnapshot *snapshot)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  GskRoundedRect outline;

  accent->alpha = adw_style_manager_get_high_contrast (manager) ? 0.8f : 0.5f;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (-RING_DISTANCE, -RING_DISTANCE,
                                                        gtk_widget_get_width (GTK_WIDGET (self)) + 2 * RING_DISTANCE,
                                                        gtk_widget_get_height (GTK_WIDGET (self)) + 2 * RING_DISTANCE),
                                   6);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH },
                              (GdkRGBA[4]) { *accent, *accent, *accent, *accent });
}

static void
machi_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MachiPlot *self = MACHI_PLOT (widget);
  MachiPlotLayout *layout = machi_plot_get_layout (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  MachiPlotStyle style;

  init_style (self, &style);
  machi_plot_draw_layout (layout, &style, cr);
  if (self->cursor.active)
    draw_cursor (self, layout, &style, cr);
  cairo_destroy (cr);
  if (gtk_widget_has_visible_focus (widget))
    snapshot_ring (self, snapshot);
}

static GtkSizeRequestMode
machi_plot_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_height (MachiPlot *self, int width, int *least, int *height)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr (MachiPlotLayout) layout = make_layout (self, context, width, 0);

  *least = (int) layout->min_height;
  *height = (int) layout->height;
}

/* For a given width there is but one good height: a page that scrolls gives its children no more than the least. For
 * any width the least is that of a very wide plot. */
static void
machi_plot_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  MachiPlot *self = MACHI_PLOT (widget);
  int least;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  measure_height (self, for_size > 0 ? for_size : NATURAL_WIDTH, &least, natural);
  *minimum = *natural;
  if (for_size < 0)
    measure_height (self, WIDE, minimum, &least);
}

static void
machi_plot_size_allocate (GtkWidget *widget,
                          int width G_GNUC_UNUSED,
                          int height G_GNUC_UNUSED,
                          int baseline G_GNUC_UNUSED)
{
  MachiPlot *self = MACHI_PLOT (widget);

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* Another font needs another layout and, it may be, more room. */
static void
machi_plot_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  MachiPlot *self = MACHI_PLOT (widget);

  parent_class->css_changed (widget, change);
  if (self->layout != NULL && self->layout_serial != pango_context_get_serial (gtk_widget_get_pango_context (widget)))
    gtk_widget_queue_resize (widget);
  gtk_widget_queue_draw (widget);
}

static void
machi_plot_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  parent_class->system_setting_changed (widget, setting);
  machi_plot_drop_layout (MACHI_PLOT (widget));
  gtk_widget_queue_resize (widget);
}

static void
machi_plot_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  parent_class->direction_changed (widget, previous);
  machi_plot_drop_layout (MACHI_PLOT (widget));
}

/* The focus ring comes and goes. */
static void
machi_plot_state_flags_changed (GtkWidget *widget, GtkStateFlags previous G_GNUC_UNUSED)
{
  gtk_widget_queue_draw (widget);
}

/*
 * machi_plot_paint_class_init:
 * @widget_class: the class of MachiPlot
 *
 * Sets what measures and draws.
 */
void
machi_plot_paint_class_init (GtkWidgetClass *widget_class)
{
  parent_class = g_type_class_peek_parent (widget_class);
  widget_class->snapshot = machi_plot_snapshot;
  widget_class->get_request_mode = machi_plot_get_request_mode;
  widget_class->measure = machi_plot_measure;
  widget_class->size_allocate = machi_plot_size_allocate;
  widget_class->css_changed = machi_plot_css_changed;
  widget_class->system_setting_changed = machi_plot_system_setting_changed;
  widget_class->direction_changed = machi_plot_direction_changed;
  widget_class->state_flags_changed = machi_plot_state_flags_changed;
}

static PangoContext *
create_print_context (MachiPlot *self)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoContext *screen = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (screen));

  pango_font_description_set_size (font, PRINT_FONT_SIZE * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  pango_context_set_language (context, pango_context_get_language (screen));
  pango_context_set_base_dir (context, pango_context_get_base_dir (screen));
  pango_cairo_context_set_resolution (context, PRINT_RESOLUTION);
  pango_context_set_round_glyph_positions (context, FALSE);

  return context;
}

static MachiPlotLayout *
make_layout_for (MachiPlot *self, double width, double height, gboolean print)
{
  MachiPlotLayout *layout;
  PangoContext *context;

  context = print ? create_print_context (self) : g_object_ref (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  layout = make_layout (self, context, MAX (width, 1), height);
  g_object_unref (context);

  return layout;
}

/**
 * machi_plot_measure_height:
 * @self: a plot
 * @width: how wide it is to be drawn; in points for @print, else in pixels
 * @print: whether it is for paper
 *
 * Returns: the height that suits that width, in the same unit
 */
double
machi_plot_measure_height (MachiPlot *self, double width, gboolean print)
{
  g_autoptr (MachiPlotLayout) layout = NULL;

  g_return_val_if_fail (MACHI_IS_PLOT (self), 0);

  layout = make_layout_for (self, width, 0, print);

  return layout->height;
}

/**
 * machi_plot_draw:
 * @self: a plot
 * @cr: where to draw it, from the origin on
 * @width: how wide; in points for @print, else in pixels
 * @height: how high, or 0 for the height that suits the width
 * @print: whether it is for paper: on white, with measures in points
 *
 * Draws the plot as it is on the screen, but for the value one points at.
 */
void
machi_plot_draw (MachiPlot *self, cairo_t *cr, double width, double height, gboolean print)
{
  g_autoptr (MachiPlotLayout) layout = NULL;
  MachiPlotStyle style;

  g_return_if_fail (MACHI_IS_PLOT (self));
  g_return_if_fail (cr != NULL);

  layout = make_layout_for (self, width, height, print);
  if (print)
    machi_plot_style_init (&style, MACHI_PLOT_STYLE_PRINT, FALSE);
  else
    init_style (self, &style);
  machi_plot_draw_layout (layout, &style, cr);
}
