/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-years-button.h"

#include "machi-facet-option.h"
#include "machi-locale.h"
#include "machi-year-span.h"

#include <glib/gi18n.h>

/**
 * MachiYearsButton:
 *
 * A button that says which years are shown and opens a list of spans, each with how much it would show, and two entries
 * for any other range.
 */
struct _MachiYearsButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkBox *spans;
  GtkAdjustment *from_adjustment;
  GtkAdjustment *to_adjustment;

  MachiEntryFilter *filter;
  MachiFacetCount count;
  gpointer count_data;
  gboolean has_range;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MachiYearsButton, machi_years_button, ADW_TYPE_BIN)

static MachiFacetOption *
get_option (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "machi-option");
}

static void
update_checks (MachiYearsButton *self)
{
  int from, to, first = 0, last = 0;

  machi_entry_filter_get_years (self->filter, &from, &to);
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->spans)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      machi_year_span_parse (machi_facet_option_get_value (get_option (check)), &first, &last);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), first == from && last == to);
    }
}

static void
update (MachiYearsButton *self)
{
  g_autofree char *label = NULL;
  g_autofree char *spoken = NULL;
  gboolean filtered;
  int from, to;

  machi_entry_filter_get_years (self->filter, &from, &to);
  filtered = from != 0 || to != 0;
  label = filtered ? machi_locale_format_year_filter (from, to) : g_strdup (_ ("Years"));
  /* Translators: what a screen reader says of the filter by years */
  spoken = filtered ? g_strdup_printf (_ ("Years: %s"), label) : g_strdup (_ ("Years: all"));
  gtk_menu_button_set_label (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (filtered)
    gtk_widget_add_css_class (GTK_WIDGET (self), "machi-filtered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "machi-filtered");

  self->updating = TRUE;
  gtk_adjustment_set_value (self->from_adjustment, from != 0 ? from : gtk_adjustment_get_lower (self->from_adjustment));
  gtk_adjustment_set_value (self->to_adjustment, to != 0 ? to : gtk_adjustment_get_upper (self->to_adjustment));
  update_checks (self);
  self->updating = FALSE;
}

/* A limit at the very end is no limit. */
static void
year_changed_cb (MachiYearsButton *self)
{
  double from = gtk_adjustment_get_value (self->from_adjustment);
  double to = gtk_adjustment_get_value (self->to_adjustment);

  if (self->updating || self->filter == NULL)
    return;

  machi_entry_filter_set_years (self->filter, from > gtk_adjustment_get_lower (self->from_adjustment) ? (int) from : 0,
                                to < gtk_adjustment_get_upper (self->to_adjustment) ? (int) to : 0);
}

/* A span takes the place of what was chosen before, or is taken away again. */
static void
toggled_cb (MachiYearsButton *self, GtkCheckButton *check)
{
  int from = 0, to = 0;

  if (self->updating)
    return;

  if (gtk_check_button_get_active (check))
    machi_year_span_parse (machi_facet_option_get_value (get_option (GTK_WIDGET (check))), &from, &to);
  machi_entry_filter_set_years (self->filter, from, to);
}

static void
append_span (MachiYearsButton *self, const char *value, guint count, int from, int to)
{
  g_autofree char *name = machi_locale_format_year_filter (from, to);
  g_autoptr (MachiFacetOption) option = machi_facet_option_new (value, name, count);
  GtkWidget *check = machi_facet_option_new_check (option);

  gtk_box_append (self->spans, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

/* What goes on shall not list years to come. */
static void
fill_spans (MachiYearsButton *self)
{
  g_autoptr (MachiTally) tally = self->count (MACHI_FACET_YEARS, self->count_data);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  int from, to;

  for (guint span = 0; span < MACHI_N_YEAR_SPANS; span++)
    {
      const char *value = machi_year_span_get_value (span);
      guint count = machi_tally_get (tally, value);

      machi_year_span_get (span, &from, &to);
      if (count > 0 && from <= g_date_time_get_year (now))
        append_span (self, value, count, from, to);
    }
}

/* The spans are made when one wants to see them: their counts follow from all other filters. */
static void
active_cb (MachiYearsButton *self)
{
  GtkWidget *child;

  if (!gtk_menu_button_get_active (self->button) || self->filter == NULL || self->count == NULL)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->spans))) != NULL)
    gtk_box_remove (self->spans, child);
  fill_spans (self);
  update (self);
}

static void
machi_years_button_dispose (GObject *object)
{
  MachiYearsButton *self = MACHI_YEARS_BUTTON (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_YEARS_BUTTON);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (machi_years_button_parent_class)->dispose (object);
}

static void
machi_years_button_class_init (MachiYearsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_years_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-years-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiYearsButton, button);
  gtk_widget_class_bind_template_child (widget_class, MachiYearsButton, spans);
  gtk_widget_class_bind_template_child (widget_class, MachiYearsButton, from_adjustment);
  gtk_widget_class_bind_template_child (widget_class, MachiYearsButton, to_adjustment);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
}

static void
machi_years_button_init (MachiYearsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_years_button_set_filter:
 * @self: a button
 * @filter: (transfer none): the filter that it shows and changes
 *
 * Connects the button to a filter.
 */
void
machi_years_button_set_filter (MachiYearsButton *self, MachiEntryFilter *filter)
{
  g_return_if_fail (MACHI_IS_YEARS_BUTTON (self));
  g_return_if_fail (MACHI_IS_ENTRY_FILTER (filter));

  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, update, self);
  g_set_object (&self->filter, filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * machi_years_button_set_count:
 * @self: a button
 * @count: tells how much each span of years would show, by values as machi_year_span_get_value() has them
 * @data: for @count
 *
 * Lets the button list spans.
 */
void
machi_years_button_set_count (MachiYearsButton *self, MachiFacetCount count, gpointer data)
{
  g_return_if_fail (MACHI_IS_YEARS_BUTTON (self));

  self->count = count;
  self->count_data = data;
}

/**
 * machi_years_button_set_range:
 * @self: a button
 * @first: the first year there is
 * @last: the last year there is
 *
 * Sets between which years one can choose.
 */
void
machi_years_button_set_range (MachiYearsButton *self, int first, int last)
{
  g_return_if_fail (MACHI_IS_YEARS_BUTTON (self));

  self->has_range = TRUE;
  self->updating = TRUE;
  gtk_adjustment_configure (self->from_adjustment, first, first, last, 1, 10, 0);
  gtk_adjustment_configure (self->to_adjustment, last, first, last, 1, 10, 0);
  self->updating = FALSE;
  if (self->filter != NULL)
    update (self);
}

/**
 * machi_years_button_extend_range:
 * @self: a button
 * @first: the first year of some things
 * @last: the last year of some things
 *
 * Lets one choose these years too.
 */
void
machi_years_button_extend_range (MachiYearsButton *self, int first, int last)
{
  int lower, upper;

  g_return_if_fail (MACHI_IS_YEARS_BUTTON (self));

  lower = (int) gtk_adjustment_get_lower (self->from_adjustment);
  upper = (int) gtk_adjustment_get_upper (self->from_adjustment);
  if (!self->has_range)
    machi_years_button_set_range (self, first, last);
  else if (first < lower || last > upper)
    machi_years_button_set_range (self, MIN (first, lower), MAX (last, upper));
}
