/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-overview-recent.h"

#include "machi-recent.h"
#include "machi-section-items.h"

/**
 * MachiOverviewRecent:
 *
 * The entries and reports that were read last, the newest first. It is hidden where there are none.
 */
struct _MachiOverviewRecent
{
  AdwBin parent_instance;

  GtkListBox *list;

  GSettings *settings;
  MachiCatalog *catalog;
};

G_DEFINE_FINAL_TYPE (MachiOverviewRecent, machi_overview_recent, ADW_TYPE_BIN)

static void
row_activated_cb (MachiOverviewRecent *self G_GNUC_UNUSED, GtkListBoxRow *row)
{
  machi_relation_row_open (GTK_WIDGET (row));
}

static void
update (MachiOverviewRecent *self)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (self->catalog == NULL)
    return;

  entries = machi_recent_collect (self->settings, self->catalog);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (MachiRelation) relation = machi_relation_new (MACHI_ROLE_RELATED, entries->pdata[i], NULL);

      gtk_list_box_append (self->list, machi_relation_row_new (relation, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), entries->len > 0);
}

static void
machi_overview_recent_dispose (GObject *object)
{
  MachiOverviewRecent *self = MACHI_OVERVIEW_RECENT (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_OVERVIEW_RECENT);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (machi_overview_recent_parent_class)->dispose (object);
}

static void
machi_overview_recent_class_init (MachiOverviewRecentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_overview_recent_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-overview-recent.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewRecent, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
machi_overview_recent_init (MachiOverviewRecent *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::" MACHI_RECENT_KEY, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * machi_overview_recent_new:
 *
 * Returns: (transfer floating): a list of nothing yet, hidden
 */
GtkWidget *
machi_overview_recent_new (void)
{
  return g_object_new (MACHI_TYPE_OVERVIEW_RECENT, NULL);
}

/**
 * machi_overview_recent_show:
 * @self: a list
 * @catalog: (transfer none): a catalogue
 *
 * Shows what was read last of @catalog.
 */
void
machi_overview_recent_show (MachiOverviewRecent *self, MachiCatalog *catalog)
{
  g_return_if_fail (MACHI_IS_OVERVIEW_RECENT (self));
  g_return_if_fail (MACHI_IS_CATALOG (catalog));

  g_set_object (&self->catalog, catalog);
  update (self);
}
