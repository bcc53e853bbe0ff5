/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-list.h"

/**
 * MachiList:
 *
 * A list that is filled once. Reading it changes nothing in it, so that several threads may, when it is complete; a
 * #GListStore remembers where it was read last.
 */
struct _MachiList
{
  GObject parent_instance;

  GType item_type;
  GPtrArray *items;
};

static void machi_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiList,
                               machi_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, machi_list_model_init))

static GType
machi_list_get_item_type (GListModel *model)
{
  return MACHI_LIST (model)->item_type;
}

static guint
machi_list_get_n_items (GListModel *model)
{
  return MACHI_LIST (model)->items->len;
}

static gpointer
machi_list_get_item (GListModel *model, guint position)
{
  const GPtrArray *items = MACHI_LIST (model)->items;

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
machi_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = machi_list_get_item_type;
  interface->get_n_items = machi_list_get_n_items;
  interface->get_item = machi_list_get_item;
}

static void
machi_list_dispose (GObject *object)
{
  g_ptr_array_set_size (MACHI_LIST (object)->items, 0);

  G_OBJECT_CLASS (machi_list_parent_class)->dispose (object);
}

static void
machi_list_finalize (GObject *object)
{
  g_ptr_array_unref (MACHI_LIST (object)->items);

  G_OBJECT_CLASS (machi_list_parent_class)->finalize (object);
}

static void
machi_list_class_init (MachiListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = machi_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = machi_list_finalize;
}

static void
machi_list_init (MachiList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * machi_list_new:
 * @item_type: what it holds
 *
 * Returns: (transfer full): an empty list
 */
MachiList *
machi_list_new (GType item_type)
{
  MachiList *self = g_object_new (MACHI_TYPE_LIST, NULL);

  self->item_type = item_type;

  return self;
}

/**
 * machi_list_new_copy:
 * @model: another list
 *
 * Returns: (transfer full): a list of what @model has now
 */
MachiList *
machi_list_new_copy (GListModel *model)
{
  MachiList *self = machi_list_new (g_list_model_get_item_type (model));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (model, i));

  return self;
}

/**
 * machi_list_append:
 * @self: a list that no other thread has yet
 * @item: (transfer none): an object
 *
 * Adds to the list.
 */
void
machi_list_append (MachiList *self, gpointer item)
{
  g_return_if_fail (MACHI_IS_LIST (self));
  g_return_if_fail (g_type_is_a (G_OBJECT_TYPE (item), self->item_type));

  g_ptr_array_add (self->items, g_object_ref (item));
  g_list_model_items_changed (G_LIST_MODEL (self), self->items->len - 1, 0, 1);
}
