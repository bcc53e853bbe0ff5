/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-model-box.h"

/* A GtkBox that follows a list model, as GtkListBox can, for what is text to read and not rows to choose from. */

typedef struct
{
  GListModel *model;
  MachiModelBoxCreate create;
  gpointer data;
} Binding;

static void
binding_free (Binding *binding)
{
  g_clear_object (&binding->model);
  g_free (binding);
}

static GtkWidget *
get_nth_child (GtkBox *box, guint position)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (child != NULL && position-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, GtkBox *box)
{
  Binding *binding = g_object_get_data (G_OBJECT (box), "machi-model-box");
  GtkWidget *next = get_nth_child (box, position);
  GtkWidget *sibling = next != NULL ? gtk_widget_get_prev_sibling (next) : gtk_widget_get_last_child (GTK_WIDGET (box));

  while (removed-- > 0 && next != NULL)
    {
      GtkWidget *child = next;

      next = gtk_widget_get_next_sibling (child);
      gtk_box_remove (box, child);
    }
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, position + i);
      GtkWidget *child = binding->create (item, binding->data);

      gtk_box_insert_child_after (box, child, sibling);
      sibling = child;
    }
}

/**
 * machi_model_box_bind:
 * @box: a box without children of its own
 * @model: (nullable) (transfer none): what to show; %NULL to show nothing
 * @create: makes a widget for an item
 * @data: for @create
 *
 * Lets the children of @box follow @model from now on, instead of what it followed before.
 */
void
machi_model_box_bind (GtkBox *box, GListModel *model, MachiModelBoxCreate create, gpointer data)
{
  Binding *old = g_object_get_data (G_OBJECT (box), "machi-model-box");
  Binding *binding;
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  if (old != NULL)
    g_signal_handlers_disconnect_by_func (old->model, items_changed_cb, box);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  g_object_set_data (G_OBJECT (box), "machi-model-box", NULL);
  if (model == NULL)
    return;

  binding = g_new0 (Binding, 1);
  binding->model = g_object_ref (model);
  binding->create = create;
  binding->data = data;
  g_object_set_data_full (G_OBJECT (box), "machi-model-box", binding, (GDestroyNotify) binding_free);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), box, G_CONNECT_DEFAULT);
  items_changed_cb (model, 0, 0, g_list_model_get_n_items (model), box);
}
