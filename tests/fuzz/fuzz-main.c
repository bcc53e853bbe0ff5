/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/*
 * FUZZER RUNS CORPUS…: runs a fuzzer without libFuzzer: each file of the corpus as it is, and then random changes of
 * them, so many runs in all. The numbers are always the same; FUZZ_SEED=n gives others. An input that is found goes to
 * FUZZ_OUT, if set.
 */

#define MAX_BYTES 4096

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const char *const pieces[] = {
  "\"",
  "“",
  "”",
  "「",
  "-",
  ":",
  "：",
  "..",
  "kind:",
  "year:",
  "country:",
  "*",
  "(",
  ")",
  "AND",
  "NEAR(",
  "^",
  "{",
  "\\",
  "'",
  "水",
  "環境",
  "กรุง",
  "ำ",
  "ភ្នំ",
  "\xe1\x9f\x92",
  "ရန်",
  "서울",
  "ﾊﾞ",
  "ß",
  "İ",
  "\xcc\x81",
  "\xe3\x82\x99",
  "\xe2\x80\x8b",
  "\xf0\x9f\x91\xaa",
  "\xff",
  "\xc0\x80",
  "\xed\xa0\x80",
  "\xef\xbb\xbf",
  "\x1e",
  "   ",
  "\n",
  "2014",
  "a",
};

static GByteArray *current;

static void
add_folder (GPtrArray *corpus, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *contents;
      gsize length;

      if (g_file_get_contents (path, &contents, &length, NULL))
        g_ptr_array_add (corpus, g_byte_array_new_take ((guint8 *) contents, MIN (length, MAX_BYTES)));
    }
}

static void
insert (GByteArray *input, guint place, const void *bytes, guint length)
{
  guint before = input->len;

  g_byte_array_set_size (input, before + length);
  memmove (input->data + place + length, input->data + place, before - place);
  memcpy (input->data + place, bytes, length);
}

static void
change (GRand *random, GByteArray *input, GPtrArray *corpus)
{
  guint place = (guint) g_rand_int_range (random, 0, (gint32) input->len + 1);
  const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
  const GByteArray *other = g_ptr_array_index (corpus, g_rand_int_range (random, 0, (gint32) corpus->len));
  guint8 byte = (guint8) g_rand_int_range (random, 0, 256);
  guint length = (guint) g_rand_int_range (random, 1, 9);

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      insert (input, place, &byte, 1);
      break;
    case 1:
      if (place < input->len)
        input->data[place] = byte;
      break;
    case 2:
      if (place < input->len)
        g_byte_array_remove_range (input, place, MIN (input->len - place, length));
      break;
    case 3:
      if (other->len > 0 && input->len < MAX_BYTES)
        insert (input, place, other->data, other->len);
      break;
    default:
      insert (input, place, piece, (guint) strlen (piece));
    }
  if (input->len > MAX_BYTES)
    g_byte_array_set_size (input, MAX_BYTES);
}

static void
run (const GByteArray *input)
{
  g_byte_array_set_size (current, 0);
  g_byte_array_append (current, input->data, input->len);
  LLVMFuzzerTestOneInput (current->data, current->len);
}

/* Keeps the input by which the program is ended. */
static void
keep_input (int signal G_GNUC_UNUSED)
{
  const char *path = g_getenv ("FUZZ_OUT");
  FILE *file = path != NULL ? g_fopen (path, "wb") : NULL;

  if (file != NULL)
    {
      fwrite (current->data, 1, current->len, file);
      fclose (file);
    }
}

int
main (int argc, char *argv[])
{
  guint n_runs = argc > 1 ? (guint) atoi (argv[1]) : 0;
  const char *seed = g_getenv ("FUZZ_SEED");
  g_autoptr (GRand) random = g_rand_new_with_seed (seed != NULL ? (guint32) atoi (seed) : 1);
  g_autoptr (GPtrArray) corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  guint i;

  current = g_byte_array_new ();
  signal (SIGABRT, keep_input);
  for (int folder = 2; folder < argc; folder++)
    add_folder (corpus, argv[folder]);
  g_ptr_array_add (corpus, g_byte_array_new ());

  for (i = 0; i < corpus->len; i++)
    run (g_ptr_array_index (corpus, i));
  for (; i < n_runs; i++)
    {
      const GByteArray *from = g_ptr_array_index (corpus, g_rand_int_range (random, 0, (gint32) corpus->len));
      g_autoptr (GByteArray) input = g_byte_array_new ();

      g_byte_array_append (input, from->data, from->len);
      for (gint32 n = g_rand_int_range (random, 1, 9); n > 0; n--)
        change (random, input, corpus);
      run (input);
    }
  g_print ("%u runs, %u files\n", i, corpus->len - 1);
  g_byte_array_unref (current);

  return 0;
}
