"""rotateWebhookSecret."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.partners import webhooks
from schema.context import Info
from schema.partners.webhook_log import log_webhook_change
from schema.partners.webhook_types import read_webhook_id
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="Which webhook's secret to change.")
class RotateWebhookSecretInput:
    webhook_id: strawberry.ID = strawberry.field(description="As the service returned it.")


@strawberry.type(description="What became of a change of secret.")
class RotateWebhookSecretPayload:
    secret: str | None = strawberry.field(
        description="The new one, shown this once. For 24 hours messages bear a signature of the former too."
    )
    errors: list[UserError] = strawberry.field(description="Why it was refused.")


async def rotate_webhook_secret(
    info: Info, input: Annotated[RotateWebhookSecretInput, strawberry.argument(description="Which.")]
) -> RotateWebhookSecretPayload:
    context = info.context
    try:
        key = read_webhook_id(input.webhook_id, context)
        secret = await webhooks.rotate_secret(context.caller, key, context.now, context.policy)
    except Refused as refused:
        return RotateWebhookSecretPayload(secret=None, errors=user_errors(refused, info))
    log_webhook_change("webhook's secret rotated", key, context)
    return RotateWebhookSecretPayload(secret=secret, errors=[])
