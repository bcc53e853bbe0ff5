/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-heap.h"

#include <glib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* What glibc may keep of freed memory at the end of a heap. */
#define KEPT_WHILE_FREEING (64 * 1024)
#define KEPT_USUALLY (16 * 1024 * 1024)

static void
set_kept_memory (int size)
{
#ifdef __GLIBC__
  mallopt (M_TRIM_THRESHOLD, size);
#endif
}

static gboolean
give_memory_back_cb (gpointer data G_GNUC_UNUSED)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  set_kept_memory (KEPT_USUALLY);

  return G_SOURCE_REMOVE;
}

/**
 * machi_heap_begin_release:
 *
 * To be called before much is freed that was allocated by threads, such as the tiles of the map. glibc keeps what is
 * freed at the end of a thread's heap, up to a threshold that it raises by itself; for a second it is low, and then as
 * high as it would be.
 */
void
machi_heap_begin_release (void)
{
  set_kept_memory (KEPT_WHILE_FREEING);
  /* Tiles that are being drawn now are thrown away when they are done, those of the last frame with the next. */
  g_timeout_add_seconds (1, give_memory_back_cb, NULL);
}
