/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-source.h"

G_BEGIN_DECLS

#define MACHI_TYPE_STATEMENT (machi_statement_get_type ())

G_DECLARE_FINAL_TYPE (MachiStatement, machi_statement, MACHI, STATEMENT, GObject)

typedef enum {
  MACHI_STATEMENT_UNVERIFIED = 1 << 0,
  MACHI_STATEMENT_INFERENCE = 1 << 1,
  MACHI_STATEMENT_HAS_VALUE = 1 << 2,
  MACHI_STATEMENT_LINK = 1 << 3,
} MachiStatementFlags;

/**
 * MachiStatementFields:
 * @topic: the property of a fact, the theme of a statement or the type of an agreement
 * @text: what is said, in English
 * @date: when, or when it began, as precise as known
 * @until: when it ended
 * @value: a number, if @flags say so
 * @unit: what @value counts
 * @qualifier: how exact @value is: `about`, `more than`, `less than`, `estimated`
 * @base_year: the year a target is measured against, or 0
 * @target_year: the year for which it is set, or 0
 * @sources: (element-type MachiSource): where it can be looked up
 * @context: (nullable): the context of the translations of @text: an interned string
 *
 * What a pack says in a statement.
 */
typedef struct
{
  const char *topic;
  const char *text;
  const char *date;
  const char *until;
  double value;
  const char *unit;
  const char *qualifier;
  int base_year;
  int target_year;
  GPtrArray *sources;
  const char *context;
  MachiStatementFlags flags;
} MachiStatementFields;

MachiStatement *machi_statement_new             (const MachiStatementFields *fields);
const char     *machi_statement_get_topic       (MachiStatement             *self);
const char     *machi_statement_get_text        (MachiStatement             *self);
const char     *machi_statement_get_date        (MachiStatement             *self);
const char     *machi_statement_get_until       (MachiStatement             *self);
gboolean        machi_statement_get_value       (MachiStatement             *self,
                                                 double                     *value);
const char     *machi_statement_get_unit        (MachiStatement             *self);
const char     *machi_statement_get_qualifier   (MachiStatement             *self);
int             machi_statement_get_base_year   (MachiStatement             *self);
int             machi_statement_get_target_year (MachiStatement             *self);
GPtrArray      *machi_statement_get_sources     (MachiStatement             *self);
gboolean        machi_statement_get_unverified  (MachiStatement             *self);
gboolean        machi_statement_get_inference   (MachiStatement             *self);
gboolean        machi_statement_is_link         (MachiStatement             *self);
char           *machi_statement_dup_display_value (MachiStatement           *self);
char           *machi_statement_dup_display_date  (MachiStatement           *self);
char           *machi_statement_dup_display_text  (MachiStatement           *self);
char           *machi_statement_dup_dated_text    (MachiStatement           *self);
const char     *machi_statement_get_display_unit  (MachiStatement           *self);
const char     *machi_statement_get_display_language (MachiStatement        *self);

G_END_DECLS
