/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-timeline.h"

/**
 * MachiTimeline:
 *
 * A list of #MachiEvent, the earliest first: the founding of networks, agreements, projects by the fiscal year in which
 * they began, and milestones. It does not change.
 */
struct _MachiTimeline
{
  GObject parent_instance;

  GPtrArray *events;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiTimeline,
                               machi_timeline,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
machi_timeline_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return MACHI_TYPE_EVENT;
}

static guint
machi_timeline_get_n_items (GListModel *model)
{
  return MACHI_TIMELINE (model)->events->len;
}

static gpointer
machi_timeline_get_item (GListModel *model, guint position)
{
  MachiTimeline *self = MACHI_TIMELINE (model);

  return position < self->events->len ? g_object_ref (g_ptr_array_index (self->events, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = machi_timeline_get_item_type;
  iface->get_n_items = machi_timeline_get_n_items;
  iface->get_item = machi_timeline_get_item;
}

static void
machi_timeline_finalize (GObject *object)
{
  MachiTimeline *self = MACHI_TIMELINE (object);

  g_ptr_array_unref (self->events);

  G_OBJECT_CLASS (machi_timeline_parent_class)->finalize (object);
}

static void
machi_timeline_class_init (MachiTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = machi_timeline_finalize;
}

static void
machi_timeline_init (MachiTimeline *self)
{
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
take_event (MachiTimeline *self, MachiEvent *event)
{
  if (event != NULL)
    g_ptr_array_add (self->events, event);
}

static void
add_statements (
    MachiTimeline *self, MachiEventKind kind, MachiEntry *entry, GListModel *statements, const char *property)
{
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (MachiStatement) statement = g_list_model_get_item (statements, i);

      if (property == NULL || g_strcmp0 (machi_statement_get_topic (statement), property) == 0)
        take_event (self, machi_event_new (kind, machi_statement_get_date (statement), entry, statement));
    }
}

static void
add_project (MachiTimeline *self, MachiEntry *project)
{
  char date[16];
  int from, to;

  machi_entry_get_period (project, &from, &to);
  if (from <= 0 && to <= 0)
    return;

  g_snprintf (date, sizeof date, "%04d", from > 0 ? from : to);
  take_event (self, machi_event_new (MACHI_EVENT_PROJECT, date, project, NULL));
}

static void
add_entry (MachiTimeline *self, MachiEntry *entry)
{
  MachiKind kind = machi_entry_get_kind (entry);

  if (kind == MACHI_KIND_PROJECT)
    add_project (self, entry);
  if (kind == MACHI_KIND_NETWORK)
    add_statements (self, MACHI_EVENT_FOUNDING, entry, machi_entry_get_facts (entry), "founded");
  add_statements (self, MACHI_EVENT_AGREEMENT, entry, machi_entry_get_agreements (entry), NULL);
  add_statements (self, MACHI_EVENT_MILESTONE, entry, machi_entry_get_milestones (entry), NULL);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  return machi_event_compare (*(MachiEvent **) a, *(MachiEvent **) b);
}

/**
 * machi_timeline_new:
 * @lists: (array length=n_lists): lists of #MachiEntry, such as all networks
 * @n_lists: how many
 *
 * Returns: (transfer full): what these entries date
 */
MachiTimeline *
machi_timeline_new (GListModel *const *lists, guint n_lists)
{
  MachiTimeline *self = g_object_new (MACHI_TYPE_TIMELINE, NULL);

  for (guint i = 0; i < n_lists; i++)
    for (guint j = 0; j < g_list_model_get_n_items (lists[i]); j++)
      {
        g_autoptr (MachiEntry) entry = g_list_model_get_item (lists[i], j);
        add_entry (self, entry);
      }
  g_ptr_array_sort (self->events, compare_events);

  return self;
}

/**
 * machi_timeline_get_span:
 * @self: a timeline
 * @first: (out): the year of the first event
 * @dense: (out): the first year of the decade before which there are few: at most one event in fifty
 * @last: (out): the year of the last event
 *
 * Returns: whether there are any events
 */
gboolean
machi_timeline_get_span (MachiTimeline *self, int *first, int *dense, int *last)
{
  g_return_val_if_fail (MACHI_IS_TIMELINE (self), FALSE);

  if (self->events->len == 0)
    return FALSE;

  *first = machi_event_get_year (g_ptr_array_index (self->events, 0));
  *dense = machi_event_get_year (g_ptr_array_index (self->events, self->events->len / 50)) / 10 * 10;
  *last = machi_event_get_year (g_ptr_array_index (self->events, self->events->len - 1));

  return TRUE;
}
