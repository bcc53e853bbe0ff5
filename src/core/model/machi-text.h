/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MACHI_TYPE_TEXT (machi_text_get_type ())

typedef struct _MachiText MachiText;
typedef struct _MachiTextBuilder MachiTextBuilder;

typedef enum {
  MACHI_RUN_EMPHASIS = 1 << 0,
  MACHI_RUN_STRONG = 1 << 1,
  MACHI_RUN_SUBSCRIPT = 1 << 2,
  MACHI_RUN_SUPERSCRIPT = 1 << 3,
  MACHI_RUN_FOREIGN = 1 << 4,
  MACHI_RUN_LINK = 1 << 5,
  MACHI_RUN_CITATION = 1 << 6,
} MachiRunStyle;

/**
 * MachiRun:
 * @start: the first byte in the plain text
 * @end: the byte behind the last
 * @style: how it is set off
 * @language: (nullable): its BCP 47 tag where it differs from the text's
 * @address: (nullable): where the link goes: `machi:…` or `https:…`
 * @numbers: (nullable) (array length=n_numbers): the numbers of the sources that a citation mark names, ascending
 * @n_numbers: how many
 *
 * A stretch of text that is not plain. Runs do not overlap and stand in the order of the text.
 */
typedef struct
{
  guint start;
  guint end;
  MachiRunStyle style;
  const char *language;
  const char *address;
  const guint *numbers;
  guint n_numbers;
} MachiRun;

/**
 * MachiRunFormat:
 *
 * What is set for the text that is appended next; all zero for plain text.
 */
typedef struct
{
  MachiRunStyle style;
  const char *language;
  const char *address;
} MachiRunFormat;

GType             machi_text_get_type       (void) G_GNUC_CONST;

MachiText        *machi_text_new            (const char           *plain);
MachiText        *machi_text_ref            (MachiText            *self);
void              machi_text_unref          (MachiText            *self);
const char       *machi_text_get_plain      (const MachiText      *self);
gsize             machi_text_get_length     (const MachiText      *self);
const MachiRun   *machi_text_get_runs       (const MachiText      *self,
                                             guint                *n_runs);
char             *machi_text_dup_words      (const MachiText      *self);
guint             machi_text_count_words    (const MachiText      *self);

MachiTextBuilder *machi_text_builder_new    (void);
void              machi_text_builder_free   (MachiTextBuilder     *self);
void              machi_text_builder_append (MachiTextBuilder     *self,
                                             const char           *text,
                                             const MachiRunFormat *format);
void              machi_text_builder_cite   (MachiTextBuilder     *self,
                                             guint                 number);
MachiText        *machi_text_builder_end    (MachiTextBuilder     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiText, machi_text_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiTextBuilder, machi_text_builder_free)

G_END_DECLS
