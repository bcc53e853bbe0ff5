/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-scale.h"

#include "machi-locale.h"

#include <math.h>

/* A range smaller than this part of the values is lost on an axis that begins at zero. */
#define SMALL_RANGE 0.25

/* Beyond these a number is written as a power of ten. */
#define LARGEST_PLAIN 1e12
#define SMALLEST_PLAIN 1e-3
#define LARGEST_BRIEF 1e5

/* What a pack may say and the arithmetic below can bear. */
#define LARGEST 1e300
#define SMALLEST 1e-300

/* Rounding of binary fractions must not cost a step: 0.3 / 0.1 is less than 3. */
#define SLACK 1e-9

/* The smallest of …, 1, 2, 5, 10, 20, 50, … that is not less than @raw. */
static double
round_step_up (double raw)
{
  static const int mantissas[] = { 1, 2, 5 };
  double exponent = floor (log10 (raw) + SLACK);

  for (guint i = 0; i < G_N_ELEMENTS (mantissas); i++)
    {
      double step = exponent < 0 ? mantissas[i] / pow (10, -exponent) : mantissas[i] * pow (10, exponent);

      if (step >= raw * (1 - SLACK))
        return step;
    }

  return exponent + 1 < 0 ? 1 / pow (10, -exponent - 1) : pow (10, exponent + 1);
}

/* The @k-th multiple of @step. For fractions it divides by a whole number, so that 3 steps of 0.1 are 0.3. Adding zero
 * makes minus zero, which ceil() gives, plain zero. */
static double
multiple (double k, double step)
{
  return (step < 1 ? k / round (1 / step) : k * step) + 0.0;
}

static void
set_ticks (MachiScale *scale, double first, double last)
{
  scale->low = multiple (first, scale->step);
  scale->high = multiple (last, scale->step);
  scale->n_ticks = (guint) (last - first) + 1;
}

/* Values of one sign whose differences would hardly be seen above zero; not a single value, nor noise of rounding. */
static gboolean
is_small_range (double low, double high)
{
  double largest = MAX (fabs (low), fabs (high));
  double range = high - low;

  return low * high > 0 && range < SMALL_RANGE * largest && range > SLACK * largest;
}

/**
 * machi_scale_init_values:
 * @scale: (out): a scale
 * @low: the lowest value
 * @high: the highest value; less than @low where there is no value
 * @max_steps: how many steps there is room for; less than 2 counts as 2
 * @from_zero: whether zero must be on the axis, as for bars
 *
 * Makes a scale that holds all values and begins and ends with a tick. Zero is on it, unless the values vary by less
 * than a quarter of their size: then it begins near the values and @scale says that it is broken.
 */
void
machi_scale_init_values (MachiScale *scale, double low, double high, guint max_steps, gboolean from_zero)
{
  double first, last;

  g_return_if_fail (scale != NULL);

  low = CLAMP (low, -LARGEST, LARGEST);
  high = CLAMP (high, -LARGEST, LARGEST);
  max_steps = CLAMP (max_steps, 2, 100);
  scale->broken = low <= high && !from_zero && is_small_range (low, high);
  if (!scale->broken)
    {
      gboolean empty = !(low <= high);

      low = empty ? 0 : MIN (low, 0);
      high = empty ? 0 : MAX (high, 0);
    }
  if (high - low < SMALLEST)
    high = low + 1;

  scale->step = round_step_up ((high - low) / max_steps);
  for (;;)
    {
      first = floor (low / scale->step + SLACK);
      last = ceil (high / scale->step - SLACK);
      if (last - first <= max_steps)
        break;
      scale->step = round_step_up (scale->step * 1.5);
    }
  set_ticks (scale, first, last);
  scale->broken = scale->broken && (scale->low > 0 || scale->high < 0);
}

/**
 * machi_scale_init_years:
 * @scale: (out): a scale
 * @first: the first year
 * @last: the last year
 * @min_step: how many years there must be from one tick to the next, so that their labels fit
 *
 * Makes a scale of ticks at round years from @first to @last: whole years, however much room there is. Where no round
 * year lies between them, @first is the only tick.
 */
void
machi_scale_init_years (MachiScale *scale, double first, double last, double min_step)
{
  double from, to;

  g_return_if_fail (scale != NULL);

  first = CLAMP (first, -1e6, 1e6);
  last = CLAMP (last, first, 1e6);
  min_step = MAX (min_step, (last - first) / 1000);
  scale->broken = FALSE;
  scale->step = min_step > 1 ? round_step_up (min_step) : 1;
  from = ceil (first / scale->step - SLACK);
  to = floor (last / scale->step + SLACK);
  if (from <= to)
    {
      set_ticks (scale, from, to);
      return;
    }

  scale->low = scale->high = round (first);
  scale->n_ticks = 1;
}

/**
 * machi_scale_get_tick:
 * @scale: a scale
 * @i: which of its ticks
 *
 * Returns: where that tick stands
 */
double
machi_scale_get_tick (const MachiScale *scale, guint i)
{
  g_return_val_if_fail (scale != NULL, 0);
  g_return_val_if_fail (i < scale->n_ticks, 0);

  if (i == 0)
    return scale->low;

  return multiple (round (scale->low / scale->step) + i, scale->step);
}

static char *
format_power (double value)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  int exponent = (int) floor (log10 (fabs (value)) + SLACK);
  g_autofree char *mantissa = machi_locale_format_number (value / pow (10, exponent));
  g_autofree char *number = g_strdup_printf ("%d", ABS (exponent));
  GString *text = g_string_new (mantissa);

  g_string_append (text, exponent < 0 ? "×10⁻" : "×10");
  for (const char *d = number; *d != '\0'; d++)
    g_string_append (text, digits[*d - '0']);

  return g_string_free_and_steal (text);
}

/**
 * machi_scale_format_value:
 * @value: a value, not NAN
 *
 * Returns: (transfer full): @value as the reader writes numbers; a power of ten where it would be too long or lost in
 *   rounding
 */
char *
machi_scale_format_value (double value)
{
  double size = fabs (value);

  if (size >= SMALLEST && (size >= LARGEST_PLAIN || size < SMALLEST_PLAIN))
    return format_power (CLAMP (value, -LARGEST, LARGEST));

  return machi_locale_format_number (size < SMALLEST ? 0 : value);
}

/**
 * machi_scale_format_tick:
 * @scale: a scale of values
 * @i: which of its ticks
 * @brief: whether there is little room, so that powers of ten stand for long numbers
 *
 * Returns: (transfer full): the label of that tick
 */
char *
machi_scale_format_tick (const MachiScale *scale, guint i, gboolean brief)
{
  double value, size;

  g_return_val_if_fail (scale != NULL, NULL);
  g_return_val_if_fail (i < scale->n_ticks, NULL);

  value = machi_scale_get_tick (scale, i);
  size = fabs (value);
  /* All ticks alike: 0.0015 would be rounded. */
  if (size >= SMALLEST && (scale->step < SMALLEST_PLAIN || (brief && size >= LARGEST_BRIEF)))
    return format_power (value);

  return machi_scale_format_value (value);
}
