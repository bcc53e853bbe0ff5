/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-recent-searches.h"

#include "machi-search-history.h"

#define KEY "recent-searches"

/**
 * MachiRecentSearches:
 *
 * What was searched for last, each to be searched for again, and a way to forget it all. It keeps them in the settings,
 * and is not to be seen where there are none.
 */
struct _MachiRecentSearches
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkStringList *texts;

  GSettings *settings;
};

enum
{
  CHOSEN,
  CLEARED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiRecentSearches, machi_recent_searches, ADW_TYPE_BIN)

static GtkWidget *
create_row (gpointer item, gpointer data G_GNUC_UNUSED)
{
  GtkWidget *label = gtk_label_new (gtk_string_object_get_string (item));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "machi-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);

  return row;
}

static void
settings_changed_cb (MachiRecentSearches *self)
{
  g_auto (GStrv) texts = g_settings_get_strv (self->settings, KEY);

  gtk_string_list_splice (self->texts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->texts)),
                          (const char *const *) texts);
  gtk_widget_set_visible (GTK_WIDGET (self), texts[0] != NULL);
}

static void
row_activated_cb (MachiRecentSearches *self, GtkListBoxRow *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);
  g_autofree char *text = g_strdup (gtk_string_list_get_string (self->texts, position));

  g_signal_emit (self, signals[CHOSEN], 0, text);
}

static void
clear_clicked_cb (MachiRecentSearches *self)
{
  g_signal_emit (self, signals[CLEARED], 0);
  g_settings_reset (self->settings, KEY);
}

static void
machi_recent_searches_dispose (GObject *object)
{
  MachiRecentSearches *self = MACHI_RECENT_SEARCHES (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_RECENT_SEARCHES);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (machi_recent_searches_parent_class)->dispose (object);
}

static void
machi_recent_searches_class_init (MachiRecentSearchesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_recent_searches_dispose;

  /**
   * MachiRecentSearches::chosen:
   * @self: the searches
   * @text: what to search for again
   *
   * One of them was activated.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * MachiRecentSearches::cleared:
   * @self: the searches
   *
   * They are about to be forgotten, and will not be seen any more: the focus should go elsewhere.
   */
  signals[CLEARED]
      = g_signal_new ("cleared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-recent-searches.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiRecentSearches, list);
  gtk_widget_class_bind_template_child (widget_class, MachiRecentSearches, texts);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
machi_recent_searches_init (MachiRecentSearches *self)
{
  self->settings = g_settings_new (APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->texts), create_row, NULL, NULL);
  g_signal_connect_object (self->settings, "changed::" KEY, G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  settings_changed_cb (self);
}

/**
 * machi_recent_searches_add:
 * @self: the searches
 * @text: what was searched for
 *
 * Keeps a search.
 */
void
machi_recent_searches_add (MachiRecentSearches *self, const char *text)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  g_return_if_fail (MACHI_IS_RECENT_SEARCHES (self));

  before = g_settings_get_strv (self->settings, KEY);
  after = machi_search_history_add ((const char *const *) before, text);
  if (!g_strv_equal ((const char *const *) before, (const char *const *) after))
    g_settings_set_strv (self->settings, KEY, (const char *const *) after);
}
