/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-catalog-private.h"

#include "machi-locale.h"
#include "machi-problem.h"
#include "machi-report-reader.h"

#include <glib/gi18n-lib.h>

/* A pack has a report in English, `reports/ID.xml`, and may have it in other languages, `reports/LANGUAGE/ID.xml`. */

#define SOURCE_LANGUAGE "en"

static MachiSource *
lookup_source (const char *id, gpointer data)
{
  return machi_catalog_lookup_source (data, id);
}

static char *
make_translated_name (const char *name, const char *language)
{
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *base = g_path_get_basename (name);

  return g_build_path ("/", folder, language, base, NULL);
}

static gboolean
has_file (MachiCatalog *self, const char *name)
{
  g_autoptr (GFile) file = machi_pack_get_child (self->pack, name);

  return file != NULL && g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR;
}

/* The file of a report in that language, or where it has none in English. */
static char *
choose_name (MachiCatalog *self, MachiEntry *report, const char *language)
{
  const char *name = machi_entry_get_file (report);
  g_autofree char *translated = NULL;

  if (name == NULL || g_str_equal (language, SOURCE_LANGUAGE))
    return g_strdup (name);

  translated = make_translated_name (name, language);

  return has_file (self, translated) ? g_steal_pointer (&translated) : g_strdup (name);
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
add_translations (MachiCatalog *self, const char *name, GPtrArray *languages)
{
  g_autofree char *folder_name = g_path_get_dirname (name);
  g_autoptr (GFile) folder = machi_pack_get_child (self->pack, folder_name);
  g_autoptr (GFileEnumerator) children = NULL;
  GFileInfo *info = NULL;

  if (folder != NULL)
    children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                          G_FILE_QUERY_INFO_NONE, NULL, NULL);
  while (children != NULL && g_file_enumerator_iterate (children, &info, NULL, NULL, NULL) && info != NULL)
    {
      g_autofree char *translated = make_translated_name (name, g_file_info_get_name (info));

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && has_file (self, translated))
        g_ptr_array_add (languages, g_strdup (g_file_info_get_name (info)));
    }
}

/**
 * machi_catalog_list_report_languages:
 * @self: a catalogue
 * @report: one of its reports
 *
 * Returns: (transfer full): the BCP 47 tags of the languages in which it can be read, wholly or in part; English, the
 *   language of the original, comes first
 */
GStrv
machi_catalog_list_report_languages (MachiCatalog *self, MachiEntry *report)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (MACHI_IS_CATALOG (self), NULL);
  g_return_val_if_fail (MACHI_IS_ENTRY (report), NULL);

  if (machi_entry_get_file (report) != NULL)
    add_translations (self, machi_entry_get_file (report), languages);
  g_ptr_array_sort (languages, compare_tags);
  g_ptr_array_insert (languages, 0, g_strdup (SOURCE_LANGUAGE));
  g_ptr_array_add (languages, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&languages), FALSE);
}

/**
 * machi_catalog_read_report_in:
 * @self: a catalogue
 * @report: one of its reports
 * @language: a BCP 47 tag, as of machi_catalog_list_report_languages()
 * @problems: (nullable): where to put what is wrong with it
 * @error: where to say why it cannot be read at all
 *
 * Returns: (transfer full) (nullable): the text of the report in @language, or where it has none in English. Of a
 *   translation, blocks that are not translated are in English and say so.
 */
MachiReportDocument *
machi_catalog_read_report_in (
    MachiCatalog *self, MachiEntry *report, const char *language, GListStore *problems, GError **error)
{
  g_autoptr (GListStore) own_problems = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) languages = NULL;
  MachiReportDocument *document;

  g_return_val_if_fail (MACHI_IS_CATALOG (self), NULL);
  g_return_val_if_fail (MACHI_IS_ENTRY (report), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  name = choose_name (self, report, language);
  file = name != NULL ? machi_pack_get_child (self->pack, name) : NULL;
  if (file == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The report “%s” names no file of its pack"),
                   machi_entry_get_id (report));
      return NULL;
    }

  own_problems = problems != NULL ? g_object_ref (problems) : g_list_store_new (MACHI_TYPE_PROBLEM);
  document = machi_report_read (file, name, lookup_source, self, own_problems, error);
  if (document == NULL)
    return NULL;

  languages = machi_catalog_list_report_languages (self, report);
  machi_report_document_set_languages (document, (const char *const *) languages);

  return document;
}

/**
 * machi_catalog_read_report:
 * @self: a catalogue
 * @report: one of its reports
 * @problems: (nullable): where to put what is wrong with it
 * @error: where to say why it cannot be read at all
 *
 * Returns: (transfer full) (nullable): the text of the report in the first of the reader's languages in which it is
 */
MachiReportDocument *
machi_catalog_read_report (MachiCatalog *self, MachiEntry *report, GListStore *problems, GError **error)
{
  const char *const *languages = machi_locale_get_languages ();
  g_auto (GStrv) available = machi_catalog_list_report_languages (self, report);
  const char *language = SOURCE_LANGUAGE;

  for (guint i = 0; languages[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) available, languages[i]))
      {
        language = languages[i];
        break;
      }

  return machi_catalog_read_report_in (self, report, language, problems, error);
}
