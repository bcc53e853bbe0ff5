/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog-fixture.h"
#include "machi-comparison.h"

static MachiComparisonRow *
find_row (MachiComparison *comparison, const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (MachiComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      if (g_strcmp0 (machi_comparison_row_get_title (row), title) == 0)
        return row;
    }

  return NULL;
}

static void
assert_cell (MachiComparisonRow *row, guint cell, const char *wanted)
{
  GPtrArray *values = machi_comparison_row_get_cell (row, cell);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", ((MachiComparisonValue *) values->pdata[i])->text);
  g_assert_cmpstr (text->str, ==, wanted);
}

static void
append_fact (MachiEntry *entry, const char *property, double value, const char *unit, const char *date)
{
  MachiStatementFields fields
      = { .topic = property, .value = value, .unit = unit, .date = date, .flags = MACHI_STATEMENT_HAS_VALUE };
  g_autoptr (MachiStatement) fact = machi_statement_new (&fields);

  machi_entry_append (entry, MACHI_LIST_FACTS, fact);
}

static void
relate (MachiEntry *entry, MachiRole role, MachiEntry *target, const char *date)
{
  MachiStatementFields fields = { .date = date };
  g_autoptr (MachiStatement) statement = date != NULL ? machi_statement_new (&fields) : NULL;
  g_autoptr (MachiRelation) relation = machi_relation_new (role, target, statement);

  machi_entry_append (entry, MACHI_LIST_RELATIONS, relation);
}

static void
append_series (MachiEntry *entry, const char *title, double year, double value)
{
  g_autoptr (MachiSeries) series = machi_series_new ("ghg", title, "tCO2", MACHI_CHART_BAR);

  machi_series_add_point (series, year - 1, value * 2);
  machi_series_add_point (series, year, value);
  machi_entry_append (entry, MACHI_LIST_SERIES, series);
}

static void
test_example (void)
{
  g_autoptr (MachiEntry) first = catalog_fixture_new (MACHI_KIND_CITY, "first");
  g_autoptr (MachiEntry) second = catalog_fixture_new (MACHI_KIND_CITY, "second");
  g_autoptr (MachiEntry) network = catalog_fixture_new (MACHI_KIND_NETWORK, "network");
  g_autoptr (MachiEntry) other_network = catalog_fixture_new (MACHI_KIND_NETWORK, "other network");
  g_autoptr (MachiEntry) project = catalog_fixture_new (MACHI_KIND_PROJECT, "project");
  g_autoptr (MachiEntry) topic = catalog_fixture_new (MACHI_KIND_TOPIC, "waste");
  g_autoptr (MachiComparison) comparison = NULL;
  MachiEntry *cities[] = { first, second };

  append_fact (first, "population", 900000, "people", "2015");
  append_fact (first, "population", 939029, "people", "2020");
  append_fact (second, "population", 939029, "people", "2020");
  append_fact (first, "area", 100, "km²", NULL);
  append_fact (second, "area", 100, "km²", NULL);
  append_series (second, "Emissions", 2004, 21750000);
  machi_entry_append (project, MACHI_LIST_TOPICS, topic);
  relate (first, MACHI_ROLE_PROJECT, project, NULL);
  relate (first, MACHI_ROLE_NETWORK, network, "2009");
  relate (second, MACHI_ROLE_NETWORK, network, NULL);
  relate (second, MACHI_ROLE_NETWORK, other_network, NULL);
  comparison = machi_comparison_new (cities, 2);

  g_assert_cmpuint (machi_comparison_get_n_entries (comparison), ==, 2);
  assert_cell (find_row (comparison, "Population"), 0, "939,029 people (2020)|900,000 people (2015)");
  g_assert_true (machi_comparison_row_get_differs (find_row (comparison, "Population")));
  g_assert_false (machi_comparison_row_get_differs (find_row (comparison, "Area")));
  assert_cell (find_row (comparison, "Emissions"), 0, "");
  assert_cell (find_row (comparison, "Emissions"), 1, "21,750,000 tCO2 (2004)");
  assert_cell (find_row (comparison, "network"), 0, "2009");
  assert_cell (find_row (comparison, "network"), 1, "Member");
  assert_cell (find_row (comparison, "other network"), 0, "");
  assert_cell (find_row (comparison, "All projects"), 0, "1");
  assert_cell (find_row (comparison, "waste"), 0, "1");
  assert_cell (find_row (comparison, "waste"), 1, "0");
  /* What is known of neither has no row. */
  g_assert_null (find_row (comparison, "Reports"));
  g_assert_null (find_row (comparison, "Country"));
}

