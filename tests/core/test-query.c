/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-query.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *described;
} QueryCase;

/* Terms are written as they are understood: "!" must not be, tokens are joined by "+", "*" may go on; then the facets.
 */
static const QueryCase cases[] = {
  { "", "" },
  { "   ", "" },
  { "-", "" },
  { "\"", "" },
  { "\"\"", "" },
  { "…!?*()", "" },
  { "Kyo", "kyo*" },
  { "Kyoto ", "kyoto" },
  { "hai phong", "hai phong*" },
  { "hai\xe3\x80\x80phong", "hai phong*" },
  { "eco-town", "eco+town*" },
  { "\"eco town\"", "eco+town" },
  { "\"eco tow", "eco+tow*" },
  { "“green port” city", "green+port city*" },
  { "「環境都市」", "環境+境都+都市" },
  { "„Straße“ „Łódź”", "strasse lodz" },
  { "環境", "環境*" },
  { "環境 大阪 ", "環境 大阪" },
  { "水 hanoi ", "水* hanoi" },
  { "서울 환경 ", "서울* 환경*" },
  { "waste -vietnam", "waste !vietnam" },
  { "waste -\"green port\" - x", "waste !green+port x*" },
  { "--waste", "!waste" },
  { "was country:VN", "was* country=VN" },
  { "COUNTRY:vn Topic:\"waste water\" x", "x* country=vn topic=waste water" },
  { "-kind:report kind：city ", "!kind=report kind=city" },
  { "programme:jcm year:2014..2018", "programme=jcm year=2014-2018" },
  { "year:2014 year:2018.. year:..2018", "year=2014-2014 year=2018-0 year=0-2018" },
  { "year:2018-2014 year:２０１４–２０１８", "year=2014-2018 year=2014-2018" },
  { "year:20 year:soon year: country: ", "" },
  { "machi:city/kyoto", "machi+city+kyoto*" },
  { "colour:red", "colour+red*" },
  { "a AND b OR c NOT d NEAR(e) f*", "a and b or c not d near+e f*" },
  { "\xff\xfe kyoto", "kyoto*" },
};

static char *
describe (const MachiQuery *query)
{
  GPtrArray *terms = machi_query_get_terms (query);
  GPtrArray *facets = machi_query_get_facets (query);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (terms, i);
      const MachiQueryPhrase *phrase = g_ptr_array_index (term->phrases, 0);
      g_autofree char *tokens = g_strjoinv ("+", phrase->tokens);

      g_string_append_printf (out, "%s%s%s%s", out->len > 0 ? " " : "", term->negated ? "!" : "", tokens,
                              phrase->prefix ? "*" : "");
    }
  for (guint i = 0; i < facets->len; i++)
    {
      const MachiQueryFacet *facet = g_ptr_array_index (facets, i);

      g_string_append_printf (out, "%s%s%s=", out->len > 0 ? " " : "", facet->negated ? "!" : "",
                              facet->facet == MACHI_FACET_YEARS ? "year" : machi_facet_get_key (facet->facet));
      if (facet->facet == MACHI_FACET_YEARS)
        g_string_append_printf (out, "%d-%d", facet->from, facet->to);
      else
        g_string_append (out, facet->value);
    }

  return g_string_free_and_steal (out);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MachiQuery) query = machi_query_new (cases[i].text);
      g_autofree char *described = describe (query);

      g_assert_cmpstr (described, ==, cases[i].described);
      g_assert_cmpint (machi_query_is_empty (query), ==, *described == '\0');
    }
}

static void
test_title (void)
{
  g_autoptr (MachiQuery) query = machi_query_new ("“Eco-Town” -x  ハイフォン country:JP Kyoto's");
  g_autoptr (MachiQuery) nothing = machi_query_new ("-x country:JP");

  g_assert_cmpstr (machi_query_get_title (query), ==, "eco town はいふぉん kyoto s");
  g_assert_true (machi_query_has_words (query));
  g_assert_false (machi_query_has_words (nothing));
  g_assert_false (machi_query_is_empty (nothing));
}

