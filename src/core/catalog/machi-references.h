/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-cursor.h"
#include "machi-entry.h"

G_BEGIN_DECLS

/**
 * MachiReferenceField:
 * @holder: the kind of entry that has the field
 * @member: its name
 * @target: the kind of entry it refers to, %MACHI_KIND_NONE where each item names one
 * @role: what the target is to the holder
 * @inverse: what the holder is to the target
 *
 * A list by which one kind of entry refers to another.
 */
typedef struct
{
  MachiKind holder;
  const char *member;
  MachiKind target;
  MachiRole role;
  MachiRole inverse;
} MachiReferenceField;

/**
 * MachiReference:
 *
 * A reference that was read, to be resolved when all entries are known.
 */
typedef struct
{
  MachiEntry *holder;
  const MachiReferenceField *field;
  MachiKind target;
  char *id;
  MachiStatement *statement;
  const char *file;
  char *pointer;
} MachiReference;

const MachiReferenceField *machi_reference_fields_get (guint *n_fields);
MachiRole                  machi_kind_get_role        (MachiKind kind);
void                       machi_reference_free       (MachiReference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiReference, machi_reference_free)

G_END_DECLS
