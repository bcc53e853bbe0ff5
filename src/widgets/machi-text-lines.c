/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-text-lines.h"

/**
 * MachiTextLines:
 *
 * A text in no more than so many lines, as wide as there is room.
 *
 * A GtkLabel lays its text out several times over: to learn how narrow it may be, how wide it likes to be, and how high
 * it is then. That is too much for results that change with every letter one types. Here the text has no wish for a
 * width, and is laid out once for the one it gets.
 */
struct _MachiTextLines
{
  GtkWidget parent_instance;

  char *text;
  PangoAttrList *attributes;
  int max_lines;
  PangoLayout *layout;
  guint serial;
};

enum
{
  PROP_0,
  PROP_MAX_LINES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiTextLines, machi_text_lines, GTK_TYPE_WIDGET)

static void
drop_layout (MachiTextLines *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* At the side where lines of the interface begin, whatever the direction of the text: Pango changes sides for text that
 * runs against the direction of the widget. */
static PangoAlignment
get_alignment (PangoLayout *layout)
{
  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

static PangoLayout *
get_layout (MachiTextLines *self, int width)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_attributes (self->layout, self->attributes);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (self->layout, -self->max_lines);
      pango_layout_set_alignment (self->layout, get_alignment (self->layout));
    }
  pango_layout_set_width (self->layout, width < 0 ? -1 : width * PANGO_SCALE);

  return self->layout;
}

static GtkSizeRequestMode
machi_text_lines_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
machi_text_lines_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      pango_layout_get_pixel_size (get_layout (MACHI_TEXT_LINES (widget), for_size), NULL, minimum);
      *natural = *minimum;
    }
}

static void
machi_text_lines_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_append_layout (snapshot, get_layout (MACHI_TEXT_LINES (widget), gtk_widget_get_width (widget)), &colour);
}

/* Another font, but not another colour, takes another room; the layout sees by itself that its context has changed. */
static void
machi_text_lines_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  MachiTextLines *self = MACHI_TEXT_LINES (widget);
  guint serial;

  GTK_WIDGET_CLASS (machi_text_lines_parent_class)->css_changed (widget, change);
  serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));
  if (self->serial != serial)
    gtk_widget_queue_resize (widget);
  else
    gtk_widget_queue_draw (widget);
  self->serial = serial;
}

static void
machi_text_lines_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (machi_text_lines_parent_class)->system_setting_changed (widget, setting);
  drop_layout (MACHI_TEXT_LINES (widget));
}

static void
machi_text_lines_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (machi_text_lines_parent_class)->direction_changed (widget, previous);
  drop_layout (MACHI_TEXT_LINES (widget));
}

/* Under another root it has another font map. */
static void
machi_text_lines_unroot (GtkWidget *widget)
{
  g_clear_object (&MACHI_TEXT_LINES (widget)->layout);

  GTK_WIDGET_CLASS (machi_text_lines_parent_class)->unroot (widget);
}

static void
machi_text_lines_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiTextLines *self = MACHI_TEXT_LINES (object);

  switch (prop_id)
    {
    case PROP_MAX_LINES:
      g_value_set_int (value, self->max_lines);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_text_lines_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MachiTextLines *self = MACHI_TEXT_LINES (object);

  switch (prop_id)
    {
    case PROP_MAX_LINES:
      if (self->max_lines == g_value_get_int (value))
        break;
      self->max_lines = g_value_get_int (value);
      drop_layout (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_text_lines_finalize (GObject *object)
{
  MachiTextLines *self = MACHI_TEXT_LINES (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_free (self->text);

  G_OBJECT_CLASS (machi_text_lines_parent_class)->finalize (object);
}

static void
machi_text_lines_class_init (MachiTextLinesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = machi_text_lines_get_property;
  object_class->set_property = machi_text_lines_set_property;
  object_class->finalize = machi_text_lines_finalize;
  properties[PROP_MAX_LINES] = g_param_spec_int ("max-lines", NULL, NULL, 1, G_MAXINT, 1,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  widget_class->get_request_mode = machi_text_lines_get_request_mode;
  widget_class->measure = machi_text_lines_measure;
  widget_class->snapshot = machi_text_lines_snapshot;
  widget_class->css_changed = machi_text_lines_css_changed;
  widget_class->system_setting_changed = machi_text_lines_system_setting_changed;
  widget_class->direction_changed = machi_text_lines_direction_changed;
  widget_class->unroot = machi_text_lines_unroot;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
machi_text_lines_init (MachiTextLines *self)
{
  self->text = g_strdup ("");
  self->max_lines = 1;
}

static gboolean
have_same_attributes (MachiTextLines *self, PangoAttrList *attributes)
{
  if (self->attributes == NULL || attributes == NULL)
    return self->attributes == attributes;

  return pango_attr_list_equal (self->attributes, attributes);
}

/**
 * machi_text_lines_set_text:
 * @self: a text
 * @text: what it shall be
 * @attributes: (nullable) (transfer none): how parts of it look
 *
 * Shows another text, or the same with other attributes.
 */
void
machi_text_lines_set_text (MachiTextLines *self, const char *text, PangoAttrList *attributes)
{
  gboolean changed;

  g_return_if_fail (MACHI_IS_TEXT_LINES (self));
  g_return_if_fail (text != NULL);

  changed = g_set_str (&self->text, text);
  if (changed)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (!changed && have_same_attributes (self, attributes))
    return;

  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  self->attributes = attributes != NULL ? pango_attr_list_ref (attributes) : NULL;
  drop_layout (self);
}

/**
 * machi_text_lines_get_text:
 * @self: a text
 *
 * Returns: (transfer none): what it is
 */
const char *
machi_text_lines_get_text (MachiTextLines *self)
{
  g_return_val_if_fail (MACHI_IS_TEXT_LINES (self), NULL);

  return self->text;
}
