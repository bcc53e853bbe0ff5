/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-cursor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * machi_cursor_root:
 * @file: a file that was parsed
 *
 * Returns: its outermost value
 */
MachiCursor
machi_cursor_root (MachiCursorFile *file)
{
  return (MachiCursor) { NULL, file, file->root, NULL, 0 };
}

/**
 * machi_cursor_get_member:
 * @self: a value
 * @member: a name
 * @out: (out): the member of that name
 *
 * Returns: whether @self is an object that has it, and it is not null
 */
gboolean
machi_cursor_get_member (const MachiCursor *self, const char *member, MachiCursor *out)
{
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    return FALSE;

  node = json_object_get_member (json_node_get_object (self->node), member);
  if (node == NULL)
    return FALSE;

  *out = (MachiCursor) { self, self->file, node, member, 0 };
  if (JSON_NODE_HOLDS_NULL (node))
    {
      machi_cursor_problem (out, _ ("“%s” is null: leave out what is not known"), member);
      return FALSE;
    }

  return TRUE;
}

/**
 * machi_cursor_has_member:
 * @self: a value
 * @member: a name
 *
 * Returns: whether @self is an object that has a member of that name, whatever it holds
 */
gboolean
machi_cursor_has_member (const MachiCursor *self, const char *member)
{
  return JSON_NODE_HOLDS_OBJECT (self->node) && json_object_has_member (json_node_get_object (self->node), member);
}

/**
 * machi_cursor_get_length:
 * @self: a value
 *
 * Returns: the number of its elements, 0 where it is no list
 */
guint
machi_cursor_get_length (const MachiCursor *self)
{
  return JSON_NODE_HOLDS_ARRAY (self->node) ? json_array_get_length (json_node_get_array (self->node)) : 0;
}

/**
 * machi_cursor_get_element:
 * @self: a list
 * @index: less than its length
 *
 * Returns: the element
 */
MachiCursor
machi_cursor_get_element (const MachiCursor *self, guint index)
{
  return (MachiCursor) { self, self->file, json_array_get_element (json_node_get_array (self->node), index), NULL,
                         index };
}

/**
 * machi_cursor_get_list:
 * @self: an object
 * @member: a name
 * @out: (out): the list of that name
 *
 * Returns: whether there is one; another type is a problem
 */
gboolean
machi_cursor_get_list (const MachiCursor *self, const char *member, MachiCursor *out)
{
  if (!machi_cursor_get_member (self, member, out))
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (out->node))
    return TRUE;

  machi_cursor_problem (out, _ ("“%s” must be a list in brackets"), member);

  return FALSE;
}

/**
 * machi_cursor_get_object:
 * @self: an object
 * @member: a name
 * @out: (out): the object of that name
 *
 * Returns: whether there is one; another type is a problem
 */
gboolean
machi_cursor_get_object (const MachiCursor *self, const char *member, MachiCursor *out)
{
  if (!machi_cursor_get_member (self, member, out))
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (out->node))
    return TRUE;

  machi_cursor_problem (out, _ ("“%s” must be an object in braces"), member);

  return FALSE;
}

/**
 * machi_cursor_as_string:
 * @self: a value
 *
 * Returns: (nullable): its text; %NULL where it is no text, which is a problem
 */
const char *
machi_cursor_as_string (const MachiCursor *self)
{
  if (JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == G_TYPE_STRING)
    return json_node_get_string (self->node);

  if (self->member != NULL)
    machi_cursor_problem (self, _ ("“%s” must be a text in quotes"), self->member);
  else
    machi_cursor_problem (self, _ ("This must be a text in quotes"));

  return NULL;
}

/**
 * machi_cursor_as_number:
 * @self: a value
 * @value: (out): its number
 *
 * Returns: whether it is a number; another type is a problem
 */
gboolean
machi_cursor_as_number (const MachiCursor *self, double *value)
{
  GType type = JSON_NODE_HOLDS_VALUE (self->node) ? json_node_get_value_type (self->node) : G_TYPE_INVALID;

  if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    {
      *value = json_node_get_double (self->node);
      if (isfinite (*value))
        return TRUE;
      machi_cursor_problem (self, _ ("This number is too large"));
      return FALSE;
    }

  if (self->member != NULL)
    machi_cursor_problem (self, _ ("“%s” must be a number without quotes"), self->member);
  else
    machi_cursor_problem (self, _ ("This must be a number without quotes"));

  return FALSE;
}

/**
 * machi_cursor_is_object:
 * @self: a value
 *
 * Returns: whether it is an object
 */
gboolean
machi_cursor_is_object (const MachiCursor *self)
{
  return JSON_NODE_HOLDS_OBJECT (self->node);
}

/**
 * machi_cursor_get_string:
 * @self: an object
 * @member: a name
 *
 * Returns: (nullable): the text of that name; another type or an empty text is a problem
 */
