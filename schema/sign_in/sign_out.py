"""signOut."""

import strawberry

from resolvers.caller import ANONYMOUS
from resolvers.sign_in import sessions
from schema.context import Info
from schema.types.user_error import UserError


@strawberry.type(description="What became of a sign-out.")
class SignOutPayload:
    errors: list[UserError] = strawberry.field(description="Always empty: signing out twice is no error.")


async def sign_out(info: Info) -> SignOutPayload:
    context = info.context
    await sessions.sign_out(context.caller, context.now)
    context.sign_out(ANONYMOUS)
    return SignOutPayload(errors=[])
