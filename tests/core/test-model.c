/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-property.h"
#include "machi-section.h"

#include <locale.h>
#include <math.h>

static MachiSource *
make_source (const char *id)
{
  return machi_source_new (&(MachiSourceFields) { .id = id, .title = id });
}

static MachiEntry *
make_entry (MachiKind kind, const char *id, const char *english)
{
  g_autoptr (MachiName) name = machi_name_new ();

  machi_name_add (name, "en", english);

  return machi_entry_new (kind, id, name);
}

static GPtrArray *
make_sources (MachiSource *first, MachiSource *second)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sources, g_object_ref (first));
  if (second != NULL)
    g_ptr_array_add (sources, g_object_ref (second));

  return sources;
}

static void
add_statement (
    MachiEntry *entry, MachiEntryList list, const char *topic, const char *text, const char *date, GPtrArray *sources)
{
  g_autoptr (MachiStatement) statement = machi_statement_new (
      &(MachiStatementFields) { .topic = topic, .text = text, .date = date, .sources = sources });

  machi_entry_append (entry, list, statement);
}

static void
relate (MachiEntry *entry, MachiRole role, MachiEntry *target, MachiStatement *statement)
{
  g_autoptr (MachiRelation) relation = machi_relation_new (role, target, statement);

  machi_entry_append (entry, MACHI_LIST_RELATIONS, relation);
}

static MachiSection *
get_section (GListModel *sections, guint position, const char *id, guint n_items)
{
  g_autoptr (MachiSection) section = g_list_model_get_item (sections, position);

  g_assert_nonnull (section);
  g_assert_cmpstr (machi_section_get_id (section), ==, id);
  g_assert_cmpuint (g_list_model_get_n_items (machi_section_get_items (section)), ==, n_items);
  g_assert_nonnull (machi_section_get_title (section));

  return section;
}

static void
assert_text (MachiSection *section, guint position, const char *text)
{
  g_autoptr (MachiStatement) statement = g_list_model_get_item (machi_section_get_items (section), position);

  g_assert_cmpstr (machi_statement_get_text (statement), ==, text);
}

static void
assert_target (MachiSection *section, guint position, const char *name)
{
  g_autoptr (MachiRelation) relation = g_list_model_get_item (machi_section_get_items (section), position);

  g_assert_cmpstr (machi_relation_get_name (relation), ==, name);
}

static void
test_empty_page (void)
{
  g_autoptr (MachiEntry) entry = make_entry (MACHI_KIND_TERM, "jcm", "JCM");
  g_autoptr (MachiCitations) citations = machi_citations_new ();
  g_autoptr (GListModel) sections = machi_sections_new (entry, citations);

  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, 0);
}

/* Sections stand in one order whatever the order of the pack, and none is empty. */
static void
test_sections (void)
{
  g_autoptr (MachiEntry) entry = make_entry (MACHI_KIND_NETWORK, "n", "N");
  g_autoptr (MachiCitations) citations = machi_citations_new ();
  g_autoptr (GListModel) sections = NULL;
  MachiSection *section;

  add_statement (entry, MACHI_LIST_MILESTONES, NULL, "later", "2012-10", NULL);
  add_statement (entry, MACHI_LIST_MILESTONES, NULL, "earlier", "2012", NULL);
  add_statement (entry, MACHI_LIST_STATEMENTS, "disagreement", "d", NULL, NULL);
  add_statement (entry, MACHI_LIST_STATEMENTS, "purpose", "p1", NULL, NULL);
  add_statement (entry, MACHI_LIST_STATEMENTS, "background", "b", NULL, NULL);
  add_statement (entry, MACHI_LIST_STATEMENTS, "purpose", "p2", NULL, NULL);
  add_statement (entry, MACHI_LIST_FACTS, "members", "m1", NULL, NULL);
  add_statement (entry, MACHI_LIST_FACTS, "founded", "f", NULL, NULL);
  add_statement (entry, MACHI_LIST_FACTS, "members", "m2", NULL, NULL);

  sections = machi_sections_new (entry, citations);
  g_assert_cmpuint (g_list_model_get_n_items (sections), ==, 5);
  section = get_section (sections, 0, "facts", 3);
  g_assert_cmpint (machi_section_get_style (section), ==, MACHI_SECTION_FACTS);
  assert_text (section, 0, "f");
  assert_text (section, 1, "m1");
  assert_text (section, 2, "m2");
  assert_text (get_section (sections, 1, "background", 1), 0, "b");
  section = get_section (sections, 2, "purpose", 2);
  assert_text (section, 0, "p1");
  assert_text (section, 1, "p2");
  assert_text (get_section (sections, 3, "disagreement", 1), 0, "d");
  section = get_section (sections, 4, "milestones", 2);
  g_assert_cmpint (machi_section_get_style (section), ==, MACHI_SECTION_DATED);
  assert_text (section, 0, "earlier");
  assert_text (section, 1, "later");
}

