/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-page.h"

#include "machi-block-view.h"
#include "machi-find-bar.h"
#include "machi-match-marks.h"
#include "machi-model-box.h"
#include "machi-page.h"
#include "machi-relation-chips.h"
#include "machi-report-header.h"
#include "machi-report-keys.h"
#include "machi-report-print.h"
#include "machi-report-zoom.h"
#include "machi-section-items.h"

#include <glib/gi18n.h>

/* About 70 letters at the interface's usual size, in scale-independent pixels. */
#define MEASURE 680
#define SOURCES_ID "sources"

/**
 * MachiReportPage:
 *
 * The reader of reports: the text in a column that is easy to read, its contents, its sources, and what can be done
 * with it: finding, printing, making it larger.
 */
struct _MachiReportPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  AdwClamp *clamp;
  GtkBox *content;
  GtkLabel *type;
  MachiReportHeader *header;
  GtkBox *blocks;
  GtkBox *sources;
  GtkWidget *sources_section;
  GtkWidget *sources_heading;
  GtkBox *relations_box;
  MachiFindBar *find_bar;
  GtkMenuButton *contents_button;
  GtkPopover *contents_popover;
  GtkListBox *contents_list;
  GtkListBox *contents_side;
  GtkEventController *shortcuts;

  MachiEntry *entry;
  MachiReportDocument *document;
  GSettings *settings;
  int percent;
  MachiMatchMarks *marks;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  PROP_DOCUMENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const MachiRole further_roles[] = { MACHI_ROLE_ORGANISATION, MACHI_ROLE_DOCUMENT, MACHI_ROLE_REPORT };

static void page_iface_init (MachiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiReportPage,
                               machi_report_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MACHI_TYPE_PAGE, page_iface_init))

static GtkScrolledWindow *
get_scroller (MachiPage *page)
{
  return MACHI_REPORT_PAGE (page)->scroller;
}

static gboolean
scroll_to (MachiPage *page, const char *block)
{
  return machi_report_page_scroll_to (MACHI_REPORT_PAGE (page), block);
}

static void mark (MachiPage *page, const MachiQuery *query, const char *block);

static void
page_iface_init (MachiPageInterface *iface)
{
  iface->get_scroller = get_scroller;
  iface->scroll_to = scroll_to;
  iface->mark = mark;
}

static MachiBlockView *
find_view (MachiReportPage *self, const char *id)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->blocks));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (machi_block_get_id (machi_block_view_get_block (MACHI_BLOCK_VIEW (child))), id))
      return MACHI_BLOCK_VIEW (child);

  return NULL;
}

/* The texts in which the block was found, or of the head of the report. */
static GPtrArray *
list_labels (MachiReportPage *self, MachiBlockView *view)
{
  GPtrArray *labels;

  if (view != NULL)
    return machi_block_view_get_labels (view);

  labels = g_ptr_array_new ();
  machi_report_header_add_labels (self->header, labels);

  return labels;
}

static void
mark (MachiPage *page, const MachiQuery *query, const char *block)
{
  MachiReportPage *self = MACHI_REPORT_PAGE (page);
  MachiBlockView *view = query != NULL && block != NULL ? find_view (self, block) : NULL;
  g_autoptr (GPtrArray) labels = list_labels (self, view);
  GtkWidget *first;
  MachiRange range;

  machi_match_marks_clear (self->marks);
  if (query == NULL || !machi_match_marks_add (self->marks, query, labels))
    return;

  first = machi_match_marks_get_first (self->marks, &range);
  if (view != NULL)
    machi_block_view_reveal (view, MACHI_CITATION_LABEL (first));
  machi_page_aim_at (page, NULL, first, &range);
}

/* From the contents by keyboard, the reader goes on from there; that a label is focused must not select all of it. */
static void
open_contents_row (MachiReportPage *self, GtkListBoxRow *row)
{
  MachiBlock *block = g_object_get_data (G_OBJECT (row), "machi-block");

  gtk_popover_popdown (self->contents_popover);
  machi_report_page_scroll_to (self, machi_block_get_id (block));
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static GtkWidget *
new_contents_row (gpointer item, gpointer data G_GNUC_UNUSED)
{
  MachiBlock *block = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (machi_block_get_plain (block));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, machi_block_get_level (block) > 1 ? "contents-level-2" : "contents-level-1");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "machi-block", g_object_ref (block), g_object_unref);

  return row;
}

