"""Query.failedMessages: messages that did not leave, as operators see them (N3)."""

from datetime import datetime

import strawberry

from models.rules.operators.failed_message import FailedKey, FailedSource
from models.rules.operators.failed_message import FailedMessage as FailedMessageFacts
from models.rules.policy import Policy
from models.rules.refusals import Refused, malformed_id
from resolvers.operators.failed_messages import read_failed_messages
from schema.context import Context
from schema.employers.mandates.types import EmployerName
from schema.ids import Kind, encode_id
from schema.limits.cost_directives import ListSize
from schema.operators.enums import FailedChannel, FailedState, MessageKind
from schema.types.paging import PageInfo, check_page, read_cursor, write_cursor

FAILED_PAGE = ListSize(assumed_size=100, slicing_arguments=["first"], sized_fields=["nodes"])
_LIST = "failedMessages"


@strawberry.type(
    description="An e-mail, a letter or a webhook delivery that failed. It names no person: who it is about "
    "is looked up with a reason."
)
class FailedMessage:
    id: strawberry.ID = strawberry.field(description="To send it again by.")
    channel: FailedChannel = strawberry.field(description="How it was to leave.")
    state: FailedState = strawberry.field(description="Whether it is retried.")
    kind: MessageKind | None = strawberry.field(description="What it is about; null for a webhook.")
    employer: EmployerName | None = strawberry.field(
        description="The employer that it is about; null before there is one."
    )
    partner: str | None = strawberry.field(description="The partner of the webhook; null for the others.")
    attempts: int = strawberry.field(description="How often it was tried.")
    last_attempt_at: datetime | None = strawberry.field(
        description="When a webhook was tried last; null for the others."
    )
    next_attempt_at: datetime | None = strawberry.field(
        description="When it is retried at the earliest; null once it gave up."
    )
    reason: str = strawberry.field(description="What went wrong the last time, without personal data.")


@strawberry.type(description="Messages that failed: e-mails and letters, then webhooks; the newest first.")
class FailedMessageConnection:
    nodes: list[FailedMessage] = strawberry.field(description="The messages of this page.")
    page_info: PageInfo = strawberry.field(description="The position of this page.")


async def failed_message_connection(
    context: Context, first: int, after: str | None
) -> FailedMessageConnection:
    """Raises: Refused, as `require_operator`; INVALID for the arguments."""
    check_page(first, context.policy)
    key = None if after is None else _key(read_cursor(after, _LIST, context.policy, "after"))
    messages, more = await read_failed_messages(context.caller, key, first)
    nodes = [_to_failed_message(message, context.policy) for message in messages]
    page_info = PageInfo(
        has_next_page=more,
        has_previous_page=after is not None,
        start_cursor=nodes[0].id if nodes else None,
        end_cursor=nodes[-1].id if nodes else None,
    )
    return FailedMessageConnection(nodes=nodes, page_info=page_info)


def read_failed_message_id(value: str, policy: Policy, *field: str) -> FailedKey:
    """Return the key of a failed message's id. Raises: Refused(INVALID), under `field`."""
    try:
        return _key(read_cursor(value, _LIST, policy))
    except Refused:
        raise Refused(malformed_id().under(*field)) from None


def _key(parts: tuple[str, int]) -> FailedKey:
    return FailedKey(FailedSource(parts[0]), parts[1])


def _to_failed_message(facts: FailedMessageFacts, policy: Policy) -> FailedMessage:
    employer = None
    if facts.employer_id is not None:
        employer = EmployerName(
            id=encode_id(Kind.EMPLOYER, facts.employer_id),
            name=facts.employer_name or "",
            siret=facts.employer_siret or "",
        )
    return FailedMessage(
        id=strawberry.ID(write_cursor((facts.key.source, facts.key.id), _LIST, policy)),
        channel=facts.channel,
        state=facts.state,
        kind=facts.kind,
        employer=employer,
        partner=facts.partner_name,
        attempts=facts.attempts,
        last_attempt_at=facts.last_attempt_at,
        next_attempt_at=facts.next_attempt_at,
        reason=facts.reason,
    )
