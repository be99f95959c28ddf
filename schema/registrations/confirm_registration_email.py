"""confirmRegistrationEmail."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.registrations.confirm_email import confirm_email
from schema.context import Info
from schema.registrations.inputs import TOKEN_DESCRIPTION
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="The link of an e-mail about a request, which its page has opened.")
class ConfirmRegistrationEmailInput:
    token: str = strawberry.field(description=TOKEN_DESCRIPTION)


@strawberry.type(
    description="Whether the address is confirmed: operators see that, and the request gives way to none."
)
class ConfirmRegistrationEmailPayload:
    errors: list[UserError] = strawberry.field(description="LINK_UNUSABLE if the link is unknown, or empty.")


async def confirm_registration_email(
    info: Info, input: Annotated[ConfirmRegistrationEmailInput, strawberry.argument(description="The link.")]
) -> ConfirmRegistrationEmailPayload:
    context = info.context
    try:
        context.caller.person_only()
        await confirm_email(input.token, context.now)
    except Refused as refused:
        return ConfirmRegistrationEmailPayload(errors=user_errors(refused, info))
    return ConfirmRegistrationEmailPayload(errors=[])
