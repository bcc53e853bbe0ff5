/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-entry-reader.h"

#include "machi-address.h"
#include "machi-entry-members.h"
#include "machi-locale.h"
#include "machi-statement-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_REFERENCES 20000

static const char *const feature_members[] = { "type", "id", "geometry", "properties", NULL };
static const char *const source_members[] = { "id", "title", "publisher", "url", "published", "seen", NULL };

/**
 * machi_read_name:
 * @cursor: an object
 * @member: the name of the member that holds a name in several languages
 *
 * Returns: (transfer full) (nullable): the name; one without English is a problem
 */
MachiName *
machi_read_name (const MachiCursor *cursor, const char *member)
{
  g_autoptr (MachiName) name = NULL;
  MachiCursor object;
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;

  if (!machi_cursor_get_object (cursor, member, &object))
    {
      if (!machi_cursor_has_member (cursor, member))
        machi_cursor_problem (cursor, _ ("“%s” is missing here"), member);
      return NULL;
    }

  name = machi_name_new ();
  json_object_iter_init_ordered (&iter, json_node_get_object (object.node));
  while (json_object_iter_next_ordered (&iter, &language, &node))
    {
      const char *text = machi_cursor_get_string (&object, language);

      if (text != NULL)
        machi_name_add (name, language, text);
    }
  if (machi_name_get (name, "en") == NULL && !machi_cursor_has_member (&object, "en"))
    machi_cursor_problem (&object, _ ("A name in English (“en”) is missing"));

  return machi_name_get_size (name) > 0 ? g_steal_pointer (&name) : NULL;
}

static gboolean
check_id (const MachiCursor *cursor, const char *id)
{
  if (machi_id_is_valid (id))
    return TRUE;
  if (id != NULL)
    machi_cursor_member_problem (cursor, "id", _ ("“%s” is no ID: write lower-case words and digits joined by hyphens"),
                                 id);
  else if (!machi_cursor_has_member (cursor, "id"))
    machi_cursor_problem (cursor, _ ("“%s” is missing here"), "id");

  return FALSE;
}

/* Others could make a reader's machine do what the reader did not ask for. */
static const char *
check_web (const MachiCursor *cursor, const char *member)
{
  const char *url = machi_cursor_get_string (cursor, member);

  if (url == NULL || g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"))
    return url;

  machi_cursor_member_problem (cursor, member, _ ("“%s” is no address on the web: it must begin with https://"), url);

  return NULL;
}

/**
 * machi_read_source:
 * @cursor: an object of the registry of sources
 *
 * Returns: (transfer full) (nullable): the source; %NULL where it has no ID, which is a problem
 */
MachiSource *
machi_read_source (const MachiCursor *cursor)
{
  MachiSourceFields fields = { .id = machi_cursor_get_string (cursor, "id"),
                               .title = machi_cursor_get_string (cursor, "title"),
                               .publisher = machi_cursor_get_string (cursor, "publisher"),
                               .url = check_web (cursor, "url"),
                               .published = machi_cursor_get_string (cursor, "published"),
                               .seen = machi_cursor_get_string (cursor, "seen") };

  machi_cursor_check_members (cursor, source_members, NULL);
  if (!check_id (cursor, fields.id))
    return NULL;
  if (fields.title == NULL && fields.url == NULL && !machi_cursor_has_member (cursor, "url"))
    machi_cursor_problem (cursor, _ ("A source needs a title or an address"));

  return machi_source_new (&fields);
}

static void
read_statements (const MachiCursor *cursor,
                 const char *member,
                 MachiStatementKind kind,
                 MachiEntry *entry,
                 MachiEntryList list,
                 GHashTable *sources)
{
  MachiCursor items;

  if (!machi_cursor_get_list (cursor, member, &items))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&items); i++)
    {
      MachiCursor item = machi_cursor_get_element (&items, i);
      g_autoptr (MachiStatement) statement
          = machi_read_statement (&item, kind, machi_entry_get_context (entry), sources);

      if (statement != NULL)
        machi_entry_append (entry, list, statement);
    }
}

static void
read_all_series (const MachiCursor *cursor, MachiEntry *entry, GHashTable *sources)
{
  MachiCursor items;

  if (!machi_cursor_get_list (cursor, "series", &items))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&items); i++)
    {
      MachiCursor item = machi_cursor_get_element (&items, i);
      g_autoptr (MachiSeries) series = machi_read_series (&item, machi_entry_get_context (entry), sources);

      if (series != NULL)
        machi_entry_append (entry, MACHI_LIST_SERIES, series);
    }
}

