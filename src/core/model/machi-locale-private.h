/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-locale.h"

#include <unicode/utypes.h>

G_BEGIN_DECLS

const char *machi_locale_get_icu_name (void);

static inline char *
machi_locale_from_uchars (const UChar *text, glong length)
{
  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

G_END_DECLS
