/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-text.h"

G_BEGIN_DECLS

/* Takes both. */
MachiText *machi_text_new_take (char   *plain,
                                GArray *runs);

G_END_DECLS