/* A plain field that is shown as a key fact has the entry's own sources. */
static void
add_fact (MachiEntry *entry, const char *property, const char *field, const char *text, const double *value)
{
  MachiStatementFields fields = { .topic = property, .text = text, .sources = machi_entry_get_sources (entry) };
  g_autoptr (MachiStatement) fact = NULL;

  if (value != NULL)
    {
      fields.value = *value;
      fields.flags |= MACHI_STATEMENT_HAS_VALUE;
    }
  if (machi_entry_is_unverified (entry, field))
    {
      /* The sources of the entry do not bear out this field. */
      fields.sources = NULL;
      fields.flags |= MACHI_STATEMENT_UNVERIFIED;
    }
  fact = machi_statement_new (&fields);
  machi_entry_append (entry, MACHI_LIST_FACTS, fact);
}

static void
read_years (const MachiCursor *cursor, MachiEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MachiCursor list;
  int first = 0, last = 0;

  if (!machi_cursor_get_list (cursor, "years", &list))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor item = machi_cursor_get_element (&list, i);
      double year;

      if (!machi_cursor_as_number (&item, &year))
        continue;
      first = first == 0 ? (int) year : MIN (first, (int) year);
      last = MAX (last, (int) year);
      g_string_append_printf (text, "%s%d", text->len > 0 ? machi_locale_get_list_separator () : "", (int) year);
    }
  if (first == 0)
    return;

  machi_entry_set_period (entry, first, last);
  add_fact (entry, "years", "years", text->str, NULL);
}