/* The numbers of sources ascend down the page, and a source has one number. */
static void
test_citations_of_page (void)
{
  g_autoptr (MachiEntry) entry = make_entry (MACHI_KIND_CITY, "c", "C");
  g_autoptr (MachiSource) a = make_source ("a");
  g_autoptr (MachiSource) b = make_source ("b");
  g_autoptr (MachiSource) c = make_source ("c");
  g_autoptr (MachiSource) d = make_source ("d");
  g_autoptr (GPtrArray) of_entry = make_sources (d, a);
  g_autoptr (GPtrArray) of_fact = make_sources (b, NULL);
  g_autoptr (GPtrArray) of_statement = make_sources (c, b);
  g_autoptr (MachiCitations) citations = machi_citations_new ();
  g_autoptr (GListModel) sections = NULL;

  machi_entry_set_sources (entry, of_entry);
  add_statement (entry, MACHI_LIST_STATEMENTS, "purpose", "p", NULL, of_statement);
  add_statement (entry, MACHI_LIST_FACTS, "founded", "f", NULL, of_fact);
  sections = machi_sections_new (entry, citations);

  g_assert_cmpuint (machi_citations_get_number (citations, b), ==, 1);
  g_assert_cmpuint (machi_citations_get_number (citations, c), ==, 2);
  g_assert_cmpuint (machi_citations_get_number (citations, d), ==, 3);
  g_assert_cmpuint (machi_citations_get_number (citations, a), ==, 4);
  g_assert_true (machi_section_get_items (get_section (sections, 2, "sources", 4)) == G_LIST_MODEL (citations));
}

static void
count_cb (GListModel *model G_GNUC_UNUSED, guint position, guint removed, guint added, gpointer data)
{
  guint *n_added = data;

  g_assert_cmpuint (position, ==, *n_added);
  g_assert_cmpuint (removed, ==, 0);
  *n_added += added;
}

static void
test_citations (void)
{
  g_autoptr (MachiCitations) citations = machi_citations_new ();
  g_autoptr (MachiSource) a = make_source ("a");
  g_autoptr (MachiSource) b = make_source ("b");
  g_autoptr (MachiCitation) second = NULL;
  guint n_added = 0;

  g_signal_connect (citations, "items-changed", G_CALLBACK (count_cb), &n_added);
  g_assert_cmpuint (machi_citations_add (citations, b), ==, 1);
  g_assert_cmpuint (machi_citations_add (citations, a), ==, 2);
  g_assert_cmpuint (machi_citations_add (citations, b), ==, 1);
  g_assert_cmpuint (n_added, ==, 2);

  second = g_list_model_get_item (G_LIST_MODEL (citations), 1);
  g_assert_true (machi_citations_get_nth (citations, 2) == second);
  g_assert_true (machi_citation_get_source (second) == a);
  g_assert_cmpuint (machi_citation_get_number (second), ==, 2);
  g_assert_null (machi_citations_get_nth (citations, 0));
  g_assert_null (machi_citations_get_nth (citations, 3));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (citations), 2));
}

