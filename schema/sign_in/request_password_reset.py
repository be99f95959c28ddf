"""requestPasswordReset."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.sign_in import request_password_reset as use_case
from schema.context import Info
from schema.sign_in.constant_time import ConstantTime
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="Whose password was forgotten.")
class RequestPasswordResetInput:
    identifier: str = strawberry.field(description="E.g. JLO000439; case does not matter.")


@strawberry.type(description="The same answer, after the same time, whether or not the identifier exists.")
class RequestPasswordResetPayload:
    errors: list[UserError] = strawberry.field(description="RATE_LIMITED, or empty.")


async def request_password_reset(
    info: Info, input: Annotated[RequestPasswordResetInput, strawberry.argument(description="Whose.")]
) -> RequestPasswordResetPayload:
    context = info.context
    constant_time = ConstantTime(context.policy.refusal_seconds)
    try:
        context.caller.person_only()
        await context.check_rate_limit("reset", input.identifier)
        await use_case.request_password_reset(input.identifier, context.now, context.policy)
    except Refused as refused:
        return RequestPasswordResetPayload(errors=user_errors(refused, info))
    finally:
        await constant_time.wait()
    return RequestPasswordResetPayload(errors=[])
