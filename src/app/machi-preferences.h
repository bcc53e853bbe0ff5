/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MACHI_TYPE_PREFERENCES (machi_preferences_get_type ())

G_DECLARE_FINAL_TYPE (MachiPreferences, machi_preferences, MACHI, PREFERENCES, AdwPreferencesDialog)

GtkWidget *machi_preferences_new (void);
void machi_preferences_apply_color (GSettings *settings);

G_END_DECLS
