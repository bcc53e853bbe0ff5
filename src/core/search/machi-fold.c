/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

/*
 * Folding makes texts equal that a person takes for the same: case, width, kana, diacritics, digits and letters such as
 * ß, ł and ø. What a character folds to is worked out with ICU a page of 256 characters at a time, when the first of
 * them is met, and kept: from then on folding is a look-up.
 */

#define PAGE_SIZE 256
#define N_PAGES (0x110000 / PAGE_SIZE)
#define MAX_UNITS 64
#define MAX_PASSES 3

typedef struct
{
  char *bytes;
  guint32 starts[PAGE_SIZE + 1];
  guint8 classes[PAGE_SIZE];
  gboolean composes[PAGE_SIZE];
} FoldPage;

typedef struct
{
  gunichar letter;
  const char *folded;
} FoldedLetter;

/* Letters that Unicode does not take apart, and marks for which keyboards have a plain one; in the order of their
 * codes. */
static const FoldedLetter letters[] = {
  { 0x00e6, "ae" }, { 0x00f0, "d" },  { 0x00f8, "o" },  { 0x00fe, "th" }, { 0x0111, "d" },  { 0x0127, "h" },
  { 0x0131, "i" },  { 0x0138, "k" },  { 0x0142, "l" },  { 0x014b, "n" },  { 0x0153, "oe" }, { 0x0167, "t" },
  { 0x0180, "b" },  { 0x0188, "c" },  { 0x018c, "d" },  { 0x0192, "f" },  { 0x0199, "k" },  { 0x019a, "l" },
  { 0x019e, "n" },  { 0x01a5, "p" },  { 0x01ad, "t" },  { 0x01b4, "y" },  { 0x01b6, "z" },  { 0x01dd, "e" },
  { 0x01e5, "g" },  { 0x0225, "z" },  { 0x023c, "c" },  { 0x0247, "e" },  { 0x0249, "j" },  { 0x024d, "r" },
  { 0x024f, "y" },  { 0x0253, "b" },  { 0x0254, "o" },  { 0x0256, "d" },  { 0x0257, "d" },  { 0x0259, "e" },
  { 0x025b, "e" },  { 0x0260, "g" },  { 0x0263, "g" },  { 0x0268, "i" },  { 0x026b, "l" },  { 0x0272, "n" },
  { 0x0275, "o" },  { 0x0289, "u" },  { 0x028b, "v" },  { 0x02bb, "" },   { 0x02bc, "" },   { 0x0629, "ه" },
  { 0x0640, "" },   { 0x0649, "ي" },  { 0x2010, "-" },  { 0x2011, "-" },  { 0x2012, "-" },  { 0x2013, "-" },
  { 0x2014, "-" },  { 0x2015, "-" },  { 0x2018, "'" },  { 0x2019, "'" },  { 0x201a, "'" },  { 0x201b, "'" },
  { 0x201c, "\"" }, { 0x201d, "\"" }, { 0x201e, "\"" }, { 0x201f, "\"" }, { 0x2212, "-" },
};

static FoldPage *pages[N_PAGES];

static const char *
find_letter (gunichar c)
{
  gsize low = 0, high = G_N_ELEMENTS (letters);

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (letters[middle].letter == c)
        return letters[middle].folded;
      if (letters[middle].letter < c)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/* Kana's voicing marks and the vowels and tones of Thai and its like tell words apart, accents and points need not be
 * typed. */
static gboolean
is_dropped_mark (UChar32 c)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script;

  if (u_charType (c) != U_NON_SPACING_MARK || c == 0x3099 || c == 0x309a)
    return FALSE;

  script = uscript_getScript (c, &status);

  return script == USCRIPT_INHERITED || script == USCRIPT_COMMON || script == USCRIPT_LATIN || script == USCRIPT_GREEK
         || script == USCRIPT_CYRILLIC || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
}

