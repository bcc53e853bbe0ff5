/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-application.h"
#include "machi-window.h"

G_BEGIN_DECLS

#define MACHI_TEST_PATIENCE_MS 20000

/* Runs the main loop until something holds, and fails where that takes too long. */
#define machi_test_wait_until(condition)                                                                               \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gint64 deadline = g_get_monotonic_time () + MACHI_TEST_PATIENCE_MS * 1000;                                         \
    while (!(condition))                                                                                               \
      {                                                                                                                \
        if (g_get_monotonic_time () > deadline)                                                                        \
          g_error ("%s: waited in vain for %s", G_STRLOC, #condition);                                                 \
        if (!g_main_context_iteration (NULL, FALSE))                                                                   \
          g_usleep (500);                                                                                              \
      }                                                                                                                \
  }                                                                                                                    \
  G_STMT_END

void              machi_test_pardon_frames (void);
MachiApplication *machi_test_start      (void);
MachiWindow      *machi_test_get_window (MachiApplication *application);
void              machi_test_settle     (void);
GtkWidget        *machi_test_find       (GtkWidget        *root,
                                         GType             type,
                                         const char       *label);
GtkWidget        *machi_test_find_unshown (GtkWidget      *root,
                                           GType           type);
void              machi_test_stop       (MachiApplication *application);

G_END_DECLS
