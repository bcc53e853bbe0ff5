/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-layout-private.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#define BULLET_SPACE 6

/* Some lines of a text, the first of them at the top. */
static void
draw_lines (cairo_t *cr, PangoLayout *layout, double x, double y, int first_line, int n_lines)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int line = 0, top = 0, y0, y1;

  do
    {
      PangoRectangle extents;

      if (line < first_line || line >= first_line + n_lines)
        continue;
      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (line == first_line)
        top = y0;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      cairo_move_to (cr, x + (double) extents.x / PANGO_SCALE,
                     y + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (line++ < first_line + n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static gboolean
is_rtl (const MachiItem *item)
{
  return pango_layout_get_direction (item->layout, 0) == PANGO_DIRECTION_RTL;
}

static void
draw_decoration (const MachiReportLayout *self, cairo_t *cr, const MachiItem *item, const MachiFragment *fragment)
{
  cairo_save (cr);
  if (item->decoration == MACHI_DECORATION_BAR)
    {
      cairo_set_source_rgb (cr, 0.7, 0.7, 0.7);
      cairo_rectangle (cr, is_rtl (item) ? self->width - 2 : 0, fragment->y, 2, fragment->height + item->after);
      cairo_fill (cr);
    }
  else if (item->decoration == MACHI_DECORATION_BOX)
    {
      cairo_set_source_rgb (cr, 0.93, 0.95, 0.98);
      cairo_rectangle (cr, 0, fragment->y - 3, self->width, fragment->height + 6);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/* In an attribute of a tag, quotes and backslashes are escaped. */
static char *
dup_link_attributes (const char *address)
{
  GString *attributes = g_string_new ("uri='");

  for (const char *p = address; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (attributes, '\\');
      g_string_append_c (attributes, *p);
    }
  g_string_append_c (attributes, '\'');

  return g_string_free_and_steal (attributes);
}

/* It hangs at the side on which the text begins. */
static void
draw_bullet (const MachiReportLayout *self, cairo_t *cr, const MachiItem *item, double y)
{
  double width, x;
  int pango_width;

  pango_layout_get_size (item->bullet, &pango_width, NULL);
  width = (double) pango_width / PANGO_SCALE;
  x = is_rtl (item) ? self->width - item->x + BULLET_SPACE : item->x - width - BULLET_SPACE;
  draw_lines (cr, item->bullet, x, y, 0, 1);
}

static void
draw_text (const MachiReportLayout *self, cairo_t *cr, const MachiItem *item, const MachiFragment *fragment)
{
  g_autofree char *link = item->address != NULL ? dup_link_attributes (item->address) : NULL;
  gboolean indented = item->decoration == MACHI_DECORATION_BOX || !is_rtl (item);

  draw_decoration (self, cr, item, fragment);
  if (item->bullet != NULL && fragment->first_line == 0)
    draw_bullet (self, cr, item, fragment->y);
  if (link != NULL)
    cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
  draw_lines (cr, item->layout, indented ? item->x : 0, fragment->y, fragment->first_line, fragment->n_lines);
  if (link != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_row (const MachiReportLayout *self, cairo_t *cr, const MachiItem *item, const MachiFragment *fragment)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, item->header < 0 ? 0.8 : 0.4);
  cairo_move_to (cr, 0, fragment->y + fragment->height);
  cairo_line_to (cr, self->width, fragment->y + fragment->height);
  cairo_stroke (cr);
  cairo_restore (cr);

  for (guint i = 0; i < item->cells->len; i++)
    {
      PangoLayout *cell = g_ptr_array_index (item->cells, i);

      draw_lines (cr, cell, item->columns[i], fragment->y + MACHI_PRINT_PADDING, 0, pango_layout_get_line_count (cell));
    }
}

static void
draw_fragment (const MachiReportLayout *self, cairo_t *cr, const MachiFragment *fragment)
{
  const MachiItem *item = &g_array_index (self->items, MachiItem, fragment->item);

  switch (item->kind)
    {
    case MACHI_ITEM_TEXT:
      draw_text (self, cr, item, fragment);
      break;
    case MACHI_ITEM_ROW:
      draw_row (self, cr, item, fragment);
      break;
    case MACHI_ITEM_PLOT:
    default:
      cairo_save (cr);
      cairo_translate (cr, 0, fragment->y);
      machi_plot_draw (item->plot, cr, self->width, fragment->height, TRUE);
      cairo_restore (cr);
    }
}

static void
draw_margin_text (const MachiReportLayout *self, cairo_t *cr, const char *text, double y, PangoAlignment alignment)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  g_autoptr (PangoLayout) layout = machi_report_layout_new_text ((MachiReportLayout *) self, markup, self->width, 0.8);

  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  draw_lines (cr, layout, 0, y, 0, 1);
  cairo_restore (cr);
}

/* The title above, but on the first page where it stands anyway; the address and the number of the page below. */
static void
draw_margins (const MachiReportLayout *self, cairo_t *cr, guint page)
{
  g_autofree char *number
      /* Translators: on paper: the number of a page, and how many pages there are */
      = g_strdup_printf (_ ("%u of %u"), page + 1, self->n_pages);

  if (page > 0)
    draw_margin_text (self, cr, self->title, 0, PANGO_ALIGN_LEFT);
  draw_margin_text (self, cr, self->address, self->height - 12, PANGO_ALIGN_LEFT);
  draw_margin_text (self, cr, number, self->height - 12, PANGO_ALIGN_RIGHT);
}

/**
 * machi_report_layout_draw_page:
 * @self: a layout
 * @cr: where to draw it, from the origin on, in points
 * @page: a page, from 0
 *
 * Draws a page in black on what is there.
 */
void
machi_report_layout_draw_page (const MachiReportLayout *self, cairo_t *cr, guint page)
{
  g_return_if_fail (page < self->n_pages);

  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_margins (self, cr, page);
  for (guint i = 0; i < self->fragments->len; i++)
    {
      const MachiFragment *fragment = &g_array_index (self->fragments, MachiFragment, i);

      if (fragment->page == page)
        draw_fragment (self, cr, fragment);
    }
}
