/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-citation-label.h"

#include "machi-launch.h"
#include "machi-locale.h"
#include "machi-source-popover.h"
#include "machi-text-markup.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * MachiCitationLabel:
 *
 * A text to be read: with links to entries and to the web, marks that show the sources cited, and a tag where no source
 * was found. It can be selected, and links and marks can be reached by keyboard.
 */
struct _MachiCitationLabel
{
  GtkWidget parent_instance;

  GtkLabel *label;
  GtkAccessibleRole text_role;
  MachiText *text;
  MachiCitations *citations;
  GtkWidget *popover;
  guint popover_start;
};

enum
{
  PROP_0,
  PROP_TEXT_ROLE,
  N_PROPS,
};

enum
{
  ACTIVATE_ADDRESS,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiCitationLabel, machi_citation_label, GTK_TYPE_WIDGET)

static void
activate_address (MachiCitationLabel *self, const char *address)
{
  machi_launch_address (GTK_WIDGET (self), address);
}

static void popover_closed_cb (MachiCitationLabel *self);

/* It goes because the text goes, or for another: the focus is not for the label then. */
static void
close_popover (MachiCitationLabel *self)
{
  if (self->popover != NULL)
    g_signal_handlers_disconnect_by_func (self->popover, popover_closed_cb, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

/* GtkLabel selects all of its text when it gets the focus; here it gets it at a link. */
static gboolean
focus_link_at (MachiCitationLabel *self, guint start)
{
  int offset = (int) g_utf8_strlen (machi_text_get_plain (self->text), start);

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->label)))
    return FALSE;

  gtk_label_select_region (self->label, offset, offset);

  return TRUE;
}

/* Who came by keyboard goes on from where she was. */
static void
popover_closed_cb (MachiCitationLabel *self)
{
  if (self->label != NULL && self->text != NULL)
    focus_link_at (self, self->popover_start);
}

/* The sources of a run, by their numbers. */
static GPtrArray *
get_run_citations (MachiCitationLabel *self, const MachiRun *run)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < run->n_numbers; i++)
    {
      MachiCitation *citation = machi_citations_get_nth (self->citations, run->numbers[i]);

      if (citation != NULL)
        g_ptr_array_add (found, g_object_ref (citation));
    }

  return found;
}

