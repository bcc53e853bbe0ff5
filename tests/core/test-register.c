/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog-fixture.h"
#include "machi-locale.h"
#include "machi-merge-sort.h"
#include "machi-register.h"

static int
compare_tens (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return (int) (*(const guint32 *) a / 10) - (int) (*(const guint32 *) b / 10);
}

/* Every length up to 40 and every stride, against GLib's sort; equals keep their order. */
static void
test_merge_sort (void)
{
  for (guint n = 0; n < 40; n++)
    for (guint stride = 1; stride < 8; stride++)
      {
        g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
        g_autoptr (GArray) wanted = NULL;
        g_autoptr (GArray) found = NULL;
        g_autoptr (MachiMergeSort) sort = NULL;

        for (guint i = 0; i < n; i++)
          {
            guint32 number = i * 37 % 101;
            g_array_append_val (numbers, number);
          }
        wanted = g_array_copy (numbers);
        g_array_sort_with_data (wanted, compare_tens, NULL);
        sort = machi_merge_sort_new (numbers, compare_tens, NULL);
        while (!machi_merge_sort_step (sort, stride))
          ;
        found = machi_merge_sort_get (sort);
        g_assert_cmpmem (found->data, n * sizeof (guint32), wanted->data, n * sizeof (guint32));
      }
}

static void
test_collation_key (void)
{
  static const char *const words[]
      = { "Osaka", "osaka", "Ōsaka", "Hải Phòng", "Hanoi", "", "大阪", "Zürich", "Zagreb" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint j = 0; j < G_N_ELEMENTS (words); j++)
      {
        g_autofree char *a = machi_locale_dup_collation_key (words[i]);
        g_autofree char *b = machi_locale_dup_collation_key (words[j]);
        int order = machi_locale_collate (words[i], words[j]);
        int key_order = strcmp (a, b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (key_order > 0) - (key_order < 0));
      }
}

static void
assert_rows (MachiRegister *self)
{
  guint n_items;

  machi_register_finish (self);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  g_assert_cmpuint (n_items, ==, machi_register_get_n_shown (self));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (MachiRegisterRow) row = g_list_model_get_item (G_LIST_MODEL (self), i);
      g_assert_true (machi_register_row_get_entry (row) == machi_register_get_shown (self, i));
    }
}

/* Each order against what a plain sort says of neighbours; what is not known stands last. */
static void
test_orders (void)
{
  g_autoptr (MachiCatalog) catalog = catalog_fixture_load ();
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();
  g_autoptr (MachiRegister) self = machi_register_new (filter);

  machi_register_set_projects (self, machi_catalog_get_entries (catalog, MACHI_KIND_PROJECT));
  g_assert_cmpuint (machi_register_get_n_shown (self), ==, machi_register_get_n_projects (self));
  for (guint column = 0; column < MACHI_N_REGISTER_COLUMNS; column++)
    for (int descending = 0; descending < 2; descending++)
      {
        machi_register_set_order (self, column, descending);
        assert_rows (self);
        for (guint i = 1; i < machi_register_get_n_shown (self); i++)
          {
            MachiEntry *before = machi_register_get_shown (self, i - 1);
            MachiEntry *after = machi_register_get_shown (self, i);
            g_autofree char *a = machi_register_column_dup_text (column, before);
            g_autofree char *b = machi_register_column_dup_text (column, after);
            double first = 0, second = 0;
            int order;

            if (*a == '\0' || *b == '\0')
              {
                g_assert_cmpstr (b, ==, "");
                continue;
              }
            if (machi_register_column_is_number (column))
              {
                machi_register_column_get_number (column, before, &first);
                machi_register_column_get_number (column, after, &second);
                order = (first > second) - (first < second);
              }
            else
              order = machi_locale_collate (a, b);
            g_assert_cmpint (descending ? -order : order, <=, 0);
            if (order == 0)
              g_assert_cmpint (machi_locale_collate (machi_entry_get_name (before), machi_entry_get_name (after)), <=,
                               0);
          }
      }
}

