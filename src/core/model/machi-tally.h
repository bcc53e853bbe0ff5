/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MachiTally MachiTally;

/**
 * MachiTallyOrder:
 * @MACHI_TALLY_BY_COUNT: what was counted most often first, then by value
 * @MACHI_TALLY_BY_VALUE: by value, as bytes
 */
typedef enum {
  MACHI_TALLY_BY_COUNT,
  MACHI_TALLY_BY_VALUE,
} MachiTallyOrder;

MachiTally *machi_tally_new      (void);
MachiTally *machi_tally_copy     (const MachiTally  *self);
void        machi_tally_free     (MachiTally        *self);
void        machi_tally_add      (MachiTally        *self,
                                  const char        *value);
void        machi_tally_clear    (MachiTally        *self);
guint       machi_tally_get      (const MachiTally  *self,
                                  const char        *value);
guint       machi_tally_get_size (const MachiTally  *self);
const char *machi_tally_get_nth  (const MachiTally  *self,
                                  guint              index,
                                  guint             *count);
void        machi_tally_sort     (MachiTally        *self,
                                  MachiTallyOrder    order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiTally, machi_tally_free)

G_END_DECLS
