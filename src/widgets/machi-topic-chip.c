/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-topic-chip.h"

/**
 * machi_entry_chip_new:
 * @entry: an entry, often a topic
 *
 * Returns: (transfer floating): a small button that opens it
 */
GtkWidget *
machi_entry_chip_new (MachiEntry *entry)
{
  GtkWidget *button = gtk_button_new_with_label (machi_entry_get_short_name (entry));
  g_autofree char *address = machi_entry_dup_address (entry);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "machi-chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);

  return button;
}

/**
 * machi_topic_chips_show:
 * @box: a box of chips
 * @entries: a list of #MachiEntry
 *
 * Fills @box with chips instead of what it had; it is hidden where there are none.
 */
void
machi_topic_chips_show (AdwWrapBox *box, GListModel *entries)
{
  guint n_entries = g_list_model_get_n_items (entries);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (MachiEntry) entry = g_list_model_get_item (entries, i);
      adw_wrap_box_append (box, machi_entry_chip_new (entry));
    }
  gtk_widget_set_visible (GTK_WIDGET (box), n_entries > 0);
}
