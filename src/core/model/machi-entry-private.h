/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry.h"
#include "machi-list.h"

G_BEGIN_DECLS

/**
 * MachiEntry:
 *
 * One thing of the catalogue: a network, a city, a report and so on. All kinds share this class; they differ by what they
 * have. It is complete when the catalogue has been read, and not changed after.
 */
struct _MachiEntry
{
  GObject parent_instance;

  MachiKind kind;
  char *id;
  const char *context;
  MachiName *name;
  char *texts[MACHI_N_TEXTS];
  GStrv aliases;
  GStrv countries;
  GStrv unverified;
  double latitude;
  double longitude;
  gboolean has_coordinates;
  int from;
  int to;
  GPtrArray *sources;
  MachiList *lists[MACHI_N_LISTS];
};

MachiList  *_machi_entry_ensure_list (MachiEntry     *self,
                                      MachiEntryList  list);
const char *_machi_entry_get_summary_language (MachiEntry *self);

G_END_DECLS
