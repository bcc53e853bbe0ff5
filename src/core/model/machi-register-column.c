/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-register-column.h"

#include "machi-locale.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Translators: the following are the columns of the register of projects */
static const struct
{
  const char *id;
  const char *label;
} columns[MACHI_N_REGISTER_COLUMNS] = {
  [MACHI_REGISTER_YEAR] = { "year", NC_ ("column", "Years") },
  [MACHI_REGISTER_TITLE] = { "title", NC_ ("column", "Project") },
  [MACHI_REGISTER_SUPPORTING] = { "supporting", NC_ ("column", "Supporting side") },
  [MACHI_REGISTER_PARTNER] = { "partner", NC_ ("column", "Partner side") },
  [MACHI_REGISTER_COUNTRY] = { "country", NC_ ("column", "Country") },
  [MACHI_REGISTER_TOPICS] = { "topics", NC_ ("column", "Topics") },
  [MACHI_REGISTER_PROGRAMME] = { "programme", NC_ ("column", "Programme") },
  /* Translators: greenhouse gases that are expected not to be emitted thanks to a project; there is little room */
  [MACHI_REGISTER_REDUCTION] = { "reduction", NC_ ("column", "Reduction") },
};

/**
 * machi_register_column_get_id:
 * @column: a column
 *
 * Returns: the word for it in settings and actions
 */
const char *
machi_register_column_get_id (MachiRegisterColumn column)
{
  g_return_val_if_fail (column < MACHI_N_REGISTER_COLUMNS, "");

  return columns[column].id;
}

/**
 * machi_register_column_get_label:
 * @column: a column
 *
 * Returns: its heading, translated
 */
const char *
machi_register_column_get_label (MachiRegisterColumn column)
{
  g_return_val_if_fail (column < MACHI_N_REGISTER_COLUMNS, "");

  return g_dpgettext2 (NULL, "column", columns[column].label);
}

/**
 * machi_register_column_is_number:
 * @column: a column
 *
 * Returns: whether its cells are in the order of numbers
 */
gboolean
machi_register_column_is_number (MachiRegisterColumn column)
{
  return column == MACHI_REGISTER_YEAR || column == MACHI_REGISTER_REDUCTION;
}

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, machi_locale_get_list_separator ());
  g_string_append (text, part);
}

static char *
dup_related (MachiEntry *project, MachiRole role)
{
  GString *text = g_string_new (NULL);
  GListModel *relations = machi_entry_get_relations (project);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);
      MachiEntry *target = machi_relation_get_target (relation);

      if (machi_relation_get_role (relation) == role)
        append_part (text, target != NULL ? machi_entry_get_short_name (target) : machi_relation_get_name (relation));
    }

  return g_string_free (text, FALSE);
}

static char *
dup_countries (MachiEntry *project)
{
  GString *text = g_string_new (NULL);
  const char *const *countries = machi_entry_get_countries (project);

  for (guint i = 0; countries != NULL && countries[i] != NULL; i++)
    append_part (text, machi_locale_get_country_name (countries[i]));

  return g_string_free (text, FALSE);
}

static char *
dup_topics (MachiEntry *project)
{
  GString *text = g_string_new (NULL);
  GListModel *topics = machi_entry_get_topics (project);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (MachiEntry) topic = g_list_model_get_item (topics, i);
      append_part (text, machi_entry_get_name (topic));
    }

  return g_string_free (text, FALSE);
}

static char *
dup_years (MachiEntry *project)
{
  int from, to;

  machi_entry_get_period (project, &from, &to);

  return machi_locale_format_years (from, to);
}

/**
 * machi_project_get_reduction:
 * @project: a project
 *
 * Returns: (transfer none) (nullable): the fact that says which emissions it is expected to save, if it has a value
 */
MachiStatement *
machi_project_get_reduction (MachiEntry *project)
{
  GListModel *facts = machi_entry_get_facts (project);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (MachiStatement) fact = g_list_model_get_item (facts, i);

      if (g_strcmp0 (machi_statement_get_topic (fact), "reduction") == 0 && machi_statement_get_value (fact, NULL))
        return fact;
    }

  return NULL;
}

