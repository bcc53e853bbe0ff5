/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "machi-plot.h"
#include "machi-report-layout.h"

G_BEGIN_DECLS

typedef enum {
  MACHI_ITEM_TEXT,
  MACHI_ITEM_ROW,
  MACHI_ITEM_PLOT,
} MachiItemKind;

typedef enum {
  MACHI_DECORATION_NONE,
  MACHI_DECORATION_BAR,
  MACHI_DECORATION_BOX,
} MachiDecoration;

/**
 * MachiItem:
 * @kind: what it is
 * @block: (nullable): the ID of the block that begins with it
 * @before: the space above it, unless it begins a page
 * @height: all of its height, in points
 * @x: where its text begins
 * @layout: of a text
 * @bullet: (nullable): what hangs at its side
 * @decoration: how it is set off
 * @after: how far the decoration goes on below it
 * @keep: whether what follows must be on the same page
 * @address: (nullable): where it links to
 * @cells: (nullable) (element-type PangoLayout): of a row of a table
 * @columns: (array): where each cell begins
 * @header: the index of the row that is repeated on each page, or -1
 * @plot: (nullable): what is drawn
 *
 * What is set below each other on paper.
 */
typedef struct
{
  MachiItemKind kind;
  char *block;
  double before;
  double height;
  double x;
  PangoLayout *layout;
  PangoLayout *bullet;
  MachiDecoration decoration;
  double after;
  gboolean keep;
  char *address;
  GPtrArray *cells;
  double *columns;
  int header;
  MachiPlot *plot;
} MachiItem;

/**
 * MachiFragment:
 *
 * An item, or some lines of it, in its place on a page.
 */
typedef struct
{
  guint item;
  guint page;
  double y;
  double height;
  int first_line;
  int n_lines;
} MachiFragment;

struct _MachiReportLayout
{
  PangoContext *context;
  char *title;
  char *address;
  double width;
  double height;
  double body_height;
  GArray *items;
  GArray *fragments;
  guint n_pages;
};

#define MACHI_PRINT_SIZE 10.5
#define MACHI_PRINT_SPACING 1.2f
#define MACHI_PRINT_PADDING 4.0
#define MACHI_PRINT_INDENT 20.0
#define MACHI_PRINT_CONTINUED 3.0
#define MACHI_PRINT_HEAD 24.0
#define MACHI_PRINT_FOOT 26.0

/* machi-report-layout.c */
PangoLayout *machi_report_layout_new_text  (MachiReportLayout *self,
                                            const char        *markup,
                                            double             width,
                                            double             scale);
PangoLayout *machi_report_layout_new_block_text (MachiReportLayout *self,
                                                 MachiText         *text,
                                                 const char        *language,
                                                 MachiCitations    *citations,
                                                 const char        *suffix,
                                                 double             width,
                                                 double             scale);
double       machi_layout_get_height       (PangoLayout       *layout);

/* machi-report-layout-table.c */
void         machi_report_layout_add_table (MachiReportLayout *self,
                                            MachiBlock        *block,
                                            MachiCitations    *citations);

/* machi-report-paginate.c */
void         machi_report_layout_paginate  (MachiReportLayout *self);

G_END_DECLS
