/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-catalog.h"
#include "machi-list.h"

G_BEGIN_DECLS

/**
 * MachiCatalog:
 *
 * All that a pack holds, linked. It is complete when it has been loaded and not changed after, not even by reading, so that it
 * may be read by any thread: lists are #MachiList, and what is only known by asking, such as the facets of an entry, is kept in
 * a way that threads may share.
 */
struct _MachiCatalog
{
  GObject parent_instance;

  MachiPack *pack;
  char *id;
  MachiName *title;
  char *version;
  MachiList *entries[MACHI_N_KINDS];
  GHashTable *by_id[MACHI_N_KINDS];
  GHashTable *sources;
  GListStore *problems;
  MachiList *all_problems;
};

G_END_DECLS
