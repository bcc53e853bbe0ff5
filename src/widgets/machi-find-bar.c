/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-find-bar.h"

#include "machi-find.h"
#include "machi-fold.h"
#include "machi-locale.h"

#include <glib/gi18n.h>

/**
 * MachiFindBar:
 *
 * Finds a text in a page: in the labels that it is given. It sets off all matches, and one of them as the current.
 */
struct _MachiFindBar
{
  AdwBin parent_instance;

  GtkSearchBar *search_bar;
  GtkSearchEntry *entry;
  GtkLabel *count;

  GPtrArray *labels;
  GArray *matches;
  guint current;
};

typedef struct
{
  MachiCitationLabel *label;
  MachiRange range;
} Match;

enum
{
  MATCH_SHOWN,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiFindBar, machi_find_bar, ADW_TYPE_BIN)

/* The matches of one label, from @first on; behind them the next label's begin. */
static guint
highlight_label (MachiFindBar *self, guint first)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (MachiRange));
  MachiCitationLabel *label = g_array_index (self->matches, Match, first).label;
  int current = -1;
  guint i;

  for (i = first; i < self->matches->len && g_array_index (self->matches, Match, i).label == label; i++)
    {
      if (i == self->current)
        current = (int) ranges->len;
      g_array_append_val (ranges, g_array_index (self->matches, Match, i).range);
    }
  machi_citation_label_set_highlights (label, (const MachiRange *) (gpointer) ranges->data, ranges->len, current);

  return i;
}

static void
highlight (MachiFindBar *self)
{
  guint i = 0;

  while (i < self->matches->len)
    i = highlight_label (self, i);
}

static void
clear_matches (MachiFindBar *self)
{
  MachiCitationLabel *last = NULL;

  for (guint i = 0; i < self->matches->len; i++)
    {
      MachiCitationLabel *label = g_array_index (self->matches, Match, i).label;

      if (label != last)
        machi_citation_label_set_highlights (label, NULL, 0, -1);
      last = label;
    }
  g_array_set_size (self->matches, 0);
  self->current = 0;
}

static void
update_count (MachiFindBar *self)
{
  gboolean is_empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';
  g_autofree char *text = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", self->matches->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", self->matches->len > 0);
  if (is_empty)
    text = g_strdup ("");
  else if (self->matches->len == 0)
    text = g_strdup (_ ("No matches"));
  else
    {
      g_autofree char *current = machi_locale_format_number (self->current + 1);
      g_autofree char *all = machi_locale_format_number (self->matches->len);

      /* Translators: the match of a search in a page that is shown, and how many there are */
      text = g_strdup_printf (C_ ("match", "%s of %s"), current, all);
    }
  gtk_label_set_label (self->count, text);
  if (!is_empty)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (self->matches->len == 0 && !is_empty)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
show_current (MachiFindBar *self)
{
  update_count (self);
  highlight (self);
  if (self->matches->len > 0)
    {
      Match *match = &g_array_index (self->matches, Match, self->current);

      g_signal_emit (self, signals[MATCH_SHOWN], 0, match->label, match->range.start, match->range.end);
    }
}

static void
find (MachiFindBar *self)
{
  g_autofree char *needle = machi_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  clear_matches (self);
  for (guint i = 0; i < self->labels->len; i++)
    {
      Match match = { .label = g_ptr_array_index (self->labels, i) };
      MachiText *text = machi_citation_label_get_text (match.label);
      g_autoptr (GArray) ranges = machi_find_ranges (machi_text_get_plain (text), needle);

      for (guint j = 0; j < ranges->len; j++)
        {
          match.range = g_array_index (ranges, MachiRange, j);
          g_array_append_val (self->matches, match);
        }
    }
  show_current (self);
}

static void
search_changed_cb (MachiFindBar *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    find (self);
}

static void
next_cb (MachiFindBar *self)
{
  machi_find_bar_step (self, 1);
}

static void
previous_cb (MachiFindBar *self)
{
  machi_find_bar_step (self, -1);
}

/* However it was closed: by Escape, by its button. */
static void
mode_changed_cb (MachiFindBar *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    return;

  clear_matches (self);
  update_count (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
next_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  machi_find_bar_step (MACHI_FIND_BAR (widget), 1);
}

static void
previous_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  machi_find_bar_step (MACHI_FIND_BAR (widget), -1);
}

static void
machi_find_bar_dispose (GObject *object)
{
  MachiFindBar *self = MACHI_FIND_BAR (object);

  g_array_set_size (self->matches, 0);
  g_ptr_array_set_size (self->labels, 0);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_FIND_BAR);

  G_OBJECT_CLASS (machi_find_bar_parent_class)->dispose (object);
}

