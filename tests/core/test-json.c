/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-json-file.h"
#include "machi-json-lines.h"
#include "machi-json-syntax.h"
#include "machi-problem.h"

#include <string.h>

static const char text[] = "{\n"                                                            /* 1 */
                           "  \"kind\": \"network\",\n"                                     /* 2 */
                           "  \"networks\": [\n"                                            /* 3 */
                           "    {\n"                                                        /* 4 */
                           "      \"id\": \"a\",\n"                                         /* 5 */
                           "      \"period\": { \"from\": 1990 },\n"                        /* 6 */
                           "      \"points\": [\n"                                          /* 7 */
                           "        [1990, 1],\n"                                           /* 8 */
                           "        [1991, null]\n"                                         /* 9 */
                           "      ]\n"                                                      /* 10 */
                           "    },\n"                                                       /* 11 */
                           "    { \"id\": \"b\", \"a/b\": true, \"m~n\": { \"/\": [] } }\n" /* 12 */
                           "  ]\n"                                                          /* 13 */
                           "}\n";                                                           /* 14 */

static GBytes *
make_bytes (const char *data)
{
  return g_bytes_new (data, strlen (data));
}

static void
test_locate (void)
{
  static const struct
  {
    const char *pointer;
    guint line;
  } places[] = {
    { "", 1 },
    { "/kind", 2 },
    { "/networks", 3 },
    { "/networks/0", 4 },
    { "/networks/0/id", 5 },
    { "/networks/0/period", 6 },
    { "/networks/0/period/from", 6 },
    { "/networks/0/points", 7 },
    { "/networks/0/points/0", 8 },
    { "/networks/0/points/1", 9 },
    { "/networks/0/points/1/1", 9 },
    { "/networks/1", 12 },
    { "/networks/1/a~1b", 12 },
    { "/networks/1/m~0n/~1", 12 },
    /* What is not there is looked for where it should be. */
    { "/networks/0/name", 4 },
    { "/networks/7", 3 },
    { "/networks/x", 3 },
    { "/nothing/at/all", 1 },
    { "/kind/0", 2 },
  };
  g_autoptr (GBytes) bytes = make_bytes (text);
  g_autoptr (MachiJsonLines) lines = machi_json_lines_new (bytes);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", places[i].pointer);
      g_assert_cmpuint (machi_json_lines_find (lines, places[i].pointer), ==, places[i].line);
      g_assert_cmpuint (machi_json_locate (bytes, places[i].pointer), ==, places[i].line);
    }
}

static void
test_locate_nothing (void)
{
  g_autoptr (GBytes) broken = make_bytes ("{ \"a\": ");
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);

  g_assert_cmpuint (machi_json_locate (broken, "/a"), ==, 0);
  g_assert_cmpuint (machi_json_locate (empty, ""), ==, 0);
}

/* Many values, so that two of them would share a hash if only that were kept. */
static void
test_locate_many (void)
{
  g_autoptr (GString) many = g_string_new ("[\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MachiJsonLines) lines = NULL;
  const guint n = 60000;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (many, "{ \"id\": %u }%s\n", i, i + 1 < n ? "," : "]");
  bytes = g_bytes_new (many->str, many->len);
  lines = machi_json_lines_new (bytes);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/%u/id", i);
      g_assert_cmpuint (machi_json_lines_find (lines, pointer), ==, i + 2);
    }
}

