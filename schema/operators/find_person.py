"""findPerson."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.caller import require_operator
from resolvers.operators import people
from resolvers.operators.people import MAX_PEOPLE
from schema.context import Info
from schema.limits.cost_directives import ListSize
from schema.operators.types import Person, to_person
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="Whom to find, and why. Give `identifier` or `email`, in full.")
class FindPersonInput:
    identifier: str | None = strawberry.field(
        default=None, description="The sign-in name, e.g. JLO000439; case does not matter."
    )
    email: str | None = strawberry.field(
        default=None, description="The whole e-mail address; case does not matter."
    )
    reason: str = strawberry.field(
        description="At least 5 characters; the employer's administrators read it in their history."
    )


@strawberry.type(description="The persons of a look-up.")
class FindPersonPayload:
    people: list[Person] = strawberry.field(
        description="One for each account; empty if there is none. At most 20.",
        directives=[ListSize(assumed_size=MAX_PEOPLE)],
    )
    errors: list[UserError] = strawberry.field(description="Why it was refused.")


async def find_person(
    info: Info, input: Annotated[FindPersonInput, strawberry.argument(description="Whom, and why.")]
) -> FindPersonPayload:
    context = info.context
    try:
        operator = require_operator(context.caller)
        await context.check_rate_limit("find_person", operator.sign_in_name)
        persons = await people.find_person(
            context.caller, input.identifier, input.email, input.reason, context.now
        )
    except Refused as refused:
        return FindPersonPayload(people=[], errors=user_errors(refused, info))
    return FindPersonPayload(people=[to_person(one, operator, context) for one in persons], errors=[])
