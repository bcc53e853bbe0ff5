/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-text-markup.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many numbers of a mark are kept on one line. */
#define MAX_UNBROKEN 3

/* Turns texts into the markup of Pango and of GtkLabel. What the text says is escaped: it is never markup itself. */

static void
append_escaped (GString *markup, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

/* The titles of the sources of a mark, a line each. */
static char *
dup_titles (const MachiRun *run, MachiCitations *citations)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < run->n_numbers; i++)
    {
      MachiCitation *citation = machi_citations_get_nth (citations, run->numbers[i]);

      if (citation != NULL)
        g_string_append_printf (titles, "%s[%u] %s", titles->len > 0 ? "\n" : "", run->numbers[i],
                                machi_source_get_title (machi_citation_get_source (citation)));
    }

  return g_string_free_and_steal (titles);
}

/* The title of a link is shown as its tooltip, and that is markup again: it is escaped twice. */
static void
append_link_start (GString *markup, const char *address, const char *title)
{
  g_autofree char *tooltip = title != NULL ? g_markup_escape_text (title, -1) : NULL;

  g_string_append (markup, "<a href=\"");
  append_escaped (markup, address, -1);
  if (tooltip != NULL)
    {
      g_string_append (markup, "\" title=\"");
      append_escaped (markup, tooltip, -1);
    }
  g_string_append (markup, "\">");
}

typedef struct
{
  MachiRunStyle style;
  const char *start;
  const char *end;
} StyleTag;

static const StyleTag tags[] = {
  { MACHI_RUN_EMPHASIS, "<i>", "</i>" },
  { MACHI_RUN_STRONG, "<b>", "</b>" },
  { MACHI_RUN_SUBSCRIPT, "<sub>", "</sub>" },
  { MACHI_RUN_SUPERSCRIPT, "<sup>", "</sup>" },
  { MACHI_RUN_CITATION, "<span underline=\"none\"><sup>", "</sup></span>" },
};

static void
append_run (
    GString *markup, const char *plain, const MachiRun *run, guint index, MachiCitations *citations, gboolean links)
{
  gboolean is_mark = (run->style & MACHI_RUN_CITATION) != 0 && citations != NULL;
  gboolean is_link = links && (is_mark || run->address != NULL);
  g_autofree char *mark = g_strdup_printf (MACHI_CITE_PREFIX "%u", index);
  g_autofree char *titles = is_mark && links ? dup_titles (run, citations) : NULL;

  if (is_mark && is_link)
    append_link_start (markup, mark, titles);
  else if (is_link)
    append_link_start (markup, run->address, g_str_has_prefix (run->address, "machi:") ? NULL : run->address);
  if (run->language != NULL)
    {
      g_string_append (markup, "<span lang=\"");
      append_escaped (markup, run->language, -1);
      g_string_append (markup, "\">");
    }
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if ((run->style & tags[i].style) != 0)
      g_string_append (markup, tags[i].start);
  append_escaped (markup, plain + run->start, run->end - run->start);
  for (guint i = G_N_ELEMENTS (tags); i > 0; i--)
    if ((run->style & tags[i - 1].style) != 0)
      g_string_append (markup, tags[i - 1].end);
  if (run->language != NULL)
    g_string_append (markup, "</span>");
  if (is_link)
    g_string_append (markup, "</a>");
}

/**
 * machi_text_to_markup:
 * @text: a text
 * @language: (nullable): the BCP 47 tag of its language
 * @citations: (nullable): the numbered sources that its marks name
 * @links: whether links and marks become links, as GtkLabel knows them and Pango alone does not
 *
 * The markup shows just the bytes of the plain text, so that places in the one are places in the other. A mark links to
 * `cite:` and the index of its run.
 *
 * Returns: (transfer full): the markup
 */
