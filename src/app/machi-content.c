/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-content.h"

#include "machi-compare-page.h"
#include "machi-entry-page.h"
#include "machi-index-page.h"
#include "machi-map-page.h"
#include "machi-overview-page.h"
#include "machi-page.h"
#include "machi-problems-page.h"
#include "machi-register-page.h"
#include "machi-report-page.h"
#include "machi-shortcuts.h"
#include "machi-search-page.h"
#include "machi-timeline-page.h"

#include <glib/gi18n.h>

/**
 * MachiContent:
 *
 * The content of the window: it knows which page shows what an address names. A page is made when it is first needed.
 */
struct _MachiContent
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *status_page;
  char *title;
  MachiCatalog *catalog;
  char *report_language;
};

G_DEFINE_FINAL_TYPE (MachiContent, machi_content, ADW_TYPE_BIN)

static const struct
{
  const char *name;
  GtkWidget *(*create) (void);
} pages[] = {
  { "overview", machi_overview_page_new }, { "entry", machi_entry_page_new },
  { "report", machi_report_page_new },     { "index", machi_index_page_new },
  { "problems", machi_problems_page_new }, { "search", machi_search_page_new },
  { "map", machi_map_page_new },           { "timeline", machi_timeline_page_new },
  { "register", machi_register_page_new }, { "compare", machi_compare_page_new },
};

static GtkWidget *
ensure_page (MachiContent *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      {
        page = pages[i].create ();
        gtk_stack_add_named (self->stack, page, name);
      }

  return page;
}

static MachiPage *
get_page (MachiContent *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  return child != NULL && MACHI_IS_PAGE (child) ? MACHI_PAGE (child) : NULL;
}

static void
show_status (MachiContent *self, const char *icon_name, const char *title, const char *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  g_set_str (&self->title, title);
  adw_status_page_set_icon_name (self->status_page, icon_name);
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, escaped);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->status_page));
}

/* In the language that the reader chose for reports, or else the best for her. */
static MachiReportDocument *
read_report (MachiContent *self, MachiCatalog *catalog, MachiEntry *report, GListStore *problems, GError **error)
{
  g_auto (GStrv) languages = machi_catalog_list_report_languages (catalog, report);

  if (self->report_language != NULL && g_strv_contains ((const char *const *) languages, self->report_language))
    return machi_catalog_read_report_in (catalog, report, self->report_language, problems, error);

  return machi_catalog_read_report (catalog, report, problems, error);
}

