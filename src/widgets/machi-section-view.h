/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-section.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SECTION_VIEW (machi_section_view_get_type ())

G_DECLARE_FINAL_TYPE (MachiSectionView, machi_section_view, MACHI, SECTION_VIEW, AdwBin)

GtkWidget    *machi_section_view_new         (MachiSection     *section,
                                              MachiCitations   *citations);
MachiSection *machi_section_view_get_section (MachiSectionView *self);
GPtrArray    *machi_section_view_list_labels (MachiSectionView *self);
gboolean      machi_section_view_show_all    (MachiSectionView *self);

G_END_DECLS
