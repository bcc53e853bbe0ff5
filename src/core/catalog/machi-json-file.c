/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-json-file.h"

#include "machi-problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib knows lines only while it parses. A sound file is parsed once, without asking; only when there is a fault
 * to place is it parsed again, and every value's line noted. */

typedef struct
{
  JsonParser *parser;
  GHashTable *lines;
  guint error_line;
} LineNotes;

static guint
member_hash (gpointer container, guint key)
{
  return g_direct_hash (container) ^ (key * 2654435761u);
}

static void
note_line (LineNotes *notes, gpointer container, guint key)
{
  guint line = json_parser_get_current_line (notes->parser);

  g_hash_table_insert (notes->lines, GUINT_TO_POINTER (member_hash (container, key)), GUINT_TO_POINTER (line));
}

static void
object_member_cb (JsonParser *parser G_GNUC_UNUSED, JsonObject *object, const char *name, gpointer data)
{
  note_line (data, object, g_str_hash (name));
}

static void
array_element_cb (JsonParser *parser G_GNUC_UNUSED, JsonArray *array, int index, gpointer data)
{
  note_line (data, array, (guint) index);
}

static void
error_cb (JsonParser *parser, const GError *error G_GNUC_UNUSED, gpointer data)
{
  LineNotes *notes = data;

  notes->error_line = json_parser_get_current_line (parser);
}

static guint
get_noted_line (LineNotes *notes, gpointer container, guint key)
{
  return GPOINTER_TO_UINT (
      g_hash_table_lookup (notes->lines, GUINT_TO_POINTER (member_hash (container, key))));
}

/* One step of a JSON pointer; the line of a value is noted where it ends. */
static JsonNode *
step (LineNotes *notes, JsonNode *node, const char *token, guint *line)
{
  guint noted = 0;
  JsonNode *next = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      next = json_object_get_member (json_node_get_object (node), token);
      noted = get_noted_line (notes, json_node_get_object (node), g_str_hash (token));
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      guint index = (guint) g_ascii_strtoull (token, NULL, 10);
      JsonArray *array = json_node_get_array (node);

      if (index < json_array_get_length (array))
        next = json_array_get_element (array, index);
      noted = get_noted_line (notes, array, index);
    }
  if (noted > 0)
    *line = noted;

  return next;
}

/**
 * machi_json_locate:
 * @bytes: a JSON text that parses
 * @pointer: a JSON pointer (RFC 6901) to a value in it
 *
 * Returns: the line on which that value ends, from 1, or 0 where it is not found
 */
guint
machi_json_locate (GBytes *bytes, const char *pointer)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) tokens = g_strsplit (pointer, "/", -1);
  LineNotes notes = { parser, lines, 0 };
  JsonNode *node;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint line = 0;

  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &notes);
  g_signal_connect (parser, "array-element", G_CALLBACK (array_element_cb), &notes);
  if (!json_parser_load_from_data (parser, data, (gssize) size, NULL))
    return 0;

  node = json_parser_get_root (parser);
  for (guint i = 1; tokens[i] != NULL && node != NULL; i++)
    node = step (&notes, node, tokens[i], &line);

  return line;
}

static gboolean
check_text (const char *name, const char *data, gsize size, GListStore *problems)
{
  g_autoptr (MachiProblem) problem = NULL;
  const char *end;
  guint line = 1;

  if (size > MACHI_JSON_MAX_SIZE)
    problem = machi_problem_new_printf (name, 0, _ ("The file is too large: at most %d MB are read"),
                                        MACHI_JSON_MAX_SIZE / 1024 / 1024);
  else if (!g_utf8_validate_len (data, size, &end))
    {
      for (const char *p = data; p < end; p++)
        line += *p == '\n';
      problem = machi_problem_new_printf (name, line, _ ("This line is not valid UTF-8 text"));
    }
  if (problem != NULL)
    g_list_store_append (problems, problem);

  return problem == NULL;
}

/* json-glib puts the place in front of its message; the place is told otherwise here. */
static const char *
strip_place (const char *message)
{
  const char *text = message;

  if (g_str_has_prefix (text, "<data>:"))
    {
      text = strstr (text, ": ");
      text = text != NULL ? text + 2 : message;
    }

  return text;
}

/**
 * machi_json_parse:
 * @name: the name of the file, for problems
 * @bytes: its content, not trusted
 * @problems: where to put what is wrong with it
 *
 * Returns: (transfer full) (nullable): the root of the file; %NULL where it cannot be read, which @problems then says
 */
JsonNode *
machi_json_parse (const char *name, GBytes *bytes, GListStore *problems)
{
  /* Not the immutable parser: it aborts on a second value after the first. */
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MachiProblem) problem = NULL;
  LineNotes notes = { parser, NULL, 0 };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!check_text (name, data, size, problems))
    return NULL;

  g_signal_connect (parser, "error", G_CALLBACK (error_cb), &notes);
  if (!json_parser_load_from_data (parser, data != NULL ? data : "", (gssize) size, &error))
    problem = machi_problem_new_printf (name, notes.error_line, _ ("This is not valid JSON: %s"),
                                        strip_place (error->message));
  else if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    problem = machi_problem_new (name, 1, _ ("The file must hold one object in braces"));

  if (problem != NULL)
    {
      g_list_store_append (problems, problem);
      return NULL;
    }

  return json_parser_steal_root (parser);
}
