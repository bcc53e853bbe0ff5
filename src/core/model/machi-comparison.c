/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-comparison.h"

#include "machi-locale.h"
#include "machi-property.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * MachiComparison:
 *
 * Entries of one kind side by side: a list of #MachiComparisonRow, those of one section after each other. What is known
 * of none of them has no row. It does not change.
 */
struct _MachiComparison
{
  GObject parent_instance;

  GPtrArray *entries;
  GPtrArray *rows;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiComparison,
                               machi_comparison,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
machi_comparison_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return MACHI_TYPE_COMPARISON_ROW;
}

static guint
machi_comparison_get_n_items (GListModel *model)
{
  return MACHI_COMPARISON (model)->rows->len;
}

static gpointer
machi_comparison_get_item (GListModel *model, guint position)
{
  MachiComparison *self = MACHI_COMPARISON (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = machi_comparison_get_item_type;
  iface->get_n_items = machi_comparison_get_n_items;
  iface->get_item = machi_comparison_get_item;
}

static void
machi_comparison_finalize (GObject *object)
{
  MachiComparison *self = MACHI_COMPARISON (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (machi_comparison_parent_class)->finalize (object);
}

static void
machi_comparison_class_init (MachiComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = machi_comparison_finalize;
}

static void
machi_comparison_init (MachiComparison *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

static MachiComparisonRow *
new_row (MachiComparison *self, const char *section, const char *title)
{
  return machi_comparison_row_new (section, title, self->entries->len);
}

static void
take_row (MachiComparison *self, MachiComparisonRow *row)
{
  if (machi_comparison_row_is_empty (row))
    g_object_unref (row);
  else
    g_ptr_array_add (self->rows, row);
}

static void
add_place (MachiComparison *self, const char *section)
{
  MachiComparisonRow *countries = new_row (self, section, _ ("Country"));
  MachiComparisonRow *regions = new_row (self, section, _ ("Region"));

  for (guint i = 0; i < self->entries->len; i++)
    {
      MachiEntry *entry = g_ptr_array_index (self->entries, i);
      const char *country = machi_entry_get_country (entry);
      const char *region = machi_entry_get_display_region (entry, NULL);

      if (country != NULL)
        machi_comparison_row_add (countries, i, machi_locale_get_country_name (country));
      if (region != NULL)
        machi_comparison_row_add (regions, i, region);
    }
  take_row (self, countries);
  take_row (self, regions);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (machi_statement_get_date (*(MachiStatement **) b),
                    machi_statement_get_date (*(MachiStatement **) a));
}

/* Those about one topic, the newest first. */
static GPtrArray *
pick_statements (GListModel *statements, const char *topic)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (MachiStatement) statement = g_list_model_get_item (statements, i);

      if (g_strcmp0 (machi_statement_get_topic (statement), topic) == 0)
        g_ptr_array_add (picked, g_steal_pointer (&statement));
    }
  g_ptr_array_sort (picked, compare_newest);

  return picked;
}

static void
add_statements (MachiComparison *self, const char *section, const char *title, const char *topic, gboolean facts)
{
  MachiComparisonRow *row = new_row (self, section, title);

  for (guint i = 0; i < self->entries->len; i++)
    {
      MachiEntry *entry = g_ptr_array_index (self->entries, i);
      g_autoptr (GPtrArray) picked
          = pick_statements (facts ? machi_entry_get_facts (entry) : machi_entry_get_statements (entry), topic);

      for (guint j = 0; j < picked->len; j++)
        machi_comparison_row_add_statement (row, i, picked->pdata[j], "");
    }
  take_row (self, row);
}

static void
add_fact (MachiComparison *self, const char *section, const char *property)
{
  add_statements (self, section, machi_property_get_label (property), property, TRUE);
}

static void
add_theme (MachiComparison *self, const char *section, const char *theme)
{
  add_statements (self, section, machi_theme_get_label (theme), theme, FALSE);
}

static const MachiPoint *
get_last_point (MachiSeries *series)
{
  guint n_points;
  const MachiPoint *points = machi_series_get_points (series, &n_points);

  while (n_points > 0 && isnan (points[n_points - 1].y))
    n_points--;

  return n_points > 0 ? &points[n_points - 1] : NULL;
}

static void
add_last_value (MachiComparisonRow *row, guint cell, MachiSeries *series)
{
  const MachiPoint *last = get_last_point (series);
  MachiComparisonValue *value;
  g_autofree char *number = NULL;
  g_autofree char *quantity = NULL;
  g_autofree char *year = NULL;
  g_autofree char *text = NULL;

  if (last == NULL)
    return;

  number = machi_locale_format_number (last->y);
  quantity = machi_locale_format_quantity (number, machi_series_get_unit (series));
  year = machi_locale_format_year ((int) last->x);
  /* Translators: a number with its unit, and the year in which it was so */
  text = g_strdup_printf (C_ ("latest value", "%s (%s)"), quantity, year);
  value = machi_comparison_row_add (row, cell, text);
  value->unverified = machi_series_get_unverified (series);
  if (machi_series_get_sources (series) != NULL)
    value->sources = g_ptr_array_ref (machi_series_get_sources (series));
}

static MachiComparisonRow *
find_row (GPtrArray *rows, const char *title)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (machi_comparison_row_get_title (rows->pdata[i]), title) == 0)
      return rows->pdata[i];

  return NULL;
}

