/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests of what announces something: GTK's own function calls a null pointer in tests (see test-plot.c). */
#include "config.h"

#include <gtk/gtk.h>

void
gtk_accessible_announce (GtkAccessible *self G_GNUC_UNUSED,
                         const char *message G_GNUC_UNUSED,
                         GtkAccessibleAnnouncementPriority priority G_GNUC_UNUSED)
{
}
