/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-layout-private.h"

#include "machi-launch.h"
#include "machi-locale.h"
#include "machi-report-header.h"
#include "machi-text-markup.h"

#include <glib/gi18n.h>

/* A plot is not higher than this part of its width, unless that were too low to read it. */
#define MAX_PLOT_SHAPE 0.33
#define MIN_PLOT_HEIGHT 130

/**
 * MachiReportLayout:
 *
 * A report set on paper: the same blocks as on the screen, broken into pages. All measures are points.
 */

static void
item_clear (gpointer data)
{
  MachiItem *item = data;

  g_free (item->block);
  g_free (item->address);
  g_free (item->columns);
  g_clear_object (&item->layout);
  g_clear_object (&item->bullet);
  g_clear_pointer (&item->cells, g_ptr_array_unref);
  g_clear_object (&item->plot);
}

static PangoAttrList *
new_base_attributes (double scale, gboolean bold)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new ((int) (MACHI_PRINT_SIZE * scale * PANGO_SCALE)));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));

  return attributes;
}

/* The size and weight of the whole, below what the markup says of parts. */
static void
set_base (PangoLayout *layout, double scale)
{
  g_autoptr (PangoAttrList) attributes = new_base_attributes (scale, scale > 1.05);
  PangoAttrList *own = pango_layout_get_attributes (layout);

  if (own != NULL)
    pango_attr_list_splice (attributes, own, 0, 0);
  pango_layout_set_attributes (layout, attributes);
}

/*
 * machi_report_layout_new_text:
 * @self: a layout
 * @markup: a text, in the markup of Pango
 * @width: the width of its lines, or -1 for one line
 * @scale: how large, 1 for the size of text; larger ones are bold
 *
 * Returns: (transfer full): the text in lines
 */
PangoLayout *
machi_report_layout_new_text (MachiReportLayout *self, const char *markup, double width, double scale)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, MACHI_PRINT_SPACING);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_markup (layout, markup, -1);
  set_base (layout, scale);

  return layout;
}

/*
 * machi_report_layout_new_block_text:
 * @self: a layout
 * @text: a text
 * @language: (nullable): the BCP 47 tag of its language
 * @citations: (nullable): the numbered sources that its marks name
 * @suffix: (nullable): markup to be set behind it
 * @width: the width of its lines, or -1 for one line
 * @scale: how large, 1 for the size of text; larger ones are bold
 *
 * Returns: (transfer full): the text in lines
 */
PangoLayout *
machi_report_layout_new_block_text (MachiReportLayout *self,
                                    MachiText *text,
                                    const char *language,
                                    MachiCitations *citations,
                                    const char *suffix,
                                    double width,
                                    double scale)
{
  g_autofree char *own = machi_text_to_markup (text, language, citations, FALSE);
  g_autofree char *markup = g_strconcat (own, suffix, NULL);
  g_autoptr (PangoAttrList) breaks = machi_text_new_break_attributes (text);
  PangoLayout *layout = machi_report_layout_new_text (self, markup, width, scale);

  pango_attr_list_splice (breaks, pango_layout_get_attributes (layout), 0, 0);
  pango_layout_set_attributes (layout, breaks);

  return layout;
}

/*
 * machi_layout_get_height:
 * @layout: a text in lines
 *
 * Returns: its height in points
 */
double
machi_layout_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

/* Takes the layout. */
static MachiItem *
add_text (MachiReportLayout *self, PangoLayout *layout, const char *block, double before)
{
  MachiItem item = { .kind = MACHI_ITEM_TEXT, .layout = layout, .before = before, .header = -1 };

  item.block = g_strdup (block);
  item.height = machi_layout_get_height (layout);
  g_array_append_val (self->items, item);

  return &g_array_index (self->items, MachiItem, self->items->len - 1);
}

static void
add_plain (MachiReportLayout *self, const char *plain, double scale, double before)
{
  g_autofree char *markup = plain != NULL ? g_markup_escape_text (plain, -1) : NULL;

  if (markup != NULL && *markup != '\0')
    add_text (self, machi_report_layout_new_text (self, markup, self->width, scale), NULL, before);
}

static void
add_head (MachiReportLayout *self, MachiEntry *entry, MachiReportDocument *document)
{
  g_autofree char *type = machi_report_dup_type (entry);
  g_autofree char *facts = machi_report_dup_facts (entry, document);

  add_plain (self, type, 0.9, 0);
  add_plain (self, self->title, 1.9, 2);
  add_plain (self, facts, 0.9, 4);
  add_plain (self, machi_report_document_get_summary (document), 1.05, 8);
}

static double
get_scale (MachiBlock *block)
{
  if (machi_block_get_kind (block) != MACHI_BLOCK_HEADING)
    return 1;

  return machi_block_get_level (block) > 1 ? 1.12 : 1.35;
}

