/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-header.h"

#include "machi-citation-label.h"
#include "machi-entry-row.h"
#include "machi-locale.h"
#include "machi-relation-chips.h"
#include "machi-topic-chip.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * MachiReportHeader:
 *
 * What stands at the head of a report: its title and summary, where and when, its topics, and the entries it is about.
 */
struct _MachiReportHeader
{
  AdwBin parent_instance;

  AdwBin *title_place;
  AdwBin *summary_place;
  GtkLabel *facts;
  GtkWidget *languages_box;
  AdwToggleGroup *languages;
  GtkLabel *translated;
  AdwWrapBox *topics_box;
  GtkBox *relations_box;
  MachiCitationLabel *title;
  MachiCitationLabel *summary;
  GStrv offered;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (MachiReportHeader, machi_report_header, ADW_TYPE_BIN)

static const MachiRole roles[] = { MACHI_ROLE_CITY, MACHI_ROLE_COOPERATION, MACHI_ROLE_NETWORK, MACHI_ROLE_PROGRAMME };

static void
machi_report_header_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_REPORT_HEADER);
  g_clear_pointer (&MACHI_REPORT_HEADER (object)->offered, g_strfreev);

  G_OBJECT_CLASS (machi_report_header_parent_class)->dispose (object);
}

/* The content knows the catalogue and shows the report anew. */
static void
language_chosen_cb (MachiReportHeader *self)
{
  const char *language = adw_toggle_group_get_active_name (self->languages);

  if (!self->filling && language != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "content.report-language", "s", language);
}

static void
machi_report_header_class_init (MachiReportHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_report_header_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-report-header.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiReportHeader, title_place);
  gtk_widget_class_bind_template_child (widget_class, MachiReportHeader, summary_place);
  gtk_widget_class_bind_template_child (widget_class, MachiReportHeader, facts);
  gtk_widget_class_bind_template_child (widget_class, MachiReportHeader, languages_box);
  gtk_widget_class_bind_template_child (widget_class, MachiReportHeader, languages);
  gtk_widget_class_bind_template_child (widget_class, MachiReportHeader, translated);
  gtk_widget_class_bind_template_child (widget_class, MachiReportHeader, topics_box);
  gtk_widget_class_bind_template_child (widget_class, MachiReportHeader, relations_box);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
}

static MachiCitationLabel *
fill_place (AdwBin *place, GtkAccessibleRole role, const char *css_class)
{
  GtkWidget *label = machi_citation_label_new_with_role (role);

  gtk_widget_add_css_class (label, css_class);
  adw_bin_set_child (place, label);

  return MACHI_CITATION_LABEL (label);
}

static void
machi_report_header_init (MachiReportHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->title = fill_place (self->title_place, GTK_ACCESSIBLE_ROLE_HEADING, "report-title");
  self->summary = fill_place (self->summary_place, GTK_ACCESSIBLE_ROLE_PARAGRAPH, "report-summary");
  gtk_accessible_update_property (GTK_ACCESSIBLE (machi_citation_label_get_label (self->title)),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
}

/**
 * machi_report_dup_type:
 * @entry: a report
 *
 * Returns: (transfer full): what sort of report it is, for a reader
 */
char *
machi_report_dup_type (MachiEntry *entry)
{
  const char *type = machi_entry_get_entry_type (entry);

  if (g_strcmp0 (type, "case") == 0)
    return g_strdup (_ ("Case report"));
  if (g_strcmp0 (type, "profile") == 0)
    /* Translators: a report that describes a city or a network */
    return g_strdup (_ ("Profile"));
  if (g_strcmp0 (type, "background") == 0)
    /* Translators: a report on what must be known to understand others */
    return g_strdup (_ ("Background"));

  return g_strdup (machi_kind_get_label (machi_entry_get_kind (entry)));
}

static gboolean
is_readers_language (const char *language)
{
  const char *const *languages = machi_locale_get_languages ();
  gsize length = strcspn (language, "-");

  return strncmp (languages[0], language, length) == 0 && (languages[0][length] == '\0' || languages[0][length] == '-');
}

static void
append_part (GString *facts, const char *part)
{
  if (*part == '\0')
    return;
  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, part);
}

/**
 * machi_report_dup_facts:
 * @entry: a report
 * @document: its text
 *
 * Returns: (transfer full): where and when, how long it takes to read, and its language where it is not the reader's
 */
