/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-corpus-private.h"

#include "machi-locale.h"
#include "machi-problem.h"
#include "machi-translation.h"

#include <string.h>
#include <unicode/uloc.h>

/* The texts of a corpus. They are not kept: the catalogue has them, or the file of a report. */

/* What is in more countries is not of any of them. */
#define MAX_CONTEXT_COUNTRIES 8

typedef struct
{
  MachiSearchTextFunc func;
  gpointer data;
  const char *block;
  gboolean go_on;
} Sink;

static void
pass (Sink *sink, const char *text)
{
  if (sink->go_on && text != NULL && *text != '\0')
    sink->go_on = sink->func (sink->block, text, sink->data);
}

/* The text for a reader, and the English one where it is another. */
static void
pass_both (Sink *sink, const char *display, const char *english)
{
  pass (sink, display);
  if (english != NULL && (display == NULL || strstr (display, english) == NULL))
    pass (sink, english);
}

static void
pass_names (Sink *sink, MachiEntry *entry)
{
  MachiName *names = machi_entry_get_names (entry);
  const char *const *aliases = machi_entry_get_aliases (entry);
  const char *name = machi_entry_get_name (entry);
  gboolean own = FALSE;

  for (guint i = 0; i < machi_name_get_size (names); i++)
    {
      pass (sink, machi_name_get_nth (names, i, NULL));
      own |= g_strcmp0 (name, machi_name_get_nth (names, i, NULL)) == 0;
    }
  if (!own)
    pass (sink, name);
  pass (sink, machi_entry_get_short_name (entry));
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    pass (sink, aliases[i]);
}

/**
 * machi_search_corpus_foreach_name:
 * @self: a corpus
 * @doc: the number of an entry
 * @func: what to call for each
 * @data: what to give to @func
 *
 * Goes through the names of an entry in all languages, its short name and aliases.
 */
void
machi_search_corpus_foreach_name (const MachiSearchCorpus *self, guint doc, MachiSearchTextFunc func, gpointer data)
{
  Sink sink = { func, data, NULL, TRUE };

  pass_names (&sink, machi_search_corpus_get_entry (self, doc));
}

static void
pass_statement (Sink *sink, MachiStatement *statement)
{
  g_autofree char *display = machi_statement_dup_display_text (statement);

  pass_both (sink, display, machi_statement_get_text (statement));
}

static void
pass_relation (Sink *sink, MachiRelation *relation)
{
  MachiStatement *statement = machi_relation_get_statement (relation);

  if (machi_relation_get_target (relation) == NULL)
    pass (sink, machi_relation_get_name (relation));
  if (statement != NULL)
    pass_statement (sink, statement);
}

static void
pass_block (Sink *sink, const MachiCorpusBlock *block)
{
  sink->block = block->id;
  if (MACHI_IS_STATEMENT (block->item))
    pass_statement (sink, MACHI_STATEMENT (block->item));
  else if (MACHI_IS_RELATION (block->item))
    pass_relation (sink, MACHI_RELATION (block->item));
  else
    {
      pass (sink, machi_series_get_title (MACHI_SERIES (block->item)));
      pass (sink, machi_series_get_note (MACHI_SERIES (block->item)));
    }
}

/**
 * machi_search_corpus_foreach_text:
 * @self: a corpus
 * @doc: the number of an entry
 * @func: what to call for each
 * @data: what to give to @func
 *
 * Goes through the texts of an entry's record: first the summary, without a block, then the statements, series and what
 * is said of relations.
 */
void
machi_search_corpus_foreach_text (const MachiSearchCorpus *self, guint doc, MachiSearchTextFunc func, gpointer data)
{
  const MachiCorpusDoc *first = &g_array_index (self->docs, MachiCorpusDoc, doc);
  guint end = doc + 1 < self->docs->len ? first[1].first_block : self->blocks->len;
  Sink sink = { func, data, NULL, TRUE };

  pass_both (&sink, machi_entry_get_display_summary (first->entry, NULL), machi_entry_get_summary (first->entry));
  for (guint i = first->first_block; sink.go_on && i < end; i++)
    pass_block (&sink, &g_array_index (self->blocks, MachiCorpusBlock, i));
}

/* The title of a table, its headings and what is written in its cells; figures are not searched. */
static char *
dup_table_words (MachiBlock *block)
{
  MachiTable *table = machi_block_get_table (block);
  g_autofree char *title = machi_text_dup_words (machi_block_get_text (block));
  GString *words = g_string_new (title);

  for (guint column = 0; column < machi_table_get_n_columns (table); column++)
    {
      g_autofree char *heading = machi_text_dup_words (machi_table_get_header (table, column));

      g_string_append_printf (words, " · %s", heading);
      for (guint row = 0; !machi_table_column_is_numeric (table, column) && row < machi_table_get_n_rows (table); row++)
        {
          g_autofree char *cell = machi_text_dup_words (machi_table_get_cell (table, row, column));
          g_string_append_printf (words, " · %s", cell);
        }
    }

  return g_string_free_and_steal (words);
}

/**
 * machi_search_corpus_foreach_block:
 * @self: a corpus
 * @doc: the number of an entry
 * @func: what to call for each
 * @data: what to give to @func
 *
 * Reads the text of a report and goes through its blocks. Entries of other kinds, and reports that cannot be read, have
 * none.
 */
