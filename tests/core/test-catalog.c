/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog-dump.h"
#include "machi-problem.h"
#include "machi-references.h"

#include <string.h>

static MachiCatalog *folder;
static MachiCatalog *resource;

static MachiCatalog *
load (GFile *taken)
{
  g_autoptr (GFile) root = taken;
  g_autoptr (GError) error = NULL;
  MachiCatalog *catalog = machi_catalog_load (root, NULL, &error);

  g_assert_no_error (error);

  return catalog;
}

static void
assert_no_problems (GListModel *problems)
{
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (MachiProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *text = machi_problem_to_string (problem);

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 0);
}

static void
test_sound (void)
{
  assert_no_problems (machi_catalog_get_problems (folder));
  assert_no_problems (machi_catalog_get_problems (resource));
  g_assert_nonnull (machi_catalog_get_title (folder));
  g_assert_nonnull (machi_catalog_get_version (folder));
}

typedef void (*EntryFunc) (MachiEntry *entry, gpointer data);

static void
for_each_entry (MachiCatalog *catalog, EntryFunc func, gpointer data)
{
  for (guint kind = MACHI_KIND_NONE + 1; kind < MACHI_N_KINDS; kind++)
    {
      GListModel *entries = machi_catalog_get_entries (catalog, kind);

      for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
        {
          g_autoptr (MachiEntry) entry = g_list_model_get_item (entries, i);
          func (entry, data);
        }
    }
}

static guint
count_type (MachiKind kind, const char *type)
{
  GListModel *entries = machi_catalog_get_entries (folder, kind);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (MachiEntry) entry = g_list_model_get_item (entries, i);
      n += g_strcmp0 (machi_entry_get_entry_type (entry), type) == 0;
    }

  return n;
}

/* What the catalogue has promised to hold: entries may be added, not lost. */
static void
test_counts (void)
{
  static const struct
  {
    MachiKind kind;
    guint least;
  } counts[] = {
    { MACHI_KIND_NETWORK, 45 },   { MACHI_KIND_CITY, 225 },        { MACHI_KIND_PROJECT, 290 },
    { MACHI_KIND_PROGRAMME, 35 }, { MACHI_KIND_ORGANISATION, 33 }, { MACHI_KIND_DOCUMENT, 85 },
    { MACHI_KIND_TERM, 50 },      { MACHI_KIND_TOPIC, 14 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_test_message ("%s", machi_kind_get_id (counts[i].kind));
      g_assert_cmpuint (g_list_model_get_n_items (machi_catalog_get_entries (folder, counts[i].kind)), >=,
                        counts[i].least);
    }
  g_assert_cmpuint (count_type (MACHI_KIND_REPORT, "case"), >=, 38);
  g_assert_cmpuint (count_type (MACHI_KIND_REPORT, "profile"), >=, 25);
  g_assert_cmpuint (machi_catalog_get_n_sources (folder), >, 1000);
}

/* The origin page: every network, city and cooperation that it names. */
static void
test_origin (void)
{
  static const char *const addresses[] = {
    "network/iclei",   "network/c40",   "network/anmc21", "network/citynet",   "network/oecac",
    "city/kitakyushu", "city/kumamoto", "city/osaka",     "city/kyoto",        "city/ho-chi-minh-city",
    "city/dalian",     "city/surabaya", "city/hai-phong", "city/vientiane",    "city/beijing",
    "city/tokyo",      "city/seoul",    "city/delhi",     "city/kuala-lumpur", "city/london",
    "city/new-york",   "city/bangkok",  "city/jakarta",
  };
  guint missing = 0;

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *text = g_strconcat ("machi:", addresses[i], NULL);
      g_autoptr (MachiAddress) address = machi_address_parse (text, NULL);

      if (machi_catalog_lookup (folder, machi_address_get_kind (address), machi_address_get_id (address)) != NULL)
        continue;
      missing++;
      g_test_message ("There is no %s", addresses[i]);
    }
  g_assert_cmpuint (missing, ==, 0);
}

