/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-tokenizer.h"

#include <string.h>
#include <unicode/ubrk.h>

typedef struct
{
  const char *text;
  const char *document;
  const char *query;
} TokenCase;

/* A token behind "+" stands where the one before it stands. */
static const TokenCase cases[] = {
  { "", "", "" },
  { " — … ", "", "" },
  { "Eco-Town, Kyoto's CO₂ (C40)", "eco town kyoto s co2 c40", "eco town kyoto s co2 c40" },
  { "Thành phố Hải Phòng", "thanh pho hai phong", "thanh pho hai phong" },
  { "水", "水", "水" },
  { "環境都市", "環境 境都 都市 +市", "環境 境都 都市" },
  { "東京tower2050年", "東京 +京 tower2050 年", "東京 tower2050 年" },
  { "ハイフォン市", "はい いふ ふぉ ぉん ん市 +市", "はい いふ ふぉ ぉん ん市" },
  { "ﾊﾞﾝｸﾞ", "ばん んぐ +ぐ", "ばん んぐ" },
  { "กรุงเทพ", "กรุ รุง งเ เท ทพ +พ", "กรุ รุง งเ เท ทพ" },
  { "ปี ๒๕๖๗", "ปี 2567", "ปี 2567" },
  { "น้ำ", "น้ํา", "น้ํา" },
  { "ភ្នំពេញ", "ភ្នំ នំពេ ពេញ +ញ", "ភ្នំ នំពេ ពេញ" },
  { "ភ្នំ\xe2\x80\x8bពេញ", "ភ្នំ នំពេ ពេញ +ញ", "ភ្នំ នំពេ ពេញ" },
  { "ວຽງຈັນ", "ວຽ ຽງ ງຈັ ຈັນ +ນ", "ວຽ ຽງ ງຈັ ຈັນ" },
  { "မန္တလေး", "မန္ န္တ တလေး +လေး", "မန္ န္တ တလေး" },
  { "서울특별시 환경", "서울특별시 환경", "서울특별시 환경" },
  { "রাজশাহী दिल्ली", "রাজশাহী दिल्ली", "রাজশাহী दिल्ली" },
  { "Улаанбаатар القاهرة", "улаанбаатар القاهره", "улаанбаатар القاهره" },
  { "a\x1e"
    "b",
    "a \x1e b", "a b" },
  { "a\xff\xfe"
    "b\xc3",
    "a b", "a b" },
};

static gboolean
describe (const MachiToken *token, gpointer data)
{
  GString *out = data;

  g_assert_cmpuint (token->length, ==, strlen (token->text));
  g_assert_cmpuint (token->start, <, token->middle);
  g_assert_cmpuint (token->middle, <=, token->end);
  g_string_append_printf (out, "%s%s%s", out->len > 0 ? " " : "", token->flags & MACHI_TOKEN_COLOCATED ? "+" : "",
                          token->text);

  return TRUE;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint mode = MACHI_TOKENIZE_DOCUMENT; mode <= MACHI_TOKENIZE_QUERY; mode++)
      {
        g_autoptr (GString) out = g_string_new (NULL);

        g_assert_true (machi_tokenize (cases[i].text, strlen (cases[i].text), mode, describe, out));
        g_assert_cmpstr (out->str, ==, mode == MACHI_TOKENIZE_QUERY ? cases[i].query : cases[i].document);
      }
}

/* A token asked for again must stay what it is. */
static gboolean
check_again (const MachiToken *token, gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) again = g_string_new (NULL);

  if (*token->text == '\x1e')
    return TRUE;
  machi_tokenize (token->text, token->length, MACHI_TOKENIZE_QUERY, describe, again);
  g_assert_cmpstr (again->str, ==, token->text);

  return TRUE;
}

static void
test_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    machi_tokenize (cases[i].text, strlen (cases[i].text), MACHI_TOKENIZE_DOCUMENT, check_again, NULL);
}

typedef struct
{
  const char *text;
  GString *seen;
} Slices;

static gboolean
take_slice (const MachiToken *token, gpointer data)
{
  Slices *slices = data;

  g_string_append_printf (slices->seen, "[%.*s|%.*s]", (int) (token->middle - token->start),
                          slices->text + token->start, (int) (token->end - token->middle),
                          slices->text + token->middle);

  return TRUE;
}

