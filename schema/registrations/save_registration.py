"""saveRegistration."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.registrations.save import save_registration as use_case
from schema.context import Info
from schema.registrations.inputs import TOKEN_DESCRIPTION, RegistrationFormInput
from schema.registrations.rate_limits import check_email_limit
from schema.sign_in.constant_time import ConstantTime
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="A form to go on with later: as far as it was filled in, and not checked yet.")
class SaveRegistrationInput(RegistrationFormInput):
    email: str = strawberry.field(description="Where the link goes with which to go on.")
    token: str | None = strawberry.field(
        default=None,
        description=f"{TOKEN_DESCRIPTION} The saved form that this replaces, under the same link "
        "unless the e-mail changes; left out for a new one.",
    )


@strawberry.type(description="The same answer and time whatever was saved before. The link goes by e-mail.")
class SaveRegistrationPayload:
    errors: list[UserError] = strawberry.field(
        description="INVALID e-mail, TOO_LONG, RATE_LIMITED, or empty."
    )


async def save_registration(
    info: Info, input: Annotated[SaveRegistrationInput, strawberry.argument(description="The form.")]
) -> SaveRegistrationPayload:
    context = info.context
    constant_time = ConstantTime(context.policy.refusal_seconds)
    try:
        context.caller.person_only()
        await check_email_limit(context, input.email)
        await use_case(input.email, input.to_form(), input.token, context.now, context.policy)
    except Refused as refused:
        return SaveRegistrationPayload(errors=user_errors(refused, info))
    finally:
        await constant_time.wait()
    return SaveRegistrationPayload(errors=[])
