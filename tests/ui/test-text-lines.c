/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-text-lines.h"

#include <locale.h>

#define WIDTH 600

static MachiTextLines *
create_lines (int max_lines, const char *text)
{
  MachiTextLines *lines = g_object_ref_sink (g_object_new (MACHI_TYPE_TEXT_LINES, "max-lines", max_lines, NULL));

  machi_text_lines_set_text (lines, text, NULL);

  return lines;
}

static int
get_height (MachiTextLines *lines, int width)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (lines), GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);

  return minimum;
}

/* A line is no whole number of pixels high. */
static void
assert_lines (MachiTextLines *lines, int width, int n_lines)
{
  g_assert_cmpint (ABS (get_height (lines, width) - n_lines * get_height (lines, -1)), <, n_lines);
}

/* As many lines as are needed, but no more than are allowed; and no wish for a width. */
static void
test_height (void)
{
  g_autoptr (MachiTextLines) lines = create_lines (2, "Waste management improvement in Phnom Penh");
  g_autoptr (MachiTextLines) more = create_lines (3, "Waste management improvement in Phnom Penh");
  int minimum, natural;

  g_assert_cmpint (get_height (lines, -1), >, 4);
  assert_lines (lines, WIDTH, 1);
  assert_lines (lines, 200, 2);
  assert_lines (lines, 60, 2);
  assert_lines (more, 60, 3);
  gtk_widget_measure (GTK_WIDGET (lines), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_assert_cmpint (natural, ==, 0);
}

/* What is set later takes the room that it needs then, and bold text is wider. */
static void
test_change (void)
{
  g_autoptr (MachiTextLines) lines = create_lines (3, "Waste");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int one = get_height (lines, 200);

  g_assert_cmpstr (machi_text_lines_get_text (lines), ==, "Waste");
  gtk_test_accessible_assert_property (lines, GTK_ACCESSIBLE_PROPERTY_LABEL, "Waste");
  machi_text_lines_set_text (lines, "Waste management improvement in Phnom Penh", NULL);
  assert_lines (lines, 200, 2);
  gtk_test_accessible_assert_property (lines, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Waste management improvement in Phnom Penh");
  pango_attr_list_insert (attributes, pango_attr_scale_new (3));
  machi_text_lines_set_text (lines, "Waste", attributes);
  g_assert_cmpint (get_height (lines, 200), >, 2 * one);
  machi_text_lines_set_text (lines, "Waste", NULL);
  g_assert_cmpint (get_height (lines, 200), ==, one);
}

/* Where the text begins and ends in a widget that is much wider. */
static void
get_extent (MachiTextLines *lines, float *left, float *right)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t bounds;

  gtk_widget_allocate (GTK_WIDGET (lines), WIDTH, get_height (lines, WIDTH), -1, NULL);
  GTK_WIDGET_GET_CLASS (lines)->snapshot (GTK_WIDGET (lines), snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  gsk_render_node_get_bounds (node, &bounds);
  *left = bounds.origin.x;
  *right = bounds.origin.x + bounds.size.width;
}

static void
test_side (void)
{
  static const char *const texts[] = { "Waste", "نفايات" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MachiTextLines) lines = create_lines (2, texts[i]);
      float left, right;

      gtk_widget_set_direction (GTK_WIDGET (lines), GTK_TEXT_DIR_LTR);
      get_extent (lines, &left, &right);
      g_assert_cmpfloat (left, <, 20);
      g_assert_cmpfloat (right, <, WIDTH / 2);
      gtk_widget_set_direction (GTK_WIDGET (lines), GTK_TEXT_DIR_RTL);
      get_extent (lines, &left, &right);
      g_assert_cmpfloat (left, >, WIDTH / 2);
      g_assert_cmpfloat (right, >, WIDTH - 20);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_add_func ("/text-lines/height", test_height);
  g_test_add_func ("/text-lines/change", test_change);
  g_test_add_func ("/text-lines/side", test_side);

  return g_test_run ();
}
