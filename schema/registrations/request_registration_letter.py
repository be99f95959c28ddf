"""requestRegistrationLetter."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.registrations.request_letter import request_letter
from schema.context import Info
from schema.registrations.inputs import TOKEN_DESCRIPTION
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="Another letter to the legal representative, with another code.")
class RequestRegistrationLetterInput:
    token: str = strawberry.field(description=TOKEN_DESCRIPTION)


@strawberry.type(description="Whether a letter is on its way. The former code is worthless then.")
class RequestRegistrationLetterPayload:
    errors: list[UserError] = strawberry.field(
        description="LINK_UNUSABLE, CONFLICT unless it is approved, LIMIT_EXCEEDED after 3 letters, or "
        "RATE_LIMITED within 24 hours of the last one."
    )


async def request_registration_letter(
    info: Info, input: Annotated[RequestRegistrationLetterInput, strawberry.argument(description="Which.")]
) -> RequestRegistrationLetterPayload:
    context = info.context
    try:
        context.caller.person_only()
        await request_letter(input.token, context.now, context.policy)
    except Refused as refused:
        return RequestRegistrationLetterPayload(errors=user_errors(refused, info))
    return RequestRegistrationLetterPayload(errors=[])