static void
test_offsets (void)
{
  const char *text = "Straße: ﾊﾞﾝｺｸ กรุงฯ";
  g_autoptr (GString) seen = g_string_new (NULL);
  Slices slices = { text, seen };

  machi_tokenize (text, strlen (text), MACHI_TOKENIZE_DOCUMENT, take_slice, &slices);
  g_assert_cmpstr (seen->str, ==, "[Straße|][ﾊﾞ|ﾝ][ﾝ|ｺ][ｺ|ｸ][ｸ|][ก|รุ][รุ|ง][ง|ฯ][ฯ|]");
}

/* Clusters are Unicode's, but never part a mark from its letter, as Unicode does in Burmese. */
static void
test_clusters (void)
{
  static const char *const texts[] = {
    "กรุงเทพมหานครอมรรัตนโกสินทร์น้ำ",
    "ນະຄອນຫຼວງວຽງຈັນນ້ຳ",
    "環境モデル都市ﾊﾞﾝ",
#if U_ICU_VERSION_MAJOR_NUM < 78 /* From Unicode 17 on a Khmer letter below another is of the same cluster; not here.  \
                                  */
    "ក្រុងព្រះសីហនុ",
#endif
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      gsize length = strlen (texts[i]);
      UText *utext = utext_openUTF8 (NULL, texts[i], (int64_t) length, &status);
      UBreakIterator *characters = ubrk_open (UBRK_CHARACTER, "", NULL, 0, &status);

      ubrk_setUText (characters, utext, &status);
      g_assert_true (U_SUCCESS (status));
      for (gsize start = 0; start < length; start = machi_tokenizer_next_cluster (texts[i], length, start))
        g_assert_cmpint (ubrk_isBoundary (characters, (int32_t) start), !=, 0);
      ubrk_close (characters);
      utext_close (utext);
    }
}

static void
test_long_word (void)
{
  g_autofree char *text = g_strnfill (100000, 'a');
  g_autoptr (GString) out = g_string_new (NULL);

  machi_tokenize (text, 100000, MACHI_TOKENIZE_DOCUMENT, describe, out);
  g_assert_cmpuint (out->len, >, 50);
  g_assert_cmpuint (out->len, <, 200);
}

static int
count_matches (sqlite3 *database, const char *match)
{
  sqlite3_stmt *statement = NULL;
  int count;

  g_assert_cmpint (sqlite3_prepare_v2 (database, "SELECT count(*) FROM t WHERE t MATCH ?", -1, &statement, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  count = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);

  return count;
}

static void
test_fts5 (void)
{
  sqlite3 *database = NULL;
  g_autoptr (GError) error = NULL;

  sqlite3_open (":memory:", &database);
  g_assert_true (machi_tokenizer_register (database, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_exec (database,
                                 "CREATE VIRTUAL TABLE t USING fts5(x, tokenize='machi', prefix='1 2 3');"
                                 "INSERT INTO t VALUES ('国の環境モデル都市と水'), ('Straße in Łódź'), ('雨水');"
                                 "INSERT INTO t VALUES ('one\x1etwo three')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);

  g_assert_cmpint (count_matches (database, "\"環境\""), ==, 1);
  g_assert_cmpint (count_matches (database, "\"環境都市\""), ==, 0);
  g_assert_cmpint (count_matches (database, "\"モデル都市\""), ==, 1);
  g_assert_cmpint (count_matches (database, "\"水\" *"), ==, 2);
  g_assert_cmpint (count_matches (database, "\"strasse\""), ==, 1);
  g_assert_cmpint (count_matches (database, "\"lodz\""), ==, 1);
  g_assert_cmpint (count_matches (database, "\"two three\""), ==, 1);
  g_assert_cmpint (count_matches (database, "\"one two\""), ==, 0);
  sqlite3_close (database);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tokenizer/cases", test_cases);
  g_test_add_func ("/tokenizer/again", test_again);
  g_test_add_func ("/tokenizer/offsets", test_offsets);
  g_test_add_func ("/tokenizer/clusters", test_clusters);
  g_test_add_func ("/tokenizer/long-word", test_long_word);
  g_test_add_func ("/tokenizer/fts5", test_fts5);

  return g_test_run ();
}
