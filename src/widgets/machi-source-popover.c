/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-source-popover.h"

#include "machi-source-card.h"

#include <glib/gi18n.h>

/**
 * MachiSourcePopover:
 *
 * The sources that a mark in a text names.
 */
struct _MachiSourcePopover
{
  GtkPopover parent_instance;

  GtkBox *cards;
};

G_DEFINE_FINAL_TYPE (MachiSourcePopover, machi_source_popover, GTK_TYPE_POPOVER)

static void
machi_source_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_SOURCE_POPOVER);

  G_OBJECT_CLASS (machi_source_popover_parent_class)->dispose (object);
}

static void
machi_source_popover_class_init (MachiSourcePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_source_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-source-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiSourcePopover, cards);
}

static void
machi_source_popover_init (MachiSourcePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_source_popover_new:
 * @citations: (element-type MachiCitation): numbered sources
 *
 * Returns: (transfer floating): a popover that shows them
 */
GtkWidget *
machi_source_popover_new (GPtrArray *citations)
{
  MachiSourcePopover *self = g_object_new (MACHI_TYPE_SOURCE_POPOVER, NULL);

  for (guint i = 0; i < citations->len; i++)
    {
      if (i > 0)
        gtk_box_append (self->cards, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (self->cards, machi_source_card_new (g_ptr_array_index (citations, i)));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ngettext ("Source", "Sources", citations->len), -1);

  return GTK_WIDGET (self);
}
