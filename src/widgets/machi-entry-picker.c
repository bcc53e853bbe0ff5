/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-entry-picker.h"

#include "machi-fold.h"
#include "machi-locale.h"

#include <glib/gi18n.h>

/**
 * MachiEntryPicker:
 *
 * A button that opens a list of entries, of which one is found by typing its name in any language, and picked.
 */
struct _MachiEntryPicker
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list;
  GtkSortListModel *sorted;
  GtkCustomFilter *search;
  GtkSingleSelection *selection;

  char *label;
  char *folded;
};

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS,
};

enum
{
  PICKED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiEntryPicker, machi_entry_picker, ADW_TYPE_BIN)

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return machi_locale_collate (machi_entry_get_name ((gpointer) a), machi_entry_get_name ((gpointer) b));
}

static gboolean
has_folded (const char *text, const char *folded)
{
  g_autofree char *own = text != NULL ? machi_fold (text) : NULL;

  return own != NULL && machi_fold_contains (own, folded);
}

static gboolean
match_entry (gpointer item, gpointer data)
{
  MachiEntryPicker *self = data;
  MachiName *names = machi_entry_get_names (item);

  if (self->folded == NULL || *self->folded == '\0' || has_folded (machi_entry_get_short_name (item), self->folded))
    return TRUE;

  for (guint i = 0; i < machi_name_get_size (names); i++)
    if (has_folded (machi_name_get_nth (names, i, NULL), self->folded))
      return TRUE;

  return FALSE;
}

static void
search_changed_cb (MachiEntryPicker *self)
{
  guint n_found;

  g_free (self->folded);
  self->folded = machi_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_filter_changed (GTK_FILTER (self->search), GTK_FILTER_CHANGE_DIFFERENT);
  n_found = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "list" : "empty");
  if (n_found > 0)
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_SELECT, NULL);
}

static void
pick_position (MachiEntryPicker *self, guint position)
{
  g_autoptr (MachiEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (entry != NULL)
    machi_entry_picker_pick (self, entry);
}

static void
search_activated_cb (MachiEntryPicker *self)
{
  pick_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
search_stopped_cb (MachiEntryPicker *self)
{
  gtk_menu_button_popdown (self->button);
}

/* From the entry one goes on into the list. */
static gboolean
search_key_cb (MachiEntryPicker *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return GDK_EVENT_STOP;
}

static void
row_activated_cb (MachiEntryPicker *self, guint position)
{
  pick_position (self, position);
}

static void
active_cb (MachiEntryPicker *self)
{
  if (gtk_menu_button_get_active (self->button))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static char *
format_place (GObject *object G_GNUC_UNUSED, MachiEntry *entry)
{
  const char *country = entry != NULL ? machi_entry_get_country (entry) : NULL;

  return country != NULL ? g_strdup (machi_locale_get_country_name (country)) : NULL;
}

static void
machi_entry_picker_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_ENTRY_PICKER);

  G_OBJECT_CLASS (machi_entry_picker_parent_class)->dispose (object);
}

static void
machi_entry_picker_finalize (GObject *object)
{
  MachiEntryPicker *self = MACHI_ENTRY_PICKER (object);

  g_free (self->label);
  g_free (self->folded);

  G_OBJECT_CLASS (machi_entry_picker_parent_class)->finalize (object);
}

static void
machi_entry_picker_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiEntryPicker *self = MACHI_ENTRY_PICKER (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_entry_picker_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiEntryPicker *self = MACHI_ENTRY_PICKER (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      if (g_set_str (&self->label, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_entry_picker_class_init (MachiEntryPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_entry_picker_dispose;
  object_class->finalize = machi_entry_picker_finalize;
  object_class->get_property = machi_entry_picker_get_property;
  object_class->set_property = machi_entry_picker_set_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MachiEntryPicker::picked:
   * @entry: an entry
   *
   * The reader has picked an entry.
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, MACHI_TYPE_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-entry-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPicker, button);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPicker, list);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPicker, sorted);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPicker, search);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPicker, selection);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_place);
}

static void
machi_entry_picker_init (MachiEntryPicker *self)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_entries, NULL, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_sort_list_model_set_sorter (self->sorted, sorter);
  gtk_custom_filter_set_filter_func (self->search, match_entry, self, NULL);
}

/**
 * machi_entry_picker_new:
 *
 * Returns: (transfer floating): a button without entries
 */
GtkWidget *
machi_entry_picker_new (void)
{
  return g_object_new (MACHI_TYPE_ENTRY_PICKER, NULL);
}

/**
 * machi_entry_picker_set_model:
 * @self: a picker
 * @entries: (nullable) (transfer none): a list of #MachiEntry
 *
 * Sets of what one can pick.
 */
void
machi_entry_picker_set_model (MachiEntryPicker *self, GListModel *entries)
{
  g_return_if_fail (MACHI_IS_ENTRY_PICKER (self));

  gtk_sort_list_model_set_model (self->sorted, entries);
}

/**
 * machi_entry_picker_pick:
 * @self: a picker
 * @entry: one of its entries
 *
 * Picks an entry as a reader does.
 */
void
machi_entry_picker_pick (MachiEntryPicker *self, MachiEntry *entry)
{
  g_return_if_fail (MACHI_IS_ENTRY_PICKER (self));

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[PICKED], 0, entry);
}