/* The headings of the report, and behind them that of its sources. */
static GListModel *
new_contents (MachiReportDocument *document)
{
  g_autoptr (MachiText) title = machi_text_new (_ ("Sources"));
  g_autoptr (MachiBlock) block = machi_block_new (
      &(MachiBlockFields) { .id = SOURCES_ID, .kind = MACHI_BLOCK_HEADING, .level = 1, .text = title });
  GListStore *end = g_list_store_new (MACHI_TYPE_BLOCK);
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  if (g_list_model_get_n_items (G_LIST_MODEL (machi_report_document_get_citations (document))) > 0)
    g_list_store_append (end, block);
  g_list_store_append (parts, machi_report_document_get_contents (document));
  g_list_store_append (parts, end);
  g_object_unref (end);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

static void
match_shown_cb (MachiReportPage *self, MachiCitationLabel *label, guint start, guint end)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (label), MACHI_TYPE_BLOCK_VIEW);

  if (view != NULL)
    machi_block_view_reveal (MACHI_BLOCK_VIEW (view), label);
  machi_page_aim_at (MACHI_PAGE (self), NULL, GTK_WIDGET (label), &(MachiRange) { start, end });
}

static void
find_closed_cb (MachiReportPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
find_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gtk_widget_activate_action (widget, "win.unmark", NULL);
  machi_find_bar_open (MACHI_REPORT_PAGE (widget)->find_bar);
}

static void
find_next_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gtk_widget_activate_action (widget, "win.unmark", NULL);
  machi_find_bar_step (MACHI_REPORT_PAGE (widget)->find_bar, 1);
}

static void
find_previous_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gtk_widget_activate_action (widget, "win.unmark", NULL);
  machi_find_bar_step (MACHI_REPORT_PAGE (widget)->find_bar, -1);
}

static void
contents_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MachiReportPage *self = MACHI_REPORT_PAGE (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->contents_button)))
    gtk_menu_button_popup (self->contents_button);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->contents_side), GTK_DIR_TAB_FORWARD);
}

static void
print_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MachiReportPage *self = MACHI_REPORT_PAGE (widget);

  if (self->document != NULL)
    machi_report_print_show_dialog (self->entry, self->document, GTK_WIDGET (self));
}

static void
update_zoom (MachiReportPage *self)
{
  guint n_steps;
  const int *steps = machi_report_zoom_get_steps (&n_steps);
  guint step = machi_report_zoom_get (self->settings);
  g_autofree char *old = g_strdup_printf ("zoom-%d", self->percent);
  g_autofree char *new = g_strdup_printf ("zoom-%d", steps[step]);

  gtk_widget_remove_css_class (GTK_WIDGET (self->content), old);
  gtk_widget_add_css_class (GTK_WIDGET (self->content), new);
  self->percent = steps[step];
  adw_clamp_set_maximum_size (self->clamp, MEASURE * self->percent / 100);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.zoom-in", step + 1 < n_steps);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.zoom-out", step > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.zoom-reset", self->percent != 100);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter G_GNUC_UNUSED)
{
  MachiReportPage *self = MACHI_REPORT_PAGE (widget);

  machi_report_zoom_move (self->settings, g_str_equal (name, "page.zoom-in")    ? 1
                                          : g_str_equal (name, "page.zoom-out") ? -1
                                                                                : 0);
}

static void
machi_report_page_map (GtkWidget *widget)
{
  MachiReportPage *self = MACHI_REPORT_PAGE (widget);

  GTK_WIDGET_CLASS (machi_report_page_parent_class)->map (widget);

  self->shortcuts = machi_report_new_shortcuts ();
  gtk_widget_add_controller (widget, self->shortcuts);
}

static void
machi_report_page_unmap (GtkWidget *widget)
{
  MachiReportPage *self = MACHI_REPORT_PAGE (widget);

  gtk_widget_remove_controller (widget, g_steal_pointer (&self->shortcuts));

  GTK_WIDGET_CLASS (machi_report_page_parent_class)->unmap (widget);
}

static void
machi_report_page_dispose (GObject *object)
{
  MachiReportPage *self = MACHI_REPORT_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_REPORT_PAGE);
  g_clear_object (&self->marks);
  g_clear_object (&self->entry);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (machi_report_page_parent_class)->dispose (object);
}

static void
machi_report_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiReportPage *self = MACHI_REPORT_PAGE (object);

  switch (prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "page.find-previous", NULL, find_previous_action);
  gtk_widget_class_install_action (widget_class, "page.contents", NULL, contents_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "page.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "page.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "page.zoom-reset", NULL, zoom_action);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, content);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, type);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, header);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, blocks);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, sources);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, sources_section);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, sources_heading);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, relations_box);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, contents_button);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, contents_popover);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, contents_list);
  gtk_widget_class_bind_template_child (widget_class, MachiReportPage, contents_side);
  gtk_widget_class_bind_template_callback (widget_class, open_contents_row);
  gtk_widget_class_bind_template_callback (widget_class, match_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_closed_cb);
}

static void
machi_report_page_class_init (MachiReportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = machi_report_page_dispose;
  object_class->get_property = machi_report_page_get_property;
  widget_class->map = machi_report_page_map;
  widget_class->unmap = machi_report_page_unmap;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, MACHI_TYPE_ENTRY, flags);
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, MACHI_TYPE_REPORT_DOCUMENT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MACHI_TYPE_FIND_BAR);
  g_type_ensure (MACHI_TYPE_REPORT_HEADER);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
