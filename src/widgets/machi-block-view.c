/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-block-view.h"

#include "machi-plot.h"
#include "machi-table-view.h"

#include <glib/gi18n.h>

/**
 * MachiBlockView:
 *
 * One block of a report, with the role that it has to assistive technologies. What it shows does not change.
 */
struct _MachiBlockView
{
  GtkWidget parent_instance;

  MachiBlock *block;
  MachiCitations *citations;
  MachiCitationLabel *label;
  MachiTableView *table;
  GtkToggleButton *table_button;
};

G_DEFINE_FINAL_TYPE (MachiBlockView, machi_block_view, GTK_TYPE_WIDGET)

static void
machi_block_view_dispose (GObject *object)
{
  MachiBlockView *self = MACHI_BLOCK_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->block);
  g_clear_object (&self->citations);

  G_OBJECT_CLASS (machi_block_view_parent_class)->dispose (object);
}

static void
machi_block_view_class_init (MachiBlockViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_block_view_dispose;

  gtk_widget_class_set_css_name (widget_class, "block");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
machi_block_view_init (MachiBlockView *self G_GNUC_UNUSED)
{
}

typedef struct
{
  const char *css_class;
  GtkAccessibleRole role;
  GtkAccessibleRole text_role;
} Style;

/* By kind of block. */
static const Style styles[] = {
  [MACHI_BLOCK_HEADING] = { "heading-block", GTK_ACCESSIBLE_ROLE_GENERIC, GTK_ACCESSIBLE_ROLE_HEADING },
  [MACHI_BLOCK_PARAGRAPH] = { "paragraph", GTK_ACCESSIBLE_ROLE_GENERIC, GTK_ACCESSIBLE_ROLE_PARAGRAPH },
  [MACHI_BLOCK_LIST_ITEM] = { "list-item", GTK_ACCESSIBLE_ROLE_LIST_ITEM, GTK_ACCESSIBLE_ROLE_PARAGRAPH },
  [MACHI_BLOCK_QUOTE] = { "quote", GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE, GTK_ACCESSIBLE_ROLE_PARAGRAPH },
  [MACHI_BLOCK_NOTE] = { "note", GTK_ACCESSIBLE_ROLE_NOTE, GTK_ACCESSIBLE_ROLE_PARAGRAPH },
  [MACHI_BLOCK_TABLE] = { "table-block", GTK_ACCESSIBLE_ROLE_GROUP, GTK_ACCESSIBLE_ROLE_CAPTION },
  [MACHI_BLOCK_PLOT] = { "plot-block", GTK_ACCESSIBLE_ROLE_GROUP, GTK_ACCESSIBLE_ROLE_CAPTION },
};

static GtkWidget *
new_label (MachiBlockView *self)
{
  MachiBlock *block = self->block;
  GtkWidget *label = machi_citation_label_new_with_role (styles[machi_block_get_kind (block)].text_role);

  self->label = MACHI_CITATION_LABEL (label);
  machi_citation_label_set_text (self->label, machi_block_get_text (block), machi_block_get_language (block),
                                 self->citations, machi_block_get_unverified (block),
                                 machi_block_get_inference (block));
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

/* A report's own title is the heading of level 1. */
static GtkWidget *
new_heading (MachiBlockView *self)
{
  GtkWidget *label = new_label (self);
  guint level = machi_block_get_level (self->block);

  gtk_accessible_update_property (GTK_ACCESSIBLE (machi_citation_label_get_label (self->label)),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) level + 1, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), level > 1 ? "level-2" : "level-1");

  return label;
}

static GtkWidget *
new_bullet (MachiBlock *block)
{
  g_autofree char *number = NULL;
  GtkWidget *bullet;

  if ((machi_block_get_flags (block) & MACHI_BLOCK_CONTINUES) != 0)
    bullet = gtk_label_new (NULL);
  else if (machi_block_get_list (block) == MACHI_LIST_NUMBER)
    {
      /* Translators: the number of an item of a list */
      number = g_strdup_printf (_ ("%u."), machi_block_get_number (block));
      bullet = gtk_label_new (number);
    }
  else
    bullet = gtk_label_new (machi_block_get_level (block) > 1 ? "◦" : "•");

  gtk_label_set_width_chars (GTK_LABEL (bullet), 3);
  gtk_label_set_xalign (GTK_LABEL (bullet), 1);
  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_add_css_class (bullet, "bullet");

  return bullet;
}

/* The bullet hangs at the side on which the text begins. */
static GtkWidget *
new_list_item (MachiBlockView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *bullet = new_bullet (self->block);
  GtkWidget *label = new_label (self);
  GtkTextDirection direction = gtk_widget_get_direction (GTK_WIDGET (machi_citation_label_get_label (self->label)));
  guint depth = machi_block_get_level (self->block);

  gtk_widget_set_direction (bullet, direction);
  gtk_widget_set_direction (box, direction);
  gtk_box_append (GTK_BOX (box), bullet);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_start (box, depth > 1 ? 24 * (int) MIN (depth - 1, 6) : 0);

  return box;
}

static GtkWidget *
new_table (MachiBlockView *self)
{
  GtkWidget *table = machi_table_view_new (machi_block_get_table (self->block), machi_block_get_plain (self->block),
                                           machi_block_get_language (self->block), self->citations);

  self->table = MACHI_TABLE_VIEW (table);

  return table;
}

