"""replayDeliveries."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.partners import webhooks
from schema.context import Context, Info
from schema.partners.webhook_types import read_delivery_id, read_webhook_id
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="What to try again.")
class ReplayDeliveriesInput:
    webhook_id: strawberry.ID = strawberry.field(description="As the service returned it.")
    delivery_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="At most 250 of its dead letters; all of them if left out."
    )


@strawberry.type(description="What became of a replay.")
class ReplayDeliveriesPayload:
    done: int = strawberry.field(description="How many wait again; others were no dead letters of it.")
    errors: list[UserError] = strawberry.field(description="Why it was refused.")


async def replay_deliveries(
    info: Info, input: Annotated[ReplayDeliveriesInput, strawberry.argument(description="Which.")]
) -> ReplayDeliveriesPayload:
    context = info.context
    try:
        key = read_webhook_id(input.webhook_id, context)
        ids = _deliveries(input.delivery_ids, context)
        done = await webhooks.replay(context.caller, key, ids, context.now)
    except Refused as refused:
        return ReplayDeliveriesPayload(done=0, errors=user_errors(refused, info))
    return ReplayDeliveriesPayload(done=done, errors=[])


def _deliveries(ids: list[strawberry.ID] | None, context: Context) -> list[int] | None:
    """Return the keys of these ids. Raises: Refused(INVALID)."""
    if ids is None:
        return None
    return [read_delivery_id(one, context, "deliveryIds", str(place)) for place, one in enumerate(ids)]
