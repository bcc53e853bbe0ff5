/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "machi-register.h"

G_BEGIN_DECLS

GBytes *machi_register_write_csv   (MachiRegister             *self,
                                    const MachiRegisterColumn *columns,
                                    guint                      n_columns,
                                    gboolean                   bom);
void    machi_register_export_save (GtkWidget                 *widget,
                                    GBytes                    *bytes);

G_END_DECLS
