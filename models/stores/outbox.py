"""E-mails and letters on their way out, written with the change that they tell of (C1)."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from models.rules.vocabulary import Channel, MessageKind, OutgoingState
from models.tables.outgoing import OutgoingRow


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to queue. `facts` is what its text will be made of; the link's token is not among it."""

    employer_id: int
    account_id: int
    channel: Channel
    kind: MessageKind
    recipient: str
    facts: Mapping[str, object]
    message_id: str
    link_id: int | None = None


async def queue(messages: Iterable[Outgoing], at: datetime) -> None:
    for message in messages:
        await OutgoingRow.create(
            employer_id=message.employer_id,
            account_id=message.account_id,
            link_id=message.link_id,
            channel=message.channel,
            kind=message.kind,
            recipient=message.recipient,
            facts=json.dumps(message.facts, ensure_ascii=False),
            message_id=message.message_id,
            state=OutgoingState.QUEUED,
            created_at=at,
            next_attempt_at=at,
        )


async def revoke_waiting(account_ids: Collection[int]) -> None:
    """What has not left yet for these accounts, and concerns a link, never leaves."""
    await OutgoingRow.filter(
        account_id__in=list(account_ids), state=OutgoingState.QUEUED, link_id__isnull=False
    ).update(state=OutgoingState.REVOKED)
