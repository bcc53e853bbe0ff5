/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-match-marks.h"

#include "machi-find.h"
#include "machi-text-markup.h"

/**
 * MachiMatchMarks:
 *
 * What a search found, set off in the page that was opened from it, until the reader is done with it.
 */
struct _MachiMatchMarks
{
  GObject parent_instance;

  GArray *marks;
};

/* A label that is marked, where first, and the attributes that it had; those of a citation label are its own matter. */
typedef struct
{
  GtkWidget *label;
  PangoAttrList *attributes;
  MachiRange first;
} Mark;

G_DEFINE_FINAL_TYPE (MachiMatchMarks, machi_match_marks, G_TYPE_OBJECT)

static void
mark_clear (Mark *mark)
{
  g_clear_pointer (&mark->attributes, pango_attr_list_unref);
  g_clear_object (&mark->label);
}

static void
machi_match_marks_dispose (GObject *object)
{
  g_array_set_size (MACHI_MATCH_MARKS (object)->marks, 0);

  G_OBJECT_CLASS (machi_match_marks_parent_class)->dispose (object);
}

static void
machi_match_marks_finalize (GObject *object)
{
  g_array_unref (MACHI_MATCH_MARKS (object)->marks);

  G_OBJECT_CLASS (machi_match_marks_parent_class)->finalize (object);
}

static void
machi_match_marks_class_init (MachiMatchMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = machi_match_marks_dispose;
  G_OBJECT_CLASS (klass)->finalize = machi_match_marks_finalize;
}

static void
machi_match_marks_init (MachiMatchMarks *self)
{
  self->marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  g_array_set_clear_func (self->marks, (GDestroyNotify) mark_clear);
}

/**
 * machi_match_marks_new:
 *
 * Returns: (transfer full): no marks
 */
MachiMatchMarks *
machi_match_marks_new (void)
{
  return g_object_new (MACHI_TYPE_MATCH_MARKS, NULL);
}

static const char *
get_plain (GtkWidget *label)
{
  MachiText *text;

  if (GTK_IS_LABEL (label))
    return gtk_label_get_text (GTK_LABEL (label));

  text = machi_citation_label_get_text (MACHI_CITATION_LABEL (label));

  return text != NULL ? machi_text_get_plain (text) : "";
}

static void
mark_label (MachiMatchMarks *self, GtkWidget *label, GArray *ranges)
{
  const MachiRange *first = (const MachiRange *) (gpointer) ranges->data;
  Mark mark = { .label = g_object_ref (label), .first = *first };

  if (MACHI_IS_CITATION_LABEL (label))
    machi_citation_label_set_highlights (MACHI_CITATION_LABEL (label), first, ranges->len, -1);
  else
    {
      PangoAttrList *own = gtk_label_get_attributes (GTK_LABEL (label));
      g_autoptr (PangoAttrList) marked = own != NULL ? pango_attr_list_copy (own) : pango_attr_list_new ();

      mark.attributes = own != NULL ? pango_attr_list_ref (own) : NULL;
      machi_text_add_highlights (marked, first, ranges->len, -1);
      gtk_label_set_attributes (GTK_LABEL (label), marked);
    }
  g_array_append_val (self->marks, mark);
}

/* Where no word is as it was asked for, it may stand within others. */
static GArray *
find_inside (const MachiQuery *query, const char *plain)
{
  GPtrArray *terms = machi_query_get_terms (query);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (MachiRange));

  for (guint i = 0; ranges->len == 0 && i < terms->len; i++)
    {
      const MachiQueryTerm *term = g_ptr_array_index (terms, i);

      if (term->negated)
        continue;
      g_array_unref (ranges);
      ranges = machi_find_ranges (plain, term->folded);
    }

  return ranges;
}

static gboolean
mark_labels (MachiMatchMarks *self, const MachiQuery *query, GPtrArray *labels, gboolean inside)
{
  gboolean any = FALSE;

  for (guint i = 0; i < labels->len; i++)
    {
      const char *plain = get_plain (g_ptr_array_index (labels, i));
      g_autoptr (GArray) ranges = inside ? find_inside (query, plain) : machi_query_find_matches (query, plain, NULL);

      if (ranges->len > 0)
        mark_label (self, g_ptr_array_index (labels, i), ranges);
      any |= ranges->len > 0;
    }

  return any;
}

/**
 * machi_match_marks_add:
 * @self: marks
 * @query: what was searched for
 * @labels: (element-type GtkWidget): where to mark it, each a #MachiCitationLabel or a #GtkLabel
 *
 * Sets off what the search found there, as the search finds it.
 *
 * Returns: whether there is any of it
 */
gboolean
machi_match_marks_add (MachiMatchMarks *self, const MachiQuery *query, GPtrArray *labels)
{
  g_return_val_if_fail (MACHI_IS_MATCH_MARKS (self), FALSE);
  g_return_val_if_fail (query != NULL, FALSE);

  return mark_labels (self, query, labels, FALSE) || mark_labels (self, query, labels, TRUE);
}

/**
 * machi_match_marks_get_first:
 * @self: marks
 * @range: (out): where in the text of the label
 *
 * Returns: (transfer none) (nullable): the label that has the first mark
 */
GtkWidget *
machi_match_marks_get_first (MachiMatchMarks *self, MachiRange *range)
{
  const Mark *first;

  g_return_val_if_fail (MACHI_IS_MATCH_MARKS (self), NULL);

  if (self->marks->len == 0)
    return NULL;

  first = &g_array_index (self->marks, Mark, 0);
  *range = first->first;

  return first->label;
}

/**
 * machi_match_marks_clear:
 * @self: marks
 *
 * Takes them away.
 *
 * Returns: whether there were any
 */
gboolean
machi_match_marks_clear (MachiMatchMarks *self)
{
  gboolean any;

  g_return_val_if_fail (MACHI_IS_MATCH_MARKS (self), FALSE);

  any = self->marks->len > 0;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      if (MACHI_IS_CITATION_LABEL (mark->label))
        machi_citation_label_set_highlights (MACHI_CITATION_LABEL (mark->label), NULL, 0, -1);
      else
        gtk_label_set_attributes (GTK_LABEL (mark->label), mark->attributes);
    }
  g_array_set_size (self->marks, 0);

  return any;
}

/**
 * machi_match_marks_collect:
 * @root: a widget
 * @labels: (element-type GtkWidget): gets what can be marked below @root, in the order of reading
 *
 * Finds the texts of a part of a page. What stands on buttons is no text.
 */
void
machi_match_marks_collect (GtkWidget *root, GPtrArray *labels)
{
  if (MACHI_IS_CITATION_LABEL (root) || GTK_IS_LABEL (root))
    {
      g_ptr_array_add (labels, root);
      return;
    }
  if (GTK_IS_BUTTON (root))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    machi_match_marks_collect (child, labels);
}
