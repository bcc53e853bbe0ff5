/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry.h"

G_BEGIN_DECLS

/**
 * MachiRegisterColumn:
 *
 * What the register tells of each project.
 */
typedef enum {
  MACHI_REGISTER_YEAR,
  MACHI_REGISTER_TITLE,
  MACHI_REGISTER_SUPPORTING,
  MACHI_REGISTER_PARTNER,
  MACHI_REGISTER_COUNTRY,
  MACHI_REGISTER_TOPICS,
  MACHI_REGISTER_PROGRAMME,
  MACHI_REGISTER_REDUCTION,
} MachiRegisterColumn;

#define MACHI_N_REGISTER_COLUMNS (MACHI_REGISTER_REDUCTION + 1)

const char *machi_register_column_get_id      (MachiRegisterColumn  column);
const char *machi_register_column_get_label   (MachiRegisterColumn  column);
gboolean    machi_register_column_is_number   (MachiRegisterColumn  column);
char       *machi_register_column_dup_text    (MachiRegisterColumn  column,
                                               MachiEntry          *project);
gboolean    machi_register_column_get_number  (MachiRegisterColumn  column,
                                               MachiEntry          *project,
                                               double              *number);
GArray     *machi_project_get_years           (MachiEntry          *project);
MachiStatement *machi_project_get_reduction   (MachiEntry          *project);

G_END_DECLS
