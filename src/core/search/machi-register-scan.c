/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-register-scan.h"

#include "machi-fold.h"
#include "machi-register-column.h"

/* How many projects one step looks at: less than a millisecond even where their texts have to be folded. */
#define PROJECTS_A_STEP 64

/**
 * MachiRegisterScan:
 *
 * Finds, a little at a time, which projects match a filter and a text, and counts them.
 */
struct _MachiRegisterScan
{
  GPtrArray *projects;
  char **folded;
  char *needle;
  guint n_scanned;
  MachiRegisterResult *result;
};

/**
 * machi_register_result_new:
 *
 * Returns: (transfer full): a result without projects
 */
MachiRegisterResult *
machi_register_result_new (void)
{
  MachiRegisterResult *self = g_new0 (MachiRegisterResult, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < MACHI_N_FACETS; i++)
    {
      self->totals[i] = machi_tally_new ();
      self->choices[i] = machi_tally_new ();
    }

  return self;
}

/**
 * machi_register_result_free:
 * @self: (transfer full): a result
 *
 * Frees it.
 */
void
machi_register_result_free (MachiRegisterResult *self)
{
  g_array_unref (self->places);
  for (guint i = 0; i < MACHI_N_FACETS; i++)
    {
      machi_tally_free (self->totals[i]);
      machi_tally_free (self->choices[i]);
    }
  g_free (self);
}

/**
 * machi_register_scan_new:
 * @projects: (transfer none) (element-type MachiEntry): projects; not to be changed any more
 *
 * Returns: (transfer full): a scan that has not begun
 */
MachiRegisterScan *
machi_register_scan_new (GPtrArray *projects)
{
  MachiRegisterScan *self = g_new0 (MachiRegisterScan, 1);

  self->projects = g_ptr_array_ref (projects);
  self->folded = g_new0 (char *, projects->len + 1);

  return self;
}

/**
 * machi_register_scan_free:
 * @self: (transfer full): a scan
 *
 * Frees it.
 */
void
machi_register_scan_free (MachiRegisterScan *self)
{
  for (guint i = 0; i < self->projects->len; i++)
    g_free (self->folded[i]);
  g_free (self->folded);
  g_free (self->needle);
  g_clear_pointer (&self->result, machi_register_result_free);
  g_ptr_array_unref (self->projects);
  g_free (self);
}

/**
 * machi_register_scan_begin:
 * @self: a scan
 * @needle: (nullable): what projects must have, from machi_fold()
 *
 * Begins from the first project.
 */
void
machi_register_scan_begin (MachiRegisterScan *self, const char *needle)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->needle, needle);
  self->n_scanned = 0;
  g_clear_pointer (&self->result, machi_register_result_free);
  self->result = machi_register_result_new ();
}

/* What a reader can look for: the cells, and the names in all languages. */
static const char *
ensure_folded (MachiRegisterScan *self, guint32 place)
{
  g_autoptr (GString) text = NULL;
  MachiEntry *project = g_ptr_array_index (self->projects, place);
  MachiName *names = machi_entry_get_names (project);

  if (self->folded[place] != NULL)
    return self->folded[place];

  text = g_string_new (NULL);
  for (guint i = 0; i < MACHI_N_REGISTER_COLUMNS; i++)
    {
      g_autofree char *cell = machi_register_column_dup_text (i, project);
      g_string_append_printf (text, "%s\n", cell);
    }
  for (guint i = 0; i < machi_name_get_size (names); i++)
    g_string_append_printf (text, "%s\n", machi_name_get_nth (names, i, NULL));

  return self->folded[place] = machi_fold (text->str);
}

static void
tally_values (MachiTally *tally, MachiEntry *project, MachiFacet facet)
{
  const char *const *values = machi_facet_get_values (project, facet);

  for (guint i = 0; values[i] != NULL; i++)
    machi_tally_add (tally, values[i]);
}

static void
tally_years (MachiTally *tally, MachiEntry *project)
{
  g_autoptr (GArray) years = machi_project_get_years (project);

  for (guint i = 0; i < years->len; i++)
    {
      char text[16];

      g_snprintf (text, sizeof text, "%d", g_array_index (years, int, i));
      machi_tally_add (tally, g_intern_string (text));
    }
}

static void
tally_project (MachiTally *tallies[], MachiEntry *project, guint misses)
{
  for (guint i = 0; i < MACHI_N_FACETS; i++)
    {
      if ((misses & ~(1u << i)) != 0)
        continue;
      if (i == MACHI_FACET_YEARS)
        tally_years (tallies[i], project);
      else
        tally_values (tallies[i], project, i);
    }
}

static void
scan_project (MachiRegisterScan *self, guint32 place, MachiEntryFilter *filter)
{
  MachiEntry *project = g_ptr_array_index (self->projects, place);
  guint misses = machi_entry_filter_get_misses (filter, project);
  gboolean misses_much = (misses & (misses - 1)) != 0;

  if (misses_much || (self->needle != NULL && !machi_fold_contains (ensure_folded (self, place), self->needle)))
    return;

  tally_project (self->result->choices, project, misses);
  if (misses != 0)
    return;

  for (guint i = 0; i < MACHI_N_LISTED_FACETS; i++)
    tally_values (self->result->totals[i], project, i);
  tally_years (self->result->totals[MACHI_FACET_YEARS], project);
  g_array_append_val (self->result->places, place);
}

/**
 * machi_register_scan_step:
 * @self: a scan that has begun
 * @order: (element-type guint32): the places of all projects, in the order in which they are to be listed
 * @filter: a filter
 *
 * Looks at a few more projects.
 *
 * Returns: whether all were looked at
 */
gboolean
machi_register_scan_step (MachiRegisterScan *self, GArray *order, MachiEntryFilter *filter)
{
  guint end;

  g_return_val_if_fail (self != NULL && self->result != NULL, TRUE);

  end = MIN (self->n_scanned + PROJECTS_A_STEP, order->len);
  for (guint i = self->n_scanned; i < end; i++)
    scan_project (self, g_array_index (order, guint32, i), filter);
  self->n_scanned = end;

  return end == order->len;
}

/**
 * machi_register_scan_end:
 * @self: a scan that has looked at all projects
 *
 * Returns: (transfer full): what it found
 */
MachiRegisterResult *
machi_register_scan_end (MachiRegisterScan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_steal_pointer (&self->result);
}
