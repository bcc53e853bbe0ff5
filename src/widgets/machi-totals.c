/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-totals.h"

#include "machi-locale.h"
#include "machi-plot.h"

#include <glib/gi18n.h>

/* The most frequent values have bars of their own, all others one together. */
#define N_BARS 6

/**
 * MachiTotals:
 *
 * How many of the projects shown there are by country, by topic and by year: three small plots.
 */
struct _MachiTotals
{
  AdwBin parent_instance;

  GtkWidget *plots;
  MachiPlot *country_plot;
  MachiPlot *topic_plot;
  MachiPlot *year_plot;

  MachiCatalog *catalog;
  MachiRegister *shown;
  guint n_shown;
  guint tick_id;
};

enum
{
  PLOT_COUNTRY,
  PLOT_TOPIC,
  PLOT_YEAR,
  N_PLOTS,
};

G_DEFINE_FINAL_TYPE (MachiTotals, machi_totals, ADW_TYPE_BIN)

static const char *
get_name (MachiCatalog *catalog, MachiFacet facet, const char *value)
{
  MachiEntry *topic;

  if (facet == MACHI_FACET_COUNTRY)
    return machi_locale_get_country_name (value);

  topic = catalog != NULL ? machi_catalog_lookup (catalog, MACHI_KIND_TOPIC, value) : NULL;

  return topic != NULL ? machi_entry_get_name (topic) : value;
}

static MachiSeries *
new_series (MachiPlot *plot)
{
  return machi_series_new (NULL, machi_plot_get_title (plot), NULL, MACHI_CHART_BAR);
}

static void
show_series (MachiPlot *plot, MachiSeries *series)
{
  g_autoptr (GListStore) model = g_list_store_new (MACHI_TYPE_SERIES);

  g_list_store_append (model, series);
  machi_plot_set_model (plot, G_LIST_MODEL (model));
}

/* A single other value has its own bar, as it would have "Others". */
static guint
count_bars (const MachiTally *tally)
{
  guint size = machi_tally_get_size (tally);

  return size <= N_BARS + 1 ? size : N_BARS;
}

static void
add_others (MachiSeries *series, GPtrArray *names, const MachiTally *tally, guint n_bars)
{
  guint n_others = 0;

  for (guint i = n_bars; i < machi_tally_get_size (tally); i++)
    {
      guint count;

      machi_tally_get_nth (tally, i, &count);
      n_others += count;
    }
  if (n_others == 0)
    return;

  machi_series_add_point (series, n_bars, n_others);
  /* Translators: in a plot, the bar of all countries or topics that have no bar of their own */
  g_ptr_array_add (names, (gpointer) C_ ("plot", "Others"));
}

static void
show_values (MachiPlot *plot, MachiCatalog *catalog, MachiFacet facet, MachiTally *totals)
{
  g_autoptr (MachiTally) tally = machi_tally_copy (totals);
  g_autoptr (MachiSeries) series = new_series (plot);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n_bars = count_bars (tally);

  machi_tally_sort (tally, MACHI_TALLY_BY_COUNT);
  for (guint i = 0; i < n_bars; i++)
    {
      guint count;
      const char *value = machi_tally_get_nth (tally, i, &count);

      machi_series_add_point (series, i, count);
      g_ptr_array_add (names, (gpointer) get_name (catalog, facet, value));
    }
  add_others (series, names, tally, n_bars);
  g_ptr_array_add (names, NULL);
  machi_plot_set_categories (plot, (const char *const *) names->pdata);
  show_series (plot, series);
}

static void
show_years (MachiPlot *plot, MachiTally *totals)
{
  g_autoptr (MachiTally) tally = machi_tally_copy (totals);
  g_autoptr (MachiSeries) series = new_series (plot);
  guint size = machi_tally_get_size (tally);

  machi_tally_sort (tally, MACHI_TALLY_BY_VALUE);
  for (guint i = 0; i < size; i++)
    {
      guint count;
      const char *value = machi_tally_get_nth (tally, i, &count);

      machi_series_add_point (series, g_ascii_strtod (value, NULL), count);
    }
  show_series (plot, series);
}