const char *
machi_cursor_get_string (const MachiCursor *self, const char *member)
{
  MachiCursor value;
  const char *text;

  if (!machi_cursor_get_member (self, member, &value))
    return NULL;

  text = machi_cursor_as_string (&value);
  if (text == NULL || *text != '\0')
    return text;

  machi_cursor_problem (&value, _ ("“%s” is empty: leave out what is not known"), member);

  return NULL;
}

/**
 * machi_cursor_get_number:
 * @self: an object
 * @member: a name
 * @value: (out): the number of that name
 *
 * Returns: whether there is one; another type is a problem
 */
gboolean
machi_cursor_get_number (const MachiCursor *self, const char *member, double *value)
{
  MachiCursor cursor;

  return machi_cursor_get_member (self, member, &cursor) && machi_cursor_as_number (&cursor, value);
}

/**
 * machi_cursor_get_boolean:
 * @self: an object
 * @member: a name
 *
 * Returns: whether that member is true; another type is a problem
 */
gboolean
machi_cursor_get_boolean (const MachiCursor *self, const char *member)
{
  MachiCursor value;

  if (!machi_cursor_get_member (self, member, &value))
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (value.node) && json_node_get_value_type (value.node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (value.node);

  machi_cursor_problem (&value, _ ("“%s” must be true or false"), member);

  return FALSE;
}

/**
 * machi_cursor_get_year:
 * @self: an object
 * @member: a name
 *
 * Returns: the year of that name, 0 where there is none; what is no year is a problem
 */
int
machi_cursor_get_year (const MachiCursor *self, const char *member)
{
  MachiCursor value;
  double year;

  if (!machi_cursor_get_member (self, member, &value) || !machi_cursor_as_number (&value, &year))
    return 0;
  if (year >= 1 && year < 10000 && year == (int) year)
    return (int) year;

  machi_cursor_problem (&value, _ ("“%s” must be a year"), member);

  return 0;
}

/**
 * machi_cursor_dup_strings:
 * @self: an object
 * @member: a name
 *
 * Returns: (transfer full) (nullable): the texts of the list of that name; what is no text is a problem and left out
 */
GStrv
machi_cursor_dup_strings (const MachiCursor *self, const char *member)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  MachiCursor list;

  if (!machi_cursor_get_list (self, member, &list))
    return NULL;

  builder = g_strv_builder_new ();
  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor element = machi_cursor_get_element (&list, i);
      const char *text = machi_cursor_as_string (&element);

      if (text != NULL)
        g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

/**
 * machi_cursor_check_members:
 * @self: an object
 * @known: the names it may have
 * @known_too: (nullable): more of them
 *
 * Names each other member as a problem: a misspelt one would be lost without a word.
 */
void
machi_cursor_check_members (const MachiCursor *self, const char *const *known, const char *const *known_too)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (self->node));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      MachiCursor member = { self, self->file, node, name, 0 };

      if (!g_strv_contains (known, name) && (known_too == NULL || !g_strv_contains (known_too, name)))
        machi_cursor_problem (&member, _ ("There is no member “%s” here: see the format of packs"), name);
    }
}

static void
append_pointer (const MachiCursor *self, GString *pointer)
{
  if (self->parent == NULL)
    return;

  append_pointer (self->parent, pointer);
  g_string_append_c (pointer, '/');
  if (self->member == NULL)
    g_string_append_printf (pointer, "%u", self->index);
  else
    for (const char *p = self->member; *p != '\0'; p++)
      {
        if (*p == '~' || *p == '/')
          g_string_append (pointer, *p == '~' ? "~0" : "~1");
        else
          g_string_append_c (pointer, *p);
      }
}

/**
 * machi_cursor_dup_pointer:
 * @self: a value
 *
 * Returns: (transfer full): the JSON pointer (RFC 6901) to it
 */
char *
machi_cursor_dup_pointer (const MachiCursor *self)
{
  GString *pointer = g_string_new (NULL);

  append_pointer (self, pointer);

  return g_string_free (pointer, FALSE);
}

static void
tell (const MachiCursor *self, const char *format, va_list args)
{
  g_autofree char *pointer = machi_cursor_dup_pointer (self);
  g_autofree char *message = g_strdup_vprintf (format, args);

  machi_cursor_file_problem (self->file, pointer, message);
}

/**
 * machi_cursor_problem:
 * @self: a value
 * @format: what is wrong with it, as for printf
 * @...: the arguments of @format
 *
 * Tells a problem with its file and line.
 */
void
machi_cursor_problem (const MachiCursor *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  tell (self, format, args);
  va_end (args);
}

/**
 * machi_cursor_member_problem:
 * @self: an object
 * @member: the name of one of its members
 * @format: what is wrong with that, as for printf
 * @...: the arguments of @format
 *
 * Tells a problem with the file and line of the member; where it is missing, of the object.
 */
void
machi_cursor_member_problem (const MachiCursor *self, const char *member, const char *format, ...)
{
  MachiCursor value = { self, self->file, NULL, member, 0 };
  va_list args;

  va_start (args, format);
  tell (&value, format, args);
  va_end (args);
}