static void
test_differs (void)
{
  g_autoptr (MachiComparisonRow) row = machi_comparison_row_new ("section", "title", 3);

  g_assert_true (machi_comparison_row_is_empty (row));
  g_assert_false (machi_comparison_row_get_differs (row));
  for (guint i = 0; i < 3; i++)
    {
      machi_comparison_row_add (row, i, i == 1 ? "b" : "a");
      machi_comparison_row_add (row, i, i == 1 ? "a" : "b");
    }
  g_assert_false (machi_comparison_row_get_differs (row));
  machi_comparison_row_add (row, 2, "c");
  g_assert_true (machi_comparison_row_get_differs (row));
}

/* Over the built-in pack a comparison says what a plain query of the model says. */
static void
test_built_in (void)
{
  g_autoptr (MachiCatalog) catalog = catalog_fixture_load ();
  MachiEntry *cities[] = { machi_catalog_lookup (catalog, MACHI_KIND_CITY, "kitakyushu"),
                           machi_catalog_lookup (catalog, MACHI_KIND_CITY, "osaka") };
  g_autoptr (MachiComparison) comparison = machi_comparison_new (cities, 2);
  MachiComparisonRow *projects = find_row (comparison, "All projects");
  MachiComparisonRow *partners = find_row (comparison, "Partners");
  MachiComparisonRow *reports = find_row (comparison, "Reports");
  const char *section = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", machi_entry_count_relations (cities[i], MACHI_ROLE_PROJECT));

      g_assert_cmpuint (machi_comparison_row_get_cell (partners, i)->len, ==,
                        machi_entry_count_relations (cities[i], MACHI_ROLE_COOPERATION));
      g_assert_cmpuint (machi_comparison_row_get_cell (reports, i)->len, ==,
                        machi_entry_count_relations (cities[i], MACHI_ROLE_REPORT));
      assert_cell (projects, i, count);
    }

  /* Rows of one section stand together. */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (MachiComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      g_assert_false (machi_comparison_row_is_empty (row));
      if (g_strcmp0 (section, machi_comparison_row_get_section (row)) == 0)
        continue;
      section = machi_comparison_row_get_section (row);
      for (guint j = 0; j < i; j++)
        {
          g_autoptr (MachiComparisonRow) before = g_list_model_get_item (G_LIST_MODEL (comparison), j);
          g_assert_cmpstr (machi_comparison_row_get_section (before), !=, section);
        }
    }
}

static void
test_networks (void)
{
  g_autoptr (MachiCatalog) catalog = catalog_fixture_load ();
  MachiEntry *networks[] = { machi_catalog_lookup (catalog, MACHI_KIND_NETWORK, "iclei"),
                             machi_catalog_lookup (catalog, MACHI_KIND_NETWORK, "citynet"),
                             machi_catalog_lookup (catalog, MACHI_KIND_NETWORK, "c40") };
  g_autoptr (MachiComparison) comparison = machi_comparison_new (networks, 3);
  guint n_common = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (MachiComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);
      g_autofree char *address = machi_comparison_row_dup_address (row);
      MachiEntry *city;
      guint n_have = 0;

      if (address == NULL)
        continue;
      city = machi_catalog_lookup (catalog, MACHI_KIND_CITY, strchr (address, '/') + 1);
      for (guint j = 0; j < 3; j++)
        {
          gboolean has = machi_entry_has_relation (networks[j], MACHI_ROLE_MEMBER, city);

          g_assert_cmpint (machi_comparison_row_get_cell (row, j)->len > 0, ==, has);
          n_have += has;
        }
      g_assert_cmpuint (n_have, >=, 2);
      n_common++;
    }
  g_assert_cmpuint (n_common, >, 2);
  g_assert_nonnull (find_row (comparison, "Founded"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/example", test_example);
  g_test_add_func ("/comparison/differs", test_differs);
  g_test_add_func ("/comparison/built-in", test_built_in);
  g_test_add_func ("/comparison/networks", test_networks);

  return g_test_run ();
}
