/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-register.h"

#include "machi-fold.h"
#include "machi-register-order.h"
#include "machi-register-scan.h"

/* So many projects are sorted and filtered at once, in a few milliseconds. */
#define FEW_PROJECTS 1000
/* How long the main loop may be kept otherwise, in microseconds. */
#define SLICE_US 2500
/* A list has widgets for about 200 rows, most of them out of sight: these come, change and go a few at a time. */
#define ROWS_A_STEP 8
#define ROWS_WITH_WIDGETS 240

/**
 * MachiRegister:
 *
 * The register of projects: a list of #MachiRegisterRow, sorted by a column, of those that match a filter and a text.
 * Work on many is done in slices while the main loop is idle; what was shown stays until the new is found. Then the
 * rows get other projects, so that a view keeps its widgets; the list changes only in length, at its end, in slices.
 */
struct _MachiRegister
{
  GObject parent_instance;

  MachiEntryFilter *filter;
  GPtrArray *projects;
  char *text;
  char *needle;
  MachiRegisterColumn column;
  gboolean descending;

  /* What is shown. */
  MachiRegisterResult *shown;
  guint n_rows;
  GHashTable *rows;
  GHashTable *places;
  GPtrArray *stale;

  /* How it is found. */
  MachiRegisterOrder *order;
  MachiRegisterScan *scan;
  gboolean found;
  guint source_id;
};

enum
{
  PROP_0,
  PROP_FILTER,
  PROP_PENDING,
  N_PROPS,
};

enum
{
  UPDATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MachiRegister,
                               machi_register,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
machi_register_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return MACHI_TYPE_REGISTER_ROW;
}

static guint
machi_register_get_n_items (GListModel *model)
{
  return MACHI_REGISTER (model)->n_rows;
}

static void
row_gone_cb (gpointer data, GObject *row)
{
  MachiRegister *self = data;
  gpointer place = g_hash_table_lookup (self->places, row);

  g_hash_table_remove (self->rows, place);
  g_hash_table_remove (self->places, row);
}

static gpointer
machi_register_get_item (GListModel *model, guint position)
{
  MachiRegister *self = MACHI_REGISTER (model);
  MachiRegisterRow *row;

  if (position >= self->n_rows)
    return NULL;

  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  if (row != NULL)
    return g_object_ref (row);

  row = machi_register_row_new (machi_register_get_shown (self, position));
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
  g_hash_table_insert (self->places, row, GUINT_TO_POINTER (position));
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, self);

  return row;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = machi_register_get_item_type;
  iface->get_n_items = machi_register_get_n_items;
  iface->get_item = machi_register_get_item;
}

static void
forget_rows (MachiRegister *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    g_object_weak_unref (row, row_gone_cb, self);
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->places);
}

static void
forget_projects (MachiRegister *self)
{
  g_clear_pointer (&self->order, machi_register_order_free);
  g_clear_pointer (&self->scan, machi_register_scan_free);
  g_clear_pointer (&self->projects, g_ptr_array_unref);
}

static void
machi_register_dispose (GObject *object)
{
  MachiRegister *self = MACHI_REGISTER (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_ptr_array_set_size (self->stale, 0);
  forget_rows (self);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (machi_register_parent_class)->dispose (object);
}

static void
machi_register_finalize (GObject *object)
{
  MachiRegister *self = MACHI_REGISTER (object);

  forget_projects (self);
  machi_register_result_free (self->shown);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->stale);
  g_free (self->text);
  g_free (self->needle);

  G_OBJECT_CLASS (machi_register_parent_class)->finalize (object);
}

