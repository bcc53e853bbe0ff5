/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-search-provider.h"

#include "machi-search-engine.h"
#include "machi-shell-search-provider2.h"

#include <glib/gi18n.h>

#define IDLE_MS 10000
#define MAX_RESULTS 100
#define OBJECT_PATH "/org/machi/Machi/SearchProvider"

/**
 * MachiSearchProvider:
 *
 * Answers the desktop's search with entries of the built-in catalogue. The desktop starts it over the bus when somebody
 * types there; it leaves when it has not been asked for a while.
 */
struct _MachiSearchProvider
{
  GApplication parent_instance;

  MachiShellSearchProvider2 *skeleton;
  MachiCatalog *catalog;
  MachiSearchEngine *engine;
  GPtrArray *waiting; /* of Question: asked before the catalogue was read */
};

/* What was asked; the program stays while it is not answered. */
typedef struct
{
  MachiSearchProvider *self;
  GDBusMethodInvocation *invocation;
  GStrv words;
  void (*answer) (MachiSearchProvider *self, GDBusMethodInvocation *invocation, const char *const *words);
} Question;

G_DEFINE_FINAL_TYPE (MachiSearchProvider, machi_search_provider, G_TYPE_APPLICATION)

static void
question_free (gpointer data)
{
  Question *question = data;

  g_application_release (G_APPLICATION (question->self));
  g_clear_object (&question->invocation);
  g_clear_pointer (&question->words, g_strfreev);
  g_free (question);
}

/* As the window finds names, with the same code. */
static void
answer_results (MachiSearchProvider *self, GDBusMethodInvocation *invocation, const char *const *terms)
{
  g_autofree char *joined = g_strjoinv (" ", (GStrv) terms);
  g_autoptr (MachiQuery) query = machi_query_new (joined);
  g_autoptr (MachiSearchAnswer) answer = machi_search_engine_find_names (self->engine, query, NULL, NULL);
  GVariantBuilder results;

  g_variant_builder_init (&results, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < MIN (answer->hits->len, MAX_RESULTS); i++)
    {
      guint doc = g_array_index (answer->hits, MachiSearchHit, i).doc;
      MachiEntry *entry = machi_search_corpus_get_entry (machi_search_engine_get_corpus (self->engine), doc);

      g_variant_builder_add_value (&results, g_variant_new_take_string (machi_entry_dup_address (entry)));
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(as)", &results));
}

static MachiEntry *
find_entry (MachiSearchProvider *self, const char *identifier)
{
  g_autoptr (MachiAddress) address = machi_address_parse (identifier, NULL);

  if (address == NULL || machi_address_get_kind (address) == MACHI_KIND_NONE)
    return NULL;

  return machi_catalog_lookup (self->catalog, machi_address_get_kind (address), machi_address_get_id (address));
}

static GVariant *
describe (const char *identifier, MachiEntry *entry)
{
  const char *kind = machi_kind_get_label (machi_entry_get_kind (entry));
  const char *summary = machi_entry_get_display_summary (entry, NULL);
  g_autofree char *description = NULL;
  GVariantDict meta;

  /* Translators: the kind of an entry and what it is in a line */
  description = summary != NULL ? g_strdup_printf (_ ("%s · %s"), kind, summary) : g_strdup (kind);
  g_variant_dict_init (&meta, NULL);
  g_variant_dict_insert (&meta, "id", "s", identifier);
  g_variant_dict_insert (&meta, "name", "s", machi_entry_get_name (entry));
  g_variant_dict_insert (&meta, "description", "s", description);
  g_variant_dict_insert (&meta, "gicon", "s", APP_ID);

  return g_variant_dict_end (&meta);
}

static void
answer_metas (MachiSearchProvider *self, GDBusMethodInvocation *invocation, const char *const *identifiers)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; identifiers[i] != NULL; i++)
    {
      MachiEntry *entry = find_entry (self, identifiers[i]);

      if (entry != NULL)
        g_variant_builder_add_value (&metas, describe (identifiers[i], entry));
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", &metas));
}

static void
ask (MachiSearchProvider *self,
     GDBusMethodInvocation *invocation,
     const char *const *words,
     void (*answer) (MachiSearchProvider *, GDBusMethodInvocation *, const char *const *))
{
  Question *question = g_new0 (Question, 1);

  g_application_hold (G_APPLICATION (self));
  question->self = self;
  question->invocation = invocation; /* the handler of a call owns it */
  question->words = g_strdupv ((GStrv) words);
  question->answer = answer;
  g_ptr_array_add (self->waiting, question);
}

static void
answer_waiting (MachiSearchProvider *self)
{
  if (self->engine == NULL)
    return;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      Question *question = self->waiting->pdata[i];

      question->answer (self, g_steal_pointer (&question->invocation), (const char *const *) question->words);
    }
  g_ptr_array_set_size (self->waiting, 0);
}

static gboolean
initial_cb (MachiSearchProvider *self, GDBusMethodInvocation *invocation, const char *const *terms)
{
  ask (self, invocation, terms, answer_results);
  answer_waiting (self);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
subsearch_cb (MachiSearchProvider *self,
              GDBusMethodInvocation *invocation,
              const char *const *previous G_GNUC_UNUSED,
              const char *const *terms)
{
  /* The first results may have been cut short; all names are gone through faster than a reader types. */
  return initial_cb (self, invocation, terms);
}

static gboolean
metas_cb (MachiSearchProvider *self, GDBusMethodInvocation *invocation, const char *const *identifiers)
{
  ask (self, invocation, identifiers, answer_metas);
  answer_waiting (self);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MachiSearchProvider) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) nothing = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (nothing == NULL)
    g_warning ("Machi could not be opened: %s", error->message);
  g_application_release (G_APPLICATION (self));
}