static double
get_space_before (MachiBlock *block)
{
  if ((machi_block_get_flags (block) & MACHI_BLOCK_CONTINUES) != 0)
    return MACHI_PRINT_CONTINUED;

  switch (machi_block_get_kind (block))
    {
    case MACHI_BLOCK_HEADING:
      return machi_block_get_level (block) > 1 ? 12 : 16;
    case MACHI_BLOCK_LIST_ITEM:
      return 4;
    case MACHI_BLOCK_QUOTE:
    case MACHI_BLOCK_NOTE:
    case MACHI_BLOCK_TABLE:
    case MACHI_BLOCK_PLOT:
      return 10;
    case MACHI_BLOCK_PARAGRAPH:
    default:
      return 6;
    }
}

static double
get_indent (MachiBlock *block)
{
  switch (machi_block_get_kind (block))
    {
    case MACHI_BLOCK_LIST_ITEM:
      return MACHI_PRINT_INDENT * MIN (MAX (machi_block_get_level (block), 1), 6);
    case MACHI_BLOCK_QUOTE:
    case MACHI_BLOCK_NOTE:
      return MACHI_PRINT_INDENT / 2;
    default:
      return 0;
    }
}

static PangoLayout *
new_bullet (MachiReportLayout *self, MachiBlock *block)
{
  g_autofree char *number = g_strdup_printf (_ ("%u."), machi_block_get_number (block));

  if (machi_block_get_kind (block) != MACHI_BLOCK_LIST_ITEM
      || (machi_block_get_flags (block) & MACHI_BLOCK_CONTINUES) != 0)
    return NULL;

  return machi_report_layout_new_text (self, machi_block_get_list (block) == MACHI_LIST_NUMBER ? number : "•", -1, 1);
}

/* The text of a block; of a table or plot its title. */
static void
add_block_text (MachiReportLayout *self, MachiBlock *block, MachiCitations *citations)
{
  MachiBlockKind kind = machi_block_get_kind (block);
  gboolean is_title = kind == MACHI_BLOCK_TABLE || kind == MACHI_BLOCK_PLOT;
  double indent = get_indent (block);
  double width = self->width - indent * (kind == MACHI_BLOCK_NOTE ? 2 : 1);
  g_autofree char *trust
      = machi_trust_to_markup (machi_block_get_unverified (block), machi_block_get_inference (block));
  PangoLayout *layout
      = machi_report_layout_new_block_text (self, machi_block_get_text (block), machi_block_get_language (block),
                                            citations, trust, width, is_title ? 1.06 : get_scale (block));
  MachiItem *item = add_text (self, layout, machi_block_get_id (block), get_space_before (block));

  item->x = indent;
  item->bullet = new_bullet (self, block);
  item->after = (machi_block_get_flags (block) & MACHI_BLOCK_CONTINUED) != 0 ? MACHI_PRINT_CONTINUED : 0;
  item->keep = is_title || kind == MACHI_BLOCK_HEADING;
  if (kind == MACHI_BLOCK_QUOTE)
    item->decoration = MACHI_DECORATION_BAR;
  else if (kind == MACHI_BLOCK_NOTE)
    item->decoration = MACHI_DECORATION_BOX;
}

static void
add_plot (MachiReportLayout *self, MachiBlock *block)
{
  MachiItem item = { .kind = MACHI_ITEM_PLOT, .before = 4, .header = -1 };

  item.plot = g_object_ref_sink (MACHI_PLOT (machi_plot_new ()));
  machi_plot_set_chart (item.plot, (int) machi_block_get_chart (block));
  machi_plot_set_categories (item.plot, machi_block_get_categories (block));
  machi_plot_set_model (item.plot, machi_block_get_series (block));
  item.height = machi_plot_measure_height (item.plot, self->width, TRUE);
  item.height = MIN (item.height, MAX (self->width * MAX_PLOT_SHAPE, MIN_PLOT_HEIGHT));
  item.height = MIN (item.height, self->body_height * 0.8);
  g_array_append_val (self->items, item);
}

static void
add_block (MachiReportLayout *self, MachiBlock *block, MachiCitations *citations)
{
  add_block_text (self, block, citations);
  if (machi_block_get_kind (block) == MACHI_BLOCK_PLOT)
    add_plot (self, block);
  else if (machi_block_get_kind (block) == MACHI_BLOCK_TABLE)
    machi_report_layout_add_table (self, block, citations);
}

static void
append_part (GString *markup, const char *separator, const char *part)
{
  g_autofree char *escaped = part != NULL ? g_markup_escape_text (part, -1) : NULL;

  if (escaped != NULL && *escaped != '\0')
    g_string_append_printf (markup, "%s%s", markup->len > 0 ? separator : "", escaped);
}

