"""The employer that the viewer acts for, by its contract number (E5)."""

from typing import Annotated, TypeAlias

import strawberry

from resolvers.employers.administered import read_acting_for
from schema.context import Context
from schema.employers.mandates.types import Mandate, to_mandate
from schema.employers.types import Employer, to_employer

ContractNumber: TypeAlias = Annotated[
    str, strawberry.argument(description="The employer's contract number, e.g. VF201, exactly.")
]


@strawberry.type(description="An employer that the viewer may act for, and by what right.")
class ActingFor:
    employer: Employer = strawberry.field(description="The employer.")
    mandate: Mandate | None = strawberry.field(
        description="Under which the viewer acts for it; null for the viewer's own."
    )


async def acting_for(context: Context, contract_number: str) -> ActingFor | None:
    """Return None when the caller may not act for it, whether or not it exists (E3)."""
    row = await read_acting_for(context.caller, contract_number, context.today)
    if row is None:
        return None
    employer, mandate = row
    return ActingFor(
        employer=to_employer(employer), mandate=to_mandate(mandate, context.today) if mandate else None
    )
