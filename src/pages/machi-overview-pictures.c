/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-overview-pictures.h"

#include "machi-growth.h"
#include "machi-mini-map.h"
#include "machi-plot.h"

#include <glib/gi18n.h>

/**
 * MachiOverviewPictures:
 *
 * What is in a catalogue, to be seen at a glance: where its cities are, and how its networks became more.
 */
struct _MachiOverviewPictures
{
  AdwBin parent_instance;

  MachiMiniMap *map;
  GtkWidget *growth_box;
  MachiPlot *plot;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (MachiOverviewPictures, machi_overview_pictures, ADW_TYPE_BIN)

static void
machi_overview_pictures_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_OVERVIEW_PICTURES);

  G_OBJECT_CLASS (machi_overview_pictures_parent_class)->dispose (object);
}

static void
machi_overview_pictures_class_init (MachiOverviewPicturesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_overview_pictures_dispose;

  g_type_ensure (MACHI_TYPE_MINI_MAP);
  g_type_ensure (MACHI_TYPE_PLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-overview-pictures.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPictures, map);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPictures, growth_box);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPictures, plot);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPictures, caption);
}

static void
machi_overview_pictures_init (MachiOverviewPictures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_overview_pictures_new:
 *
 * Returns: (transfer floating): pictures of nothing yet
 */
GtkWidget *
machi_overview_pictures_new (void)
{
  return g_object_new (MACHI_TYPE_OVERVIEW_PICTURES, NULL);
}

static void
show_caption (MachiOverviewPictures *self, guint n_undated)
{
  g_autofree char *text = NULL;

  if (n_undated > 0)
    text = g_strdup_printf (ngettext ("Without %u network of which no year of founding is known.",
                                      "Without %u networks of which no year of founding is known.", n_undated),
                            n_undated);
  gtk_label_set_label (self->caption, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), text != NULL);
}

static void
show_growth (MachiOverviewPictures *self, MachiCatalog *catalog)
{
  g_autoptr (GListStore) model = g_list_store_new (MACHI_TYPE_SERIES);
  g_autoptr (MachiSeries) series = NULL;
  guint n_undated, n_points;

  series = machi_growth_new (machi_catalog_get_entries (catalog, MACHI_KIND_NETWORK), machi_plot_get_title (self->plot),
                             &n_undated);
  machi_series_get_points (series, &n_points);
  g_list_store_append (model, series);
  machi_plot_set_model (self->plot, G_LIST_MODEL (model));
  show_caption (self, n_undated);
  /* A single year is no growth. */
  gtk_widget_set_visible (self->growth_box, n_points > 1);
}

/**
 * machi_overview_pictures_show:
 * @self: pictures
 * @catalog: (transfer none): a catalogue
 *
 * Shows what is in @catalog.
 */
void
machi_overview_pictures_show (MachiOverviewPictures *self, MachiCatalog *catalog)
{
  g_return_if_fail (MACHI_IS_OVERVIEW_PICTURES (self));
  g_return_if_fail (MACHI_IS_CATALOG (catalog));

  machi_mini_map_set_catalog (self->map, catalog);
  show_growth (self, catalog);
}
