/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-facet-option.h"

#include "machi-fold.h"
#include "machi-locale.h"

#include <glib/gi18n.h>

/**
 * MachiFacetOption:
 *
 * A value that one can filter by: its name, and how much it would show. Immutable.
 */
struct _MachiFacetOption
{
  GObject parent_instance;

  const char *value;
  char *label;
  char *folded;
  guint count;
};

G_DEFINE_FINAL_TYPE (MachiFacetOption, machi_facet_option, G_TYPE_OBJECT)

static void
machi_facet_option_finalize (GObject *object)
{
  MachiFacetOption *self = MACHI_FACET_OPTION (object);

  g_free (self->label);
  g_free (self->folded);

  G_OBJECT_CLASS (machi_facet_option_parent_class)->finalize (object);
}

static void
machi_facet_option_class_init (MachiFacetOptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = machi_facet_option_finalize;
}

static void
machi_facet_option_init (MachiFacetOption *self G_GNUC_UNUSED)
{
}

/**
 * machi_facet_option_new:
 * @value: a value of a facet
 * @label: its name for a reader
 * @count: how much it would show
 *
 * Returns: (transfer full): an option
 */
MachiFacetOption *
machi_facet_option_new (const char *value, const char *label, guint count)
{
  MachiFacetOption *self = g_object_new (MACHI_TYPE_FACET_OPTION, NULL);

  self->value = g_intern_string (value);
  self->label = g_strdup (label);
  self->folded = machi_fold (label);
  self->count = count;

  return self;
}

/**
 * machi_facet_option_get_value:
 * @self: an option
 *
 * Returns: the value, an interned string
 */
const char *
machi_facet_option_get_value (MachiFacetOption *self)
{
  g_return_val_if_fail (MACHI_IS_FACET_OPTION (self), NULL);

  return self->value;
}

/**
 * machi_facet_option_get_label:
 * @self: an option
 *
 * Returns: its name for a reader
 */
const char *
machi_facet_option_get_label (MachiFacetOption *self)
{
  g_return_val_if_fail (MACHI_IS_FACET_OPTION (self), NULL);

  return self->label;
}

/**
 * machi_facet_option_get_count:
 * @self: an option
 *
 * Returns: how much it would show
 */
guint
machi_facet_option_get_count (MachiFacetOption *self)
{
  g_return_val_if_fail (MACHI_IS_FACET_OPTION (self), 0);

  return self->count;
}

/**
 * machi_facet_option_matches:
 * @self: an option
 * @folded: (nullable): what was typed, from machi_fold()
 *
 * Returns: whether its name has that
 */
gboolean
machi_facet_option_matches (MachiFacetOption *self, const char *folded)
{
  g_return_val_if_fail (MACHI_IS_FACET_OPTION (self), FALSE);

  return machi_fold_contains (self->folded, folded);
}

/**
 * machi_facet_option_new_check:
 * @self: an option
 *
 * Returns: (transfer floating): a check button with its name and count
 */
GtkWidget *
machi_facet_option_new_check (MachiFacetOption *self)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (self->label);
  g_autofree char *number = machi_locale_format_number (self->count);
  GtkWidget *count = gtk_label_new (number);
  /* Translators: a value to filter by and how many entries it would show, for a screen reader */
  g_autofree char *spoken = g_strdup_printf (C_ ("filter", "%s, %s"), self->label, number);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 32);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (check), "machi-option", g_object_ref (self), g_object_unref);

  return check;
}

/**
 * machi_facet_get_value_name:
 * @facet: a facet other than the years
 * @value: a value of it
 * @catalog: (nullable): where topics and programmes have their names
 *
 * Returns: the name of the value for a reader
 */
const char *
machi_facet_get_value_name (MachiFacet facet, const char *value, MachiCatalog *catalog)
{
  MachiKind kind = facet == MACHI_FACET_TOPIC ? MACHI_KIND_TOPIC : MACHI_KIND_PROGRAMME;
  MachiEntry *entry;

  if (facet == MACHI_FACET_COUNTRY)
    return machi_locale_get_country_name (value);
  if (facet == MACHI_FACET_KIND)
    return machi_kind_from_id (value) != MACHI_KIND_NONE ? machi_kind_get_plural (machi_kind_from_id (value)) : value;

  entry = catalog != NULL ? machi_catalog_lookup (catalog, kind, value) : NULL;

  return entry != NULL ? machi_entry_get_short_name (entry) : value;
}
