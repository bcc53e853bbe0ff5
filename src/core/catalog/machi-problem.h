/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MACHI_TYPE_PROBLEM (machi_problem_get_type ())

G_DECLARE_FINAL_TYPE (MachiProblem, machi_problem, MACHI, PROBLEM, GObject)

MachiProblem *machi_problem_new         (const char   *file,
                                         guint         line,
                                         const char   *message);
MachiProblem *machi_problem_new_printf  (const char   *file,
                                         guint         line,
                                         const char   *format,
                                         ...) G_GNUC_PRINTF (3, 4);
const char   *machi_problem_get_file    (MachiProblem *self);
guint         machi_problem_get_line    (MachiProblem *self);
const char   *machi_problem_get_message (MachiProblem *self);
char         *machi_problem_to_string   (MachiProblem *self);

G_END_DECLS
