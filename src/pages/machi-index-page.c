/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-index-page.h"

#include "machi-entry-row.h"
#include "machi-locale.h"
#include "machi-page.h"

#include <glib/gi18n.h>

/**
 * MachiIndexPage:
 *
 * All entries of one kind, in one list.
 */
struct _MachiIndexPage
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *count;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkSortListModel *sorted;
  GtkNoSelection *selection;
};

static void page_iface_init (MachiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiIndexPage,
                               machi_index_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MACHI_TYPE_PAGE, page_iface_init))

static GtkScrolledWindow *
get_scroller (MachiPage *page)
{
  return MACHI_INDEX_PAGE (page)->scroller;
}

static void
page_iface_init (MachiPageInterface *iface)
{
  iface->get_scroller = get_scroller;
}

static int
get_rank (MachiEntry *entry)
{
  static const char *const types[] = { "case", "profile", "background", NULL };
  const char *type = machi_entry_get_entry_type (entry);

  if (machi_entry_get_kind (entry) != MACHI_KIND_REPORT)
    return 0;
  for (int i = 0; types[i] != NULL; i++)
    if (g_strcmp0 (type, types[i]) == 0)
      return i;

  return G_N_ELEMENTS (types);
}

/* Projects and documents by year, the newest first; reports by type; all by name. */
static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  MachiEntry *first = (gpointer) a;
  MachiEntry *second = (gpointer) b;
  MachiKind kind = machi_entry_get_kind (first);
  int from, to, other_from, other_to;

  if (kind == MACHI_KIND_PROJECT || kind == MACHI_KIND_DOCUMENT)
    {
      machi_entry_get_period (first, &from, &to);
      machi_entry_get_period (second, &other_from, &other_to);
      if (MAX (from, to) != MAX (other_from, other_to))
        return MAX (other_from, other_to) - MAX (from, to);
    }
  if (get_rank (first) != get_rank (second))
    return get_rank (first) - get_rank (second);

  return machi_locale_collate (machi_entry_get_name (first), machi_entry_get_name (second));
}

static void
row_activated_cb (MachiIndexPage *self, guint position)
{
  g_autoptr (MachiEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *address = entry != NULL ? machi_entry_dup_address (entry) : NULL;

  if (address != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", address);
}

static void
machi_index_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_INDEX_PAGE);

  G_OBJECT_CLASS (machi_index_page_parent_class)->dispose (object);
}

static void
machi_index_page_class_init (MachiIndexPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_index_page_dispose;

  g_type_ensure (MACHI_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-index-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiIndexPage, title);
  gtk_widget_class_bind_template_child (widget_class, MachiIndexPage, count);
  gtk_widget_class_bind_template_child (widget_class, MachiIndexPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MachiIndexPage, list);
  gtk_widget_class_bind_template_child (widget_class, MachiIndexPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, MachiIndexPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
machi_index_page_init (MachiIndexPage *self)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_entries, NULL, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_sort_list_model_set_sorter (self->sorted, sorter);
}

/**
 * machi_index_page_new:
 *
 * Returns: (transfer floating): a page that lists nothing yet
 */
GtkWidget *
machi_index_page_new (void)
{
  return g_object_new (MACHI_TYPE_INDEX_PAGE, NULL);
}

/**
 * machi_index_page_show:
 * @self: a page
 * @catalog: a catalogue
 * @kind: a kind of entry
 *
 * Lists the entries of @kind.
 */
void
machi_index_page_show (MachiIndexPage *self, MachiCatalog *catalog, MachiKind kind)
{
  GListModel *entries;
  g_autofree char *count = NULL;
  guint n_entries;

  g_return_if_fail (MACHI_IS_INDEX_PAGE (self));

  entries = machi_catalog_get_entries (catalog, kind);
  n_entries = g_list_model_get_n_items (entries);
  count = machi_locale_format_count (ngettext ("%u entry", "%u entries", n_entries), n_entries);
  gtk_label_set_label (self->title, machi_kind_get_plural (kind));
  gtk_label_set_label (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  machi_kind_get_plural (kind), -1);
  gtk_sort_list_model_set_model (self->sorted, entries);
}
