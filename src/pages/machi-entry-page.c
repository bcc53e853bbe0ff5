/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-entry-page.h"

#include "machi-entry-row.h"
#include "machi-match-marks.h"
#include "machi-mini-map.h"
#include "machi-model-box.h"
#include "machi-page.h"
#include "machi-section-view.h"
#include "machi-text-markup.h"
#include "machi-topic-chip.h"

#include <glib/gi18n.h>

/**
 * MachiEntryPage:
 *
 * The page of an entry of any kind but a report. Kinds differ by what the entry has: a section with nothing to show is
 * absent.
 */
struct _MachiEntryPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkBox *sections_box;
  AdwWrapBox *topics_box;
  GtkWidget *buttons_box;
  GtkWidget *compare_button;
  MachiMiniMap *mini_map;
  GtkLabel *title;
  GtkLabel *other_names;
  GtkLabel *summary;

  MachiMatchMarks *marks;
  MachiEntry *entry;
  MachiCitations *citations;
  GListModel *sections;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void page_iface_init (MachiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiEntryPage,
                               machi_entry_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MACHI_TYPE_PAGE, page_iface_init))

static GtkScrolledWindow *
get_scroller (MachiPage *page)
{
  return MACHI_ENTRY_PAGE (page)->scroller;
}

static MachiSectionView *
find_section (MachiEntryPage *self, const char *block)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections_box));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      MachiSection *section = machi_section_view_get_section (MACHI_SECTION_VIEW (child));

      if (g_strcmp0 (machi_section_get_id (section), block) == 0)
        return MACHI_SECTION_VIEW (child);
    }

  return NULL;
}

static gboolean
scroll_to (MachiPage *page, const char *block)
{
  MachiSectionView *section = find_section (MACHI_ENTRY_PAGE (page), block);

  if (section != NULL)
    machi_page_aim_at (page, GTK_WIDGET (section), NULL, NULL);

  return section != NULL;
}

/* Rows that are not shown yet are, if what was found must be in one of them. */
static gboolean
mark_section (MachiEntryPage *self, const MachiQuery *query, MachiSectionView *section)
{
  g_autoptr (GPtrArray) shown = machi_section_view_list_labels (section);
  g_autoptr (GPtrArray) all = NULL;

  if (machi_match_marks_add (self->marks, query, shown))
    return TRUE;
  if (!machi_section_view_show_all (section))
    return FALSE;

  all = machi_section_view_list_labels (section);

  return machi_match_marks_add (self->marks, query, all);
}

static gboolean
mark_head (MachiEntryPage *self, const MachiQuery *query)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (labels, self->title);
  g_ptr_array_add (labels, self->other_names);
  g_ptr_array_add (labels, self->summary);

  return machi_match_marks_add (self->marks, query, labels);
}

static void
mark (MachiPage *page, const MachiQuery *query, const char *block)
{
  MachiEntryPage *self = MACHI_ENTRY_PAGE (page);
  MachiSectionView *section = query != NULL && block != NULL ? find_section (self, block) : NULL;
  GtkWidget *first;
  MachiRange range;

  machi_match_marks_clear (self->marks);
  if (query == NULL || (section != NULL ? !mark_section (self, query, section) : !mark_head (self, query)))
    return;

  first = machi_match_marks_get_first (self->marks, &range);
  machi_page_aim_at (page, NULL, first, &range);
}

static void
page_iface_init (MachiPageInterface *iface)
{
  iface->get_scroller = get_scroller;
  iface->scroll_to = scroll_to;
  iface->mark = mark;
}

static char *
format_kind (GObject *object G_GNUC_UNUSED, MachiEntry *entry)
{
  const char *kind, *type;

  if (entry == NULL)
    return NULL;

  /* A city that is a city: in English words, whose translations may differ. */
  kind = machi_kind_get_label (machi_entry_get_kind (entry));
  type = machi_entry_get_entry_type (entry);
  if (type == NULL || g_str_equal (type, machi_kind_get_id (machi_entry_get_kind (entry))))
    return g_strdup (kind);

  /* Translators: the kind of an entry, and what it is within its kind */
  return g_strdup_printf (C_ ("kind and type", "%s · %s"), kind, machi_entry_get_display_type (entry, NULL));
}

static char *
format_place (GObject *object G_GNUC_UNUSED, MachiEntry *entry)
{
  return entry != NULL ? machi_entry_dup_caption (entry) : NULL;
}

/* The names in other languages, each in its own script. */
static char *
format_other_names (GObject *object G_GNUC_UNUSED, MachiEntry *entry)
{
  GString *text = g_string_new (NULL);
  MachiName *names = entry != NULL ? machi_entry_get_names (entry) : NULL;
  const char *shown = entry != NULL ? machi_entry_get_name (entry) : NULL;

  for (guint i = 0; names != NULL && i < machi_name_get_size (names); i++)
    {
      const char *name = machi_name_get_nth (names, i, NULL);

      if (g_str_equal (name, shown) || strstr (text->str, name) != NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, "  ·  ");
      g_string_append (text, name);
    }

  return g_string_free (text, FALSE);
}

