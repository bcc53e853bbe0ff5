/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machi-references.h"

#define FIELD(holder, member, target, role, inverse)                                                                   \
  { MACHI_KIND_##holder, member, MACHI_KIND_##target, MACHI_ROLE_##role, MACHI_ROLE_##inverse }

/* Said on one side only; both sides show it. */
static const MachiReferenceField fields[] = {
  FIELD (NETWORK, "members", CITY, MEMBER, NETWORK),
  FIELD (NETWORK, "predecessors", NETWORK, PREDECESSOR, SUCCESSOR),
  FIELD (NETWORK, "parents", NETWORK, PARENT, PART),
  FIELD (NETWORK, "related", NETWORK, RELATED, RELATED),
  FIELD (NETWORK, "organisations", ORGANISATION, ORGANISATION, NETWORK),
  FIELD (NETWORK, "programmes", PROGRAMME, PROGRAMME, NETWORK),
  FIELD (COOPERATION, "cities", CITY, PAIR, COOPERATION),
  FIELD (COOPERATION, "networks", NETWORK, NETWORK, COOPERATION),
  FIELD (COOPERATION, "programmes", PROGRAMME, PROGRAMME, COOPERATION),
  FIELD (COOPERATION, "organisations", ORGANISATION, ORGANISATION, COOPERATION),
  FIELD (COOPERATION, "documents", DOCUMENT, DOCUMENT, COOPERATION),
  FIELD (PROJECT, "cities", CITY, SUPPORTING_CITY, PROJECT),
  FIELD (PROJECT, "partners", CITY, PARTNER_CITY, PROJECT),
  FIELD (PROJECT, "programmes", PROGRAMME, PROGRAMME, PROJECT),
  FIELD (PROJECT, "organisations", ORGANISATION, ORGANISATION, PROJECT),
  FIELD (PROGRAMME, "organisations", ORGANISATION, ORGANISATION, PROGRAMME),
  FIELD (PROGRAMME, "related", PROGRAMME, RELATED, RELATED),
  FIELD (ORGANISATION, "cities", CITY, SEAT, ORGANISATION),
  FIELD (ORGANISATION, "parents", ORGANISATION, PARENT, PART),
  FIELD (DOCUMENT, "about", NONE, SUBJECT, DOCUMENT),
  FIELD (TERM, "related", TERM, TERM, TERM),
  FIELD (REPORT, "cities", CITY, CITY, REPORT),
  FIELD (REPORT, "cooperations", COOPERATION, COOPERATION, REPORT),
  FIELD (REPORT, "networks", NETWORK, NETWORK, REPORT),
  FIELD (REPORT, "programmes", PROGRAMME, PROGRAMME, REPORT),
  FIELD (REPORT, "organisations", ORGANISATION, ORGANISATION, REPORT),
  FIELD (REPORT, "documents", DOCUMENT, DOCUMENT, REPORT),
};

/**
 * machi_reference_fields_get:
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): all fields by which entries refer to others
 */
const MachiReferenceField *
machi_reference_fields_get (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);

  return fields;
}

/**
 * machi_kind_get_role:
 * @kind: a kind of entry
 *
 * Returns: the role in which such an entry stands to one of its topics
 */
MachiRole
machi_kind_get_role (MachiKind kind)
{
  static const MachiRole roles[MACHI_N_KINDS] = {
    [MACHI_KIND_REPORT] = MACHI_ROLE_REPORT,
    [MACHI_KIND_NETWORK] = MACHI_ROLE_NETWORK,
    [MACHI_KIND_CITY] = MACHI_ROLE_CITY,
    [MACHI_KIND_COOPERATION] = MACHI_ROLE_COOPERATION,
    [MACHI_KIND_PROJECT] = MACHI_ROLE_PROJECT,
    [MACHI_KIND_PROGRAMME] = MACHI_ROLE_PROGRAMME,
    [MACHI_KIND_ORGANISATION] = MACHI_ROLE_ORGANISATION,
    [MACHI_KIND_DOCUMENT] = MACHI_ROLE_DOCUMENT,
    [MACHI_KIND_TERM] = MACHI_ROLE_TERM,
    [MACHI_KIND_TOPIC] = MACHI_ROLE_RELATED,
  };

  return roles[kind];
}

/**
 * machi_reference_free:
 * @self: (transfer full): a reference
 *
 * Frees it.
 */
void
machi_reference_free (MachiReference *self)
{
  g_clear_object (&self->holder);
  g_clear_object (&self->statement);
  g_free (self->id);
  g_free (self->pointer);
  g_free (self);
}
