"""proposeMandate."""

from datetime import date
from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.employers.mandates.propose import MandateProposal
from resolvers.employers.mandates.propose import propose_mandate as propose
from schema.context import Info
from schema.employers.mandates.enums import MandateScope
from schema.employers.mandates.payloads import done, refused_act
from schema.employers.mandates.types import MandatePayload
from schema.ids import Kind, decode_id


@strawberry.input(description="A mandate that an employer proposes to a centre.")
class ProposeMandateInput:
    employer_id: strawberry.ID = strawberry.field(description="The employer that gives it.")
    centre: str = strawberry.field(description="The exact SIRET or contract number of another employer.")
    scope: MandateScope = strawberry.field(description="How far its holders may act.")
    starts_on: date = strawberry.field(description="The first day: today or later.")
    ends_on: date = strawberry.field(description="The last day, at most 24 months later.")

    def to_proposal(self) -> MandateProposal:
        """Raises: Refused(INVALID) for an employer id of another kind."""
        return MandateProposal(
            employer_id=decode_id(Kind.EMPLOYER, self.employer_id, "employerId"),
            centre=self.centre,
            scope=self.scope,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
        )


async def propose_mandate(
    info: Info, input: Annotated[ProposeMandateInput, strawberry.argument(description="The mandate.")]
) -> MandatePayload:
    context = info.context
    try:
        mandate = await propose(context.caller, input.to_proposal(), context.now, context.policy)
    except Refused as refused:
        return refused_act(refused, info)
    return await done(mandate, info)
