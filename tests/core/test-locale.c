/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-locale.h"
#include "machi-name.h"

#include <locale.h>
#include <string.h>

/* The reader's languages are looked up once in a process: each setting is tried in a process of its own. */
typedef struct
{
  const char *path;
  const char *language;
  const char *lang;
  const char *name_language;
  const char *name;
} Setting;

static const Setting settings[] = {
  { "english", "", "en_GB.UTF-8", "en", "Kitakyushu" },
  { "no-locale", "", "C", "en", "Kitakyushu" },
  { "c-utf8", "ja", "C.UTF-8", "ja", "北九州市" },
  { "japanese", "", "ja_JP.UTF-8", "ja", "北九州市" },
  { "first-of-several", "th:ja:en", "en_US.UTF-8", "ja", "北九州市" },
  { "english-before-japanese", "en:ja", "ja_JP.UTF-8", "en", "Kitakyushu" },
  { "region-of-a-language", "ja_JP", "en_US.UTF-8", "ja", "北九州市" },
  { "taiwan", "zh_TW", "zh_TW.UTF-8", "zh-Hant", "北九州市(繁)" },
  { "hong-kong", "", "zh_HK.UTF-8", "zh-Hant", "北九州市(繁)" },
  { "macau", "", "zh_MO.UTF-8", "zh-Hant", "北九州市(繁)" },
  { "china", "", "zh_CN.UTF-8", "zh", "北九州市(简)" },
  { "unknown", "xx", "xx_XX.UTF-8", "en", "Kitakyushu" },
};

static MachiName *
make_name (void)
{
  MachiName *name = machi_name_new ();

  machi_name_add (name, "en", "Kitakyushu");
  machi_name_add (name, "ja", "北九州市");
  machi_name_add (name, "zh", "北九州市(简)");
  machi_name_add (name, "zh-Hant", "北九州市(繁)");

  return name;
}

static void
check_setting (const Setting *setting)
{
  g_autoptr (MachiName) name = make_name ();
  const char *const *languages = machi_locale_get_languages ();
  const char *language = NULL;

  g_assert_cmpstr (machi_name_get_best (name, &language), ==, setting->name);
  g_assert_cmpstr (language, ==, setting->name_language);
  g_assert_true (g_strv_contains (languages, "en"));
  g_assert_true (languages == machi_locale_get_languages ());
}

