/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-entry.h"

G_BEGIN_DECLS

#define MACHI_TYPE_ENTRY_PAGE (machi_entry_page_get_type ())

G_DECLARE_FINAL_TYPE (MachiEntryPage, machi_entry_page, MACHI, ENTRY_PAGE, AdwBin)

GtkWidget *machi_entry_page_new       (void);
void       machi_entry_page_set_entry (MachiEntryPage *self,
                                       MachiEntry     *entry);

G_END_DECLS
