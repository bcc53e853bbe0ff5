/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MachiJsonLines MachiJsonLines;

/**
 * MachiJsonDouble:
 * @name: the name of a member
 * @line: the line on which it stands again, in the same object
 */
typedef struct
{
  char *name;
  guint line;
} MachiJsonDouble;

MachiJsonLines *machi_json_lines_new  (GBytes         *bytes);
void            machi_json_lines_free (MachiJsonLines *self);
guint           machi_json_lines_find (MachiJsonLines *self,
                                       const char     *pointer);
guint           machi_json_locate     (GBytes         *bytes,
                                       const char     *pointer);
const MachiJsonDouble *machi_json_lines_get_doubles (MachiJsonLines *self,
                                                     guint          *n_doubles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiJsonLines, machi_json_lines_free)

G_END_DECLS
