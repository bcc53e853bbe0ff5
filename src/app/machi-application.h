/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"

G_BEGIN_DECLS

#define MACHI_TYPE_APPLICATION (machi_application_get_type ())

G_DECLARE_FINAL_TYPE (MachiApplication, machi_application, MACHI, APPLICATION, AdwApplication)

MachiApplication *machi_application_new (void);
gboolean machi_application_get_restarts (MachiApplication *self);
char *machi_application_dup_catalog_argument (MachiApplication *self);

G_END_DECLS
