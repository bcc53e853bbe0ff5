/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-table-widths.h"

/**
 * machi_table_fit_widths:
 * @sizes: (inout) (array length=n_sizes): what each column must and would like to have; the first becomes what it gets
 * @n_sizes: how many columns
 * @width: what there is for all of them
 *
 * Shares out the width of a table. What is left beyond the need of all goes to those columns that would like more, in
 * proportion to how much more: a column of sentences becomes wider than one of words. (GTK's own sharing out would satisfy
 * the modest first and leave the sentences the rest.) Where there is too little, all become narrower in proportion.
 */
void
machi_table_fit_widths (GtkRequestedSize *sizes, guint n_sizes, int width)
{
  double minimum = 0, wish = 0, share;

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