/* Whether what the character folds to may depend on those beside it. */
static gboolean
may_compose (UChar32 c)
{
  if (is_dropped_mark (c))
    return FALSE;

  return (c >= 0x3131 && c <= 0x318e) || (c >= 0xff9e && c <= 0xffdc)
         || u_getIntPropertyValue (c, UCHAR_NFKC_QUICK_CHECK) == UNORM_MAYBE;
}

static void
append_mapped (GString *out, UChar32 c)
{
  const char *folded = find_letter ((gunichar) c);
  int digit = u_charType (c) == U_DECIMAL_DIGIT_NUMBER ? u_charDigitValue (c) : -1;

  if (folded != NULL)
    g_string_append (out, folded);
  else if (digit >= 0)
    g_string_append_c (out, (char) ('0' + digit));
  else if ((c >= 0x30a1 && c <= 0x30f6) || c == 0x30fd || c == 0x30fe)
    g_string_append_unichar (out, (gunichar) c - 0x60);
  else
    g_string_append_unichar (out, (gunichar) c);
}

/* NFKC_Casefold, then what can be taken apart without its accents, together again. */
static int
normalize (UChar32 c, UChar *units)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *folder = unorm2_getNFKCCasefoldInstance (&status);
  const UNormalizer2 *composer = unorm2_getNFCInstance (&status);
  const UNormalizer2 *decomposer = unorm2_getNFDInstance (&status);
  UChar first[MAX_UNITS], second[MAX_UNITS];
  int length = 0, kept = 0, i = 0;

  U16_APPEND_UNSAFE (first, length, c);
  length = unorm2_normalize (folder, first, length, second, MAX_UNITS, &status);
  length = unorm2_normalize (decomposer, second, length, first, MAX_UNITS, &status);
  while (U_SUCCESS (status) && i < length)
    {
      UChar32 part;

      U16_NEXT (first, i, length, part);
      if (!is_dropped_mark (part))
        U16_APPEND_UNSAFE (second, kept, part);
    }
  length = unorm2_normalize (composer, second, kept, units, MAX_UNITS, &status);

  return U_SUCCESS (status) ? length : -1;
}

static void
append_character (GString *out, UChar32 c)
{
  UChar units[MAX_UNITS];
  int length, i = 0;

  if (U_IS_SURROGATE (c))
    return;

  length = normalize (c, units);
  if (length < 0)
    append_mapped (out, c);
  while (i < length)
    {
      UChar32 part;

      U16_NEXT (units, i, length, part);
      append_mapped (out, part);
    }
}

static FoldPage *
make_page (guint number)
{
  FoldPage *page = g_new (FoldPage, 1);
  g_autoptr (GString) bytes = g_string_new (NULL);

  for (guint i = 0; i < PAGE_SIZE; i++)
    {
      UChar32 c = (UChar32) (number * PAGE_SIZE + i);

      page->starts[i] = (guint32) bytes->len;
      page->classes[i] = u_getCombiningClass (c);
      page->composes[i] = may_compose (c);
      append_character (bytes, c);
    }
  page->starts[PAGE_SIZE] = (guint32) bytes->len;
  page->bytes = g_string_free (g_steal_pointer (&bytes), FALSE);

  return page;
}

static const FoldPage *
get_page (gunichar c)
{
  guint number = c / PAGE_SIZE;
  FoldPage *page = g_atomic_pointer_get (&pages[number]);

  if (G_LIKELY (page != NULL))
    return page;

  page = make_page (number);
  if (!g_atomic_pointer_compare_and_exchange (&pages[number], NULL, page))
    {
      g_free (page->bytes);
      g_free (page);
      page = g_atomic_pointer_get (&pages[number]);
    }

  return page;
}

/* Han without the compatibility forms, Hangul syllables, hiragana: most of what East Asian text is made of. */
static inline gboolean
is_own_fold (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x3041 && c <= 0x3096);
}

