"""registerWebhook, rotateWebhookSecret, removeWebhook, replayDeliveries."""

import logging
from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from models.rules.vocabulary import Scope
from resolvers.caller import require_partner
from resolvers.partners import webhooks
from schema.context import Context, Info
from schema.partners.webhook_types import Webhook, read_delivery_id, read_webhook_id, to_webhook
from schema.types.user_error import UserError, user_errors

logger = logging.getLogger("comptoir.webhooks")


@strawberry.input(description="Where to be told.")
class RegisterWebhookInput:
    url: str = strawberry.field(description="An https:// address of the open network.")


@strawberry.type(description="What became of a registration.")
class RegisterWebhookPayload:
    webhook: Webhook | None = strawberry.field(description="The webhook; null if refused.")
    secret: str | None = strawberry.field(
        description="What its messages are signed with, shown this once: whsec_ and Base64."
    )
    errors: list[UserError] = strawberry.field(description="Why it was refused.")


@strawberry.input(description="Which webhook's secret to change.")
class RotateWebhookSecretInput:
    webhook_id: strawberry.ID = strawberry.field(description="As the service returned it.")


@strawberry.type(description="What became of a change of secret.")
class RotateWebhookSecretPayload:
    secret: str | None = strawberry.field(
        description="The new one, shown this once. For 24 hours messages bear a signature of the former too."
    )
    errors: list[UserError] = strawberry.field(description="Why it was refused.")


@strawberry.input(description="Which webhook to remove.")
class RemoveWebhookInput:
    webhook_id: strawberry.ID = strawberry.field(description="As the service returned it.")


@strawberry.type(description="What became of a removal.")
class RemoveWebhookPayload:
    errors: list[UserError] = strawberry.field(description="Why it was refused.")


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


async def register_webhook(
    info: Info, input: Annotated[RegisterWebhookInput, strawberry.argument(description="Where.")]
) -> RegisterWebhookPayload:
    context = info.context
    try:
        made, secret = await webhooks.register(
            context.caller, input.url, context.now, context.policy, context.may_reach
        )
    except Refused as refused:
        return RegisterWebhookPayload(webhook=None, secret=None, errors=user_errors(refused, info))
    _log("webhook registered", made.id, context)
    return RegisterWebhookPayload(webhook=to_webhook(made, context), secret=secret, errors=[])


async def rotate_webhook_secret(
    info: Info, input: Annotated[RotateWebhookSecretInput, strawberry.argument(description="Which.")]
) -> RotateWebhookSecretPayload:
    context = info.context
    try:
        key = read_webhook_id(input.webhook_id, context)
        secret = await webhooks.rotate_secret(context.caller, key, context.now, context.policy)
    except Refused as refused:
        return RotateWebhookSecretPayload(secret=None, errors=user_errors(refused, info))
    _log("webhook's secret rotated", key, context)
    return RotateWebhookSecretPayload(secret=secret, errors=[])


async def remove_webhook(
    info: Info, input: Annotated[RemoveWebhookInput, strawberry.argument(description="Which.")]
) -> RemoveWebhookPayload:
    context = info.context
    try:
        key = read_webhook_id(input.webhook_id, context)
        await webhooks.remove(context.caller, key, context.now)
    except Refused as refused:
        return RemoveWebhookPayload(errors=user_errors(refused, info))
    _log("webhook removed", key, context)
    return RemoveWebhookPayload(errors=[])


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


def _log(event: str, webhook_id: int, context: Context) -> None:
    """Numbers only: whose key did it, should one have leaked."""
    partner = require_partner(context.caller, Scope.WEBHOOKS)
    logger.info(event, extra={"webhook": webhook_id, "partner": partner.id, "key": context.caller.key_id})


def _deliveries(ids: list[strawberry.ID] | None, context: Context) -> list[int] | None:
    """Errors: Refused(INVALID)."""
    if ids is None:
        return None
    return [read_delivery_id(one, context, "deliveryIds", str(place)) for place, one in enumerate(ids)]