static gboolean
list_has (GListModel *model, gpointer item)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) found = g_list_model_get_item (model, i);

      if ((gpointer) found == item)
        return TRUE;
    }

  return FALSE;
}

/* Whether the pack's format says that where B is @role to A, A is @inverse to B. */
static gboolean
are_inverse (MachiEntry *a, MachiRole role, MachiEntry *b, MachiRole inverse)
{
  guint n;
  const MachiReferenceField *fields = machi_reference_fields_get (&n);
  MachiKind kind_a = machi_entry_get_kind (a);
  MachiKind kind_b = machi_entry_get_kind (b);

  for (guint i = 0; i < n; i++)
    {
      const MachiReferenceField *field = &fields[i];
      gboolean any_target = field->target == MACHI_KIND_NONE;

      if ((field->holder == kind_a && (any_target || field->target == kind_b) && field->role == role
           && field->inverse == inverse)
          || (field->holder == kind_b && (any_target || field->target == kind_a) && field->role == inverse
              && field->inverse == role))
        return TRUE;
    }

  return (role == MACHI_ROLE_PROJECT && inverse == MACHI_ROLE_COOPERATION)
         || (role == MACHI_ROLE_COOPERATION && inverse == MACHI_ROLE_PROJECT);
}

static gboolean
has_inverse (MachiEntry *entry, MachiRelation *relation)
{
  MachiEntry *target = machi_relation_get_target (relation);
  GListModel *others = machi_entry_get_relations (target);

  if (machi_entry_get_kind (entry) == MACHI_KIND_TOPIC)
    return list_has (machi_entry_get_topics (target), entry);

  for (guint i = 0; i < g_list_model_get_n_items (others); i++)
    {
      g_autoptr (MachiRelation) other = g_list_model_get_item (others, i);

      if (machi_relation_get_target (other) == entry
          && machi_relation_get_statement (other) == machi_relation_get_statement (relation)
          && are_inverse (entry, machi_relation_get_role (relation), target, machi_relation_get_role (other)))
        return TRUE;
    }

  return FALSE;
}

static void
check_relations (MachiEntry *entry, gpointer data)
{
  GListModel *relations = machi_entry_get_relations (entry);
  GListModel *topics = machi_entry_get_topics (entry);
  guint *n_relations = data;

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);

      if (machi_relation_get_target (relation) == NULL)
        continue;
      (*n_relations)++;
      if (!has_inverse (entry, relation))
        g_error ("%s: %s has no inverse", machi_entry_get_id (entry), machi_relation_get_name (relation));
    }
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (MachiEntry) topic = g_list_model_get_item (topics, i);
      g_assert_true (machi_entry_has_relation (topic, machi_kind_get_role (machi_entry_get_kind (entry)), entry));
    }
}

static void
test_inverse (void)
{
  guint n_relations = 0;

  for_each_entry (folder, check_relations, &n_relations);
  g_assert_cmpuint (n_relations, >, 4000);
}

/* A project between the two cities of a cooperation belongs to it, though nobody says so. */
static void
check_cooperation (MachiEntry *project, gpointer data)
{
  GListModel *cooperations = machi_catalog_get_entries (folder, MACHI_KIND_COOPERATION);
  guint *n_joined = data;

  if (machi_entry_get_kind (project) != MACHI_KIND_PROJECT)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (cooperations); i++)
    {
      g_autoptr (MachiEntry) cooperation = g_list_model_get_item (cooperations, i);
      GListModel *relations = machi_entry_get_relations (cooperation);
      gboolean supports = FALSE, is_partner = FALSE;

      for (guint j = 0; j < g_list_model_get_n_items (relations); j++)
        {
          g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, j);
          MachiEntry *city = machi_relation_get_target (relation);

          if (machi_relation_get_role (relation) != MACHI_ROLE_PAIR || city == NULL)
            continue;
          if (machi_entry_has_relation (project, MACHI_ROLE_SUPPORTING_CITY, city))
            supports = TRUE;
          else if (machi_entry_has_relation (project, MACHI_ROLE_PARTNER_CITY, city))
            is_partner = TRUE;
        }
      g_assert_true (machi_entry_has_relation (project, MACHI_ROLE_COOPERATION, cooperation)
                     == (supports && is_partner));
      g_assert_true (machi_entry_has_relation (cooperation, MACHI_ROLE_PROJECT, project) == (supports && is_partner));
      *n_joined += supports && is_partner;
    }
}

