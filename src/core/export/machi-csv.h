/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MachiCsvFlags:
 * @MACHI_CSV_BOM: begins with a byte order mark, without which Excel takes UTF-8 for something else
 *
 * How a table is written.
 */
typedef enum {
  MACHI_CSV_PLAIN = 0,
  MACHI_CSV_BOM = 1 << 0,
} MachiCsvFlags;

typedef struct _MachiCsv MachiCsv;

MachiCsv *machi_csv_new         (MachiCsvFlags        flags);
void      machi_csv_free        (MachiCsv            *self);
void      machi_csv_add_text    (MachiCsv            *self,
                                 const char          *text);
void      machi_csv_add_number  (MachiCsv            *self,
                                 double               number);
void      machi_csv_end_row     (MachiCsv            *self);
GBytes   *machi_csv_to_bytes    (MachiCsv            *self);

void      machi_csv_save_async  (GBytes              *bytes,
                                 GFile               *file,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
gboolean  machi_csv_save_finish (GAsyncResult        *result,
                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiCsv, machi_csv_free)

G_END_DECLS
