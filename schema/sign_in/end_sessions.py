"""endSession and endOtherSessions."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.sign_in.own_sessions import end_other_sessions as end_others
from resolvers.sign_in.own_sessions import end_own_session
from schema.context import Info
from schema.ids import Kind, decode_id
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="Which of one's own sessions to end.")
class EndSessionInput:
    session_id: strawberry.ID = strawberry.field(description="As `viewer.sessions` gives it.")


@strawberry.type(description="What became of ending sessions.")
class EndSessionsPayload:
    errors: list[UserError] = strawberry.field(description="Why it was refused; none was ended then.")


async def end_session(
    info: Info, input: Annotated[EndSessionInput, strawberry.argument(description="Which session.")]
) -> EndSessionsPayload:
    context = info.context
    try:
        session_id = decode_id(Kind.SESSION, input.session_id, "sessionId")
        await end_own_session(context.caller, session_id, context.now)
    except Refused as refused:
        return EndSessionsPayload(errors=user_errors(refused, info))
    return EndSessionsPayload(errors=[])


async def end_other_sessions(info: Info) -> EndSessionsPayload:
    try:
        await end_others(info.context.caller, info.context.now)
    except Refused as refused:
        return EndSessionsPayload(errors=user_errors(refused, info))
    return EndSessionsPayload(errors=[])
