"""Messages that each bring a password link: all but the ids of the links is computed before the lock."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.database import Dialect, dialect
from models.rules.vocabulary import LinkPurpose, OutgoingState
from models.stores.bulk_insert import bulk_insert_records, reserve_ids, storable
from models.stores.messages.outbox import OutgoingMessage
from models.stores.sign_in.password_links import NewPasswordLink, revocation_writes, revoke_password_links
from models.stores.sql import Statement
from models.stores.write_together import Write, write_together

_encode = json.JSONEncoder(ensure_ascii=False).encode

_LINK_COLUMNS = {"account_id": "bigint", "purpose": "text", "nonce": "text", "token_hash": "text"}
_MESSAGE_COLUMNS = {
    "employer_id": "bigint",
    "account_id": "bigint",
    "channel": "text",
    "kind": "text",
    "recipient": "text",
    "facts": "text",
    "message_id": "text",
}
"""What differs from message to message, with its type on PostgreSQL."""


@dataclass(frozen=True, slots=True)
class LinkMessage:
    """A message and its link, as they are stored."""

    link: tuple[object, ...]
    """The account, the purpose, the nonce and the hash of the token."""
    message: tuple[object, ...]
    """The first columns of the message, until its Message-ID."""


def link_message(link: NewPasswordLink, purpose: LinkPurpose, message: OutgoingMessage) -> LinkMessage:
    """Return a message that is to bring this link; it needs no `link_id` yet."""
    whose = (message.employer_id, message.account_id, message.channel.value, message.kind.value)
    return LinkMessage(
        (link.account_id, purpose.value, link.nonce, link.token_hash),
        (*whose, message.recipient, _encode(message.facts), message.message_id),
    )


async def enqueue_link_messages(
    messages: Sequence[LinkMessage], at: datetime, until: datetime, revoked: Collection[int] = ()
) -> None:
    """Insert the links, valid until `until`, and the messages, due at once, however many.

    The earlier links of the accounts `revoked` are revoked (C3). One statement on PostgreSQL.
    """
    if dialect() is Dialect.POSTGRESQL:
        revocations = revocation_writes(revoked, at) if revoked else []
        await write_together(*revocations, _insert_as_arrays(messages, at, until))
        return
    if revoked:
        await revoke_password_links(revoked, at)
    ids, now, end = await reserve_ids("password_link", len(messages)), storable(at), storable(until)
    numbered = list(zip(ids, messages, strict=True))
    links = [(*one.link, now, end, link_id) for link_id, one in numbered]
    await bulk_insert_records("password_link", (*_LINK_COLUMNS, "created_at", "expires_at", "id"), links)
    due = (OutgoingState.QUEUED.value, now, 0, now)
    rows = [(*one.message, link_id, *due) for link_id, one in numbered]
    await bulk_insert_records("outgoing", (*_MESSAGE_COLUMNS, *_DUE_COLUMNS), rows)


_DUE_COLUMNS = ("link_id", "state", "created_at", "attempts", "next_attempt_at")


def _insert_as_arrays(messages: Sequence[LinkMessage], at: datetime, until: datetime) -> Write:
    """Insert links and messages at once, each column being sent as one array."""
    statement = Statement()
    now, end = f"{statement.value(at)}::timestamptz", f"{statement.value(until)}::timestamptz"
    state = f"{statement.value(OutgoingState.QUEUED.value)}::text"
    names = [f"link_{name}" for name in _LINK_COLUMNS] + [f"message_{name}" for name in _MESSAGE_COLUMNS]
    types = [*_LINK_COLUMNS.values(), *_MESSAGE_COLUMNS.values()]
    columns = zip(*((*one.link, *one.message) for one in messages), strict=True)
    arrays = ", ".join(
        f"{statement.value(list(values))}::{kind}[]" for kind, values in zip(types, columns, strict=True)
    )
    links, texts = ", ".join(names[: len(_LINK_COLUMNS)]), ", ".join(names[len(_LINK_COLUMNS) :])
    parts = (
        "numbered AS MATERIALIZED (SELECT nextval(pg_get_serial_sequence('password_link', 'id')) AS link_id, "
        f"one.* FROM unnest({arrays}) AS one({', '.join(names)})), "
        f"links AS (INSERT INTO password_link (id, {', '.join(_LINK_COLUMNS)}, created_at, expires_at) "
        f"SELECT link_id, {links}, {now}, {end} FROM numbered)"
    )
    insertion = (
        f"INSERT INTO outgoing ({', '.join(_MESSAGE_COLUMNS)}, {', '.join(_DUE_COLUMNS)}) "
        f"SELECT {texts}, link_id, {state}, {now}, 0, {now} FROM numbered"
    )
    return Write(statement, insertion, parts)
