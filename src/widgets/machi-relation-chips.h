/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-entry.h"

G_BEGIN_DECLS

void machi_relation_chips_show (GtkBox          *box,
                                MachiEntry      *entry,
                                const MachiRole *roles,
                                guint            n_roles);

G_END_DECLS
