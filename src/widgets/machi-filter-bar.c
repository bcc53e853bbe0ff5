/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-filter-bar.h"

#include "machi-years-button.h"

#include <glib/gi18n.h>

/**
 * MachiFilterBar:
 *
 * Where one says what to see: by country, topic, programme and years, and where a page has use for it by words or by
 * kind. It shows and changes a #MachiEntryFilter.
 */
struct _MachiFilterBar
{
  AdwBin parent_instance;

  GtkSearchEntry *text_entry;
  MachiFacetButton *kind_button;
  MachiFacetButton *country_button;
  MachiFacetButton *topic_button;
  MachiFacetButton *programme_button;
  MachiYearsButton *years_button;
  GtkButton *clear_button;

  MachiEntryFilter *filter;
  GListModel *model;
  char *text;
  gboolean searchable;
  gboolean with_kinds;
};

enum
{
  PROP_0,
  PROP_FILTER,
  PROP_TEXT,
  PROP_SEARCHABLE,
  PROP_WITH_KINDS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiFilterBar, machi_filter_bar, ADW_TYPE_BIN)

static MachiTally *
count_model (MachiFacet facet, gpointer data)
{
  MachiFilterBar *self = data;
  MachiTally *tally = machi_tally_new ();
  guint n_items = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);
      machi_entry_filter_tally_item (self->filter, item, facet, tally);
    }

  return tally;
}

static void
update_clear_button (MachiFilterBar *self)
{
  gboolean empty = machi_entry_filter_is_empty (self->filter) && (self->text == NULL || *self->text == '\0');

  gtk_widget_set_visible (GTK_WIDGET (self->clear_button), !empty);
}

static void
filter_changed_cb (MachiFilterBar *self)
{
  update_clear_button (self);
}

static void
text_changed_cb (MachiFilterBar *self)
{
  if (g_set_str (&self->text, gtk_editable_get_text (GTK_EDITABLE (self->text_entry))))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  update_clear_button (self);
}

static void
text_stopped_cb (MachiFilterBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->text_entry), "");
}

/* The button goes: the focus must not go with it. */
static void
clear_clicked_cb (MachiFilterBar *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->country_button), GTK_DIR_TAB_FORWARD);
  machi_filter_bar_set_text (self, NULL);
  machi_entry_filter_clear (self->filter);
}

static void
machi_filter_bar_dispose (GObject *object)
{
  MachiFilterBar *self = MACHI_FILTER_BAR (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_FILTER_BAR);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (machi_filter_bar_parent_class)->dispose (object);
}

static void
machi_filter_bar_finalize (GObject *object)
{
  MachiFilterBar *self = MACHI_FILTER_BAR (object);

  g_free (self->text);

  G_OBJECT_CLASS (machi_filter_bar_parent_class)->finalize (object);
}