static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MachiQuery) many = NULL;
  g_autoptr (MachiQuery) wide = NULL;
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autoptr (MachiQuery) longest = machi_query_new (long_text);
  guint n_tokens = 0;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "w%u ", i);
  many = machi_query_new (text->str);
  g_assert_cmpuint (machi_query_get_terms (many)->len, ==, MACHI_QUERY_MAX_TERMS);
  g_assert_cmpuint (strlen (machi_query_get_text (longest)), ==, MACHI_QUERY_MAX_LENGTH);

  g_string_truncate (text, 0);
  for (guint i = 0; i < 400; i++)
    g_string_append (text, i % 50 == 0 ? " 環" : "境");
  wide = machi_query_new (text->str);
  for (guint i = 0; i < machi_query_get_terms (wide)->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (machi_query_get_terms (wide), i);
      n_tokens += ((const MachiQueryPhrase *) g_ptr_array_index (term->phrases, 0))->n_tokens;
    }
  g_assert_cmpuint (n_tokens, ==, MACHI_QUERY_MAX_TOKENS);
}

static void
test_add_facet (void)
{
  g_autoptr (MachiQuery) query = machi_query_new ("wat country:VN");
  g_autofree char *described = NULL;

  g_assert_true (machi_query_add_facet (query, "kind:report"));
  g_assert_true (machi_query_add_facet (query, "programme:\"city to city\""));
  g_assert_false (machi_query_add_facet (query, "kind:"));
  g_assert_false (machi_query_add_facet (query, "report"));
  described = describe (query);
  g_assert_cmpstr (described, ==, "wat* country=VN kind=report programme=city to city");
}

static void
test_loosen (void)
{
  static const char *const loosened[][2] = {
    { "eco-town kyoto x", "eco* town* kyoto* x*" },
    { "北九州環境", "北九+九州* 環境*" },
    { "\"eco-town\" -a-b kind:city c", "eco+town !a+b c* kind=city" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (loosened); i++)
    {
      g_autoptr (MachiQuery) query = machi_query_new (loosened[i][0]);
      g_autoptr (MachiQuery) loose = machi_query_loosen (query);
      g_autofree char *described = describe (loose);

      g_assert_cmpstr (described, ==, loosened[i][1]);
    }
}

static void
test_correct (void)
{
  g_autoptr (MachiQuery) query = machi_query_new ("kyotto \"wast\" -x country:JP hanoj");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (MachiQuery) correct = NULL;
  g_autofree char *described = NULL;

  machi_query_add_facet (query, "kind:city");
  g_ptr_array_add (words, (gpointer) "kyoto");
  g_ptr_array_add (words, NULL);
  g_ptr_array_add (words, NULL);
  g_ptr_array_add (words, (gpointer) "hanoi");
  correct = machi_query_correct (query, words);
  described = describe (correct);
  g_assert_cmpstr (machi_query_get_text (correct), ==, "kyoto \"wast\" -x country:JP hanoi");
  g_assert_cmpstr (described, ==, "kyoto wast !x hanoi* country=JP kind=city");
}

static void
test_widen (void)
{
  g_autoptr (MachiQuery) query = machi_query_new ("kyoto dampf");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (MachiQuery) wide = NULL;
  const char *const found[] = { "donaudampfschiff", "dampfer", NULL };
  const MachiQueryTerm *term;

  g_ptr_array_add (words, NULL);
  g_ptr_array_add (words, (gpointer) found);
  wide = machi_query_widen (query, words);
  term = g_ptr_array_index (machi_query_get_terms (wide), 1);
  g_assert_cmpuint (term->phrases->len, ==, 2);
  g_assert_cmpstr (((MachiQueryPhrase *) g_ptr_array_index (term->phrases, 1))->tokens[0], ==, "dampfer");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/cases", test_cases);
  g_test_add_func ("/query/title", test_title);
  g_test_add_func ("/query/bounds", test_bounds);
  g_test_add_func ("/query/add-facet", test_add_facet);
  g_test_add_func ("/query/loosen", test_loosen);
  g_test_add_func ("/query/correct", test_correct);
  g_test_add_func ("/query/widen", test_widen);

  return g_test_run ();
}
