"""refuseRegistration."""

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


@strawberry.input(description="Which request to refuse, and why.")
class RefuseRegistrationInput:
    id: strawberry.ID = strawberry.field(description="As `registrations` returned it.")
    reason: str = strawberry.field(
        description="At most 500 characters; e-mailed to the person who sent the request."
    )
    withdraw: bool = strawberry.field(
        default=False,
        description="Refuse it although it is approved: the approval is withdrawn, and the code of the "
        "letter is worth nothing. Too late once the code was entered.",
    )


async def refuse_registration(
    info: Info, input: Annotated[RefuseRegistrationInput, strawberry.argument(description="Which, and why.")]
) -> DecideRegistrationPayload:
    context = info.context
    try:
        require_operator(context.caller)
        number = read_registration_id(input.id, context.policy)
        queued = await registrations.refuse_registration(
            context.caller,
            number,
            input.reason,
            context.now,
            context.policy,
            withdraw=input.withdraw,
        )
    except Refused as refused:
        return DecideRegistrationPayload(registration=None, errors=user_errors(refused, info))
    shown = to_queued_registration(queued, context.policy, context.language)
    return DecideRegistrationPayload(registration=shown, errors=[])
