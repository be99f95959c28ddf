"""Webhooks as partners see them (T2)."""

from datetime import datetime
from typing import Annotated, TypeAlias

import strawberry

from models.rules.partners.partner import Partner
from models.rules.partners.webhooks import FailedDelivery, webhook_message_id
from models.rules.partners.webhooks import Webhook as WebhookFacts
from models.rules.policy import Policy
from models.rules.refusals import Refused, malformed_id
from models.rules.vocabulary import DeliveryState, Scope
from resolvers.caller import require_partner
from schema.context import Context, Info
from schema.limits.cost_directives import Cost, ListSize
from schema.types.enums import AccountStatus
from schema.types.paging import check_page, read_cursor, write_cursor

MAX_LISTED_DELIVERIES = 100
_LISTED = [ListSize(assumed_size=MAX_LISTED_DELIVERIES, slicing_arguments=["first"]), Cost(weight=20)]
_COUNTED = [Cost(weight=50)]
_First: TypeAlias = Annotated[int, strawberry.argument(description="How many: 1 to 100.")]
_After: TypeAlias = Annotated[
    strawberry.ID | None, strawberry.argument(description="Only those that follow this one.")
]


@strawberry.type(description="A change whose delivery to a webhook has failed so far.")
class Delivery:
    id: strawberry.ID = strawberry.field(description="To replay it by.")
    message_id: str = strawberry.field(description="Its webhook-id, the same however often it is posted.")
    identifier: str = strawberry.field(description="The account's sign-in name.")
    before: AccountStatus | None = strawberry.field(description="What it was; null for a new account.")
    after: AccountStatus = strawberry.field(description="What it became.")
    at: datetime = strawberry.field(description="When.")
    attempts: int = strawberry.field(description="How often it was tried.")
    last_attempt_at: datetime | None = strawberry.field(description="When it was tried last.")
    next_attempt_at: datetime | None = strawberry.field(
        description="When it is retried at the earliest; null for a dead letter."
    )
    error: str | None = strawberry.field(description="What went wrong the last time.")


@strawberry.type(description="An address that a partner's changes are posted to, signed.")
class Webhook:
    id: strawberry.ID = strawberry.field(description="To remove or replay it by.")
    url: str = strawberry.field(description="Where changes are posted.")
    created_at: datetime = strawberry.field(description="When it was registered.")
    facts: strawberry.Private[WebhookFacts]

    @strawberry.field(
        description="Changes that wait to be posted, retries among them; more may wait in the feed.",
        directives=_COUNTED,
    )
    async def waiting(self, info: Info) -> int:
        return await _count(self.facts.id, DeliveryState.QUEUED, info)

    @strawberry.field(
        description="How many deliveries were given up after three days (dead letters).", directives=_COUNTED
    )
    async def dead(self, info: Info) -> int:
        return await _count(self.facts.id, DeliveryState.DEAD, info)

    @strawberry.field(
        description="What was tried in vain and will be tried again, the oldest first.", directives=_LISTED
    )
    async def retries(
        self, info: Info, first: _First = MAX_LISTED_DELIVERIES, after: _After = None
    ) -> list[Delivery]:
        return await _deliveries(self.facts.id, DeliveryState.QUEUED, first, after, info)

    @strawberry.field(
        description="Deliveries given up after three days, the oldest first; kept for thirty days.",
        directives=_LISTED,
    )
    async def dead_letters(
        self, info: Info, first: _First = MAX_LISTED_DELIVERIES, after: _After = None
    ) -> list[Delivery]:
        return await _deliveries(self.facts.id, DeliveryState.DEAD, first, after, info)


def to_webhook(facts: WebhookFacts, context: Context) -> Webhook:
    return Webhook(id=webhook_id(facts.id, context), url=facts.url, created_at=facts.created_at, facts=facts)


def webhook_id(key: int, context: Context) -> strawberry.ID:
    """Return the id for this partner: no number, which would reveal how many webhooks others have."""
    return strawberry.ID(write_cursor((key,), _own("webhook", context), context.policy))


def read_webhook_id(value: str, context: Context) -> int:
    """Return the key of a webhook id.

    Raises: Refused, as `require_partner`; INVALID for an id of another partner, or a forged one.
    """
    return _read(value, _own("webhook", context), context.policy, "webhookId")


def read_delivery_id(value: str, context: Context, *field: str) -> int:
    """Return the key of a webhook delivery's id. Raises: Refused, as `read_webhook_id`."""
    return _read(value, _own("delivery", context), context.policy, *field)


def _read(value: str, of: tuple[str, int], policy: Policy, *field: str) -> int:
    """Raises: Refused(INVALID)."""
    try:
        return int(read_cursor(value, of, policy)[0])
    except Refused:
        raise Refused(malformed_id().under(*field)) from None


async def _count(key: int, state: DeliveryState, info: Info) -> int:
    counts = await info.context.loaders.webhook_counts.load(key)
    return counts.get(state, 0) if counts else 0


async def _deliveries(
    key: int, state: DeliveryState, first: int, after: str | None, info: Info
) -> list[Delivery]:
    context = info.context
    check_page(first, context.policy)
    beyond = read_delivery_id(after, context, "after") if after is not None else 0
    failed = await context.loaders.failed_deliveries(state, beyond, first).load(key)
    return [_delivery_of(one, key, context, context.policy) for one in failed or ()]


def _delivery_of(one: FailedDelivery, key: int, context: Context, policy: Policy) -> Delivery:
    return Delivery(
        id=strawberry.ID(write_cursor((one.id,), _own("delivery", context), policy)),
        message_id=webhook_message_id(policy.secret_key, key, one.change_id),
        identifier=one.identifier,
        before=one.before,
        after=one.after,
        at=one.at,
        attempts=one.attempts,
        last_attempt_at=one.last_attempt_at,
        next_attempt_at=one.next_attempt_at,
        error=one.error,
    )


def _own(what: str, context: Context) -> tuple[str, int]:
    partner: Partner = require_partner(context.caller, Scope.WEBHOOKS)
    return what, partner.id
