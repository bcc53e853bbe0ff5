/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "machi-problem.h"

G_BEGIN_DECLS

#define MACHI_TYPE_PROBLEMS_PAGE (machi_problems_page_get_type ())

G_DECLARE_FINAL_TYPE (MachiProblemsPage, machi_problems_page, MACHI, PROBLEMS_PAGE, AdwBin)

GtkWidget *machi_problems_page_new       (void);
void       machi_problems_page_set_model (MachiProblemsPage *self,
                                          GListModel        *problems);

G_END_DECLS