static void
test_projects (void)
{
  guint n_joined = 0;

  for_each_entry (folder, check_cooperation, &n_joined);
  g_test_message ("%u projects belong to cooperations", n_joined);
  g_assert_cmpuint (n_joined, >, 100);
}

static void
check_sourced (MachiEntry *entry, const char *what, GPtrArray *sources, gboolean unverified)
{
  if ((sources == NULL || sources->len == 0) && !unverified)
    g_error ("%s/%s: %s has no source", machi_kind_get_id (machi_entry_get_kind (entry)), machi_entry_get_id (entry),
             what);
}

static void
check_statements (MachiEntry *entry, GListModel *statements, guint *n)
{
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++, (*n)++)
    {
      g_autoptr (MachiStatement) statement = g_list_model_get_item (statements, i);
      g_autofree char *text = machi_statement_dup_display_text (statement);

      check_sourced (entry, text, machi_statement_get_sources (statement), machi_statement_get_unverified (statement));
    }
}

static void
check_all_sourced (MachiEntry *entry, gpointer data)
{
  GListModel *relations = machi_entry_get_relations (entry);
  GListModel *series = machi_entry_get_series (entry);

  check_statements (entry, machi_entry_get_facts (entry), data);
  check_statements (entry, machi_entry_get_statements (entry), data);
  check_statements (entry, machi_entry_get_milestones (entry), data);
  check_statements (entry, machi_entry_get_agreements (entry), data);
  for (guint i = 0; i < g_list_model_get_n_items (series); i++)
    {
      g_autoptr (MachiSeries) one = g_list_model_get_item (series, i);
      check_sourced (entry, machi_series_get_title (one), machi_series_get_sources (one),
                     machi_series_get_unverified (one));
    }
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);
      MachiStatement *said = machi_relation_get_statement (relation);

      if (said != NULL && (machi_statement_get_text (said) != NULL || machi_statement_get_date (said) != NULL))
        check_sourced (entry, machi_relation_get_name (relation), machi_statement_get_sources (said),
                       machi_statement_get_unverified (said));
    }
}

static void
test_sourced (void)
{
  guint n_statements = 0;

  for_each_entry (folder, check_all_sourced, &n_statements);
  g_test_message ("%u statements", n_statements);
  g_assert_cmpuint (n_statements, >, 2000);
}