/* Both sides show a relation, with what is said of it. */
static void
test_relations (void)
{
  g_autoptr (MachiEntry) network = make_entry (MACHI_KIND_NETWORK, "n", "Network");
  g_autoptr (MachiEntry) osaka = make_entry (MACHI_KIND_CITY, "osaka", "Osaka");
  g_autoptr (MachiEntry) kyoto = make_entry (MACHI_KIND_CITY, "kyoto", "Kyoto");
  g_autoptr (MachiSource) source = make_source ("a");
  g_autoptr (GPtrArray) sources = make_sources (source, NULL);
  g_autoptr (MachiStatement) since
      = machi_statement_new (&(MachiStatementFields) { .date = "2005", .until = "2011", .sources = sources });
  g_autoptr (MachiRelation) outside = machi_relation_new_outside (MACHI_ROLE_MEMBER, "Atlantis", "GR", NULL);
  g_autoptr (MachiCitations) of_network = machi_citations_new ();
  g_autoptr (MachiCitations) of_city = machi_citations_new ();
  g_autoptr (GListModel) network_page = NULL;
  g_autoptr (GListModel) city_page = NULL;
  MachiSection *section;

  relate (network, MACHI_ROLE_MEMBER, osaka, since);
  relate (osaka, MACHI_ROLE_NETWORK, network, since);
  relate (network, MACHI_ROLE_MEMBER, kyoto, NULL);
  machi_entry_append (network, MACHI_LIST_RELATIONS, outside);

  network_page = machi_sections_new (network, of_network);
  section = get_section (network_page, 0, "role-4", 3);
  g_assert_cmpint (machi_section_get_style (section), ==, MACHI_SECTION_RELATIONS);
  assert_target (section, 0, "Atlantis");
  assert_target (section, 1, "Kyoto");
  assert_target (section, 2, "Osaka");
  city_page = machi_sections_new (osaka, of_city);
  assert_target (get_section (city_page, 0, "role-5", 1), 0, "Network");
  g_assert_cmpuint (machi_citations_get_number (of_network, source), ==, 1);
  g_assert_cmpuint (machi_citations_get_number (of_city, source), ==, 1);

  g_assert_true (machi_entry_has_relation (osaka, MACHI_ROLE_NETWORK, network));
  g_assert_false (machi_entry_has_relation (osaka, MACHI_ROLE_MEMBER, network));
  g_assert_cmpuint (machi_entry_count_relations (network, MACHI_ROLE_MEMBER), ==, 3);
  g_assert_cmpstr (machi_relation_get_country (outside), ==, "GR");
}

/* Entries do not keep each other alive, and a relation outlives its target. */
static void
test_relation_lifetime (void)
{
  MachiEntry *city = make_entry (MACHI_KIND_CITY, "c", "C");
  MachiEntry *network = make_entry (MACHI_KIND_NETWORK, "n", "N");
  g_autoptr (MachiRelation) relation = NULL;

  relate (city, MACHI_ROLE_NETWORK, network, NULL);
  relate (network, MACHI_ROLE_MEMBER, city, NULL);
  relation = g_list_model_get_item (machi_entry_get_relations (city), 0);
  g_assert_finalize_object (network);
  g_assert_null (machi_relation_get_target (relation));
  g_assert_null (machi_relation_get_name (relation));
  g_assert_finalize_object (city);
}

