/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-facet-button.h"

#include "machi-facet-option.h"
#include "machi-fold.h"
#include "machi-locale.h"
#include "machi-model-box.h"

#include <glib/gi18n.h>

/* A list this long can be searched. */
#define MANY_OPTIONS 9

/**
 * MachiFacetButton:
 *
 * A button that says what a facet is filtered by and opens a list of its values, each with how much it would show;
 * several can be chosen.
 */
struct _MachiFacetButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkBox *box;
  GtkFilterListModel *found;
  GtkCustomFilter *search;
  GListStore *options;

  char *title;
  MachiFacet facet;
  char *folded;
  MachiCatalog *catalog;
  MachiEntryFilter *filter;
  MachiFacetCount count;
  gpointer count_data;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_FACET,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiFacetButton, machi_facet_button, ADW_TYPE_BIN)

static const char *
get_value_name (MachiFacetButton *self, const char *value)
{
  return machi_facet_get_value_name (self->facet, value, self->catalog);
}

static char *
dup_label (MachiFacetButton *self, const char *const *values)
{
  guint n_values = g_strv_length ((GStrv) values);

  if (n_values == 0)
    return g_strdup (self->title);
  if (n_values == 1)
    return g_strdup (get_value_name (self, values[0]));

  /* Translators: on a button: the first of the chosen values, and how many others are chosen besides */
  return g_strdup_printf (C_ ("filter", "%s + %u"), get_value_name (self, values[0]), n_values - 1);
}

static char *
dup_spoken (MachiFacetButton *self, const char *const *values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  if (values[0] == NULL)
    /* Translators: what a screen reader says of a filter that is not used, such as "Country: all" */
    return g_strdup_printf (_ ("%s: all"), self->title);

  for (guint i = 0; values[i] != NULL; i++)
    g_strv_builder_add (builder, get_value_name (self, values[i]));
  names = g_strv_builder_end (builder);
  joined = g_strjoinv (machi_locale_get_list_separator (), names);

  /* Translators: what a screen reader says of a filter, such as "Country: Thailand, Viet Nam" */
  return g_strdup_printf (C_ ("filter", "%s: %s"), self->title, joined);
}

static void
update_button (MachiFacetButton *self)
{
  const char *const *values;
  g_autofree char *label = NULL;
  g_autofree char *spoken = NULL;

  if (self->filter == NULL || self->title == NULL)
    return;

  values = machi_entry_filter_get_values (self->filter, self->facet);
  label = dup_label (self, values);
  spoken = dup_spoken (self, values);
  gtk_menu_button_set_label (self->button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), values[0] != NULL ? spoken : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (values[0] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "machi-filtered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "machi-filtered");
}

static void
toggled_cb (MachiFacetButton *self, GtkCheckButton *check)
{
  MachiFacetOption *option = g_object_get_data (G_OBJECT (check), "machi-option");

  machi_entry_filter_set_value (self->filter, self->facet, machi_facet_option_get_value (option),
                                gtk_check_button_get_active (check));
}

static GtkWidget *
create_check (gpointer item, gpointer data)
{
  MachiFacetButton *self = data;
  GtkWidget *check = machi_facet_option_new_check (item);

  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (check),
      machi_entry_filter_has_value (self->filter, self->facet, machi_facet_option_get_value (item)));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return check;
}

static int
compare_options (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return machi_locale_collate (machi_facet_option_get_label ((gpointer) a),
                               machi_facet_option_get_label ((gpointer) b));
}

static void
append_option (MachiFacetButton *self, const char *value, guint count)
{
  g_autoptr (MachiFacetOption) option = machi_facet_option_new (value, get_value_name (self, value), count);

  g_list_store_insert_sorted (self->options, option, compare_options, NULL);
}

/* Every value that would show something, and those chosen. */
static void
fill_options (MachiFacetButton *self)
{
  const char *const *values = machi_entry_filter_get_values (self->filter, self->facet);
  g_autoptr (MachiTally) tally = self->count (self->facet, self->count_data);

  g_list_store_remove_all (self->options);
  for (guint i = 0; i < machi_tally_get_size (tally); i++)
    {
      guint count;
      const char *value = machi_tally_get_nth (tally, i, &count);

      append_option (self, value, count);
    }
  for (guint i = 0; values[i] != NULL; i++)
    if (machi_tally_get (tally, values[i]) == 0)
      append_option (self, values[i], 0);
}

static void
update_stack (MachiFacetButton *self)
{
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->found));

  gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "options" : "empty");
}

