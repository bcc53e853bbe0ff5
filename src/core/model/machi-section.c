/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-section.h"

#include "machi-locale.h"
#include "machi-property.h"

#include <glib/gi18n-lib.h>

/**
 * MachiSection:
 *
 * A part of an entry's page: a heading and items of one kind. A section never is empty. Immutable.
 */
struct _MachiSection
{
  GObject parent_instance;

  const char *id;
  const char *title;
  MachiSectionStyle style;
  GListModel *items;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_STYLE,
  PROP_ITEMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiSection, machi_section, G_TYPE_OBJECT)

static void
machi_section_dispose (GObject *object)
{
  MachiSection *self = MACHI_SECTION (object);

  g_clear_object (&self->items);

  G_OBJECT_CLASS (machi_section_parent_class)->dispose (object);
}

static void
machi_section_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiSection *self = MACHI_SECTION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_STYLE:
      g_value_set_uint (value, self->style);
      break;
    case PROP_ITEMS:
      g_value_set_object (value, self->items);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_section_class_init (MachiSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = machi_section_dispose;
  object_class->get_property = machi_section_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_STYLE] = g_param_spec_uint ("style", NULL, NULL, 0, MACHI_SECTION_SOURCES, 0, flags);
  properties[PROP_ITEMS] = g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_section_init (MachiSection *self G_GNUC_UNUSED)
{
}

/**
 * machi_section_get_id:
 * @self: a section
 *
 * Returns: its ID within the page, to jump to
 */
const char *
machi_section_get_id (MachiSection *self)
{
  g_return_val_if_fail (MACHI_IS_SECTION (self), NULL);

  return self->id;
}

/**
 * machi_section_get_title:
 * @self: a section
 *
 * Returns: its heading, translated
 */
const char *
machi_section_get_title (MachiSection *self)
{
  g_return_val_if_fail (MACHI_IS_SECTION (self), NULL);

  return self->title;
}

/**
 * machi_section_get_style:
 * @self: a section
 *
 * Returns: what its items are
 */
MachiSectionStyle
machi_section_get_style (MachiSection *self)
{
  g_return_val_if_fail (MACHI_IS_SECTION (self), MACHI_SECTION_FACTS);

  return self->style;
}

/**
 * machi_section_get_items:
 * @self: a section
 *
 * Returns: (transfer none): a list of #MachiStatement, #MachiSeries, #MachiRelation or #MachiCitation by its style
 */
GListModel *
machi_section_get_items (MachiSection *self)
{
  g_return_val_if_fail (MACHI_IS_SECTION (self), NULL);

  return self->items;
}

static void
append_section (GListStore *sections, const char *id, const char *title, MachiSectionStyle style, GListModel *items)
{
  g_autoptr (MachiSection) section = NULL;

  if (g_list_model_get_n_items (items) == 0)
    return;

  section = g_object_new (MACHI_TYPE_SECTION, NULL);
  section->id = g_intern_string (id);
  section->title = title;
  section->style = style;
  section->items = g_object_ref (items);
  g_list_store_append (sections, section);
}

static int
compare_facts (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  guint first = machi_property_get_rank (machi_statement_get_topic ((gpointer) a));
  guint second = machi_property_get_rank (machi_statement_get_topic ((gpointer) b));

  return first < second ? -1 : first > second;
}

static int
compare_dates (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return g_strcmp0 (machi_statement_get_date ((gpointer) a), machi_statement_get_date ((gpointer) b));
}

static int
get_last_year (MachiRelation *relation)
{
  MachiEntry *target = machi_relation_get_target (relation);
  int from = 0, to = 0;

  if (target != NULL)
    machi_entry_get_period (target, &from, &to);

  return MAX (from, to);
}

/* Projects, documents and reports by year, the newest first; all others by name. */
static int
compare_relations (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  MachiRelation *first = (gpointer) a;
  MachiRelation *second = (gpointer) b;
  MachiRole role = machi_relation_get_role (first);

  if (role == MACHI_ROLE_PROJECT || role == MACHI_ROLE_DOCUMENT)
    {
      int difference = get_last_year (second) - get_last_year (first);

      if (difference != 0)
        return difference;
    }

  return machi_locale_collate (machi_relation_get_name (first), machi_relation_get_name (second));
}

static GListModel *
sort_copy (GListModel *model, GType type, GCompareDataFunc compare)
{
  GListStore *copy = g_list_store_new (type);
  guint n_items = g_list_model_get_n_items (model);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      g_list_store_append (copy, item);
    }
  g_list_store_sort (copy, compare, NULL);

  return G_LIST_MODEL (copy);
}

