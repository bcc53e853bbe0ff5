/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "machi-facets.h"
#include "machi-tally.h"

G_BEGIN_DECLS

#define MACHI_TYPE_ENTRY_FILTER (machi_entry_filter_get_type ())

G_DECLARE_FINAL_TYPE (MachiEntryFilter, machi_entry_filter, MACHI, ENTRY_FILTER, GObject)

MachiEntryFilter  *machi_entry_filter_new        (void);

const char *const *machi_entry_filter_get_values (MachiEntryFilter  *self,
                                                  MachiFacet         facet);
void               machi_entry_filter_set_values (MachiEntryFilter  *self,
                                                  MachiFacet         facet,
                                                  const char *const *values);
gboolean           machi_entry_filter_has_value  (MachiEntryFilter  *self,
                                                  MachiFacet         facet,
                                                  const char        *value);
void               machi_entry_filter_set_value  (MachiEntryFilter  *self,
                                                  MachiFacet         facet,
                                                  const char        *value,
                                                  gboolean           wanted);
void               machi_entry_filter_get_years  (MachiEntryFilter  *self,
                                                  int               *from,
                                                  int               *to);
void               machi_entry_filter_set_years  (MachiEntryFilter  *self,
                                                  int                from,
                                                  int                to);
gboolean           machi_entry_filter_is_empty   (MachiEntryFilter  *self);
void               machi_entry_filter_clear      (MachiEntryFilter  *self);

gboolean           machi_entry_filter_matches    (MachiEntryFilter  *self,
                                                  gpointer           item);
guint              machi_entry_filter_get_misses (MachiEntryFilter  *self,
                                                  gpointer           item);
void               machi_entry_filter_tally_item (MachiEntryFilter  *self,
                                                  gpointer           item,
                                                  MachiFacet         facet,
                                                  MachiTally        *tally);

void               machi_entry_filter_set_query  (MachiEntryFilter  *self,
                                                  const char        *query);
char              *machi_entry_filter_to_query   (MachiEntryFilter  *self);

G_END_DECLS
