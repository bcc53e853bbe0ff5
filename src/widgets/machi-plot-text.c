/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-text.h"

#include "machi-locale.h"
#include "machi-scale.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * machi_plot_data_names_series:
 * @self: data
 *
 * Returns: whether a reader must be told which series a value is of
 */
gboolean
machi_plot_data_names_series (const MachiPlotData *self)
{
  if (machi_plot_data_get_n_series (self) != 1)
    return TRUE;

  return g_strcmp0 (machi_series_get_title (machi_plot_data_get_series (self, 0)), self->title) != 0;
}

/**
 * machi_plot_data_has_broken_axis:
 * @self: data
 *
 * Returns: whether the axis of values stops short of zero
 */
gboolean
machi_plot_data_has_broken_axis (const MachiPlotData *self)
{
  MachiScale scale;
  double low, high;

  machi_plot_data_get_range (self, &low, &high);
  machi_scale_init_values (&scale, low, high, 10, self->chart != MACHI_CHART_LINE);

  return scale.broken;
}

/**
 * machi_plot_data_dup_x_label:
 * @self: data
 * @i: which of the years or categories
 *
 * Returns: (transfer full): the year or the category
 */
char *
machi_plot_data_dup_x_label (const MachiPlotData *self, guint i)
{
  if (self->categories != NULL)
    return g_strdup (self->categories[i]);

  return g_strdup_printf ("%.10g", machi_plot_data_get_x (self, i));
}

/* Within a sentence, where the axis has it bare. */
static char *
dup_x_words (const MachiPlotData *self, guint i)
{
  double x = self->categories == NULL ? machi_plot_data_get_x (self, i) : 0;

  return x == floor (x) && x > 0 ? machi_locale_format_year ((int) x) : machi_plot_data_dup_x_label (self, i);
}

/**
 * machi_plot_data_dup_series_label:
 * @self: data
 * @series: which series
 *
 * Returns: (transfer full): what it counts, with a remark if no source is known for it
 */
char *
machi_plot_data_dup_series_label (const MachiPlotData *self, guint series)
{
  MachiSeries *item = machi_plot_data_get_series (self, series);
  const char *title = machi_series_get_title (item);

  if (machi_series_get_unverified (item))
    /* Translators: the name of a series of values for which no source was found */
    return g_strdup_printf (_ ("%s (not verified)"), title != NULL ? title : "");

  return g_strdup (title != NULL ? title : "");
}

/**
 * machi_plot_data_dup_axis_label:
 * @self: data
 * @with_title: whether the title is drawn too, so that it need not be said again
 *
 * Returns: (transfer full): what must be said at the top of the axis of values: the only series, where no legend names
 *   it, its unit, and whether the axis begins at zero
 */
char *
machi_plot_data_dup_axis_label (const MachiPlotData *self, gboolean with_title)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  if (machi_plot_data_get_n_series (self) == 1)
    {
      gboolean unverified = machi_series_get_unverified (machi_plot_data_get_series (self, 0));

      if (!with_title || machi_plot_data_names_series (self) || unverified)
        g_strv_builder_take (parts, machi_plot_data_dup_series_label (self, 0));
    }
  if (self->unit != NULL && *self->unit != '\0')
    g_strv_builder_add (parts, self->unit);
  if (machi_plot_data_has_broken_axis (self))
    g_strv_builder_add (parts, _ ("axis does not begin at 0"));
  strv = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strv);
}

/**
 * machi_plot_data_dup_value_text:
 * @self: data
 * @series: which series
 * @i: which of the years or categories
 *
 * Returns: (transfer full): the value with its unit, for a reader
 */
char *
machi_plot_data_dup_value_text (const MachiPlotData *self, guint series, guint i)
{
  double value = machi_plot_data_get_cell (self, series, i)->value;
  const char *unit = machi_series_get_unit (machi_plot_data_get_series (self, series));
  g_autofree char *number = NULL;

  if (isnan (value))
    /* Translators: in place of a value */
    return g_strdup (_ ("unknown"));

  number = machi_scale_format_value (value);

  return machi_locale_format_quantity (number, unit);
}