static void
machi_filter_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiFilterBar *self = MACHI_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_SEARCHABLE:
      g_value_set_boolean (value, self->searchable);
      break;
    case PROP_WITH_KINDS:
      g_value_set_boolean (value, self->with_kinds);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_filter_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiFilterBar *self = MACHI_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      machi_filter_bar_set_filter (self, g_value_get_object (value));
      break;
    case PROP_TEXT:
      machi_filter_bar_set_text (self, g_value_get_string (value));
      break;
    case PROP_SEARCHABLE:
      self->searchable = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_WITH_KINDS:
      self->with_kinds = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_filter_bar_class_init (MachiFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = machi_filter_bar_dispose;
  object_class->finalize = machi_filter_bar_finalize;
  object_class->get_property = machi_filter_bar_get_property;
  object_class->set_property = machi_filter_bar_set_property;

  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, MACHI_TYPE_ENTRY_FILTER, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_SEARCHABLE] = g_param_spec_boolean ("searchable", NULL, NULL, FALSE, flags);
  properties[PROP_WITH_KINDS] = g_param_spec_boolean ("with-kinds", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MACHI_TYPE_FACET_BUTTON);
  g_type_ensure (MACHI_TYPE_YEARS_BUTTON);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiFilterBar, text_entry);
  gtk_widget_class_bind_template_child (widget_class, MachiFilterBar, kind_button);
  gtk_widget_class_bind_template_child (widget_class, MachiFilterBar, country_button);
  gtk_widget_class_bind_template_child (widget_class, MachiFilterBar, topic_button);
  gtk_widget_class_bind_template_child (widget_class, MachiFilterBar, programme_button);
  gtk_widget_class_bind_template_child (widget_class, MachiFilterBar, years_button);
  gtk_widget_class_bind_template_child (widget_class, MachiFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
machi_filter_bar_init (MachiFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  machi_filter_bar_set_count (self, count_model, self);
}

/**
 * machi_filter_bar_new:
 *
 * Returns: (transfer floating): a bar without a filter
 */
GtkWidget *
machi_filter_bar_new (void)
{
  return g_object_new (MACHI_TYPE_FILTER_BAR, NULL);
}

/**
 * machi_filter_bar_set_catalog:
 * @self: a bar
 * @catalog: (transfer none): where topics and programmes have their names
 *
 * Lets the bar name values.
 */
void
machi_filter_bar_set_catalog (MachiFilterBar *self, MachiCatalog *catalog)
{
  g_return_if_fail (MACHI_IS_FILTER_BAR (self));

  machi_facet_button_set_catalog (self->kind_button, catalog);
  machi_facet_button_set_catalog (self->country_button, catalog);
  machi_facet_button_set_catalog (self->topic_button, catalog);
  machi_facet_button_set_catalog (self->programme_button, catalog);
}

/**
 * machi_filter_bar_get_filter:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): the filter that it shows and changes
 */
MachiEntryFilter *
machi_filter_bar_get_filter (MachiFilterBar *self)
{
  g_return_val_if_fail (MACHI_IS_FILTER_BAR (self), NULL);

  return self->filter;
}

/**
 * machi_filter_bar_set_filter:
 * @self: a bar
 * @filter: (transfer none): the filter that it shows and changes
 *
 * Connects the bar to a filter.
 */
void
machi_filter_bar_set_filter (MachiFilterBar *self, MachiEntryFilter *filter)
{
  g_return_if_fail (MACHI_IS_FILTER_BAR (self));
  g_return_if_fail (MACHI_IS_ENTRY_FILTER (filter));

  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, filter_changed_cb, self);
  g_set_object (&self->filter, filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  machi_facet_button_set_filter (self->kind_button, filter);
  machi_facet_button_set_filter (self->country_button, filter);
  machi_facet_button_set_filter (self->topic_button, filter);
  machi_facet_button_set_filter (self->programme_button, filter);
  machi_years_button_set_filter (self->years_button, filter);
  filter_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

/**
 * machi_filter_bar_set_model:
 * @self: a bar
 * @model: (transfer none): a list of #MachiEntry or #MachiEvent: all that can be shown, before it is filtered
 *
 * Lets the bar count how much each value would show.
 */
void
machi_filter_bar_set_model (MachiFilterBar *self, GListModel *model)
{
  g_return_if_fail (MACHI_IS_FILTER_BAR (self));

  g_set_object (&self->model, model);
}

/**
 * machi_filter_bar_set_count:
 * @self: a bar
 * @count: tells how much each value of a facet would show, where the bar shall not count itself
 * @data: for @count
 *
 * Lets the bar ask how much each value would show.
 */
void
machi_filter_bar_set_count (MachiFilterBar *self, MachiFacetCount count, gpointer data)
{
  g_return_if_fail (MACHI_IS_FILTER_BAR (self));

  machi_facet_button_set_count (self->kind_button, count, data);
  machi_facet_button_set_count (self->country_button, count, data);
  machi_facet_button_set_count (self->topic_button, count, data);
  machi_facet_button_set_count (self->programme_button, count, data);
  machi_years_button_set_count (self->years_button, count, data);
}

/**
 * machi_filter_bar_set_years:
 * @self: a bar
 * @first: the first year there is
 * @last: the last year there is
 *
 * Sets between which years one can choose.
 */
void
machi_filter_bar_set_years (MachiFilterBar *self, int first, int last)
{
  g_return_if_fail (MACHI_IS_FILTER_BAR (self));

  machi_years_button_set_range (self->years_button, first, last);
}

/**
 * machi_filter_bar_extend_years:
 * @self: a bar
 * @first: the first year of some things
 * @last: the last year of some things
 *
 * Lets one choose these years too.
 */
void
machi_filter_bar_extend_years (MachiFilterBar *self, int first, int last)
{
  g_return_if_fail (MACHI_IS_FILTER_BAR (self));

  machi_years_button_extend_range (self->years_button, first, last);
}

/**
 * machi_filter_bar_get_text:
 * @self: a bar
 *
 * Returns: (nullable): the words typed
 */
const char *
machi_filter_bar_get_text (MachiFilterBar *self)
{
  g_return_val_if_fail (MACHI_IS_FILTER_BAR (self), NULL);

  return self->text;
}

/**
 * machi_filter_bar_set_text:
 * @self: a bar
 * @text: (nullable): words
 *
 * Sets the words by which a page filters at once, as if they had been typed.
 */
void
machi_filter_bar_set_text (MachiFilterBar *self, const char *text)
{
  g_return_if_fail (MACHI_IS_FILTER_BAR (self));

  text = text != NULL ? text : "";
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->text_entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->text_entry), text);
  /* The entry waits a moment before it tells. */
  text_changed_cb (self);
}
