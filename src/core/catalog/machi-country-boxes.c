/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-country-boxes.h"

#include <string.h>

/* How far a place may lie outside: boxes are rounded, and a harbour may stand in the sea. */
#define MARGIN 0.5

typedef struct
{
  char code[3];
  double west;
  double south;
  double east;
  double north;
} Box;

/* A rough box around each country that packs are likely to name, all its islands within. It finds swapped and mistyped
 * coordinates and says nothing about borders. Where west is more than east the box crosses the 180th meridian. */
/* clang-format off */
static const Box boxes[] = {
  { "AE", 51.4, 22.5, 56.6, 26.3 },     { "AF", 60.4, 29.3, 75.0, 38.6 },     { "AM", 43.4, 38.8, 46.7, 41.4 },
  { "AT", 9.4, 46.3, 17.3, 49.1 },      { "AU", 72.2, -55.2, 168.1, -9.0 },   { "AZ", 44.7, 38.3, 50.8, 42.0 },
  { "BD", 87.9, 20.4, 92.8, 26.8 },     { "BE", 2.4, 49.4, 6.5, 51.6 },       { "BH", 50.2, 25.4, 51.0, 26.5 },
  { "BN", 113.9, 4.0, 115.5, 5.2 },     { "BR", -74.1, -33.8, -28.8, 5.4 },   { "BT", 88.6, 26.6, 92.2, 28.4 },
  { "CA", -141.1, 41.6, -52.5, 83.3 },  { "CH", 5.9, 45.7, 10.6, 47.9 },      { "CL", -109.6, -56.1, -66.3, -17.4 },
  { "CN", 73.4, 3.5, 135.1, 53.7 },     { "CO", -82.0, -4.3, -66.8, 13.6 },   { "CR", -87.2, 5.4, -82.5, 11.3 },
  { "DE", 5.8, 47.2, 15.1, 55.2 },      { "DK", 8.0, 54.5, 15.3, 57.8 },      { "EG", 24.6, 21.9, 37.0, 31.8 },
  { "ES", -18.3, 27.5, 4.5, 43.9 },     { "ET", 32.9, 3.3, 48.1, 15.0 },      { "FI", 19.0, 59.4, 31.7, 70.2 },
  { "FJ", 176.8, -21.1, -178.0, -12.4 }, { "FM", 137.3, 0.9, 163.2, 10.2 },   { "FR", -5.3, 41.2, 9.7, 51.2 },
  { "GB", -8.8, 49.8, 1.9, 60.9 },      { "GE", 39.9, 41.0, 46.8, 43.7 },     { "GR", 19.3, 34.7, 29.8, 41.8 },
  { "GU", 144.6, 13.2, 145.0, 13.7 },   { "HK", 113.8, 22.1, 114.5, 22.6 },   { "ID", 94.9, -11.2, 141.1, 6.2 },
  { "IE", -10.7, 51.4, -5.9, 55.5 },    { "IL", 34.2, 29.4, 35.9, 33.4 },     { "IN", 68.0, 6.6, 97.5, 35.8 },
  { "IQ", 38.7, 29.0, 48.7, 37.4 },     { "IR", 44.0, 25.0, 63.4, 39.8 },     { "IT", 6.6, 35.4, 18.6, 47.1 },
  { "JO", 34.9, 29.1, 39.4, 33.4 },     { "JP", 122.9, 20.4, 154.0, 45.6 },   { "KE", 33.9, -4.8, 42.0, 5.6 },
  { "KG", 69.2, 39.1, 80.3, 43.3 },     { "KH", 102.3, 9.8, 107.7, 14.7 },    { "KI", 169.4, -11.6, -150.1, 4.8 },
  { "KP", 124.1, 37.6, 130.8, 43.1 },   { "KR", 124.5, 33.0, 131.9, 38.7 },   { "KW", 46.5, 28.5, 48.5, 30.2 },
  { "KZ", 46.4, 40.5, 87.4, 55.5 },     { "LA", 100.0, 13.9, 107.7, 22.6 },   { "LB", 35.0, 33.0, 36.7, 34.7 },
  { "LK", 79.5, 5.8, 82.0, 9.9 },       { "MD", 26.6, 45.4, 30.2, 48.5 },     { "MH", 160.7, 4.5, 172.2, 14.7 },
  { "MM", 92.1, 9.5, 101.2, 28.6 },     { "MN", 87.7, 41.5, 120.0, 52.2 },    { "MO", 113.5, 22.1, 113.7, 22.3 },
  { "MP", 144.8, 14.0, 146.2, 20.7 },   { "MV", 72.6, -0.8, 73.8, 7.2 },      { "MX", -118.5, 14.5, -86.6, 32.8 },
  { "MY", 99.5, 0.8, 119.4, 7.5 },      { "NC", 158.0, -23.0, 172.1, -17.9 }, { "NL", 3.3, 50.7, 7.3, 53.6 },
  { "NO", 4.4, 57.9, 31.3, 81.1 },      { "NP", 80.0, 26.3, 88.3, 30.5 },     { "NR", 166.8, -0.6, 167.0, -0.4 },
  { "NZ", 165.8, -52.7, -175.8, -29.2 }, { "OM", 51.9, 16.6, 59.9, 26.5 },    { "PE", -81.5, -18.4, -68.6, 0.1 },
  { "PG", 140.8, -11.7, 159.6, -0.7 },  { "PH", 114.0, 4.5, 126.7, 21.3 },    { "PK", 60.8, 23.6, 77.9, 37.1 },
  { "PL", 14.1, 49.0, 24.2, 54.9 },     { "PS", 34.2, 31.2, 35.6, 32.6 },     { "PT", -31.3, 32.3, -6.1, 42.2 },
  { "PW", 131.1, 2.8, 134.8, 8.2 },     { "QA", 50.7, 24.4, 51.8, 26.2 },     { "RU", 19.6, 41.1, -169.0, 81.9 },
  { "SA", 34.5, 16.3, 55.7, 32.2 },     { "SB", 155.4, -12.4, 170.3, -4.4 },  { "SE", 11.0, 55.3, 24.2, 69.1 },
  { "SG", 103.6, 1.1, 104.5, 1.5 },     { "SN", -17.6, 12.3, -11.3, 16.7 },   { "SY", 35.7, 32.3, 42.4, 37.4 },
  { "TH", 97.3, 5.6, 105.7, 20.5 },     { "TJ", 67.3, 36.6, 75.2, 41.1 },     { "TL", 124.0, -9.6, 127.4, -8.1 },
  { "TM", 52.4, 35.1, 66.7, 42.8 },     { "TN", 7.5, 30.2, 11.6, 37.6 },      { "TO", -176.3, -22.4, -173.7, -15.5 },
  { "TR", 25.6, 35.8, 44.9, 42.2 },     { "TV", 176.0, -10.8, 179.9, -5.6 },  { "TW", 116.7, 20.6, 122.2, 26.5 },
  { "TZ", 29.3, -11.8, 40.5, -0.9 },    { "UA", 22.1, 44.3, 40.3, 52.4 },     { "US", 172.3, 18.8, -66.9, 71.5 },
  { "UZ", 55.9, 37.1, 73.2, 45.6 },     { "VN", 102.1, 7.0, 117.9, 23.4 },    { "VU", 166.5, -20.3, 170.3, -13.0 },
  { "WS", -172.9, -14.1, -171.4, -13.4 }, { "YE", 41.8, 12.1, 54.6, 19.0 },   { "ZA", 16.4, -47.0, 38.0, -22.1 },
};
/* clang-format on */

static const Box *
find_box (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (strcmp (boxes[i].code, code) == 0)
      return &boxes[i];

  return NULL;
}

/**
 * machi_country_box_exists:
 * @code: an ISO 3166-1 alpha-2 code
 *
 * Returns: whether it is known where that country lies
 */
gboolean
machi_country_box_exists (const char *code)
{
  return find_box (code) != NULL;
}

/**
 * machi_country_box_contains:
 * @code: an ISO 3166-1 alpha-2 code
 * @latitude: degrees north
 * @longitude: degrees east
 *
 * Returns: whether that place may lie in that country; so may any in a country of which nothing is known
 */
gboolean
machi_country_box_contains (const char *code, double latitude, double longitude)
{
  const Box *box = find_box (code);
  double west, east;

  if (box == NULL)
    return TRUE;
  if (latitude < box->south - MARGIN || latitude > box->north + MARGIN)
    return FALSE;

  west = box->west - MARGIN;
  east = box->east + MARGIN;

  return box->west <= box->east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
}