/**
 * machi_plot_data_dup_point_text:
 * @self: data
 * @series: which series
 * @i: which of the years or categories
 *
 * Returns: (transfer full): one line that tells everything about a point, to be spoken
 */
char *
machi_plot_data_dup_point_text (const MachiPlotData *self, guint series, guint i)
{
  g_autofree char *x = dup_x_words (self, i);
  g_autofree char *value = machi_plot_data_dup_value_text (self, series, i);
  g_autofree char *name = machi_plot_data_dup_series_label (self, series);

  if (!machi_plot_data_names_series (self) || *name == '\0')
    /* Translators: a point of a plot: year or category, value with unit */
    return g_strdup_printf (C_ ("point", "%s: %s"), x, value);

  /* Translators: a point of a plot: year or category, name of the series, value with unit */
  return g_strdup_printf (C_ ("point", "%s, %s: %s"), x, name, value);
}

/* A cell must not break the table. */
static void
append_cell (GString *table, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_c (table, *c == '\t' || *c == '\n' || *c == '\r' ? ' ' : *c);
}

static void
append_heading (GString *table, const MachiPlotData *self, guint series)
{
  g_autofree char *name = machi_plot_data_dup_series_label (self, series);
  const char *unit = machi_series_get_unit (machi_plot_data_get_series (self, series));
  g_autofree char *heading = NULL;

  g_string_append_c (table, '\t');
  if (unit == NULL || *unit == '\0')
    {
      append_cell (table, name);
      return;
    }

  /* Translators: heading of a column: the name of a series, which may be empty, and the unit of its values */
  heading = g_strdup_printf (C_ ("column", "%s (%s)"), name, unit);
  append_cell (table, g_strstrip (heading));
}

/* Numbers are to be calculated with: no separators of thousands, but the decimal point of the reader's spreadsheet,
 * which is that of the locale. */
static void
append_row (GString *table, const MachiPlotData *self, guint i)
{
  g_autofree char *x = machi_plot_data_dup_x_label (self, i);

  append_cell (table, x);
  for (guint s = 0; s < machi_plot_data_get_n_series (self); s++)
    {
      double value = machi_plot_data_get_cell (self, s, i)->value;

      g_string_append_c (table, '\t');
      if (!isnan (value))
        g_string_append_printf (table, "%.15g", value);
    }
  g_string_append_c (table, '\n');
}

/**
 * machi_plot_data_dup_table:
 * @self: data
 *
 * Returns: (transfer full): the data as tab-separated values with a line of headings, for a spreadsheet
 */
char *
machi_plot_data_dup_table (const MachiPlotData *self)
{
  GString *table = g_string_new (self->categories != NULL ? _ ("Category") : _ ("Year"));

  for (guint s = 0; s < machi_plot_data_get_n_series (self); s++)
    append_heading (table, self, s);
  g_string_append_c (table, '\n');
  for (guint i = 0; i < machi_plot_data_get_n_xs (self); i++)
    append_row (table, self, i);

  return g_string_free_and_steal (table);
}

static void
find_extremes (const MachiPlotData *self, guint series, guint *lowest, guint *highest)
{
  for (guint i = 0; i < machi_plot_data_get_n_xs (self); i++)
    {
      double value = machi_plot_data_get_cell (self, series, i)->value;

      if (value < machi_plot_data_get_cell (self, series, *lowest)->value)
        *lowest = i;
      if (value > machi_plot_data_get_cell (self, series, *highest)->value)
        *highest = i;
    }
}

typedef struct
{
  char *name, *first, *last, *lowest, *highest;
  char *first_x, *last_x, *lowest_x, *highest_x;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->name);
  g_free (words->first);
  g_free (words->last);
  g_free (words->lowest);
  g_free (words->highest);
  g_free (words->first_x);
  g_free (words->last_x);
  g_free (words->lowest_x);
  g_free (words->highest_x);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static char *