char *
machi_text_to_markup (MachiText *text, const char *language, MachiCitations *citations, gboolean links)
{
  const char *plain = machi_text_get_plain (text);
  GString *markup = g_string_new (NULL);
  const MachiRun *runs;
  guint n_runs;
  gsize done = 0;

  if (language != NULL)
    {
      g_string_append (markup, "<span lang=\"");
      append_escaped (markup, language, -1);
      g_string_append (markup, "\">");
    }
  runs = machi_text_get_runs (text, &n_runs);
  for (guint i = 0; i < n_runs; i++)
    {
      append_escaped (markup, plain + done, runs[i].start - done);
      append_run (markup, plain, &runs[i], i, citations, links);
      done = runs[i].end;
    }
  append_escaped (markup, plain + done, -1);
  if (language != NULL)
    g_string_append (markup, "</span>");

  return g_string_free_and_steal (markup);
}

/**
 * machi_text_new_break_attributes:
 * @text: a text
 *
 * A citation mark belongs to the word before it: no line begins with one, and only long ones are broken.
 *
 * Returns: (transfer full): attributes that hold them together
 */
PangoAttrList *
machi_text_new_break_attributes (MachiText *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *plain = machi_text_get_plain (text);
  const MachiRun *runs;
  guint n_runs;

  runs = machi_text_get_runs (text, &n_runs);
  for (guint i = 0; i < n_runs; i++)
    {
      PangoAttribute *attribute;

      if ((runs[i].style & MACHI_RUN_CITATION) == 0 || runs[i].start == 0)
        continue;
      attribute = pango_attr_allow_breaks_new (FALSE);
      attribute->start_index = (guint) (g_utf8_prev_char (plain + runs[i].start) - plain);
      attribute->end_index = runs[i].n_numbers <= MAX_UNBROKEN
                                 ? runs[i].end
                                 : runs[i].start + (guint) strcspn (plain + runs[i].start, " ");
      pango_attr_list_insert (attributes, attribute);
    }

  return attributes;
}

/**
 * machi_language_new_attributes:
 * @language: (nullable): a BCP 47 tag
 *
 * Returns: (transfer full) (nullable): what makes a label choose fonts, break lines and be read aloud in that language
 */
PangoAttrList *
machi_language_new_attributes (const char *language)
{
  PangoAttrList *attributes;

  if (language == NULL)
    return NULL;

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));

  return attributes;
}

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, const MachiRange *range)
{
  attribute->start_index = range->start;
  attribute->end_index = range->end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * machi_text_add_highlights:
 * @attributes: the attributes of a label
 * @ranges: (array length=n_ranges) (nullable): places in its text
 * @n_ranges: how many
 * @current: which of them stands out from the others, or -1
 *
 * Sets those places off: black on yellow and on orange, whether the style is light or dark.
 */
void
machi_text_add_highlights (PangoAttrList *attributes, const MachiRange *ranges, guint n_ranges, int current)
{
  for (guint i = 0; i < n_ranges; i++)
    {
      gboolean is_current = current >= 0 && i == (guint) current;

      insert (attributes, pango_attr_foreground_new (0, 0, 0), &ranges[i]);
      insert (attributes,
              is_current ? pango_attr_background_new (0xffff, 0x7800, 0)
                         : pango_attr_background_new (0xf8f8, 0xe4e4, 0x5c5c),
              &ranges[i]);
    }
}

/**
 * machi_trust_to_markup:
 * @unverified: whether no source was found for a text
 * @inference: whether it is the editors' reading of others
 *
 * Returns: (transfer full): what is set behind the text to say so, an empty string where neither is
 */
char *
machi_trust_to_markup (gboolean unverified, gboolean inference)
{
  g_autofree char *label = NULL;

  if (!unverified && !inference)
    return g_strdup ("");

  /* Translators: a small tag behind a statement for which no source was found */
  label = g_markup_escape_text (unverified
                                    ? _ ("not verified")
                                    /* Translators: a small tag behind a conclusion that the editors drew themselves */
                                    : _ ("our reading"),
                                -1);
  /* Spaces that do not break make the tag's ends. */
  return g_strdup_printf (
      " <span size=\"80%%\" allow_breaks=\"false\" background=\"%s\" bgalpha=\"22%%\">\u00a0%s\u00a0</span>",
      unverified ? "#e66100" : "#3584e4", label);
}
