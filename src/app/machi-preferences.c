/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-preferences.h"

#include "machi-locale.h"
#include "machi-report-zoom.h"
#include "machi-start.h"

#include <glib/gi18n.h>

#define KEY_COLOR_SCHEME "color-scheme"

/**
 * MachiPreferences:
 *
 * What a reader can set: the language of the interface, light or dark, and the size of a report's text. The language is
 * applied at the next start; the rest at once.
 */
struct _MachiPreferences
{
  AdwPreferencesDialog parent_instance;

  AdwComboRow *language_row;
  AdwComboRow *color_row;
  AdwComboRow *size_row;
  GtkWidget *restart_row;

  GSettings *settings;
  GStrv languages; /* in the order of the list, after the one that follows the system */
  char *language_before;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MachiPreferences, machi_preferences, ADW_TYPE_PREFERENCES_DIALOG)

/* In the order of the list. */
static const char *const color_schemes[] = { "default", "force-light", "force-dark" };

static char *
dup_language_label (const char *language)
{
  g_autofree char *own = machi_locale_dup_own_name (language);
  const char *ours = machi_locale_get_language_name (language);

  if (g_ascii_strcasecmp (own, ours) == 0)
    return g_steal_pointer (&own);

  /* Translators: the name of a language in itself, and in the language of the interface */
  return g_strdup_printf (C_ ("language", "%s (%s)"), own, ours);
}

static int
compare_languages (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = machi_locale_dup_own_name (*(const char *const *) a);
  g_autofree char *second = machi_locale_dup_own_name (*(const char *const *) b);

  return machi_locale_collate (first, second);
}

static void
fill_languages (MachiPreferences *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_settings_get_string (self->settings, MACHI_KEY_LANGUAGE);

  self->languages = g_strdupv ((char **) machi_locale_get_interface_languages ());
  qsort (self->languages, g_strv_length (self->languages), sizeof (char *), compare_languages);

  /* Translators: the language of the interface is that of the system */
  gtk_string_list_append (labels, C_ ("language", "Follow the system"));
  for (guint i = 0; self->languages[i] != NULL; i++)
    gtk_string_list_take (labels, dup_language_label (self->languages[i]));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (labels));
  for (guint i = 0; self->languages[i] != NULL; i++)
    if (g_str_equal (self->languages[i], chosen))
      adw_combo_row_set_selected (self->language_row, i + 1);
}

static void
fill_sizes (MachiPreferences *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n_steps;
  const int *steps = machi_report_zoom_get_steps (&n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *number = machi_locale_format_number (steps[i]);
      gtk_string_list_take (labels, machi_locale_format_quantity (number, "%"));
    }
  adw_combo_row_set_model (self->size_row, G_LIST_MODEL (labels));
}

/* What can be set elsewhere too while the dialog is open. */
static void
update_rows (MachiPreferences *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, KEY_COLOR_SCHEME);

  self->updating = TRUE;
  adw_combo_row_set_selected (self->size_row, machi_report_zoom_get (self->settings));
  for (guint i = 0; i < G_N_ELEMENTS (color_schemes); i++)
    if (g_str_equal (color_schemes[i], scheme))
      adw_combo_row_set_selected (self->color_row, i);
  self->updating = FALSE;
}

static void
language_selected_cb (MachiPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);
  const char *language;

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  language = selected > 0 ? self->languages[selected - 1] : "";
  g_settings_set_string (self->settings, MACHI_KEY_LANGUAGE, language);
  gtk_widget_set_visible (self->restart_row, !g_str_equal (language, self->language_before));
}

static void
color_selected_cb (MachiPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->color_row);

  if (!self->updating && selected < G_N_ELEMENTS (color_schemes))
    g_settings_set_string (self->settings, KEY_COLOR_SCHEME, color_schemes[selected]);
}

static void
size_selected_cb (MachiPreferences *self)
{
  if (!self->updating && adw_combo_row_get_selected (self->size_row) != GTK_INVALID_LIST_POSITION)
    machi_report_zoom_set (self->settings, adw_combo_row_get_selected (self->size_row));
}

static void
machi_preferences_dispose (GObject *object)
{
  MachiPreferences *self = MACHI_PREFERENCES (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_PREFERENCES);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->language_before, g_free);

  G_OBJECT_CLASS (machi_preferences_parent_class)->dispose (object);
}

static void
machi_preferences_class_init (MachiPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, MachiPreferences, color_row);
  gtk_widget_class_bind_template_child (widget_class, MachiPreferences, size_row);
  gtk_widget_class_bind_template_child (widget_class, MachiPreferences, restart_row);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, color_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_selected_cb);
}

static void
machi_preferences_init (MachiPreferences *self)
{
  /* What this process was started with, however often the dialog is opened. */
  static char *language_at_start = NULL;

  self->settings = g_settings_new (APP_ID);
  if (language_at_start == NULL)
    language_at_start = g_settings_get_string (self->settings, MACHI_KEY_LANGUAGE);
  self->language_before = g_strdup (language_at_start);
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self);
  fill_sizes (self);
  update_rows (self);
  language_selected_cb (self);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
}

/**
 * machi_preferences_new:
 *
 * Returns: (transfer floating): the preferences
 */
GtkWidget *
machi_preferences_new (void)
{
  return g_object_new (MACHI_TYPE_PREFERENCES, NULL);
}

/**
 * machi_preferences_apply_color:
 * @settings: the settings
 *
 * Makes the program light or dark, as it is set.
 */
void
machi_preferences_apply_color (GSettings *settings)
{
  static const AdwColorScheme schemes[]
      = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  g_autofree char *chosen = g_settings_get_string (settings, KEY_COLOR_SCHEME);

  for (guint i = 0; i < G_N_ELEMENTS (color_schemes); i++)
    if (g_str_equal (color_schemes[i], chosen))
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
}
