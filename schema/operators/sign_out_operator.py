"""signOutOperator."""

from models.rules.refusals import Refused
from resolvers.caller import ANONYMOUS_OPERATOR, require_operators_endpoint
from resolvers.operators import sign_in
from schema.context import Info
from schema.sign_in.sign_out import SignOutPayload
from schema.types.user_error import user_errors


async def sign_out_operator(info: Info) -> SignOutPayload:
    context = info.context
    try:
        require_operators_endpoint(context.caller)
    except Refused as refused:
        return SignOutPayload(errors=user_errors(refused, info))
    await sign_in.sign_out_operator(context.caller, context.now)
    context.sign_out(ANONYMOUS_OPERATOR)
    return SignOutPayload(errors=[])
