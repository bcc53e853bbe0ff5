/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-entry.h"

G_BEGIN_DECLS

#define MACHI_TYPE_CITY_LIST (machi_city_list_get_type ())

G_DECLARE_FINAL_TYPE (MachiCityList, machi_city_list, MACHI, CITY_LIST, AdwBin)

GtkWidget         *machi_city_list_new          (void);
void               machi_city_list_set_cities   (MachiCityList *self,
                                                 GPtrArray     *cities);
void               machi_city_list_select       (MachiCityList *self,
                                                 MachiEntry    *city);
GListModel        *machi_city_list_get_model    (MachiCityList *self);
GtkScrolledWindow *machi_city_list_get_scroller (MachiCityList *self);
gboolean           machi_city_list_is_filtered  (MachiCityList *self);
void               machi_city_list_grab_list    (MachiCityList *self);

G_END_DECLS
