/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-section-view.h"

#include "machi-locale.h"
#include "machi-match-marks.h"
#include "machi-model-box.h"
#include "machi-section-items.h"

#include <glib/gi18n.h>

/* More than this many rows of one section are shown only when asked for. */
#define FEW_ROWS 6

/**
 * MachiSectionView:
 *
 * A section of an entry's page: its heading and its items. Long lists of relations are cut, with a way to see all.
 */
struct _MachiSectionView
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkLabel *count;
  GtkBox *box;
  GtkListBox *list;
  GtkButton *more_button;

  MachiSection *section;
  MachiCitations *citations;
  GtkSliceListModel *slice;
};

G_DEFINE_FINAL_TYPE (MachiSectionView, machi_section_view, ADW_TYPE_BIN)

static GtkWidget *
create_item (gpointer item, gpointer data)
{
  MachiSectionView *self = data;

  switch (machi_section_get_style (self->section))
    {
    case MACHI_SECTION_FACTS:
      return machi_fact_row_new (item, self->citations);
    case MACHI_SECTION_DATED:
      return machi_dated_row_new (item, self->citations);
    case MACHI_SECTION_SERIES:
      return machi_series_view_new (item, self->citations);
    case MACHI_SECTION_SOURCES:
      return machi_source_row_new (item);
    case MACHI_SECTION_RELATIONS:
      return machi_relation_row_new (item, self->citations);
    default:
      return machi_statement_row_new (item, self->citations);
    }
}

static void
row_activated_cb (MachiSectionView *self G_GNUC_UNUSED, GtkListBoxRow *row)
{
  machi_relation_row_open (GTK_WIDGET (row));
}

static void
more_clicked_cb (MachiSectionView *self)
{
  GtkWidget *next = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, FEW_ROWS - 1));

  machi_section_view_show_all (self);
  if (next != NULL)
    gtk_widget_grab_focus (next);
}

static void
show_rows (MachiSectionView *self, GListModel *items)
{
  guint n_items = g_list_model_get_n_items (items);
  gboolean many = n_items > FEW_ROWS + 2;

  self->slice = gtk_slice_list_model_new (g_object_ref (items), 0, many ? FEW_ROWS : G_MAXUINT);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->slice), create_item, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), many);
  if (many)
    {
      g_autofree char *label = machi_locale_format_count (ngettext ("Show all %u", "Show all %u", n_items), n_items);
      g_autofree char *count = machi_locale_format_number (n_items);

      gtk_button_set_label (self->more_button, label);
      gtk_label_set_label (self->count, count);
    }
}

static void
machi_section_view_dispose (GObject *object)
{
  MachiSectionView *self = MACHI_SECTION_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_SECTION_VIEW);
  g_clear_object (&self->slice);
  g_clear_object (&self->section);
  g_clear_object (&self->citations);

  G_OBJECT_CLASS (machi_section_view_parent_class)->dispose (object);
}

static void
machi_section_view_class_init (MachiSectionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_section_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-section-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiSectionView, heading);
  gtk_widget_class_bind_template_child (widget_class, MachiSectionView, count);
  gtk_widget_class_bind_template_child (widget_class, MachiSectionView, box);
  gtk_widget_class_bind_template_child (widget_class, MachiSectionView, list);
  gtk_widget_class_bind_template_child (widget_class, MachiSectionView, more_button);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
machi_section_view_init (MachiSectionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_section_view_new:
 * @section: (transfer none): a section of a page
 * @citations: (transfer none): the numbered sources of that page
 *
 * Returns: (transfer floating): a view of the section
 */
GtkWidget *
machi_section_view_new (MachiSection *section, MachiCitations *citations)
{
  MachiSectionView *self = g_object_new (MACHI_TYPE_SECTION_VIEW, NULL);
  MachiSectionStyle style = machi_section_get_style (section);

  self->section = g_object_ref (section);
  self->citations = g_object_ref (citations);
  gtk_label_set_label (self->heading, machi_section_get_title (section));

  if (style == MACHI_SECTION_RELATIONS || style == MACHI_SECTION_FACTS)
    show_rows (self, machi_section_get_items (section));
  else
    machi_model_box_bind (self->box, machi_section_get_items (section), create_item, self);

  return GTK_WIDGET (self);
}

/**
 * machi_section_view_get_section:
 * @self: a view
 *
 * Returns: (transfer none): its section
 */
MachiSection *
machi_section_view_get_section (MachiSectionView *self)
{
  g_return_val_if_fail (MACHI_IS_SECTION_VIEW (self), NULL);

  return self->section;
}

/**
 * machi_section_view_list_labels:
 * @self: a view
 *
 * Returns: (transfer container) (element-type GtkWidget): the texts of the items that are shown
 */
GPtrArray *
machi_section_view_list_labels (MachiSectionView *self)
{
  GPtrArray *labels = g_ptr_array_new ();

  g_return_val_if_fail (MACHI_IS_SECTION_VIEW (self), labels);

  machi_match_marks_collect (GTK_WIDGET (self->box), labels);
  machi_match_marks_collect (GTK_WIDGET (self->list), labels);

  return labels;
}

/**
 * machi_section_view_show_all:
 * @self: a view
 *
 * Shows all rows of a long list.
 *
 * Returns: whether there are more now
 */
gboolean
machi_section_view_show_all (MachiSectionView *self)
{
  g_return_val_if_fail (MACHI_IS_SECTION_VIEW (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->more_button)))
    return FALSE;

  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), FALSE);

  return TRUE;
}
