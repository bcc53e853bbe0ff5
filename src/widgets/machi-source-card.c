/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-source-card.h"

#include "machi-launch.h"
#include "machi-locale.h"

#include <glib/gi18n.h>

#define COPIED_SECONDS 2

/**
 * MachiSourceCard:
 *
 * All that is known of a numbered source: title, publisher, dates, and the address to open or to copy.
 */
struct _MachiSourceCard
{
  AdwBin parent_instance;

  GtkButton *copy_button;
  GtkButton *link_button;
  MachiCitation *citation;
  guint copied_id;
};

enum
{
  PROP_0,
  PROP_CITATION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiSourceCard, machi_source_card, ADW_TYPE_BIN)

static char *
format_title (GObject *object G_GNUC_UNUSED, MachiCitation *citation)
{
  if (citation == NULL)
    return NULL;

  return g_strdup_printf ("%u. %s", machi_citation_get_number (citation),
                          machi_source_get_title (machi_citation_get_source (citation)));
}

static char *
format_publication (GObject *object G_GNUC_UNUSED, MachiCitation *citation)
{
  MachiSource *source = citation != NULL ? machi_citation_get_source (citation) : NULL;
  const char *publisher = source != NULL ? machi_source_get_publisher (source) : NULL;
  const char *published = source != NULL ? machi_source_get_published (source) : NULL;
  g_autofree char *date = published != NULL ? machi_locale_format_date (published) : NULL;

  if (publisher == NULL)
    return g_steal_pointer (&date);
  if (date == NULL)
    return g_strdup (publisher);

  /* Translators: who published a source, and when */
  return g_strdup_printf (C_ ("publisher and date", "%s, %s"), publisher, date);
}

static char *
format_seen (GObject *object G_GNUC_UNUSED, MachiCitation *citation)
{
  const char *seen = citation != NULL ? machi_source_get_seen (machi_citation_get_source (citation)) : NULL;
  g_autofree char *date = seen != NULL ? machi_locale_format_date (seen) : NULL;

  /* Translators: the date at which a source was read */
  return date != NULL ? g_strdup_printf (_ ("Seen on %s"), date) : NULL;
}

static char *
get_address (GObject *object G_GNUC_UNUSED, MachiCitation *citation)
{
  const char *url = citation != NULL ? machi_source_get_url (machi_citation_get_source (citation)) : NULL;

  return machi_address_is_web (url) ? g_strdup (url) : NULL;
}

static gboolean
has_text (GObject *object G_GNUC_UNUSED, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
open_cb (MachiSourceCard *self)
{
  machi_launch_address (GTK_WIDGET (self), machi_source_get_url (machi_citation_get_source (self->citation)));
}

static void
copied_cb (gpointer data)
{
  MachiSourceCard *self = data;

  self->copied_id = 0;
  gtk_button_set_icon_name (self->copy_button, "edit-copy-symbolic");
}

static void
copy_cb (MachiSourceCard *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          machi_source_get_url (machi_citation_get_source (self->citation)));
  gtk_button_set_icon_name (self->copy_button, "object-select-symbolic");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Address copied"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_clear_handle_id (&self->copied_id, g_source_remove);
  self->copied_id = g_timeout_add_seconds_once (COPIED_SECONDS, copied_cb, self);
}

static void
machi_source_card_dispose (GObject *object)
{
  MachiSourceCard *self = MACHI_SOURCE_CARD (object);

  g_clear_handle_id (&self->copied_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_SOURCE_CARD);
  g_clear_object (&self->citation);

  G_OBJECT_CLASS (machi_source_card_parent_class)->dispose (object);
}

static void
machi_source_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiSourceCard *self = MACHI_SOURCE_CARD (object);

  switch (prop_id)
    {
    case PROP_CITATION:
      g_value_set_object (value, self->citation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_source_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiSourceCard *self = MACHI_SOURCE_CARD (object);

  switch (prop_id)
    {
    case PROP_CITATION:
      if (g_set_object (&self->citation, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_source_card_class_init (MachiSourceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_source_card_dispose;
  object_class->get_property = machi_source_card_get_property;
  object_class->set_property = machi_source_card_set_property;

  properties[PROP_CITATION]
      = g_param_spec_object ("citation", NULL, NULL, MACHI_TYPE_CITATION,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-source-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiSourceCard, copy_button);
  gtk_widget_class_bind_template_child (widget_class, MachiSourceCard, link_button);
  gtk_widget_class_bind_template_callback (widget_class, format_title);
  gtk_widget_class_bind_template_callback (widget_class, format_publication);
  gtk_widget_class_bind_template_callback (widget_class, format_seen);
  gtk_widget_class_bind_template_callback (widget_class, get_address);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
machi_source_card_init (MachiSourceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_source_card_new:
 * @citation: a numbered source
 *
 * Returns: (transfer floating): a card that shows it
 */
GtkWidget *
machi_source_card_new (MachiCitation *citation)
{
  return g_object_new (MACHI_TYPE_SOURCE_CARD, "citation", citation, NULL);
}
