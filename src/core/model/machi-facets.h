/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-event.h"
#include "machi-tally.h"

G_BEGIN_DECLS

/**
 * MachiFacet:
 * @MACHI_FACET_KIND: what it is: the ID of a #MachiKind or of a #MachiEventKind
 * @MACHI_FACET_COUNTRY: an ISO 3166-1 code
 * @MACHI_FACET_TOPIC: the ID of a topic
 * @MACHI_FACET_PROGRAMME: the ID of a programme
 * @MACHI_FACET_YEARS: when it was
 *
 * A side from which everything in the catalogue can be filtered and counted.
 */
typedef enum {
  MACHI_FACET_KIND,
  MACHI_FACET_COUNTRY,
  MACHI_FACET_TOPIC,
  MACHI_FACET_PROGRAMME,
  MACHI_FACET_YEARS,
} MachiFacet;

#define MACHI_N_FACETS (MACHI_FACET_YEARS + 1)
/* Those whose values can be listed; years are a range. */
#define MACHI_N_LISTED_FACETS MACHI_FACET_YEARS

/**
 * MachiFacets:
 * @values: (array): for each facet but the years, the values of an entry: interned strings, %NULL-terminated
 * @from: the first year, 0 where it is not known
 * @to: the last year, 0 where it goes on
 * @dated: whether anything is known of when it was
 * @timeless: whether it is a thing that years say nothing of, such as a city or a term
 *
 * What an entry is filtered and counted by.
 */
typedef struct
{
  const char *const *values[MACHI_N_LISTED_FACETS];
  int from;
  int to;
  gboolean dated;
  gboolean timeless;
} MachiFacets;

const MachiFacets *machi_facets_get      (MachiEntry *entry);
const char *const *machi_facet_get_values (gpointer   item,
                                          MachiFacet  facet);
gboolean           machi_facet_get_years (gpointer    item,
                                          int        *from,
                                          int        *to);
const char        *machi_facet_get_key   (MachiFacet  facet);
void               machi_facet_tally_years (gpointer  item,
                                            MachiTally *tally);

G_END_DECLS
