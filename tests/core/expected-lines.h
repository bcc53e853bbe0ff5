/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GStrv read_lines          (const char *folder,
                           const char *name);
void  assert_lines        (GListModel *problems,
                           const char *const *expected);
void  add_tests_of_folder (const char *name,
                           void      (*test) (gconstpointer folder));

G_END_DECLS
