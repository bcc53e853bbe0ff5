/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-address.h"

#include <string.h>

static MachiAddress *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  MachiAddress *address = machi_address_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (address);

  return address;
}

static void
test_entry (void)
{
  g_autoptr (MachiAddress) address = parse ("machi:city/ho-chi-minh-city");

  g_assert_cmpint (machi_address_get_kind (address), ==, MACHI_KIND_CITY);
  g_assert_cmpstr (machi_address_get_id (address), ==, "ho-chi-minh-city");
  g_assert_null (machi_address_get_block (address));
  g_assert_null (machi_address_get_view (address));
  g_assert_null (machi_address_get_query (address));
  g_assert_null (machi_address_dup_query_value (address, "q"));
}

static void
test_block (void)
{
  g_autoptr (MachiAddress) address = parse ("machi:report/kumamoto-groundwater#results.2");
  g_autoptr (MachiAddress) empty = parse ("machi:report/kumamoto-groundwater#");

  g_assert_cmpint (machi_address_get_kind (address), ==, MACHI_KIND_REPORT);
  g_assert_cmpstr (machi_address_get_id (address), ==, "kumamoto-groundwater");
  g_assert_cmpstr (machi_address_get_block (address), ==, "results.2");
  g_assert_null (machi_address_get_block (empty));
}

static void
test_view (void)
{
  g_autoptr (MachiAddress) map = parse ("machi:map");
  g_autoptr (MachiAddress) search = parse ("machi:search?q=a%20b+%E7%94%BA&kind=city&none=");
  g_autofree char *q = machi_address_dup_query_value (search, "q");
  g_autofree char *kind = machi_address_dup_query_value (search, "kind");
  g_autofree char *none = machi_address_dup_query_value (search, "none");

  g_assert_cmpint (machi_address_get_kind (map), ==, MACHI_KIND_NONE);
  g_assert_cmpstr (machi_address_get_view (map), ==, "map");
  g_assert_null (machi_address_get_id (map));
  g_assert_null (machi_address_get_query (map));

  g_assert_cmpstr (machi_address_get_view (search), ==, "search");
  g_assert_cmpstr (q, ==, "a b 町");
  g_assert_cmpstr (kind, ==, "city");
  g_assert_cmpstr (none, ==, "");
  g_assert_null (machi_address_dup_query_value (search, "year"));
}

static void
test_broken_query (void)
{
  g_autoptr (MachiAddress) address = parse ("machi:search?q=%zz&&=&");

  g_assert_cmpstr (machi_address_get_query (address), ==, "q=%zz&&=&");
  g_assert_null (machi_address_dup_query_value (address, "q"));
}

