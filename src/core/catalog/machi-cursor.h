/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "machi-json-lines.h"
#include "machi-pack.h"

G_BEGIN_DECLS

/**
 * MachiCursorFile:
 *
 * @name: its name within the pack, interned
 * @bytes: its text
 * @root: (nullable): what it holds
 * @lines: (nullable): where its values stand, from the first problem on
 * @problems: (transfer none): where to put what is wrong with it
 * @n_problems: how many there were
 *
 * A JSON file of a pack while it is read.
 */
typedef struct
{
  const char *name;
  GBytes *bytes;
  JsonNode *root;
  MachiJsonLines *lines;
  GListStore *problems;
  guint n_problems;
} MachiCursorFile;

/**
 * MachiCursor:
 *
 * A value in such a file that knows where it stands, so that a fault can be placed. It lives on the stack and points to
 * its parent's.
 */
typedef struct _MachiCursor MachiCursor;

struct _MachiCursor
{
  const MachiCursor *parent;
  MachiCursorFile *file;
  JsonNode *node;
  const char *member;
  guint index;
};

gboolean    machi_cursor_file_load     (MachiCursorFile   *self,
                                        MachiPack         *pack,
                                        const char        *name,
                                        GListStore        *problems,
                                        GCancellable      *cancellable);
void        machi_cursor_file_clear    (MachiCursorFile   *self);
void        machi_cursor_file_problem  (MachiCursorFile   *self,
                                        const char        *pointer,
                                        const char        *message);

MachiCursor machi_cursor_root          (MachiCursorFile   *file);
gboolean    machi_cursor_get_member    (const MachiCursor *self,
                                        const char        *member,
                                        MachiCursor       *out);
gboolean    machi_cursor_has_member    (const MachiCursor *self,
                                        const char        *member);
guint       machi_cursor_get_length    (const MachiCursor *self);
MachiCursor machi_cursor_get_element   (const MachiCursor *self,
                                        guint              index);
gboolean    machi_cursor_get_list      (const MachiCursor *self,
                                        const char        *member,
                                        MachiCursor       *out);
gboolean    machi_cursor_get_object    (const MachiCursor *self,
                                        const char        *member,
                                        MachiCursor       *out);
const char *machi_cursor_get_string    (const MachiCursor *self,
                                        const char        *member);
gboolean    machi_cursor_get_number    (const MachiCursor *self,
                                        const char        *member,
                                        double            *value);
gboolean    machi_cursor_get_boolean   (const MachiCursor *self,
                                        const char        *member);
int         machi_cursor_get_year      (const MachiCursor *self,
                                        const char        *member);
GStrv       machi_cursor_dup_strings   (const MachiCursor *self,
                                        const char        *member);
const char *machi_cursor_as_string     (const MachiCursor *self);
gboolean    machi_cursor_as_number     (const MachiCursor *self,
                                        double            *value);
gboolean    machi_cursor_is_object     (const MachiCursor *self);
void        machi_cursor_check_members (const MachiCursor *self,
                                        const char *const *known,
                                        const char *const *known_too);
char       *machi_cursor_dup_pointer   (const MachiCursor *self);
void        machi_cursor_problem       (const MachiCursor *self,
                                        const char        *format,
                                        ...) G_GNUC_PRINTF (2, 3);
void        machi_cursor_member_problem (const MachiCursor *self,
                                         const char        *member,
                                         const char        *format,
                                         ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MachiCursorFile, machi_cursor_file_clear)

G_END_DECLS