/* What is measured over years: the latest value, series of the same name in one row. */
static void
add_series (MachiComparison *self, const char *section)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      GListModel *all = machi_entry_get_series (g_ptr_array_index (self->entries, i));

      for (guint j = 0; j < g_list_model_get_n_items (all); j++)
        {
          g_autoptr (MachiSeries) series = g_list_model_get_item (all, j);
          const char *title = machi_series_get_title (series);
          MachiComparisonRow *row = find_row (rows, title);

          if (row == NULL)
            {
              row = new_row (self, section, title);
              g_ptr_array_add (rows, row);
            }
          add_last_value (row, i, series);
        }
    }
  for (guint i = 0; i < rows->len; i++)
    take_row (self, rows->pdata[i]);
}

static MachiRelation *
find_relation (MachiEntry *entry, MachiRole role, MachiEntry *target)
{
  GListModel *relations = machi_entry_get_relations (entry);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);

      if (machi_relation_get_role (relation) == role && machi_relation_get_target (relation) == target)
        return relation;
    }

  return NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return machi_locale_collate (machi_entry_get_short_name (*(MachiEntry **) a),
                               machi_entry_get_short_name (*(MachiEntry **) b));
}

static void
collect_targets (MachiEntry *entry, MachiRole role, GPtrArray *targets)
{
  GListModel *relations = machi_entry_get_relations (entry);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);
      MachiEntry *target = machi_relation_get_target (relation);

      if (machi_relation_get_role (relation) == role && target != NULL && !g_ptr_array_find (targets, target, NULL))
        g_ptr_array_add (targets, target);
    }
}

/* A row for each other entry that at least @n_least of the compared ones have in that role. */
static void
add_matrix (MachiComparison *self, const char *section, MachiRole role, guint n_least, const char *mark)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    collect_targets (g_ptr_array_index (self->entries, i), role, targets);
  g_ptr_array_sort (targets, compare_names);

  for (guint i = 0; i < targets->len; i++)
    {
      g_autoptr (MachiComparisonRow) row = new_row (self, section, machi_entry_get_short_name (targets->pdata[i]));
      guint n_have = 0;

      machi_comparison_row_set_target (row, targets->pdata[i]);
      for (guint j = 0; j < self->entries->len; j++)
        {
          MachiRelation *relation = find_relation (g_ptr_array_index (self->entries, j), role, targets->pdata[i]);

          if (relation == NULL)
            continue;
          machi_comparison_row_add_statement (row, j, machi_relation_get_statement (relation), mark);
          n_have++;
        }
      if (n_have >= n_least)
        take_row (self, g_steal_pointer (&row));
    }
}

