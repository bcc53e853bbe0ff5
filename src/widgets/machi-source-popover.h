/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-citations.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SOURCE_POPOVER (machi_source_popover_get_type ())

G_DECLARE_FINAL_TYPE (MachiSourcePopover, machi_source_popover, MACHI, SOURCE_POPOVER, GtkPopover)

GtkWidget *machi_source_popover_new (GPtrArray *citations);

G_END_DECLS
