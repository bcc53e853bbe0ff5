/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-plot-private.h"
#include "machi-plot-text.h"

/*
 * machi_plot_remove_cursor:
 * @self: a plot
 *
 * Points at no value any more.
 */
void
machi_plot_remove_cursor (MachiPlot *self)
{
  if (!self->cursor.active)
    return;

  self->cursor.active = FALSE;
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_cursor (MachiPlot *self, gboolean announce)
{
  g_autofree char *text = machi_plot_data_dup_point_text (self->data, self->cursor.series, self->cursor.i);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  if (announce)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
point_at (MachiPlot *self, double x, double y)
{
  const MachiPlotItem *item = machi_plot_layout_pick (machi_plot_get_layout (self), x, y);

  if (item == NULL)
    {
      machi_plot_remove_cursor (self);
      return;
    }
  if (self->cursor.active && self->cursor.series == item->series && self->cursor.i == item->i)
    return;

  self->cursor = (MachiPlotCursor) { TRUE, item->series, item->i };
  show_cursor (self, FALSE);
}

static void
motion_cb (MachiPlot *self, double x, double y)
{
  point_at (self, x, y);
}

static void
pointer_left_cb (MachiPlot *self)
{
  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    machi_plot_remove_cursor (self);
}

static void
focus_left_cb (MachiPlot *self)
{
  machi_plot_remove_cursor (self);
}

static void
pressed_cb (MachiPlot *self, int n_press G_GNUC_UNUSED, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  point_at (self, x, y);
}

/* Up and down scroll the page where they have nothing else to do. */
static gboolean
step_cb (GtkWidget *widget, GVariant *parameter, gpointer data G_GNUC_UNUSED)
{
  MachiPlot *self = MACHI_PLOT (widget);
  MachiPlotStep step = (MachiPlotStep) g_variant_get_int32 (parameter);
  gboolean horizontal = machi_plot_get_layout (self)->horizontal;
  gboolean across = step == MACHI_PLOT_STEP_UP || step == MACHI_PLOT_STEP_DOWN;

  if (across && !horizontal && machi_plot_data_get_n_series (self->data) < 2)
    return GDK_EVENT_PROPAGATE;

  if (machi_plot_cursor_step (&self->cursor, self->data, step, horizontal))
    show_cursor (self, TRUE);

  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  MachiPlot *self = MACHI_PLOT (widget);

  if (!self->cursor.active)
    return GDK_EVENT_PROPAGATE;

  machi_plot_remove_cursor (self);

  return GDK_EVENT_STOP;
}

static void
popup_menu (MachiPlot *self, double x, double y)
{
  if (!gtk_widget_get_focusable (GTK_WIDGET (self)))
    return;

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->menu_model);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (MachiPlot *self, int n_press G_GNUC_UNUSED, double x, double y)
{
  popup_menu (self, x, y);
}

static void
long_pressed_cb (MachiPlot *self, double x, double y)
{
  popup_menu (self, x, y);
}

/* By keyboard the menu opens at the value one is at, or in the middle. */
static gboolean
menu_key_cb (GtkWidget *widget, GVariant *parameter G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  MachiPlot *self = MACHI_PLOT (widget);
  const MachiPlotItem *item = NULL;

  if (self->cursor.active)
    item = machi_plot_layout_get_item (machi_plot_get_layout (self), self->cursor.series, self->cursor.i);
  if (item != NULL)
    popup_menu (self, item->x, item->y);
  else
    popup_menu (self, gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2);

  return GDK_EVENT_STOP;
}

/*
 * machi_plot_input_class_init:
 * @widget_class: the class of MachiPlot
 *
 * Binds pointer and keys: arrows, Home and End step through values, Menu and Shift+F10 open the menu.
 */
void
machi_plot_input_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad_key;
    MachiPlotStep step;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, MACHI_PLOT_STEP_PREVIOUS },
    { GDK_KEY_Right, GDK_KEY_KP_Right, MACHI_PLOT_STEP_NEXT },
    { GDK_KEY_Home, GDK_KEY_KP_Home, MACHI_PLOT_STEP_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, MACHI_PLOT_STEP_LAST },
    { GDK_KEY_Up, GDK_KEY_KP_Up, MACHI_PLOT_STEP_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, MACHI_PLOT_STEP_DOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, step_cb, "i", keys[i].step);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad_key, 0, step_cb, "i", keys[i].step);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);

  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointer_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
}
