/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-swatch.h"

#include "machi-plot-draw.h"

#include <adwaita.h>

#define SIZE 12
#define RADIUS 3

/**
 * MachiSwatch:
 *
 * A small square in one of the colours of plots: what a legend has in front of a name. It says nothing that words
 * beside it do not say.
 */
struct _MachiSwatch
{
  GtkWidget parent_instance;

  guint colour;
};

enum
{
  PROP_0,
  PROP_COLOUR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiSwatch, machi_swatch, GTK_TYPE_WIDGET)

static void
machi_swatch_measure (GtkWidget *widget G_GNUC_UNUSED,
                      GtkOrientation orientation G_GNUC_UNUSED,
                      int for_size G_GNUC_UNUSED,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline G_GNUC_UNUSED,
                      int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = *natural = SIZE;
}

static void
machi_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MachiSwatch *self = MACHI_SWATCH (widget);
  int x = (gtk_widget_get_width (widget) - SIZE) / 2;
  int y = (gtk_widget_get_height (widget) - SIZE) / 2;
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) x, (float) y, SIZE, SIZE);
  GdkRGBA colours[MACHI_PLOT_N_COLOURS];
  GskRoundedRect outline;

  machi_swatch_get_colours (colours, MACHI_PLOT_N_COLOURS);
  gsk_rounded_rect_init_from_rect (&outline, &area, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colours[self->colour % MACHI_PLOT_N_COLOURS], &area);
  gtk_snapshot_pop (snapshot);
}

static void
machi_swatch_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiSwatch *self = MACHI_SWATCH (object);

  switch (prop_id)
    {
    case PROP_COLOUR:
      g_value_set_uint (value, self->colour);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_swatch_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiSwatch *self = MACHI_SWATCH (object);

  switch (prop_id)
    {
    case PROP_COLOUR:
      if (self->colour == g_value_get_uint (value))
        break;
      self->colour = g_value_get_uint (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_swatch_class_init (MachiSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = machi_swatch_get_property;
  object_class->set_property = machi_swatch_set_property;
  widget_class->measure = machi_swatch_measure;
  widget_class->snapshot = machi_swatch_snapshot;

  properties[PROP_COLOUR] = g_param_spec_uint ("colour", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "swatch");
}

static void
machi_swatch_init (MachiSwatch *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * machi_swatch_new:
 * @colour: the number of a colour of plots
 *
 * Returns: (transfer floating): a swatch
 */
GtkWidget *
machi_swatch_new (guint colour)
{
  return g_object_new (MACHI_TYPE_SWATCH, "colour", colour, NULL);
}

/**
 * machi_swatch_get_colours:
 * @colours: (out caller-allocates) (array length=n_colours): where to put them
 * @n_colours: how many, at most %MACHI_PLOT_N_COLOURS
 *
 * Gets the colours of plots in the present style, light or dark.
 */
void
machi_swatch_get_colours (GdkRGBA *colours, guint n_colours)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  MachiPlotStyle style;

  g_return_if_fail (n_colours <= MACHI_PLOT_N_COLOURS);

  machi_plot_style_init (&style, adw_style_manager_get_dark (manager) ? MACHI_PLOT_STYLE_DARK : MACHI_PLOT_STYLE_LIGHT,
                         adw_style_manager_get_high_contrast (manager));
  for (guint i = 0; i < n_colours; i++)
    colours[i] = style.series[i];
}