static void
machi_find_bar_finalize (GObject *object)
{
  MachiFindBar *self = MACHI_FIND_BAR (object);

  g_array_unref (self->matches);
  g_ptr_array_unref (self->labels);

  G_OBJECT_CLASS (machi_find_bar_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  /**
   * MachiFindBar::match-shown:
   * @self: a find bar
   * @label: the label that has the current match
   * @start: the first byte of the match in its text
   * @end: the byte behind the last
   *
   * The page shall show that place.
   */
  signals[MATCH_SHOWN] = g_signal_new ("match-shown", MACHI_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, MACHI_TYPE_CITATION_LABEL, G_TYPE_UINT, G_TYPE_UINT);
  /**
   * MachiFindBar::closed:
   * @self: a find bar
   *
   * The person is done with it.
   */
  signals[CLOSED]
      = g_signal_new ("closed", MACHI_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
machi_find_bar_class_init (MachiFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_find_bar_dispose;
  object_class->finalize = machi_find_bar_finalize;
  install_signals ();

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiFindBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MachiFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, MachiFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_install_action (widget_class, "find.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, previous_action);
}

static void
machi_find_bar_init (MachiFindBar *self)
{
  self->labels = g_ptr_array_new_with_free_func (g_object_unref);
  self->matches = g_array_new (FALSE, FALSE, sizeof (Match));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->entry));
  update_count (self);
}

/**
 * machi_find_bar_new:
 *
 * Returns: (transfer floating): a find bar, closed
 */
GtkWidget *
machi_find_bar_new (void)
{
  return g_object_new (MACHI_TYPE_FIND_BAR, NULL);
}

/**
 * machi_find_bar_set_labels:
 * @self: a find bar
 * @labels: (element-type MachiCitationLabel): the texts of the page, in the order of reading
 *
 * Sets where to look; what was being looked for is looked for there.
 */
void
machi_find_bar_set_labels (MachiFindBar *self, GPtrArray *labels)
{
  g_return_if_fail (MACHI_IS_FIND_BAR (self));

  clear_matches (self);
  g_ptr_array_set_size (self->labels, 0);
  for (guint i = 0; i < labels->len; i++)
    g_ptr_array_add (self->labels, g_object_ref (g_ptr_array_index (labels, i)));
  machi_find_bar_close (self);
}

/**
 * machi_find_bar_open:
 * @self: a find bar
 *
 * Shows the entry and puts the cursor into it.
 */
void
machi_find_bar_open (MachiFindBar *self)
{
  g_return_if_fail (MACHI_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  find (self);
}

/**
 * machi_find_bar_close:
 * @self: a find bar
 *
 * Hides the entry; no matches are set off any more.
 */
void
machi_find_bar_close (MachiFindBar *self)
{
  g_return_if_fail (MACHI_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

/**
 * machi_find_bar_step:
 * @self: a find bar
 * @steps: how many matches to go on, or back where it is negative; behind the last comes the first
 *
 * Goes to another match; opens the bar where it is closed.
 */
void
machi_find_bar_step (MachiFindBar *self, int steps)
{
  int n_matches;

  g_return_if_fail (MACHI_IS_FIND_BAR (self));

  n_matches = (int) self->matches->len;
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    machi_find_bar_open (self);
  else if (n_matches > 0)
    {
      self->current = (guint) (((int) self->current + steps % n_matches + n_matches) % n_matches);
      show_current (self);
    }
}

/**
 * machi_find_bar_get_entry:
 * @self: a find bar
 *
 * Returns: (transfer none): where the text is typed
 */
GtkSearchEntry *
machi_find_bar_get_entry (MachiFindBar *self)
{
  g_return_val_if_fail (MACHI_IS_FIND_BAR (self), NULL);

  return self->entry;
}

/**
 * machi_find_bar_get_n_matches:
 * @self: a find bar
 *
 * Returns: how many matches there are
 */
guint
machi_find_bar_get_n_matches (MachiFindBar *self)
{
  g_return_val_if_fail (MACHI_IS_FIND_BAR (self), 0);

  return self->matches->len;
}

/**
 * machi_find_bar_get_current:
 * @self: a find bar
 *
 * Returns: the match that is shown, from 1, or 0 where there is none
 */
guint
machi_find_bar_get_current (MachiFindBar *self)
{
  g_return_val_if_fail (MACHI_IS_FIND_BAR (self), 0);

  return self->matches->len > 0 ? self->current + 1 : 0;
}
