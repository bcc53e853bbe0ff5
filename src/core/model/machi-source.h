/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MACHI_TYPE_SOURCE (machi_source_get_type ())

G_DECLARE_FINAL_TYPE (MachiSource, machi_source, MACHI, SOURCE, GObject)

/**
 * MachiSourceFields:
 *
 * What a pack says of a source; every field but @id may be %NULL.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *publisher;
  const char *url;
  const char *published;
  const char *seen;
} MachiSourceFields;

MachiSource *machi_source_new           (const MachiSourceFields *fields);
const char  *machi_source_get_id        (MachiSource             *self);
const char  *machi_source_get_title     (MachiSource             *self);
const char  *machi_source_get_publisher (MachiSource             *self);
const char  *machi_source_get_url       (MachiSource             *self);
const char  *machi_source_get_published (MachiSource             *self);
const char  *machi_source_get_seen      (MachiSource             *self);

G_END_DECLS
