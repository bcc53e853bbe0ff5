/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-relation-chips.h"

#include "machi-topic-chip.h"

#include <glib/gi18n.h>

static GtkWidget *
new_chip (MachiRelation *relation)
{
  MachiEntry *target = machi_relation_get_target (relation);
  GtkWidget *label;

  if (target != NULL)
    return machi_entry_chip_new (target);

  /* What has no entry of its own cannot be opened. */
  label = gtk_label_new (machi_relation_get_name (relation));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "machi-chip");

  return label;
}

/* One line: what the others are, and a chip for each. */
static GtkWidget *
new_line (MachiEntry *entry, MachiRole role)
{
  GListModel *relations = machi_entry_get_relations (entry);
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *label = gtk_label_new (machi_role_get_label (role));

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "caption");
  adw_wrap_box_append (ADW_WRAP_BOX (box), label);
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);

      if (machi_relation_get_role (relation) == role)
        adw_wrap_box_append (ADW_WRAP_BOX (box), new_chip (relation));
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);

  return box;
}

/**
 * machi_relation_chips_show:
 * @box: a vertical box
 * @entry: an entry
 * @roles: (array length=n_roles): which of its relations to show, in that order
 * @n_roles: how many
 *
 * Fills @box with a line of chips a role instead of what it had; it is hidden where there are none.
 */
void
machi_relation_chips_show (GtkBox *box, MachiEntry *entry, const MachiRole *roles, guint n_roles)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < n_roles; i++)
    if (machi_entry_count_relations (entry, roles[i]) > 0)
      gtk_box_append (box, new_line (entry, roles[i]));
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
}