static void
test_filter (void)
{
  g_autoptr (MachiCatalog) catalog = catalog_fixture_load ();
  GListModel *projects = machi_catalog_get_entries (catalog, MACHI_KIND_PROJECT);
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();
  g_autoptr (MachiRegister) self = machi_register_new (filter);
  g_autoptr (MachiRegisterRow) kept = NULL;
  guint n_matching = 0;

  machi_register_set_projects (self, projects);
  kept = g_list_model_get_item (G_LIST_MODEL (self), 0);
  machi_entry_filter_set_query (filter, "country=VN&topic=waste");
  assert_rows (self);
  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (MachiEntry) project = g_list_model_get_item (projects, i);
      n_matching += machi_entry_filter_matches (filter, project);
    }
  g_assert_cmpuint (machi_register_get_n_shown (self), ==, n_matching);
  /* The row is the same, the project in it another. */
  g_assert_true (machi_register_row_get_entry (kept) == machi_register_get_shown (self, 0));
  g_assert_cmpuint (machi_tally_get (machi_register_get_totals (self, MACHI_FACET_COUNTRY), "VN"), ==, n_matching);
  g_assert_cmpuint (machi_tally_get (machi_register_get_totals (self, MACHI_FACET_COUNTRY), "TH"), ==, 0);
  g_assert_cmpuint (machi_tally_get (machi_register_get_choices (self, MACHI_FACET_COUNTRY), "TH"), >, 0);

  machi_entry_filter_clear (filter);
  machi_register_set_text (self, "kitakyushu HAI PHONG");
  g_assert_cmpuint (machi_register_get_n_shown (self), >, 0);
  for (guint i = 0; i < machi_register_get_n_shown (self); i++)
    {
      MachiEntry *project = machi_register_get_shown (self, i);
      MachiEntry *hai_phong = machi_catalog_lookup (catalog, MACHI_KIND_CITY, "hai-phong");

      g_assert_true (machi_entry_has_relation (project, MACHI_ROLE_PARTNER_CITY, hai_phong)
                     || strstr (machi_entry_get_name (project), "Hai Phong") != NULL);
    }
  machi_register_set_text (self, "nothing has these words");
  machi_register_finish (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 0);
  machi_register_set_text (self, NULL);
  assert_rows (self);
  g_assert_cmpuint (machi_register_get_n_shown (self), ==, g_list_model_get_n_items (projects));
}

static GListStore *
generate (guint n)
{
  GListStore *projects = g_list_store_new (MACHI_TYPE_ENTRY);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("project-%05u", i);
      g_autoptr (MachiName) name = machi_name_new ();
      g_autoptr (MachiEntry) project = NULL;

      machi_name_add (name, "en", id);
      project = machi_entry_new (MACHI_KIND_PROJECT, id, name);
      machi_entry_set_period (project, 1990 + (int) (i * 7919 % 35), 0);
      g_list_store_append (projects, project);
    }

  return projects;
}

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, GPtrArray *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->len);
  g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (model, position + i));
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (model));
}

/* Many projects are done in slices; the list tells every change, and newer wishes replace older ones. */
static void
test_slices (void)
{
  g_autoptr (GListStore) projects = generate (5000);
  g_autoptr (MachiEntryFilter) filter = machi_entry_filter_new ();
  g_autoptr (MachiRegister) self = machi_register_new (filter);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect (self, "items-changed", G_CALLBACK (changed_cb), mirror);
  machi_register_set_projects (self, G_LIST_MODEL (projects));
  g_assert_true (machi_register_get_pending (self));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 0);
  while (machi_register_get_pending (self))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (mirror->len, ==, 5000);
  assert_rows (self);

  machi_register_set_order (self, MACHI_REGISTER_TITLE, TRUE);
  g_main_context_iteration (NULL, TRUE);
  machi_register_set_text (self, "project-012");
  machi_register_set_order (self, MACHI_REGISTER_TITLE, FALSE);
  while (machi_register_get_pending (self))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (mirror->len, ==, 100);
  assert_rows (self);
  g_assert_cmpstr (machi_entry_get_id (machi_register_get_shown (self, 0)), ==, "project-01200");
  g_assert_true (machi_register_row_get_entry (mirror->pdata[99]) == machi_register_get_shown (self, 99));

  machi_register_set_text (self, NULL);
  machi_register_finish (self);
  g_assert_false (machi_register_get_pending (self));
  g_assert_cmpuint (mirror->len, ==, 5000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/merge-sort", test_merge_sort);
  g_test_add_func ("/register/collation-key", test_collation_key);
  g_test_add_func ("/register/orders", test_orders);
  g_test_add_func ("/register/filter", test_filter);
  g_test_add_func ("/register/slices", test_slices);

  return g_test_run ();
}
