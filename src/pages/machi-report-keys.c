/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-report-keys.h"

/**
 * machi_report_new_shortcuts:
 *
 * The accelerators of the program reach the actions of its window and of what has the focus; these reach those of the
 * page wherever the focus is.
 *
 * Returns: (transfer full): the shortcuts, to be had by the page while it is shown
 */
GtkEventController *
machi_report_new_shortcuts (void)
{
  static const char *const shortcuts[][2] = {
    { "<Control>f", "page.find" },
    { "<Control>g", "page.find-next" },
    { "<Control><Shift>g", "page.find-previous" },
    { "<Control>p", "page.print" },
    { "<Control>plus|<Control>equal|<Control>KP_Add", "page.zoom-in" },
    { "<Control>minus|<Control>KP_Subtract", "page.zoom-out" },
    { "<Control>0|<Control>KP_0", "page.zoom-reset" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i][0]), gtk_named_action_new (shortcuts[i][1])));

  return controller;
}

/**
 * machi_report_new_scroll_keys:
 *
 * Text is scrolled by the keys of a reader, not only by those of a scrolled window.
 *
 * Returns: (transfer full): the keys, for a scrolled window
 */
GtkEventController *
machi_report_new_scroll_keys (void)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkScrollType scroll;
  } keys[] = {
    { GDK_KEY_Up, 0, GTK_SCROLL_STEP_UP },        { GDK_KEY_Down, 0, GTK_SCROLL_STEP_DOWN },
    { GDK_KEY_space, 0, GTK_SCROLL_PAGE_DOWN },   { GDK_KEY_space, GDK_SHIFT_MASK, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_Home, 0, GTK_SCROLL_START },        { GDK_KEY_End, 0, GTK_SCROLL_END },
    { GDK_KEY_BackSpace, 0, GTK_SCROLL_PAGE_UP },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                         gtk_signal_action_new ("scroll-child"), "(ib)", keys[i].scroll, FALSE));

  return controller;
}