static void
show_plot (MachiTotals *self, guint plot)
{
  if (plot == PLOT_COUNTRY)
    show_values (self->country_plot, self->catalog, MACHI_FACET_COUNTRY,
                 machi_register_get_totals (self->shown, MACHI_FACET_COUNTRY));
  else if (plot == PLOT_TOPIC)
    show_values (self->topic_plot, self->catalog, MACHI_FACET_TOPIC,
                 machi_register_get_totals (self->shown, MACHI_FACET_TOPIC));
  else
    show_years (self->year_plot, machi_register_get_totals (self->shown, MACHI_FACET_YEARS));
}

static gboolean
show_next_cb (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  MachiTotals *self = MACHI_TOTALS (widget);

  show_plot (self, self->n_shown++);
  if (self->n_shown < N_PLOTS)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;

  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* What scrolls sideways does not ask its child how high it is at the width it has; but the narrower the plots are, the
 * more lines the names of countries and topics take. */
static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  MachiTotals *self = MACHI_TOTALS (widget);
  int least;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (adw_bin_get_child (ADW_BIN (self)), orientation, for_size, minimum, natural, NULL, NULL);
      return;
    }

  gtk_widget_measure (self->plots, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->plots, orientation, for_size < 0 ? -1 : MAX (for_size, least), minimum, natural, NULL,
                      NULL);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
machi_totals_dispose (GObject *object)
{
  MachiTotals *self = MACHI_TOTALS (object);

  g_clear_object (&self->catalog);
  g_clear_object (&self->shown);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_TOTALS);

  G_OBJECT_CLASS (machi_totals_parent_class)->dispose (object);
}

static void
machi_totals_class_init (MachiTotalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_totals_dispose;

  g_type_ensure (MACHI_TYPE_PLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-totals.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiTotals, plots);
  gtk_widget_class_bind_template_child (widget_class, MachiTotals, country_plot);
  gtk_widget_class_bind_template_child (widget_class, MachiTotals, topic_plot);
  gtk_widget_class_bind_template_child (widget_class, MachiTotals, year_plot);
}

static void
machi_totals_init (MachiTotals *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (get_request_mode, measure, allocate));
}

/**
 * machi_totals_new:
 *
 * Returns: (transfer floating): plots of nothing yet
 */
GtkWidget *
machi_totals_new (void)
{
  return g_object_new (MACHI_TYPE_TOTALS, NULL);
}

static void
set_shown (MachiTotals *self, MachiCatalog *catalog, MachiRegister *shown)
{
  g_set_object (&self->catalog, catalog);
  g_set_object (&self->shown, shown);
  self->n_shown = 0;
}

/**
 * machi_totals_show:
 * @self: totals
 * @catalog: (nullable): where topics have their names
 * @shown: a register
 *
 * Shows the totals of what @shown shows now.
 */
void
machi_totals_show (MachiTotals *self, MachiCatalog *catalog, MachiRegister *shown)
{
  g_return_if_fail (MACHI_IS_TOTALS (self));
  g_return_if_fail (MACHI_IS_REGISTER (shown));

  set_shown (self, catalog, shown);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  for (guint plot = 0; plot < N_PLOTS; plot++)
    show_plot (self, plot);
}

/**
 * machi_totals_update:
 * @self: totals
 * @catalog: (nullable): where topics have their names
 * @shown: a register
 *
 * Shows the totals of what @shown shows, one plot a frame: for a register that is being typed at.
 */
void
machi_totals_update (MachiTotals *self, MachiCatalog *catalog, MachiRegister *shown)
{
  g_return_if_fail (MACHI_IS_TOTALS (self));
  g_return_if_fail (MACHI_IS_REGISTER (shown));

  set_shown (self, catalog, shown);
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_next_cb, NULL, NULL);
}
