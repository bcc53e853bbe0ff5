/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-problems-page.h"

#include "machi-page.h"

#include <glib/gi18n.h>

/**
 * MachiProblemsPage:
 *
 * What was found wrong in the catalogue: for those who keep one.
 */
struct _MachiProblemsPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkNoSelection *selection;
  GtkStack *stack;
};

static void page_iface_init (MachiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiProblemsPage,
                               machi_problems_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (MACHI_TYPE_PAGE, page_iface_init))

static GtkScrolledWindow *
get_scroller (MachiPage *page)
{
  return MACHI_PROBLEMS_PAGE (page)->scroller;
}

static void
page_iface_init (MachiPageInterface *iface)
{
  iface->get_scroller = get_scroller;
}

static char *
format_place (GObject *object G_GNUC_UNUSED, const char *file, guint line)
{
  if (line == 0)
    return g_strdup (file);

  /* Translators: a file and a line in it */
  return g_strdup_printf (_ ("%s, line %u"), file, line);
}

static void
copy_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MachiProblemsPage *self = MACHI_PROBLEMS_PAGE (widget);
  GListModel *model = G_LIST_MODEL (self->selection);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MachiProblem) problem = g_list_model_get_item (model, i);
      g_autofree char *line = machi_problem_to_string (problem);

      g_string_append_printf (text, "%s\n", line);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Problems copied"));
}

static void
machi_problems_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MACHI_TYPE_PROBLEMS_PAGE);

  G_OBJECT_CLASS (machi_problems_page_parent_class)->dispose (object);
}

static void
machi_problems_page_class_init (MachiProblemsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_problems_page_dispose;

  g_type_ensure (MACHI_TYPE_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/machi/Machi/ui/machi-problems-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MachiProblemsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MachiProblemsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, MachiProblemsPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, format_place);
  gtk_widget_class_install_action (widget_class, "problems.copy", NULL, copy_cb);
}

static void
machi_problems_page_init (MachiProblemsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * machi_problems_page_new:
 *
 * Returns: (transfer floating): a page without problems
 */
GtkWidget *
machi_problems_page_new (void)
{
  return g_object_new (MACHI_TYPE_PROBLEMS_PAGE, NULL);
}

/**
 * machi_problems_page_set_model:
 * @self: a page
 * @problems: (transfer none): a list of #MachiProblem
 *
 * Shows these problems.
 */
void
machi_problems_page_set_model (MachiProblemsPage *self, GListModel *problems)
{
  g_return_if_fail (MACHI_IS_PROBLEMS_PAGE (self));

  gtk_no_selection_set_model (self->selection, problems);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (problems) > 0 ? "list" : "empty");
}
