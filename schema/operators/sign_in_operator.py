"""signInOperator."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.caller import require_operators_endpoint
from resolvers.operators import sign_in
from schema.context import Info
from schema.sign_in.constant_time import ConstantTime
from schema.sign_in.sign_in import SignInPayload
from schema.sign_in.viewer import to_viewer
from schema.types.user_error import user_errors


@strawberry.input(description="What an operator of the platform signs in with.")
class SignInOperatorInput:
    sign_in_name: str = strawberry.field(description="As given at `comptoir operator create`, in any case.")
    password: str = strawberry.field(description="Never shown again, never logged.")


async def sign_in_operator(
    info: Info, input: Annotated[SignInOperatorInput, strawberry.argument(description="Who signs in.")]
) -> SignInPayload:
    context = info.context
    constant_time = ConstantTime(context.policy.refusal_seconds)
    try:
        require_operators_endpoint(context.caller)
        await context.check_rate_limit("operator_sign_in", input.sign_in_name)
        signed_in = await sign_in.sign_in_operator(
            context.caller, input.sign_in_name, input.password, context.now, context.policy
        )
    except Refused as refused:
        await constant_time.wait()
        return SignInPayload(viewer=None, errors=user_errors(refused, info))
    context.sign_in(signed_in.caller, signed_in.token)
    return SignInPayload(viewer=to_viewer(context), errors=[])
