/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-section.h"

G_BEGIN_DECLS

GtkWidget *machi_fact_row_new      (MachiStatement *fact,
                                    MachiCitations *citations);
GtkWidget *machi_statement_row_new (MachiStatement *statement,
                                    MachiCitations *citations);
GtkWidget *machi_dated_row_new     (MachiStatement *statement,
                                    MachiCitations *citations);
GtkWidget *machi_series_view_new   (MachiSeries    *series,
                                    MachiCitations *citations);
GtkWidget *machi_relation_row_new  (MachiRelation  *relation,
                                    MachiCitations *citations);
void       machi_relation_row_open (GtkWidget      *row);
GtkWidget *machi_source_row_new    (MachiCitation  *citation);

G_END_DECLS
