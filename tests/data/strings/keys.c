/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults are planted here: see keys.expected. It is never compiled. */
static const Shortcut shortcuts[] = {
  { "win.back", N_ ("Back"), { "<Alt>Left", "Back" } },
  { "win.search", N_ ("Search everything"), { "<Control>k" } },
  { "page.find", N_ ("Find in the page"), { "<Primary>K" } },
  { "win.other", N_ ("Other"), { "<Control> j" } },
  { "win.back", N_ ("Back again"), { "<Shift><Alt>Left" } },
  { "app.quit", N_ ("Quit"), { "<Control>q", "<alt><shift>Left" } },
  { NULL },
};
