/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-filter-chips.h"

#include "machi-facet-option.h"
#include "machi-locale.h"

#include <glib/gi18n.h>

/**
 * MachiFilterChips:
 *
 * What is filtered by at the moment, value by value, each to be taken away by a click or, when it has the focus, by
 * Enter, Space or Delete. Not to be seen where nothing is filtered by.
 */
struct _MachiFilterChips
{
  AdwBin parent_instance;

  AdwWrapBox *box;

  MachiEntryFilter *filter;
  MachiCatalog *catalog;
};

enum
{
  EMPTIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiFilterChips, machi_filter_chips, ADW_TYPE_BIN)

static GtkWidget *
get_nth_chip (MachiFilterChips *self, guint n)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (chip != NULL && n-- > 0)
    chip = gtk_widget_get_next_sibling (chip);

  return chip;
}

/* All chips are made anew then: the focus goes on to the one that has its place, or else to the last. */
static void
remove_value (MachiFilterChips *self, GtkWidget *chip)
{
  MachiFacet facet = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "machi-facet"));
  const char *value = g_object_get_data (G_OBJECT (chip), "machi-value");
  GtkWidget *next;
  guint n = 0;

  for (GtkWidget *other = gtk_widget_get_prev_sibling (chip); other != NULL;
       other = gtk_widget_get_prev_sibling (other))
    n++;
  if (gtk_widget_get_next_sibling (chip) == NULL && n == 0)
    g_signal_emit (self, signals[EMPTIED], 0);
  if (facet == MACHI_FACET_YEARS)
    machi_entry_filter_set_years (self->filter, 0, 0);
  else
    machi_entry_filter_set_value (self->filter, facet, value, FALSE);

  next = get_nth_chip (self, n);
  next = next != NULL ? next : gtk_widget_get_last_child (GTK_WIDGET (self->box));
  if (next != NULL)
    gtk_widget_grab_focus (next);
}

static gboolean
key_pressed_cb (MachiFilterChips *self, guint keyval)
{
  GtkWidget *chip = gtk_widget_get_focus_child (GTK_WIDGET (self->box));

  if (chip == NULL || (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete && keyval != GDK_KEY_BackSpace))
    return GDK_EVENT_PROPAGATE;

  remove_value (self, chip);

  return GDK_EVENT_STOP;
}

static void
append_chip (MachiFilterChips *self, MachiFacet facet, const char *value, const char *name)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  /* Translators: what a screen reader says of a button that takes away what is filtered by: a country, a topic */
  g_autofree char *spoken = g_strdup_printf (_ ("Do not filter by “%s”"), name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), line);
  gtk_widget_set_tooltip_text (chip, spoken);
  gtk_widget_add_css_class (chip, "machi-filter-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (chip), "machi-facet", GUINT_TO_POINTER (facet));
  g_object_set_data (G_OBJECT (chip), "machi-value", (gpointer) g_intern_string (value));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (remove_value), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, chip);
}

static void
update (MachiFilterChips *self)
{
  GtkWidget *chip;
  int from, to;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, chip);
  for (guint facet = 0; facet < MACHI_N_LISTED_FACETS; facet++)
    {
      const char *const *values = machi_entry_filter_get_values (self->filter, facet);

      for (guint i = 0; values[i] != NULL; i++)
        append_chip (self, facet, values[i], machi_facet_get_value_name (facet, values[i], self->catalog));
    }
  machi_entry_filter_get_years (self->filter, &from, &to);
  if (from != 0 || to != 0)
    {
      g_autofree char *name = machi_locale_format_year_filter (from, to);
      append_chip (self, MACHI_FACET_YEARS, NULL, name);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL);
}

static void
machi_filter_chips_dispose (GObject *object)
{
  MachiFilterChips *self = MACHI_FILTER_CHIPS (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_FILTER_CHIPS);
  g_clear_object (&self->filter);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (machi_filter_chips_parent_class)->dispose (object);
}

static void
machi_filter_chips_class_init (MachiFilterChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_filter_chips_dispose;

  /**
   * MachiFilterChips::emptied:
   * @self: the chips
   *
   * The last is about to go, with the focus: it should go elsewhere.
   */
  signals[EMPTIED]
      = g_signal_new ("emptied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-filter-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiFilterChips, box);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
machi_filter_chips_init (MachiFilterChips *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_filter_chips_set_filter:
 * @self: the chips
 * @filter: (transfer none): the filter that they show and change
 * @catalog: (transfer none): where topics and programmes have their names
 *
 * Connects the chips to a filter.
 */
void
machi_filter_chips_set_filter (MachiFilterChips *self, MachiEntryFilter *filter, MachiCatalog *catalog)
{
  g_return_if_fail (MACHI_IS_FILTER_CHIPS (self));
  g_return_if_fail (MACHI_IS_ENTRY_FILTER (filter));

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, update, self);
  g_set_object (&self->filter, filter);
  g_set_object (&self->catalog, catalog);
  g_signal_connect_object (filter, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