static void
test_doubles (void)
{
  g_autoptr (GBytes) bytes = make_bytes ("{\n\"a\": 1,\n\"b\": { \"a\": 1, \"b\": [{ \"a\": 1 }, { \"a\": 1 }] },\n"
                                         "\"c\": [{ \"x\": 1,\n\"x\": [] }],\n\"a\": 2,\n\"a\": 3\n}");
  g_autoptr (MachiJsonLines) lines = machi_json_lines_new (bytes);
  guint n;
  const MachiJsonDouble *doubles = machi_json_lines_get_doubles (lines, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (doubles[0].name, ==, "x");
  g_assert_cmpuint (doubles[0].line, ==, 5);
  g_assert_cmpstr (doubles[1].name, ==, "a");
  g_assert_cmpuint (doubles[1].line, ==, 6);
  g_assert_cmpuint (doubles[2].line, ==, 7);
}

static JsonNode *
parse (const char *data, gsize size, GListStore *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return machi_json_parse ("a.json", bytes, problems);
}

static void
assert_problem (GListStore *problems, guint line, const char *part)
{
  g_autoptr (MachiProblem) problem = g_list_model_get_item (G_LIST_MODEL (problems), 0);

  g_assert_nonnull (problem);
  g_test_message ("%u: %s", machi_problem_get_line (problem), machi_problem_get_message (problem));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), ==, 1);
  g_assert_cmpstr (machi_problem_get_file (problem), ==, "a.json");
  g_assert_cmpuint (machi_problem_get_line (problem), ==, line);
  g_assert_nonnull (strstr (machi_problem_get_message (problem), part));
}

static void
assert_refused (const char *data, gsize size, guint line, const char *part)
{
  g_autoptr (GListStore) problems = g_list_store_new (MACHI_TYPE_PROBLEM);

  g_assert_null (parse (data, size, problems));
  assert_problem (problems, line, part);
}

static void
test_syntax (void)
{
  static const struct
  {
    const char *data;
    guint line;
    const char *part;
  } faults[] = {
    { "", 1, "empty" },
    { " \n\n ", 1, "empty" },
    { "{\n\"a\": 1\n\"b\": 2\n}", 2, "a comma or “}” is missing" },
    { "{\n\"a\": [1\n\n 2]\n}", 2, "a comma or “]” is missing" },
    { "{\n\"a\": 1,\n}", 2, "a comma too many" },
    { "{\n\"a\": [1,\n2,\n]\n}", 3, "a comma too many" },
    { "{\n\"a\":\n\n", 2, "“{” of line 1 is not closed" },
    { "{\n\"a\": [\n{}", 3, "“[” of line 2 is not closed" },
    { "{\n\"a\": [\n}\n", 3, "a value is missing before “}”" },
    { "{\n\"a\": [1\n}\n", 3, "“}” does not close the “[” of line 2" },
    { "{\n\"a\": \"x\ny\"\n}", 2, "no closing quote" },
    { "{\n\n\"abc", 3, "no closing quote" },
    { "{\n\"a\": \"\\", 2, "backslash" },
    { "{\n\"a\": \"c:\\dir\"\n}", 2, "backslash" },
    { "{\n\"a\": \"\\u12x4\"\n}", 2, "hexadecimal" },
    { "{\n\"a\": \"\\ud800\"\n}", 2, "half a character" },
    { "{\n\"a\": \"\\ud800\\u0041\"\n}", 2, "half a character" },
    { "{\n\"a\": \"\\udc00\"\n}", 2, "half a character" },
    { "{\n\"a\": \"x\ty\"\n}", 2, "control character" },
    { "{\n\"a\": tru\n}", 2, "“tru” is no value" },
    { "{\n\"a\": nullx\n}", 2, "“nullx” is no value" },
    { "{\n\"a\": NaN\n}", 2, "“NaN” is no value" },
    { "{\n\"a\": 町\n}", 2, "“町” is no value" },
    { "{\n\"a\": 'x'\n}", 2, "double quotes" },
    { "{\n'a': 1\n}", 2, "double quotes" },
    { "{\na: 1\n}", 2, "double quotes" },
    { "{\n\"a\" 1\n}", 2, "“:” is missing" },
    { "{\n\"a\"\n: ,\n}", 3, "a value is missing before “,”" },
    { "{\n\"a\": 01\n}", 2, "a number is written like" },
    { "{\n\"a\": .5\n}", 2, "is no value" },
    { "{\n\"a\": 1.\n}", 2, "a number is written like" },
    { "{\n\"a\": 1e\n}", 2, "a number is written like" },
    { "{\n\"a\": -\n}", 2, "a number is written like" },
    { "{\n// no\n\"a\": 1\n}", 2, "double quotes" },
    { "{\n\"a\": /* no */ 1\n}", 2, "no comments" },
    { "{}\n\n{}", 3, "behind the closing bracket" },
    { "{}]", 1, "behind the closing bracket" },
    { "[]", 1, "one object in braces" },
    { "\n\"a\"", 1, "one object in braces" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    assert_refused (faults[i].data, strlen (faults[i].data), faults[i].line, faults[i].part);
}

static void
assert_sound (const char *data, gsize size)
{
  g_autoptr (GListStore) problems = g_list_store_new (MACHI_TYPE_PROBLEM);
  g_autoptr (JsonNode) root = parse (data, size, problems);
  g_autofree char *message = NULL;
  guint line;

  g_assert_nonnull (root);
  g_assert_true (machi_json_check_syntax (data, size, &line, &message));
  g_assert_null (message);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (problems)), ==, 0);
}

