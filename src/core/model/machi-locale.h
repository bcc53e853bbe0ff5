/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the translation of a unit: where its number stands. */
#define MACHI_UNIT_NUMBER "{}"

const char *const *machi_locale_get_languages     (void);
gboolean           machi_locale_country_exists    (const char *code);
const char        *machi_locale_get_country_name  (const char *code);
const char        *machi_locale_get_language_name (const char *tag);
const char *const *machi_locale_get_interface_languages (void);
char              *machi_locale_dup_own_name      (const char *language);
char              *machi_locale_dup_likely_locale (const char *language);
int                machi_locale_collate           (const char *a,
                                                   const char *b);
char              *machi_locale_dup_collation_key (const char *text);
const char        *machi_locale_get_list_separator (void);
char              *machi_locale_format_number     (double      value);
char              *machi_locale_format_count      (const char *format,
                                                   guint       n);
char              *machi_locale_format_quantity   (const char *number,
                                                   const char *unit);
char              *machi_locale_format_year       (int         year);
char              *machi_locale_format_parts      (const char *pattern,
                                                   int         year,
                                                   int         month,
                                                   int         day);
char              *machi_locale_format_date       (const char *date);
char              *machi_locale_format_years      (int         from,
                                                   int         to);
char              *machi_locale_format_year_filter (int        from,
                                                    int        to);

gboolean           machi_date_parse               (const char *date,
                                                   int        *year,
                                                   int        *month,
                                                   int        *day);
int                machi_date_get_year            (const char *date);

G_END_DECLS
