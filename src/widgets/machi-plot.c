/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot.h"

#include "machi-plot-private.h"
#include "machi-plot-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define NATURAL_HEIGHT 240

/**
 * MachiPlot:
 *
 * Series of values, all in one unit, as lines, bars or stacked bars over years or categories.
 *
 * The same code draws it on the screen, in pictures and on paper. One can point at values, or step through them by
 * keyboard, and copy them or save a picture from its menu.
 */

enum
{
  PROP_0,
  PROP_MODEL,
  PROP_TITLE,
  PROP_SHOW_TITLE,
  PROP_CHART,
  PROP_CATEGORIES,
  PROP_NATURAL_HEIGHT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiPlot, machi_plot, GTK_TYPE_WIDGET)

static const char *
get_label (MachiPlot *self)
{
  const char *title = NULL;

  if (self->title != NULL && *self->title != '\0')
    return self->title;
  if (machi_plot_data_get_n_series (self->data) == 1)
    title = machi_series_get_title (machi_plot_data_get_series (self->data, 0));

  return title != NULL ? title : _ ("Plot");
}

static void
update_actions (MachiPlot *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double low, high;

  machi_plot_data_get_range (self->data, &low, &high);
  gtk_widget_set_focusable (widget, low <= high);
  gtk_widget_action_set_enabled (widget, "plot.copy-image", low <= high);
  gtk_widget_action_set_enabled (widget, "plot.copy-table", low <= high);
  gtk_widget_action_set_enabled (widget, "plot.save", low <= high);
}

