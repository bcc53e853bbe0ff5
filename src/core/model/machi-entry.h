/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-kind.h"
#include "machi-name.h"
#include "machi-relation.h"
#include "machi-series.h"
#include "machi-statement.h"

G_BEGIN_DECLS

#define MACHI_TYPE_ENTRY (machi_entry_get_type ())

G_DECLARE_FINAL_TYPE (MachiEntry, machi_entry, MACHI, ENTRY, GObject)

MachiEntry        *machi_entry_new               (MachiKind         kind,
                                                  const char       *id,
                                                  MachiName        *name);

MachiKind          machi_entry_get_kind          (MachiEntry       *self);
const char        *machi_entry_get_id            (MachiEntry       *self);
char              *machi_entry_dup_address       (MachiEntry       *self);
MachiName         *machi_entry_get_names         (MachiEntry       *self);
const char        *machi_entry_get_name          (MachiEntry       *self);
const char        *machi_entry_get_short_name    (MachiEntry       *self);
const char *const *machi_entry_get_aliases       (MachiEntry       *self);
const char        *machi_entry_get_entry_type    (MachiEntry       *self);
const char        *machi_entry_get_summary       (MachiEntry       *self);
const char *const *machi_entry_get_countries     (MachiEntry       *self);
const char        *machi_entry_get_country       (MachiEntry       *self);
const char        *machi_entry_get_region        (MachiEntry       *self);
gboolean           machi_entry_get_coordinates   (MachiEntry       *self,
                                                  double           *latitude,
                                                  double           *longitude);
const char        *machi_entry_get_display_name  (MachiEntry       *self,
                                                  const char      **language);
const char        *machi_entry_get_display_summary (MachiEntry     *self,
                                                  const char      **language);
const char        *machi_entry_get_display_type  (MachiEntry       *self,
                                                  const char      **language);
const char        *machi_entry_get_display_region (MachiEntry      *self,
                                                  const char      **language);
void               machi_entry_get_period        (MachiEntry       *self,
                                                  int              *from,
                                                  int              *to);
const char        *machi_entry_get_website       (MachiEntry       *self);
const char        *machi_entry_get_file          (MachiEntry       *self);
GListModel        *machi_entry_get_topics        (MachiEntry       *self);
GListModel        *machi_entry_get_facts         (MachiEntry       *self);
GListModel        *machi_entry_get_statements    (MachiEntry       *self);
GListModel        *machi_entry_get_milestones    (MachiEntry       *self);
GListModel        *machi_entry_get_agreements    (MachiEntry       *self);
GListModel        *machi_entry_get_series        (MachiEntry       *self);
GListModel        *machi_entry_get_relations     (MachiEntry       *self);
GPtrArray         *machi_entry_get_sources       (MachiEntry       *self);
gboolean           machi_entry_is_unverified     (MachiEntry       *self,
                                                  const char       *field);
guint              machi_entry_count_relations   (MachiEntry       *self,
                                                  MachiRole         role);
gboolean           machi_entry_has_relation      (MachiEntry       *self,
                                                  MachiRole         role,
                                                  MachiEntry       *target);

/* For those who read a pack; an entry does not change after. */
typedef enum {
  MACHI_LIST_TOPICS,
  MACHI_LIST_FACTS,
  MACHI_LIST_STATEMENTS,
  MACHI_LIST_MILESTONES,
  MACHI_LIST_AGREEMENTS,
  MACHI_LIST_SERIES,
  MACHI_LIST_RELATIONS,
} MachiEntryList;

#define MACHI_N_LISTS (MACHI_LIST_RELATIONS + 1)

typedef enum {
  MACHI_TEXT_SHORT,
  MACHI_TEXT_TYPE,
  MACHI_TEXT_SUMMARY,
  MACHI_TEXT_REGION,
  MACHI_TEXT_WEBSITE,
  MACHI_TEXT_FILE,
} MachiEntryText;

#define MACHI_N_TEXTS (MACHI_TEXT_FILE + 1)

void               machi_entry_set_context       (MachiEntry       *self,
                                                  const char       *context);
const char        *machi_entry_get_context       (MachiEntry       *self);
void               machi_entry_set_text          (MachiEntry       *self,
                                                  MachiEntryText    text,
                                                  const char       *value);
void               machi_entry_set_coordinates   (MachiEntry       *self,
                                                  double            latitude,
                                                  double            longitude);
void               machi_entry_set_period        (MachiEntry       *self,
                                                  int               from,
                                                  int               to);
void               machi_entry_take_countries    (MachiEntry       *self,
                                                  GStrv             countries);
void               machi_entry_take_aliases      (MachiEntry       *self,
                                                  GStrv             aliases);
void               machi_entry_set_sources       (MachiEntry       *self,
                                                  GPtrArray        *sources);
void               machi_entry_take_unverified   (MachiEntry       *self,
                                                  GStrv             fields);
void               machi_entry_append            (MachiEntry       *self,
                                                  MachiEntryList    list,
                                                  gpointer          item);

G_END_DECLS
