/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-catalog.h"

G_BEGIN_DECLS

#define MACHI_TYPE_CONTENT (machi_content_get_type ())

G_DECLARE_FINAL_TYPE (MachiContent, machi_content, MACHI, CONTENT, AdwBin)

gboolean  machi_content_can_show     (MachiCatalog *catalog,
                                      MachiAddress *address);
void      machi_content_show         (MachiContent *self,
                                      MachiCatalog *catalog,
                                      MachiAddress *address);
void      machi_content_show_failure (MachiContent *self,
                                      const char   *name,
                                      const char   *message);
char     *machi_content_dup_title    (MachiContent *self);
double    machi_content_get_position (MachiContent *self);
void      machi_content_set_position (MachiContent *self,
                                      double        position);
void          machi_content_unmark       (MachiContent          *self);
gboolean      machi_content_takes_typing (MachiContent          *self);
void          machi_content_forward_key  (MachiContent          *self,
                                          GtkEventControllerKey *controller);

G_END_DECLS