static MachiReportDocument *
read_report (MachiCatalog *catalog, MachiEntry *report)
{
  g_autoptr (GListStore) problems = g_list_store_new (MACHI_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  MachiReportDocument *document = machi_catalog_read_report_in (catalog, report, "en", problems, &error);

  g_assert_no_error (error);
  assert_no_problems (G_LIST_MODEL (problems));

  return document;
}

static void
check_report (MachiEntry *entry, gpointer data G_GNUC_UNUSED)
{
  g_autoptr (MachiReportDocument) document = NULL;

  if (machi_entry_get_kind (entry) != MACHI_KIND_REPORT)
    return;

  document = read_report (folder, entry);
  g_assert_cmpstr (machi_report_document_get_id (document), ==, machi_entry_get_id (entry));
  g_assert_cmpstr (machi_report_document_get_title (document), ==,
                   machi_name_get (machi_entry_get_names (entry), "en"));
  g_assert_cmpstr (machi_report_document_get_summary (document), ==, machi_entry_get_summary (entry));
  g_assert_cmpuint (g_list_model_get_n_items (machi_report_document_get_contents (document)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (machi_report_document_get_citations (document))), >, 0);
}

static void
test_reports (void)
{
  for_each_entry (folder, check_report, NULL);
}

static void
compare_entry (MachiEntry *entry, gpointer data G_GNUC_UNUSED)
{
  MachiKind kind = machi_entry_get_kind (entry);
  MachiEntry *other = machi_catalog_lookup (resource, kind, machi_entry_get_id (entry));
  g_autofree char *dump = dump_entry (entry);
  g_autofree char *other_dump = other != NULL ? dump_entry (other) : NULL;

  g_assert_cmpstr (dump, ==, other_dump);
  if (kind == MACHI_KIND_REPORT)
    {
      g_autoptr (MachiReportDocument) document = read_report (folder, entry);
      g_autoptr (MachiReportDocument) other_document = read_report (resource, other);
      g_autofree char *text = dump_document (document);
      g_autofree char *other_text = dump_document (other_document);

      g_assert_cmpstr (text, ==, other_text);
    }
}

/* The built-in pack and a folder are read by the same code. */
static void
test_same (void)
{
  for (guint kind = MACHI_KIND_NONE + 1; kind < MACHI_N_KINDS; kind++)
    g_assert_cmpuint (g_list_model_get_n_items (machi_catalog_get_entries (folder, kind)), ==,
                      g_list_model_get_n_items (machi_catalog_get_entries (resource, kind)));
  for_each_entry (folder, compare_entry, NULL);
}

static void
loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  MachiCatalog **loaded = data;

  *loaded = machi_catalog_load_finish (result, &error);
  g_assert_no_error (error);
}

static void
cancelled_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = data;

  g_assert_null (machi_catalog_load_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *done = TRUE;
}

static void
test_thread (void)
{
  g_autoptr (GFile) root = g_file_new_for_uri (MACHI_CATALOG_BUILT_IN);
  g_autoptr (MachiCatalog) loaded = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  gboolean done = FALSE;

  machi_catalog_load_async (root, NULL, loaded_cb, &loaded);
  g_cancellable_cancel (cancelled);
  machi_catalog_load_async (root, cancelled, cancelled_cb, &done);
  while (loaded == NULL || !done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (machi_catalog_get_n_sources (loaded), ==, machi_catalog_get_n_sources (folder));
}

/* Nobody keeps a catalogue alive by one of its entries. */
static void
test_lifetime (void)
{
  MachiCatalog *catalog = load (g_file_new_for_uri (MACHI_CATALOG_BUILT_IN));
  g_autoptr (MachiEntry) kyoto = g_object_ref (machi_catalog_lookup (catalog, MACHI_KIND_CITY, "kyoto"));
  MachiEntry *osaka = machi_catalog_lookup (catalog, MACHI_KIND_CITY, "osaka");

  g_object_add_weak_pointer (G_OBJECT (osaka), (gpointer *) &osaka);
  g_assert_finalize_object (catalog);
  g_assert_null (osaka);
  g_assert_cmpstr (machi_entry_get_name (kyoto), ==, "Kyoto");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = load (g_file_new_for_path (g_getenv ("MACHI_CATALOG_DIR")));
  resource = load (g_file_new_for_uri (MACHI_CATALOG_BUILT_IN));
  g_test_add_func ("/catalog/sound", test_sound);
  g_test_add_func ("/catalog/counts", test_counts);
  g_test_add_func ("/catalog/origin", test_origin);
  g_test_add_func ("/catalog/inverse", test_inverse);
  g_test_add_func ("/catalog/projects", test_projects);
  g_test_add_func ("/catalog/sourced", test_sourced);
  g_test_add_func ("/catalog/reports", test_reports);
  g_test_add_func ("/catalog/same", test_same);
  g_test_add_func ("/catalog/thread", test_thread);
  g_test_add_func ("/catalog/lifetime", test_lifetime);
  status = g_test_run ();
  g_clear_object (&folder);
  g_clear_object (&resource);

  return status;
}
