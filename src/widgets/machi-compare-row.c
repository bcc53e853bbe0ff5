/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-compare-row.h"

#include "machi-citation-label.h"
#include "machi-locale.h"

#include <glib/gi18n.h>

/* More than this many statements about one entry are shown only when asked for. */
#define FEW_VALUES 3

/**
 * MachiCompareRow:
 *
 * One respect in which entries are compared: its name, and beside it what is known of each. Where there is little room
 * the cells stand below the name and below each other, and say themselves of whom they speak.
 */
struct _MachiCompareRow
{
  GtkBox parent_instance;

  AdwClamp *name;
  GtkWidget *cells;
};

G_DEFINE_FINAL_TYPE (MachiCompareRow, machi_compare_row, GTK_TYPE_BOX)

static void
machi_compare_row_class_init (MachiCompareRowClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "comparerow");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
machi_compare_row_init (MachiCompareRow *self)
{
  self->name = ADW_CLAMP (adw_clamp_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->name), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "machi-compare-name");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->name));
  self->cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->cells), TRUE);
  gtk_widget_set_hexpand (self->cells, TRUE);
  gtk_box_append (GTK_BOX (self), self->cells);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

/* A name that is itself an entry leads to it. */
static GtkWidget *
create_name (MachiComparisonRow *row)
{
  g_autofree char *address = machi_comparison_row_dup_address (row);
  MachiRunFormat format = { MACHI_RUN_LINK, NULL, address };
  g_autoptr (MachiText) text = NULL;
  MachiTextBuilder *builder;
  GtkWidget *label;

  if (address == NULL)
    return new_label (machi_comparison_row_get_title (row));

  builder = machi_text_builder_new ();
  machi_text_builder_append (builder, machi_comparison_row_get_title (row), &format);
  text = machi_text_builder_end (builder);
  label = machi_citation_label_new ();
  machi_citation_label_set_text (MACHI_CITATION_LABEL (label), text, NULL, NULL, FALSE, FALSE);

  return label;
}

/* Names of entries stand after each other in one paragraph. */
static GtkWidget *
create_list (GPtrArray *values)
{
  MachiTextBuilder *builder = machi_text_builder_new ();
  g_autoptr (MachiText) text = NULL;
  GtkWidget *label = machi_citation_label_new ();

  for (guint i = 0; i < values->len; i++)
    {
      MachiComparisonValue *value = g_ptr_array_index (values, i);
      MachiRunFormat format = { MACHI_RUN_LINK, value->language, value->address };

      if (i > 0)
        machi_text_builder_append (builder, machi_locale_get_list_separator (), NULL);
      machi_text_builder_append (builder, value->text, &format);
    }
  text = machi_text_builder_end (builder);
  machi_citation_label_set_text (MACHI_CITATION_LABEL (label), text, NULL, NULL, FALSE, FALSE);

  return label;
}

static GtkWidget *
create_value (MachiComparisonValue *value, MachiCitations *citations)
{
  GtkWidget *label = machi_citation_label_new ();

  machi_citation_label_set_statement_text (MACHI_CITATION_LABEL (label), value->text, value->language, value->sources,
                                           citations, value->unverified, value->inference);

  return label;
}

static GtkWidget *
create_nothing (void)
{
  GtkWidget *label = new_label ("–");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Nothing known"), -1);

  return label;
}

static void
more_clicked_cb (GtkWidget *rest, GtkWidget *button)
{
  gtk_widget_set_visible (rest, TRUE);
  gtk_widget_child_focus (rest, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (button, FALSE);
}

/* The first statements, and a button that shows the rest. */
static void
append_values (GtkBox *cell, GPtrArray *values, MachiCitations *citations)
{
  GtkWidget *rest = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gboolean many = values->len > FEW_VALUES + 1;

  for (guint i = 0; i < values->len; i++)
    gtk_box_append (many && i >= FEW_VALUES ? GTK_BOX (rest) : cell,
                    create_value (g_ptr_array_index (values, i), citations));
  gtk_widget_set_visible (rest, FALSE);
  gtk_box_append (cell, rest);
  if (many)
    {
      g_autofree char *label
          = machi_locale_format_count (ngettext ("Show all %u", "Show all %u", values->len), values->len);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_add_css_class (button, "machi-chip");
      g_signal_connect_object (button, "clicked", G_CALLBACK (more_clicked_cb), rest, G_CONNECT_SWAPPED);
      gtk_box_append (cell, button);
    }
}

static GtkWidget *
create_cell (MachiEntry *entry, GPtrArray *values, MachiCitations *citations)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *owner = new_label (machi_entry_get_short_name (entry));
  MachiComparisonValue *first = values->len > 0 ? g_ptr_array_index (values, 0) : NULL;

  gtk_widget_add_css_class (owner, "machi-fact-name");
  gtk_box_append (GTK_BOX (cell), owner);
  if (first == NULL)
    gtk_box_append (GTK_BOX (cell), create_nothing ());
  else if (first->address != NULL)
    gtk_box_append (GTK_BOX (cell), create_list (values));
  else
    append_values (GTK_BOX (cell), values, citations);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  machi_entry_get_short_name (entry), -1);

  return cell;
}

/**
 * machi_compare_row_new:
 * @comparison: a comparison
 * @row: one of its rows
 * @citations: the numbered sources of the page; gets those that it has not
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
machi_compare_row_new (MachiComparison *comparison, MachiComparisonRow *row, MachiCitations *citations)
{
  MachiCompareRow *self = g_object_new (MACHI_TYPE_COMPARE_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  adw_clamp_set_child (self->name, create_name (row));
  for (guint i = 0; i < machi_comparison_get_n_entries (comparison); i++)
    gtk_box_append (GTK_BOX (self->cells), create_cell (machi_comparison_get_entry (comparison, i),
                                                        machi_comparison_row_get_cell (row, i), citations));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  machi_comparison_row_get_title (row), -1);
  machi_compare_row_set_narrow (self, FALSE);

  return GTK_WIDGET (self);
}

/**
 * machi_compare_row_set_narrow:
 * @self: a row
 * @narrow: whether the cells stand below each other
 *
 * Fits the row to the room there is.
 */
void
machi_compare_row_set_narrow (MachiCompareRow *self, gboolean narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (MACHI_IS_COMPARE_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cells), orientation);
  gtk_box_set_homogeneous (GTK_BOX (self->cells), !narrow);
  gtk_box_set_spacing (GTK_BOX (self), narrow ? 6 : 12);
  gtk_widget_set_size_request (GTK_WIDGET (self->name), narrow ? -1 : MACHI_COMPARE_NAME_WIDTH, -1);
  adw_clamp_set_maximum_size (self->name, narrow ? G_MAXINT16 : MACHI_COMPARE_NAME_WIDTH);
  adw_clamp_set_tightening_threshold (self->name, narrow ? G_MAXINT16 : MACHI_COMPARE_NAME_WIDTH);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  for (GtkWidget *cell = gtk_widget_get_first_child (self->cells); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_set_visible (gtk_widget_get_first_child (cell), narrow);
}
