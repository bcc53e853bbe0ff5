/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words a pack may use to say what a statement is about, in the order in which a page shows them. */

gboolean    machi_property_exists    (const char *property);
guint       machi_property_get_rank  (const char *property);
const char *machi_property_get_label (const char *property);

const char *const *machi_theme_list  (void);
gboolean    machi_theme_exists       (const char *theme);
guint       machi_theme_get_rank     (const char *theme);
const char *machi_theme_get_label    (const char *theme);

gboolean    machi_agreement_exists    (const char *type);
const char *machi_agreement_get_label (const char *type);

G_END_DECLS