static GListModel *
pick_theme (GListModel *statements, guint rank)
{
  GListStore *picked = g_list_store_new (MACHI_TYPE_STATEMENT);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (MachiStatement) statement = g_list_model_get_item (statements, i);

      if (machi_theme_get_rank (machi_statement_get_topic (statement)) == rank)
        g_list_store_append (picked, statement);
    }

  return G_LIST_MODEL (picked);
}

static void
append_themes (GListStore *sections, GListModel *statements)
{
  const char *const *themes = machi_theme_list ();

  for (guint i = 0; themes[i] != NULL; i++)
    {
      g_autoptr (GListModel) items = pick_theme (statements, i);
      append_section (sections, themes[i], machi_theme_get_label (themes[i]), MACHI_SECTION_STATEMENTS, items);
    }
}

static void
append_relations (GListStore *sections, MachiEntry *entry, MachiRole from, MachiRole to)
{
  GListModel *relations = machi_entry_get_relations (entry);

  for (guint role = from; role <= to; role++)
    {
      g_autoptr (GListStore) picked = g_list_store_new (MACHI_TYPE_RELATION);
      g_autofree char *id = g_strdup_printf ("role-%u", role);

      for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
        {
          g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);

          if (machi_relation_get_role (relation) == role)
            g_list_store_append (picked, relation);
        }
      g_list_store_sort (picked, compare_relations, NULL);
      append_section (sections, id, machi_role_get_label (role), MACHI_SECTION_RELATIONS, G_LIST_MODEL (picked));
    }
}

static void
cite (MachiCitations *citations, GPtrArray *sources)
{
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    machi_citations_add (citations, g_ptr_array_index (sources, i));
}

static void
cite_section (MachiCitations *citations, MachiSection *section)
{
  for (guint i = 0; i < g_list_model_get_n_items (section->items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (section->items, i);
      MachiStatement *statement = MACHI_IS_STATEMENT (item) ? MACHI_STATEMENT (item) : NULL;

      if (MACHI_IS_RELATION (item))
        statement = machi_relation_get_statement (MACHI_RELATION (item));
      if (statement != NULL)
        cite (citations, machi_statement_get_sources (statement));
      else if (MACHI_IS_SERIES (item))
        cite (citations, machi_series_get_sources (MACHI_SERIES (item)));
    }
}

static void
append_sources (GListStore *sections, MachiEntry *entry, MachiCitations *citations)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (sections)); i++)
    {
      g_autoptr (MachiSection) section = g_list_model_get_item (G_LIST_MODEL (sections), i);
      cite_section (citations, section);
    }
  cite (citations, machi_entry_get_sources (entry));
  append_section (sections, "sources", _ ("Sources"), MACHI_SECTION_SOURCES, G_LIST_MODEL (citations));
}

/**
 * machi_sections_new:
 * @entry: an entry
 * @citations: its page's citations, none yet: they get their numbers in the order of the page
 *
 * Returns: (transfer full): a list of #MachiSection: the page of @entry from top to bottom, without empty sections
 */
GListModel *
machi_sections_new (MachiEntry *entry, MachiCitations *citations)
{
  GListStore *sections = g_list_store_new (MACHI_TYPE_SECTION);
  g_autoptr (GListModel) facts = sort_copy (machi_entry_get_facts (entry), MACHI_TYPE_STATEMENT, compare_facts);
  g_autoptr (GListModel) agreements
      = sort_copy (machi_entry_get_agreements (entry), MACHI_TYPE_STATEMENT, compare_dates);
  g_autoptr (GListModel) milestones
      = sort_copy (machi_entry_get_milestones (entry), MACHI_TYPE_STATEMENT, compare_dates);

  append_section (sections, "facts", _ ("Key facts"), MACHI_SECTION_FACTS, facts);
  append_relations (sections, entry, MACHI_ROLE_REPORT, MACHI_ROLE_PAIR);
  append_section (sections, "agreements", _ ("Agreements"), MACHI_SECTION_DATED, agreements);
  append_section (sections, "figures", _ ("Figures over time"), MACHI_SECTION_SERIES, machi_entry_get_series (entry));
  append_themes (sections, machi_entry_get_statements (entry));
  append_section (sections, "milestones", _ ("Milestones"), MACHI_SECTION_DATED, milestones);
  append_relations (sections, entry, MACHI_ROLE_MEMBER, MACHI_ROLE_RELATED);
  append_sources (sections, entry, citations);

  return G_LIST_MODEL (sections);
}