/* All others in that role, by name. */
static void
add_list (MachiComparison *self, const char *section, const char *title, MachiRole role)
{
  MachiComparisonRow *row = new_row (self, section, title);

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autoptr (GPtrArray) targets = g_ptr_array_new ();

      collect_targets (g_ptr_array_index (self->entries, i), role, targets);
      g_ptr_array_sort (targets, compare_names);
      for (guint j = 0; j < targets->len; j++)
        machi_comparison_row_add_entry (row, i, targets->pdata[j]);
    }
  take_row (self, row);
}

/* Of a cooperation the other side is named; the link leads to the cooperation. */
static void
add_partners (MachiComparison *self, const char *section)
{
  MachiComparisonRow *row = new_row (self, section, _ ("Partners"));

  for (guint i = 0; i < self->entries->len; i++)
    {
      MachiEntry *city = g_ptr_array_index (self->entries, i);
      g_autoptr (GPtrArray) cooperations = g_ptr_array_new ();

      collect_targets (city, MACHI_ROLE_COOPERATION, cooperations);
      g_ptr_array_sort (cooperations, compare_names);
      for (guint j = 0; j < cooperations->len; j++)
        {
          g_autoptr (GPtrArray) pair = g_ptr_array_new ();
          MachiComparisonValue *value = machi_comparison_row_add_entry (row, i, cooperations->pdata[j]);

          collect_targets (cooperations->pdata[j], MACHI_ROLE_PAIR, pair);
          g_ptr_array_remove (pair, city);
          if (pair->len == 1)
            g_set_str (&value->text, machi_entry_get_short_name (pair->pdata[0]));
        }
    }
  take_row (self, row);
}

static void
add_count (MachiComparisonRow *row, guint cell, guint n)
{
  g_autofree char *text = machi_locale_format_number (n);

  machi_comparison_row_add (row, cell, text);
}

static guint
count_with_topic (GPtrArray *projects, MachiEntry *topic)
{
  guint n = 0;

  for (guint i = 0; i < projects->len; i++)
    {
      GListModel *topics = machi_entry_get_topics (projects->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (topics); j++)
        {
          g_autoptr (MachiEntry) own = g_list_model_get_item (topics, j);
          n += own == topic;
        }
    }

  return n;
}

static void
collect_topics (GPtrArray *projects, GPtrArray *topics)
{
  for (guint i = 0; i < projects->len; i++)
    {
      GListModel *own = machi_entry_get_topics (projects->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (own); j++)
        {
          g_autoptr (MachiEntry) topic = g_list_model_get_item (own, j);

          if (!g_ptr_array_find (topics, topic, NULL))
            g_ptr_array_add (topics, topic);
        }
    }
}

/* How many projects, and how many of each topic; a project can have several. */
static void
add_projects (MachiComparison *self, const char *section)
{
  MachiComparisonRow *all = new_row (self, section, _ ("All projects"));
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      GPtrArray *projects = g_ptr_array_new ();

      collect_targets (g_ptr_array_index (self->entries, i), MACHI_ROLE_PROJECT, projects);
      collect_topics (projects, topics);
      g_ptr_array_add (lists, projects);
      add_count (all, i, projects->len);
    }
  if (topics->len == 0)
    {
      g_object_unref (all);
      return;
    }

  take_row (self, all);
  g_ptr_array_sort (topics, compare_names);
  for (guint i = 0; i < topics->len; i++)
    {
      MachiComparisonRow *row = new_row (self, section, machi_entry_get_name (topics->pdata[i]));

      machi_comparison_row_set_target (row, topics->pdata[i]);
      for (guint j = 0; j < lists->len; j++)
        add_count (row, j, count_with_topic (lists->pdata[j], topics->pdata[i]));
      take_row (self, row);
    }
}

