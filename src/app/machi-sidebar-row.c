/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-sidebar-row.h"

/**
 * MachiSidebarRow:
 *
 * The widget for a row of the sidebar. GtkListView makes 200 of them before the first frame: so it is made of plain
 * labels and not from a template with expressions.
 */
struct _MachiSidebarRow
{
  GtkWidget parent_instance;

  MachiSidebarItem *item;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *secondary;
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiSidebarRow, machi_sidebar_row, GTK_TYPE_WIDGET)

static GtkWidget *
ensure_icon (MachiSidebarRow *self)
{
  if (self->icon == NULL)
    {
      self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_insert_before (self->icon, GTK_WIDGET (self), self->title);
    }

  return self->icon;
}

static GtkWidget *
ensure_secondary (MachiSidebarRow *self)
{
  if (self->secondary == NULL)
    {
      self->secondary = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (self->secondary), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (self->secondary), 12);
      gtk_widget_add_css_class (self->secondary, "dim-label");
      gtk_widget_add_css_class (self->secondary, "caption");
      gtk_widget_insert_after (self->secondary, GTK_WIDGET (self), self->title);
    }

  return self->secondary;
}

static gboolean
query_tooltip (
    GtkWidget *widget, int x G_GNUC_UNUSED, int y G_GNUC_UNUSED, gboolean keyboard G_GNUC_UNUSED, GtkTooltip *tooltip)
{
  MachiSidebarRow *self = MACHI_SIDEBAR_ROW (widget);
  g_autofree char *label = self->item != NULL ? machi_sidebar_item_dup_label (self->item) : NULL;

  gtk_tooltip_set_text (tooltip, label);

  return label != NULL;
}

/**
 * machi_sidebar_row_set_item:
 * @self: a row
 * @item: (nullable) (transfer none): what to show
 *
 * Shows another item.
 */
void
machi_sidebar_row_set_item (MachiSidebarRow *self, MachiSidebarItem *item)
{
  const char *icon_name, *secondary;

  if (!g_set_object (&self->item, item) || item == NULL)
    return;

  icon_name = machi_sidebar_item_get_icon_name (item);
  secondary = machi_sidebar_item_get_secondary (item);
  gtk_label_set_label (GTK_LABEL (self->title), machi_sidebar_item_get_title (item));
  if (icon_name != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (ensure_icon (self)), icon_name);
  if (self->icon != NULL)
    gtk_widget_set_visible (self->icon, icon_name != NULL);
  if (secondary != NULL)
    gtk_label_set_label (GTK_LABEL (ensure_secondary (self)), secondary);
  if (self->secondary != NULL)
    gtk_widget_set_visible (self->secondary, secondary != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static void
machi_sidebar_row_dispose (GObject *object)
{
  MachiSidebarRow *self = MACHI_SIDEBAR_ROW (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->secondary, gtk_widget_unparent);

  G_OBJECT_CLASS (machi_sidebar_row_parent_class)->dispose (object);
}

static void
machi_sidebar_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiSidebarRow *self = MACHI_SIDEBAR_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_sidebar_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      machi_sidebar_row_set_item (MACHI_SIDEBAR_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_sidebar_row_class_init (MachiSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = machi_sidebar_row_dispose;
  object_class->get_property = machi_sidebar_row_get_property;
  object_class->set_property = machi_sidebar_row_set_property;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, MACHI_TYPE_SIDEBAR_ITEM,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  GTK_WIDGET_CLASS (klass)->query_tooltip = query_tooltip;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
machi_sidebar_row_init (MachiSidebarRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 10);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}