/* All are estimates: what is not must say so, and the column is narrow. */
static char *
dup_reduction (MachiEntry *project)
{
  MachiStatement *fact = machi_project_get_reduction (project);
  g_autofree char *number = NULL;
  double value;

  if (fact == NULL)
    return g_strdup ("");

  machi_statement_get_value (fact, &value);
  if (machi_statement_get_qualifier (fact) != NULL && !g_str_equal (machi_statement_get_qualifier (fact), "estimated"))
    return machi_statement_dup_display_value (fact);

  number = machi_locale_format_number (value);

  return machi_locale_format_quantity (number, machi_statement_get_display_unit (fact));
}

/**
 * machi_register_column_dup_text:
 * @column: a column
 * @project: a project
 *
 * Returns: (transfer full): what stands there, for a reader; an empty string where nothing is known
 */
char *
machi_register_column_dup_text (MachiRegisterColumn column, MachiEntry *project)
{
  g_return_val_if_fail (MACHI_IS_ENTRY (project), NULL);

  switch (column)
    {
    case MACHI_REGISTER_YEAR:
      return dup_years (project);
    case MACHI_REGISTER_TITLE:
      return g_strdup (machi_entry_get_name (project));
    case MACHI_REGISTER_SUPPORTING:
      return dup_related (project, MACHI_ROLE_SUPPORTING_CITY);
    case MACHI_REGISTER_PARTNER:
      return dup_related (project, MACHI_ROLE_PARTNER_CITY);
    case MACHI_REGISTER_COUNTRY:
      return dup_countries (project);
    case MACHI_REGISTER_TOPICS:
      return dup_topics (project);
    case MACHI_REGISTER_PROGRAMME:
      return dup_related (project, MACHI_ROLE_PROGRAMME);
    case MACHI_REGISTER_REDUCTION:
      return dup_reduction (project);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * machi_register_column_get_number:
 * @column: a column of numbers
 * @project: a project
 * @number: (out): what its place in the order follows from
 *
 * Returns: whether it is known
 */
gboolean
machi_register_column_get_number (MachiRegisterColumn column, MachiEntry *project, double *number)
{
  MachiStatement *fact;
  int from, to;

  g_return_val_if_fail (MACHI_IS_ENTRY (project), FALSE);

  if (column == MACHI_REGISTER_YEAR)
    {
      machi_entry_get_period (project, &from, &to);
      *number = from * 10000.0 + to;
      return from != 0 || to != 0;
    }

  fact = column == MACHI_REGISTER_REDUCTION ? machi_project_get_reduction (project) : NULL;

  return fact != NULL && machi_statement_get_value (fact, number);
}

static void
append_range (GArray *years, int from, int to)
{
  for (int year = from; year <= to && years->len < 200; year++)
    g_array_append_val (years, year);
}

/**
 * machi_project_get_years:
 * @project: a project
 *
 * Returns: (transfer full) (element-type int): the fiscal years in which it ran, each once
 */
GArray *
machi_project_get_years (MachiEntry *project)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  GListModel *facts = machi_entry_get_facts (project);
  int from, to;

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (MachiStatement) fact = g_list_model_get_item (facts, i);
      const char *text = machi_statement_get_text (fact);

      if (g_strcmp0 (machi_statement_get_topic (fact), "years") != 0)
        continue;
      /* Years that are not a range are in the fact alone: "2014, 2016". */
      for (; text != NULL && g_ascii_isdigit (*text); text += strspn (text, ", "))
        {
          int year = (int) g_ascii_strtoull (text, (char **) &text, 10);
          append_range (years, year, year);
        }
    }
  if (years->len > 0)
    return years;

  machi_entry_get_period (project, &from, &to);
  if (from != 0 || to != 0)
    append_range (years, from != 0 ? from : to, to != 0 ? to : from);

  return years;
}
