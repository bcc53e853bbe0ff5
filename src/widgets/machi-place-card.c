/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-place-card.h"

#include "machi-entry-row.h"
#include "machi-links.h"
#include "machi-locale.h"

#include <glib/gi18n.h>

/**
 * MachiPlaceCard:
 *
 * The essentials of a city that was chosen on the map, and a way to its page.
 */
struct _MachiPlaceCard
{
  AdwBin parent_instance;

  MachiEntry *city;
};

enum
{
  PROP_0,
  PROP_CITY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MachiPlaceCard, machi_place_card, ADW_TYPE_BIN)

static void
append (GString *text, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* The languages that names are translated into, and where a name in them is the place's own. */
static const struct
{
  const char *language;
  const char *const countries[7];
} own_countries[] = {
  { "en", { NULL } },
  { "ja", { "JP", NULL } },
  { "ko", { "KR", NULL } },
  { "th", { "TH", NULL } },
  { "zh", { "CN", "TW", "HK", "MO", "SG", "MY", NULL } },
};

static gboolean
is_translation (const char *language, const char *country)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_countries); i++)
    if (g_str_equal (own_countries[i].language, language))
      return country == NULL || !g_strv_contains (own_countries[i].countries, country);

  return FALSE;
}

/**
 * machi_city_dup_native:
 * @city: a city
 * @translations: whether names in languages of elsewhere are wanted too
 *
 * Returns: (transfer full): its names other than the one that is displayed, each in its own script, those of the
 *   place first;
 *   an empty string where there are none
 */
char *
machi_city_dup_native (MachiEntry *city, gboolean translations)
{
  GString *text = g_string_new (NULL);
  MachiName *names = machi_entry_get_names (city);
  const char *shown = machi_entry_get_display_name (city, NULL);
  const char *country = machi_entry_get_country (city);

  for (guint pass = 0; pass < (translations ? 2 : 1); pass++)
    for (guint i = 0; i < machi_name_get_size (names); i++)
      {
        const char *language;
        const char *name = machi_name_get_nth (names, i, &language);

        if (is_translation (language, country) == (pass == 1) && !g_str_equal (name, shown)
            && strstr (text->str, name) == NULL)
          append (text, " · ", name);
      }

  return g_string_free_and_steal (text);
}

static char *
get_name (GObject *object G_GNUC_UNUSED, MachiEntry *city)
{
  return city != NULL ? g_strdup (machi_entry_get_display_name (city, NULL)) : NULL;
}

/* Its other names, and where it is. */
static char *
format_place (GObject *object G_GNUC_UNUSED, MachiEntry *city)
{
  g_autofree char *native = city != NULL ? machi_city_dup_native (city, TRUE) : NULL;
  g_autofree char *caption = city != NULL ? machi_entry_dup_caption (city) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, " · ", native);
  append (text, " · ", caption);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* One text so that it can be broken into lines anywhere between two counts. */
static char *
format_counts (GObject *object G_GNUC_UNUSED, MachiEntry *city)
{
  GString *text = g_string_new (NULL);
  guint n_networks, n_projects, n_reports;

  if (city == NULL)
    return g_string_free_and_steal (text);

  n_networks = machi_entry_count_relations (city, MACHI_ROLE_NETWORK);
  n_projects = machi_entry_count_relations (city, MACHI_ROLE_PROJECT);
  n_reports = machi_entry_count_relations (city, MACHI_ROLE_REPORT);
  if (n_networks > 0)
    g_string_append_printf (text, ngettext ("%u network", "%u networks", n_networks), n_networks);
  if (n_projects > 0)
    {
      g_autofree char *part = g_strdup_printf (ngettext ("%u project", "%u projects", n_projects), n_projects);
      append (text, " · ", part);
    }
  if (n_reports > 0)
    {
      g_autofree char *part = g_strdup_printf (ngettext ("%u report", "%u reports", n_reports), n_reports);
      append (text, " · ", part);
    }

  return g_string_free_and_steal (text);
}

static char *
format_partners (GObject *object G_GNUC_UNUSED, MachiEntry *city)
{
  g_autoptr (GPtrArray) partners = city != NULL ? machi_city_collect_partners (city) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; partners != NULL && i < partners->len; i++)
    append (names, machi_locale_get_list_separator (), machi_entry_get_display_name (partners->pdata[i], NULL));
  if (names->len == 0)
    return NULL;

  return g_strdup_printf (
      /* Translators: how many cities work with a city, and their names */
      ngettext ("%u partner: %s", "%u partners: %s", partners->len), partners->len, names->str);
}

static gboolean
has_text (GObject *object G_GNUC_UNUSED, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
open_cb (MachiPlaceCard *self)
{
  g_autofree char *address = machi_entry_dup_address (self->city);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", address);
}

static void
close_cb (MachiPlaceCard *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
machi_place_card_dispose (GObject *object)
{
  MachiPlaceCard *self = MACHI_PLACE_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MACHI_TYPE_PLACE_CARD);
  g_clear_object (&self->city);

  G_OBJECT_CLASS (machi_place_card_parent_class)->dispose (object);
}

static void
machi_place_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiPlaceCard *self = MACHI_PLACE_CARD (object);

  switch (prop_id)
    {
    case PROP_CITY:
      g_value_set_object (value, self->city);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_place_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CITY:
      machi_place_card_set_city (MACHI_PLACE_CARD (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_place_card_class_init (MachiPlaceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = machi_place_card_dispose;
  object_class->get_property = machi_place_card_get_property;
  object_class->set_property = machi_place_card_set_property;

  /**
   * MachiPlaceCard:city:
   *
   * The city.
   */
  properties[PROP_CITY] = g_param_spec_object ("city", NULL, NULL, MACHI_TYPE_ENTRY,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MachiPlaceCard::closed:
   *
   * The reader wants it gone.
   */
  signals[CLOSED]
      = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-place-card.ui");
  gtk_widget_class_bind_template_callback (widget_class, get_name);
  gtk_widget_class_bind_template_callback (widget_class, format_place);
  gtk_widget_class_bind_template_callback (widget_class, format_counts);
  gtk_widget_class_bind_template_callback (widget_class, format_partners);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
machi_place_card_init (MachiPlaceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_place_card_new:
 *
 * Returns: (transfer floating): a card of no city yet
 */
GtkWidget *
machi_place_card_new (void)
{
  return g_object_new (MACHI_TYPE_PLACE_CARD, NULL);
}

/**
 * machi_place_card_set_city:
 * @self: a card
 * @city: (nullable) (transfer none): a city
 *
 * Shows another city.
 */
void
machi_place_card_set_city (MachiPlaceCard *self, MachiEntry *city)
{
  g_return_if_fail (MACHI_IS_PLACE_CARD (self));

  if (g_set_object (&self->city, city))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CITY]);
}
