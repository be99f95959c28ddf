"""modifyEmployer."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.employers.edit import EmployerModification
from resolvers.employers.edit import modify_employer as modify
from schema.context import Info
from schema.employers.inputs import RepresentativeInput
from schema.employers.types import Employer, to_employer
from schema.ids import Kind, decode_id
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="What an employer's own administrator corrects; null leaves it as it is.")
class ModifyEmployerInput:
    employer_id: strawberry.ID = strawberry.field(description="The employer.")
    version: int = strawberry.field(
        description="The version that was read; CONFLICT if another has come since."
    )
    postal_address: list[str] | None = strawberry.field(
        default=None, description="Where letters go: at most 6 lines of at most 38 characters."
    )
    representative: RepresentativeInput | None = strawberry.field(
        default=None, description="The legal representative; the former one is informed by letter."
    )

    def to_modification(self) -> EmployerModification:
        """Raises: Refused(INVALID) for an id of another kind."""
        return EmployerModification(
            employer_id=decode_id(Kind.EMPLOYER, self.employer_id, "employerId"),
            version=self.version,
            postal_address=None if self.postal_address is None else tuple(self.postal_address),
            representative=self.representative.to_representative() if self.representative else None,
        )


@strawberry.type(description="What became of the correction of an employer.")
class ModifyEmployerPayload:
    employer: Employer | None = strawberry.field(description="As it is now; null if refused.")
    errors: list[UserError] = strawberry.field(description="Why it was refused; nothing was written then.")


async def modify_employer(
    info: Info, input: Annotated[ModifyEmployerInput, strawberry.argument(description="What changes.")]
) -> ModifyEmployerPayload:
    context = info.context
    try:
        employer = await modify(context.caller, input.to_modification(), context.now, context.policy)
    except Refused as refused:
        return ModifyEmployerPayload(employer=None, errors=user_errors(refused, info))
    return ModifyEmployerPayload(employer=to_employer(employer), errors=[])
