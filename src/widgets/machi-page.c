/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-page.h"

#include "machi-citation-label.h"

/**
 * MachiPage:
 *
 * Something that is shown as the content of the window, scrolls, and has places to jump to.
 */
G_DEFINE_INTERFACE (MachiPage, machi_page, GTK_TYPE_WIDGET)

/* A page that was just filled has no height yet, and its parts take some frames until they have theirs. */
#define MIN_FRAMES 4
#define MAX_FRAMES 30
#define MARGIN_ABOVE 12

/* Where a page is to be scrolled to: so far down, or so that a place in it is seen, and a part of a text. */
typedef struct
{
  double position;
  GtkWidget *place;
  GtkWidget *label;
  MachiRange range;
  guint frames;
} Aim;

#define AIM "machi-aim"

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
 * Returns: how far down it is scrolled, or is about to be, from 0 to 1
 */
double
machi_page_get_position (MachiPage *self)
{
  const Aim *aim;
  GtkAdjustment *adjustment;
  double range;

  g_return_val_if_fail (MACHI_IS_PAGE (self), 0);

  aim = g_object_get_data (G_OBJECT (self), AIM);
  if (aim != NULL && aim->place == NULL && aim->label == NULL)
    return aim->position;

  adjustment = get_adjustment (self);
  range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  return range > 0 ? gtk_adjustment_get_value (adjustment) / range : 0;
}

static void
aim_free (gpointer data)
{
  Aim *aim = data;

  g_clear_object (&aim->place);
  g_clear_object (&aim->label);
  g_free (aim);
}

/* How far below the top of all that is scrolled a widget begins; FALSE while nobody knows. */
static gboolean
get_top (MachiPage *self, GtkWidget *widget, double *top)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (MACHI_PAGE_GET_IFACE (self)->get_scroller (self));
  graphene_point_t place;

  if (widget == NULL || gtk_widget_get_height (widget) == 0
      || !gtk_widget_compute_point (widget, gtk_widget_get_first_child (viewport), &GRAPHENE_POINT_INIT_ZERO, &place))
    return FALSE;
  *top = place.y;

  return TRUE;
}

static gboolean
get_text_top (MachiPage *self, const Aim *aim, double *top, double *height)
{
  GdkRectangle area;

  if (!get_top (self, aim->label, top))
    return FALSE;

  *height = gtk_widget_get_height (aim->label);
  if (MACHI_IS_CITATION_LABEL (aim->label))
    {
      machi_citation_label_get_range_area (MACHI_CITATION_LABEL (aim->label), &aim->range, &area);
      *top += area.y;
      *height = area.height;
    }

  return TRUE;
}

/* The place at the top of the page, if the text can be seen then; else the text, with something above it. */
static void
approach_place (MachiPage *self, const Aim *aim)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment), top, height;

  if (get_top (self, aim->place, &top))
    value = MAX (0, top - MARGIN_ABOVE);
  if (get_text_top (self, aim, &top, &height)
      && (top < value + MARGIN_ABOVE || top + height > value + page - MARGIN_ABOVE))
    value = MAX (0, top - page / 3);
  gtk_adjustment_set_value (adjustment, value);
}

static gboolean
approach_cb (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  MachiPage *self = MACHI_PAGE (widget);
  Aim *aim = g_object_get_data (G_OBJECT (self), AIM);
  GtkAdjustment *adjustment = get_adjustment (self);
  double range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  gboolean reached = range > 0;

  /* Another aim has taken its place. */
  if (aim != data)
    return G_SOURCE_REMOVE;

  if (aim->place != NULL || aim->label != NULL)
    approach_place (self, aim);
  else if (range > 0)
    gtk_adjustment_set_value (adjustment, aim->position * range);
  if (++aim->frames < (reached ? MIN_FRAMES : MAX_FRAMES))
    return G_SOURCE_CONTINUE;

  g_object_set_data (G_OBJECT (self), AIM, NULL);

  return G_SOURCE_REMOVE;
}

static void
take_aim (MachiPage *self, Aim *aim)
{
  g_object_set_data_full (G_OBJECT (self), AIM, aim, aim_free);
  if (aim != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), approach_cb, aim, NULL);
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
  Aim *aim = NULL;

  g_return_if_fail (MACHI_IS_PAGE (self));

  gtk_adjustment_set_value (get_adjustment (self), 0);
  if (position > 0)
    {
      aim = g_new0 (Aim, 1);
      aim->position = CLAMP (position, 0, 1);
    }
  take_aim (self, aim);
}

/**
 * machi_page_aim_at:
 * @self: a page
 * @place: (nullable): what to show from its top
 * @label: (nullable): a #MachiCitationLabel or #GtkLabel that must be seen
 * @range: (nullable): which part of the text of @label
 *
 * Scrolls the page to a place in it, when it has its height. Who scrolls or aims elsewhere in the meantime is not
 * hindered.
 */
void
machi_page_aim_at (MachiPage *self, GtkWidget *place, GtkWidget *label, const MachiRange *range)
{
  Aim *aim;

  g_return_if_fail (MACHI_IS_PAGE (self));

  aim = g_new0 (Aim, 1);
  g_set_object (&aim->place, place);
  g_set_object (&aim->label, label);
  if (range != NULL)
    aim->range = *range;
  take_aim (self, aim);
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

/**
 * machi_page_mark:
 * @self: a page
 * @query: (nullable): what was searched for
 * @block: (nullable): the ID of a place in it
 *
 * Sets off what a search found in the page, and shows it; without @query nothing is set off any more.
 */
void
machi_page_mark (MachiPage *self, const MachiQuery *query, const char *block)
{
  MachiPageInterface *iface;

  g_return_if_fail (MACHI_IS_PAGE (self));

  iface = MACHI_PAGE_GET_IFACE (self);
  if (iface->mark != NULL)
    iface->mark (self, query, block);
}