/* Takes over what is to be shown. */
static void
update (MachiPlot *self)
{
  g_autofree char *summary = NULL;

  machi_plot_remove_cursor (self);
  machi_plot_drop_layout (self);
  g_clear_pointer (&self->data, machi_plot_data_free);
  self->data = machi_plot_data_new (self->model, self->title, self->chart, (const char *const *) self->categories);

  summary = machi_plot_data_dup_summary (self->data);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, get_label (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
  update_actions (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
machi_plot_dispose (GObject *object)
{
  MachiPlot *self = MACHI_PLOT (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, update, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_PLOT);

  G_OBJECT_CLASS (machi_plot_parent_class)->dispose (object);
}

static void
machi_plot_finalize (GObject *object)
{
  MachiPlot *self = MACHI_PLOT (object);

  g_clear_pointer (&self->layout, machi_plot_layout_free);
  g_clear_pointer (&self->data, machi_plot_data_free);
  g_free (self->title);
  g_strfreev (self->categories);

  G_OBJECT_CLASS (machi_plot_parent_class)->finalize (object);
}

static void
machi_plot_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiPlot *self = MACHI_PLOT (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SHOW_TITLE:
      g_value_set_boolean (value, self->show_title);
      break;
    case PROP_CHART:
      g_value_set_int (value, self->chart);
      break;
    case PROP_CATEGORIES:
      g_value_set_boxed (value, self->categories);
      break;
    case PROP_NATURAL_HEIGHT:
      g_value_set_int (value, self->natural_height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_plot_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiPlot *self = MACHI_PLOT (object);

  switch (prop_id)
    {
    case PROP_MODEL:
      machi_plot_set_model (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      machi_plot_set_title (self, g_value_get_string (value));
      break;
    case PROP_SHOW_TITLE:
      machi_plot_set_show_title (self, g_value_get_boolean (value));
      break;
    case PROP_CHART:
      machi_plot_set_chart (self, g_value_get_int (value));
      break;
    case PROP_CATEGORIES:
      machi_plot_set_categories (self, g_value_get_boxed (value));
      break;
    case PROP_NATURAL_HEIGHT:
      machi_plot_set_natural_height (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = machi_plot_get_property;
  object_class->set_property = machi_plot_set_property;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SHOW_TITLE] = g_param_spec_boolean ("show-title", NULL, NULL, FALSE, flags);
  properties[PROP_CHART] = g_param_spec_int ("chart", NULL, NULL, MACHI_PLOT_CHART_AUTOMATIC, MACHI_CHART_STACKED_BAR,
                                             MACHI_PLOT_CHART_AUTOMATIC, flags);
  properties[PROP_CATEGORIES] = g_param_spec_boxed ("categories", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_NATURAL_HEIGHT] = g_param_spec_int ("natural-height", NULL, NULL, 1, G_MAXINT, NATURAL_HEIGHT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_plot_class_init (MachiPlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_plot_dispose;
  object_class->finalize = machi_plot_finalize;
  install_properties (object_class);

  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-plot.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiPlot, menu_model);
  machi_plot_paint_class_init (widget_class);
  machi_plot_input_class_init (widget_class);
  machi_plot_actions_class_init (widget_class);
}

static void
machi_plot_init (MachiPlot *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->chart = MACHI_PLOT_CHART_AUTOMATIC;
  self->natural_height = NATURAL_HEIGHT;
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HELP_TEXT,
                                  _ ("Left and Right step through the values, Up and Down through the series."), -1);
  update (self);
}

/**
 * machi_plot_new:
 *
 * Returns: (transfer floating): a plot of nothing
 */
GtkWidget *
machi_plot_new (void)
{
  return g_object_new (MACHI_TYPE_PLOT, NULL);
}

/**
 * machi_plot_get_model:
 * @self: a plot
 *
 * Returns: (transfer none) (nullable): the series
 */
GListModel *
machi_plot_get_model (MachiPlot *self)
{
  g_return_val_if_fail (MACHI_IS_PLOT (self), NULL);

  return self->model;
}

/**
 * machi_plot_set_model:
 * @self: a plot
 * @model: (nullable): a model of MachiSeries, all in one unit
 *
 * Sets what is plotted.
 */
void
machi_plot_set_model (MachiPlot *self, GListModel *model)
{
  g_return_if_fail (MACHI_IS_PLOT (self));
  g_return_if_fail (model == NULL || g_type_is_a (g_list_model_get_item_type (model), MACHI_TYPE_SERIES));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, update, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/**
 * machi_plot_get_title:
 * @self: a plot
 *
 * Returns: (nullable): what it shows
 */
const char *
machi_plot_get_title (MachiPlot *self)
{
  g_return_val_if_fail (MACHI_IS_PLOT (self), NULL);

  return self->title;
}

/**
 * machi_plot_set_title:
 * @self: a plot
 * @title: (nullable): what it shows
 *
 * Names the plot: for those who do not see it, in pictures of it, and above it if show-title says so.
 */
void
machi_plot_set_title (MachiPlot *self, const char *title)
{
  g_return_if_fail (MACHI_IS_PLOT (self));

  if (!g_set_str (&self->title, title))
    return;

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * machi_plot_get_show_title:
 * @self: a plot
 *
 * Returns: whether the title is drawn above the plot
 */
gboolean
machi_plot_get_show_title (MachiPlot *self)
{
  g_return_val_if_fail (MACHI_IS_PLOT (self), FALSE);

  return self->show_title;
}

/**
 * machi_plot_set_show_title:
 * @self: a plot
 * @show_title: whether the title is drawn above the plot
 *
 * Has the title drawn where no label beside the plot shows it. Pictures always have it.
 */
void
machi_plot_set_show_title (MachiPlot *self, gboolean show_title)
{
  g_return_if_fail (MACHI_IS_PLOT (self));

  if (self->show_title == !!show_title)
    return;

  self->show_title = !!show_title;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TITLE]);
}

/**
 * machi_plot_get_chart:
 * @self: a plot
 *
 * Returns: a MachiChart, or -1 where the first series decides
 */
int
machi_plot_get_chart (MachiPlot *self)
{
  g_return_val_if_fail (MACHI_IS_PLOT (self), MACHI_PLOT_CHART_AUTOMATIC);

  return self->chart;
}

/**
 * machi_plot_set_chart:
 * @self: a plot
 * @chart: a MachiChart, or -1 to let the first series decide
 *
 * Sets how the series are drawn.
 */
void
machi_plot_set_chart (MachiPlot *self, int chart)
{
  g_return_if_fail (MACHI_IS_PLOT (self));
  g_return_if_fail (chart >= MACHI_PLOT_CHART_AUTOMATIC && chart <= MACHI_CHART_STACKED_BAR);

  if (self->chart == chart)
    return;

  self->chart = chart;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

/**
 * machi_plot_get_categories:
 * @self: a plot
 *
 * Returns: (transfer none) (nullable): what stands at 0, 1, 2, …; NULL where there are years
 */
const char *const *
machi_plot_get_categories (MachiPlot *self)
{
  g_return_val_if_fail (MACHI_IS_PLOT (self), NULL);

  return (const char *const *) self->categories;
}

/**
 * machi_plot_set_categories:
 * @self: a plot
 * @categories: (nullable): what the numbers 0, 1, 2, … of points stand for; NULL where they are years
 *
 * Names the categories.
 */
void
machi_plot_set_categories (MachiPlot *self, const char *const *categories)
{
  g_return_if_fail (MACHI_IS_PLOT (self));

  g_strfreev (self->categories);
  self->categories = g_strdupv ((char **) categories);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATEGORIES]);
}

/**
 * machi_plot_get_natural_height:
 * @self: a plot
 *
 * Returns: how high it likes to be, in pixels
 */
int
machi_plot_get_natural_height (MachiPlot *self)
{
  g_return_val_if_fail (MACHI_IS_PLOT (self), NATURAL_HEIGHT);

  return self->natural_height;
}

/**
 * machi_plot_set_natural_height:
 * @self: a plot
 * @natural_height: how high it likes to be, in pixels, unless it needs more
 *
 * Sets the height; 240 unless it is set.
 */
void
machi_plot_set_natural_height (MachiPlot *self, int natural_height)
{
  g_return_if_fail (MACHI_IS_PLOT (self));
  g_return_if_fail (natural_height > 0);

  if (self->natural_height == natural_height)
    return;

  self->natural_height = natural_height;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NATURAL_HEIGHT]);
}

/**
 * machi_plot_dup_table:
 * @self: a plot
 *
 * Returns: (transfer full): its values as tab-separated text
 */
char *
machi_plot_dup_table (MachiPlot *self)
{
  g_return_val_if_fail (MACHI_IS_PLOT (self), NULL);

  return machi_plot_data_dup_table (self->data);
}

/**
 * machi_plot_dup_summary:
 * @self: a plot
 *
 * Returns: (transfer full): what it shows, in sentences
 */
char *
machi_plot_dup_summary (MachiPlot *self)
{
  g_return_val_if_fail (MACHI_IS_PLOT (self), NULL);

  return machi_plot_data_dup_summary (self->data);
}
