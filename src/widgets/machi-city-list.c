/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-city-list.h"

#include "machi-entry-row.h"
#include "machi-fold.h"
#include "machi-locale.h"
#include "machi-place-card.h"

#include <glib/gi18n.h>

/**
 * MachiCityList:
 *
 * A list of cities, in the order of their names, with an entry that filters it by any name in any language, or by
 * country.
 */
struct _MachiCityList
{
  AdwBin parent_instance;

  GtkSearchEntry *filter_entry;
  GtkLabel *count;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkSingleSelection *selection;
  GListStore *cities;
  GtkCustomFilter *filter;

  GHashTable *folded_names;
  char *folded;
  guint scroll_id;
};

enum
{
  CITY_ACTIVATED,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiCityList, machi_city_list, ADW_TYPE_BIN)

static void
activate_position (MachiCityList *self, guint position)
{
  g_autoptr (MachiEntry) city = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (city != NULL)
    g_signal_emit (self, signals[CITY_ACTIVATED], 0, city);
}

static void
row_activated_cb (MachiCityList *self, guint position)
{
  activate_position (self, position);
}

static void
filter_activated_cb (MachiCityList *self)
{
  activate_position (self, 0);
}

static const char *
get_folded_names (MachiCityList *self, MachiEntry *city)
{
  char *folded = g_hash_table_lookup (self->folded_names, city);

  if (folded == NULL)
    {
      g_autoptr (GString) text = g_string_new (machi_entry_get_display_name (city, NULL));
      const char *const *aliases = machi_entry_get_aliases (city);
      MachiName *names = machi_entry_get_names (city);

      for (guint i = 0; i < machi_name_get_size (names); i++)
        g_string_append_printf (text, "\n%s", machi_name_get_nth (names, i, NULL));
      for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
        g_string_append_printf (text, "\n%s", aliases[i]);
      if (machi_entry_get_country (city) != NULL)
        g_string_append_printf (text, "\n%s", machi_locale_get_country_name (machi_entry_get_country (city)));
      folded = machi_fold (text->str);
      g_hash_table_insert (self->folded_names, g_object_ref (city), folded);
    }

  return folded;
}

static gboolean
filter_city (gpointer item, gpointer data)
{
  MachiCityList *self = data;

  return self->folded == NULL || *self->folded == '\0'
         || machi_fold_contains (get_folded_names (self, item), self->folded);
}

static void
update_count (MachiCityList *self, gboolean announce)
{
  guint n_cities = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint n_given = g_list_model_get_n_items (G_LIST_MODEL (self->cities));
  g_autofree char *count = machi_locale_format_count (ngettext ("%u city", "%u cities", n_cities), n_cities);

  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, n_cities > 0 ? "list" : n_given > 0 ? "empty" : "nothing");
  if (announce)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), count, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
filter_changed_cb (MachiCityList *self)
{
  g_autofree char *folded = machi_fold (gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)));

  if (g_strcmp0 (folded, self->folded) == 0)
    return;

  g_set_str (&self->folded, folded);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_count (self, TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
filter_stopped_cb (MachiCityList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static char *
get_name (GObject *object G_GNUC_UNUSED, MachiEntry *city)
{
  return city != NULL ? g_strdup (machi_entry_get_display_name (city, NULL)) : NULL;
}

static char *
format_caption (GObject *object G_GNUC_UNUSED, MachiEntry *city)
{
  g_autofree char *native = city != NULL ? machi_city_dup_native (city, FALSE) : NULL;
  const char *country = city != NULL ? machi_entry_get_country (city) : NULL;

  if (city == NULL)
    return NULL;
  if (country == NULL || *native == '\0')
    return g_strdup (country != NULL ? machi_locale_get_country_name (country) : native);

  /* Translators: the country of a city, and its names in other languages */
  return g_strdup_printf (C_ ("country and names", "%s · %s"), machi_locale_get_country_name (country), native);
}

static char *
label_row (GObject *object, MachiEntry *city)
{
  g_autofree char *caption = format_caption (object, city);

  if (city == NULL)
    return NULL;

  return machi_entry_row_dup_spoken (machi_entry_get_display_name (city, NULL), caption);
}

/* A list that was not laid out yet would show a single row if it were scrolled at once. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  MachiCityList *self = MACHI_CITY_LIST (widget);
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (gtk_widget_get_height (GTK_WIDGET (self->list)) == 0)
    return G_SOURCE_CONTINUE;

  self->scroll_id = 0;
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, selected, GTK_LIST_SCROLL_NONE, NULL);

  return G_SOURCE_REMOVE;
}

/* A list view has two hundred rows at least: they go when nobody sees them. */
static void
machi_city_list_map (GtkWidget *widget)
{
  MachiCityList *self = MACHI_CITY_LIST (widget);

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (widget, scroll_cb, NULL, NULL);

  GTK_WIDGET_CLASS (machi_city_list_parent_class)->map (widget);
}

static void
machi_city_list_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (machi_city_list_parent_class)->unmap (widget);

  gtk_list_view_set_model (MACHI_CITY_LIST (widget)->list, NULL);
}

static void
machi_city_list_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_CITY_LIST);

  G_OBJECT_CLASS (machi_city_list_parent_class)->dispose (object);
}

