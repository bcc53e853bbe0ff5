/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalog-dump.h"

/* All that is known of an entry or a report as one text, so that two readings can be compared. */

static void
dump_strings (GString *out, const char *label, const char *const *strings)
{
  g_string_append_printf (out, "%s:", label);
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    g_string_append_printf (out, " <%s>", strings[i]);
  g_string_append_c (out, '\n');
}

static void
dump_sources (GString *out, GPtrArray *sources)
{
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    g_string_append_printf (out, " [%s]", machi_source_get_id (sources->pdata[i]));
  g_string_append_c (out, '\n');
}

static void
dump_statement (GString *out, MachiStatement *statement)
{
  g_autofree char *text = machi_statement_dup_display_text (statement);
  g_autofree char *date = machi_statement_dup_display_date (statement);

  g_string_append_printf (out, "%s | %s | %s | %d-%d%s%s", machi_statement_get_topic (statement), text, date,
                          machi_statement_get_base_year (statement), machi_statement_get_target_year (statement),
                          machi_statement_get_unverified (statement) ? " unverified" : "",
                          machi_statement_get_inference (statement) ? " inference" : "");
  dump_sources (out, machi_statement_get_sources (statement));
}

static void
dump_statements (GString *out, const char *label, GListModel *statements)
{
  g_string_append_printf (out, "%s:\n", label);
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (MachiStatement) statement = g_list_model_get_item (statements, i);
      dump_statement (out, statement);
    }
}

static void
dump_series (GString *out, GListModel *all)
{
  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (MachiSeries) series = g_list_model_get_item (all, i);
      guint n;
      const MachiPoint *points = machi_series_get_points (series, &n);

      g_string_append_printf (out, "%s | %s | %s | %s | %d |", machi_series_get_id (series),
                              machi_series_get_title (series), machi_series_get_unit (series),
                              machi_series_get_note (series), machi_series_get_chart (series));
      for (guint j = 0; j < n; j++)
        g_string_append_printf (out, " %g=%g", points[j].x, points[j].y);
      dump_sources (out, machi_series_get_sources (series));
    }
}

static void
dump_relations (GString *out, GListModel *relations)
{
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (MachiRelation) relation = g_list_model_get_item (relations, i);
      MachiStatement *statement = machi_relation_get_statement (relation);

      g_string_append_printf (out, "%d %s (%s)\n", machi_relation_get_role (relation),
                              machi_relation_get_name (relation), machi_relation_get_country (relation));
      if (statement != NULL)
        dump_statement (out, statement);
    }
}

static void
dump_names (GString *out, MachiName *name)
{
  for (guint i = 0; i < machi_name_get_size (name); i++)
    {
      const char *language;
      const char *text = machi_name_get_nth (name, i, &language);

      g_string_append_printf (out, "%s=%s\n", language, text);
    }
}

static void
dump_topics (GString *out, GListModel *topics)
{
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (MachiEntry) topic = g_list_model_get_item (topics, i);
      g_string_append_printf (out, "topic %s\n", machi_entry_get_id (topic));
    }
}

char *
dump_entry (MachiEntry *entry)
{
  GString *out = g_string_new (NULL);
  g_autofree char *address = machi_entry_dup_address (entry);
  double latitude = 0, longitude = 0;
  int from, to;

  machi_entry_get_period (entry, &from, &to);
  machi_entry_get_coordinates (entry, &latitude, &longitude);
  g_string_append_printf (out, "%s\n%s | %s | %s | %s | %s | %s\n%d-%d %.6f %.6f\n", address,
                          machi_entry_get_short_name (entry), machi_entry_get_entry_type (entry),
                          machi_entry_get_summary (entry), machi_entry_get_region (entry),
                          machi_entry_get_website (entry), machi_entry_get_file (entry), from, to, latitude, longitude);
  dump_names (out, machi_entry_get_names (entry));
  dump_strings (out, "aliases", machi_entry_get_aliases (entry));
  dump_strings (out, "countries", machi_entry_get_countries (entry));
  dump_sources (out, machi_entry_get_sources (entry));
  dump_topics (out, machi_entry_get_topics (entry));
  dump_statements (out, "facts", machi_entry_get_facts (entry));
  dump_statements (out, "statements", machi_entry_get_statements (entry));
  dump_statements (out, "milestones", machi_entry_get_milestones (entry));
  dump_statements (out, "agreements", machi_entry_get_agreements (entry));
  dump_series (out, machi_entry_get_series (entry));
  dump_relations (out, machi_entry_get_relations (entry));

  return g_string_free (out, FALSE);
}

char *
dump_document (MachiReportDocument *document)
{
  GString *out = g_string_new (NULL);
  GListModel *blocks = G_LIST_MODEL (document);

  g_string_append_printf (out, "%s\n%s\n%s\n", machi_report_document_get_id (document),
                          machi_report_document_get_title (document), machi_report_document_get_summary (document));
  for (guint i = 0; i < g_list_model_get_n_items (blocks); i++)
    {
      g_autoptr (MachiBlock) block = g_list_model_get_item (blocks, i);

      g_string_append_printf (out, "%s %d %d %s\n", machi_block_get_id (block), machi_block_get_kind (block),
                              machi_block_get_flags (block), machi_block_get_plain (block));
      dump_series (out, machi_block_get_series (block));
    }

  return g_string_free (out, FALSE);
}
