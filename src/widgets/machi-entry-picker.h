/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-entry.h"

G_BEGIN_DECLS

#define MACHI_TYPE_ENTRY_PICKER (machi_entry_picker_get_type ())

G_DECLARE_FINAL_TYPE (MachiEntryPicker, machi_entry_picker, MACHI, ENTRY_PICKER, AdwBin)

GtkWidget *machi_entry_picker_new       (void);
void       machi_entry_picker_set_model (MachiEntryPicker *self,
                                         GListModel       *entries);
void       machi_entry_picker_pick      (MachiEntryPicker *self,
                                         MachiEntry       *entry);

G_END_DECLS
