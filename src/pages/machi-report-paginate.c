/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-layout-private.h"

/* Neither the first nor the last line of a paragraph stands alone on a page. */
#define MIN_LINES 2

/* Where the next item goes. */
typedef struct
{
  MachiReportLayout *layout;
  guint page;
  double y;
  int last_header;
} Place;

static MachiItem *
get_item (Place *self, guint index)
{
  return &g_array_index (self->layout->items, MachiItem, index);
}

static void
break_page (Place *self)
{
  self->page++;
  self->y = 0;
}

static void
add_fragment (Place *self, guint index, double height, int first_line, int n_lines)
{
  MachiFragment fragment = { index, self->page, self->y + MACHI_PRINT_HEAD, height, first_line, n_lines };

  g_array_append_val (self->layout->fragments, fragment);
  self->y += height;
}

/* The height of lines, as they are spaced in their paragraph. */
static double
measure_lines (PangoLayout *layout, int first_line, int n_lines)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int top = 0, bottom = 0, y0, y1, line = 0;

  do
    {
      if (line >= first_line && line < first_line + n_lines)
        {
          pango_layout_iter_get_line_yrange (iter, &y0, &y1);
          if (line == first_line)
            top = y0;
          bottom = y1;
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return (double) (bottom - top) / PANGO_SCALE;
}

/* How much of an item must at least be on the page on which it begins. */
static double
measure_start (Place *self, guint index)
{
  MachiItem *item = get_item (self, index);
  double height = item->height;

  if (item->kind == MACHI_ITEM_TEXT && pango_layout_get_line_count (item->layout) > MIN_LINES + 1)
    height = measure_lines (item->layout, 0, MIN_LINES);
  if (!item->keep || index + 1 >= self->layout->items->len)
    return height;

  return item->height + get_item (self, index + 1)->before + measure_start (self, index + 1);
}

/* As many lines as there is room for, but so that no line is left alone; 0 where it had better begin on the next page.
 */
static int
count_fitting_lines (Place *self, PangoLayout *layout, int first_line)
{
  int n_lines = pango_layout_get_line_count (layout) - first_line;
  double room = self->layout->body_height - self->y;
  int fitting = n_lines;

  while (fitting > 0 && measure_lines (layout, first_line, fitting) > room)
    fitting--;
  if (fitting == n_lines)
    return n_lines;
  if (n_lines - fitting < MIN_LINES)
    fitting = n_lines - MIN_LINES;

  return fitting < MIN_LINES ? 0 : fitting;
}

static void
place_text (Place *self, guint index)
{
  PangoLayout *layout = get_item (self, index)->layout;
  int n_all = pango_layout_get_line_count (layout);
  int line = 0;

  while (line < n_all)
    {
      int n_lines = count_fitting_lines (self, layout, line);

      if (n_lines == 0 && self->y > 0)
        {
          break_page (self);
          continue;
        }
      n_lines = MAX (n_lines, 1);
      add_fragment (self, index, measure_lines (layout, line, n_lines), line, n_lines);
      line += n_lines;
      if (line < n_all)
        break_page (self);
    }
}

/* A row is not broken; where a table goes on on another page, its headings are repeated. */
static void
place_row (Place *self, guint index)
{
  MachiItem *item = get_item (self, index);

  if (self->y > 0 && self->y + item->height > self->layout->body_height)
    break_page (self);
  if (self->y == 0 && item->header >= 0)
    add_fragment (self, (guint) item->header, get_item (self, (guint) item->header)->height, 0, 0);
  add_fragment (self, index, item->height, 0, 0);
}

static void
place (Place *self, guint index)
{
  MachiItem *item = get_item (self, index);

  if (self->y > 0 && self->y + item->before + measure_start (self, index) > self->layout->body_height)
    break_page (self);
  if (self->y > 0)
    self->y += item->before;

  switch (item->kind)
    {
    case MACHI_ITEM_TEXT:
      place_text (self, index);
      break;
    case MACHI_ITEM_ROW:
      place_row (self, index);
      break;
    case MACHI_ITEM_PLOT:
    default:
      add_fragment (self, index, item->height, 0, 0);
    }
}

/*
 * machi_report_layout_paginate:
 * @self: a layout with all its items
 *
 * Gives every item its place on a page.
 */
void
machi_report_layout_paginate (MachiReportLayout *self)
{
  Place state = { .layout = self };

  for (guint i = 0; i < self->items->len; i++)
    place (&state, i);
  self->n_pages = state.page + 1;
}
