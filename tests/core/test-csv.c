/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-csv.h"

#include <glib/gstdio.h>
#include <math.h>

static void
assert_text (const char *text, const char *field)
{
  g_autoptr (MachiCsv) csv = machi_csv_new (MACHI_CSV_PLAIN);
  g_autoptr (GBytes) bytes = NULL;

  machi_csv_add_text (csv, text);
  bytes = machi_csv_to_bytes (csv);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), field, strlen (field));
}

static void
test_text (void)
{
  assert_text ("Hải Phòng", "Hải Phòng");
  assert_text ("", "");
  assert_text (NULL, "");
  assert_text ("a, b", "\"a, b\"");
  assert_text ("the \"3R\" city", "\"the \"\"3R\"\" city\"");
  assert_text ("two\nlines", "\"two\nlines\"");
  assert_text (" space", "\" space\"");
  assert_text ("2012–2015", "2012–2015");
}

static void
test_formula (void)
{
  assert_text ("=1+1", "\"'=1+1\"");
  assert_text ("+81 3", "\"'+81 3\"");
  assert_text ("-1", "\"'-1\"");
  assert_text ("@SUM(A1)", "\"'@SUM(A1)\"");
  assert_text ("\t=1", "\"'\t=1\"");
  assert_text ("  =1", "\"'  =1\"");
  assert_text ("＝1", "\"'＝1\"");
  assert_text ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
  assert_text ("a=1", "a=1");
}

static void
test_rows (void)
{
  g_autoptr (MachiCsv) csv = machi_csv_new (MACHI_CSV_BOM);
  g_autoptr (GBytes) bytes = NULL;
  const char *wanted = "\xef\xbb\xbfyear,,CO2\r\n2014,-12.5,1e+20\r\n,0.1,16500\r\n";

  machi_csv_add_text (csv, "year");
  machi_csv_add_text (csv, "");
  machi_csv_add_text (csv, "CO2");
  machi_csv_end_row (csv);
  machi_csv_add_number (csv, 2014);
  machi_csv_add_number (csv, -12.5);
  machi_csv_add_number (csv, 1e20);
  machi_csv_end_row (csv);
  machi_csv_add_number (csv, NAN);
  machi_csv_add_number (csv, 0.1);
  machi_csv_add_number (csv, 16500);
  machi_csv_end_row (csv);
  bytes = machi_csv_to_bytes (csv);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted, strlen (wanted));
}

typedef struct
{
  GMainLoop *loop;
  gboolean saved;
  GError *error;
} Saving;

static void
saved_cb (GObject *file G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;

  saving->saved = machi_csv_save_finish (result, &saving->error);
  g_main_loop_quit (saving->loop);
}

static void
save (GBytes *bytes, GFile *file, Saving *saving)
{
  saving->loop = g_main_loop_new (NULL, FALSE);
  machi_csv_save_async (bytes, file, NULL, saved_cb, saving);
  g_main_loop_run (saving->loop);
  g_main_loop_unref (saving->loop);
}

static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("machi-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "register.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (folder, "no", "such", "folder.csv", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b\r\n", 5);
  g_autofree char *contents = NULL;
  Saving saving = { 0 };

  g_file_set_contents (path, "what was there before", -1, NULL);
  save (bytes, file, &saving);
  g_assert_no_error (saving.error);
  g_assert_true (saving.saved);
  g_file_get_contents (path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "a,b\r\n");

  save (bytes, nowhere, &saving);
  g_assert_false (saving.saved);
  g_assert_error (saving.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&saving.error);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/text", test_text);
  g_test_add_func ("/csv/formula", test_formula);
  g_test_add_func ("/csv/rows", test_rows);
  g_test_add_func ("/csv/save", test_save);

  return g_test_run ();
}
