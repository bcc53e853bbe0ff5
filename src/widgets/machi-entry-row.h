/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-entry.h"

G_BEGIN_DECLS

#define MACHI_TYPE_ENTRY_ROW (machi_entry_row_get_type ())

G_DECLARE_FINAL_TYPE (MachiEntryRow, machi_entry_row, MACHI, ENTRY_ROW, AdwBin)

GtkWidget *machi_entry_row_new       (MachiEntry    *entry,
                                      gboolean       compact);
void       machi_entry_row_set_entry (MachiEntryRow *self,
                                      MachiEntry    *entry);
char      *machi_entry_dup_caption   (MachiEntry    *entry);
char      *machi_entry_row_dup_spoken (const char   *name,
                                       const char   *caption);

G_END_DECLS
