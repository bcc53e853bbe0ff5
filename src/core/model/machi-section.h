/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-citations.h"
#include "machi-entry.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SECTION (machi_section_get_type ())

G_DECLARE_FINAL_TYPE (MachiSection, machi_section, MACHI, SECTION, GObject)

/**
 * MachiSectionStyle:
 *
 * What a section's items are, and so how they are shown.
 */
typedef enum {
  MACHI_SECTION_FACTS,
  MACHI_SECTION_STATEMENTS,
  MACHI_SECTION_DATED,
  MACHI_SECTION_SERIES,
  MACHI_SECTION_RELATIONS,
  MACHI_SECTION_SOURCES,
} MachiSectionStyle;

const char        *machi_section_get_id    (MachiSection *self);
const char        *machi_section_get_title (MachiSection *self);
MachiSectionStyle  machi_section_get_style (MachiSection *self);
GListModel        *machi_section_get_items (MachiSection *self);

GListModel        *machi_sections_new      (MachiEntry     *entry,
                                            MachiCitations *citations);

G_END_DECLS
