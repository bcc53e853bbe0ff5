/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"

G_BEGIN_DECLS

/**
 * MachiCatalog:
 *
 * All that a pack holds, linked. It is complete when it has been loaded and not changed after, so that it may be read by any
 * thread.
 */
struct _MachiCatalog
{
  GObject parent_instance;

  MachiPack *pack;
  char *id;
  MachiName *title;
  char *version;
  GListStore *entries[MACHI_N_KINDS];
  GHashTable *by_id[MACHI_N_KINDS];
  GHashTable *sources;
  GListStore *problems;
};

G_END_DECLS
