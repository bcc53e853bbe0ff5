/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-table-widths.h"

/* Parts of the width: what is a short column, and how much of the whole may be given to what must be. */
#define SHORT_PART 0.25
#define MUST_PART 0.6

/* Columns of words and dates need not be broken, where all that must be leaves most of the width to the others. */
static void
satisfy_short_columns (GtkRequestedSize *sizes, guint n_sizes, int width)
{
  double sum = 0;

  for (guint i = 0; i < n_sizes; i++)
    sum += sizes[i].natural_size <= width * SHORT_PART ? sizes[i].natural_size : sizes[i].minimum_size;
  if (sum > width * MUST_PART)
    return;

  for (guint i = 0; i < n_sizes; i++)
    if (sizes[i].natural_size <= width * SHORT_PART)
      sizes[i].minimum_size = sizes[i].natural_size;
}

/**
 * machi_table_fit_widths:
 * @sizes: (inout) (array length=n_sizes): what each column must and would like to have; the first becomes what it gets
 * @n_sizes: how many columns
 * @width: what there is for all of them
 *
 * Shares out the width of a table. Short columns are not broken where there is room; what is left goes to the others in
 * proportion to how much more they would like: a column of sentences becomes wider than one of words. (GTK's own
 * sharing out would satisfy the modest first and leave the sentences the rest.) Where there is too little, all become
 * narrower in proportion.
 */
void
machi_table_fit_widths (GtkRequestedSize *sizes, guint n_sizes, int width)
{
  double minimum = 0, wish = 0, share;

  satisfy_short_columns (sizes, n_sizes, width);
  for (guint i = 0; i < n_sizes; i++)
    {
      minimum += sizes[i].minimum_size;
      wish += MAX (0, sizes[i].natural_size - sizes[i].minimum_size);
    }

  share = width >= minimum && wish > 0 ? MIN (1, (width - minimum) / wish) : 0;
  for (guint i = 0; i < n_sizes; i++)
    {
      if (width < minimum)
        sizes[i].minimum_size = (int) (sizes[i].minimum_size * MAX (width, 0) / minimum);
      else
        sizes[i].minimum_size += (int) (share * MAX (0, sizes[i].natural_size - sizes[i].minimum_size));
    }
}
