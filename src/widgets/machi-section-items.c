/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-section-items.h"

#include "machi-citation-label.h"
#include "machi-entry-row.h"
#include "machi-locale.h"
#include "machi-plot.h"
#include "machi-property.h"

#include <glib/gi18n.h>

/* What an entry's page consists of: small pieces without a life of their own, so functions and not classes. */

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_statement_label (const char *text, MachiStatement *statement, MachiCitations *citations)
{
  GtkWidget *label = machi_citation_label_new ();

  machi_citation_label_set_statement_text (
      MACHI_CITATION_LABEL (label), text, machi_statement_get_display_language (statement),
      machi_statement_get_sources (statement), citations, machi_statement_get_unverified (statement),
      machi_statement_get_inference (statement));
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

/**
 * machi_fact_row_new:
 * @fact: a key fact
 * @citations: the numbered sources of the page
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
machi_fact_row_new (MachiStatement *fact, MachiCitations *citations)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *text = machi_statement_dup_dated_text (fact);

  gtk_box_append (GTK_BOX (box),
                  new_label (machi_property_get_label (machi_statement_get_topic (fact)), "machi-fact-name"));
  gtk_box_append (GTK_BOX (box), new_statement_label (text, fact, citations));
  gtk_widget_add_css_class (box, "machi-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/**
 * machi_statement_row_new:
 * @statement: a statement
 * @citations: the numbered sources of the page
 *
 * Returns: (transfer floating): a list item that shows it
 */
GtkWidget *
machi_statement_row_new (MachiStatement *statement, MachiCitations *citations)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *bullet = gtk_label_new ("•");
  g_autofree char *text = machi_statement_dup_dated_text (statement);

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_add_css_class (bullet, "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (bullet), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), bullet);
  gtk_box_append (GTK_BOX (box), new_statement_label (text, statement, citations));

  return box;
}

/**
 * machi_dated_row_new:
 * @statement: a milestone or an agreement
 * @citations: the numbered sources of the page
 *
 * Returns: (transfer floating): a line with its date in front
 */
GtkWidget *
machi_dated_row_new (MachiStatement *statement, MachiCitations *citations)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *date = machi_statement_dup_display_date (statement);
  g_autofree char *own_text = machi_statement_dup_display_text (statement);
  const char *type = machi_statement_get_topic (statement);
  const char *text = *own_text == '\0' && type != NULL ? machi_agreement_get_label (type) : own_text;

  gtk_box_append (GTK_BOX (box), new_label (date != NULL ? date : _ ("Date unknown"), "machi-fact-name"));
  gtk_box_append (GTK_BOX (box), new_statement_label (text, statement, citations));
  gtk_widget_add_css_class (box, "machi-dated");

  return box;
}

/**
 * machi_series_view_new:
 * @series: a series
 * @citations: the numbered sources of the page
 *
 * Returns: (transfer floating): a plot of it, with its note and sources
 */
GtkWidget *
machi_series_view_new (MachiSeries *series, MachiCitations *citations)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *plot = machi_plot_new ();
  GtkWidget *note = machi_citation_label_new ();
  g_autoptr (GListStore) model = g_list_store_new (MACHI_TYPE_SERIES);

  g_list_store_append (model, series);
  machi_plot_set_title (MACHI_PLOT (plot), machi_series_get_title (series));
  machi_plot_set_model (MACHI_PLOT (plot), G_LIST_MODEL (model));
  machi_citation_label_set_statement_text (
      MACHI_CITATION_LABEL (note),
      machi_series_get_note (series) != NULL ? machi_series_get_note (series) : _ ("Source:"),
      machi_series_get_note (series) != NULL ? machi_series_get_note_language (series) : NULL,
      machi_series_get_sources (series), citations, machi_series_get_unverified (series), FALSE);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_box_append (GTK_BOX (box), new_label (machi_series_get_title (series), "heading"));
  gtk_box_append (GTK_BOX (box), plot);
  gtk_box_append (GTK_BOX (box), note);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "machi-series");

  return box;
}

static GtkWidget *
new_relation_remark (MachiRelation *relation, MachiCitations *citations)
{
  MachiStatement *statement = machi_relation_get_statement (relation);
  g_autofree char *text = NULL;

  if (statement == NULL)
    return NULL;

  text = machi_statement_dup_dated_text (statement);
  if (*text == '\0' && machi_statement_get_sources (statement) == NULL && !machi_statement_get_unverified (statement))
    return NULL;

  return new_statement_label (text, statement, citations);
}

static GtkWidget *
new_outside_label (MachiRelation *relation)
{
  const char *country = machi_relation_get_country (relation);
  g_autofree char *text = NULL;

  if (country == NULL)
    return new_label (machi_relation_get_name (relation), NULL);

  text = g_strdup_printf ("%s · %s", machi_relation_get_name (relation), machi_locale_get_country_name (country));

  return new_label (text, NULL);
}

/**
 * machi_relation_row_new:
 * @relation: a relation of the page's entry
 * @citations: the numbered sources of the page
 *
 * Returns: (transfer floating): a row that shows the other; it can be opened where it has an entry
 */
GtkWidget *
machi_relation_row_new (MachiRelation *relation, MachiCitations *citations)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *remark = new_relation_remark (relation, citations);
  MachiEntry *target = machi_relation_get_target (relation);
  gboolean compact = machi_relation_get_role (relation) != MACHI_ROLE_REPORT;

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (box, "machi-row");
  gtk_box_append (GTK_BOX (texts),
                  target != NULL ? machi_entry_row_new (target, compact) : new_outside_label (relation));
  if (remark != NULL)
    {
      gtk_widget_add_css_class (remark, "caption");
      gtk_box_append (GTK_BOX (texts), remark);
    }
  gtk_box_append (GTK_BOX (box), texts);
  if (target != NULL)
    {
      g_autofree char *address = machi_entry_dup_address (target);

      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "machi-address", g_steal_pointer (&address), g_free);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      machi_entry_get_name (target), -1);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), target != NULL);

  return row;
}

/**
 * machi_relation_row_open:
 * @row: a row of machi_relation_row_new() that was activated
 *
 * Opens the other entry.
 */
void
machi_relation_row_open (GtkWidget *row)
{
  const char *address = g_object_get_data (G_OBJECT (row), "machi-address");

  if (address != NULL)
    gtk_widget_activate_action (row, "win.open", "s", address);
}

/**
 * machi_source_row_new:
 * @citation: a numbered source
 *
 * Returns: (transfer floating): a line with its number, title, publisher, date seen and address
 */
GtkWidget *
machi_source_row_new (MachiCitation *citation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = machi_citation_label_new ();
  GtkWidget *number_label;
  g_autofree char *number = g_strdup_printf ("%u.", machi_citation_get_number (citation));

  number_label = gtk_label_new (number);
  gtk_label_set_width_chars (GTK_LABEL (number_label), 3);
  gtk_label_set_xalign (GTK_LABEL (number_label), 1);
  gtk_widget_set_valign (number_label, GTK_ALIGN_START);
  gtk_widget_add_css_class (number_label, "dim-label");
  gtk_widget_add_css_class (number_label, "numeric");
  machi_citation_label_set_source (MACHI_CITATION_LABEL (label), machi_citation_get_source (citation));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}
