/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Years are four digits; anything else in the first column names categories. */
static gboolean
get_year (const MachiTable *table, guint row, double *year)
{
  g_autofree char *words = machi_text_dup_words (machi_table_get_cell (table, row, 0));

  *year = g_ascii_strtod (words, NULL);

  return strlen (words) == 4 && strspn (words, "0123456789") == 4 && *words != '0';
}

static GStrv
dup_categories (const MachiTable *table)
{
  GStrvBuilder *builder;
  gboolean are_years = TRUE;
  GStrv categories;
  double year;

  for (guint row = 0; row < machi_table_get_n_rows (table) && are_years; row++)
    are_years = get_year (table, row, &year);
  if (are_years)
    return NULL;

  builder = g_strv_builder_new ();
  for (guint row = 0; row < machi_table_get_n_rows (table); row++)
    g_strv_builder_take (builder, machi_text_dup_words (machi_table_get_cell (table, row, 0)));
  categories = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return categories;
}

/* "Recharge (million m³)" is a name and its unit. */
static MachiSeries *
new_series (const MachiTable *table, guint column, const MachiBlockFields *fields, GPtrArray *sources)
{
  g_autofree char *heading = machi_text_dup_words (machi_table_get_header (table, column));
  char *open = strrchr (heading, '(');
  char *unit = NULL;
  MachiSeries *series;

  if (open != NULL && open > heading && g_str_has_suffix (heading, ")"))
    {
      unit = open + 1;
      unit[strlen (unit) - 1] = '\0';
      *open = '\0';
      g_strstrip (unit);
    }

  series = machi_series_new (NULL, g_strstrip (heading), unit != NULL && *unit != '\0' ? unit : NULL, fields->chart);
  machi_series_set_sources (series, sources);
  machi_series_set_unverified (series, (fields->flags & MACHI_BLOCK_UNVERIFIED) != 0);

  return series;
}

static double
read_value (MachiReportReader *reader, const MachiTable *table, GPtrArray *entries, guint row, guint column)
{
  const xmlNode *entry = g_ptr_array_index (entries, row * machi_table_get_n_columns (table) + column);
  double value;

  if (!machi_table_cell_get_number (table, row, column, &value))
    machi_report_add_problem (reader, entry != NULL ? machi_xml_get_line (entry) : 0,
                              _ ("“%s” cannot be drawn: in a plot stand plain numbers without separators of thousands, "
                                 "or – where one is not known"),
                              machi_text_get_plain (machi_table_get_cell (table, row, column)));

  return value;
}

static gboolean
add_points (MachiReportReader *reader,
            MachiSeries *series,
            const MachiBlockFields *fields,
            GPtrArray *entries,
            guint column,
            gboolean by_category)
{
  gboolean any = FALSE;
  double x, y;

  for (guint row = 0; row < machi_table_get_n_rows (fields->table); row++)
    {
      if (by_category)
        x = row;
      else
        get_year (fields->table, row, &x);
      y = read_value (reader, fields->table, entries, row, column);
      machi_series_add_point (series, x, y);
      any |= !isnan (y);
    }

  return any;
}

static void
check_years (MachiReportReader *reader, const MachiTable *table, GPtrArray *entries)
{
  double last = 0, year;

  for (guint row = 0; row < machi_table_get_n_rows (table); row++, last = year)
    {
      const xmlNode *entry = g_ptr_array_index (entries, row * machi_table_get_n_columns (table));

      if (get_year (table, row, &year) && year <= last)
        machi_report_add_problem (reader, machi_xml_get_line (entry), _ ("The years of a plot must ascend"));
    }
}

/*
 * machi_report_read_plot:
 * @reader: the reader of the file
 * @entries: (element-type xmlNode): the elements of the cells below the headings
 * @sources: (element-type MachiSource): what the table cites
 * @fields: (inout): the block of the table; gets its series and categories
 * @categories: (out) (transfer full) (nullable): what the categories point at
 *
 * Makes series of a table's columns: the first is the year or the category, each further one a series.
 *
 * Returns: whether there is anything to draw
 */
gboolean
machi_report_read_plot (
    MachiReportReader *reader, GPtrArray *entries, GPtrArray *sources, MachiBlockFields *fields, GStrv *categories)
{
  g_autoptr (GListStore) all = g_list_store_new (MACHI_TYPE_SERIES);

  *categories = dup_categories (fields->table);
  if (*categories == NULL)
    check_years (reader, fields->table, entries);

  for (guint column = 1; column < machi_table_get_n_columns (fields->table); column++)
    {
      g_autoptr (MachiSeries) series = new_series (fields->table, column, fields, sources);

      if (add_points (reader, series, fields, entries, column, *categories != NULL))
        g_list_store_append (all, series);
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (all)) == 0)
    return FALSE;

  fields->series = G_LIST_MODEL (g_steal_pointer (&all));
  fields->categories = (const char *const *) *categories;

  return TRUE;
}