/* Appends what @text folds to. Where a character may join the one before it, gives up and returns FALSE. */
static gboolean
append_simple (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  guint8 last_class = 0;

  while (text < end)
    {
      const char *next = g_utf8_next_char (text);
      gunichar c = g_utf8_get_char (text);

      if (c < 0x80)
        {
          g_string_append_c (out, g_ascii_tolower ((char) c));
          last_class = 0;
        }
      else if (is_own_fold (c))
        {
          g_string_append_len (out, text, next - text);
          last_class = 0;
        }
      else
        {
          const FoldPage *page = get_page (c);
          guint i = c % PAGE_SIZE;

          if (page->composes[i] || (page->classes[i] != 0 && page->classes[i] < last_class))
            return FALSE;
          g_string_append_len (out, page->bytes + page->starts[i], page->starts[i + 1] - page->starts[i]);
          last_class = page->starts[i] == page->starts[i + 1] ? last_class : page->classes[i];
        }
      text = next;
    }

  return TRUE;
}

/* As append_simple(), of a text in NFKC, where every character is what it will be. */
static void
append_normalized (GString *out, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      const FoldPage *page = get_page (c);
      guint i = c % PAGE_SIZE;

      g_string_append_len (out, page->bytes + page->starts[i], page->starts[i + 1] - page->starts[i]);
    }
}

/**
 * machi_fold_append:
 * @out: where to put it
 * @text: a text in valid UTF-8
 * @length: how many bytes of it
 *
 * Does as machi_fold() with a part of a text.
 */
void
machi_fold_append (GString *out, const char *text, gsize length)
{
  gsize before = out->len;
  g_autoptr (GString) folded = NULL;

  if (append_simple (out, text, length))
    return;

  g_string_truncate (out, before);
  folded = g_string_new_len (text, (gssize) length);
  /* What stood between two characters may have gone, so that they join in turn. */
  for (guint i = 0; i < MAX_PASSES; i++)
    {
      g_autofree char *normalized = g_utf8_normalize (folded->str, (gssize) folded->len, G_NORMALIZE_NFKC);

      if (normalized == NULL)
        return;
      g_string_truncate (folded, 0);
      append_normalized (folded, normalized);
    }
  g_string_append_len (out, folded->str, (gssize) folded->len);
}

/**
 * machi_fold:
 * @text: a text; what is not UTF-8 in it counts as U+FFFD
 *
 * Folds case, width, kana (katakana to hiragana), digits of all scripts, accents and points, and letters such as ß ł ø
 * æ đ ı, so that two texts which a person takes for the same become equal. Vowel signs and tones of scripts that need
 * them stay. It depends on no locale, and folding twice changes nothing.
 *
 * Returns: (transfer full): the folded text
 */
char *
machi_fold (const char *text)
{
  g_autoptr (GString) out = NULL;
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (text));
  machi_fold_append (out, text, strlen (text));

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * machi_fold_words:
 * @text: a text
 *
 * Returns: (transfer full): the folded text with one space for whatever is neither letter, digit nor mark, and none at
 * its ends: `Eco-Town (Kitakyūshū)` becomes `eco town kitakyushu`
 */
char *
machi_fold_words (const char *text)
{
  g_autofree char *folded = machi_fold (text);
  g_autoptr (GString) out = NULL;
  gboolean gap = FALSE;

  g_return_val_if_fail (folded != NULL, NULL);

  out = g_string_sized_new (strlen (folded));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        {
          gap = TRUE;
          continue;
        }
      if (gap && out->len > 0)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_unichar (out, c);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * machi_fold_contains:
 * @folded_haystack: (nullable): a text from machi_fold()
 * @folded_needle: (nullable): what a person typed, from machi_fold() too
 *
 * Returns: whether each word of @folded_needle, as spaces divide it, stands somewhere in @folded_haystack
 */
gboolean
machi_fold_contains (const char *folded_haystack, const char *folded_needle)
{
  const char *word = folded_needle != NULL ? folded_needle : "";

  while (TRUE)
    {
      gsize length;

      word += strspn (word, " ");
      length = strcspn (word, " ");
      if (length == 0)
        return TRUE;
      if (folded_haystack == NULL || memmem (folded_haystack, strlen (folded_haystack), word, length) == NULL)
        return FALSE;
      word += length;
    }
}
