/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-source.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SERIES (machi_series_get_type ())

G_DECLARE_FINAL_TYPE (MachiSeries, machi_series, MACHI, SERIES, GObject)

typedef enum {
  MACHI_CHART_LINE,
  MACHI_CHART_BAR,
  MACHI_CHART_STACKED_BAR,
} MachiChart;

/**
 * MachiPoint:
 * @x: the year
 * @y: the value, or NAN where it is not known
 */
typedef struct
{
  double x;
  double y;
} MachiPoint;

MachiSeries      *machi_series_new            (const char       *id,
                                               const char       *title,
                                               const char       *unit,
                                               MachiChart        chart);
void              machi_series_add_point      (MachiSeries      *self,
                                               double            x,
                                               double            y);
void              machi_series_add_break      (MachiSeries      *self,
                                               double            x);
void              machi_series_set_note       (MachiSeries      *self,
                                               const char       *note);
void              machi_series_set_context    (MachiSeries      *self,
                                               const char       *context);
void              machi_series_set_sources    (MachiSeries      *self,
                                               GPtrArray        *sources);
void              machi_series_set_unverified (MachiSeries      *self,
                                               gboolean          unverified);

const char       *machi_series_get_id         (MachiSeries      *self);
const char       *machi_series_get_title      (MachiSeries      *self);
const char       *machi_series_get_unit       (MachiSeries      *self);
const char       *machi_series_get_note       (MachiSeries      *self);
const char       *machi_series_get_note_language (MachiSeries   *self);
MachiChart        machi_series_get_chart      (MachiSeries      *self);
const MachiPoint *machi_series_get_points     (MachiSeries      *self,
                                               guint            *n_points);
const double     *machi_series_get_breaks     (MachiSeries      *self,
                                               guint            *n_breaks);
GPtrArray        *machi_series_get_sources    (MachiSeries      *self);
gboolean          machi_series_get_unverified (MachiSeries      *self);

G_END_DECLS
