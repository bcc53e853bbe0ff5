/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry.h"

G_BEGIN_DECLS

#define MACHI_TYPE_EVENT (machi_event_get_type ())

G_DECLARE_FINAL_TYPE (MachiEvent, machi_event, MACHI, EVENT, GObject)

/**
 * MachiEventKind:
 * @MACHI_EVENT_FOUNDING: a network was founded
 * @MACHI_EVENT_AGREEMENT: cities made an agreement
 * @MACHI_EVENT_PROJECT: a project began; its date is a fiscal year
 * @MACHI_EVENT_MILESTONE: something else that the catalogue dates
 *
 * What happened. The order is that of legends.
 */
typedef enum {
  MACHI_EVENT_FOUNDING,
  MACHI_EVENT_AGREEMENT,
  MACHI_EVENT_PROJECT,
  MACHI_EVENT_MILESTONE,
} MachiEventKind;

#define MACHI_N_EVENT_KINDS (MACHI_EVENT_MILESTONE + 1)

/**
 * MachiPrecision:
 *
 * How exactly a date is known.
 */
typedef enum {
  MACHI_PRECISION_YEAR,
  MACHI_PRECISION_MONTH,
  MACHI_PRECISION_DAY,
} MachiPrecision;

const char     *machi_event_kind_get_id     (MachiEventKind  kind);
const char     *machi_event_kind_get_label  (MachiEventKind  kind);
const char     *machi_event_kind_get_plural (MachiEventKind  kind);

MachiEvent     *machi_event_new             (MachiEventKind  kind,
                                             const char     *date,
                                             MachiEntry     *entry,
                                             MachiStatement *statement);
MachiEventKind  machi_event_get_kind        (MachiEvent     *self);
const char     *machi_event_get_date        (MachiEvent     *self);
int             machi_event_get_year        (MachiEvent     *self);
MachiPrecision  machi_event_get_precision   (MachiEvent     *self);
MachiEntry     *machi_event_get_entry       (MachiEvent     *self);
MachiStatement *machi_event_get_statement   (MachiEvent     *self);
char           *machi_event_dup_title       (MachiEvent     *self);
char           *machi_event_dup_detail      (MachiEvent     *self);
char           *machi_event_dup_day         (MachiEvent     *self);
GPtrArray      *machi_event_get_sources     (MachiEvent     *self);
gboolean        machi_event_get_unverified  (MachiEvent     *self);
int             machi_event_compare         (MachiEvent     *a,
                                             MachiEvent     *b);

G_END_DECLS