static char *
format_unverified (GObject *object G_GNUC_UNUSED, MachiEntry *entry)
{
  if (entry == NULL || !machi_entry_get_coordinates (entry, NULL, NULL)
      || !machi_entry_is_unverified (entry, "coordinates"))
    return NULL;

  return g_strdup (_ ("The position on the map is not verified: no source was found for it."));
}

/* The summary may be translated or not. */
static PangoAttrList *
mark_language (GObject *object G_GNUC_UNUSED, const char *language)
{
  return machi_language_new_attributes (language);
}

static gboolean
has_text (GObject *object G_GNUC_UNUSED, const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
get_website (GObject *object G_GNUC_UNUSED, MachiEntry *entry)
{
  return entry != NULL ? g_strdup (machi_entry_get_website (entry)) : NULL;
}

static void
launched_cb (GObject *launcher, GAsyncResult *result, gpointer data)
{
  g_autoptr (MachiEntryPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
website_clicked_cb (MachiEntryPage *self)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (machi_entry_get_website (self->entry));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, launched_cb,
                           g_object_ref (self));
}

static GtkWidget *
create_section (gpointer item, gpointer data)
{
  MachiEntryPage *self = data;

  return machi_section_view_new (item, self->citations);
}

static void
show_buttons (MachiEntryPage *self)
{
  MachiKind kind = machi_entry_get_kind (self->entry);
  gboolean comparable = kind == MACHI_KIND_CITY || kind == MACHI_KIND_NETWORK;
  g_autofree char *address = NULL;

  address = g_strdup_printf ("machi:compare?%s=%s", machi_kind_get_id (kind), machi_entry_get_id (self->entry));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->compare_button), "s", address);
  gtk_widget_set_visible (self->compare_button, comparable);
  gtk_widget_set_visible (self->buttons_box, comparable || machi_entry_get_website (self->entry) != NULL);
}

static void
machi_entry_page_dispose (GObject *object)
{
  MachiEntryPage *self = MACHI_ENTRY_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_ENTRY_PAGE);
  g_clear_object (&self->marks);
  g_clear_object (&self->entry);
  g_clear_object (&self->citations);
  g_clear_object (&self->sections);

  G_OBJECT_CLASS (machi_entry_page_parent_class)->dispose (object);
}

static void
machi_entry_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiEntryPage *self = MACHI_ENTRY_PAGE (object);

  switch (prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_entry_page_class_init (MachiEntryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_entry_page_dispose;
  object_class->get_property = machi_entry_page_get_property;

  properties[PROP_ENTRY]
      = g_param_spec_object ("entry", NULL, NULL, MACHI_TYPE_ENTRY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MACHI_TYPE_MINI_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPage, sections_box);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPage, topics_box);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPage, buttons_box);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPage, mini_map);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPage, title);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPage, other_names);
  gtk_widget_class_bind_template_child (widget_class, MachiEntryPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, format_kind);
  gtk_widget_class_bind_template_callback (widget_class, format_place);
  gtk_widget_class_bind_template_callback (widget_class, format_other_names);
  gtk_widget_class_bind_template_callback (widget_class, format_unverified);
  gtk_widget_class_bind_template_callback (widget_class, get_website);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, mark_language);
  gtk_widget_class_bind_template_callback (widget_class, website_clicked_cb);
}

static void
machi_entry_page_init (MachiEntryPage *self)
{
  self->marks = machi_match_marks_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_entry_page_new:
 *
 * Returns: (transfer floating): a page without an entry
 */
GtkWidget *
machi_entry_page_new (void)
{
  return g_object_new (MACHI_TYPE_ENTRY_PAGE, NULL);
}

/**
 * machi_entry_page_set_entry:
 * @self: a page
 * @entry: (transfer none): an entry
 *
 * Shows an entry.
 */
void
machi_entry_page_set_entry (MachiEntryPage *self, MachiEntry *entry)
{
  g_return_if_fail (MACHI_IS_ENTRY_PAGE (self));
  g_return_if_fail (MACHI_IS_ENTRY (entry));

  if (self->entry == entry)
    return;

  machi_match_marks_clear (self->marks);
  g_set_object (&self->entry, entry);
  g_clear_object (&self->citations);
  g_clear_object (&self->sections);
  self->citations = machi_citations_new ();
  self->sections = machi_sections_new (entry, self->citations);
  machi_model_box_bind (self->sections_box, self->sections, create_section, self);
  machi_topic_chips_show (self->topics_box, machi_entry_get_topics (entry));
  machi_mini_map_set_entry (self->mini_map, entry);
  show_buttons (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}
