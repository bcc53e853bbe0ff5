/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-citations.h"
#include "machi-snippet.h"
#include "machi-text.h"

G_BEGIN_DECLS

#define MACHI_TYPE_CITATION_LABEL (machi_citation_label_get_type ())

G_DECLARE_FINAL_TYPE (MachiCitationLabel, machi_citation_label, MACHI, CITATION_LABEL, GtkWidget)

GtkWidget  *machi_citation_label_new                (void);
GtkWidget  *machi_citation_label_new_with_role      (GtkAccessibleRole      role);

void        machi_citation_label_set_text           (MachiCitationLabel    *self,
                                                     MachiText             *text,
                                                     const char            *language,
                                                     MachiCitations        *citations,
                                                     gboolean               unverified,
                                                     gboolean               inference);
void        machi_citation_label_set_plain          (MachiCitationLabel    *self,
                                                     const char            *plain,
                                                     const char            *language);
void        machi_citation_label_set_statement_text (MachiCitationLabel    *self,
                                                     const char            *text,
                                                     const char            *language,
                                                     GPtrArray             *sources,
                                                     MachiCitations        *citations,
                                                     gboolean               unverified,
                                                     gboolean               inference);
void        machi_citation_label_set_source         (MachiCitationLabel    *self,
                                                     MachiSource           *source);

MachiText  *machi_citation_label_get_text           (MachiCitationLabel    *self);
GtkLabel   *machi_citation_label_get_label          (MachiCitationLabel    *self);
GtkPopover *machi_citation_label_get_popover        (MachiCitationLabel    *self);
void        machi_citation_label_set_highlights     (MachiCitationLabel    *self,
                                                     const MachiRange  *ranges,
                                                     guint                  n_ranges,
                                                     int                    current);
void        machi_citation_label_get_range_area     (MachiCitationLabel    *self,
                                                     const MachiRange  *range,
                                                     GdkRectangle          *area);

G_END_DECLS