machi_report_page_init (MachiReportPage *self)
{
  self->settings = g_settings_new (APP_ID);
  self->marks = machi_match_marks_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_zoom (self);
  g_signal_connect_object (self->settings, "changed::" MACHI_KEY_TEXT_SCALE, G_CALLBACK (update_zoom), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), machi_report_new_scroll_keys ());
}

/**
 * machi_report_page_new:
 *
 * Returns: (transfer floating): a page that shows no report yet
 */
GtkWidget *
machi_report_page_new (void)
{
  return g_object_new (MACHI_TYPE_REPORT_PAGE, NULL);
}

static GtkWidget *
new_block_view (gpointer item, gpointer data)
{
  return machi_block_view_new (item, machi_report_document_get_citations (data));
}

static GtkWidget *
new_source_row (gpointer item, gpointer data G_GNUC_UNUSED)
{
  return machi_source_row_new (item);
}

static void
bind_contents (MachiReportPage *self)
{
  g_autoptr (GListModel) contents = new_contents (self->document);

  gtk_list_box_bind_model (self->contents_list, contents, new_contents_row, NULL, NULL);
  gtk_list_box_bind_model (self->contents_side, contents, new_contents_row, NULL, NULL);
}

static void
collect_labels (MachiReportPage *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->blocks));

  machi_report_header_add_labels (self->header, labels);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr (GPtrArray) own = machi_block_view_get_labels (MACHI_BLOCK_VIEW (child));

      g_ptr_array_extend (labels, own, NULL, NULL);
    }
  machi_find_bar_set_labels (self->find_bar, labels);
}

/**
 * machi_report_page_set_report:
 * @self: a page
 * @entry: a report
 * @document: its text
 *
 * Shows a report from its top.
 */
void
machi_report_page_set_report (MachiReportPage *self, MachiEntry *entry, MachiReportDocument *document)
{
  g_autofree char *type = NULL;
  GListModel *citations;

  g_return_if_fail (MACHI_IS_REPORT_PAGE (self));
  g_return_if_fail (MACHI_IS_ENTRY (entry));
  g_return_if_fail (MACHI_IS_REPORT_DOCUMENT (document));

  if (self->document == document && self->entry == entry)
    return;

  machi_match_marks_clear (self->marks);
  g_set_object (&self->entry, entry);
  g_set_object (&self->document, document);
  citations = G_LIST_MODEL (machi_report_document_get_citations (document));

  type = machi_report_dup_type (entry);
  gtk_label_set_label (self->type, type);
  machi_report_header_set_report (self->header, entry, document);
  machi_model_box_bind (self->blocks, G_LIST_MODEL (document), new_block_view, document);
  machi_model_box_bind (self->sources, citations, new_source_row, NULL);
  gtk_widget_set_visible (self->sources_section, g_list_model_get_n_items (citations) > 0);
  machi_relation_chips_show (self->relations_box, entry, further_roles, G_N_ELEMENTS (further_roles));
  bind_contents (self);
  collect_labels (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * machi_report_page_get_entry:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the report it shows
 */
MachiEntry *
machi_report_page_get_entry (MachiReportPage *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_PAGE (self), NULL);

  return self->entry;
}

/**
 * machi_report_page_get_document:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the text it shows
 */
MachiReportDocument *
machi_report_page_get_document (MachiReportPage *self)
{
  g_return_val_if_fail (MACHI_IS_REPORT_PAGE (self), NULL);

  return self->document;
}

/**
 * machi_report_page_scroll_to:
 * @self: a page
 * @block_id: the ID of a block, or `sources`
 *
 * Scrolls to a block, when it has its place.
 *
 * Returns: whether there is such a block
 */
gboolean
machi_report_page_scroll_to (MachiReportPage *self, const char *block_id)
{
  GtkWidget *target;

  g_return_val_if_fail (MACHI_IS_REPORT_PAGE (self), FALSE);
  g_return_val_if_fail (block_id != NULL, FALSE);

  target = (GtkWidget *) find_view (self, block_id);
  if (target == NULL && g_str_equal (block_id, SOURCES_ID) && gtk_widget_get_visible (self->sources_section))
    target = self->sources_heading;
  if (target != NULL)
    machi_page_aim_at (MACHI_PAGE (self), target, NULL, NULL);

  return target != NULL;
}

/**
 * machi_report_page_get_position:
 * @self: a page
 *
 * Returns: how far down it is scrolled, from 0 to 1
 */
double
machi_report_page_get_position (MachiReportPage *self)
{
  return machi_page_get_position (MACHI_PAGE (self));
}

/**
 * machi_report_page_set_position:
 * @self: a page
 * @position: how far down, from 0 to 1
 *
 * Scrolls the page, when it has its height.
 */
void
machi_report_page_set_position (MachiReportPage *self, double position)
{
  g_return_if_fail (MACHI_IS_REPORT_PAGE (self));

  machi_page_set_position (MACHI_PAGE (self), position);
}
