/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "machi-citations.h"
#include "machi-snippet.h"
#include "machi-text.h"

G_BEGIN_DECLS

/* Before the index of the run in the address of a citation mark in the markup of a label. */
#define MACHI_CITE_PREFIX "cite:"

char          *machi_text_to_markup      (MachiText      *text,
                                          const char     *language,
                                          MachiCitations *citations,
                                          gboolean        links);
PangoAttrList *machi_text_new_break_attributes (MachiText *text);
PangoAttrList *machi_language_new_attributes (const char   *language);
void           machi_text_add_highlights (PangoAttrList    *attributes,
                                          const MachiRange *ranges,
                                          guint             n_ranges,
                                          int               current);
char          *machi_trust_to_markup     (gboolean        unverified,
                                          gboolean        inference);

G_END_DECLS
