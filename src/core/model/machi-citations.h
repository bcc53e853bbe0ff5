/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-source.h"

G_BEGIN_DECLS

#define MACHI_TYPE_CITATION (machi_citation_get_type ())
#define MACHI_TYPE_CITATIONS (machi_citations_get_type ())

G_DECLARE_FINAL_TYPE (MachiCitation, machi_citation, MACHI, CITATION, GObject)
G_DECLARE_FINAL_TYPE (MachiCitations, machi_citations, MACHI, CITATIONS, GObject)

guint           machi_citation_get_number (MachiCitation  *self);
MachiSource    *machi_citation_get_source (MachiCitation  *self);

MachiCitations *machi_citations_new       (void);
guint           machi_citations_add       (MachiCitations *self,
                                           MachiSource    *source);
guint           machi_citations_get_number (MachiCitations *self,
                                            MachiSource    *source);
MachiCitation  *machi_citations_get_nth   (MachiCitations *self,
                                           guint           number);

G_END_DECLS
