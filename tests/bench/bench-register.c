/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register of 100,000 generated projects, sorted and filtered while its page is on screen: how long the main loop is
 * kept at most, and how long it takes until everything stands. */
#include "config.h"

#include "loop-meter.h"
#include "machi-register-page.h"

#define N_PROJECTS 100000
#define N_CITIES 400
#define WIDTH 1100
#define HEIGHT 760

static const char *const words[]
    = { "waste",   "water",      "energy",   "compost", "solar",  "feasibility", "study",   "model",
        "project", "low-carbon", "district", "cooling", "biogas", "transport",   "sewerage" };
static const char *const countries[] = { "VN", "ID", "PH", "TH", "MM", "MY", "MN", "LA", "KH", "CN", "PW", "IN" };

static MachiEntry *
new_entry (MachiKind kind, char *id, char *text)
{
  g_autoptr (MachiName) name = machi_name_new ();
  g_autofree char *own_id = id;
  g_autofree char *own_text = text;

  machi_name_add (name, "en", own_text);

  return machi_entry_new (kind, own_id, name);
}

static GPtrArray *
generate (MachiKind kind, const char *what, guint n)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (entries, new_entry (kind, g_strdup_printf ("%s-%u", what, i),
                                         g_strdup_printf ("%s %u", words[i % G_N_ELEMENTS (words)], i)));

  return entries;
}

static void
relate (MachiEntry *project, MachiRole role, GPtrArray *targets, GRand *random)
{
  MachiEntry *target = g_ptr_array_index (targets, g_rand_int_range (random, 0, (int) targets->len));
  g_autoptr (MachiRelation) relation = machi_relation_new (role, target, NULL);

  machi_entry_append (project, MACHI_LIST_RELATIONS, relation);
}

static const char *
pick (const char *const *texts, guint n_texts, GRand *random)
{
  return texts[g_rand_int_range (random, 0, (int) n_texts)];
}

static void
add_reduction (MachiEntry *project, GRand *random)
{
  MachiStatementFields fields = { .topic = "reduction",
                                  .value = g_rand_int_range (random, 10, 200000),
                                  .unit = "tCO2/year",
                                  .flags = MACHI_STATEMENT_HAS_VALUE };
  g_autoptr (MachiStatement) fact = machi_statement_new (&fields);

  machi_entry_append (project, MACHI_LIST_FACTS, fact);
}

static GListStore *
generate_projects (GPtrArray *cities, GPtrArray *programmes, GPtrArray *topics)
{
  GListStore *projects = g_list_store_new (MACHI_TYPE_ENTRY);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_PROJECTS; i++)
    {
      const char *first = pick (words, G_N_ELEMENTS (words), random);
      const char *second = pick (words, G_N_ELEMENTS (words), random);
      MachiEntry *project = new_entry (
          MACHI_KIND_PROJECT, g_strdup_printf ("project-%u", i),
          g_strdup_printf ("%s %s of project %u", first, second, g_rand_int_range (random, 0, N_PROJECTS)));
      const char *const country[] = { pick (countries, G_N_ELEMENTS (countries), random), NULL };
      int year = g_rand_int_range (random, 1995, 2025);

      machi_entry_take_countries (project, g_strdupv ((char **) country));
      machi_entry_set_period (project, year, year + g_rand_int_range (random, 0, 3));
      machi_entry_append (project, MACHI_LIST_TOPICS,
                          g_ptr_array_index (topics, g_rand_int_range (random, 0, (int) topics->len)));
      relate (project, MACHI_ROLE_SUPPORTING_CITY, cities, random);
      relate (project, MACHI_ROLE_PARTNER_CITY, cities, random);
      relate (project, MACHI_ROLE_PROGRAMME, programmes, random);
      if (i % 3 == 0)
        add_reduction (project, random);
      g_ptr_array_add (all, project);
    }
  g_list_store_splice (projects, 0, 0, all->pdata, all->len);

  return projects;
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Until the register stands, and half a second for the frames and plots that follow. */
static void
measure (const char *what, MachiRegister *projects)
{
  gint64 start = g_get_monotonic_time ();
  gint64 settled;
  gboolean stop = FALSE;
  LoopMeter longest;

  while (machi_register_get_pending (projects))
    g_main_context_iteration (NULL, TRUE);
  settled = g_get_monotonic_time ();
  g_timeout_add (500, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);

  loop_meter_take (&longest);
  g_print (
      "%-28s longest turn %6.1f ms of work, %6.1f ms by the clock; %2u over a frame; stands after %5.0f ms; %6u rows\n",
      what, longest.own / 1000.0, longest.wall / 1000.0, longest.n_long, (settled - start) / 1000.0,
      machi_register_get_n_shown (projects));
}

static void
measure_orders (MachiRegisterPage *page, MachiRegister *projects)
{
  GListModel *columns = gtk_column_view_get_columns (machi_register_page_get_table (page));

  for (guint i = 0; i < MACHI_N_REGISTER_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *what = g_strdup_printf ("sort by %s", machi_register_column_get_id (i));

      gtk_column_view_sort_by_column (machi_register_page_get_table (page), column, GTK_SORT_ASCENDING);
      measure (what, projects);
    }
}

static void
measure_filters (MachiRegister *projects)
{
  static const char *const typed[] = { "c", "co", "com", "compost", "compost solar", "compost solar 1234", "" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *what = g_strdup_printf ("type \"%s\"", typed[i]);

      machi_register_set_text (projects, typed[i]);
      measure (what, projects);
    }
  machi_entry_filter_set_query (machi_register_get_filter (projects), "country=VN&from=2010");
  measure ("filter by country and years", projects);
  machi_entry_filter_clear (machi_register_get_filter (projects));
  measure ("show all", projects);
}

int
main (int argc G_GNUC_UNUSED, char *argv[] G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) cities = generate (MACHI_KIND_CITY, "city", N_CITIES);
  g_autoptr (GPtrArray) programmes = generate (MACHI_KIND_PROGRAMME, "programme", 30);
  g_autoptr (GPtrArray) topics = generate (MACHI_KIND_TOPIC, "topic", 14);
  g_autoptr (GListStore) list = generate_projects (cities, programmes, topics);
  GtkWidget *window, *page;
  MachiRegister *projects;

  adw_init ();
  window = gtk_window_new ();
  page = machi_register_page_new ();
  projects = machi_register_page_get_register (MACHI_REGISTER_PAGE (page));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));

  loop_meter_start ();
  measure ("an empty page", projects);
  loop_meter_pause ();
  machi_register_page_set_projects (MACHI_REGISTER_PAGE (page), G_LIST_MODEL (list));
  measure ("the first showing", projects);
  measure_orders (MACHI_REGISTER_PAGE (page), projects);
  measure_filters (projects);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
