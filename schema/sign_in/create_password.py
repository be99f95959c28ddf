"""createPassword."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.sign_in import create_password as use_case
from schema.context import Info
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="A password for the account that a link was made for.")
class CreatePasswordInput:
    token: str = strawberry.field(description="From the link.")
    password: str = strawberry.field(description="8 to 128 characters; see the errors for what it lacks.")


@strawberry.type(description="The result of creating a password. It begins no session.")
class CreatePasswordPayload:
    identifier: str | None = strawberry.field(description="What to sign in with; null if refused.")
    errors: list[UserError] = strawberry.field(
        description="LINK_UNUSABLE or PASSWORD_TOO_WEAK; the link is not used up then."
    )


async def create_password(
    info: Info, input: Annotated[CreatePasswordInput, strawberry.argument(description="Link and password.")]
) -> CreatePasswordPayload:
    context = info.context
    try:
        context.caller.person_only()
        identifier = await use_case.create_password(input.token, input.password, context.now, context.policy)
    except Refused as refused:
        return CreatePasswordPayload(identifier=None, errors=user_errors(refused, info))
    return CreatePasswordPayload(identifier=identifier, errors=[])
