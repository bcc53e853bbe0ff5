/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-entry-members.h"

#include "machi-references.h"

#define BIT(kind) (1u << MACHI_KIND_##kind)
#define ALL ((1u << MACHI_N_KINDS) - 1)
#define TOLD (ALL & ~(BIT (REPORT) | BIT (TERM) | BIT (TOPIC)))

typedef struct
{
  const char *name;
  guint kinds;
} Member;

/* What an entry may say of itself; the lists by which it refers to others are in machi-references.c. The ID of a city
 * stands in its GeoJSON feature. */
static const Member members[] = {
  { "id", ALL & ~BIT (CITY) },
  { "name", ALL },
  { "short", ALL },
  { "aliases", ALL },
  { "type", TOLD | BIT (REPORT) },
  { "summary", ALL },
  { "country", BIT (CITY) | BIT (ORGANISATION) },
  { "countries", (TOLD | BIT (REPORT)) & ~(BIT (CITY) | BIT (ORGANISATION)) },
  { "region", BIT (CITY) },
  { "topics", ALL & ~BIT (TOPIC) },
  { "period", (TOLD | BIT (REPORT)) & ~BIT (CITY) },
  { "file", BIT (REPORT) },
  { "years", BIT (PROJECT) },
  { "authors", BIT (DOCUMENT) },
  { "publisher", BIT (DOCUMENT) },
  { "year", BIT (DOCUMENT) },
  { "language", BIT (DOCUMENT) },
  { "pages", BIT (DOCUMENT) },
  { "isbn", BIT (DOCUMENT) },
  { "doi", BIT (DOCUMENT) },
  { "website", TOLD | BIT (TERM) },
  { "facts", TOLD },
  { "statements", TOLD | BIT (TERM) },
  { "milestones", TOLD },
  { "agreements", TOLD },
  { "series", TOLD },
  { "sources", ALL },
  { "unverified", ALL },
};

static void
collect (MachiKind kind, GStrvBuilder *names)
{
  guint n_fields;
  const MachiReferenceField *fields = machi_reference_fields_get (&n_fields);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if ((members[i].kinds & (1u << kind)) != 0)
      g_strv_builder_add (names, members[i].name);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].holder == kind)
      g_strv_builder_add (names, fields[i].member);
}

/**
 * machi_entry_members_get:
 * @kind: a kind of entry
 *
 * Returns: (transfer none): the names of all members that a record of such an entry may have, %NULL-terminated; for a
 * city those of its `properties`
 */
const char *const *
machi_entry_members_get (MachiKind kind)
{
  static GStrv names[MACHI_N_KINDS];
  static gsize once = 0;

  g_return_val_if_fail (kind < MACHI_N_KINDS, NULL);

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < MACHI_N_KINDS; i++)
        {
          g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

          collect (i, builder);
          names[i] = g_strv_builder_end (builder);
        }
      g_once_init_leave (&once, 1);
    }

  return (const char *const *) names[kind];
}
