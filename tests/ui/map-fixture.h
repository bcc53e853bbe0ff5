/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-application.h"
#include "machi-map-page.h"
#include "machi-place-marker.h"

G_BEGIN_DECLS

/* The test sets it. */
extern MachiApplication *map_fixture_application;

typedef void (*MapFixtureFunc) (MachiPlaceMarker *marker, gpointer data);

MachiCatalog *map_fixture_get_catalog    (void);
GtkWidget    *map_fixture_find           (GType           type);
MachiMapPage *map_fixture_open           (const char     *address);
GHashTable   *map_fixture_query_members  (MachiEntry     *network);
void          map_fixture_assert_lists   (MachiMapPage   *page,
                                          GHashTable     *expected);
void          map_fixture_foreach_marker (GtkWidget      *root,
                                          MapFixtureFunc  func,
                                          gpointer        data);
guint         map_fixture_count_cities   (void);

G_END_DECLS