static void
compare_cities (MachiComparison *self)
{
  const char *size = C_ ("comparison", "Size and place");
  const char *climate = C_ ("comparison", "Emissions and targets");
  const char *networks = C_ ("comparison", "Networks");
  const char *partners = C_ ("comparison", "Cooperation");

  add_place (self, size);
  add_fact (self, size, "population");
  add_fact (self, size, "area");
  add_series (self, climate);
  add_theme (self, climate, "emissions");
  add_theme (self, climate, "targets");
  add_theme (self, climate, "designations");
  /* Translators: the city is a member of that network */
  add_matrix (self, networks, MACHI_ROLE_NETWORK, 1, C_ ("comparison", "Member"));
  add_partners (self, partners);
  /* Translators: a heading: how many projects of each topic */
  add_projects (self, C_ ("comparison", "Projects by topic"));
  add_list (self, C_ ("comparison", "Reading"), machi_role_get_label (MACHI_ROLE_REPORT), MACHI_ROLE_REPORT);
}

static void
count_members (MachiComparison *self, const char *section)
{
  MachiComparisonRow *row = new_row (self, section, machi_role_get_label (MACHI_ROLE_MEMBER));

  for (guint i = 0; i < self->entries->len; i++)
    add_count (row, i, machi_entry_count_relations (g_ptr_array_index (self->entries, i), MACHI_ROLE_MEMBER));
  take_row (self, row);
}

static void
compare_networks (MachiComparison *self)
{
  static const char *const facts[] = { "founded", "founders", "status", "secretariat", "scope", "countries" };
  const char *basics = C_ ("comparison", "What it is");
  const char *members = C_ ("comparison", "Members");
  const char *work = C_ ("comparison", "Work");

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    add_fact (self, basics, facts[i]);
  add_fact (self, members, "members");
  add_series (self, members);
  count_members (self, members);
  /* Translators: the city is a member of this network too */
  add_matrix (self, C_ ("comparison", "Members in common"), MACHI_ROLE_MEMBER, 2, C_ ("comparison", "Member"));
  add_list (self, work, machi_role_get_label (MACHI_ROLE_PROGRAMME), MACHI_ROLE_PROGRAMME);
  add_list (self, work, machi_role_get_label (MACHI_ROLE_ORGANISATION), MACHI_ROLE_ORGANISATION);
  add_list (self, work, machi_role_get_label (MACHI_ROLE_COOPERATION), MACHI_ROLE_COOPERATION);
  add_list (self, C_ ("comparison", "Reading"), machi_role_get_label (MACHI_ROLE_REPORT), MACHI_ROLE_REPORT);
}

/**
 * machi_comparison_new:
 * @entries: (array length=n_entries) (transfer none): cities, or networks
 * @n_entries: how many
 *
 * Returns: (transfer full): what is known of each, side by side
 */
MachiComparison *
machi_comparison_new (MachiEntry *const *entries, guint n_entries)
{
  MachiComparison *self = g_object_new (MACHI_TYPE_COMPARISON, NULL);

  for (guint i = 0; i < n_entries; i++)
    g_ptr_array_add (self->entries, g_object_ref (entries[i]));

  if (n_entries > 0 && machi_entry_get_kind (entries[0]) == MACHI_KIND_NETWORK)
    compare_networks (self);
  else if (n_entries > 0)
    compare_cities (self);

  return self;
}

/**
 * machi_comparison_get_n_entries:
 * @self: a comparison
 *
 * Returns: how many entries are compared
 */
guint
machi_comparison_get_n_entries (MachiComparison *self)
{
  g_return_val_if_fail (MACHI_IS_COMPARISON (self), 0);

  return self->entries->len;
}

/**
 * machi_comparison_get_entry:
 * @self: a comparison
 * @i: less than how many are compared
 *
 * Returns: (transfer none): that entry
 */
MachiEntry *
machi_comparison_get_entry (MachiComparison *self, guint i)
{
  g_return_val_if_fail (MACHI_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (i < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, i);
}
