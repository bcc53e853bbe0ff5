/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MACHI_TYPE_TEXT_LINES (machi_text_lines_get_type ())

G_DECLARE_FINAL_TYPE (MachiTextLines, machi_text_lines, MACHI, TEXT_LINES, GtkWidget)

void        machi_text_lines_set_text (MachiTextLines *self,
                                       const char     *text,
                                       PangoAttrList  *attributes);
const char *machi_text_lines_get_text (MachiTextLines *self);

G_END_DECLS