/* Opens @address in the program, which the bus starts where it does not run. */
static void
open_address (MachiSearchProvider *self, const char *address, guint timestamp)
{
  const char *uris[] = { address, NULL };
  g_autofree char *startup_id = g_strdup_printf ("_TIME%u", timestamp);
  GVariantDict platform;

  g_variant_dict_init (&platform, NULL);
  g_variant_dict_insert (&platform, "desktop-startup-id", "s", startup_id);
  g_application_hold (G_APPLICATION (self));
  g_dbus_connection_call (g_application_get_dbus_connection (G_APPLICATION (self)), APP_ID, "/org/machi/Machi",
                          "org.freedesktop.Application", "Open",
                          g_variant_new ("(^as@a{sv})", uris, g_variant_dict_end (&platform)), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, opened_cb, g_object_ref (self));
}

static gboolean
activate_cb (MachiSearchProvider *self,
             GDBusMethodInvocation *invocation,
             const char *identifier,
             const char *const *terms G_GNUC_UNUSED,
             guint timestamp)
{
  open_address (self, identifier, timestamp);
  machi_shell_search_provider2_complete_activate_result (self->skeleton, invocation);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
launch_cb (MachiSearchProvider *self, GDBusMethodInvocation *invocation, const char *const *terms, guint timestamp)
{
  g_autofree char *joined = g_strjoinv (" ", (GStrv) terms);
  g_autofree char *escaped = g_uri_escape_string (joined, NULL, FALSE);
  g_autofree char *address = g_strconcat ("machi:search?q=", escaped, NULL);

  open_address (self, address, timestamp);
  machi_shell_search_provider2_complete_launch_search (self->skeleton, invocation);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
loaded_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (MachiSearchProvider) self = data;
  g_autoptr (MachiSearchCorpus) corpus = NULL;
  g_autoptr (GError) error = NULL;

  self->catalog = machi_catalog_load_finish (result, &error);
  if (self->catalog == NULL)
    g_error ("The built-in catalogue cannot be read: %s", error->message);
  corpus = machi_search_corpus_new (self->catalog);
  self->engine = machi_search_engine_new (corpus);
  answer_waiting (self);
}

static void
machi_search_provider_startup (GApplication *application)
{
  g_autoptr (GFile) root = g_file_new_for_uri (MACHI_CATALOG_BUILT_IN);

  G_APPLICATION_CLASS (machi_search_provider_parent_class)->startup (application);

  machi_catalog_load_async (root, NULL, loaded_cb, g_object_ref (application));
}

static gboolean
machi_search_provider_dbus_register (GApplication *application,
                                     GDBusConnection *connection,
                                     const char *object_path,
                                     GError **error)
{
  MachiSearchProvider *self = MACHI_SEARCH_PROVIDER (application);

  if (!G_APPLICATION_CLASS (machi_search_provider_parent_class)
           ->dbus_register (application, connection, object_path, error))
    return FALSE;

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection, OBJECT_PATH, error);
}

static void
machi_search_provider_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *object_path)
{
  MachiSearchProvider *self = MACHI_SEARCH_PROVIDER (application);

  if (g_dbus_interface_skeleton_has_connection (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection))
    g_dbus_interface_skeleton_unexport_from_connection (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection);
  G_APPLICATION_CLASS (machi_search_provider_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
machi_search_provider_dispose (GObject *object)
{
  MachiSearchProvider *self = MACHI_SEARCH_PROVIDER (object);

  g_clear_object (&self->skeleton);
  g_clear_pointer (&self->engine, machi_search_engine_unref);
  g_clear_object (&self->catalog);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (machi_search_provider_parent_class)->dispose (object);
}

static void
machi_search_provider_class_init (MachiSearchProviderClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = machi_search_provider_dispose;
  application_class->startup = machi_search_provider_startup;
  application_class->dbus_register = machi_search_provider_dbus_register;
  application_class->dbus_unregister = machi_search_provider_dbus_unregister;
}

static void
machi_search_provider_init (MachiSearchProvider *self)
{
  self->waiting = g_ptr_array_new_with_free_func (question_free);
  self->skeleton = machi_shell_search_provider2_skeleton_new ();
  g_signal_connect_object (self->skeleton, "handle-get-initial-result-set", G_CALLBACK (initial_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-get-subsearch-result-set", G_CALLBACK (subsearch_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-get-result-metas", G_CALLBACK (metas_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-activate-result", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-launch-search", G_CALLBACK (launch_cb), self, G_CONNECT_SWAPPED);
}

/**
 * machi_search_provider_new:
 *
 * Returns: (transfer full): the search provider, not yet running
 */
MachiSearchProvider *
machi_search_provider_new (void)
{
  return g_object_new (MACHI_TYPE_SEARCH_PROVIDER, "application-id", APP_ID ".SearchProvider", "flags",
                       G_APPLICATION_IS_SERVICE, "inactivity-timeout", IDLE_MS, NULL);
}