/* Projects and documents stand with the newest first, all else by name. */
static void
test_relation_order (void)
{
  static const struct
  {
    const char *name;
    int from, to;
  } projects[] = { { "B", 2013, 2015 }, { "C", 0, 0 }, { "A", 2013, 2015 }, { "D", 2018, 0 } };
  static const char *const order[] = { "D", "A", "B", "C" };
  g_autoptr (MachiEntry) city = make_entry (MACHI_KIND_CITY, "c", "City");
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MachiCitations) citations = machi_citations_new ();
  g_autoptr (GListModel) sections = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    {
      MachiEntry *project = make_entry (MACHI_KIND_PROJECT, "p", projects[i].name);

      g_ptr_array_add (entries, project);
      machi_entry_set_period (project, projects[i].from, projects[i].to);
      relate (city, MACHI_ROLE_PROJECT, project, NULL);
    }

  sections = machi_sections_new (city, citations);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (MachiSection) section = g_list_model_get_item (sections, 0);
      assert_target (section, i, order[i]);
    }
}

static void
test_series (void)
{
  g_autoptr (MachiSeries) series = machi_series_new ("members", "Members", "cities", MACHI_CHART_BAR);
  g_autoptr (MachiSource) source = make_source ("a");
  g_autoptr (GPtrArray) sources = make_sources (source, NULL);
  const MachiPoint *points;
  const double *breaks;
  guint n;

  machi_series_add_point (series, 1990, 200);
  machi_series_add_point (series, 1995, NAN);
  machi_series_add_point (series, 2009, 1227);
  machi_series_add_break (series, 1995);
  machi_series_set_note (series, "Note.");
  machi_series_set_sources (series, sources);

  points = machi_series_get_points (series, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat (points[0].x, ==, 1990);
  g_assert_true (isnan (points[1].y));
  g_assert_cmpfloat (points[2].y, ==, 1227);
  breaks = machi_series_get_breaks (series, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (breaks[0], ==, 1995);
  g_assert_cmpstr (machi_series_get_id (series), ==, "members");
  g_assert_cmpstr (machi_series_get_title (series), ==, "Members");
  g_assert_cmpstr (machi_series_get_unit (series), ==, "cities");
  g_assert_cmpstr (machi_series_get_note (series), ==, "Note.");
  g_assert_cmpint (machi_series_get_chart (series), ==, MACHI_CHART_BAR);
  g_assert_true (machi_series_get_sources (series) == sources);
  g_assert_false (machi_series_get_unverified (series));
}

static void
test_entry (void)
{
  static const char *const unverified[] = { "coordinates", NULL };
  static const char *const all[] = { "*", NULL };
  static const char *const one[] = { "JP", NULL };
  static const char *const two[] = { "JP", "VN", NULL };
  g_autoptr (MachiEntry) entry = make_entry (MACHI_KIND_CITY, "kyoto", "Kyoto");
  g_autofree char *address = machi_entry_dup_address (entry);
  double latitude, longitude;

  g_assert_cmpstr (address, ==, "machi:city/kyoto");
  g_assert_cmpstr (machi_entry_get_name (entry), ==, "Kyoto");
  g_assert_cmpstr (machi_entry_get_short_name (entry), ==, "Kyoto");
  machi_entry_set_text (entry, MACHI_TEXT_SHORT, "KYT");
  g_assert_cmpstr (machi_entry_get_short_name (entry), ==, "KYT");

  g_assert_false (machi_entry_get_coordinates (entry, NULL, NULL));
  machi_entry_set_coordinates (entry, 35, 135.75);
  g_assert_true (machi_entry_get_coordinates (entry, &latitude, &longitude));
  g_assert_true (latitude == 35 && longitude == 135.75);

  g_assert_null (machi_entry_get_country (entry));
  machi_entry_take_countries (entry, g_strdupv ((char **) one));
  g_assert_cmpstr (machi_entry_get_country (entry), ==, "JP");
  machi_entry_take_countries (entry, g_strdupv ((char **) two));
  g_assert_null (machi_entry_get_country (entry));

  g_assert_false (machi_entry_is_unverified (entry, "name"));
  machi_entry_take_unverified (entry, g_strdupv ((char **) unverified));
  g_assert_true (machi_entry_is_unverified (entry, "coordinates"));
  g_assert_false (machi_entry_is_unverified (entry, "name"));
  machi_entry_take_unverified (entry, g_strdupv ((char **) all));
  g_assert_true (machi_entry_is_unverified (entry, "name"));
}

static void
assert_shown (const MachiStatementFields *fields, const char *text, const char *date)
{
  g_autoptr (MachiStatement) statement = machi_statement_new (fields);
  g_autofree char *shown = machi_statement_dup_display_text (statement);
  g_autofree char *shown_date = machi_statement_dup_display_date (statement);

  g_assert_cmpstr (shown, ==, text);
  g_assert_cmpstr (shown_date, ==, date);
}

#define VALUE(...)                                                                                                     \
  &(MachiStatementFields) { .flags = MACHI_STATEMENT_HAS_VALUE, __VA_ARGS__ }

static void
test_statement (void)
{
  assert_shown (&(MachiStatementFields) { .text = "T." }, "T.", NULL);
  assert_shown (VALUE (.value = 1200, .unit = "members"), "1,200 members", NULL);
  assert_shown (VALUE (.value = 1.5, .unit = "%", .qualifier = "about"), "about 1.5 %", NULL);
  assert_shown (VALUE (.value = 3, .unit = "t", .qualifier = "more than"), "more than 3 t", NULL);
  assert_shown (VALUE (.value = 3, .unit = "t", .qualifier = "less than"), "less than 3 t", NULL);
  assert_shown (VALUE (.value = 3, .unit = "t", .qualifier = "estimated"), "an estimated 3 t", NULL);
  assert_shown (VALUE (.value = 0, .unit = "t", .text = "None."), "0 t: None.", NULL);
  assert_shown (&(MachiStatementFields) { .date = "2012-10" }, "", "October 2012");
  assert_shown (&(MachiStatementFields) { .date = "2012", .until = "2015" }, "", "2012 – 2015");
  assert_shown (&(MachiStatementFields) { .until = "2015-03-01" }, "", "until 1 March 2015");
}

static void
test_words (void)
{
  const char *const *themes = machi_theme_list ();

  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_assert_true (machi_theme_exists (themes[i]));
      g_assert_cmpuint (machi_theme_get_rank (themes[i]), ==, i);
      g_assert_cmpstr (machi_theme_get_label (themes[i]), !=, themes[i]);
    }
  g_assert_false (machi_theme_exists ("weather"));
  g_assert_false (machi_theme_exists (NULL));
  g_assert_cmpstr (machi_theme_get_label ("weather"), ==, "weather");

  g_assert_cmpuint (machi_property_get_rank ("role"), <, machi_property_get_rank ("members"));
  g_assert_cmpuint (machi_property_get_rank ("weather"), >, machi_property_get_rank ("doi"));
  g_assert_true (machi_property_exists ("population"));
  g_assert_false (machi_property_exists ("purpose"));
  g_assert_true (machi_agreement_exists ("sister-city"));
  g_assert_false (machi_agreement_exists ("marriage"));
  for (guint role = MACHI_ROLE_NONE + 1; role < MACHI_N_ROLES; role++)
    g_assert_nonnull (machi_role_get_label (role));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sections/empty", test_empty_page);
  g_test_add_func ("/model/sections/order", test_sections);
  g_test_add_func ("/model/sections/citations", test_citations_of_page);
  g_test_add_func ("/model/citations", test_citations);
  g_test_add_func ("/model/relations/both-ways", test_relations);
  g_test_add_func ("/model/relations/lifetime", test_relation_lifetime);
  g_test_add_func ("/model/relations/order", test_relation_order);
  g_test_add_func ("/model/series", test_series);
  g_test_add_func ("/model/entry", test_entry);
  g_test_add_func ("/model/statement", test_statement);
  g_test_add_func ("/model/words", test_words);

  return g_test_run ();
}
