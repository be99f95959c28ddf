"""removeWebhook."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.partners import webhooks
from schema.context import Info
from schema.partners.webhook_log import log_webhook_change
from schema.partners.webhook_types import read_webhook_id
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="Which webhook to remove.")
class RemoveWebhookInput:
    webhook_id: strawberry.ID = strawberry.field(description="As the service returned it.")


@strawberry.type(description="What became of a removal.")
class RemoveWebhookPayload:
    errors: list[UserError] = strawberry.field(description="Why it was refused.")


async def remove_webhook(
    info: Info, input: Annotated[RemoveWebhookInput, strawberry.argument(description="Which.")]
) -> RemoveWebhookPayload:
    context = info.context
    try:
        key = read_webhook_id(input.webhook_id, context)
        await webhooks.remove(context.caller, key, context.now)
    except Refused as refused:
        return RemoveWebhookPayload(errors=user_errors(refused, info))
    log_webhook_change("webhook removed", key, context)
    return RemoveWebhookPayload(errors=[])
