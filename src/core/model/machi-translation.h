/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The gettext domain of the built-in pack's prose: po/catalog/. */
#define MACHI_CATALOG_DOMAIN "machi-catalog"

/* The contexts of words that entries share; prose has the address of its entry as context, without scheme. */
#define MACHI_CONTEXT_TYPE "type"
#define MACHI_CONTEXT_UNIT "unit"
#define MACHI_CONTEXT_REGION "region"

void        machi_translation_bind         (void);
const char *machi_translation_get_language (void);
const char *machi_translation_get          (const char  *context,
                                            const char  *text,
                                            const char **language);

G_END_DECLS
