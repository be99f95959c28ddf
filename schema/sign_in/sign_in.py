"""signIn."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.sign_in import sessions
from schema.context import Info
from schema.sign_in.constant_time import ConstantTime
from schema.sign_in.viewer import Viewer, to_viewer
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="What a holder signs in with.")
class SignInInput:
    identifier: str = strawberry.field(description="E.g. JLO000439; case does not matter.")
    password: str = strawberry.field(description="Never shown again, never logged.")


@strawberry.type(description="What became of a sign-in. The session itself is in the cookie.")
class SignInPayload:
    viewer: Viewer | None = strawberry.field(description="Who is signed in now; null if refused.")
    errors: list[UserError] = strawberry.field(
        description="BAD_CREDENTIALS, alike for all reasons but one: ACCOUNT_EXPIRED."
    )


async def sign_in(
    info: Info, input: Annotated[SignInInput, strawberry.argument(description="Who signs in.")]
) -> SignInPayload:
    context = info.context
    constant_time = ConstantTime(context.policy.refusal_seconds)
    try:
        context.caller.person_only()
        await context.check_rate_limit("sign_in", input.identifier)
        signed_in = await sessions.sign_in(input.identifier, input.password, context.now, context.policy)
    except Refused as refused:
        await constant_time.wait()
        return SignInPayload(viewer=None, errors=user_errors(refused, info))
    await sessions.sign_out(context.caller, context.now)
    context.sign_in(signed_in.caller, signed_in.token)
    return SignInPayload(viewer=to_viewer(context), errors=[])
