/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-property.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *label;
} Word;

/* Translators: the following are the names of key facts, shown in front of a value */
static const Word facts[] = {
  { "role", N_ ("Role") },
  { "founded", N_ ("Founded") },
  { "founders", N_ ("Founders") },
  { "status", N_ ("Status") },
  { "secretariat", N_ ("Secretariat") },
  { "office", N_ ("Office") },
  { "seat", N_ ("Seat") },
  { "operator", N_ ("Operator") },
  { "since", N_ ("Since") },
  { "eligibility", N_ ("Who can take part") },
  { "scope", N_ ("Scope") },
  { "members", N_ ("Members") },
  { "countries", N_ ("Countries") },
  { "population", N_ ("Population") },
  { "area", N_ ("Area") },
  { "years", N_ ("Fiscal years") },
  { "scheme", N_ ("Scheme") },
  /* Translators: greenhouse gases not emitted thanks to a project */
  { "reduction", N_ ("Expected reduction") },
  { "authors", N_ ("Authors") },
  { "publisher", N_ ("Publisher") },
  { "published", N_ ("Published") },
  { "language", N_ ("Language") },
  { "pages", N_ ("Pages") },
  { "isbn", N_ ("ISBN") },
  { "doi", N_ ("DOI") },
};

/* Translators: the following are headings of an entry's sections */
static const Word themes[] = {
  { "background", N_ ("Background") },
  { "purpose", N_ ("Purpose") },
  { "activities", N_ ("Activities") },
  { "measures", N_ ("What was done") },
  { "results", N_ ("Results") },
  { "success", N_ ("What made it work") },
  { "limits", N_ ("Limits") },
  { "lessons", N_ ("Lessons for other cities") },
  { "targets", N_ ("Targets") },
  { "emissions", N_ ("Emissions") },
  { "designations", N_ ("Designations") },
  { "actors", N_ ("Who took part") },
  { "funding", N_ ("Funding") },
  { "governance", N_ ("Governance") },
  { "members", N_ ("Membership") },
  { "status", N_ ("Status") },
  { "notes", N_ ("Notes") },
  { "disagreement", N_ ("Where sources disagree") },
};

/* Translators: the following are kinds of agreements between cities */
static const Word agreements[] = {
  { "sister-city", N_ ("Sister city") },
  { "friendship-city", N_ ("Friendship city") },
  { "memorandum", N_ ("Memorandum") },
  { "letter-of-intent", N_ ("Letter of intent") },
  { "business-partner", N_ ("Business partner city") },
  { "other", N_ ("Agreement") },
};

static const Word *
find (const Word *words, guint n_words, const char *id)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].id, id) == 0)
      return &words[i];

  return NULL;
}

#define FIND(words, id) find (words, G_N_ELEMENTS (words), id)
#define RANK(words, id) (FIND (words, id) != NULL ? (guint) (FIND (words, id) - words) : (guint) G_N_ELEMENTS (words))

/**
 * machi_property_exists:
 * @property: (nullable): a word
 *
 * Returns: whether a fact may have @property
 */
gboolean
machi_property_exists (const char *property)
{
  return FIND (facts, property) != NULL;
}

/**
 * machi_property_get_rank:
 * @property: (nullable): the property of a fact
 *
 * Returns: its place among key facts
 */
guint
machi_property_get_rank (const char *property)
{
  return RANK (facts, property);
}

/**
 * machi_property_get_label:
 * @property: (nullable): the property of a fact
 *
 * Returns: its name for a reader, translated
 */
const char *
machi_property_get_label (const char *property)
{
  const Word *word = FIND (facts, property);

  return word != NULL ? _ (word->label) : property;
}

/**
 * machi_theme_list:
 *
 * Returns: (transfer none): all themes in the order of a page, %NULL-terminated; a theme's index is its rank
 */
const char *const *
machi_theme_list (void)
{
  static const char *ids[G_N_ELEMENTS (themes) + 1];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
        ids[i] = themes[i].id;
      g_once_init_leave (&once, 1);
    }

  return ids;
}

/**
 * machi_theme_exists:
 * @theme: (nullable): a word
 *
 * Returns: whether a statement may have @theme
 */
gboolean
machi_theme_exists (const char *theme)
{
  return FIND (themes, theme) != NULL;
}

/**
 * machi_theme_get_rank:
 * @theme: (nullable): the theme of a statement
 *
 * Returns: its place on a page
 */
guint
machi_theme_get_rank (const char *theme)
{
  return RANK (themes, theme);
}

/**
 * machi_theme_get_label:
 * @theme: (nullable): the theme of a statement
 *
 * Returns: the heading of its section, translated
 */
const char *
machi_theme_get_label (const char *theme)
{
  const Word *word = FIND (themes, theme);

  return word != NULL ? _ (word->label) : theme;
}

/**
 * machi_agreement_exists:
 * @type: (nullable): a word
 *
 * Returns: whether an agreement may be of @type
 */
gboolean
machi_agreement_exists (const char *type)
{
  return FIND (agreements, type) != NULL;
}

/**
 * machi_agreement_get_label:
 * @type: (nullable): the type of an agreement
 *
 * Returns: its name for a reader, translated
 */
const char *
machi_agreement_get_label (const char *type)
{
  const Word *word = FIND (agreements, type);

  return word != NULL ? _ (word->label) : type;
}
