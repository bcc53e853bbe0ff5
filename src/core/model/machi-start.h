/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The setting with the language of the interface: one of machi_locale_get_interface_languages(), or empty to follow the
 * system. */
#define MACHI_KEY_LANGUAGE "language"

void machi_start (void);

G_END_DECLS
