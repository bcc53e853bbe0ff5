/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-cursor.h"
#include "machi-series.h"
#include "machi-statement.h"

G_BEGIN_DECLS

typedef enum {
  MACHI_STATEMENT_KIND_FACT,
  MACHI_STATEMENT_KIND_STATEMENT,
  MACHI_STATEMENT_KIND_MILESTONE,
  MACHI_STATEMENT_KIND_AGREEMENT,
} MachiStatementKind;

GPtrArray      *machi_read_sources            (const MachiCursor  *cursor,
                                               GHashTable         *sources);
MachiStatement *machi_read_statement          (const MachiCursor  *cursor,
                                               MachiStatementKind  kind,
                                               const char         *context,
                                               GHashTable         *sources);
MachiStatement *machi_read_relation_statement (const MachiCursor  *cursor,
                                               const char         *context,
                                               GHashTable         *sources,
                                               gboolean            unverified);
MachiSeries    *machi_read_series             (const MachiCursor  *cursor,
                                               const char         *context,
                                               GHashTable         *sources);

G_END_DECLS
