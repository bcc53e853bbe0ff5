/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-entry-row.h"

#include "machi-locale.h"
#include "machi-text-markup.h"

#include <glib/gi18n.h>

/**
 * MachiEntryRow:
 *
 * An entry in a list: its name, one line on where and when, and its summary.
 */
struct _MachiEntryRow
{
  AdwBin parent_instance;

  MachiEntry *entry;
  gboolean compact;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  PROP_COMPACT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiEntryRow, machi_entry_row, ADW_TYPE_BIN)

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
append_countries (GString *text, MachiEntry *entry)
{
  const char *const *countries = machi_entry_get_countries (entry);
  guint n_countries = countries != NULL ? g_strv_length ((GStrv) countries) : 0;

  for (guint i = 0; i < MIN (n_countries, 3); i++)
    append_part (text, machi_locale_get_country_name (countries[i]));
  if (n_countries > 3)
    {
      g_autofree char *more
          /* Translators: countries beyond the three that are named */
          = g_strdup_printf (ngettext ("%u more", "%u more", n_countries - 3), n_countries - 3);
      append_part (text, more);
    }
}

/**
 * machi_entry_dup_caption:
 * @entry: an entry
 *
 * Returns: (transfer full): where and when it is, in one line; an empty string where neither is known
 */
char *
machi_entry_dup_caption (MachiEntry *entry)
{
  GString *text = g_string_new (NULL);
  g_autofree char *years = NULL;
  int from, to;

  machi_entry_get_period (entry, &from, &to);
  years = machi_locale_format_years (from, to);
  append_part (text, machi_entry_get_display_region (entry, NULL));
  append_countries (text, entry);
  append_part (text, years);

  return g_string_free (text, FALSE);
}

/**
 * machi_entry_row_dup_spoken:
 * @name: what stands first in a row of a list
 * @caption: what stands below it
 *
 * Returns: (transfer full): how a screen reader says the row
 */
char *
machi_entry_row_dup_spoken (const char *name, const char *caption)
{
  if (*caption == '\0')
    return g_strdup (name);

  /* Translators: how a screen reader says a row of a list, such as a city: its name; what stands below it, such as its
     country and names in other languages */
  return g_strdup_printf (C_ ("city and caption", "%s, %s"), name, caption);
}

static char *
format_caption (GObject *object G_GNUC_UNUSED, MachiEntry *entry)
{
  return entry != NULL ? machi_entry_dup_caption (entry) : NULL;
}

static gboolean
has_text (GObject *object G_GNUC_UNUSED, const char *text)
{
  return text != NULL && *text != '\0';
}

/* The summary may be translated or not. */
static PangoAttrList *
mark_language (GObject *object G_GNUC_UNUSED, const char *language)
{
  return machi_language_new_attributes (language);
}

static gboolean
shows_summary (GObject *object G_GNUC_UNUSED, const char *text, gboolean compact)
{
  return text != NULL && *text != '\0' && !compact;
}

static void
machi_entry_row_dispose (GObject *object)
{
  MachiEntryRow *self = MACHI_ENTRY_ROW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_ENTRY_ROW);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (machi_entry_row_parent_class)->dispose (object);
}

static void
machi_entry_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiEntryRow *self = MACHI_ENTRY_ROW (object);

  switch (prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_entry_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiEntryRow *self = MACHI_ENTRY_ROW (object);

  switch (prop_id)
    {
    case PROP_ENTRY:
      machi_entry_row_set_entry (self, g_value_get_object (value));
      break;
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_entry_row_class_init (MachiEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_entry_row_dispose;
  object_class->get_property = machi_entry_row_get_property;
  object_class->set_property = machi_entry_row_set_property;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, MACHI_TYPE_ENTRY,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* Without the summary. */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-entry-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_caption);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, mark_language);
  gtk_widget_class_bind_template_callback (widget_class, shows_summary);
}

static void
machi_entry_row_init (MachiEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_entry_row_new:
 * @entry: (nullable): an entry
 * @compact: whether to leave out its summary
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
machi_entry_row_new (MachiEntry *entry, gboolean compact)
{
  return g_object_new (MACHI_TYPE_ENTRY_ROW, "compact", compact, "entry", entry, NULL);
}

/**
 * machi_entry_row_set_entry:
 * @self: a row
 * @entry: (nullable) (transfer none): an entry
 *
 * Shows another entry.
 */
void
machi_entry_row_set_entry (MachiEntryRow *self, MachiEntry *entry)
{
  g_return_if_fail (MACHI_IS_ENTRY_ROW (self));

  if (g_set_object (&self->entry, entry))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}
