"""resendMessages."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.caller import require_operator
from resolvers.operators import failed_messages
from schema.context import Info
from schema.operators.failed_messages import read_failed_message_id
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="Which messages to send again.")
class ResendMessagesInput:
    ids: list[strawberry.ID] = strawberry.field(
        description="At most 100, as `failedMessages` returned them; those that are retried by themselves "
        "are left as they are."
    )


@strawberry.type(description="What became of sending messages again.")
class ResendMessagesPayload:
    done: int = strawberry.field(description="How many wait to be sent again.")
    errors: list[UserError] = strawberry.field(description="Why it was refused.")


async def resend_messages(
    info: Info, input: Annotated[ResendMessagesInput, strawberry.argument(description="Which.")]
) -> ResendMessagesPayload:
    context = info.context
    try:
        require_operator(context.caller)
        keys = [
            read_failed_message_id(value, context.policy, "ids", str(place))
            for place, value in enumerate(input.ids)
        ]
        done = await failed_messages.resend_messages(context.caller, keys, context.now)
    except Refused as refused:
        return ResendMessagesPayload(done=0, errors=user_errors(refused, info))
    return ResendMessagesPayload(done=done, errors=[])
