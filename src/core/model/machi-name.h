/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MACHI_TYPE_NAME (machi_name_get_type ())

typedef struct _MachiName MachiName;

GType       machi_name_get_type (void) G_GNUC_CONST;

MachiName  *machi_name_new      (void);
MachiName  *machi_name_ref      (MachiName        *self);
void        machi_name_unref    (MachiName        *self);
void        machi_name_add      (MachiName        *self,
                                 const char       *language,
                                 const char       *text);
guint       machi_name_get_size (const MachiName  *self);
const char *machi_name_get_nth  (const MachiName  *self,
                                 guint             index,
                                 const char      **language);
const char *machi_name_get      (const MachiName  *self,
                                 const char       *language);
const char *machi_name_get_best (const MachiName  *self,
                                 const char      **language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MachiName, machi_name_unref)

G_END_DECLS
