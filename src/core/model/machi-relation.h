/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-statement.h"

G_BEGIN_DECLS

#define MACHI_TYPE_RELATION (machi_relation_get_type ())

G_DECLARE_FINAL_TYPE (MachiRelation, machi_relation, MACHI, RELATION, GObject)

typedef struct _MachiEntry MachiEntry;

/**
 * MachiRole:
 *
 * What the other entry is to the one that has the relation, in the order in which a page lists them.
 */
typedef enum {
  MACHI_ROLE_NONE,
  MACHI_ROLE_REPORT,
  MACHI_ROLE_COOPERATION,
  MACHI_ROLE_PAIR,
  MACHI_ROLE_MEMBER,
  MACHI_ROLE_NETWORK,
  MACHI_ROLE_PREDECESSOR,
  MACHI_ROLE_SUCCESSOR,
  MACHI_ROLE_PARENT,
  MACHI_ROLE_PART,
  MACHI_ROLE_SUPPORTING_CITY,
  MACHI_ROLE_PARTNER_CITY,
  MACHI_ROLE_CITY,
  MACHI_ROLE_SEAT,
  MACHI_ROLE_PROGRAMME,
  MACHI_ROLE_PROJECT,
  MACHI_ROLE_ORGANISATION,
  MACHI_ROLE_DOCUMENT,
  MACHI_ROLE_SUBJECT,
  MACHI_ROLE_TERM,
  MACHI_ROLE_RELATED,
} MachiRole;

#define MACHI_N_ROLES (MACHI_ROLE_RELATED + 1)

const char     *machi_role_get_label         (MachiRole       role);

MachiRelation  *machi_relation_new           (MachiRole       role,
                                              MachiEntry     *target,
                                              MachiStatement *statement);
MachiRelation  *machi_relation_new_outside   (MachiRole       role,
                                              const char     *name,
                                              const char     *country,
                                              MachiStatement *statement);
MachiRole       machi_relation_get_role      (MachiRelation  *self);
MachiEntry     *machi_relation_get_target    (MachiRelation  *self);
const char     *machi_relation_get_name      (MachiRelation  *self);
const char     *machi_relation_get_country   (MachiRelation  *self);
MachiStatement *machi_relation_get_statement (MachiRelation  *self);

G_END_DECLS
