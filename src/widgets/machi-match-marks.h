/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-citation-label.h"
#include "machi-page.h"

G_BEGIN_DECLS

#define MACHI_TYPE_MATCH_MARKS (machi_match_marks_get_type ())

G_DECLARE_FINAL_TYPE (MachiMatchMarks, machi_match_marks, MACHI, MATCH_MARKS, GObject)

MachiMatchMarks *machi_match_marks_new   (void);
gboolean         machi_match_marks_add   (MachiMatchMarks  *self,
                                          const MachiQuery *query,
                                          GPtrArray        *labels);
GtkWidget       *machi_match_marks_get_first (MachiMatchMarks *self,
                                              MachiRange      *range);
gboolean         machi_match_marks_clear (MachiMatchMarks  *self);

void             machi_match_marks_collect (GtkWidget *root,
                                            GPtrArray *labels);

G_END_DECLS
