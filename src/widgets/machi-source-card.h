/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-citations.h"

G_BEGIN_DECLS

#define MACHI_TYPE_SOURCE_CARD (machi_source_card_get_type ())

G_DECLARE_FINAL_TYPE (MachiSourceCard, machi_source_card, MACHI, SOURCE_CARD, AdwBin)

GtkWidget *machi_source_card_new (MachiCitation *citation);

G_END_DECLS
