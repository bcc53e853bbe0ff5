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

/* From which size on a block is no part of a heap; usually what glibc itself would come to. */
#define SEPARATE_AT_FIRST (128 * 1024)
#define SEPARATE_USUALLY (8 * 1024 * 1024)
#define FIRST_SECONDS 3

static void
set_kept_memory (int size)
{
#ifdef __GLIBC__
  mallopt (M_TRIM_THRESHOLD, size);
#endif
}

static void
set_separate_size (int size)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, size);
#endif
}

static gboolean
end_first_cb (gpointer data G_GNUC_UNUSED)
{
  set_separate_size (SEPARATE_USUALLY);

  return G_SOURCE_REMOVE;
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
 * machi_heap_begin_use:
 *
 * To be called before many large blocks are allocated that will all be freed again, such as the pictures of the map's
 * tiles. What else is allocated in the next few seconds often lasts, such as fonts and styles: so that it does not come
 * to stand between those blocks, where it would keep their memory from going back, they have pages of their own
 * meanwhile. Not for longer, for it makes the pictures that each frame needs dearer.
 */
void
machi_heap_begin_use (void)
{
  set_separate_size (SEPARATE_AT_FIRST);
  g_timeout_add_seconds (FIRST_SECONDS, end_first_cb, NULL);
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
