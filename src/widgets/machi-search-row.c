/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-row.h"

#include "machi-entry-row.h"
#include "machi-text-lines.h"

#include <glib/gi18n.h>

/**
 * MachiSearchRow:
 *
 * A result of a search: its title and a piece of its text, with what was found in them marked.
 */
struct _MachiSearchRow
{
  AdwBin parent_instance;

  GtkImage *icon;
  MachiTextLines *title;
  MachiTextLines *caption;
  MachiTextLines *snippet;

  MachiSearchResult *result;
  MachiEntry *entry;
  GSignalGroup *signals;
  char *spoken;
};

enum
{
  PROP_0,
  PROP_SPOKEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiSearchRow, machi_search_row, ADW_TYPE_BIN)

static PangoAttrList *
mark (const MachiRange *ranges, guint n_ranges)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < n_ranges; i++)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = ranges[i].start;
      bold->end_index = ranges[i].end;
      pango_attr_list_insert (attributes, bold);
    }

  return attributes;
}

static void
update_entry (MachiSearchRow *self)
{
  g_autofree char *place = machi_entry_dup_caption (self->entry);
  const char *kind = machi_kind_get_label (machi_entry_get_kind (self->entry));
  g_autofree char *caption = *place != '\0' ? g_strdup_printf ("%s · %s", kind, place) : g_strdup (kind);

  gtk_image_set_from_icon_name (self->icon, machi_kind_get_icon_name (machi_entry_get_kind (self->entry)));
  machi_text_lines_set_text (self->caption, caption, NULL);
}

static void
update_title (MachiSearchRow *self)
{
  MachiEntry *entry = machi_search_result_get_entry (self->result);
  guint n_matches;
  const MachiRange *matches = machi_search_result_get_title_matches (self->result, &n_matches);
  g_autoptr (PangoAttrList) attributes = mark (matches, n_matches);

  if (g_set_object (&self->entry, entry))
    update_entry (self);
  machi_text_lines_set_text (self->title, machi_entry_get_name (entry), attributes);
}

static void
update_snippet (MachiSearchRow *self)
{
  const char *text = machi_search_result_get_snippet (self->result);
  guint n_matches = 0;
  const MachiRange *matches = machi_search_result_get_matches (self->result, &n_matches);
  g_autoptr (PangoAttrList) attributes = mark (matches, n_matches);

  machi_text_lines_set_text (self->snippet, text != NULL ? text : "", attributes);
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), text != NULL && *text != '\0');
}

static void
update_spoken (MachiSearchRow *self)
{
  g_autofree char *name
      = machi_entry_row_dup_spoken (machi_text_lines_get_text (self->title), machi_text_lines_get_text (self->caption));
  g_autofree char *spoken = machi_entry_row_dup_spoken (name, machi_text_lines_get_text (self->snippet));

  if (g_set_str (&self->spoken, spoken))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOKEN]);
}

static void
changed_cb (MachiSearchRow *self)
{
  if (self->result == NULL || machi_search_result_get_entry (self->result) == NULL)
    return;

  update_title (self);
  update_snippet (self);
  update_spoken (self);
}

static void
machi_search_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiSearchRow *self = MACHI_SEARCH_ROW (object);

  switch (prop_id)
    {
    case PROP_SPOKEN:
      g_value_set_string (value, self->spoken);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_search_row_finalize (GObject *object)
{
  g_free (MACHI_SEARCH_ROW (object)->spoken);

  G_OBJECT_CLASS (machi_search_row_parent_class)->finalize (object);
}

static void
machi_search_row_dispose (GObject *object)
{
  MachiSearchRow *self = MACHI_SEARCH_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->result);
  g_clear_object (&self->entry);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_SEARCH_ROW);

  G_OBJECT_CLASS (machi_search_row_parent_class)->dispose (object);
}

static void
machi_search_row_class_init (MachiSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_search_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = machi_search_row_finalize;
  G_OBJECT_CLASS (klass)->get_property = machi_search_row_get_property;

  /**
   * MachiSearchRow:spoken:
   *
   * What a screen reader says of the row: all that it shows, in one.
   */
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (MACHI_TYPE_TEXT_LINES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiSearchRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchRow, title);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchRow, caption);
  gtk_widget_class_bind_template_child (widget_class, MachiSearchRow, snippet);
}

static void
machi_search_row_init (MachiSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (MACHI_TYPE_SEARCH_RESULT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
}

/**
 * machi_search_row_set_result:
 * @self: a row
 * @result: (nullable) (transfer none): a result
 *
 * Shows another result, and follows it: results keep their objects while one types.
 */
void
machi_search_row_set_result (MachiSearchRow *self, MachiSearchResult *result)
{
  g_return_if_fail (MACHI_IS_SEARCH_ROW (self));

  if (!g_set_object (&self->result, result))
    return;

  g_signal_group_set_target (self->signals, result);
  changed_cb (self);
}