static void
read_bibliography (const MachiCursor *cursor, MachiEntry *entry)
{
  static const char *const texts[] = { "publisher", "isbn", "doi" };
  g_auto (GStrv) authors = machi_cursor_dup_strings (cursor, "authors");
  const char *language = machi_cursor_get_string (cursor, "language");
  int year = machi_cursor_get_year (cursor, "year");
  double pages;

  if (authors != NULL && authors[0] != NULL)
    {
      g_autofree char *text = g_strjoinv ("; ", authors);
      add_fact (entry, "authors", "authors", text, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = machi_cursor_get_string (cursor, texts[i]);

      if (text != NULL)
        add_fact (entry, texts[i], texts[i], text, NULL);
    }
  if (year > 0)
    {
      g_autofree char *text = machi_locale_format_year (year);
      machi_entry_set_period (entry, year, year);
      add_fact (entry, "published", "year", text, NULL);
    }
  if (language != NULL)
    add_fact (entry, "language", "language", machi_locale_get_language_name (language), NULL);
  if (machi_cursor_get_number (cursor, "pages", &pages))
    add_fact (entry, "pages", "pages", NULL, &pages);
}

static GStrv
read_unverified (const MachiCursor *cursor)
{
  static const char *const all[] = { "*", NULL };
  MachiCursor value;

  if (!machi_cursor_get_member (cursor, "unverified", &value))
    return NULL;
  if (machi_cursor_get_length (&value) > 0)
    return machi_cursor_dup_strings (cursor, "unverified");

  return machi_cursor_get_boolean (cursor, "unverified") ? g_strdupv ((char **) all) : NULL;
}

static void
read_countries (const MachiCursor *cursor, MachiEntry *entry)
{
  g_auto (GStrv) countries = machi_cursor_dup_strings (cursor, "countries");
  const char *country = machi_cursor_get_string (cursor, "country");

  if (countries == NULL && country != NULL)
    {
      const char *const one[] = { country, NULL };
      countries = g_strdupv ((char **) one);
    }
  for (guint i = 0; countries != NULL && countries[i] != NULL; i++)
    if (strlen (countries[i]) != 2 || !g_ascii_isupper (countries[i][0]) || !g_ascii_isupper (countries[i][1]))
      machi_cursor_member_problem (cursor, machi_cursor_has_member (cursor, "countries") ? "countries" : "country",
                                   _ ("“%s” is no country: write an ISO 3166-1 code such as VN"), countries[i]);

  machi_entry_take_countries (entry, g_steal_pointer (&countries));
}

static void
read_period (const MachiCursor *cursor, MachiEntry *entry)
{
  MachiCursor period;
  int from, to;

  if (!machi_cursor_get_object (cursor, "period", &period))
    return;

  from = machi_cursor_get_year (&period, "from");
  to = machi_cursor_get_year (&period, "to");
  if (from > 0 && to > 0 && to < from)
    machi_cursor_problem (&period, _ ("The period ends before it begins"));
  machi_entry_set_period (entry, from, to);
}

/* The built-in pack's texts are translated, with the entry's address as context. */
static void
set_context (MachiEntry *entry, const MachiEntryReader *reader)
{
  g_autofree char *address = machi_entry_dup_address (entry);

  if (reader->translated)
    machi_entry_set_context (entry, g_intern_string (strchr (address, ':') + 1));
}

static const char *
check_file (const MachiCursor *cursor, const char *member)
{
  const char *name = machi_cursor_get_string (cursor, member);

  if (name == NULL || machi_pack_has_inside (name))
    return name;

  machi_cursor_member_problem (cursor, member, _ ("“%s” leads out of the pack"), name);

  return NULL;
}

static void
read_texts (const MachiCursor *cursor, MachiEntry *entry)
{
  static const char *const members[] = { "short", "type", "summary", "region" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    machi_entry_set_text (entry, i, machi_cursor_get_string (cursor, members[i]));
  machi_entry_set_text (entry, MACHI_TEXT_WEBSITE, check_web (cursor, "website"));
  machi_entry_set_text (entry, MACHI_TEXT_FILE, check_file (cursor, "file"));
  if (machi_entry_get_kind (entry) == MACHI_KIND_REPORT && !machi_cursor_has_member (cursor, "file"))
    machi_cursor_problem (cursor, _ ("“%s” is missing here"), "file");
  machi_entry_take_aliases (entry, machi_cursor_dup_strings (cursor, "aliases"));
}

static gboolean
parse_target (const MachiCursor *item, const MachiReferenceField *field, const char *text, MachiReference *reference)
{
  reference->target = field->target;
  reference->id = g_strdup (text);
  if (field->target == MACHI_KIND_NONE)
    {
      g_autofree char *address_text = g_strconcat ("machi:", text, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MachiAddress) address = machi_address_parse (address_text, &error);

      if (address == NULL || machi_address_get_kind (address) == MACHI_KIND_NONE)
        {
          machi_cursor_problem (item, _ ("“%s” names no entry: write KIND/ID, such as city/kyoto"), text);
          return FALSE;
        }
      reference->target = machi_address_get_kind (address);
      g_set_str (&reference->id, machi_address_get_id (address));
    }

  return TRUE;
}

/* What is said of the relation: by the reference, or by the entry, which may say that it found no source for it. */
static MachiStatement *
read_relation (const MachiCursor *item, const MachiReferenceField *field, MachiEntry *entry, MachiEntryReader *reader)
{
  gboolean unverified = machi_entry_is_unverified (entry, field->member);
  MachiStatementFields fields = { .flags = MACHI_STATEMENT_UNVERIFIED };

  if (machi_cursor_is_object (item))
    return machi_read_relation_statement (item, machi_entry_get_context (entry), reader->sources, unverified);

  return unverified ? machi_statement_new (&fields) : NULL;
}

static void
read_outside (const MachiCursor *item, const MachiReferenceField *field, MachiEntry *entry, MachiEntryReader *reader)
{
  const char *name = machi_cursor_get_string (item, "name");
  g_autoptr (MachiStatement) statement = read_relation (item, field, entry, reader);
  g_autoptr (MachiRelation) relation = NULL;

  if (name == NULL)
    {
      if (!machi_cursor_has_member (item, "name"))
        machi_cursor_problem (item, _ ("A reference needs the ID of an entry, or a name"));
      return;
    }

  relation = machi_relation_new_outside (field->role, name, machi_cursor_get_string (item, "country"), statement);
  machi_entry_append (entry, MACHI_LIST_RELATIONS, relation);
}

static void
read_reference (const MachiCursor *item, const MachiReferenceField *field, MachiEntry *entry, MachiEntryReader *reader)
{
  g_autoptr (MachiReference) reference = NULL;
  const char *id;

  if (machi_cursor_is_object (item) && !machi_cursor_has_member (item, "id"))
    {
      read_outside (item, field, entry, reader);
      return;
    }

  id = machi_cursor_is_object (item) ? machi_cursor_get_string (item, "id") : machi_cursor_as_string (item);
  if (id == NULL)
    return;

  reference = g_new0 (MachiReference, 1);
  reference->holder = g_object_ref (entry);
  reference->field = field;
  reference->file = item->file->name;
  reference->statement = read_relation (item, field, entry, reader);
  if (!parse_target (item, field, id, reference))
    return;

  reference->pointer = machi_cursor_dup_pointer (item);
  g_ptr_array_add (reader->references, g_steal_pointer (&reference));
}

static void
read_reference_list (const MachiCursor *cursor,
                     const MachiReferenceField *field,
                     MachiEntry *entry,
                     MachiEntryReader *reader)
{
  MachiCursor list;

  if (!machi_cursor_get_list (cursor, field->member, &list))
    return;

  for (guint i = 0; i < machi_cursor_get_length (&list); i++)
    {
      MachiCursor item = machi_cursor_get_element (&list, i);

      if (i >= MAX_REFERENCES)
        {
          machi_cursor_problem (&item, _ ("There are more than %d references: the rest is left out"), MAX_REFERENCES);
          break;
        }
      read_reference (&item, field, entry, reader);
    }
}

static void
read_references (const MachiCursor *cursor, MachiEntry *entry, MachiEntryReader *reader)
{
  /* Topics are references too, but the same for every kind. */
  static const MachiReferenceField topics
      = { MACHI_KIND_NONE, "topics", MACHI_KIND_TOPIC, MACHI_ROLE_NONE, MACHI_ROLE_NONE };
  guint n_fields;
  const MachiReferenceField *fields = machi_reference_fields_get (&n_fields);

  read_reference_list (cursor, &topics, entry, reader);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].holder == machi_entry_get_kind (entry))
      read_reference_list (cursor, &fields[i], entry, reader);
}

