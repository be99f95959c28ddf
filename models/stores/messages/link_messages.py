"""Messages that each bring a password link: all but the ids of the links is computed before the lock."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.rules.vocabulary import LinkPurpose, OutgoingState
from models.stores.bulk_insert import bulk_insert_records, reserve_ids, storable
from models.stores.messages.outbox import OutgoingMessage
from models.stores.sign_in.password_links import NewPasswordLink

_encode = json.JSONEncoder(ensure_ascii=False).encode

_LINK_COLUMNS = ("id", "account_id", "purpose", "nonce", "token_hash", "created_at", "expires_at")
_MESSAGE_COLUMNS = (
    "employer_id",
    "account_id",
    "channel",
    "kind",
    "recipient",
    "facts",
    "message_id",
    "link_id",
    "state",
    "created_at",
    "attempts",
    "next_attempt_at",
)


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


async def enqueue_link_messages(messages: Sequence[LinkMessage], at: datetime, until: datetime) -> None:
    """Insert the links, valid until `until`, and the messages, due at once, in three statements."""
    ids, now, end = await reserve_ids("password_link", len(messages)), storable(at), storable(until)
    numbered = list(zip(ids, messages, strict=True))
    links = [(link_id, *one.link, now, end) for link_id, one in numbered]
    due = (OutgoingState.QUEUED.value, now, 0, now)
    await bulk_insert_records("password_link", _LINK_COLUMNS, links)
    await bulk_insert_records(
        "outgoing", _MESSAGE_COLUMNS, [(*one.message, link_id, *due) for link_id, one in numbered]
    )
