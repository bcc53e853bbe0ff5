/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-kind.h"

G_BEGIN_DECLS

#define MACHI_TYPE_ADDRESS (machi_address_get_type ())
#define MACHI_ADDRESS_ERROR (machi_address_error_quark ())

typedef struct _MachiAddress MachiAddress;

typedef enum {
  MACHI_ADDRESS_ERROR_SCHEME,
  MACHI_ADDRESS_ERROR_KIND,
  MACHI_ADDRESS_ERROR_ID,
} MachiAddressError;

GType         machi_address_get_type    (void) G_GNUC_CONST;
GQuark        machi_address_error_quark (void);

MachiAddress *machi_address_parse       (const char         *text,
                                         GError            **error);
MachiAddress *machi_address_new_entry   (MachiKind           kind,
                                         const char         *id,
                                         const char         *block);
MachiAddress *machi_address_new_found   (MachiKind           kind,
                                         const char         *id,
                                         const char         *block,
                                         const char         *words);
MachiAddress *machi_address_new_view    (const char         *view,
                                         const char         *query);
MachiAddress *machi_address_ref         (MachiAddress       *self);
void          machi_address_unref       (MachiAddress       *self);

MachiKind     machi_address_get_kind    (const MachiAddress *self);
const char   *machi_address_get_id      (const MachiAddress *self);
const char   *machi_address_get_block   (const MachiAddress *self);
const char   *machi_address_get_view    (const MachiAddress *self);
const char   *machi_address_get_query   (const MachiAddress *self);
char         *machi_address_dup_query_value (const MachiAddress *self,
                                             const char         *key);
char         *machi_address_to_string   (const MachiAddress *self);
gboolean      machi_address_equal       (const MachiAddress *a,
                                         const MachiAddress *b);

gboolean      machi_id_is_valid         (const char         *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiAddress, machi_address_unref)

G_END_DECLS
