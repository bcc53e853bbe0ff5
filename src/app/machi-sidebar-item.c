/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-sidebar-item.h"

#include "machi-fold.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * MachiSidebarItem:
 *
 * A row of the sidebar: a view or an entry, and the section under which it stands.
 */
struct _MachiSidebarItem
{
  GObject parent_instance;

  MachiEntry *entry;
  char *address;
  char *title;
  char *folded;
  const char *icon_name;
  const char *section_title;
  guint section;
  gboolean listed;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SECTION,
  PROP_SECTION_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiSidebarItem, machi_sidebar_item, G_TYPE_OBJECT)

static void
machi_sidebar_item_finalize (GObject *object)
{
  MachiSidebarItem *self = MACHI_SIDEBAR_ITEM (object);

  g_clear_object (&self->entry);
  g_free (self->address);
  g_free (self->title);
  g_free (self->folded);

  G_OBJECT_CLASS (machi_sidebar_item_parent_class)->finalize (object);
}

/* The short name of a network, where its name does not have it in it. */
static const char *
get_network_secondary (MachiSidebarItem *self)
{
  const char *short_name = machi_entry_get_short_name (self->entry);

  return strstr (self->title, short_name) == NULL ? short_name : NULL;
}

/* The name of a city in its own script, where that is not what the title already is. */
static const char *
get_city_secondary (MachiSidebarItem *self)
{
  MachiName *names = machi_entry_get_names (self->entry);

  for (guint i = 0; i < machi_name_get_size (names); i++)
    {
      const char *language;
      const char *text = machi_name_get_nth (names, i, &language);

      if (!g_str_equal (language, "en") && g_strcmp0 (text, self->title) != 0
          && (!g_str_equal (language, "ja") || g_strcmp0 (machi_entry_get_country (self->entry), "JP") == 0))
        return text;
    }

  return NULL;
}

