/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-json-file.h"

#include "machi-json-syntax.h"
#include "machi-problem.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNMEASURED_SIZE (2 * 1024 * 1024)

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

/* json-glib puts the place in front of its message: “<data>:LINE:COLUMN: ”. */
#define PLACE "<data>:"

static const char *
strip_place (const char *message)
{
  const char *text = g_str_has_prefix (message, PLACE) ? strstr (message, ": ") : NULL;

  return text != NULL ? text + 2 : message;
}

static guint
get_place (const char *message)
{
  return g_str_has_prefix (message, PLACE) ? (guint) g_ascii_strtoull (message + strlen (PLACE), NULL, 10) : 0;
}

static MachiProblem *
tell_syntax (const char *name, const char *data, gsize size, const GError *error)
{
  g_autofree char *message = NULL;
  guint line;

  if (machi_json_check_syntax (data, size, &line, &message))
    {
      g_set_str (&message, strip_place (error->message));
      line = get_place (error->message);
    }

  /* Translators: followed by what is wrong, such as “a text has no closing quote on its line” */
  return machi_problem_new_printf (name, line, _ ("This is not valid JSON: %s"), message);
}

/* A small file cannot fill the memory, whatever it holds; a large one is measured before it is parsed. */
static gboolean
check_extent (const char *name, const char *data, gsize size, GListStore *problems)
{
  g_autoptr (MachiProblem) problem = NULL;
  g_autofree char *message = NULL;
  guint line;

  if (size <= UNMEASURED_SIZE || machi_json_check_syntax (data, size, &line, &message))
    return TRUE;

  problem = machi_problem_new_printf (name, line, _ ("This is not valid JSON: %s"), message);
  g_list_store_append (problems, problem);

  return FALSE;
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
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MachiProblem) problem = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (data == NULL)
    data = "";
  if (!check_text (name, data, size, problems) || !check_extent (name, data, size, problems))
    return NULL;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, data, (gssize) size, &error))
    problem = tell_syntax (name, data, size, error);
  else if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    problem = machi_problem_new (name, 1, _ ("The file must hold one object in braces"));

  if (problem != NULL)
    {
      g_list_store_append (problems, problem);
      return NULL;
    }

  return json_parser_steal_root (parser);
}