static void
read_geometry (const MachiCursor *feature, MachiEntry *entry)
{
  MachiCursor geometry, list, first, second;
  double longitude, latitude;

  if (!machi_cursor_get_object (feature, "geometry", &geometry))
    {
      if (!machi_cursor_has_member (feature, "geometry"))
        machi_cursor_problem (feature, _ ("“%s” is missing here"), "geometry");
      return;
    }
  if (g_strcmp0 (machi_cursor_get_string (&geometry, "type"), "Point") != 0
      || !machi_cursor_get_list (&geometry, "coordinates", &list) || machi_cursor_get_length (&list) != 2)
    {
      machi_cursor_problem (&geometry, _ ("The geometry must be a Point with longitude and latitude"));
      return;
    }

  first = machi_cursor_get_element (&list, 0);
  second = machi_cursor_get_element (&list, 1);
  if (!machi_cursor_as_number (&first, &longitude) || !machi_cursor_as_number (&second, &latitude))
    return;
  if (fabs (longitude) > 180 || fabs (latitude) > 90)
    machi_cursor_problem (&list, _ ("This is no place on earth: longitude stands first, then latitude"));
  else
    machi_entry_set_coordinates (entry, latitude, longitude);
}

static void
read_lists (const MachiCursor *cursor, MachiEntry *entry, GHashTable *sources)
{
  read_statements (cursor, "facts", MACHI_STATEMENT_KIND_FACT, entry, MACHI_LIST_FACTS, sources);
  read_statements (cursor, "statements", MACHI_STATEMENT_KIND_STATEMENT, entry, MACHI_LIST_STATEMENTS, sources);
  read_statements (cursor, "milestones", MACHI_STATEMENT_KIND_MILESTONE, entry, MACHI_LIST_MILESTONES, sources);
  read_statements (cursor, "agreements", MACHI_STATEMENT_KIND_AGREEMENT, entry, MACHI_LIST_AGREEMENTS, sources);
  read_all_series (cursor, entry, sources);
}

/**
 * machi_read_entry:
 * @cursor: a record; for a city its GeoJSON feature
 * @kind: what it is
 * @reader: what the reading of entries shares
 *
 * Returns: (transfer full) (nullable): the entry, its references waiting; %NULL where it has no ID or name, a problem
 */
MachiEntry *
machi_read_entry (const MachiCursor *cursor, MachiKind kind, MachiEntryReader *reader)
{
  g_autoptr (MachiEntry) entry = NULL;
  g_autoptr (MachiName) name = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  MachiCursor properties = *cursor;
  const char *id = machi_cursor_get_string (cursor, "id");

  if (kind == MACHI_KIND_CITY)
    machi_cursor_get_object (cursor, "properties", &properties);
  if (!check_id (cursor, id))
    return NULL;
  if ((name = machi_read_name (&properties, "name")) == NULL)
    return NULL;

  if (kind == MACHI_KIND_CITY)
    machi_cursor_check_members (cursor, feature_members, NULL);
  machi_cursor_check_members (&properties, machi_entry_members_get (kind), NULL);

  entry = machi_entry_new (kind, id, name);
  set_context (entry, reader);
  sources = machi_read_sources (&properties, reader->sources);
  machi_entry_set_sources (entry, sources);
  machi_entry_take_unverified (entry, read_unverified (&properties));
  read_texts (&properties, entry);
  read_countries (&properties, entry);
  read_period (&properties, entry);
  read_years (&properties, entry);
  read_bibliography (&properties, entry);
  read_lists (&properties, entry, reader->sources);
  read_references (&properties, entry, reader);
  if (kind == MACHI_KIND_CITY)
    read_geometry (cursor, entry);

  return g_steal_pointer (&entry);
}
