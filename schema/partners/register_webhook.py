"""registerWebhook."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.partners import webhooks
from schema.context import Info
from schema.partners.webhook_log import log_webhook_change
from schema.partners.webhook_types import Webhook, to_webhook
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="Where changes are to be posted.")
class RegisterWebhookInput:
    url: str = strawberry.field(description="An https:// address of the open network.")


@strawberry.type(description="What became of a registration.")
class RegisterWebhookPayload:
    webhook: Webhook | None = strawberry.field(description="The webhook; null if refused.")
    secret: str | None = strawberry.field(
        description="What its messages are signed with, shown this once: whsec_ and Base64."
    )
    errors: list[UserError] = strawberry.field(description="Why it was refused.")


async def register_webhook(
    info: Info, input: Annotated[RegisterWebhookInput, strawberry.argument(description="Where.")]
) -> RegisterWebhookPayload:
    context = info.context
    try:
        webhook, secret = await webhooks.register(
            context.caller, input.url, context.now, context.policy, context.may_reach
        )
    except Refused as refused:
        return RegisterWebhookPayload(webhook=None, secret=None, errors=user_errors(refused, info))
    log_webhook_change("webhook registered", webhook.id, context)
    return RegisterWebhookPayload(webhook=to_webhook(webhook, context), secret=secret, errors=[])
