/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-test.h"

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0
        && g_str_equal (fields[i].value, "gdk_frame_timings_submitted() called on submitted frame."))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, data);
}

/**
 * machi_test_pardon_frames:
 *
 * Lets one warning of GTK 4.24 pass, while all others end the test: on an X server without a compositor it tells of a
 * frame submitted twice when any program shows its first popover.
 */
void
machi_test_pardon_frames (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      g_log_set_writer_func (write_log, NULL, NULL);
      g_once_init_leave (&done, 1);
    }
}

/**
 * machi_test_start:
 *
 * Returns: (transfer full): the program with its window and the built-in catalogue, in this process
 */
MachiApplication *
machi_test_start (void)
{
  MachiApplication *application = machi_application_new ();
  g_autoptr (GError) error = NULL;

  machi_test_pardon_frames ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (application));
  machi_test_wait_until (machi_test_get_window (application) != NULL
                         && machi_window_get_catalog (machi_test_get_window (application)) != NULL
                         && gtk_widget_get_mapped (GTK_WIDGET (machi_test_get_window (application))));
  machi_test_settle ();

  return application;
}

/**
 * machi_test_get_window:
 * @application: the program
 *
 * Returns: (transfer none) (nullable): its window
 */
MachiWindow *
machi_test_get_window (MachiApplication *application)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  return windows != NULL ? MACHI_WINDOW (windows->data) : NULL;
}

/**
 * machi_test_settle:
 *
 * Runs the main loop until there is nothing to do at once.
 */
void
machi_test_settle (void)
{
  for (guint i = 0; i < 200 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

static gboolean
has_label (GtkWidget *widget, const char *label)
{
  g_autofree char *own = NULL;

  if (label == NULL)
    return TRUE;
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "label") == NULL)
    return FALSE;
  g_object_get (widget, "label", &own, NULL);

  return own != NULL && strstr (own, label) != NULL;
}

static GtkWidget *
find (GtkWidget *root, GType type, const char *label, gboolean mapped)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && has_label (root, label) && (!mapped || gtk_widget_get_mapped (root)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, label, mapped);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * machi_test_find:
 * @root: where to look
 * @type: the type of the widget
 * @label: (nullable): a text its label has
 *
 * Returns: (transfer none) (nullable): the first such visible widget below @root
 */
GtkWidget *
machi_test_find (GtkWidget *root, GType type, const char *label)
{
  return find (root, type, label, TRUE);
}

/**
 * machi_test_find_unshown:
 * @root: where to look
 * @type: the type of the widget
 *
 * Returns: (transfer none) (nullable): the first such widget below @root, be it on the screen or not
 */
GtkWidget *
machi_test_find_unshown (GtkWidget *root, GType type)
{
  return find (root, type, NULL, FALSE);
}

/**
 * machi_test_stop:
 * @application: (transfer full): the program
 *
 * Closes its window and ends it.
 */
void
machi_test_stop (MachiApplication *application)
{
  gtk_window_destroy (GTK_WINDOW (machi_test_get_window (application)));
  machi_test_settle ();
  g_object_unref (application);
}
