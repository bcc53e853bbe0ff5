/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-network-choice.h"

#include "machi-locale.h"

#include <glib/gi18n.h>

/**
 * MachiNetworkChoice:
 *
 * Where one chooses a network that has members, or all networks.
 */
struct _MachiNetworkChoice
{
  AdwBin parent_instance;

  GtkDropDown *drop_down;
  GPtrArray *networks;
  gboolean updating;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiNetworkChoice, machi_network_choice, ADW_TYPE_BIN)

static void
selected_cb (MachiNetworkChoice *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
machi_network_choice_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_NETWORK_CHOICE);

  G_OBJECT_CLASS (machi_network_choice_parent_class)->dispose (object);
}

static void
machi_network_choice_finalize (GObject *object)
{
  g_ptr_array_unref (MACHI_NETWORK_CHOICE (object)->networks);

  G_OBJECT_CLASS (machi_network_choice_parent_class)->finalize (object);
}

static void
machi_network_choice_class_init (MachiNetworkChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_network_choice_dispose;
  object_class->finalize = machi_network_choice_finalize;

  /**
   * MachiNetworkChoice::chosen:
   * @self: the choice
   *
   * The reader chose another network.
   */
  signals[CHOSEN]
      = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-network-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiNetworkChoice, drop_down);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
machi_network_choice_init (MachiNetworkChoice *self)
{
  self->networks = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_network_choice_new:
 *
 * Returns: (transfer floating): a choice without networks
 */
GtkWidget *
machi_network_choice_new (void)
{
  return g_object_new (MACHI_TYPE_NETWORK_CHOICE, NULL);
}

static int
compare_networks (gconstpointer a, gconstpointer b)
{
  MachiEntry *first = *(MachiEntry **) a;
  MachiEntry *second = *(MachiEntry **) b;

  return machi_locale_collate (machi_entry_get_short_name (first), machi_entry_get_short_name (second));
}

/**
 * machi_network_choice_set_catalog:
 * @self: a choice
 * @catalog: (transfer none): a catalogue
 *
 * Offers the networks of @catalog that have members; none of them is chosen.
 */
void
machi_network_choice_set_catalog (MachiNetworkChoice *self, MachiCatalog *catalog)
{
  GListModel *networks = machi_catalog_get_entries (catalog, MACHI_KIND_NETWORK);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (MACHI_IS_NETWORK_CHOICE (self));

  g_ptr_array_set_size (self->networks, 0);
  for (guint i = 0; i < g_list_model_get_n_items (networks); i++)
    {
      g_autoptr (MachiEntry) network = g_list_model_get_item (networks, i);

      if (machi_entry_count_relations (network, MACHI_ROLE_MEMBER) > 0)
        g_ptr_array_add (self->networks, g_steal_pointer (&network));
    }
  g_ptr_array_sort (self->networks, compare_networks);

  gtk_string_list_append (names, _ ("All networks"));
  for (guint i = 0; i < self->networks->len; i++)
    gtk_string_list_append (names, machi_entry_get_short_name (self->networks->pdata[i]));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  self->updating = FALSE;
}

/**
 * machi_network_choice_get_network:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the network that is chosen, %NULL for all
 */
MachiEntry *
machi_network_choice_get_network (MachiNetworkChoice *self)
{
  guint selected;

  g_return_val_if_fail (MACHI_IS_NETWORK_CHOICE (self), NULL);

  selected = gtk_drop_down_get_selected (self->drop_down);

  return selected > 0 && selected <= self->networks->len ? g_ptr_array_index (self->networks, selected - 1) : NULL;
}

/**
 * machi_network_choice_set_network:
 * @self: a choice
 * @network: (nullable) (transfer none): a network, or %NULL for all
 *
 * Shows what is chosen.
 */
void
machi_network_choice_set_network (MachiNetworkChoice *self, MachiEntry *network)
{
  guint index = 0;

  g_return_if_fail (MACHI_IS_NETWORK_CHOICE (self));

  if (network != NULL && g_ptr_array_find (self->networks, network, &index))
    index++;
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->drop_down, index);
  self->updating = FALSE;
}
