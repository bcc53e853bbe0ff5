/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-export.h"

#include "machi-plot-draw.h"
#include "machi-plot-private.h"

#include <cairo-svg.h>

/* A picture is as wide as the plot on the screen, but never too narrow or wide for a page. */
#define NARROWEST 480
#define WIDEST 960
#define MARGIN 12

/* Pixels of a picture for one of the screen's. */
#define SCALE 2

/* A picture stands alone: it has its title and a white background, whatever the plot looks like on the screen. */
static MachiPlotLayout *
make_picture (MachiPlot *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_create_pango_context (widget);
  MachiPlotLayoutOptions options = {
    .context = context,
    .width = CLAMP (gtk_widget_get_width (widget), NARROWEST, WIDEST),
    .natural_height = machi_plot_get_natural_height (self),
    .with_title = TRUE,
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };

  MachiPlotLayout *layout;

  pango_context_set_round_glyph_positions (context, FALSE);
  layout = machi_plot_layout_new (self->data, &options);
  g_object_unref (context);

  return layout;
}

static void
draw_picture (const MachiPlotLayout *layout, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  MachiPlotStyle style;

  machi_plot_style_init (&style, MACHI_PLOT_STYLE_PRINT, FALSE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  machi_plot_draw_layout (layout, &style, cr);
  cairo_destroy (cr);
}

/**
 * machi_plot_render_texture:
 * @self: a plot
 *
 * Returns: (transfer full): a picture of it with its title, on white, with two pixels for one of the screen
 */
GdkTexture *
machi_plot_render_texture (MachiPlot *self)
{
  g_autoptr (MachiPlotLayout) layout = make_picture (self);
  g_autoptr (GBytes) bytes = NULL;
  int width = ((int) layout->width + 2 * MARGIN) * SCALE;
  int height = ((int) layout->height + 2 * MARGIN) * SCALE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  cairo_surface_set_device_scale (surface, SCALE, SCALE);
  draw_picture (layout, surface);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static cairo_status_t
append_to_array (void *array, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (array, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * machi_plot_render_svg:
 * @self: a plot
 *
 * Returns: (transfer full): a picture of it with its title, on white, as an SVG file; its text is drawn, so that it
 *   looks the same without our fonts
 */
GBytes *
machi_plot_render_svg (MachiPlot *self)
{
  g_autoptr (MachiPlotLayout) layout = make_picture (self);
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_to_array, array, layout->width + 2 * MARGIN,
                                                                  layout->height + 2 * MARGIN);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  draw_picture (layout, surface);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (array);
}

static void
contents_replaced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * machi_plot_save_async:
 * @self: a plot
 * @file: where to; a file whose name ends in .svg becomes SVG, any other PNG
 * @cancellable: (nullable): to stop it
 * @callback: told when it is done
 * @data: for @callback
 *
 * Saves a picture of the plot with its title.
 */
void
machi_plot_save_async (
    MachiPlot *self, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (MACHI_IS_PLOT (self));
  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, machi_plot_save_async);
  name = g_file_get_basename (file);
  folded = g_ascii_strdown (name != NULL ? name : "", -1);
  if (g_str_has_suffix (folded, ".svg"))
    bytes = machi_plot_render_svg (self);
  else
    {
      g_autoptr (GdkTexture) texture = machi_plot_render_texture (self);
      bytes = gdk_texture_save_to_png_bytes (texture);
    }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, contents_replaced_cb,
                                       g_steal_pointer (&task));
}

/**
 * machi_plot_save_finish:
 * @self: a plot
 * @result: what the callback was given
 * @error: why it failed
 *
 * Returns: whether the file was written
 */
gboolean
machi_plot_save_finish (MachiPlot *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
