"""approveRegistration."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.caller import require_operator
from resolvers.operators import registrations
from schema.context import Info
from schema.operators.registration_types import (
    DecideRegistrationPayload,
    read_registration_id,
    to_queued_registration,
)
from schema.types.user_error import user_errors


@strawberry.input(description="Which request to approve.")
class ApproveRegistrationInput:
    id: strawberry.ID = strawberry.field(description="As `registrations` returned it.")
    funds: list[str] = strawberry.field(
        default_factory=list,
        description="Of a new employer: the codes of the funds that it has contracts with, at least one.",
    )


async def approve_registration(
    info: Info, input: Annotated[ApproveRegistrationInput, strawberry.argument(description="Which.")]
) -> DecideRegistrationPayload:
    context = info.context
    try:
        require_operator(context.caller)
        number = read_registration_id(input.id, context.policy)
        queued = await registrations.approve_registration(
            context.caller, number, input.funds, context.now, context.policy
        )
    except Refused as refused:
        return DecideRegistrationPayload(registration=None, errors=user_errors(refused, info))
    shown = to_queued_registration(queued, context.policy, context.language)
    return DecideRegistrationPayload(registration=shown, errors=[])