static void
machi_city_list_finalize (GObject *object)
{
  MachiCityList *self = MACHI_CITY_LIST (object);

  g_hash_table_unref (self->folded_names);
  g_free (self->folded);

  G_OBJECT_CLASS (machi_city_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-city-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiCityList, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, MachiCityList, count);
  gtk_widget_class_bind_template_child (widget_class, MachiCityList, stack);
  gtk_widget_class_bind_template_child (widget_class, MachiCityList, scroller);
  gtk_widget_class_bind_template_child (widget_class, MachiCityList, list);
  gtk_widget_class_bind_template_child (widget_class, MachiCityList, selection);
  gtk_widget_class_bind_template_child (widget_class, MachiCityList, cities);
  gtk_widget_class_bind_template_child (widget_class, MachiCityList, filter);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_name);
  gtk_widget_class_bind_template_callback (widget_class, format_caption);
  gtk_widget_class_bind_template_callback (widget_class, label_row);
}

static void
machi_city_list_class_init (MachiCityListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = machi_city_list_dispose;
  object_class->finalize = machi_city_list_finalize;
  GTK_WIDGET_CLASS (klass)->map = machi_city_list_map;
  GTK_WIDGET_CLASS (klass)->unmap = machi_city_list_unmap;

  /**
   * MachiCityList::city-activated:
   * @self: the list
   * @city: the city
   *
   * The reader chose a city.
   */
  signals[CITY_ACTIVATED] = g_signal_new ("city-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, MACHI_TYPE_ENTRY);

  /**
   * MachiCityList::changed:
   * @self: the list
   *
   * What it lists is not what it was.
   */
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MACHI_TYPE_ENTRY);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
machi_city_list_init (MachiCityList *self)
{
  self->folded_names = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_custom_filter_set_filter_func (self->filter, filter_city, self, NULL);
  gtk_search_entry_set_key_capture_widget (self->filter_entry, GTK_WIDGET (self->list));
}

/**
 * machi_city_list_new:
 *
 * Returns: (transfer floating): a list without cities
 */
GtkWidget *
machi_city_list_new (void)
{
  return g_object_new (MACHI_TYPE_CITY_LIST, NULL);
}

static int
compare_cities (gconstpointer a, gconstpointer b)
{
  MachiEntry *first = *(MachiEntry **) a;
  MachiEntry *second = *(MachiEntry **) b;

  return machi_locale_collate (machi_entry_get_display_name (first, NULL), machi_entry_get_display_name (second, NULL));
}

/**
 * machi_city_list_set_cities:
 * @self: a list
 * @cities: (transfer none) (element-type MachiEntry): cities, in any order
 *
 * Lists these cities, those that pass the filter.
 */
void
machi_city_list_set_cities (MachiCityList *self, GPtrArray *cities)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (cities, NULL, NULL);

  g_return_if_fail (MACHI_IS_CITY_LIST (self));

  g_hash_table_remove_all (self->folded_names);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_cities);
  g_list_store_splice (self->cities, 0, g_list_model_get_n_items (G_LIST_MODEL (self->cities)), sorted->pdata,
                       sorted->len);
  update_count (self, gtk_widget_get_mapped (GTK_WIDGET (self)));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * machi_city_list_select:
 * @self: a list
 * @city: (nullable): a city
 *
 * Marks the row of a city, or none.
 */
void
machi_city_list_select (MachiCityList *self, MachiEntry *city)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint found = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (MACHI_IS_CITY_LIST (self));

  for (guint i = 0; i < g_list_model_get_n_items (model) && found == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (MachiEntry) item = g_list_model_get_item (model, i);

      if (item == city)
        found = i;
    }
  if (found == gtk_single_selection_get_selected (self->selection))
    return;

  gtk_single_selection_set_selected (self->selection, found);
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/**
 * machi_city_list_get_model:
 * @self: a list
 *
 * Returns: (transfer none): a list of #MachiEntry: what it lists
 */
GListModel *
machi_city_list_get_model (MachiCityList *self)
{
  g_return_val_if_fail (MACHI_IS_CITY_LIST (self), NULL);

  return G_LIST_MODEL (self->selection);
}

/**
 * machi_city_list_get_scroller:
 * @self: a list
 *
 * Returns: (transfer none): what scrolls it
 */
GtkScrolledWindow *
machi_city_list_get_scroller (MachiCityList *self)
{
  g_return_val_if_fail (MACHI_IS_CITY_LIST (self), NULL);

  return self->scroller;
}

/**
 * machi_city_list_is_filtered:
 * @self: a list
 *
 * Returns: whether something is typed that leaves cities out
 */
gboolean
machi_city_list_is_filtered (MachiCityList *self)
{
  g_return_val_if_fail (MACHI_IS_CITY_LIST (self), FALSE);

  return self->folded != NULL && *self->folded != '\0';
}

/**
 * machi_city_list_grab_list:
 * @self: a list
 *
 * Puts the focus on the rows.
 */
void
machi_city_list_grab_list (MachiCityList *self)
{
  g_return_if_fail (MACHI_IS_CITY_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