static void
show_report (MachiContent *self, MachiCatalog *catalog, MachiEntry *report)
{
  g_autoptr (GListStore) problems = g_list_store_new (MACHI_TYPE_PROBLEM);
  g_autoptr (GError) error = NULL;
  g_autoptr (MachiReportDocument) document = read_report (self, catalog, report, problems, &error);
  guint n_problems = g_list_model_get_n_items (G_LIST_MODEL (problems));
  g_autoptr (MachiProblem) first = g_list_model_get_item (G_LIST_MODEL (problems), 0);
  g_autofree char *place = first != NULL ? machi_problem_to_string (first) : NULL;

  if (document == NULL)
    {
      show_status (self, "dialog-error-symbolic", _ ("The Report Cannot Be Read"),
                   place != NULL ? place : error->message);
      return;
    }

  g_set_object (&self->catalog, catalog);
  machi_report_page_set_report (MACHI_REPORT_PAGE (ensure_page (self, "report")), report, document);
  gtk_stack_set_visible_child_name (self->stack, "report");
  if (n_problems > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", place);
}

static void
show_entry (MachiContent *self, MachiCatalog *catalog, MachiAddress *address)
{
  MachiEntry *entry = machi_catalog_lookup (catalog, machi_address_get_kind (address), machi_address_get_id (address));

  if (entry == NULL)
    {
      g_autofree char *text = machi_address_to_string (address);
      g_autofree char *description = g_strdup_printf (_ ("This catalogue has nothing at the address “%s”."), text);
      show_status (self, "edit-find-symbolic", _ ("There Is No Such Entry"), description);
      return;
    }

  g_set_str (&self->title, machi_entry_get_short_name (entry));
  if (machi_entry_get_kind (entry) == MACHI_KIND_REPORT)
    {
      show_report (self, catalog, entry);
      return;
    }

  machi_entry_page_set_entry (MACHI_ENTRY_PAGE (ensure_page (self, "entry")), entry);
  gtk_stack_set_visible_child_name (self->stack, "entry");
}

static MachiKind
get_listed_kind (const char *view)
{
  if (g_str_equal (view, "cities"))
    return MACHI_KIND_CITY;

  for (guint kind = 1; kind < MACHI_N_KINDS; kind++)
    if (g_str_equal (machi_kind_get_list_key (kind), view))
      return kind;

  return MACHI_KIND_NONE;
}

static void
show_map (MachiContent *self, MachiCatalog *catalog, MachiAddress *address)
{
  g_set_str (&self->title, _ ("Map"));
  machi_map_page_show (MACHI_MAP_PAGE (ensure_page (self, "map")), catalog, address);
  gtk_stack_set_visible_child_name (self->stack, "map");
}

static void
show_search (MachiContent *self, MachiCatalog *catalog, MachiAddress *address)
{
  GtkWidget *page = ensure_page (self, "search");

  g_set_str (&self->title, _ ("Search"));
  machi_search_page_show (MACHI_SEARCH_PAGE (page), catalog, address);
  gtk_stack_set_visible_child (self->stack, page);
  gtk_widget_grab_focus (page);
}

static void
show_timeline (MachiContent *self, MachiCatalog *catalog, MachiAddress *address)
{
  g_set_str (&self->title, _ ("Timeline"));
  machi_timeline_page_show (MACHI_TIMELINE_PAGE (ensure_page (self, "timeline")), catalog,
                            machi_address_get_query (address));
  gtk_stack_set_visible_child_name (self->stack, "timeline");
}

static void
show_register (MachiContent *self, MachiCatalog *catalog, MachiAddress *address)
{
  g_set_str (&self->title, machi_kind_get_plural (MACHI_KIND_PROJECT));
  machi_register_page_show (MACHI_REGISTER_PAGE (ensure_page (self, "register")), catalog,
                            machi_address_get_query (address));
  gtk_stack_set_visible_child_name (self->stack, "register");
}

static void
show_comparison (MachiContent *self, MachiCatalog *catalog, MachiAddress *address)
{
  g_set_str (&self->title, _ ("Compare"));
  machi_compare_page_show (MACHI_COMPARE_PAGE (ensure_page (self, "compare")), catalog,
                           machi_address_get_query (address));
  gtk_stack_set_visible_child_name (self->stack, "compare");
}

static void
show_view (MachiContent *self, MachiCatalog *catalog, MachiAddress *address)
{
  const char *view = machi_address_get_view (address);
  MachiKind kind = get_listed_kind (view);

  if (kind == MACHI_KIND_PROJECT)
    {
      show_register (self, catalog, address);
    }
  else if (kind != MACHI_KIND_NONE)
    {
      g_set_str (&self->title, machi_kind_get_plural (kind));
      machi_index_page_show (MACHI_INDEX_PAGE (ensure_page (self, "index")), catalog, kind);
      gtk_stack_set_visible_child_name (self->stack, "index");
    }
  else if (g_str_equal (view, "map"))
    {
      show_map (self, catalog, address);
    }
  else if (g_str_equal (view, "search"))
    {
      show_search (self, catalog, address);
    }
  else if (g_str_equal (view, "timeline"))
    {
      show_timeline (self, catalog, address);
    }
  else if (g_str_equal (view, "compare"))
    {
      show_comparison (self, catalog, address);
    }
  else if (g_str_equal (view, "problems"))
    {
      g_set_str (&self->title, _ ("Problems"));
      machi_problems_page_set_model (MACHI_PROBLEMS_PAGE (ensure_page (self, "problems")),
                                     machi_catalog_get_problems (catalog));
      gtk_stack_set_visible_child_name (self->stack, "problems");
    }
  else
    {
      g_set_str (&self->title, _ ("Overview"));
      machi_overview_page_set_catalog (MACHI_OVERVIEW_PAGE (ensure_page (self, "overview")), catalog);
      gtk_stack_set_visible_child_name (self->stack, "overview");
    }
}

static gboolean
key_pressed_cb (MachiContent *self, guint keyval)
{
  return keyval == GDK_KEY_Escape && gtk_widget_activate_action (GTK_WIDGET (self), "win.unmark", NULL);
}

static void
machi_content_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_CONTENT);
  g_clear_object (&MACHI_CONTENT (object)->catalog);

  G_OBJECT_CLASS (machi_content_parent_class)->dispose (object);
}

static void
machi_content_finalize (GObject *object)
{
  MachiContent *self = MACHI_CONTENT (object);

  g_free (self->title);
  g_free (self->report_language);

  G_OBJECT_CLASS (machi_content_parent_class)->finalize (object);
}

/* The same report in another language, at the same place. */
static void
report_language_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  MachiContent *self = MACHI_CONTENT (widget);
  MachiPage *page = get_page (self);
  double position;

  if (page == NULL || !MACHI_IS_REPORT_PAGE (page) || self->catalog == NULL)
    return;

  g_set_str (&self->report_language, g_variant_get_string (parameter, NULL));
  position = machi_page_get_position (page);
  show_report (self, self->catalog, machi_report_page_get_entry (MACHI_REPORT_PAGE (page)));
  machi_page_set_position (page, position);
}

