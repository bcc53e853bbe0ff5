/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The setting with the size of a report's text. */
#define MACHI_KEY_TEXT_SCALE "text-scale"

const int *machi_report_zoom_get_steps (guint *n_steps);
guint machi_report_zoom_get (GSettings *settings);
void machi_report_zoom_set (GSettings *settings, guint step);
gboolean machi_report_zoom_move (GSettings *settings, int by);

G_END_DECLS
