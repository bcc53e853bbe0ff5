/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-search-engine.h"

G_BEGIN_DECLS

/* What tests of the search share: catalogues to search, and answers as text. */

MachiCatalog      *search_fixture_load_built_in (void);
char              *search_fixture_make_folder   (void);
void               search_fixture_remove_folder (char              *folder);
MachiCatalog      *search_fixture_make_catalog  (const char        *folder,
                                                 const char *const *texts);
MachiSearchEngine *search_fixture_make_engine   (MachiCatalog      *catalog,
                                                 const char        *path,
                                                 MachiIndexOrigin  *origin);
MachiSearchAnswer *search_fixture_find          (MachiSearchEngine *engine,
                                                 const char        *text);
char              *search_fixture_describe      (MachiSearchEngine *engine,
                                                 MachiSearchAnswer *answer,
                                                 guint              max);
guint              search_fixture_count         (MachiSearchEngine *engine,
                                                 const char        *text);

G_END_DECLS
