/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-page.h"

/**
 * MachiPage:
 *
 * Something that is shown as the content of the window, scrolls, and has places to jump to.
 */
G_DEFINE_INTERFACE (MachiPage, machi_page, GTK_TYPE_WIDGET)

/* A page that was just filled has no height yet: a few frames are waited for it. */
#define MAX_FRAMES 30

typedef struct
{
  double position;
  guint frames;
} Aim;

static void
machi_page_default_init (MachiPageInterface *iface G_GNUC_UNUSED)
{
}

static GtkAdjustment *
get_adjustment (MachiPage *self)
{
  return gtk_scrolled_window_get_vadjustment (MACHI_PAGE_GET_IFACE (self)->get_scroller (self));
}

/**
 * machi_page_get_position:
 * @self: a page
 *
 * Returns: how far down it is scrolled, from 0 to 1
 */
double
machi_page_get_position (MachiPage *self)
{
  GtkAdjustment *adjustment;
  double range;

  g_return_val_if_fail (MACHI_IS_PAGE (self), 0);

  adjustment = get_adjustment (self);
  range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  return range > 0 ? gtk_adjustment_get_value (adjustment) / range : 0;
}

static gboolean
approach_cb (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  Aim *aim = data;
  GtkAdjustment *adjustment = get_adjustment (MACHI_PAGE (widget));
  double range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (range > 0)
    gtk_adjustment_set_value (adjustment, aim->position * range);

  return (range <= 0 || aim->frames < 2) && aim->frames++ < MAX_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * machi_page_set_position:
 * @self: a page
 * @position: how far down, from 0 to 1
 *
 * Scrolls the page, when it has its height.
 */
void
machi_page_set_position (MachiPage *self, double position)
{
  Aim *aim;

  g_return_if_fail (MACHI_IS_PAGE (self));

  gtk_adjustment_set_value (get_adjustment (self), 0);
  if (position <= 0)
    return;

  aim = g_new0 (Aim, 1);
  aim->position = CLAMP (position, 0, 1);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), approach_cb, aim, g_free);
}

/**
 * machi_page_scroll_to:
 * @self: a page
 * @block: the ID of a place in it
 *
 * Returns: whether there is such a place; it is shown then
 */
gboolean
machi_page_scroll_to (MachiPage *self, const char *block)
{
  MachiPageInterface *iface;

  g_return_val_if_fail (MACHI_IS_PAGE (self), FALSE);

  iface = MACHI_PAGE_GET_IFACE (self);

  return iface->scroll_to != NULL && iface->scroll_to (self, block);
}