static void
machi_sidebar_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiSidebarItem *self = MACHI_SIDEBAR_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SECTION:
      g_value_set_uint (value, self->section);
      break;
    case PROP_SECTION_TITLE:
      g_value_set_string (value, self->section_title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_sidebar_item_class_init (MachiSidebarItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_sidebar_item_finalize;
  object_class->get_property = machi_sidebar_item_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SECTION] = g_param_spec_uint ("section", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SECTION_TITLE] = g_param_spec_string ("section-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_sidebar_item_init (MachiSidebarItem *self G_GNUC_UNUSED)
{
}

/**
 * machi_sidebar_item_new_view:
 * @view: the name of a view
 * @title: its title, translated
 * @icon_name: its icon
 *
 * Returns: (transfer full): a row for a view, in the first section
 */
MachiSidebarItem *
machi_sidebar_item_new_view (const char *view, const char *title, const char *icon_name)
{
  MachiSidebarItem *self = g_object_new (MACHI_TYPE_SIDEBAR_ITEM, NULL);

  self->address = g_strconcat ("machi:", view, NULL);
  self->title = g_strdup (title);
  self->icon_name = g_intern_string (icon_name);
  self->section_title = "";
  self->listed = TRUE;

  return self;
}

/**
 * machi_sidebar_item_new_entry:
 * @entry: an entry
 * @section: the rank of its section
 * @section_title: the title of its section, kept by the caller
 * @listed: whether it is shown when nothing is typed
 *
 * Returns: (transfer full): a row for an entry
 */
MachiSidebarItem *
machi_sidebar_item_new_entry (MachiEntry *entry, guint section, const char *section_title, gboolean listed)
{
  MachiSidebarItem *self = g_object_new (MACHI_TYPE_SIDEBAR_ITEM, NULL);

  self->entry = g_object_ref (entry);
  self->address = machi_entry_dup_address (entry);
  self->title = g_strdup (machi_entry_get_name (entry));
  self->section = section;
  self->section_title = g_intern_string (section_title);
  self->listed = listed;

  return self;
}

/**
 * machi_sidebar_item_get_address:
 * @self: a row
 *
 * Returns: what it opens
 */
const char *
machi_sidebar_item_get_address (MachiSidebarItem *self)
{
  g_return_val_if_fail (MACHI_IS_SIDEBAR_ITEM (self), NULL);

  return self->address;
}

/**
 * machi_sidebar_item_get_title:
 * @self: a row
 *
 * Returns: what it is called
 */
const char *
machi_sidebar_item_get_title (MachiSidebarItem *self)
{
  g_return_val_if_fail (MACHI_IS_SIDEBAR_ITEM (self), NULL);

  return self->title;
}

/**
 * machi_sidebar_item_get_secondary:
 * @self: a row
 *
 * Returns: (nullable): what stands behind its title: the short name of a network
 */
const char *
machi_sidebar_item_get_secondary (MachiSidebarItem *self)
{
  g_return_val_if_fail (MACHI_IS_SIDEBAR_ITEM (self), NULL);

  /* Not the names of cities in their own scripts: to lay out 200 of them would need a dozen fonts before the first
   * frame. */
  if (self->entry == NULL || machi_entry_get_kind (self->entry) != MACHI_KIND_NETWORK)
    return NULL;

  return get_network_secondary (self);
}

/**
 * machi_sidebar_item_dup_label:
 * @self: a row
 *
 * Returns: (transfer full): its title with its short name or its name in its own script, for a screen reader and the
 * tooltip
 */
char *
machi_sidebar_item_dup_label (MachiSidebarItem *self)
{
  const char *secondary;

  g_return_val_if_fail (MACHI_IS_SIDEBAR_ITEM (self), NULL);

  secondary = machi_sidebar_item_get_secondary (self);
  if (self->entry != NULL && machi_entry_get_kind (self->entry) == MACHI_KIND_CITY)
    secondary = get_city_secondary (self);
  if (secondary == NULL)
    return g_strdup (self->title);

  /* Translators: a name, and its short form or the name in its own script */
  return g_strdup_printf (C_ ("names", "%s, %s"), self->title, secondary);
}

/**
 * machi_sidebar_item_get_icon_name:
 * @self: a row
 *
 * Returns: (nullable): its icon, for a view
 */
const char *
machi_sidebar_item_get_icon_name (MachiSidebarItem *self)
{
  g_return_val_if_fail (MACHI_IS_SIDEBAR_ITEM (self), NULL);

  return self->icon_name;
}

/**
 * machi_sidebar_item_get_section_title:
 * @self: a row
 *
 * Returns: the title of its section, empty for the first
 */
const char *
machi_sidebar_item_get_section_title (MachiSidebarItem *self)
{
  g_return_val_if_fail (MACHI_IS_SIDEBAR_ITEM (self), NULL);

  return self->section_title;
}

static char *
fold_names (MachiEntry *entry)
{
  g_autoptr (GString) text = g_string_new (machi_entry_get_short_name (entry));
  const char *const *aliases = machi_entry_get_aliases (entry);
  MachiName *names = machi_entry_get_names (entry);

  for (guint i = 0; i < machi_name_get_size (names); i++)
    g_string_append_printf (text, "\n%s", machi_name_get_nth (names, i, NULL));
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    g_string_append_printf (text, "\n%s", aliases[i]);

  return machi_fold (text->str);
}

/**
 * machi_sidebar_item_matches:
 * @self: a row
 * @folded: (nullable): what was typed, folded
 *
 * Returns: whether the row is to be shown: by any name in any language
 */
gboolean
machi_sidebar_item_matches (MachiSidebarItem *self, const char *folded)
{
  g_return_val_if_fail (MACHI_IS_SIDEBAR_ITEM (self), FALSE);

  if (folded == NULL || *folded == '\0')
    return self->listed;

  if (self->folded == NULL)
    self->folded = self->entry != NULL ? fold_names (self->entry) : machi_fold (self->title);

  return machi_fold_contains (self->folded, folded);
}