char *
machi_report_dup_facts (MachiEntry *entry, MachiReportDocument *document)
{
  GString *facts = g_string_new (NULL);
  const char *language = machi_report_document_get_language (document);
  guint minutes = machi_report_document_get_reading_minutes (document);
  g_autofree char *caption = machi_entry_dup_caption (entry);
  g_autofree char *time
      /* Translators: how long it takes to read a report */
      = g_strdup_printf (ngettext ("%u minute to read", "%u minutes to read", minutes), minutes);

  append_part (facts, caption);
  append_part (facts, time);
  if (!is_readers_language (language))
    append_part (facts, machi_locale_get_language_name (language));

  return g_string_free_and_steal (facts);
}

/* Of a dozen languages a reader is offered her own and English, and the one that is shown. */
static gboolean
is_offered (const char *language, const char *shown)
{
  return g_strv_contains (machi_locale_get_languages (), language) || g_strcmp0 (language, shown) == 0;
}

static GStrv
dup_offered (const char *const *languages, const char *shown)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    if (is_offered (languages[i], shown))
      g_strv_builder_add (builder, languages[i]);

  return g_strv_builder_end (builder);
}

/* Toggles stay where they are right: one of them may just have been clicked. */
static void
fill_languages (MachiReportHeader *self, GStrv offered, const char *shown)
{
  self->filling = TRUE;
  if (self->offered == NULL || !g_strv_equal ((const char *const *) self->offered, (const char *const *) offered))
    {
      adw_toggle_group_remove_all (self->languages);
      for (guint i = 0; offered[i] != NULL; i++)
        {
          AdwToggle *toggle = adw_toggle_new ();

          adw_toggle_set_name (toggle, offered[i]);
          adw_toggle_set_label (toggle, machi_locale_get_language_name (offered[i]));
          adw_toggle_group_add (self->languages, toggle);
        }
      g_strfreev (self->offered);
      self->offered = g_strdupv (offered);
    }
  if (g_strv_contains ((const char *const *) offered, shown))
    adw_toggle_group_set_active_name (self->languages, shown);
  self->filling = FALSE;
}

static void
show_languages (MachiReportHeader *self, MachiReportDocument *document)
{
  const char *shown = machi_report_document_get_language (document);
  double fraction = machi_report_document_get_translated_fraction (document);
  g_auto (GStrv) offered = dup_offered (machi_report_document_get_languages (document), shown);
  g_autofree char *text = NULL;

  fill_languages (self, offered, shown);
  if (fraction < 1)
    /* Translators: how much of a report is translated, in percent */
    text = g_strdup_printf (_ ("%d %% translated, the rest is in English"), (int) (fraction * 100));
  gtk_label_set_label (self->translated, text != NULL ? text : "");
  gtk_widget_set_visible (self->languages_box, g_strv_length (offered) > 1);
}

/**
 * machi_report_header_set_report:
 * @self: a header
 * @entry: a report
 * @document: its text
 *
 * Shows the head of that report.
 */
void
machi_report_header_set_report (MachiReportHeader *self, MachiEntry *entry, MachiReportDocument *document)
{
  const char *language = machi_report_document_get_language (document);
  const char *title = machi_report_document_get_title (document);
  const char *summary = machi_report_document_get_summary (document);
  g_autofree char *facts = machi_report_dup_facts (entry, document);

  g_return_if_fail (MACHI_IS_REPORT_HEADER (self));

  gtk_label_set_label (self->facts, facts);
  show_languages (self, document);
  machi_citation_label_set_plain (self->title, title != NULL ? title : machi_entry_get_name (entry), language);
  machi_citation_label_set_plain (self->summary, summary != NULL ? summary : machi_entry_get_summary (entry), language);
  machi_topic_chips_show (self->topics_box, machi_entry_get_topics (entry));
  machi_relation_chips_show (self->relations_box, entry, roles, G_N_ELEMENTS (roles));
}

/**
 * machi_report_header_add_labels:
 * @self: a header
 * @labels: (element-type MachiCitationLabel): gets title and summary
 *
 * Adds the texts in which can be searched to a list.
 */
void
machi_report_header_add_labels (MachiReportHeader *self, GPtrArray *labels)
{
  g_return_if_fail (MACHI_IS_REPORT_HEADER (self));

  g_ptr_array_add (labels, self->title);
  g_ptr_array_add (labels, self->summary);
}