void
machi_search_corpus_foreach_block (const MachiSearchCorpus *self, guint doc, MachiSearchTextFunc func, gpointer data)
{
  MachiEntry *entry = machi_search_corpus_get_entry (self, doc);
  g_autoptr (GListStore) problems = NULL;
  g_autoptr (MachiReportDocument) document = NULL;
  Sink sink = { func, data, NULL, TRUE };

  if (machi_entry_get_kind (entry) != MACHI_KIND_REPORT || machi_entry_get_file (entry) == NULL)
    return;

  problems = g_list_store_new (MACHI_TYPE_PROBLEM);
  document = machi_catalog_read_report (self->catalog, entry, problems, NULL);
  for (guint i = 0; document != NULL && sink.go_on && i < g_list_model_get_n_items (G_LIST_MODEL (document)); i++)
    {
      g_autoptr (MachiBlock) block = g_list_model_get_item (G_LIST_MODEL (document), i);
      g_autofree char *words = machi_block_get_table (block) != NULL
                                   ? dup_table_words (block)
                                   : machi_text_dup_words (machi_block_get_text (block));

      sink.block = machi_block_get_id (block);
      pass (&sink, words);
    }
}

/* What a country is called in the languages that the names of the catalogue's places are most often asked for in. */
static void
pass_country (Sink *sink, const char *code)
{
  static const char *const languages[]
      = { "en", "ja", "zh", "zh-Hant", "ko", "vi", "th", "id", "km", "lo", "my", "mn", "hi", "bn" };
  g_autofree char *locale = g_strconcat ("und_", code, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar buffer[128] = { 0 };
      g_autofree char *name = NULL;

      uloc_getDisplayCountry (locale, languages[i], buffer, G_N_ELEMENTS (buffer) - 1, &status);
      name = U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) buffer, -1, NULL, NULL, NULL) : NULL;
      pass (sink, name);
    }
  pass (sink, machi_locale_get_country_name (code));
}

/**
 * machi_search_corpus_foreach_context:
 * @self: a corpus
 * @doc: the number of an entry
 * @func: what to call for each
 * @data: what to give to @func
 *
 * Goes through the words by which an entry is found beside its own: what kind it is, its countries, region and topics,
 * and the names of its cities, programmes and so on.
 */
void
machi_search_corpus_foreach_context (const MachiSearchCorpus *self, guint doc, MachiSearchTextFunc func, gpointer data)
{
  const MachiCorpusDoc *first = &g_array_index (self->docs, MachiCorpusDoc, doc);
  guint end = doc + 1 < self->docs->len ? first[1].first_related : self->related->len;
  guint n_countries;
  const guint16 *countries;
  Sink sink = { func, data, NULL, TRUE };

  pass (&sink, machi_kind_get_id (machi_entry_get_kind (first->entry)));
  pass_both (&sink, machi_entry_get_display_type (first->entry, NULL), machi_entry_get_entry_type (first->entry));
  pass_both (&sink, machi_entry_get_display_region (first->entry, NULL), machi_entry_get_region (first->entry));
  for (guint i = first->first_related; i < end; i++)
    pass_names (&sink, g_ptr_array_index (self->related, i));

  countries = machi_search_facets_get_items (self->facets, doc, MACHI_FACET_COUNTRY, &n_countries);
  if (machi_entry_get_kind (first->entry) == MACHI_KIND_TOPIC || n_countries > MAX_CONTEXT_COUNTRIES)
    n_countries = 0;
  for (guint i = 0; i < n_countries; i++)
    pass_country (&sink, machi_search_facets_get_value (self->facets, MACHI_FACET_COUNTRY, countries[i]));
}

static gboolean
hash_text (const char *block, const char *text, gpointer data)
{
  GChecksum *checksum = data;

  if (block != NULL)
    g_checksum_update (checksum, (const guchar *) block, (gssize) strlen (block) + 1);
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);

  return TRUE;
}

/* By whose names it is found. */
static void
hash_related (MachiSearchCorpus *self, guint doc, GChecksum *checksum)
{
  guint start = g_array_index (self->docs, MachiCorpusDoc, doc).first_related;
  guint end = doc + 1 < self->docs->len ? g_array_index (self->docs, MachiCorpusDoc, doc + 1).first_related
                                        : self->related->len;

  for (guint i = start; i < end; i++)
    hash_text (NULL, machi_entry_get_id (g_ptr_array_index (self->related, i)), checksum);
}

static void
hash_file (MachiSearchCorpus *self, MachiEntry *entry, GCancellable *cancellable, GChecksum *checksum)
{
  const char *name = machi_entry_get_file (entry);
  g_autoptr (GBytes) bytes = name != NULL ? machi_catalog_load_file (self->catalog, name, cancellable, NULL) : NULL;

  if (bytes != NULL)
    g_checksum_update (checksum, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

/**
 * machi_search_corpus_dup_hash:
 * @self: a corpus
 * @cancellable: (nullable): a way to stop
 *
 * Reads through all texts and the files of reports.
 *
 * Returns: (transfer full): a short text that is another when any of them is
 */
char *
machi_search_corpus_dup_hash (MachiSearchCorpus *self, GCancellable *cancellable)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (self != NULL, NULL);

  hash_text (NULL, machi_translation_get_language (), checksum);
  hash_text (NULL, machi_locale_get_country_name ("JP"), checksum);
  for (guint doc = 0; doc < self->docs->len && !g_cancellable_is_cancelled (cancellable); doc++)
    {
      g_autofree char *address = machi_entry_dup_address (machi_search_corpus_get_entry (self, doc));

      hash_text (NULL, address, checksum);
      machi_search_corpus_foreach_name (self, doc, hash_text, checksum);
      machi_search_corpus_foreach_text (self, doc, hash_text, checksum);
      hash_related (self, doc, checksum);
      hash_file (self, machi_search_corpus_get_entry (self, doc), cancellable, checksum);
    }

  return g_strdup (g_checksum_get_string (checksum));
}