join_words (const MachiPlotData *self, const Words *words, gboolean single)
{
  if (single)
    /* Translators: what a plot shows: name of the series, its only value, year or category */
    return g_strdup_printf (_ ("%s: %s (%s)."), words->name, words->first, words->first_x);
  if (self->categories != NULL)
    /* Translators: what a plot shows: name of the series, lowest value, its category, highest value, its category */
    return g_strdup_printf (_ ("%s: lowest %s (%s), highest %s (%s)."), words->name, words->lowest, words->lowest_x,
                            words->highest, words->highest_x);

  /* Translators: what a plot shows: name of the series, first value, its year, last value, its year, lowest value, its
   * year, highest value, its year */
  return g_strdup_printf (_ ("%s: %s in %s, %s in %s; lowest %s in %s, highest %s in %s."), words->name, words->first,
                          words->first_x, words->last, words->last_x, words->lowest, words->lowest_x, words->highest,
                          words->highest_x);
}

static char *
summarise_series (const MachiPlotData *self, guint series)
{
  guint first = G_MAXUINT, last = machi_plot_data_get_n_xs (self), lowest, highest;
  g_auto (Words) words = { .name = machi_plot_data_dup_series_label (self, series) };

  if (!machi_plot_data_step_point (self, series, 1, &first) || !machi_plot_data_step_point (self, series, -1, &last))
    /* Translators: name of a series of which no value is known */
    return g_strdup_printf (_ ("%s: no values."), words.name);

  lowest = highest = first;
  find_extremes (self, series, &lowest, &highest);
  words.first = machi_plot_data_dup_value_text (self, series, first);
  words.first_x = dup_x_words (self, first);
  words.last = machi_plot_data_dup_value_text (self, series, last);
  words.last_x = dup_x_words (self, last);
  words.lowest = machi_plot_data_dup_value_text (self, series, lowest);
  words.lowest_x = dup_x_words (self, lowest);
  words.highest = machi_plot_data_dup_value_text (self, series, highest);
  words.highest_x = dup_x_words (self, highest);

  return join_words (self, &words, first == last);
}

static const char *
name_chart (MachiChart chart)
{
  switch (chart)
    {
    case MACHI_CHART_BAR:
      return _ ("Bar chart.");
    case MACHI_CHART_STACKED_BAR:
      return _ ("Chart of stacked bars.");
    case MACHI_CHART_LINE:
    default:
      return _ ("Line chart.");
    }
}

/* Takes both. */
static char *
add_sentence (char *text, char *sentence)
{
  g_autofree char *before = text;
  g_autofree char *after = sentence;

  /* Translators: two sentences, one after the other; without a space where your language writes none */
  return g_strdup_printf (C_ ("sentences", "%s %s"), before, after);
}

/**
 * machi_plot_data_dup_summary:
 * @self: data
 *
 * Returns: (transfer full): in sentences what the plot shows, for one who does not see it: the first and last values,
 *   the lowest and highest, and what must be known to compare them
 */
char *
machi_plot_data_dup_summary (const MachiPlotData *self)
{
  g_autoptr (GArray) breaks = machi_plot_data_get_breaks (self);
  char *text;

  if (machi_plot_data_get_n_series (self) == 0 || machi_plot_data_get_n_xs (self) == 0)
    return g_strdup (_ ("There are no values to show."));

  text = g_strdup (name_chart (self->chart));
  for (guint s = 0; s < machi_plot_data_get_n_series (self); s++)
    text = add_sentence (text, summarise_series (self, s));
  for (guint i = 0; i < breaks->len; i++)
    text = add_sentence (
        text,
        /* Translators: from that year on values are counted in another way and cannot be compared with those before */
        g_strdup_printf (_ ("The basis changes in %d."), (int) g_array_index (breaks, double, i)));
  if (machi_plot_data_has_broken_axis (self))
    text = add_sentence (text, g_strdup (_ ("The axis does not begin at 0.")));

  return text;
}
