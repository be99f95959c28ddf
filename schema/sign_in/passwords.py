"""createPassword, changePassword and requestPasswordReset."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.sign_in import password_links
from schema.context import Info
from schema.sign_in.constant_time import ConstantTime
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="A password for the account that a link was made for.")
class CreatePasswordInput:
    token: str = strawberry.field(description="From the link.")
    password: str = strawberry.field(description="8 to 128 characters; see the errors for what it lacks.")


@strawberry.type(description="What became of a password's creation. Nobody is signed in by it.")
class CreatePasswordPayload:
    identifier: str | None = strawberry.field(description="What to sign in with; null if refused.")
    errors: list[UserError] = strawberry.field(
        description="LINK_UNUSABLE or PASSWORD_TOO_WEAK; the link is not used up then."
    )


@strawberry.input(description="One's own password, and the one to put in its place.")
class ChangePasswordInput:
    current_password: str = strawberry.field(description="The one in use.")
    new_password: str = strawberry.field(description="8 to 128 characters.")


@strawberry.type(description="What became of a change of password. All other sessions have ended.")
class ChangePasswordPayload:
    errors: list[UserError] = strawberry.field(
        description="Why it was refused; empty if it was done. Wrong current passwords count as at sign-in."
    )


@strawberry.input(description="Whose password was forgotten.")
class RequestPasswordResetInput:
    identifier: str = strawberry.field(description="E.g. JLO000439; case does not matter.")


@strawberry.type(description="The same answer, after the same time, whether or not the identifier exists.")
class RequestPasswordResetPayload:
    errors: list[UserError] = strawberry.field(description="RATE_LIMITED, or empty.")


async def create_password(
    info: Info, input: Annotated[CreatePasswordInput, strawberry.argument(description="Link and password.")]
) -> CreatePasswordPayload:
    context = info.context
    try:
        context.caller.person_only()
        identifier = await password_links.create_password(
            input.token, input.password, context.now, context.policy
        )
    except Refused as refused:
        return CreatePasswordPayload(identifier=None, errors=user_errors(refused, info))
    return CreatePasswordPayload(identifier=identifier, errors=[])


async def change_password(
    info: Info, input: Annotated[ChangePasswordInput, strawberry.argument(description="Both passwords.")]
) -> ChangePasswordPayload:
    context = info.context
    try:
        await context.within_limits("sign_in", context.caller.signed_in().identifier)
        caller, token = await password_links.change_password(
            context.caller, input.current_password, input.new_password, context.now, context.policy
        )
    except Refused as refused:
        return ChangePasswordPayload(errors=user_errors(refused, info))
    context.sign_in(caller, token)
    return ChangePasswordPayload(errors=[])


async def request_password_reset(
    info: Info, input: Annotated[RequestPasswordResetInput, strawberry.argument(description="Whose.")]
) -> RequestPasswordResetPayload:
    context = info.context
    pace = ConstantTime(context.policy.refusal_seconds)
    try:
        context.caller.person_only()
        await context.within_limits("reset", input.identifier)
        await password_links.request_password_reset(input.identifier, context.now, context.policy)
    except Refused as refused:
        return RequestPasswordResetPayload(errors=user_errors(refused, info))
    finally:
        await pace.keep()
    return RequestPasswordResetPayload(errors=[])
