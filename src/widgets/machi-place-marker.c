/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-place-marker.h"

#include "machi-locale.h"

#include <adwaita.h>

#include <glib/gi18n.h>
#include <math.h>

#define MIN_SIZE 9
#define MAX_SIZE 22
#define CLUSTER_SIZE 26

/**
 * MachiPlaceMarker:
 *
 * A city on the map, or several that are too near each other, as a button. The more the catalogue has on a city, the
 * bigger it is.
 */
struct _MachiPlaceMarker
{
  ShumateMarker parent_instance;

  GtkWidget *button;
  GtkWidget *dot;
  GtkLabel *count;
  MachiEntry *city;
  guint n_cities;
  MachiPlaceState state;
};

enum
{
  CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiPlaceMarker, machi_place_marker, SHUMATE_TYPE_MARKER)

static void
clicked_cb (MachiPlaceMarker *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static char *
make_label (MachiPlaceMarker *self)
{
  const char *name = machi_entry_get_display_name (self->city, NULL);
  const char *country = machi_entry_get_country (self->city);

  if (self->n_cities > 1)
    return g_strdup_printf (
        /* Translators: cities so near each other that the map shows them as one; the name is the most important
         * one's */
        ngettext ("%s and %u city near it", "%s and %u cities near it", self->n_cities - 1), name, self->n_cities - 1);
  if (country == NULL || g_str_equal (name, machi_locale_get_country_name (country)))
    return g_strdup (name);

  /* Translators: a city and its country */
  return g_strdup_printf (C_ ("place", "%s, %s"), name, machi_locale_get_country_name (country));
}

static const char *
describe_state (MachiPlaceState state)
{
  if (state == MACHI_PLACE_CHOSEN)
    /* Translators: what a screen reader adds to a city on the map */
    return C_ ("city", "chosen");
  if (state == MACHI_PLACE_PARTNER)
    /* Translators: what a screen reader adds to a city on the map */
    return C_ ("city", "partner of the chosen city");

  return "";
}

static void
update_label (MachiPlaceMarker *self)
{
  g_autofree char *label = make_label (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, describe_state (self->state), -1);
  gtk_widget_set_tooltip_text (self->button, label);
}

static void
update_dot (MachiPlaceMarker *self)
{
  static const char *const classes[] = { NULL, "chosen", "partner", "faded" };
  int size = machi_place_marker_get_size (self);
  g_autofree char *count = g_strdup_printf ("%u", self->n_cities);

  gtk_widget_set_size_request (self->dot, size, size);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), self->n_cities > 1);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i] != NULL)
      {
        if (i == self->state)
          gtk_widget_add_css_class (self->dot, classes[i]);
        else
          gtk_widget_remove_css_class (self->dot, classes[i]);
      }
}

static void
machi_place_marker_finalize (GObject *object)
{
  MachiPlaceMarker *self = MACHI_PLACE_MARKER (object);

  g_clear_object (&self->city);

  G_OBJECT_CLASS (machi_place_marker_parent_class)->finalize (object);
}

static void
machi_place_marker_class_init (MachiPlaceMarkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = machi_place_marker_finalize;

  /**
   * MachiPlaceMarker::clicked:
   *
   * The reader clicked on it.
   */
  signals[CLICKED]
      = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
machi_place_marker_init (MachiPlaceMarker *self)
{
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  self->dot = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (self->dot), GTK_WIDGET (self->count));
  gtk_widget_add_css_class (self->dot, "machi-dot");
  gtk_widget_set_halign (self->dot, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->dot, GTK_ALIGN_CENTER);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), self->dot);
  gtk_widget_add_css_class (self->button, "machi-place");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  shumate_marker_set_child (SHUMATE_MARKER (self), self->button);
}

/**
 * machi_place_marker_new:
 * @city: (transfer none): a city whose place is known
 *
 * Returns: (transfer floating): a marker for it alone
 */
MachiPlaceMarker *
machi_place_marker_new (MachiEntry *city)
{
  MachiPlaceMarker *self = g_object_new (MACHI_TYPE_PLACE_MARKER, NULL);

  machi_place_marker_set_city (self, city);
  machi_place_marker_update (self, 1, MACHI_PLACE_PLAIN);

  return self;
}

/**
 * machi_place_marker_get_city:
 * @self: a marker
 *
 * Returns: (transfer none): the city, or the most important of several
 */
MachiEntry *
machi_place_marker_get_city (MachiPlaceMarker *self)
{
  g_return_val_if_fail (MACHI_IS_PLACE_MARKER (self), NULL);

  return self->city;
}

/**
 * machi_place_marker_set_city:
 * @self: a marker
 * @city: (transfer none): another city whose place is known
 *
 * Uses the marker for another city: to make one costs far more. It is to be updated after this.
 */
void
machi_place_marker_set_city (MachiPlaceMarker *self, MachiEntry *city)
{
  double latitude, longitude;

  g_return_if_fail (MACHI_IS_PLACE_MARKER (self));

  if (!g_set_object (&self->city, city))
    return;

  if (machi_entry_get_coordinates (city, &latitude, &longitude))
    shumate_location_set_location (SHUMATE_LOCATION (self), latitude, longitude);
  self->n_cities = 0;
}

/**
 * machi_place_marker_get_n_cities:
 * @self: a marker
 *
 * Returns: for how many cities it stands
 */
guint
machi_place_marker_get_n_cities (MachiPlaceMarker *self)
{
  g_return_val_if_fail (MACHI_IS_PLACE_MARKER (self), 0);

  return self->n_cities;
}

/**
 * machi_place_marker_get_state:
 * @self: a marker
 *
 * Returns: what its cities are to the one that is chosen
 */
MachiPlaceState
machi_place_marker_get_state (MachiPlaceMarker *self)
{
  g_return_val_if_fail (MACHI_IS_PLACE_MARKER (self), MACHI_PLACE_PLAIN);

  return self->state;
}

/**
 * machi_place_marker_get_size:
 * @self: a marker
 *
 * Returns: how many pixels wide its dot is; it can be clicked a little beyond that
 */
int
machi_place_marker_get_size (MachiPlaceMarker *self)
{
  guint n_relations;

  g_return_val_if_fail (MACHI_IS_PLACE_MARKER (self), 0);

  if (self->n_cities > 1)
    return CLUSTER_SIZE;

  n_relations = g_list_model_get_n_items (machi_entry_get_relations (self->city));

  return (int) MIN (MIN_SIZE + 1.2 * sqrt (n_relations), MAX_SIZE);
}

/**
 * machi_place_marker_get_button:
 * @self: a marker
 *
 * Returns: (transfer none): what can be focused and has the accessible name
 */
GtkWidget *
machi_place_marker_get_button (MachiPlaceMarker *self)
{
  g_return_val_if_fail (MACHI_IS_PLACE_MARKER (self), NULL);

  return self->button;
}

/**
 * machi_place_marker_update:
 * @self: a marker
 * @n_cities: for how many cities it stands
 * @state: what they are to the one that is chosen
 *
 * Shows what changed.
 */
void
machi_place_marker_update (MachiPlaceMarker *self, guint n_cities, MachiPlaceState state)
{
  g_return_if_fail (MACHI_IS_PLACE_MARKER (self));

  if (self->n_cities == n_cities && self->state == state)
    return;

  self->n_cities = n_cities;
  self->state = state;
  update_dot (self);
  update_label (self);
}