static void
test_sound (void)
{
  static const char *const sound[] = {
    text,
    "{}",
    " {\r\n\t\"a\" : [ ] , \"b\": { } } ",
    "{ \"a\": [0, -0, 1.5, -2.25e+10, 1E5, 12345678901234567890, true, false, null] }",
    "{ \"\\u00e9\\n\\t\\\"\\\\\\/\": \"\\ud83d\\ude00 町\" }",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    assert_sound (sound[i], strlen (sound[i]));
}

static void
test_utf8 (void)
{
  static const char bad[] = "{\n\"a\":\n\"\xff\"\n}";
  static const char nul[] = "{\n\"a\": \"\0\"\n}";

  assert_refused (bad, sizeof bad - 1, 3, "UTF-8");
  assert_refused (nul, sizeof nul - 1, 2, "UTF-8");
}

static void
test_deep (void)
{
  g_autoptr (GString) deep = g_string_new ("{\n\"a\":\n");

  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, "[\n");
  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, "]");
  g_string_append (deep, "}");
  /* The object is the first bracket, on line 1. */
  assert_refused (deep->str, deep->len, 3 + MACHI_JSON_MAX_DEPTH - 1, "deep");
}

static void
test_very_deep (void)
{
  g_autofree char *deep = g_strnfill (3 * 1000 * 1000, '[');

  assert_refused (deep, strlen (deep), 1, "deep");
}

static void
test_too_many (void)
{
  g_autoptr (GString) many = g_string_new ("{ \"a\": [\n0");

  for (guint i = 0; i < MACHI_JSON_MAX_VALUES; i++)
    g_string_append (many, ",\n[]");
  g_string_append (many, "] }");
  assert_refused (many->str, many->len, MACHI_JSON_MAX_VALUES, "values");
}

static void
test_too_large (void)
{
  g_autofree char *large = g_strnfill (MACHI_JSON_MAX_SIZE + 1, ' ');

  assert_refused (large, MACHI_JSON_MAX_SIZE + 1, 0, "too large");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/locate", test_locate);
  g_test_add_func ("/json/locate-nothing", test_locate_nothing);
  g_test_add_func ("/json/locate-many", test_locate_many);
  g_test_add_func ("/json/doubles", test_doubles);
  g_test_add_func ("/json/syntax", test_syntax);
  g_test_add_func ("/json/sound", test_sound);
  g_test_add_func ("/json/utf8", test_utf8);
  g_test_add_func ("/json/deep", test_deep);
  g_test_add_func ("/json/very-deep", test_very_deep);
  g_test_add_func ("/json/too-many", test_too_many);
  g_test_add_func ("/json/too-large", test_too_large);

  return g_test_run ();
}
