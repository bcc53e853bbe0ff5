/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-block.h"
#include "machi-citation-label.h"

G_BEGIN_DECLS

#define MACHI_TYPE_BLOCK_VIEW (machi_block_view_get_type ())

G_DECLARE_FINAL_TYPE (MachiBlockView, machi_block_view, MACHI, BLOCK_VIEW, GtkWidget)

GtkWidget  *machi_block_view_new        (MachiBlock         *block,
                                         MachiCitations     *citations);
MachiBlock *machi_block_view_get_block  (MachiBlockView     *self);
GPtrArray  *machi_block_view_get_labels (MachiBlockView     *self);
void        machi_block_view_reveal     (MachiBlockView     *self,
                                         MachiCitationLabel *label);

G_END_DECLS
