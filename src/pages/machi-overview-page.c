/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-overview-page.h"

#include "machi-locale.h"
#include "machi-overview-pictures.h"
#include "machi-overview-recent.h"
#include "machi-page.h"
#include "machi-section-items.h"
#include "machi-topic-chip.h"

#include <glib/gi18n.h>

#define N_REPORTS 6

/**
 * MachiOverviewPage:
 *
 * What a newcomer sees first: what is in the catalogue, by kinds and topics, and reports worth reading.
 */
struct _MachiOverviewPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkLabel *lead;
  GtkFlowBox *kinds_box;
  AdwBin *pictures_bin;
  AdwBin *recent_bin;
  GtkWidget *reports_heading;
  GtkListBox *reports_list;
  GtkWidget *background_heading;
  GtkListBox *background_list;
  GtkWidget *topics_heading;
  AdwWrapBox *topics_box;

  guint n_frames;
};

static void page_iface_init (MachiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiOverviewPage,
                               machi_overview_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MACHI_TYPE_PAGE, page_iface_init))

static GtkScrolledWindow *
get_scroller (MachiPage *page)
{
  return MACHI_OVERVIEW_PAGE (page)->scroller;
}

static void
page_iface_init (MachiPageInterface *iface)
{
  iface->get_scroller = get_scroller;
}

static void
row_activated_cb (MachiOverviewPage *self G_GNUC_UNUSED, GtkListBoxRow *row)
{
  machi_relation_row_open (GTK_WIDGET (row));
}

static void
machi_overview_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (machi_overview_page_parent_class)->dispose (object);
}

static void
machi_overview_page_class_init (MachiOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_overview_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, lead);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, pictures_bin);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, recent_bin);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, reports_heading);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, reports_list);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, background_heading);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, background_list);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, topics_heading);
  gtk_widget_class_bind_template_child (widget_class, MachiOverviewPage, topics_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
machi_overview_page_init (MachiOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_overview_page_new:
 *
 * Returns: (transfer floating): an overview of nothing yet
 */
GtkWidget *
machi_overview_page_new (void)
{
  return g_object_new (MACHI_TYPE_OVERVIEW_PAGE, NULL);
}

static GtkWidget *
new_kind_tile (MachiKind kind, guint n_entries)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *number, *label;
  g_autofree char *count = machi_locale_format_number (n_entries);
  g_autofree char *address
      = g_strconcat ("machi:", kind == MACHI_KIND_CITY ? "cities" : machi_kind_get_list_key (kind), NULL);
  /* Translators: a number and what is counted, for a screen reader: "45 Networks" */
  g_autofree char *name = g_strdup_printf (C_ ("count", "%s %s"), count, machi_kind_get_plural (kind));

  number = gtk_label_new (count);
  label = gtk_label_new (machi_kind_get_plural (kind));
  gtk_widget_add_css_class (number, "title-2");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "machi-tile");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
show_kinds (MachiOverviewPage *self, MachiCatalog *catalog)
{
  gtk_flow_box_remove_all (self->kinds_box);
  for (guint kind = MACHI_KIND_REPORT; kind < MACHI_KIND_TOPIC; kind++)
    {
      guint n_entries = g_list_model_get_n_items (machi_catalog_get_entries (catalog, kind));
      GtkWidget *child;

      if (n_entries == 0)
        continue;
      child = gtk_flow_box_child_new ();
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), new_kind_tile (kind, n_entries));
      gtk_flow_box_append (self->kinds_box, child);
    }
}

/* The first of each type in the order of the pack: its editors put in front what is worth reading first. */
static void
show_reports (GtkListBox *list, GtkWidget *heading, MachiCatalog *catalog, const char *type, guint n_most)
{
  GListModel *reports = machi_catalog_get_entries (catalog, MACHI_KIND_REPORT);
  guint n_shown = 0;

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < g_list_model_get_n_items (reports) && n_shown < n_most; i++)
    {
      g_autoptr (MachiEntry) report = g_list_model_get_item (reports, i);
      g_autoptr (MachiRelation) relation = NULL;

      if (g_strcmp0 (machi_entry_get_entry_type (report), type) != 0)
        continue;
      relation = machi_relation_new (MACHI_ROLE_REPORT, report, NULL);
      gtk_list_box_append (list, machi_relation_row_new (relation, NULL));
      n_shown++;
    }
  gtk_widget_set_visible (heading, n_shown > 0);
  gtk_widget_set_visible (GTK_WIDGET (list), n_shown > 0);
}

/* They are made only now, so that the first frame need not wait for them. */
static void
show_pictures (MachiOverviewPage *self, MachiCatalog *catalog)
{
  if (adw_bin_get_child (self->pictures_bin) == NULL)
    {
      adw_bin_set_child (self->pictures_bin, machi_overview_pictures_new ());
      adw_bin_set_child (self->recent_bin, machi_overview_recent_new ());
      /* Their place was kept free, so that nothing jumps. */
      gtk_widget_set_size_request (GTK_WIDGET (self->pictures_bin), -1, -1);
    }
  machi_overview_pictures_show (MACHI_OVERVIEW_PICTURES (adw_bin_get_child (self->pictures_bin)), catalog);
  machi_overview_recent_show (MACHI_OVERVIEW_RECENT (adw_bin_get_child (self->recent_bin)), catalog);
}

static void
show_rest (MachiOverviewPage *self, MachiCatalog *catalog)
{
  GListModel *topics = machi_catalog_get_entries (catalog, MACHI_KIND_TOPIC);

  show_reports (self->reports_list, self->reports_heading, catalog, "case", N_REPORTS);
  show_reports (self->background_list, self->background_heading, catalog, "background", G_MAXUINT);
  machi_topic_chips_show (self->topics_box, topics);
  gtk_widget_set_visible (self->topics_heading, g_list_model_get_n_items (topics) > 0);
  show_pictures (self, catalog);
}

static gboolean
first_frames_cb (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  MachiOverviewPage *self = MACHI_OVERVIEW_PAGE (widget);

  /* The first tick comes before the first frame is painted. */
  if (self->n_frames++ < 1)
    return G_SOURCE_CONTINUE;

  show_rest (self, data);

  return G_SOURCE_REMOVE;
}

/**
 * machi_overview_page_set_catalog:
 * @self: an overview
 * @catalog: a catalogue
 *
 * Shows what is in @catalog: how much of what first, all else when that has been painted.
 */
void
machi_overview_page_set_catalog (MachiOverviewPage *self, MachiCatalog *catalog)
{
  const char *title = machi_catalog_get_title (catalog);

  g_return_if_fail (MACHI_IS_OVERVIEW_PAGE (self));

  gtk_label_set_label (self->title, title != NULL ? title : _ ("Catalogue"));
  show_kinds (self, catalog);
  if (self->n_frames > 1)
    {
      show_rest (self, catalog);
      return;
    }

  gtk_widget_set_visible (self->reports_heading, FALSE);
  gtk_widget_set_visible (self->background_heading, FALSE);
  gtk_widget_set_visible (self->topics_heading, FALSE);
  if (self->n_frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frames_cb, g_object_ref (catalog), g_object_unref);
}
