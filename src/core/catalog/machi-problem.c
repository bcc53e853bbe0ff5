/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-problem.h"

/**
 * MachiProblem:
 *
 * Something that is wrong in a pack, and where. Immutable.
 */
struct _MachiProblem
{
  GObject parent_instance;

  char *file;
  guint line;
  char *message;
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_LINE,
  PROP_MESSAGE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MachiProblem, machi_problem, G_TYPE_OBJECT)

static void
machi_problem_finalize (GObject *object)
{
  MachiProblem *self = MACHI_PROBLEM (object);

  g_free (self->file);
  g_free (self->message);

  G_OBJECT_CLASS (machi_problem_parent_class)->finalize (object);
}

static void
machi_problem_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MachiProblem *self = MACHI_PROBLEM (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_string (value, self->file);
      break;
    case PROP_LINE:
      g_value_set_uint (value, self->line);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
machi_problem_class_init (MachiProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = machi_problem_finalize;
  object_class->get_property = machi_problem_get_property;

  properties[PROP_FILE] = g_param_spec_string ("file", NULL, NULL, NULL, flags);
  properties[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
machi_problem_init (MachiProblem *self G_GNUC_UNUSED)
{
}

/**
 * machi_problem_new:
 * @file: the name of the file within its pack
 * @line: the line from 1, or 0 where none can be named
 * @message: what is wrong and how to mend it, translated
 *
 * Returns: (transfer full): a problem
 */
MachiProblem *
machi_problem_new (const char *file, guint line, const char *message)
{
  MachiProblem *self = g_object_new (MACHI_TYPE_PROBLEM, NULL);

  self->file = g_strdup (file);
  self->line = line;
  self->message = g_utf8_make_valid (message, -1);

  return self;
}

/**
 * machi_problem_new_printf:
 * @file: the name of the file within its pack
 * @line: the line from 1, or 0 where none can be named
 * @format: what is wrong and how to mend it, translated, as for printf
 * @...: the arguments of @format
 *
 * Returns: (transfer full): a problem
 */
MachiProblem *
machi_problem_new_printf (const char *file, guint line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  return machi_problem_new (file, line, message);
}

/**
 * machi_problem_get_file:
 * @self: a problem
 *
 * Returns: the name of the file within its pack
 */
const char *
machi_problem_get_file (MachiProblem *self)
{
  g_return_val_if_fail (MACHI_IS_PROBLEM (self), NULL);

  return self->file;
}

/**
 * machi_problem_get_line:
 * @self: a problem
 *
 * Returns: the line from 1, or 0 where none can be named
 */
guint
machi_problem_get_line (MachiProblem *self)
{
  g_return_val_if_fail (MACHI_IS_PROBLEM (self), 0);

  return self->line;
}

/**
 * machi_problem_get_message:
 * @self: a problem
 *
 * Returns: what is wrong
 */
const char *
machi_problem_get_message (MachiProblem *self)
{
  g_return_val_if_fail (MACHI_IS_PROBLEM (self), NULL);

  return self->message;
}

/**
 * machi_problem_to_string:
 * @self: a problem
 *
 * Returns: (transfer full): `file:line: message`, as compilers and editors know it
 */
char *
machi_problem_to_string (MachiProblem *self)
{
  g_return_val_if_fail (MACHI_IS_PROBLEM (self), NULL);

  if (self->line == 0)
    return g_strdup_printf ("%s: %s", self->file, self->message);

  return g_strdup_printf ("%s:%u: %s", self->file, self->line, self->message);
}
