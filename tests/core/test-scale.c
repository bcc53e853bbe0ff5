/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-scale.h"

#include <glib.h>
#include <locale.h>
#include <math.h>

/* The ticks as a reader sees them, "0 5 10", with a "/" in front where the axis is broken. */
static char *
describe (const MachiScale *scale, gboolean brief)
{
  GString *text = g_string_new (scale->broken ? "/" : NULL);

  for (guint i = 0; i < scale->n_ticks; i++)
    {
      g_autofree char *tick = machi_scale_format_tick (scale, i, brief);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tick);
    }

  return g_string_free_and_steal (text);
}

typedef struct
{
  double low, high;
  guint max_steps;
  gboolean from_zero;
  const char *ticks;
} ValueExample;

static const ValueExample value_examples[] = {
  /* Waste of Yokohama, pupils, a rate of recycling */
  { 318428, 1609155, 5, FALSE, "0 500,000 1,000,000 1,500,000 2,000,000" },
  { 34000, 100000, 5, FALSE, "0 20,000 40,000 60,000 80,000 100,000" },
  { 17, 67, 4, TRUE, "0 20 40 60 80" },
  /* The range is small against the values: broken for a line, never for bars */
  { 77.2, 81, 5, FALSE, "/77 78 79 80 81" },
  { 77.2, 81, 5, TRUE, "0 20 40 60 80 100" },
  { 18.21, 22.09, 4, FALSE, "/18 20 22 24" },
  { -81, -77.2, 5, FALSE, "/-81 -80 -79 -78 -77" },
  { 20.04, 27.99, 6, FALSE, "0 5 10 15 20 25 30" },
  /* Below zero, and on both sides of it */
  { -12, -3, 5, FALSE, "-15 -10 -5 0" },
  { -12, 30, 5, TRUE, "-20 -10 0 10 20 30" },
  { -1, 1, 2, FALSE, "-1 0 1" },
  /* One value, one value many times, nothing but zero */
  { 5, 5, 5, FALSE, "0 1 2 3 4 5" },
  { 81, 81, 5, FALSE, "0 20 40 60 80 100" },
  { -7, -7, 4, FALSE, "-8 -6 -4 -2 0" },
  { 0, 0, 5, FALSE, "0 0.2 0.4 0.6 0.8 1" },
  /* Fractions that binary numbers do not have */
  { 0.1, 0.3, 3, TRUE, "0 0.1 0.2 0.3" },
  { 0, 0.07, 4, FALSE, "0 0.02 0.04 0.06 0.08" },
  { 0, 0.0015, 3, FALSE, "0 5×10⁻⁴ 1×10⁻³ 1.5×10⁻³" },
  /* Huge */
  { 0, 1.4e9, 3, FALSE, "0 500,000,000 1,000,000,000 1,500,000,000" },
  { 0, 3e15, 3, FALSE, "0 1×10¹⁵ 2×10¹⁵ 3×10¹⁵" },
  /* Too little room still gives both ends */
  { 0, 7, 0, FALSE, "0 5 10" },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (value_examples); i++)
    {
      const ValueExample *example = &value_examples[i];
      MachiScale scale;
      g_autofree char *ticks = NULL;

      machi_scale_init_values (&scale, example->low, example->high, example->max_steps, example->from_zero);
      ticks = describe (&scale, FALSE);
      g_assert_cmpstr (ticks, ==, example->ticks);
      g_assert_cmpfloat (scale.low, <=, example->low);
      g_assert_cmpfloat (scale.high, >=, example->high);
    }
}

static void
test_no_values (void)
{
  MachiScale scale;
  g_autofree char *ticks = NULL;

  machi_scale_init_values (&scale, INFINITY, -INFINITY, 2, FALSE);
  ticks = describe (&scale, FALSE);
  g_assert_cmpstr (ticks, ==, "0 0.5 1");
}

