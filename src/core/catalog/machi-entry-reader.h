/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-references.h"

G_BEGIN_DECLS

/**
 * MachiEntryReader:
 * @sources: (element-type utf8 MachiSource): the registry
 * @references: (element-type MachiReference): where references wait until all entries are known
 * @translated: whether the pack is the one whose translations the program has
 *
 * What the reading of entries shares.
 */
typedef struct
{
  GHashTable *sources;
  GPtrArray *references;
  gboolean translated;
} MachiEntryReader;

MachiEntry  *machi_read_entry  (const MachiCursor *cursor,
                                MachiKind          kind,
                                MachiEntryReader  *reader);
MachiSource *machi_read_source (const MachiCursor *cursor);
MachiName   *machi_read_name   (const MachiCursor *cursor,
                                const char        *member);

G_END_DECLS
