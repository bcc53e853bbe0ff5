/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-entry.h"
#include "machi-geo.h"

G_BEGIN_DECLS

/**
 * MachiLink:
 * @first: a city
 * @second: another; the places of both are known
 * @cooperation: what they do together
 * @n_projects: how many projects of theirs are known
 *
 * That two cities work together: a line on the map.
 */
typedef struct
{
  MachiEntry *first;
  MachiEntry *second;
  MachiEntry *cooperation;
  guint n_projects;
} MachiLink;

void          machi_link_free           (MachiLink     *self);
gboolean      machi_link_has            (const MachiLink *self,
                                         MachiEntry    *city);
GPtrArray    *machi_links_new           (GListModel    *cooperations);

GPtrArray    *machi_entry_collect_targets   (MachiEntry    *entry,
                                         MachiRole      role);
GPtrArray    *machi_city_collect_partners   (MachiEntry    *city);
GPtrArray    *machi_entry_collect_places    (MachiEntry    *entry);
GPtrArray    *machi_entry_collect_links     (MachiEntry    *entry);
MachiGeoPoint machi_entry_get_point     (MachiEntry    *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiLink, machi_link_free)

G_END_DECLS
