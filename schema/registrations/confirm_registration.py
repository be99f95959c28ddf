"""confirmRegistration."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.registrations.confirm import confirm_registration as use_case
from schema.context import Info
from schema.registrations.inputs import TOKEN_DESCRIPTION
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="The code that the legal representative received by letter.")
class ConfirmRegistrationInput:
    token: str = strawberry.field(description=TOKEN_DESCRIPTION)
    code: str = strawberry.field(description="E.g. K7MX-2PQ9; case, spaces and hyphens do not matter.")


@strawberry.type(description="The account that the code has opened. It begins no session.")
class ConfirmRegistrationPayload:
    identifier: str | None = strawberry.field(
        description="What the administrator will sign in with: shown this once, for the invitation, which is "
        "e-mailed, does not hold it. Null if refused."
    )
    errors: list[UserError] = strawberry.field(
        description="BAD_CREDENTIALS for a wrong code, which counts as a try; LIMIT_EXCEEDED once the 5 "
        "tries "
        "are used up; LINK_UNUSABLE if the link is unknown or the code has lapsed; CONFLICT if it is not "
        "approved, is opened already, or the SIRET or contract number has been taken meanwhile."
    )


async def confirm_registration(
    info: Info, input: Annotated[ConfirmRegistrationInput, strawberry.argument(description="Link and code.")]
) -> ConfirmRegistrationPayload:
    context = info.context
    try:
        context.caller.person_only()
        account = await use_case(input.token, input.code, context.now, context.policy)
    except Refused as refused:
        return ConfirmRegistrationPayload(identifier=None, errors=user_errors(refused, info))
    return ConfirmRegistrationPayload(identifier=account.identifier, errors=[])