static GtkWidget *
new_table_block (MachiBlockView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), new_label (self));
  gtk_box_append (GTK_BOX (box), new_table (self));

  return box;
}

static GtkWidget *
new_plot (MachiBlock *block)
{
  GtkWidget *plot = machi_plot_new ();
  g_autofree char *title = machi_text_dup_words (machi_block_get_text (block));

  machi_plot_set_title (MACHI_PLOT (plot), title);
  machi_plot_set_chart (MACHI_PLOT (plot), (int) machi_block_get_chart (block));
  machi_plot_set_categories (MACHI_PLOT (plot), machi_block_get_categories (block));
  machi_plot_set_model (MACHI_PLOT (plot), machi_block_get_series (block));

  return plot;
}

static void
table_toggled_cb (GtkToggleButton *button)
{
  gboolean active = gtk_toggle_button_get_active (button);

  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, active, -1);
  gtk_button_set_label (GTK_BUTTON (button), active ? _ ("Hide _Figures") : _ ("Show _Figures"));
}

static GtkWidget *
new_plot_block (MachiBlockView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *button = gtk_toggle_button_new ();

  self->table_button = GTK_TOGGLE_BUTTON (button);
  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "figures-button");
  /* The button is owned by this view and goes with it. */
  g_signal_connect (button, "toggled", G_CALLBACK (table_toggled_cb), NULL);
  table_toggled_cb (self->table_button);

  gtk_revealer_set_child (GTK_REVEALER (revealer), new_table (self));
  g_object_bind_property (button, "active", revealer, "reveal-child", G_BINDING_SYNC_CREATE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_CONTROLS, self->table, NULL, -1);

  gtk_box_append (GTK_BOX (box), new_label (self));
  gtk_box_append (GTK_BOX (box), new_plot (self->block));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), revealer);

  return box;
}

static GtkWidget *
new_content (MachiBlockView *self)
{
  switch (machi_block_get_kind (self->block))
    {
    case MACHI_BLOCK_HEADING:
      return new_heading (self);
    case MACHI_BLOCK_LIST_ITEM:
      return new_list_item (self);
    case MACHI_BLOCK_TABLE:
      return new_table_block (self);
    case MACHI_BLOCK_PLOT:
      return new_plot_block (self);
    case MACHI_BLOCK_PARAGRAPH:
    case MACHI_BLOCK_QUOTE:
    case MACHI_BLOCK_NOTE:
    default:
      return new_label (self);
    }
}

/**
 * machi_block_view_new:
 * @block: a block of a report
 * @citations: the numbered sources of the report
 *
 * Returns: (transfer floating): a widget that shows it
 */
GtkWidget *
machi_block_view_new (MachiBlock *block, MachiCitations *citations)
{
  const Style *style;
  MachiBlockView *self;
  MachiBlockFlags flags;

  g_return_val_if_fail (MACHI_IS_BLOCK (block), NULL);

  style = &styles[machi_block_get_kind (block)];
  flags = machi_block_get_flags (block);
  self = g_object_new (MACHI_TYPE_BLOCK_VIEW, "accessible-role", style->role, NULL);
  self->block = g_object_ref (block);
  self->citations = g_object_ref (citations);
  gtk_widget_add_css_class (GTK_WIDGET (self), style->css_class);
  if ((flags & MACHI_BLOCK_CONTINUES) != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "continues");
  if ((flags & MACHI_BLOCK_CONTINUED) != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "continued");
  gtk_widget_set_parent (new_content (self), GTK_WIDGET (self));
  if (style->role == GTK_ACCESSIBLE_ROLE_GROUP)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    machi_citation_label_get_label (self->label), NULL, -1);

  return GTK_WIDGET (self);
}

/**
 * machi_block_view_get_block:
 * @self: a view
 *
 * Returns: (transfer none): what it shows
 */
MachiBlock *
machi_block_view_get_block (MachiBlockView *self)
{
  g_return_val_if_fail (MACHI_IS_BLOCK_VIEW (self), NULL);

  return self->block;
}

/**
 * machi_block_view_get_labels:
 * @self: a view
 *
 * Returns: (transfer container) (element-type MachiCitationLabel): all texts that it shows or can show, in the order of
 *   reading
 */
GPtrArray *
machi_block_view_get_labels (MachiBlockView *self)
{
  GPtrArray *labels;

  g_return_val_if_fail (MACHI_IS_BLOCK_VIEW (self), NULL);

  labels = g_ptr_array_new ();
  g_ptr_array_add (labels, self->label);
  if (self->table != NULL)
    machi_table_view_add_labels (self->table, labels);

  return labels;
}

/**
 * machi_block_view_reveal:
 * @self: a view
 * @label: one of its texts
 *
 * Shows the figures of a plot if @label is among them.
 */
void
machi_block_view_reveal (MachiBlockView *self, MachiCitationLabel *label)
{
  g_return_if_fail (MACHI_IS_BLOCK_VIEW (self));

  if (self->table_button != NULL && label != self->label)
    gtk_toggle_button_set_active (self->table_button, TRUE);
}