static void
machi_content_class_init (MachiContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_content_dispose;
  object_class->finalize = machi_content_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-content.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiContent, stack);
  gtk_widget_class_bind_template_child (widget_class, MachiContent, status_page);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "content.report-language", "s", report_language_cb);
}

static void
machi_content_init (MachiContent *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  machi_shortcuts_add_to_pages (self->stack);
}

/**
 * machi_content_can_show:
 * @catalog: a catalogue
 * @address: an address
 *
 * Returns: whether there is something at @address
 */
gboolean
machi_content_can_show (MachiCatalog *catalog, MachiAddress *address)
{
  return machi_address_get_kind (address) == MACHI_KIND_NONE
         || machi_catalog_lookup (catalog, machi_address_get_kind (address), machi_address_get_id (address)) != NULL;
}

/**
 * machi_content_show:
 * @self: a content
 * @catalog: a catalogue
 * @address: an address
 *
 * Shows what @address names from its top, or from the place that it names, with what a search found there set off.
 */
void
machi_content_show (MachiContent *self, MachiCatalog *catalog, MachiAddress *address)
{
  g_autofree char *words = machi_address_dup_query_value (address, "q");
  gboolean found = machi_address_get_kind (address) != MACHI_KIND_NONE && words != NULL;
  g_autoptr (MachiQuery) query = found ? machi_query_new (words) : NULL;
  const char *block;

  g_return_if_fail (MACHI_IS_CONTENT (self));

  if (machi_address_get_kind (address) == MACHI_KIND_NONE)
    show_view (self, catalog, address);
  else
    show_entry (self, catalog, address);

  if (get_page (self) == NULL)
    return;

  machi_page_set_position (get_page (self), 0);
  block = machi_address_get_block (address);
  if (block != NULL && !machi_page_scroll_to (get_page (self), block))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("The page has no such place any more"));
  machi_page_mark (get_page (self), query, block);
}

/**
 * machi_content_unmark:
 * @self: a content
 *
 * Sets nothing off any more that a search found.
 */
void
machi_content_unmark (MachiContent *self)
{
  g_return_if_fail (MACHI_IS_CONTENT (self));

  if (get_page (self) != NULL)
    machi_page_mark (get_page (self), NULL, NULL);
}

/**
 * machi_content_takes_typing:
 * @self: a content
 *
 * Returns: whether a letter that is typed on the page it shows, and that nothing there has use for, begins a search
 */
gboolean
machi_content_takes_typing (MachiContent *self)
{
  g_return_val_if_fail (MACHI_IS_CONTENT (self), FALSE);

  return MACHI_IS_OVERVIEW_PAGE (gtk_stack_get_visible_child (self->stack));
}

/**
 * machi_content_forward_key:
 * @self: a content that shows the search
 * @controller: what has a key just now
 *
 * Gives the key to where the search is typed, input method and all.
 */
void
machi_content_forward_key (MachiContent *self, GtkEventControllerKey *controller)
{
  GtkWidget *page;

  g_return_if_fail (MACHI_IS_CONTENT (self));

  page = gtk_stack_get_visible_child (self->stack);
  if (MACHI_IS_SEARCH_PAGE (page))
    machi_search_page_forward_key (MACHI_SEARCH_PAGE (page), controller);
}

/**
 * machi_content_show_failure:
 * @self: a content
 * @name: the folder of the catalogue
 * @message: why it cannot be read
 *
 * Says that there is no catalogue.
 */
void
machi_content_show_failure (MachiContent *self, const char *name, const char *message)
{
  g_autofree char *description = g_strdup_printf ("%s\n%s", name, message);

  show_status (self, "dialog-error-symbolic", _ ("The Catalogue Cannot Be Read"), description);
}

/**
 * machi_content_dup_title:
 * @self: a content
 *
 * Returns: (transfer full): the title of what it shows
 */
char *
machi_content_dup_title (MachiContent *self)
{
  g_return_val_if_fail (MACHI_IS_CONTENT (self), NULL);

  return g_strdup (self->title != NULL ? self->title : "Machi");
}

/**
 * machi_content_get_position:
 * @self: a content
 *
 * Returns: how far down the page is scrolled, from 0 to 1
 */
double
machi_content_get_position (MachiContent *self)
{
  g_return_val_if_fail (MACHI_IS_CONTENT (self), 0);

  return get_page (self) != NULL ? machi_page_get_position (get_page (self)) : 0;
}

/**
 * machi_content_set_position:
 * @self: a content
 * @position: how far down, from 0 to 1
 *
 * Scrolls the page.
 */
void
machi_content_set_position (MachiContent *self, double position)
{
  g_return_if_fail (MACHI_IS_CONTENT (self));

  if (get_page (self) != NULL)
    machi_page_set_position (get_page (self), position);
}