static void
test_every_kind (void)
{
  for (guint kind = 1; kind < MACHI_N_KINDS; kind++)
    {
      g_autofree char *text = g_strconcat ("machi:", machi_kind_get_id (kind), "/x", NULL);
      g_autoptr (MachiAddress) address = parse (text);

      g_assert_cmpint (machi_address_get_kind (address), ==, kind);
      g_assert_cmpint (machi_kind_from_id (machi_kind_get_id (kind)), ==, kind);
      g_assert_cmpstr (machi_kind_get_label (kind), !=, "");
      g_assert_cmpstr (machi_kind_get_plural (kind), !=, "");
      g_assert_cmpstr (machi_kind_get_list_key (kind), !=, "");
      g_assert_cmpstr (machi_kind_get_icon_name (kind), !=, "");
    }
  g_assert_cmpint (machi_kind_from_id (""), ==, MACHI_KIND_NONE);
  g_assert_cmpint (machi_kind_from_id (NULL), ==, MACHI_KIND_NONE);
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    MachiAddressError code;
  } bad[] = {
    { "", MACHI_ADDRESS_ERROR_SCHEME },
    { "city/kyoto", MACHI_ADDRESS_ERROR_SCHEME },
    { "https://example.org/", MACHI_ADDRESS_ERROR_SCHEME },
    { "Machi:city/kyoto", MACHI_ADDRESS_ERROR_SCHEME },
    { "machi:city/\xff", MACHI_ADDRESS_ERROR_SCHEME },
    { "machi:", MACHI_ADDRESS_ERROR_KIND },
    { "machi:nowhere", MACHI_ADDRESS_ERROR_KIND },
    { "machi:village/kyoto", MACHI_ADDRESS_ERROR_KIND },
    { "machi:/kyoto", MACHI_ADDRESS_ERROR_KIND },
    { "machi:#x", MACHI_ADDRESS_ERROR_KIND },
    { "machi://city/kyoto", MACHI_ADDRESS_ERROR_KIND },
    { "machi:city/", MACHI_ADDRESS_ERROR_ID },
    { "machi:city/Kyoto", MACHI_ADDRESS_ERROR_ID },
    { "machi:city/kyoto/ward", MACHI_ADDRESS_ERROR_ID },
    { "machi:city/../network/iclei", MACHI_ADDRESS_ERROR_ID },
    { "machi:city/-kyoto", MACHI_ADDRESS_ERROR_ID },
    { "machi:city/kyoto-", MACHI_ADDRESS_ERROR_ID },
    { "machi:city/ky--oto", MACHI_ADDRESS_ERROR_ID },
    { "machi:city/ky oto", MACHI_ADDRESS_ERROR_ID },
    { "machi:city/京都", MACHI_ADDRESS_ERROR_ID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_strescape (bad[i].text, NULL);

      g_test_message ("%u: %s", i, shown);
      g_assert_null (machi_address_parse (bad[i].text, &error));
      g_assert_error (error, MACHI_ADDRESS_ERROR, (int) bad[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_id_length (void)
{
  g_autofree char *longest = g_strnfill (100, 'a');
  g_autofree char *longer = g_strnfill (101, 'a');

  g_assert_true (machi_id_is_valid (longest));
  g_assert_false (machi_id_is_valid (longer));
  g_assert_true (machi_id_is_valid ("21-c40"));
  g_assert_false (machi_id_is_valid (NULL));
}

static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "machi:city/kyoto",
    "machi:report/kumamoto-groundwater#results",
    "machi:overview",
    "machi:map",
    "machi:search?q=a%26b",
    "machi:cities?country=VN&topic=waste",
    "machi:topic/waste",
    "machi:city/kyoto?q=a",
    "machi:report/kumamoto-groundwater?q=a%23b#results",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MachiAddress) address = parse (texts[i]);
      g_autofree char *text = machi_address_to_string (address);
      g_autoptr (MachiAddress) again = parse (text);

      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_true (machi_address_equal (address, again));
    }
}

static void
test_equal (void)
{
  static const char *const texts[]
      = { "machi:city/kyoto", "machi:city/osaka", "machi:report/kyoto", "machi:city/kyoto#a",
          "machi:map",        "machi:timeline",   "machi:map?x=1",      "machi:city/kyoto?q=a" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (MachiAddress) a = parse (texts[i]);
        g_autoptr (MachiAddress) b = parse (texts[j]);

        g_assert_true (machi_address_equal (a, b) == (i == j));
      }
}

static void
test_made (void)
{
  g_autoptr (MachiAddress) entry = machi_address_new_entry (MACHI_KIND_TERM, "jcm", "x");
  g_autoptr (MachiAddress) view = machi_address_new_view ("search", "q=%23");
  g_autoptr (MachiAddress) copy = machi_address_ref (entry);
  g_autofree char *entry_text = machi_address_to_string (entry);
  g_autofree char *view_text = machi_address_to_string (view);
  g_autofree char *q = machi_address_dup_query_value (view, "q");

  g_assert_cmpstr (entry_text, ==, "machi:term/jcm#x");
  g_assert_cmpstr (view_text, ==, "machi:search?q=%23");
  g_assert_cmpstr (q, ==, "#");
  g_assert_true (copy == entry);
}

/* What was searched for goes with the address, whatever it is. */
static void
test_found (void)
{
  g_autoptr (MachiAddress) found = machi_address_new_found (MACHI_KIND_REPORT, "x", "results", "\"a #b\" & 町?");
  g_autoptr (MachiAddress) nothing = machi_address_new_found (MACHI_KIND_REPORT, "x", NULL, "");
  g_autofree char *text = machi_address_to_string (found);
  g_autoptr (MachiAddress) again = parse (text);
  g_autofree char *words = machi_address_dup_query_value (again, "q");

  g_assert_true (machi_address_equal (found, again));
  g_assert_cmpstr (machi_address_get_block (again), ==, "results");
  g_assert_cmpstr (words, ==, "\"a #b\" & 町?");
  g_assert_null (machi_address_get_query (nothing));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/entry", test_entry);
  g_test_add_func ("/address/block", test_block);
  g_test_add_func ("/address/view", test_view);
  g_test_add_func ("/address/broken-query", test_broken_query);
  g_test_add_func ("/address/every-kind", test_every_kind);
  g_test_add_func ("/address/bad", test_bad);
  g_test_add_func ("/address/id-length", test_id_length);
  g_test_add_func ("/address/round-trip", test_round_trip);
  g_test_add_func ("/address/equal", test_equal);
  g_test_add_func ("/address/made", test_made);
  g_test_add_func ("/address/found", test_found);

  return g_test_run ();
}
