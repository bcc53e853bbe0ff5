/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MachiKind:
 *
 * What an entry of the catalogue is. The order is the one in which kinds are listed to a reader.
 */
typedef enum {
  MACHI_KIND_NONE,
  MACHI_KIND_REPORT,
  MACHI_KIND_NETWORK,
  MACHI_KIND_CITY,
  MACHI_KIND_COOPERATION,
  MACHI_KIND_PROJECT,
  MACHI_KIND_PROGRAMME,
  MACHI_KIND_ORGANISATION,
  MACHI_KIND_DOCUMENT,
  MACHI_KIND_TERM,
  MACHI_KIND_TOPIC,
} MachiKind;

#define MACHI_N_KINDS (MACHI_KIND_TOPIC + 1)
#define MACHI_TYPE_KIND (machi_kind_get_type ())

GType machi_kind_get_type (void) G_GNUC_CONST;

MachiKind   machi_kind_from_id       (const char *id);
const char *machi_kind_get_id        (MachiKind kind);
const char *machi_kind_get_list_key  (MachiKind kind);
const char *machi_kind_get_label     (MachiKind kind);
const char *machi_kind_get_plural    (MachiKind kind);
const char *machi_kind_get_icon_name (MachiKind kind);

G_END_DECLS