static void
open_popover (MachiCitationLabel *self, const MachiRun *run)
{
  g_autoptr (GPtrArray) citations = get_run_citations (self, run);
  GdkRectangle area;

  if (citations->len == 0)
    return;

  close_popover (self);
  self->popover = machi_source_popover_new (citations);
  self->popover_start = run->start;
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  machi_citation_label_get_range_area (self, &(MachiRange) { run->start, run->end }, &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
activate_link_cb (MachiCitationLabel *self, const char *address)
{
  const MachiRun *runs;
  guint64 index;
  guint n_runs;

  if (!g_str_has_prefix (address, MACHI_CITE_PREFIX))
    {
      g_signal_emit (self, signals[ACTIVATE_ADDRESS], 0, address);
      return TRUE;
    }

  runs = machi_text_get_runs (self->text, &n_runs);
  if (n_runs > 0 && g_ascii_string_to_unsigned (address + strlen (MACHI_CITE_PREFIX), 10, 0, n_runs - 1, &index, NULL))
    open_popover (self, &runs[index]);

  return TRUE;
}

static void
machi_citation_label_constructed (GObject *object)
{
  MachiCitationLabel *self = MACHI_CITATION_LABEL (object);

  G_OBJECT_CLASS (machi_citation_label_parent_class)->constructed (object);

  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", self->text_role, "xalign", 0.0f, "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_WORD,
                              "selectable", TRUE, "hexpand", TRUE, NULL);
  g_signal_connect_object (self->label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

/* The runs that the markup makes links. */
static gboolean
is_link (MachiCitationLabel *self, const MachiRun *run)
{
  return run->address != NULL || ((run->style & MACHI_RUN_CITATION) != 0 && self->citations != NULL);
}

static const MachiRun *
find_link (MachiCitationLabel *self, gboolean last)
{
  const MachiRun *runs, *found = NULL;
  guint n_runs;

  if (self->text == NULL)
    return NULL;

  runs = machi_text_get_runs (self->text, &n_runs);
  for (guint i = 0; i < n_runs && (found == NULL || last); i++)
    if (is_link (self, &runs[i]))
      found = &runs[i];

  return found;
}

/* The Tab key goes from link to link. GtkLabel alone would stop at every paragraph that can be selected and select all
 * of it; and where it cannot have the focus it says that it took it, and the key would lead nowhere from there on. */
static gboolean
machi_citation_label_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MachiCitationLabel *self = MACHI_CITATION_LABEL (widget);
  const MachiRun *link = find_link (self, direction == GTK_DIR_TAB_BACKWARD);

  if (link == NULL)
    return FALSE;
  if (gtk_widget_is_focus (GTK_WIDGET (self->label)))
    return gtk_widget_child_focus (GTK_WIDGET (self->label), direction);

  return focus_link_at (self, link->start);
}

static void
machi_citation_label_dispose (GObject *object)
{
  MachiCitationLabel *self = MACHI_CITATION_LABEL (object);
  GtkWidget *label = (GtkWidget *) g_steal_pointer (&self->label);

  close_popover (self);
  g_clear_pointer (&label, gtk_widget_unparent);
  g_clear_pointer (&self->text, machi_text_unref);
  g_clear_object (&self->citations);

  G_OBJECT_CLASS (machi_citation_label_parent_class)->dispose (object);
}

static void
machi_citation_label_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiCitationLabel *self = MACHI_CITATION_LABEL (object);

  switch (prop_id)
    {
    case PROP_TEXT_ROLE:
      g_value_set_enum (value, self->text_role);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_citation_label_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiCitationLabel *self = MACHI_CITATION_LABEL (object);

  switch (prop_id)
    {
    case PROP_TEXT_ROLE:
      self->text_role = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_citation_label_class_init (MachiCitationLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = machi_citation_label_constructed;
  object_class->dispose = machi_citation_label_dispose;
  object_class->get_property = machi_citation_label_get_property;
  object_class->set_property = machi_citation_label_set_property;
  widget_class->focus = machi_citation_label_focus;

  /* What the text itself is to assistive technologies: a heading, a paragraph. */
  properties[PROP_TEXT_ROLE]
      = g_param_spec_enum ("text-role", NULL, NULL, GTK_TYPE_ACCESSIBLE_ROLE, GTK_ACCESSIBLE_ROLE_LABEL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MachiCitationLabel::activate-address:
   * @self: a label
   * @address: the address of the link that was activated
   *
   * Unless another handler stops it, the address is opened.
   */
  signals[ACTIVATE_ADDRESS]
      = g_signal_new_class_handler ("activate-address", MACHI_TYPE_CITATION_LABEL, G_SIGNAL_RUN_LAST,
                                    G_CALLBACK (activate_address), NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "citation-label");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
machi_citation_label_init (MachiCitationLabel *self G_GNUC_UNUSED)
{
}

/**
 * machi_citation_label_new:
 *
 * Returns: (transfer floating): an empty label
 */
GtkWidget *
machi_citation_label_new (void)
{
  return g_object_new (MACHI_TYPE_CITATION_LABEL, NULL);
}

/**
 * machi_citation_label_new_with_role:
 * @role: what the text is to assistive technologies
 *
 * Returns: (transfer floating): an empty label
 */
GtkWidget *
machi_citation_label_new_with_role (GtkAccessibleRole role)
{
  return g_object_new (MACHI_TYPE_CITATION_LABEL, "text-role", role, NULL);
}

/* A text is laid out in the direction of its own script, whatever the interface's. */
static GtkTextDirection
find_direction (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeScript script = g_unichar_get_script (c);

      if (script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW || script == G_UNICODE_SCRIPT_SYRIAC
          || script == G_UNICODE_SCRIPT_THAANA || script == G_UNICODE_SCRIPT_NKO)
        return GTK_TEXT_DIR_RTL;
      if (g_unichar_isalpha (c))
        return GTK_TEXT_DIR_LTR;
    }

  return GTK_TEXT_DIR_NONE;
}

static void
describe_trust (MachiCitationLabel *self, gboolean unverified, gboolean inference)
{
  if (unverified)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _ ("Not verified: no source was found for this"), -1);
  else if (inference)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _ ("Our reading of what the sources say"), -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * machi_citation_label_set_text:
 * @self: a label
 * @text: what it shows
 * @language: (nullable): the BCP 47 tag of its language
 * @citations: (nullable): the numbered sources that its marks name
 * @unverified: whether to say that no source was found for it
 * @inference: whether to say that it is the editors' reading of others
 *
 * Shows a text.
 */
void
machi_citation_label_set_text (MachiCitationLabel *self,
                               MachiText *text,
                               const char *language,
                               MachiCitations *citations,
                               gboolean unverified,
                               gboolean inference)
{
  g_autofree char *markup = NULL;
  g_autofree char *tag = NULL;
  g_autofree char *all = NULL;

  g_return_if_fail (MACHI_IS_CITATION_LABEL (self));
  g_return_if_fail (text != NULL);

  close_popover (self);
  machi_text_ref (text);
  g_clear_pointer (&self->text, machi_text_unref);
  self->text = text;
  g_set_object (&self->citations, citations);

  markup = machi_text_to_markup (text, language, citations, TRUE);
  tag = machi_trust_to_markup (unverified, inference);
  all = g_strconcat (markup, tag, NULL);
  gtk_label_set_markup (self->label, all);
  machi_citation_label_set_highlights (self, NULL, 0, -1);
  gtk_widget_set_direction (GTK_WIDGET (self->label), find_direction (machi_text_get_plain (text)));
  describe_trust (self, unverified, inference);
}

/**
 * machi_citation_label_set_plain:
 * @self: a label
 * @plain: (nullable): what it shows
 * @language: (nullable): the BCP 47 tag of its language
 *
 * Shows a text without links.
 */
void
machi_citation_label_set_plain (MachiCitationLabel *self, const char *plain, const char *language)
{
  g_autoptr (MachiText) text = machi_text_new (plain != NULL ? plain : "");

  machi_citation_label_set_text (self, text, language, NULL, FALSE, FALSE);
}

/**
 * machi_citation_label_set_statement_text:
 * @self: a label
 * @text: a statement, for a reader
 * @language: (nullable): the BCP 47 tag of its language
 * @sources: (nullable) (element-type MachiSource): where it can be looked up
 * @citations: the numbered sources of the page; gets those that it has not
 * @unverified: whether to say that no source was found for it
 * @inference: whether to say that it is the editors' reading of others
 *
 * Shows a statement with the marks of its sources.
 */
void
machi_citation_label_set_statement_text (MachiCitationLabel *self,
                                         const char *text,
                                         const char *language,
                                         GPtrArray *sources,
                                         MachiCitations *citations,
                                         gboolean unverified,
                                         gboolean inference)
{
  g_autoptr (MachiText) built = NULL;
  MachiTextBuilder *builder = machi_text_builder_new ();

  machi_text_builder_append (builder, text, NULL);
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    machi_text_builder_cite (builder, machi_citations_add (citations, g_ptr_array_index (sources, i)));
  built = machi_text_builder_end (builder);
  machi_citation_label_set_text (self, built, language, citations, unverified, inference);
}

static void
append_part (MachiTextBuilder *builder, const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  machi_text_builder_append (builder, " · ", NULL);
  machi_text_builder_append (builder, part, NULL);
}

static void
append_seen (MachiTextBuilder *builder, MachiSource *source)
{
  g_autofree char *date = machi_locale_format_date (machi_source_get_seen (source));
  g_autofree char *seen = NULL;

  if (machi_source_get_seen (source) == NULL)
    return;

  /* Translators: the date at which a source was read */
  seen = g_strdup_printf (_ ("seen %s"), date);
  append_part (builder, seen);
}

/**
 * machi_citation_label_set_source:
 * @self: a label
 * @source: a source
 *
 * Shows a source: its title, which is a link where it has an address, who published it where and when, and when it was
 * seen.
 */
void
machi_citation_label_set_source (MachiCitationLabel *self, MachiSource *source)
{
  const char *url = machi_source_get_url (source);
  MachiRunFormat format = { .style = MACHI_RUN_LINK, .address = url };
  MachiTextBuilder *builder = machi_text_builder_new ();
  g_autofree char *published = machi_locale_format_date (machi_source_get_published (source));
  g_autoptr (GUri) uri = machi_address_is_web (url) ? g_uri_parse (url, G_URI_FLAGS_NONE, NULL) : NULL;
  g_autoptr (MachiText) text = NULL;

  machi_text_builder_append (builder, machi_source_get_title (source), uri != NULL ? &format : NULL);
  append_part (builder, machi_source_get_publisher (source));
  if (machi_source_get_published (source) != NULL)
    append_part (builder, published);
  if (uri != NULL)
    append_part (builder, g_uri_get_host (uri));
  append_seen (builder, source);
  text = machi_text_builder_end (builder);
  machi_citation_label_set_text (self, text, NULL, NULL, FALSE, FALSE);
}

/**
 * machi_citation_label_get_text:
 * @self: a label
 *
 * Returns: (transfer none) (nullable): what it shows
 */
MachiText *
machi_citation_label_get_text (MachiCitationLabel *self)
{
  g_return_val_if_fail (MACHI_IS_CITATION_LABEL (self), NULL);

  return self->text;
}

/**
 * machi_citation_label_get_label:
 * @self: a label
 *
 * Returns: (transfer none): the label that draws it, which bears the role of the text
 */
GtkLabel *
machi_citation_label_get_label (MachiCitationLabel *self)
{
  g_return_val_if_fail (MACHI_IS_CITATION_LABEL (self), NULL);

  return self->label;
}

/**
 * machi_citation_label_get_popover:
 * @self: a label
 *
 * Returns: (transfer none) (nullable): the sources of the mark that was activated last
 */
GtkPopover *
machi_citation_label_get_popover (MachiCitationLabel *self)
{
  g_return_val_if_fail (MACHI_IS_CITATION_LABEL (self), NULL);

  return (GtkPopover *) self->popover;
}

/**
 * machi_citation_label_set_highlights:
 * @self: a label
 * @ranges: (array length=n_ranges) (nullable): places in its text
 * @n_ranges: how many
 * @current: which of them stands out from the others, or -1
 *
 * Sets those places off, instead of others.
 */
void
machi_citation_label_set_highlights (MachiCitationLabel *self, const MachiRange *ranges, guint n_ranges, int current)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (MACHI_IS_CITATION_LABEL (self));

  if (self->text == NULL)
    return;

  attributes = machi_text_new_break_attributes (self->text);
  machi_text_add_highlights (attributes, ranges, n_ranges, current);
  gtk_label_set_attributes (self->label, attributes);
}

/**
 * machi_citation_label_get_range_area:
 * @self: a label that has been allocated
 * @range: a place in its text
 * @area: (out): where that place begins, in the coordinates of @self
 *
 * Tells where a place is: all of it where it is on one line, else its beginning.
 */
void
machi_citation_label_get_range_area (MachiCitationLabel *self, const MachiRange *range, GdkRectangle *area)
{
  PangoLayout *layout;
  PangoRectangle start, end;
  graphene_point_t origin = GRAPHENE_POINT_INIT_ZERO;
  int x, y, width;

  g_return_if_fail (MACHI_IS_CITATION_LABEL (self));

  layout = gtk_label_get_layout (self->label);
  pango_layout_index_to_pos (layout, (int) range->start, &start);
  pango_layout_index_to_pos (layout, (int) range->end, &end);
  gtk_label_get_layout_offsets (self->label, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->label), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &origin))
    origin = GRAPHENE_POINT_INIT (x, y);

  width = end.y == start.y ? end.x - start.x : start.width;
  area->x = (int) origin.x + PANGO_PIXELS (width < 0 ? start.x + width : start.x);
  area->y = (int) origin.y + PANGO_PIXELS (start.y);
  area->width = MAX (1, PANGO_PIXELS (ABS (width)));
  area->height = MAX (1, PANGO_PIXELS (start.height));
}