/* On paper an address must be read, not activated: it is set in full. */
static char *
dup_source_markup (MachiSource *source)
{
  GString *markup = g_string_new (NULL);
  const char *url = machi_source_get_url (source);
  const char *published = machi_source_get_published (source);
  const char *seen = machi_source_get_seen (source);
  g_autofree char *published_date = published != NULL ? machi_locale_format_date (published) : NULL;
  g_autofree char *seen_date = seen != NULL ? machi_locale_format_date (seen) : NULL;
  g_autofree char *seen_text = seen != NULL ? g_strdup_printf (_ ("seen %s"), seen_date) : NULL;

  append_part (markup, "", machi_source_get_title (source));
  append_part (markup, ". ", machi_source_get_publisher (source));
  append_part (markup, ", ", published_date);
  if (g_strcmp0 (url, machi_source_get_title (source)) != 0)
    append_part (markup, ". ", url);
  append_part (markup, " · ", seen_text);

  return g_string_free_and_steal (markup);
}

static void
add_source (MachiReportLayout *self, MachiCitation *citation)
{
  MachiSource *source = machi_citation_get_source (citation);
  g_autofree char *markup = dup_source_markup (source);
  g_autofree char *number = g_strdup_printf ("%u.", machi_citation_get_number (citation));
  double indent = MACHI_PRINT_INDENT * 1.2;
  MachiItem *item = add_text (self, machi_report_layout_new_text (self, markup, self->width - indent, 0.85), NULL, 3);

  item->x = indent;
  item->bullet = machi_report_layout_new_text (self, number, -1, 0.85);
  if (machi_address_is_web (machi_source_get_url (source)))
    item->address = g_strdup (machi_source_get_url (source));
}

static void
add_sources (MachiReportLayout *self, MachiCitations *citations)
{
  guint n_citations = g_list_model_get_n_items (G_LIST_MODEL (citations));
  g_autofree char *title = g_markup_escape_text (_ ("Sources"), -1);
  MachiItem *item;

  if (n_citations == 0)
    return;

  item = add_text (self, machi_report_layout_new_text (self, title, self->width, 1.35), "sources", 16);
  item->keep = TRUE;
  for (guint i = 1; i <= n_citations; i++)
    add_source (self, machi_citations_get_nth (citations, i));
}

/**
 * machi_report_layout_new:
 * @entry: a report
 * @document: its text
 * @context: gives the font, at 72 dots per inch
 * @width: the width of a page without margins, in points
 * @height: its height
 *
 * Sets a report on pages.
 *
 * Returns: (transfer full): the pages
 */
MachiReportLayout *
machi_report_layout_new (
    MachiEntry *entry, MachiReportDocument *document, PangoContext *context, double width, double height)
{
  MachiReportLayout *self = g_new0 (MachiReportLayout, 1);
  MachiCitations *citations = machi_report_document_get_citations (document);
  const char *title = machi_report_document_get_title (document);

  self->context = g_object_ref (context);
  pango_context_set_round_glyph_positions (context, FALSE);
  self->title = g_strdup (title != NULL ? title : machi_entry_get_name (entry));
  self->address = machi_entry_dup_address (entry);
  self->width = width;
  self->height = height;
  self->body_height = MAX (height - MACHI_PRINT_HEAD - MACHI_PRINT_FOOT, 72);
  self->items = g_array_new (FALSE, FALSE, sizeof (MachiItem));
  g_array_set_clear_func (self->items, item_clear);
  self->fragments = g_array_new (FALSE, FALSE, sizeof (MachiFragment));

  add_head (self, entry, document);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (document)); i++)
    {
      g_autoptr (MachiBlock) block = g_list_model_get_item (G_LIST_MODEL (document), i);

      add_block (self, block, citations);
    }
  add_sources (self, citations);
  machi_report_layout_paginate (self);

  return self;
}

/**
 * machi_report_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees it.
 */
void
machi_report_layout_free (MachiReportLayout *self)
{
  g_array_unref (self->items);
  g_array_unref (self->fragments);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->address);
  g_free (self);
}

/**
 * machi_report_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages there are
 */
guint
machi_report_layout_get_n_pages (const MachiReportLayout *self)
{
  return self->n_pages;
}

/**
 * machi_report_layout_find_block:
 * @self: a layout
 * @id: the ID of a block
 * @page: (out): the page on which it begins, from 0
 * @y: (out): where it begins on that page, in points
 * @height: (out): the height of what of its text is on that page
 *
 * Returns: whether there is such a block
 */
gboolean
machi_report_layout_find_block (const MachiReportLayout *self, const char *id, guint *page, double *y, double *height)
{
  for (guint i = 0; i < self->fragments->len; i++)
    {
      const MachiFragment *fragment = &g_array_index (self->fragments, MachiFragment, i);
      const MachiItem *item = &g_array_index (self->items, MachiItem, fragment->item);

      if (g_strcmp0 (item->block, id) == 0)
        {
          *page = fragment->page;
          *y = fragment->y;
          *height = fragment->height;
          return TRUE;
        }
    }

  return FALSE;
}