static void
test_language (gconstpointer data)
{
  const Setting *setting = data;
  g_auto (GStrv) environment = g_get_environ ();

  if (g_test_subprocess ())
    {
      check_setting (setting);
      return;
    }

  environment = g_environ_setenv (environment, "LANGUAGE", setting->language, TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", setting->lang, TRUE);
  g_test_trap_subprocess_with_envp (NULL, (const char *const *) environment, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_name (void)
{
  g_autoptr (MachiName) name = make_name ();
  g_autoptr (MachiName) empty = machi_name_new ();
  g_autoptr (MachiName) foreign = machi_name_new ();
  const char *language = NULL;

  g_assert_cmpuint (machi_name_get_size (name), ==, 4);
  g_assert_cmpstr (machi_name_get_nth (name, 1, &language), ==, "北九州市");
  g_assert_cmpstr (language, ==, "ja");
  g_assert_cmpstr (machi_name_get (name, "zh-Hant"), ==, "北九州市(繁)");
  g_assert_null (machi_name_get (name, "zh-Hans"));

  /* Where a name is in none of the reader's languages it is still shown. */
  machi_name_add (foreign, "pau", "Oreor");
  g_assert_cmpstr (machi_name_get_best (foreign, &language), ==, "Oreor");
  g_assert_cmpstr (language, ==, "pau");
  g_assert_cmpstr (machi_name_get_best (empty, NULL), ==, "");
}

static void
test_date_parse (void)
{
  static const char *const bad[]
      = { "",          "97",         "1997-",      "1997-5",     "1997-00",      "1997-13", "0000",
          "1997-05-1", "1997-02-30", "1997-05-00", "1997/05/21", "1997-05-21T0", "abcd",    "１９９７" };
  int year, month, day;

  g_assert_true (machi_date_parse ("1997", &year, &month, &day));
  g_assert_true (year == 1997 && month == 0 && day == 0);
  g_assert_true (machi_date_parse ("1997-05", &year, &month, &day));
  g_assert_true (year == 1997 && month == 5 && day == 0);
  g_assert_true (machi_date_parse ("2000-02-29", &year, &month, &day));
  g_assert_true (year == 2000 && month == 2 && day == 29);
  g_assert_true (machi_date_parse ("1997", NULL, NULL, NULL));
  g_assert_false (machi_date_parse (NULL, &year, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (machi_date_parse (bad[i], &year, &month, &day));
      g_assert_cmpint (machi_date_get_year (bad[i]), ==, 0);
    }
  g_assert_cmpint (machi_date_get_year ("1997-05"), ==, 1997);
}

static void
assert_date (const char *date, const char *expected)
{
  g_autofree char *text = machi_locale_format_date (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_date_precision (void)
{
  assert_date ("1997", "1997");
  assert_date ("1997-05", "May 1997");
  assert_date ("1997-05-03", "3 May 1997");
  assert_date (NULL, "");
  assert_date ("some day", "some day");
}

static void
assert_years (int from, int to, const char *expected)
{
  g_autofree char *text = machi_locale_format_years (from, to);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_years (void)
{
  assert_years (1997, 2004, "1997–2004");
  assert_years (1997, 1997, "1997");
  assert_years (1997, 0, "since 1997");
  assert_years (0, 2004, "until 2004");
  assert_years (0, 0, "");
}

static void
assert_number (double value, const char *expected)
{
  g_autofree char *text = machi_locale_format_number (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbers (void)
{
  assert_number (0, "0");
  assert_number (1234567, "1,234,567");
  assert_number (-12.5, "-12.5");
  assert_number (0.1234, "0.123");
  assert_number (1e15, "1,000,000,000,000,000");
}

static void
assert_text (char *taken, const char *expected)
{
  g_autofree char *text = taken;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_quantities (void)
{
  assert_text (machi_locale_format_count ("%u entries", 1234), "1,234 entries");
  assert_text (machi_locale_format_count ("one entry", 1), "one entry");
  assert_text (machi_locale_format_count ("%u", 0), "0");
  assert_text (machi_locale_format_quantity ("1,234", "t"), "1,234 t");
  assert_text (machi_locale_format_quantity ("12", "%"), "12 %");
  assert_text (machi_locale_format_quantity ("12", "人口の{}%"), "人口の12%");
  assert_text (machi_locale_format_quantity ("12", NULL), "12");
  assert_text (machi_locale_format_quantity ("12", ""), "12");
}

static void
test_year_filter (void)
{
  assert_text (machi_locale_format_year_filter (0, 0), NULL);
  assert_text (machi_locale_format_year_filter (1997, 0), "from 1997");
  assert_text (machi_locale_format_year_filter (0, 1997), "to 1997");
  assert_text (machi_locale_format_year_filter (1997, 1997), "1997");
  assert_text (machi_locale_format_year_filter (1997, 2004), "1997–2004");
}

/* ICU and gettext speak one language, whatever LANG says; months too, though no such locale need be installed; Thai
 * years are not Buddhist ones, and digits are the same everywhere. */
typedef struct
{
  const char *language;
  const char *country;
  const char *month;
  const char *number;
} Words;

static const Words words[] = {
  { "ja", "日本", "5月", "1,234.5" },      { "vi", "Nhật Bản", "tháng 5", "1.234,5" },
  { "th", "ญี่ปุ่น", "พฤษภาคม", "1,234.5" },   { "bn", "জাপান", "মে", "1,234.5" },
  { "de", "Japan", "Mai", "1.234,5" },     { "zh_TW", "日本", "5月", "1,234.5" },
  { "xx:id", "Jepang", "Mei", "1.234,5" },
};

static void
test_words (gconstpointer data)
{
  const Words *own = data;
  g_auto (GStrv) environment = g_get_environ ();

  if (g_test_subprocess ())
    {
      g_assert_cmpstr (machi_locale_get_country_name ("JP"), ==, own->country);
      assert_text (machi_locale_format_parts ("%B", 1997, 5, 3), own->month);
      assert_text (machi_locale_format_parts ("%Y %-m %-e", 1997, 5, 3), "1997 5 3");
      assert_text (machi_locale_format_number (1234.5), own->number);
      return;
    }

  environment = g_environ_setenv (environment, "LANGUAGE", own->language, TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", "en_US.UTF-8", TRUE);
  g_test_trap_subprocess_with_envp (NULL, (const char *const *) environment, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* Each list is in an order that neither the code points nor another of these languages would give. */
typedef struct
{
  const char *language;
  const char *names[8];
} Order;

static const Order orders[] = {
  { "ja", { "Osaka", "あきた", "アジア", "いばらき", "横浜市", "川崎市", NULL } },
  { "zh_CN", { "北京", "川崎", "横滨", "上海", "武汉", "Osaka", NULL } },
  { "zh_TW", { "上海", "北京", "武漢", "高雄", "臺北", NULL } },
  { "vi", { "An Giang", "Az", "Ăn", "Ân", "Cà Mau", "Cá Mau", "Đà Nẵng", NULL } },
  { "th", { "กรุงเทพมหานคร", "เกาะสมุย", "ขอนแก่น", "เชียงใหม่", "ระยอง", NULL } },
};

static void
test_order (gconstpointer data)
{
  const Order *order = data;
  g_auto (GStrv) environment = g_get_environ ();

  if (g_test_subprocess ())
    {
      for (guint i = 0; order->names[i + 1] != NULL; i++)
        {
          g_autofree char *first = machi_locale_dup_collation_key (order->names[i]);
          g_autofree char *second = machi_locale_dup_collation_key (order->names[i + 1]);

          g_test_message ("%s, %s", order->names[i], order->names[i + 1]);
          g_assert_cmpint (machi_locale_collate (order->names[i], order->names[i + 1]), <, 0);
          g_assert_cmpint (strcmp (first, second), <, 0);
        }
      return;
    }

  environment = g_environ_setenv (environment, "LANGUAGE", order->language, TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", "en_US.UTF-8", TRUE);
  g_test_trap_subprocess_with_envp (NULL, (const char *const *) environment, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_display_names (void)
{
  g_assert_cmpstr (machi_locale_get_country_name ("VN"), ==, "Vietnam");
  g_assert_cmpstr (machi_locale_get_country_name ("JP"), ==, "Japan");
  g_assert_cmpstr (machi_locale_get_country_name ("not a code"), !=, "");
  g_assert_cmpstr (machi_locale_get_language_name ("ja"), ==, "Japanese");
  g_assert_true (machi_locale_country_exists ("VN"));
  g_assert_true (machi_locale_country_exists ("PS"));
  g_assert_false (machi_locale_country_exists ("XX"));
  g_assert_false (machi_locale_country_exists ("vn"));
  g_assert_false (machi_locale_country_exists ("VNM"));
  g_assert_false (machi_locale_country_exists (""));
}

static void
test_collate (void)
{
  g_assert_cmpint (machi_locale_collate ("Ōsaka", "Otaru"), <, 0);
  g_assert_cmpint (machi_locale_collate ("b", "A"), >, 0);
  g_assert_cmpint (machi_locale_collate ("町", "町"), ==, 0);
  g_assert_cmpint (machi_locale_collate ("", "a"), <, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *path = g_strconcat ("/locale/language/", settings[i].path, NULL);
      g_test_add_data_func (path, &settings[i], test_language);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path = g_strconcat ("/locale/words/", words[i].language, NULL);
      g_test_add_data_func (path, &words[i], test_words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *path = g_strconcat ("/locale/order/", orders[i].language, NULL);
      g_test_add_data_func (path, &orders[i], test_order);
    }
  g_test_add_func ("/locale/name", test_name);
  g_test_add_func ("/locale/date/parse", test_date_parse);
  g_test_add_func ("/locale/date/precision", test_date_precision);
  g_test_add_func ("/locale/years", test_years);
  g_test_add_func ("/locale/numbers", test_numbers);
  g_test_add_func ("/locale/quantities", test_quantities);
  g_test_add_func ("/locale/year-filter", test_year_filter);
  g_test_add_func ("/locale/display-names", test_display_names);
  g_test_add_func ("/locale/collate", test_collate);

  return g_test_run ();
}