static void
test_brief (void)
{
  MachiScale scale;
  g_autofree char *ticks = NULL;
  g_autofree char *small_ticks = NULL;

  machi_scale_init_values (&scale, 0, 1.5e6, 3, FALSE);
  ticks = describe (&scale, TRUE);
  g_assert_cmpstr (ticks, ==, "0 5×10⁵ 1×10⁶ 1.5×10⁶");
  machi_scale_init_values (&scale, 0, 40, 2, FALSE);
  small_ticks = describe (&scale, TRUE);
  g_assert_cmpstr (small_ticks, ==, "0 20 40");
}

/* Whatever a pack says, the scale is finite, has few ticks, rising, and ends where its ticks end. */
static void
test_any_values (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double size = pow (10, g_test_rand_double_range (-310, 308));
      double low = g_test_rand_double_range (-1, 1) * size;
      double high = low + g_test_rand_double_range (0, 1) * (g_test_rand_bit () ? size : size * 1e-12);
      guint steps = (guint) g_test_rand_int_range (0, 20);
      MachiScale scale;

      machi_scale_init_values (&scale, low, high, steps, g_test_rand_bit ());
      g_assert_true (isfinite (scale.low) && isfinite (scale.high) && scale.step > 0);
      g_assert_cmpuint (scale.n_ticks, >=, 2);
      g_assert_cmpuint (scale.n_ticks, <=, MAX (steps, 2) + 1);
      for (guint j = 1; j < scale.n_ticks; j++)
        g_assert_cmpfloat (machi_scale_get_tick (&scale, j), >, machi_scale_get_tick (&scale, j - 1));
      g_assert_cmpfloat_with_epsilon (machi_scale_get_tick (&scale, scale.n_ticks - 1), scale.high, scale.step * 1e-3);
    }
}

typedef struct
{
  double first, last, min_step;
  const char *ticks;
} YearExample;

static const YearExample year_examples[] = {
  { 2009, 2018, 2.4, "2010 2015" },
  { 2009, 2018, 1.2, "2010 2012 2014 2016 2018" },
  /* However much room there is, there is no year 2009.5 */
  { 2009, 2011, 0.1, "2009 2010 2011" },
  { 1971, 2011, 8, "1980 1990 2000 2010" },
  { 1961, 1972, 4, "1965 1970" },
  { 2015, 2015, 1, "2015" },
  /* No round year between */
  { 2011, 2014, 4, "2011" },
  { 1900, 2100, 60, "1900 2000 2100" },
};

static void
test_years (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (year_examples); i++)
    {
      const YearExample *example = &year_examples[i];
      MachiScale scale;
      GString *text = g_string_new (NULL);

      machi_scale_init_years (&scale, example->first, example->last, example->min_step);
      for (guint j = 0; j < scale.n_ticks; j++)
        g_string_append_printf (text, "%s%g", j > 0 ? " " : "", machi_scale_get_tick (&scale, j));
      g_assert_cmpstr (text->str, ==, example->ticks);
      g_string_free (text, TRUE);
    }
}

static void
test_any_years (void)
{
  MachiScale scale;

  machi_scale_init_years (&scale, -1e300, 1e300, 1e-9);
  g_assert_cmpuint (scale.n_ticks, <, 2000);
  machi_scale_init_years (&scale, 5, -5, 1);
  g_assert_cmpuint (scale.n_ticks, ==, 1);
}

static void
test_format (void)
{
  static const struct
  {
    double value;
    const char *text;
  } examples[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 1609155, "1,609,155" },
    { -22.09, "-22.09" },
    { 999999999999.0, "999,999,999,999" },
    { 1e12, "1×10¹²" },
    { -2.5e20, "-2.5×10²⁰" },
    { 0.001, "0.001" },
    { 0.0004, "4×10⁻⁴" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *text = machi_scale_format_value (examples[i].value);

      g_assert_cmpstr (text, ==, examples[i].text);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/values", test_values);
  g_test_add_func ("/scale/no-values", test_no_values);
  g_test_add_func ("/scale/brief", test_brief);
  g_test_add_func ("/scale/any-values", test_any_values);
  g_test_add_func ("/scale/years", test_years);
  g_test_add_func ("/scale/any-years", test_any_years);
  g_test_add_func ("/scale/format", test_format);

  return g_test_run ();
}
