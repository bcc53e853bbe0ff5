/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* SQLite as the text index uses it: every failure is a GError, a damaged file G_IO_ERROR_INVALID_DATA. */

sqlite3      *machi_search_database_open_file   (const char    *path,
                                                 GError       **error);
sqlite3      *machi_search_database_create      (const char    *path,
                                                 GError       **error);
gboolean      machi_search_database_exec        (sqlite3       *database,
                                                 const char    *sql,
                                                 GError       **error);
sqlite3_stmt *machi_search_database_prepare     (sqlite3       *database,
                                                 const char    *sql,
                                                 GError       **error);
gboolean      machi_search_database_step        (sqlite3_stmt  *statement,
                                                 gboolean      *row,
                                                 GError       **error);
gboolean      machi_search_database_set_meta    (sqlite3       *database,
                                                 const char    *key,
                                                 gconstpointer  data,
                                                 gsize          size,
                                                 GError       **error);
GBytes       *machi_search_database_get_meta    (sqlite3       *database,
                                                 const char    *key,
                                                 GError       **error);

gboolean      machi_search_database_seal        (const char    *path,
                                                 GError       **error);
gboolean      machi_search_database_is_sealed   (const char    *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
