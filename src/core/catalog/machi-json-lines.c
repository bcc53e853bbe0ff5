/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-json-lines.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* json-glib knows lines only while it parses. A sound file is parsed once, without asking; only when there is a fault
 * to place is it parsed again, and the line of every value noted. */

/**
 * MachiJsonLines:
 *
 * On which line of a JSON text each value stands: objects and lists where they begin, all others where they end.
 */
struct _MachiJsonLines
{
  JsonParser *parser;
  GHashTable *lines;
  GArray *open;
  GArray *doubles;
};

/* An object or list that is not closed yet. */
typedef struct
{
  guint line;
  guint n_members;
} Open;

static void
note (MachiJsonLines *self, gpointer value, guint line)
{
  g_hash_table_insert (self->lines, value, GUINT_TO_POINTER (line));
}

static void
note_scalar (MachiJsonLines *self, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_OBJECT (node) && !JSON_NODE_HOLDS_ARRAY (node))
    note (self, node, json_parser_get_current_line (self->parser));
}

static Open *
get_innermost (MachiJsonLines *self)
{
  return &g_array_index (self->open, Open, self->open->len - 1);
}

static void
start_cb (JsonParser *parser, gpointer data)
{
  MachiJsonLines *self = data;
  Open open = { json_parser_get_current_line (parser), 0 };

  g_array_append_val (self->open, open);
}

static void
end_cb (JsonParser *parser G_GNUC_UNUSED, gpointer container, gpointer data)
{
  MachiJsonLines *self = data;

  note (self, container, get_innermost (self)->line);
  g_array_set_size (self->open, self->open->len - 1);
}

/* json-glib keeps the last of two members of one name: the object has not grown. */
static void
member_cb (JsonParser *parser, JsonObject *object, const char *name, gpointer data)
{
  MachiJsonLines *self = data;
  guint n_members = json_object_get_size (object);

  if (n_members == get_innermost (self)->n_members)
    {
      MachiJsonDouble again = { g_strdup (name), json_parser_get_current_line (parser) };
      g_array_append_val (self->doubles, again);
    }
  get_innermost (self)->n_members = n_members;
  note_scalar (self, json_object_get_member (object, name));
}

static void
double_clear (gpointer data)
{
  g_free (((MachiJsonDouble *) data)->name);
}

static void
element_cb (JsonParser *parser G_GNUC_UNUSED, JsonArray *array, int index, gpointer data)
{
  note_scalar (data, json_array_get_element (array, (guint) index));
}

/**
 * machi_json_lines_new:
 * @bytes: a JSON text that parses
 *
 * Returns: (transfer full): the lines of its values
 */
MachiJsonLines *
machi_json_lines_new (GBytes *bytes)
{
  MachiJsonLines *self = g_new0 (MachiJsonLines, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  self->parser = json_parser_new ();
  self->lines = g_hash_table_new (NULL, NULL);
  self->open = g_array_new (FALSE, FALSE, sizeof (Open));
  self->doubles = g_array_new (FALSE, FALSE, sizeof (MachiJsonDouble));
  g_array_set_clear_func (self->doubles, double_clear);
  /* The parser is owned, and goes with whom it calls. */
  g_signal_connect (self->parser, "object-start", G_CALLBACK (start_cb), self);
  g_signal_connect (self->parser, "array-start", G_CALLBACK (start_cb), self);
  g_signal_connect (self->parser, "object-end", G_CALLBACK (end_cb), self);
  g_signal_connect (self->parser, "array-end", G_CALLBACK (end_cb), self);
  g_signal_connect (self->parser, "object-member", G_CALLBACK (member_cb), self);
  g_signal_connect (self->parser, "array-element", G_CALLBACK (element_cb), self);
  json_parser_load_from_data (self->parser, data != NULL ? data : "", (gssize) size, NULL);

  return self;
}

/**
 * machi_json_lines_free:
 * @self: (transfer full): the lines of a text
 *
 * Frees them.
 */
void
machi_json_lines_free (MachiJsonLines *self)
{
  g_object_unref (self->parser);
  g_hash_table_unref (self->lines);
  g_array_unref (self->open);
  g_array_unref (self->doubles);
  g_free (self);
}

/* The name of a member as it stands in a JSON pointer: "~1" for a slash, "~0" for a tilde. */
static void
unescape (char *token)
{
  char *out = token;

  for (const char *p = token; *p != '\0'; p++)
    {
      if (p[0] == '~' && (p[1] == '0' || p[1] == '1'))
        *out++ = *++p == '1' ? '/' : '~';
      else
        *out++ = *p;
    }
  *out = '\0';
}

static JsonNode *
step (JsonNode *node, char *token)
{
  guint64 index;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      unescape (token);
      return json_object_get_member (json_node_get_object (node), token);
    }
  if (JSON_NODE_HOLDS_ARRAY (node) && g_ascii_string_to_unsigned (token, 10, 0, G_MAXUINT, &index, NULL)
      && index < json_array_get_length (json_node_get_array (node)))
    return json_array_get_element (json_node_get_array (node), (guint) index);

  return NULL;
}

static guint
get_line (MachiJsonLines *self, JsonNode *node)
{
  gpointer key = node;

  if (JSON_NODE_HOLDS_OBJECT (node))
    key = json_node_get_object (node);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    key = json_node_get_array (node);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, key));
}

/**
 * machi_json_lines_find:
 * @self: the lines of a text
 * @pointer: a JSON pointer (RFC 6901) to a value in it
 *
 * Returns: the line of that value, from 1; where there is none the line of what should hold it, or 0
 */
guint
machi_json_lines_find (MachiJsonLines *self, const char *pointer)
{
  g_auto (GStrv) tokens = g_strsplit (pointer, "/", -1);
  JsonNode *node = json_parser_get_root (self->parser);
  guint line = node != NULL ? get_line (self, node) : 0;

  for (guint i = 1; node != NULL && tokens[0] != NULL && tokens[i] != NULL; i++)
    {
      node = step (node, tokens[i]);
      if (node != NULL)
        line = get_line (self, node);
    }

  return line;
}

/**
 * machi_json_lines_get_doubles:
 * @self: the lines of a text
 * @n_doubles: (out): how many
 *
 * Returns: (transfer none) (array length=n_doubles): the members that have the name of one before them, which is lost
 */
const MachiJsonDouble *
machi_json_lines_get_doubles (MachiJsonLines *self, guint *n_doubles)
{
  *n_doubles = self->doubles->len;

  return (const MachiJsonDouble *) (gpointer) self->doubles->data;
}

/**
 * machi_json_locate:
 * @bytes: a JSON text that parses
 * @pointer: a JSON pointer (RFC 6901) to a value in it
 *
 * Does as machi_json_lines_find(), for one value of a text.
 *
 * Returns: the line
 */
guint
machi_json_locate (GBytes *bytes, const char *pointer)
{
  g_autoptr (MachiJsonLines) lines = machi_json_lines_new (bytes);

  return machi_json_lines_find (lines, pointer);
}
