/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry-filter.h"

G_BEGIN_DECLS

/**
 * MachiRegisterResult:
 * @places: (element-type guint32): the places of the projects that match, in order
 * @totals: for each facet, how many of these have each of its values
 * @choices: the same of those that match by all but that facet
 *
 * What a filter and a text leave of the register.
 */
typedef struct
{
  GArray *places;
  MachiTally *totals[MACHI_N_FACETS];
  MachiTally *choices[MACHI_N_FACETS];
} MachiRegisterResult;

typedef struct _MachiRegisterScan MachiRegisterScan;

MachiRegisterResult *machi_register_result_new  (void);
void                 machi_register_result_free (MachiRegisterResult *self);

MachiRegisterScan   *machi_register_scan_new    (GPtrArray           *projects);
void                 machi_register_scan_free   (MachiRegisterScan   *self);
void                 machi_register_scan_begin  (MachiRegisterScan   *self,
                                                 const char          *needle);
gboolean             machi_register_scan_step   (MachiRegisterScan   *self,
                                                 GArray              *order,
                                                 MachiEntryFilter    *filter);
MachiRegisterResult *machi_register_scan_end    (MachiRegisterScan   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiRegisterResult, machi_register_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiRegisterScan, machi_register_scan_free)

G_END_DECLS
