/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-query.h"
#include "machi-search-history.h"

static char *
add (const char *recent, const char *text)
{
  g_auto (GStrv) before = g_strsplit (recent, "|", -1);
  g_auto (GStrv) after = machi_search_history_add ((const char *const *) before, text);

  return g_strjoinv ("|", after);
}

static void
test_order (void)
{
  static const struct
  {
    const char *recent;
    const char *text;
    const char *expected;
  } rows[] = {
    { "", "osaka", "osaka" },
    { "osaka", "  waste  ", "waste|osaka" },
    { "waste|osaka", "osaka", "osaka|waste" },
    { "waste|Hải Phòng", "hai  PHONG", "hai  PHONG|waste" },
    { "ｷﾀｷｭｳｼｭｳ|b", "キタキュウシュウ", "キタキュウシュウ|b" },
    { "a|b", "   ", "a|b" },
    { "a|b", "", "a|b" },
    { "1|2|3|4|5|6|7|8|9|10", "11", "11|1|2|3|4|5|6|7|8|9" },
    { "1|2|3|4|5|6|7|8|9|10", "10", "10|1|2|3|4|5|6|7|8|9" },
    { "1|2|3|4|5|6|7|8|9|10|x|y", "", "1|2|3|4|5|6|7|8|9|10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after = add (rows[i].recent, rows[i].text);

      g_assert_cmpstr (after, ==, rows[i].expected);
    }
}

/* A whole page that was pasted is no search to be kept. */
static void
test_length (void)
{
  g_autofree char *most = g_strnfill (MACHI_QUERY_MAX_LENGTH, 'a');
  g_autofree char *more = g_strnfill (MACHI_QUERY_MAX_LENGTH + 1, 'a');
  g_autofree char *kept = add ("", most);
  g_autofree char *left = add ("b", more);

  g_assert_cmpstr (kept, ==, most);
  g_assert_cmpstr (left, ==, "b");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recent/order", test_order);
  g_test_add_func ("/recent/length", test_length);

  return g_test_run ();
}
