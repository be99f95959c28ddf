"""changePassword."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.sign_in import change_password as use_case
from schema.context import Info
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="One's own password, and the one to put in its place.")
class ChangePasswordInput:
    current_password: str = strawberry.field(description="The one in use.")
    new_password: str = strawberry.field(description="8 to 128 characters.")


@strawberry.type(description="What became of a change of password. All other sessions have ended.")
class ChangePasswordPayload:
    errors: list[UserError] = strawberry.field(
        description="Why it was refused; empty if it was done. Wrong current passwords count as at sign-in."
    )


async def change_password(
    info: Info, input: Annotated[ChangePasswordInput, strawberry.argument(description="Both passwords.")]
) -> ChangePasswordPayload:
    context = info.context
    try:
        await context.check_rate_limit("sign_in", context.caller.signed_in().identifier)
        caller, token = await use_case.change_password(
            context.caller, input.current_password, input.new_password, context.now, context.policy
        )
    except Refused as refused:
        return ChangePasswordPayload(errors=user_errors(refused, info))
    context.sign_in(caller, token)
    return ChangePasswordPayload(errors=[])
