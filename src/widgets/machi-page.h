/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-snippet.h"

G_BEGIN_DECLS

#define MACHI_TYPE_PAGE (machi_page_get_type ())

G_DECLARE_INTERFACE (MachiPage, machi_page, MACHI, PAGE, GtkWidget)

/**
 * MachiPageInterface:
 * @get_scroller: what scrolls the page
 * @scroll_to: shows the place of an ID, says whether there is one; may be %NULL
 * @mark: sets off what a search found, in the place of an ID or else wherever it is, and shows it, or takes it away
 *   where the query is %NULL; may be %NULL
 *
 * What the window asks of each of its pages.
 */
struct _MachiPageInterface
{
  GTypeInterface parent_iface;

  GtkScrolledWindow *(*get_scroller) (MachiPage *self);
  gboolean (*scroll_to) (MachiPage *self, const char *block);
  void (*mark) (MachiPage *self, const MachiQuery *query, const char *block);
};

double   machi_page_get_position (MachiPage  *self);
void     machi_page_set_position (MachiPage  *self,
                                  double      position);
gboolean machi_page_scroll_to    (MachiPage  *self,
                                  const char *block);
void     machi_page_mark         (MachiPage        *self,
                                  const MachiQuery *query,
                                  const char       *block);
void     machi_page_aim_at       (MachiPage        *self,
                                  GtkWidget        *place,
                                  GtkWidget        *label,
                                  const MachiRange *range);

G_END_DECLS
