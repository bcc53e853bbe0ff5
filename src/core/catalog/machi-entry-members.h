/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-kind.h"

G_BEGIN_DECLS

const char *const *machi_entry_members_get (MachiKind kind);

G_END_DECLS
