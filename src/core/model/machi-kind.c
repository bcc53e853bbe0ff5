/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-kind.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *list_key;
  const char *label;
  const char *plural;
  const char *icon_name;
} KindInfo;

static const KindInfo kinds[MACHI_N_KINDS] = {
  [MACHI_KIND_NONE] = { "", "", "", "", "" },
  [MACHI_KIND_REPORT] = { "report", "reports", N_ ("Report"), N_ ("Reports"), "machi-report-symbolic" },
  [MACHI_KIND_NETWORK] = { "network", "networks", N_ ("Network"), N_ ("Networks"), "machi-network-symbolic" },
  /* Translators: a city, or a prefecture, province or region that takes part like one */
  [MACHI_KIND_CITY] = { "city", "features", N_ ("City"), N_ ("Cities"), "machi-city-symbolic" },
  /* Translators: the lasting cooperation of a pair of cities */
  [MACHI_KIND_COOPERATION]
  = { "cooperation", "cooperations", N_ ("Cooperation"), N_ ("Cooperations"), "machi-cooperation-symbolic" },
  [MACHI_KIND_PROJECT] = { "project", "projects", N_ ("Project"), N_ ("Projects"), "machi-project-symbolic" },
  [MACHI_KIND_PROGRAMME]
  = { "programme", "programmes", N_ ("Programme"), N_ ("Programmes"), "machi-programme-symbolic" },
  [MACHI_KIND_ORGANISATION]
  = { "organisation", "organisations", N_ ("Organisation"), N_ ("Organisations"), "machi-organisation-symbolic" },
  [MACHI_KIND_DOCUMENT] = { "document", "documents", N_ ("Document"), N_ ("Documents"), "machi-document-symbolic" },
  /* Translators: an entry of the glossary */
  [MACHI_KIND_TERM] = { "term", "terms", N_ ("Term"), N_ ("Glossary"), "machi-term-symbolic" },
  [MACHI_KIND_TOPIC] = { "topic", "topics", N_ ("Topic"), N_ ("Topics"), "machi-topic-symbolic" },
};

GType
machi_kind_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      static GEnumValue values[MACHI_N_KINDS + 1];

      for (guint i = 0; i < MACHI_N_KINDS; i++)
        values[i] = (GEnumValue) { (int) i, kinds[i].id, i == MACHI_KIND_NONE ? "none" : kinds[i].id };
      g_once_init_leave (&type, g_enum_register_static ("MachiKind", values));
    }

  return type;
}

/**
 * machi_kind_from_id:
 * @id: (nullable): a word such as `network`
 *
 * Returns: the kind of that name in addresses and packs, or %MACHI_KIND_NONE
 */
MachiKind
machi_kind_from_id (const char *id)
{
  for (guint i = 1; i < MACHI_N_KINDS; i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      return i;

  return MACHI_KIND_NONE;
}

/**
 * machi_kind_get_id:
 * @kind: a kind
 *
 * Returns: the word for it in addresses and packs
 */
const char *
machi_kind_get_id (MachiKind kind)
{
  g_return_val_if_fail (kind < MACHI_N_KINDS, "");

  return kinds[kind].id;
}

/**
 * machi_kind_get_list_key:
 * @kind: a kind
 *
 * Returns: the member of a pack's file that holds the list of such entries
 */
const char *
machi_kind_get_list_key (MachiKind kind)
{
  g_return_val_if_fail (kind < MACHI_N_KINDS, "");

  return kinds[kind].list_key;
}

/**
 * machi_kind_get_label:
 * @kind: a kind
 *
 * Returns: its name for a reader, translated
 */
const char *
machi_kind_get_label (MachiKind kind)
{
  g_return_val_if_fail (kind < MACHI_N_KINDS, "");

  return kind == MACHI_KIND_NONE ? "" : _ (kinds[kind].label);
}

/**
 * machi_kind_get_plural:
 * @kind: a kind
 *
 * Returns: the heading for several of them, translated
 */
const char *
machi_kind_get_plural (MachiKind kind)
{
  g_return_val_if_fail (kind < MACHI_N_KINDS, "");

  return kind == MACHI_KIND_NONE ? "" : _ (kinds[kind].plural);
}

/**
 * machi_kind_get_icon_name:
 * @kind: a kind
 *
 * Returns: the name of its symbolic icon
 */
const char *
machi_kind_get_icon_name (MachiKind kind)
{
  g_return_val_if_fail (kind < MACHI_N_KINDS, "");

  return kinds[kind].icon_name;
}