static void
machi_register_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiRegister *self = MACHI_REGISTER (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_PENDING:
      g_value_set_boolean (value, machi_register_get_pending (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_register_class_init (MachiRegisterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = machi_register_dispose;
  object_class->finalize = machi_register_finalize;
  object_class->get_property = machi_register_get_property;

  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, MACHI_TYPE_ENTRY_FILTER, flags);
  properties[PROP_PENDING] = g_param_spec_boolean ("pending", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MachiRegister::updated:
   *
   * What is shown, and so its totals, may be other projects than before.
   */
  signals[UPDATED]
      = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
machi_register_init (MachiRegister *self)
{
  self->projects = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = machi_register_result_new ();
  self->rows = g_hash_table_new (NULL, NULL);
  self->stale = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_hash_table_new (NULL, NULL);
  self->column = MACHI_REGISTER_YEAR;
  self->descending = TRUE;
  self->found = TRUE;
}

static void
set_n_rows (MachiRegister *self, guint n_rows)
{
  guint old = self->n_rows;

  self->n_rows = n_rows;
  if (n_rows < old)
    g_list_model_items_changed (G_LIST_MODEL (self), n_rows, old - n_rows, 0);
  else if (n_rows > old)
    g_list_model_items_changed (G_LIST_MODEL (self), old, 0, n_rows - old);
}

static guint
get_place (MachiRegister *self, gpointer row)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->places, row));
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  return get_place (data, *(gpointer *) a) < get_place (data, *(gpointer *) b) ? 1 : -1;
}

/* The rows that someone holds, the first at the end. */
static void
collect_stale (MachiRegister *self)
{
  GHashTableIter iter;
  gpointer row;

  g_ptr_array_set_size (self->stale, 0);
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    g_ptr_array_add (self->stale, g_object_ref (row));
  g_ptr_array_sort_with_data (self->stale, compare_places, self);
}

static void
fill_rows (MachiRegister *self, guint n_rows)
{
  while (self->stale->len > 0 && n_rows-- > 0)
    {
      g_autoptr (MachiRegisterRow) row = g_ptr_array_steal_index (self->stale, self->stale->len - 1);

      machi_register_row_set_entry (row, machi_register_get_shown (self, get_place (self, row)));
    }
}

static void
publish (MachiRegister *self)
{
  MachiRegisterResult *result = machi_register_scan_end (self->scan);

  machi_register_result_free (self->shown);
  self->shown = result;
  self->found = TRUE;
  collect_stale (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

/* The length nearest to the right one for which few widgets come or go. */
static guint
get_next_length (MachiRegister *self)
{
  guint wanted = self->shown->places->len;

  if (self->n_rows > wanted)
    return self->n_rows > ROWS_WITH_WIDGETS ? MAX (wanted, ROWS_WITH_WIDGETS)
                                            : MAX (wanted, self->n_rows - MIN (self->n_rows, ROWS_A_STEP));

  return self->n_rows < ROWS_WITH_WIDGETS ? MIN (wanted, self->n_rows + ROWS_A_STEP) : wanted;
}

/* Does the next little thing towards what shall be shown; says whether it is found. */
static gboolean
find_step (MachiRegister *self)
{
  GArray *order = machi_register_order_get (self->order, self->column, self->descending);

  if (self->found)
    return TRUE;

  if (order == NULL)
    machi_register_order_step (self->order, self->column, self->descending);
  else if (machi_register_scan_step (self->scan, order, self->filter))
    publish (self);

  return FALSE;
}

/* Does the next little thing to show what was found; says whether it is shown. */
static gboolean
show_step (MachiRegister *self)
{
  if (self->stale->len > 0)
    fill_rows (self, ROWS_A_STEP);
  else
    set_n_rows (self, get_next_length (self));

  return self->stale->len == 0 && self->n_rows == self->shown->places->len;
}

static gboolean
slice_cb (gpointer data)
{
  MachiRegister *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_US;

  while (!find_step (self))
    if (g_get_monotonic_time () > end)
      return G_SOURCE_CONTINUE;

  if (!show_step (self))
    return G_SOURCE_CONTINUE;

  self->source_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);

  return G_SOURCE_REMOVE;
}

static void
find_again (MachiRegister *self)
{
  if (self->order == NULL)
    return;

  self->found = FALSE;
  machi_register_scan_begin (self->scan, self->needle);
  while (self->projects->len <= FEW_PROJECTS && !find_step (self))
    ;
  if (self->source_id != 0)
    return;

  self->source_id = g_idle_add (slice_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

/**
 * machi_register_new:
 * @filter: (transfer none): what is to be shown; it is followed
 *
 * Returns: (transfer full): a register without projects, the newest first when it has some
 */
MachiRegister *
machi_register_new (MachiEntryFilter *filter)
{
  MachiRegister *self = g_object_new (MACHI_TYPE_REGISTER, NULL);

  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (find_again), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * machi_register_set_projects:
 * @self: a register
 * @projects: a list of #MachiEntry, which does not change any more
 *
 * Gives the register its projects.
 */
void
machi_register_set_projects (MachiRegister *self, GListModel *projects)
{
  guint n_projects;

  g_return_if_fail (MACHI_IS_REGISTER (self));
  g_return_if_fail (G_IS_LIST_MODEL (projects));

  set_n_rows (self, 0);
  machi_register_result_free (self->shown);
  self->shown = machi_register_result_new ();
  forget_projects (self);

  n_projects = g_list_model_get_n_items (projects);
  self->projects = g_ptr_array_new_full (n_projects, g_object_unref);
  for (guint i = 0; i < n_projects; i++)
    g_ptr_array_add (self->projects, g_list_model_get_item (projects, i));
  self->order = machi_register_order_new (self->projects);
  self->scan = machi_register_scan_new (self->projects);
  find_again (self);
  if (n_projects <= FEW_PROJECTS)
    machi_register_finish (self);
}

/**
 * machi_register_get_n_projects:
 * @self: a register
 *
 * Returns: how many projects there are
 */
guint
machi_register_get_n_projects (MachiRegister *self)
{
  g_return_val_if_fail (MACHI_IS_REGISTER (self), 0);

  return self->projects->len;
}

/**
 * machi_register_get_n_shown:
 * @self: a register
 *
 * Returns: how many projects match; the list may be shorter or longer while it is pending
 */
guint
machi_register_get_n_shown (MachiRegister *self)
{
  g_return_val_if_fail (MACHI_IS_REGISTER (self), 0);

  return self->shown->places->len;
}

/**
 * machi_register_get_shown:
 * @self: a register
 * @position: a place in the list
 *
 * Returns: (transfer none) (nullable): the project shown there
 */
MachiEntry *
machi_register_get_shown (MachiRegister *self, guint position)
{
  g_return_val_if_fail (MACHI_IS_REGISTER (self), NULL);

  return position < self->shown->places->len
             ? g_ptr_array_index (self->projects, g_array_index (self->shown->places, guint32, position))
             : NULL;
}

/**
 * machi_register_get_filter:
 * @self: a register
 *
 * Returns: (transfer none): its filter
 */
MachiEntryFilter *
machi_register_get_filter (MachiRegister *self)
{
  g_return_val_if_fail (MACHI_IS_REGISTER (self), NULL);

  return self->filter;
}

/**
 * machi_register_get_text:
 * @self: a register
 *
 * Returns: (nullable): the text that projects must have
 */
const char *
machi_register_get_text (MachiRegister *self)
{
  g_return_val_if_fail (MACHI_IS_REGISTER (self), NULL);

  return self->text;
}

/**
 * machi_register_set_text:
 * @self: a register
 * @text: (nullable): words; each must stand in a name or a cell of a project, however it is written
 *
 * Filters by a text.
 */
void
machi_register_set_text (MachiRegister *self, const char *text)
{
  g_autofree char *needle = text != NULL ? machi_fold (text) : NULL;

  g_return_if_fail (MACHI_IS_REGISTER (self));

  g_set_str (&self->text, text);
  if (needle != NULL && *needle == '\0')
    g_clear_pointer (&needle, g_free);
  if (g_set_str (&self->needle, needle))
    find_again (self);
}

/**
 * machi_register_set_order:
 * @self: a register
 * @column: by what
 * @descending: whether the last or largest stands first
 *
 * Sorts the register. What is equal is sorted by title.
 */
void
machi_register_set_order (MachiRegister *self, MachiRegisterColumn column, gboolean descending)
{
  g_return_if_fail (MACHI_IS_REGISTER (self));
  g_return_if_fail (column < MACHI_N_REGISTER_COLUMNS);

  descending = descending != FALSE;
  if (self->column == column && self->descending == descending)
    return;

  self->column = column;
  self->descending = descending;
  find_again (self);
}

/**
 * machi_register_get_pending:
 * @self: a register
 *
 * Returns: whether it does not show yet what it shall
 */
gboolean
machi_register_get_pending (MachiRegister *self)
{
  g_return_val_if_fail (MACHI_IS_REGISTER (self), FALSE);

  return self->source_id != 0;
}

/**
 * machi_register_finish:
 * @self: a register
 *
 * Does at once what is pending.
 */
void
machi_register_finish (MachiRegister *self)
{
  gboolean pending;

  g_return_if_fail (MACHI_IS_REGISTER (self));

  pending = self->source_id != 0;
  g_clear_handle_id (&self->source_id, g_source_remove);
  while (self->order != NULL && !find_step (self))
    ;
  fill_rows (self, G_MAXUINT);
  set_n_rows (self, self->shown->places->len);
  if (pending)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

/**
 * machi_register_get_totals:
 * @self: a register
 * @facet: a facet
 *
 * Returns: (transfer none): how many of the shown projects have each value of @facet, years as texts
 */
MachiTally *
machi_register_get_totals (MachiRegister *self, MachiFacet facet)
{
  g_return_val_if_fail (MACHI_IS_REGISTER (self), NULL);
  g_return_val_if_fail (facet < MACHI_N_FACETS, NULL);

  return self->shown->totals[facet];
}

/**
 * machi_register_get_choices:
 * @self: a register
 * @facet: a facet
 *
 * Returns: (transfer none): how many projects each value of @facet would show if @facet were not filtered by
 */
MachiTally *
machi_register_get_choices (MachiRegister *self, MachiFacet facet)
{
  g_return_val_if_fail (MACHI_IS_REGISTER (self), NULL);
  g_return_val_if_fail (facet < MACHI_N_FACETS, NULL);

  return self->shown->choices[facet];
}
