"""signOut."""

import strawberry

from models.rules.operators.operator_refusals import not_for_operators
from models.rules.refusals import Refused
from resolvers.caller import ANONYMOUS
from resolvers.sign_in import sessions
from schema.context import Info
from schema.types.user_error import UserError, user_errors


@strawberry.type(description="What became of a sign-out.")
class SignOutPayload:
    errors: list[UserError] = strawberry.field(
        description="Signing out twice is no error; FORBIDDEN where the caller has another way to sign out."
    )


async def sign_out(info: Info) -> SignOutPayload:
    context = info.context
    if context.caller.at_operators_endpoint:
        return SignOutPayload(errors=user_errors(Refused(not_for_operators()), info))
    await sessions.sign_out(context.caller, context.now)
    context.sign_out(ANONYMOUS)
    return SignOutPayload(errors=[])
