/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-address.h"
#include "machi-entry.h"
#include "machi-pack.h"
#include "machi-report-document.h"

G_BEGIN_DECLS

#define MACHI_TYPE_CATALOG (machi_catalog_get_type ())

G_DECLARE_FINAL_TYPE (MachiCatalog, machi_catalog, MACHI, CATALOG, GObject)

#define MACHI_CATALOG_BUILT_IN "resource:///org/machi/Machi/catalog/"

MachiCatalog        *machi_catalog_load           (GFile                *root,
                                                   GCancellable         *cancellable,
                                                   GError              **error);
void                 machi_catalog_load_async     (GFile                *root,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
MachiCatalog        *machi_catalog_load_finish    (GAsyncResult         *result,
                                                   GError              **error);

const char          *machi_catalog_get_id         (MachiCatalog         *self);
const char          *machi_catalog_get_title      (MachiCatalog         *self);
const char          *machi_catalog_get_version    (MachiCatalog         *self);
GListModel          *machi_catalog_get_entries    (MachiCatalog         *self,
                                                   MachiKind             kind);
GBytes       *machi_catalog_load_file    (MachiCatalog         *self,
                                          const char           *name,
                                          GCancellable         *cancellable,
                                          GError              **error);
GListModel          *machi_catalog_get_problems   (MachiCatalog         *self);
guint                machi_catalog_get_n_sources  (MachiCatalog         *self);
MachiEntry          *machi_catalog_lookup         (MachiCatalog         *self,
                                                   MachiKind             kind,
                                                   const char           *id);
MachiSource         *machi_catalog_lookup_source  (MachiCatalog         *self,
                                                   const char           *id);
MachiReportDocument *machi_catalog_read_report    (MachiCatalog         *self,
                                                   MachiEntry           *report,
                                                   GListStore           *problems,
                                                   GError              **error);
MachiReportDocument *machi_catalog_read_report_in (MachiCatalog         *self,
                                                   MachiEntry           *report,
                                                   const char           *language,
                                                   GListStore           *problems,
                                                   GError              **error);
GStrv                machi_catalog_list_report_languages (MachiCatalog  *self,
                                                          MachiEntry    *report);

G_END_DECLS