/* The options are made when one wants to see them: their counts follow from all other filters. */
static void
active_cb (MachiFacetButton *self)
{
  if (!gtk_menu_button_get_active (self->button) || self->filter == NULL || self->count == NULL)
    {
      g_list_store_remove_all (self->options);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  fill_options (self);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry),
                          g_list_model_get_n_items (G_LIST_MODEL (self->options)) >= MANY_OPTIONS);
  update_stack (self);
}

static void
search_changed_cb (MachiFacetButton *self)
{
  g_free (self->folded);
  self->folded = machi_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_filter_changed (GTK_FILTER (self->search), GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

/* Return chooses the first of what was found. */
static void
search_activated_cb (MachiFacetButton *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  if (first != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_check_button_set_active (GTK_CHECK_BUTTON (first), !gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
}

static void
search_stopped_cb (MachiFacetButton *self)
{
  gtk_menu_button_popdown (self->button);
}

static gboolean
match_option (gpointer item, gpointer data)
{
  return machi_facet_option_matches (item, MACHI_FACET_BUTTON (data)->folded);
}

static void
machi_facet_button_dispose (GObject *object)
{
  MachiFacetButton *self = MACHI_FACET_BUTTON (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_FACET_BUTTON);
  g_clear_object (&self->catalog);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (machi_facet_button_parent_class)->dispose (object);
}

static void
machi_facet_button_finalize (GObject *object)
{
  MachiFacetButton *self = MACHI_FACET_BUTTON (object);

  g_free (self->title);
  g_free (self->folded);

  G_OBJECT_CLASS (machi_facet_button_parent_class)->finalize (object);
}

static void
machi_facet_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiFacetButton *self = MACHI_FACET_BUTTON (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FACET:
      g_value_set_uint (value, self->facet);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_facet_button_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiFacetButton *self = MACHI_FACET_BUTTON (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      if (g_set_str (&self->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FACET:
      self->facet = g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_facet_button_class_init (MachiFacetButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = machi_facet_button_dispose;
  object_class->finalize = machi_facet_button_finalize;
  object_class->get_property = machi_facet_button_get_property;
  object_class->set_property = machi_facet_button_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FACET] = g_param_spec_uint ("facet", NULL, NULL, 0, MACHI_N_LISTED_FACETS - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MACHI_TYPE_FACET_OPTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-facet-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiFacetButton, button);
  gtk_widget_class_bind_template_child (widget_class, MachiFacetButton, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MachiFacetButton, stack);
  gtk_widget_class_bind_template_child (widget_class, MachiFacetButton, box);
  gtk_widget_class_bind_template_child (widget_class, MachiFacetButton, found);
  gtk_widget_class_bind_template_child (widget_class, MachiFacetButton, search);
  gtk_widget_class_bind_template_child (widget_class, MachiFacetButton, options);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
machi_facet_button_init (MachiFacetButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_custom_filter_set_filter_func (self->search, match_option, self, NULL);
  machi_model_box_bind (self->box, G_LIST_MODEL (self->found), create_check, self);
}

/**
 * machi_facet_button_set_catalog:
 * @self: a button
 * @catalog: (transfer none): where topics and programmes have their names
 *
 * Lets the button name values.
 */
void
machi_facet_button_set_catalog (MachiFacetButton *self, MachiCatalog *catalog)
{
  g_return_if_fail (MACHI_IS_FACET_BUTTON (self));

  if (g_set_object (&self->catalog, catalog))
    update_button (self);
}

/**
 * machi_facet_button_set_filter:
 * @self: a button
 * @filter: (transfer none): the filter that it shows and changes
 *
 * Connects the button to a filter.
 */
void
machi_facet_button_set_filter (MachiFacetButton *self, MachiEntryFilter *filter)
{
  g_return_if_fail (MACHI_IS_FACET_BUTTON (self));

  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, update_button, self);
  g_set_object (&self->filter, filter);
  if (filter == NULL)
    return;

  g_signal_connect_object (filter, "changed", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  update_button (self);
}

/**
 * machi_facet_button_set_count:
 * @self: a button
 * @count: tells how much each value would show
 * @data: for @count
 *
 * Lets the button list values.
 */
void
machi_facet_button_set_count (MachiFacetButton *self, MachiFacetCount count, gpointer data)
{
  g_return_if_fail (MACHI_IS_FACET_BUTTON (self));

  self->count = count;
  self->count_data = data;
}
